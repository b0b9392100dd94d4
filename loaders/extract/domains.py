"""What a task is about: weighted cues of the domain lexicon, the heading counting more than the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from data import load
from loaders.records import Domains

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_HEADING = 3.0
_HEADING_LATER = 1.0
_UPPER_HEADING = 1.0
_OPENING = 1.0
_OPENING_LENGTH = 40
_FIRST_NAMED = 8.0
_CROSSCUTTING_SHARE = 0.5
_SYSTEM = 6.0
_MOST_OF_A_CUE = 3
_FURTHER = 0.6
_FURTHER_LEAST = 8.0
# Ways of working rather than fields: a text on any field speaks of them, so they count in full only where the heading does,
# and the heading above counts only where the task's own says nothing.
_CROSSCUTTING = frozenset(
    (
        "interpretation",
        "platform",
        "standards",
        "organisation",
        "decision",
        "implementation",
        "enforcement",
        "government_services",
    )
)


@dataclass(frozen=True)
class _Cues:
    """The lexicon's cues as one automaton, and the domains and weights of each."""

    automaton: AhoCorasick
    weights: dict[str, list[tuple[str, int]]]


@cache
def _cues() -> _Cues:
    from ahocorasick_rs import AhoCorasick, MatchKind

    weights: dict[str, list[tuple[str, int]]] = {}
    for entry in load("domains"):
        for phrase, weight in (entry.get("cues") or {}).items():
            weights.setdefault(str(phrase), []).append((entry["key"], weight))
    return _Cues(AhoCorasick(list(weights), matchkind=MatchKind.LeftmostLongest), weights)


def _score(text: str) -> dict[str, int]:
    """Points a domain; a cue inside a longer one does not count. The order of keys is that of their first cue."""
    cues = _cues()
    seen: dict[str, int] = {}
    scores: dict[str, int] = {}
    for cue in cues.automaton.find_matches_as_strings(text):
        times = seen[cue] = seen.get(cue, 0) + 1
        if times <= _MOST_OF_A_CUE:
            for key, weight in cues.weights[cue]:
                scores[key] = scores.get(key, 0) + weight
    return scores


@cache
def _domain_of_system() -> dict[str, str]:
    return {entry["name"]: entry["domain"] for entry in load("systems") if "domain" in entry}


def find_domains(
    heading: str, upper_heading: str, text: str, *, first: bool = True, systems: Sequence[str] = ()
) -> Domains:
    """The primary domain of a task with its further ones; `heading` and `upper_heading` are the titles above it,
    `first` says whether it is the first task under its heading, `systems` whose bodies answer for it."""
    titled = _score(heading)
    scores: dict[str, float] = defaultdict(float)
    whole = _score(text)
    for key, value in whole.items():
        scores[key] += value * (_CROSSCUTTING_SHARE if key in _CROSSCUTTING and key not in titled else 1.0)
    for key, value in (_score(text[:_OPENING_LENGTH]) if len(text) > _OPENING_LENGTH else whole).items():
        scores[key] += _OPENING * value
    for key, value in titled.items():
        scores[key] += (_HEADING if first else _HEADING_LATER) * value
    if titled and first:
        scores[next(iter(titled))] += _FIRST_NAMED
    for key, value in _score(upper_heading).items():
        scores[key] += 0 if titled and key in _CROSSCUTTING else _UPPER_HEADING * value
    for system in dict.fromkeys(systems):
        if system in _domain_of_system():
            scores[_domain_of_system()[system]] += _SYSTEM / len(systems)
    return _ranked(scores)


def _ranked(scores: dict[str, float]) -> Domains:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0:
        return Domains("other")
    best = ranked[0][1]
    also = tuple(key for key, value in ranked[1:3] if value >= max(_FURTHER_LEAST, _FURTHER * best))
    return Domains(ranked[0][0], also)
