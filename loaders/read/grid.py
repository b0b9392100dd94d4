"""Table cells to lines: a row a line, cells parted by a tab, a cell merged over rows repeated in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_SPAN = 500
"""No printed table merges more; a larger number is damage."""

_MAX_PARAGRAPHS = 8


@dataclass(frozen=True)
class Cell:
    """The paragraphs of a cell, and over how many rows and columns it reaches."""

    paragraphs: tuple[str, ...]
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.paragraphs).split())


def render_rows(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of a table; a row that is one cell over all columns is a line without tabs."""
    lines = []
    for texts in _grid(rows):
        filled = [text for text in texts if text]
        if len(filled) == 1 and texts[0]:
            lines.append(texts[0] if _spans_all(rows, texts[0], len(texts)) else "\t".join(texts))
        elif filled:
            lines.append("\t".join(texts))
    return lines


def _spans_all(rows: Sequence[Sequence[Cell]], text: str, width: int) -> bool:
    return any(len(row) == 1 and row[0].text == text and row[0].columns >= width for row in rows)


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The table with every place filled: a merged cell stands in each of its rows, once in a row."""
    width = max((sum(min(cell.columns, MAX_SPAN) for cell in row) for row in rows), default=0)
    hanging: dict[int, tuple[int, str]] = {}  # column -> rows still to fill, text
    grid = []
    for row in rows:
        texts: list[str] = []
        cells = iter(row)
        for_next: dict[int, tuple[int, str]] = {}
        while True:
            column = len(texts)
            if column in hanging:
                left, text = hanging[column]
                texts.append(text)
                if left > 1:
                    for_next[column] = (left - 1, text)
                continue
            cell = next(cells, None)
            if cell is None:
                if not any(other > column for other in hanging):
                    break
                texts.append("")
                continue
            for offset, text in enumerate([cell.text] + [""] * (min(cell.columns, MAX_SPAN) - 1)):
                texts.append(text)
                if min(cell.rows, MAX_SPAN) > 1:
                    for_next[column + offset] = (min(cell.rows, MAX_SPAN) - 1, text)
        hanging = for_next
        grid.append(texts + [""] * (width - len(texts)))
    return grid


def is_layout(rows: Iterable[Sequence[Cell]]) -> bool:
    """Whether the table only places text on the page: one column, or a cell that holds a whole paper."""
    rows = list(rows)
    if max((len(row) for row in rows), default=0) <= 1:
        return True
    return any(len(cell.paragraphs) > _MAX_PARAGRAPHS for row in rows for cell in row)
