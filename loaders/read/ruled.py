"""From ruling lines to tables: the places between the lines, and which of them are one cell. Plain geometry."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from loaders.read.rulings import SNAP, Ruling, Rulings, snap

_MOST_LINES = 1500
_MOST_PLACES = 20_000
_OPEN_SIDE = 12.0
"""A column or row without an outer line is at least a character wide."""


@dataclass(frozen=True)
class Grid:
    """The places of one ruled table, on a page whose y goes up.

    `columns` are the bounds from left to right, `rows` those from the top down; `cells` gives each place, by row
    and column, the number of its cell: places that no line parts are one cell."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def area(self) -> float:
        return (self.columns[-1] - self.columns[0]) * (self.rows[0] - self.rows[-1])

    def find_cell(self, x: float, y: float) -> int | None:
        """The number of the cell a point lies in; None outside the table."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right(self.rows, -y, key=lambda bound: -bound) - 1
        if 0 <= row < len(self.cells) and 0 <= column < len(self.cells[0]):
            return self.cells[row][column]
        return None

    def holds(self, other: Grid) -> bool:
        """Whether the other table lies within this one."""
        return (
            self.columns[0] <= other.columns[0]
            and other.columns[-1] <= self.columns[-1]
            and self.rows[0] >= other.rows[0]
            and other.rows[-1] >= self.rows[-1]
        )


def find_grids(rulings: Rulings) -> list[Grid]:
    """The grids of at least two columns, from the top down; a frame, underlines and rules that do not meet are none."""
    if not 2 <= len(rulings.level) + len(rulings.upright) <= _MOST_LINES:
        return []
    grids = [grid for level, upright in _connected(rulings) if (grid := _make(level, upright))]
    return sorted(grids, key=lambda grid: -grid.rows[0])


def _connected(rulings: Rulings) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """The groups of lines that touch one another."""
    left = set(range(len(rulings.upright)))
    waiting = set(range(len(rulings.level)))
    while waiting:
        level: list[Ruling] = []
        upright: list[Ruling] = []
        reached = [waiting.pop()]
        while reached:
            line = rulings.level[reached.pop()]
            level.append(line)
            meeting = {index for index in left if _meet(line, rulings.upright[index])}
            left -= meeting
            upright += [rulings.upright[index] for index in sorted(meeting)]
            further = {
                index
                for index in waiting
                if any(_meet(rulings.level[index], rulings.upright[other]) for other in meeting)
            }
            waiting -= further
            reached += sorted(further)
        if upright:
            yield level, upright


def _meet(level: Ruling, upright: Ruling) -> bool:
    return level.low - SNAP <= upright.at <= level.high + SNAP and upright.low - SNAP <= level.at <= upright.high + SNAP


def _make(level: list[Ruling], upright: list[Ruling]) -> Grid | None:
    """The grid of lines that touch one another; None where they make no two columns."""
    columns = _bounds(upright, level)
    rows = _bounds(level, upright)[::-1]
    if len(columns) < 3 or len(rows) < 2 or len(columns) * len(rows) > _MOST_PLACES:
        return None
    across = [[line for line in level if abs(line.at - y) <= SNAP] for y in rows[1:-1]]
    down = [[line for line in upright if abs(line.at - x) <= SNAP] for x in columns[1:-1]]
    parted_right = [[_is_covered(lines, low, high) for lines in down] for high, low in pairwise(rows)]
    parted_below = [[_is_covered(lines, low, high) for low, high in pairwise(columns)] for lines in across]
    cells = _numbered(parted_right, parted_below)
    return _without_idle(columns, rows, cells)


def _without_idle(columns: list[float], rows: list[float], cells: Sequence[Sequence[int]]) -> Grid | None:
    """The grid without the bounds that part no cells, as an underline makes one; None if one column is left."""
    down = [0, *(index for index in range(1, len(cells)) if cells[index] != cells[index - 1])]
    upright = list(zip(*cells, strict=True))
    across = [0, *(index for index in range(1, len(upright)) if upright[index] != upright[index - 1])]
    if len(across) < 2:
        return None
    return Grid(
        (*(columns[index] for index in across), columns[-1]),
        (*(rows[index] for index in down), rows[-1]),
        tuple(tuple(cells[row][column] for column in across) for row in down),
    )


def _bounds(across: Sequence[Ruling], along: Sequence[Ruling]) -> list[float]:
    """The places of the lines across, and how far those along them reach where a side is left open."""
    bounds = snap([line.at for line in across])
    low, high = min(line.low for line in along), max(line.high for line in along)
    before = [low] if not bounds or low < bounds[0] - _OPEN_SIDE else []
    after = [high] if not bounds or high > bounds[-1] + _OPEN_SIDE else []
    return before + bounds + after


def _is_covered(lines: Sequence[Ruling], low: float, high: float) -> bool:
    """Whether the lines of one place run along most of the stretch from `low` to `high`."""
    return sum(max(0.0, min(line.high, high) - max(line.low, low)) for line in lines) > (high - low) / 2


def _numbered(parted_right: list[list[bool]], parted_below: list[list[bool]]) -> tuple[tuple[int, ...], ...]:
    """The places by row and column, those that no line parts under one number, counted in reading order."""
    height, width = len(parted_right), len(parted_right[0]) + 1
    cells = [[-1] * width for _ in range(height)]
    count = 0
    for first in product(range(height), range(width)):
        reached = [first]
        while reached:
            row, column = reached.pop()
            if cells[row][column] < 0:
                cells[row][column] = count
                reached += _beside(row, column, parted_right, parted_below)
        count = max(count, cells[first[0]][first[1]] + 1)
    return tuple(map(tuple, cells))


def _beside(
    row: int, column: int, parted_right: list[list[bool]], parted_below: list[list[bool]]
) -> Iterator[tuple[int, int]]:
    """The places around one that no line parts from it."""
    if column < len(parted_right[row]) and not parted_right[row][column]:
        yield row, column + 1
    if column and not parted_right[row][column - 1]:
        yield row, column - 1
    if row < len(parted_below) and not parted_below[row][column]:
        yield row + 1, column
    if row and not parted_below[row - 1][column]:
        yield row - 1, column
