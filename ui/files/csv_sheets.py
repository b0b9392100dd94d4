"""Sheets as one CSV for spreadsheets: all in one table, each row with its sheet, its number and its section."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from ui.files.inert import quoted
from ui.files.sheet import Sheet

_HEADS = ("表", "文件", "章节标题")


def write_sheets_csv(sheets: Iterable[Sheet], path: Path) -> None:
    """Write `sheets`, whose columns are the same, to `path` with a byte-order mark, by which spreadsheets know UTF-8.

    Raises OSError where the file cannot be written."""
    columns: tuple[str, ...] | None = None
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        for sheet in sheets:
            names = tuple(column.name for column in sheet.columns)
            if columns is None:
                columns = names
                writer.writerow([*_HEADS, *names])
            if names != columns:
                continue
            for band, row in sheet.banded():
                cells = (sheet.name, sheet.number, band, *(cell.text for cell in row.cells))
                writer.writerow([quoted(cell) for cell in cells])
