"""The rows of one table of tasks: cells by column, the headings held open over them, and their paths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.extract.page import Line, Page
from loaders.text.cells import is_column_name
from loaders.text.numbering import Number, find_number
from loaders.text.numerals import parse_number

Span = tuple[int, int]
Column = Literal["count", "group", "task", "content", "lead", "bear", "support", "limit", "other"]

_ORGANS = re.compile(
    r"(?:[^、，；。]*(?:[厅局委办部院署会室处所站社团队行府县区市镇乡街道位门司心校]|等))(?:[、，；][^、，；。]*[厅局委办部院署会室处所站社团队行府县区市镇乡街道位门司心校])*"
)
_LIMIT = re.compile(r"(?=.*(?:年|月|日|季度|周|长期|持续|适时|即时|常年)).{2,30}")
_EMPTY = re.compile(r"[—\-–/\\\s无]*")
_DOTTED = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}")


@dataclass(frozen=True)
class Row:
    """A row that carries a task. `number` and `cell` are the number and the cell that make its section's heading,
    `cells` all filled cells by column; a row that goes on with the section of the row above has `opens` False."""

    path: str
    start: int
    end: int
    number: Span | None
    cell: Span
    cells: tuple[tuple[Column, Span], ...]
    opens: bool = True

    def spans(self, *columns: Column) -> list[Span]:
        return [span for column, span in self.cells if column in columns]


@dataclass(frozen=True)
class Group:
    """A numbered heading over rows: its number and its title."""

    path: str
    number: Span
    title: Span


@dataclass(frozen=True)
class TaskTable:
    """A table [start, end) of the page's text, header row included."""

    start: int
    end: int
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]


def _cells(line: Line) -> list[Span]:
    spans, at = [], line.start
    for text in line.text.split("\t"):
        bare = text.strip()
        start = at + len(text) - len(text.lstrip())
        spans.append((start, start + len(bare)))
        at += len(text) + 1
    return spans


class TableReader:
    """Reads the rows of one table in order, the headings over them held open."""

    def __init__(self, page: Page, columns: tuple[Column, ...]) -> None:
        self._text = page.text
        self._columns = columns
        self._open: list[Number] = []
        self._order: dict[str, int] = {}
        self._groups: list[Group] = []
        self._rows: list[Row] = []
        self._headed = False

    def read(self, header: Line, body: Sequence[Line]) -> TaskTable:
        """The table of these lines: headings held open, rows placed below them."""
        rows = [self._placed(line) for line in body]
        for line, cells, around in zip(body, rows, _neighbours(rows), strict=True):
            if self._say(cells, "task") and is_column_name(self._say(cells, "task")):
                continue  # the header again, at the top of a printed page
            if self._heads(cells):
                self._headed = True
                self._open_group(line.start, line.end)
            elif any(column in ("task", "content") for column in cells):
                self._add(cells, [self._merged(cells, other) for other in around])
        return TaskTable(header.start, body[-1].end, tuple(self._unique()), tuple(self._groups))

    def _say(self, cells: dict[Column, list[Span]], column: Column) -> str:
        return "".join(self._text[a:b] for a, b in cells.get(column, []))

    def _placed(self, line: Line) -> dict[Column, list[Span]]:
        """The filled cells of a row by column; where cells are missing each is placed by what it says."""
        spans = _cells(line)
        names: Sequence[Column] = self._columns[: len(spans)]
        if 1 < len(spans) < len(self._columns):
            names = [self._guess(span, at) for at, span in enumerate(spans)]
        placed: dict[Column, list[Span]] = {}
        for column, span in zip(names, spans, strict=False):
            if not _EMPTY.fullmatch(self._text[span[0] : span[1]]):
                placed.setdefault(column, []).append(span)
        return placed

    def _guess(self, span: Span, at: int) -> Column:
        text, held = self._text[span[0] : span[1]], self._columns[at]
        if at and _LIMIT.fullmatch(text) and "limit" in self._columns and not _ORGANS.fullmatch(text):
            return "limit"
        if at and _ORGANS.fullmatch(text) and held not in ("lead", "bear", "support"):
            return next((column for column in self._columns[at:] if column in ("lead", "bear", "support")), held)
        return held

    def _heads(self, cells: dict[Column, list[Span]]) -> bool:
        """一、决策公开 over all columns, or 一 and its title with the other cells empty."""
        filled = [(column, span) for column, spans in cells.items() for span in spans]
        if len(filled) == 1 and filled[0][0] in ("count", "group", "task"):
            number = find_number(self._text, filled[0][1][0])
            return filled[0][0] != "task" or bool(number and number.rank <= 4)
        count = self._say(cells, "count")
        return set(cells) == {"count", "task"} and bool(re.fullmatch("[（]?[一二三四五六七八九十]+[）、]?", count))

    def _open_group(self, start: int, end: int) -> None:
        """A heading over the rows that follow; without a number it gives their paths nothing."""
        start += len(self._text[start:end]) - len(self._text[start:end].lstrip("\t "))
        end = start + len(self._text[start:end].rstrip("\t "))
        number = find_number(self._text, start)
        if number is None:
            head, _, _ = self._text[start:end].partition("\t")
            value = parse_number(head)
            number = Number("han", value, start + len(head) + 1) if value else None
        if number:
            self._push(number, start, end)

    def _push(self, number: Number, start: int, end: int) -> None:
        path = self._path(number)
        if all(group.path != path for group in self._groups):
            bare = len(self._text[start : number.end].rstrip("\t "))
            self._groups.append(Group(path, (start, start + bare), (number.end, end)))

    def _path(self, number: Number) -> str:
        """The path of a number below those of higher styles that stand above it."""
        self._open = [*(other for other in self._open if other.rank < number.rank), number]
        return ".".join(str(other.value) for other in self._open)

    def _merged(self, cells: dict[Column, list[Span]], other: dict[Column, list[Span]] | None) -> bool:
        """Whether the task cell of this row is one with that of a neighbour: then the contents below it are the tasks."""
        return bool(
            other
            and "content" in cells
            and self._say(cells, "task")
            and self._say(cells, "task") == self._say(other, "task")
        )

    def _add(self, cells: dict[Column, list[Span]], merged: list[bool]) -> None:
        for span in cells.get("group", []):
            number = find_number(self._text, span[0])
            if number and (number.rank, number.value) not in [(other.rank, other.value) for other in self._open]:
                self._push(number, *span)
        listed = tuple((column, span) for column in cells for span in cells[column])
        head = (cells.get("task") or cells["content"])[0]
        printed = self._number(cells.get("count", [None])[0]) or self._number(head)
        inner = self._number(cells["content"][0]) if any(merged) and printed else None
        path = (
            self._next() if printed is None else printed[0] if isinstance(printed[0], str) else self._path(printed[0])
        )
        if inner:
            path = f"{path}.{inner[0] if isinstance(inner[0], str) else inner[0].value}"
            printed, head = inner, cells["content"][0]
        # A number or a task cell merged over rows: they are tasks of one section.
        same = bool(self._rows) and self._rows[-1].path == path and not self._headed
        goes_on = same and (merged[0] or "count" in cells)
        self._headed = False
        start, end = min(a for _, (a, _) in listed), max(b for _, (_, b) in listed)
        self._rows.append(Row(path, start, end, printed[1] if printed else None, head, listed, opens=not goes_on))

    def _next(self) -> str:
        """The order of a row without a printed number, counted under its heading."""
        prefix = "".join(f"{number.value}." for number in self._open)
        self._order[prefix] = self._order.get(prefix, 0) + 1
        return f"{prefix}{self._order[prefix]}"

    def _number(self, span: Span | None) -> tuple[Number | str, Span] | None:
        """The number that a cell is, or that stands at its start; of a dotted one (2.1) the path as printed."""
        if span is None:
            return None
        text = self._text[span[0] : span[1]]
        dotted = _DOTTED.match(text)
        if dotted:
            return dotted[0].replace("．", "."), (span[0], span[0] + dotted.end())
        number = find_number(self._text, span[0])
        if number and number.end <= span[1]:
            return number, (span[0], span[0] + len(self._text[span[0] : number.end].rstrip()))
        value = parse_number(text.strip("、.．"))
        return (Number("arabic" if text.isascii() else "han", value, span[1]), span) if value else None

    def _unique(self) -> Iterator[Row]:
        """The rows; where one number is printed for two tasks (each group counts anew), all by their order."""
        paths = [row.path for row in self._rows if row.opens]
        if len(set(paths)) == len(paths):
            yield from self._rows
            return
        order = 0
        for row in self._rows:
            order += row.opens
            yield replace(row, path=str(order))


def _neighbours(
    rows: Sequence[dict[Column, list[Span]]],
) -> Iterator[list[dict[Column, list[Span]] | None]]:
    """The row before and the row after each row."""
    for before, after in zip([None, *rows[:-1]], [*rows[1:], None], strict=True):
        yield [before, after]
