"""A shortest way, found from both ends."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from ui.exploring import paths
from ui.exploring.paths import STEPS, find_way

Pairs = set[tuple[str, str]]


def _links(edges: Pairs) -> Callable[[list[str]], Iterable[tuple[str, str]]]:
    both = edges | {(b, a) for a, b in edges}
    return lambda nodes: [(a, b) for a, b in both if a in nodes]


def _distance(edges: Pairs, start: str, end: str) -> int | None:
    seen, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for _, other in _links(edges)([here]):
            if other not in seen:
                seen[other] = seen[here] + 1
                waiting.append(other)
    return seen.get(end)


def test_it_is_as_short_as_a_plain_search_says() -> None:
    chance = random.Random(7)
    for _ in range(200):
        names = [f"n{i}" for i in range(14)]
        edges = {(chance.choice(names), chance.choice(names)) for _ in range(chance.randint(4, 26))}
        edges = {(a, b) for a, b in edges if a != b}
        start, end = chance.sample(names, 2)
        way, far = find_way(_links(edges), start, end), _distance(edges, start, end)
        if far is None or far > STEPS:
            assert way == []
        else:
            assert len(way) == far + 1
            assert (way[0], way[-1]) == (start, end)
            assert all((a, b) in edges or (b, a) in edges for a, b in pairwise(way))
            assert way == find_way(_links(edges), start, end)


def test_no_way_to_itself_nor_over_more_than_the_steps_that_say_something() -> None:
    chain = {(f"n{i}", f"n{i + 1}") for i in range(STEPS + 1)}
    assert find_way(_links(chain), "n0", "n0") == []
    assert len(find_way(_links(chain), "n0", f"n{STEPS}")) == STEPS + 1
    assert find_way(_links(chain), "n0", f"n{STEPS + 1}") == []


def test_too_wide_a_layer_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = {("a", f"x{i}") for i in range(5)} | {("b", f"y{i}") for i in range(5)} | {("x0", "z"), ("z", "y0")}
    assert find_way(_links(wide), "a", "b") == ["a", "x0", "z", "y0", "b"]
    monkeypatch.setattr(paths, "WIDEST", 4)
    assert find_way(_links(wide), "a", "b") == []
