"""Ruled tables that go on over the pages of a PDF: the header printed again, rows and merged cells cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from loaders.read.pdf_tables import PrintedCell, PrintedTable, is_wrapped, same_columns

_MOST_HEADERS = 3
_COUNT = re.compile(r"序号|编号")
_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、.．]")


def join_tables(table: PrintedTable, further: PrintedTable) -> PrintedTable | None:
    """A table and its rows on the next page: the header printed again is left out, a row or a merged cell that the
    break cut in two is one. None where the other is a table of its own."""
    if not same_columns(table, further):
        return None
    rows = further.rows[_repeated(table, further) :]
    if not rows:
        return table
    last, top = table.rows[-1], rows[0]
    broken = _is_broken(table, rows)
    ours: dict[PrintedCell, PrintedCell] = {}
    theirs: dict[PrintedCell, PrintedCell] = {}
    for column, (above, below) in enumerate(zip(last, top, strict=True)):
        if broken or (not below.lines and _is_merged(table, rows, column)):
            ours[above] = theirs[below] = ours.get(above) or replace(above, lines=above.lines + below.lines)
    return PrintedTable(
        table.columns,
        (
            *(tuple(ours.get(cell, cell) for cell in row) for row in table.rows),
            *(tuple(theirs.get(cell, cell) for cell in row) for row in rows[broken:]),
        ),
    )


def _texts(row: Sequence[PrintedCell]) -> list[str]:
    return [cell.text for cell in row]


def _repeated(table: PrintedTable, further: PrintedTable) -> int:
    """How many rows at the top of the next page are the header printed again."""
    count = 0
    for ours, theirs in list(zip(table.rows, further.rows, strict=False))[:_MOST_HEADERS]:
        if _texts(ours) != _texts(theirs) or not any(_texts(ours)):
            break
        count += 1
    return count


def _is_broken(table: PrintedTable, rows: Sequence[Sequence[PrintedCell]]) -> bool:
    """Whether the break of the page cut the last row in two: what stands on the next page has no number of its own;
    in a table without numbers it leaves cells empty, and goes on with lines that were full."""
    last, top = table.rows[-1], rows[0]
    if [len(list(run)) for _, run in groupby(last)] != [len(list(run)) for _, run in groupby(top)]:
        return False
    filled = [column for column, cell in enumerate(top) if cell.lines]
    if len(filled) == 1 and _GROUP.match(top[filled[0]].text):
        return False
    alone = [column for column in range(len(top)) if not _spans_rows(table, rows, column)]
    count = _count_column(table)
    if count is not None:
        return count in alone and not top[count].lines and bool(last[count].lines)
    margins = table.margins()
    going_on = [(last[column], top[column]) for column in alone if top[column].lines]
    return len(going_on) < sum(bool(last[column].lines) for column in alone) and all(
        above.lines and is_wrapped(above, margins[above.left], above.lines[-1], below.lines[0])
        for above, below in going_on
    )


def _count_column(table: PrintedTable) -> int | None:
    """The column that a header of the first rows calls 序号."""
    for row in table.rows[:_MOST_HEADERS]:
        for column, cell in enumerate(row):
            if _COUNT.fullmatch(cell.text):
                return column
    return None


def _spans_rows(table: PrintedTable, rows: Sequence[Sequence[PrintedCell]], column: int) -> bool:
    """Whether the cell at the break is merged over rows, on either page."""
    above = len(table.rows) > 1 and table.rows[-1][column] is table.rows[-2][column]
    return above or (len(rows) > 1 and rows[0][column] is rows[1][column])


def _is_merged(table: PrintedTable, rows: Sequence[Sequence[PrintedCell]], column: int) -> bool:
    """Whether an empty cell at the top of the next page belongs to the one above the break: it is merged over rows,
    or it stands in front of the numbers, where only the groups of the rows stand."""
    count, last = _count_column(table), table.rows[-1]
    before_numbers = count is not None and column < count and last[column] is not last[count]
    return before_numbers or _spans_rows(table, rows, column)
