"""What a task is about: weighted cues of the domain lexicon, the heading counting more than the text."""

from __future__ import annotations

from collections import Counter
from functools import cache

from data import load
from loaders.records import Domains

_HEADING = 3
_UPPER_HEADING = 1
_FURTHER = 0.6
_FURTHER_LEAST = 6


@cache
def _cues() -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (phrase, entry["key"], weight) for entry in load("domains") for phrase, weight in (entry.get("cues") or {}).items()
    )


def _score(text: str) -> Counter[str]:
    scores: Counter[str] = Counter()
    for phrase, key, weight in _cues():
        count = text.count(phrase)
        if count:
            scores[key] += weight * min(count, 3)
    return scores


def find_domains(heading: str, upper_heading: str, text: str) -> Domains:
    """The primary domain of a task with its further ones; `heading` and `upper_heading` are the titles above it."""
    scores = _score(text)
    for key, value in _score(heading).items():
        scores[key] += _HEADING * value
    for key, value in _score(upper_heading).items():
        scores[key] += _UPPER_HEADING * value
    if not scores:
        return Domains("other")
    ranked = scores.most_common()
    primary, best = ranked[0]
    also = tuple(key for key, value in ranked[1:3] if value >= max(_FURTHER_LEAST, _FURTHER * best))
    return Domains(primary, also)
