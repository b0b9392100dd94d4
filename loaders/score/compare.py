"""When two findings are the same: the compare form of words, the overlap of spans, the best pairing of two lists."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")


def plain(value: Any) -> Any:
    """A field after NFKC, lists deep."""
    if isinstance(value, str):
        return unicodedata.normalize("NFKC", value)
    return tuple(plain(item) for item in value) if isinstance(value, (list, tuple)) else value


def words(value: str | None) -> str | None:
    """Words after NFKC, without the line breaks and blanks that a file puts into them."""
    return None if value is None else "".join(unicodedata.normalize("NFKC", value).split())


def overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Intersection over union of two spans."""
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    whole = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return shared / whole if shared > 0 else 0.0


def alike(one: str, other: str) -> float:
    """F1 of the characters that two items share, however ordered."""
    left, right = Counter(words(one)), Counter(words(other))
    size = left.total() + right.total()
    return 2 * (left & right).total() / size if size else 1.0


def pair_off(ones: Sequence[A], others: Sequence[B], worth: Callable[[A, B], float]) -> list[tuple[int, int, float]]:
    """One to one, the worthiest pair first; nothing is paired at worth 0. Right where at most one rival overlaps by half."""
    pairs = [(worth(one, other), i, j) for i, one in enumerate(ones) for j, other in enumerate(others)]
    taken: list[tuple[int, int, float]] = []
    used_i, used_j = set(), set()
    for value, i, j in sorted((pair for pair in pairs if pair[0] > 0), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used_i and j not in used_j:
            taken.append((i, j, value))
            used_i.add(i)
            used_j.add(j)
    return taken


def assign(ones: Sequence[A], others: Sequence[B], worth: Callable[[A, B], float]) -> list[tuple[int, int, float]]:
    """One to one with the greatest sum of worths (the Hungarian method); pairs of worth 0 are left out."""
    if len(ones) > len(others):
        return [(i, j, value) for j, i, value in assign(others, ones, lambda other, one: worth(one, other))]
    worths = [[worth(one, other) for other in others] for one in ones]
    pairs = ((i, j, worths[i][j]) for j, i in sorted(_cheapest([[-value for value in row] for row in worths]).items()))
    return sorted(pair for pair in pairs if pair[2] > 0)


def _cheapest(costs: list[list[float]]) -> dict[int, int]:
    """Column to row with the smallest sum of costs; no more rows than columns. Shortest augmenting paths."""
    width = len(costs[0]) if costs else 0
    row_price, column_price = [0.0] * len(costs), [0.0] * (width + 1)
    owner: list[int | None] = [None] * (width + 1)
    for row in range(len(costs)):
        owner[width] = row
        column, came_from = width, [width] * (width + 1)
        slack, seen = [float("inf")] * width, [False] * (width + 1)
        while (at := owner[column]) is not None:
            seen[column] = True
            for j in (j for j in range(width) if not seen[j]):
                rest = costs[at][j] - row_price[at] - column_price[j]
                if rest < slack[j]:
                    slack[j], came_from[j] = rest, column
            following = min((j for j in range(width) if not seen[j]), key=lambda j: slack[j])
            step = slack[following]
            for j in range(width + 1):
                holder = owner[j]
                if seen[j] and holder is not None:
                    row_price[holder] += step
                    column_price[j] -= step
                elif j < width and not seen[j]:
                    slack[j] -= step
            column = following
        while column != width:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return {column: held for column, held in enumerate(owner[:width]) if held is not None}
