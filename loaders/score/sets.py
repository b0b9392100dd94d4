"""Findings that are the same or not: how many are, and what to say of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from loaders.score.compare import overlap, pair_off
from loaders.score.report import Failure, Tally, short

Doc = Mapping[str, Any]
Counted = tuple[Tally, list[Failure]]
Key = Callable[[Doc], tuple[Any, ...]]
Shown = Callable[[Doc], tuple[str, str]]
"""The place of a finding, and the finding in words."""


def count_sets(
    layer: str,
    gold: list[Any],
    found: list[Any],
    key: Key,
    name: str,
    shown: Shown,
) -> Counted:
    """Findings that are the same or not, each counted as often as it stands there."""
    expected, given = Counter(map(key, gold)), Counter(map(key, found))
    missing, extra = _surplus(gold, key, given), _surplus(found, key, expected)
    tally = Tally((expected & given).total(), len(found), len(gold))
    return tally, failures_of(layer, missing, extra, name, shown)


def _surplus(items: Iterable[Doc], key: Key, others: Counter[Any]) -> list[Doc]:
    left, surplus = Counter(others), []
    for item in items:
        left[key(item)] -= 1
        if left[key(item)] < 0:
            surplus.append(item)
    return surplus


def without(items: Iterable[Any], taken: Collection[int]) -> list[Any]:
    """The items whose index is not taken."""
    return [item for index, item in enumerate(items) if index not in taken]


def failures_of(layer: str, missing: list[Doc], extra: list[Doc], name: str, shown: Shown) -> list[Failure]:
    """A missing and an extra finding at the same place are one failure: they differ."""
    pairs = pair_off(missing, extra, overlap)
    failures = [_failure(layer, "differs", name, missing[i], extra[j], shown) for i, j, _ in pairs]
    failures += [
        _failure(layer, "missing", name, item, None, shown) for item in without(missing, {i for i, _, _ in pairs})
    ]
    failures += [_failure(layer, "extra", name, None, item, shown) for item in without(extra, {j for _, j, _ in pairs})]
    return failures


def _failure(layer: str, cause: str, name: str, gold: Doc | None, found: Doc | None, shown: Shown) -> Failure:
    at = gold or found or {}
    place = shown(at)[0]
    said = [short(shown(item)[1]) if item else "" for item in (gold, found)]
    return Failure(layer, cause, name, place, at["start"], said[0], said[1])
