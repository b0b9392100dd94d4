"""Where two versions of a text differ: runs of characters that occur once in both hold the rest in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_RUNS = (16, 5)
"""Lengths of the runs that are looked for, first in the whole, then in what lies between those found."""
_MOST = 1_000_000
"""Of two stretches whose lengths multiply to more, no part of one is sought in the other."""
_SHORT = 8
"""Characters; a shorter agreement between two larger disagreements is chance."""


@dataclass(frozen=True)
class Gap:
    """one[start:end) stands where other[other_start:other_end) stands; everything outside the gaps is equal."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def size(self) -> int:
        return max(self.end - self.start, self.other_end - self.other_start)


def find_gaps(one: str, other: str) -> list[Gap]:
    """The places where `one` and `other` differ, in order, neighbours joined."""
    gaps: list[Gap] = []
    for gap in _between(one, other, Gap(0, len(one), 0, len(other)), _RUNS):
        last = gaps[-1] if gaps else None
        if last and _is_chance(gap.start - last.end, last, gap):
            gaps[-1] = Gap(last.start, gap.end, last.other_start, gap.other_end)
        else:
            gaps.append(gap)
    return gaps


def _is_chance(agreed: int, before: Gap, after: Gap) -> bool:
    return agreed < 2 or (agreed < _SHORT and agreed <= before.size and agreed <= after.size)


def _between(one: str, other: str, gap: Gap, runs: tuple[int, ...]) -> Iterator[Gap]:
    gap = _narrowed(one, other, gap)
    if gap.start == gap.end and gap.other_start == gap.other_end:
        return
    if gap.start == gap.end or gap.other_start == gap.other_end:
        yield gap
    elif runs:
        for inner in _around(one, other, gap, runs[0]):
            yield from _between(one, other, inner, runs[1:])
    elif (gap.end - gap.start) * (gap.other_end - gap.other_start) > _MOST:
        yield gap
    else:
        yield from _by_characters(one, other, gap)


def _narrowed(one: str, other: str, gap: Gap) -> Gap:
    """The gap without what its two sides begin and end with alike."""
    start, end, other_start, other_end = gap.start, gap.end, gap.other_start, gap.other_end
    while start < end and other_start < other_end and one[start] == other[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and one[end - 1] == other[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return Gap(start, end, other_start, other_end)


def _around(one: str, other: str, gap: Gap, size: int) -> Iterator[Gap]:
    """What lies before, between and behind the runs of `size` characters that hold the two sides together."""
    at, other_at = gap.start, gap.other_start
    for start, other_start in _in_order(_anchors(one, other, gap, size)):
        if start < at or other_start < other_at:
            continue  # inside the agreement that an earlier run grew to
        yield Gap(at, start, other_at, other_start)
        at, other_at = start, other_start
        while at < gap.end and other_at < gap.other_end and one[at] == other[other_at]:
            at, other_at = at + 1, other_at + 1
    yield Gap(at, gap.end, other_at, gap.other_end)


def _anchors(one: str, other: str, gap: Gap, size: int) -> list[tuple[int, int]]:
    """The places of the runs that occur once in each side, in the order of `one`. A large gap without any is a text
    printed over and over: there the first occurrence answers to the first, the second to the second."""
    first, second = _places(one, gap.start, gap.end, size), _places(other, gap.other_start, gap.other_end, size)
    pairs = [(at[0], second[run][0]) for run, at in first.items() if len(at) == 1 == len(second.get(run, ()))]
    if pairs or (gap.end - gap.start) * (gap.other_end - gap.other_start) <= _MOST:
        return pairs
    return sorted(pair for run, at in first.items() for pair in zip(at, second.get(run, ()), strict=False))


def _places(text: str, start: int, end: int, size: int) -> dict[str, list[int]]:
    """Each run of `size` characters to its places."""
    places: dict[str, list[int]] = {}
    for at in range(start, end - size + 1):
        places.setdefault(text[at : at + size], []).append(at)
    return places


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that rise on both sides (a longest increasing subsequence); a moved paragraph drops out."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        place = bisect_left(tails, other)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [other]
        ends[place : place + 1] = [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _by_characters(one: str, other: str, gap: Gap) -> Iterator[Gap]:
    left, right = one[gap.start : gap.end], other[gap.other_start : gap.other_end]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Gap(gap.start + a, gap.start + b, gap.other_start + c, gap.other_start + d)
