"""The ruled tables of a PDF page: their cells with the lines printed in them, and the lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from loaders.read.grid import Cell, is_layout, render_rows
from loaders.read.printed import Char, Line, find_lines, find_turn, read_chars, write
from loaders.read.ruled import Grid, find_grids
from loaders.read.rulings import SNAP, UNTURNED, find_strokes, join_strokes

_WIDEST_MARGIN = 8.0


@dataclass(frozen=True, eq=False)
class PrintedCell:
    """A cell between its left and right ruling lines, and the lines printed in it. Two are equal if they are one."""

    left: float
    right: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True)
class PrintedTable:
    """The places of a table by row and column; a merged cell stands in each of its places."""

    columns: tuple[float, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]

    def render(self) -> list[str]:
        """A row a line, as of the tables of all readers."""
        return render_rows(self.cells())

    def cells(self) -> list[list[Cell]]:
        """The cells of each row with their paragraphs; one merged over rows in each of them."""
        margins = self.margins()
        return [
            [Cell(_paragraphs(cell, margins[cell.left]), columns=len(list(run))) for cell, run in groupby(row)]
            for row in self.rows
        ]

    def margins(self) -> dict[float, float]:
        """The white on either side of the text in the cells that begin at a column."""
        margins = {cell.left: _WIDEST_MARGIN for row in self.rows for cell in row}
        for cell in {cell for row in self.rows for cell in row}:
            for line in cell.lines:
                margins[cell.left] = max(0.0, min(margins[cell.left], line.indent))
        return margins


def _paragraphs(cell: PrintedCell, margin: float) -> tuple[str, ...]:
    """The paragraphs of a cell; lines that are merely wrapped are joined, Latin words by a blank."""
    paragraphs = [cell.lines[0].text] if cell.lines else []
    for before, line in pairwise(cell.lines):
        if is_wrapped(cell, margin, before, line):
            between = " " if re.search("[!-,.-~]$", before.text) and re.match("[!-~]", line.text) else ""
            paragraphs[-1] += between + line.text
        else:
            paragraphs.append(line.text)
    return tuple(paragraphs)


def is_wrapped(cell: PrintedCell, margin: float, before: Line, line: Line) -> bool:
    """Whether the first word of a line had no room on the line before."""
    return before.width + line.first > cell.right - cell.left - 2 * margin - 1


def same_columns(table: PrintedTable, further: PrintedTable) -> bool:
    """Whether the columns are as wide, wherever on the page they stand."""
    return len(table.columns) == len(further.columns) and all(
        abs((ours - table.columns[0]) - (theirs - further.columns[0])) <= SNAP
        for ours, theirs in zip(table.columns, further.columns, strict=True)
    )


def read_blocks(page: Any, layer: Any, before: PrintedTable | None) -> list[str | PrintedTable]:
    """The lines and tables of a page (pypdfium2's) from the top down; [] of a page without tables.

    `before` is the table at the end of the page before: of one that goes on a single row may be left."""
    strokes = find_strokes(page)
    turn = find_turn(layer) if strokes else UNTURNED
    grids = find_grids(join_strokes(strokes, turn))
    if not grids:
        return []
    chars = read_chars(layer, turn)
    found: list[tuple[Grid, PrintedTable]] = []
    for grid in sorted(grids, key=lambda grid: grid.area):  # the inner of two before the outer
        table = _fill(grid, chars)
        if _is_table(table, before) and not any(grid.holds(inner) for inner, _ in found):
            found.append((grid, table))
    return _in_order(chars, sorted(found, key=lambda pair: -pair[0].rows[0])) if found else []


def _fill(grid: Grid, chars: Sequence[Char]) -> PrintedTable:
    inside: dict[int | None, list[Char]] = {}
    cell: int | None = None
    for char in chars:
        cell = cell if char.is_added else grid.find_cell(*char.middle)
        inside.setdefault(cell, []).append(char)
    spans: dict[int, list[int]] = {}
    for row in grid.cells:
        for column, number in enumerate(row):
            spans.setdefault(number, []).append(column)
    cells = {
        number: PrintedCell(
            left := grid.columns[min(columns)],
            grid.columns[max(columns) + 1],
            tuple(find_lines(inside.get(number, ()), left)),
        )
        for number, columns in spans.items()
    }
    return PrintedTable(grid.columns, tuple(tuple(cells[number] for number in row) for row in grid.cells))


def _is_table(table: PrintedTable, before: PrintedTable | None) -> bool:
    """Whether rules part text into columns: in two rows, in one of three cells, or as the table before did."""
    filled = [len({cell for cell in row if cell.lines}) for row in table.rows]
    if before and max(filled) and same_columns(before, table):
        return True
    if len(filled) == 1 and is_layout(table.cells()):
        return False
    return max(filled) > 2 or sum(count > 1 for count in filled) > 1


def _in_order(chars: Sequence[Char], found: Sequence[tuple[Grid, PrintedTable]]) -> list[str | PrintedTable]:
    """The tables, and the lines outside them, each behind the tables that begin above it."""
    outside: list[list[Char]] = [[] for _ in range(len(found) + 1)]
    place: int | None = None
    for char in chars:
        if not char.is_added:
            was, place = place, _place(char, found)
            if place is not None and place != was:
                outside[place].append(char._replace(text="\n"))
        if place is not None:
            outside[place].append(char)
    blocks: list[str | PrintedTable] = []
    for index, part in enumerate(outside):
        blocks += [line.rstrip() for line in write(part).splitlines() if line.strip()]
        blocks += [found[index][1]] if index < len(found) else []
    return blocks


def _place(char: Char, found: Sequence[tuple[Grid, PrintedTable]]) -> int | None:
    """How many tables begin above a character; None where it stands in one."""
    x, y = char.middle
    if any(grid.find_cell(x, y) is not None for grid, _ in found):
        return None
    return sum(grid.rows[0] > y for grid, _ in found)
