"""A table for the office as a value: XLSX, DOCX and CSV are drawn from the same one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """`width` is in half-width characters, as spreadsheets count; A4 landscape has about 145 of them."""

    name: str
    width: int


@dataclass(frozen=True)
class Cell:
    """`doubt` says why a person should look at the original; "" where nothing is in doubt."""

    text: str
    doubt: str = ""


@dataclass(frozen=True)
class Band:
    """A row across all columns: the heading of a section."""

    text: str


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]

    @property
    def doubts(self) -> tuple[str, ...]:
        """The doubts of all cells, each once."""
        return tuple(dict.fromkeys(doubt for cell in self.cells for doubt in cell.doubt.split("\n") if doubt))


@dataclass(frozen=True)
class Sheet:
    """`name` is short (a tab), `title` stands over the table, `number` in the header of each page, `notes` under the
    table."""

    name: str
    title: str
    number: str
    columns: tuple[Column, ...]
    rows: tuple[Row | Band, ...]
    notes: tuple[str, ...] = ()

    def banded(self) -> Iterator[tuple[str, Row]]:
        """Each row with the bands that it stands under, the outer one first."""
        band = ""
        for row in self.rows:
            if isinstance(row, Band):
                band = row.text
            else:
                yield band, row
