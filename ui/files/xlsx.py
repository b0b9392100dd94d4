"""Sheets as an Excel workbook that prints on A4 landscape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.files.inert import is_formula, printable
from ui.files.sheet import Band, Cell, Row, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FONT = "宋体"
_SIZE = 10
_LINE = 14.0
"""Points of one line of text of this size."""
_LINES = 26
"""The most lines in a row: spreadsheets cut a row off at 409 points, and a page of A4 landscape holds about 450."""
_DOUBT = "FFF2CC"
_HEAD = "D9E2F3"
_BAND = "F2F2F2"
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_AUTHOR = "zwgk"


def write_xlsx(sheets: Iterable[Sheet], path: Path) -> None:
    """Write `sheets` to `path`, one tab each. Raises OSError where the file cannot be written."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for sheet in sheets:
        _add(book, sheet)
    if not book.worksheets:
        book.create_sheet("空")
    book.properties.creator = _AUTHOR
    with path.open("wb") as file:
        book.save(file)


def _add(book: Workbook, sheet: Sheet) -> None:
    page = book.create_sheet(_tab(sheet.name, book.sheetnames))
    width = len(sheet.columns)
    for index, column in enumerate(sheet.columns, 1):
        page.column_dimensions[_letter(index)].width = column.width
    _wide(page, 1, width, sheet.title, size=16, bold=True, height=30.0, centre=True)
    for index, column in enumerate(sheet.columns, 1):
        _put(page, 2, index, Cell(column.name), fill=_HEAD, bold=True, centre=True)
    page.row_dimensions[2].height = 20.0
    row = 3
    for entry in sheet.rows:
        if isinstance(entry, Band):
            _wide(page, row, width, entry.text, bold=True, height=20.0, fill=_BAND, border=True)
            row += 1
            continue
        for cells in _parts(entry, sheet):
            _fill(page, row, cells, sheet)
            row += 1
    last = row - 1
    for note in sheet.notes:
        height = _LINE * _line_count(note, sum(column.width for column in sheet.columns))
        _wide(page, row, width, note, size=9, height=height)
        row += 1
    _print_set_up(page, sheet, max(last, 2))


def _fill(page: Worksheet, row: int, cells: Sequence[Cell], sheet: Sheet) -> None:
    for index, cell in enumerate(cells, 1):
        _put(page, row, index, cell, fill=_DOUBT if cell.doubt else "", centre=index == 1)
    lines = (_line_count(cell.text, column.width) for cell, column in zip(cells, sheet.columns, strict=True))
    page.row_dimensions[row].height = _LINE * max(lines, default=1) + 4


def _parts(row: Row, sheet: Sheet) -> Iterator[list[Cell]]:
    """The row, in as many rows as it needs to be seen whole; those behind the first say 续."""
    columns = [_pieces(cell, column.width) for cell, column in zip(row.cells, sheet.columns, strict=True)]
    for order, cells in enumerate(zip_longest(*columns, fillvalue=None)):
        part = [cell or Cell("") for cell in cells]
        if order:
            part[0] = Cell(f"{row.cells[0].text}续")
        yield part


def _pieces(cell: Cell, width: int) -> list[Cell]:
    """The cell's text in pieces of at most `_LINES` lines, cut behind a sentence where that is possible."""
    pieces, rest = [], cell.text
    while _line_count(rest, width) > _LINES:
        size = _fitting(rest, width)
        cut = max((rest.rfind(mark, size // 2, size) + 1 for mark in "。；\n，、"), default=0) or size
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [Cell(piece, cell.doubt) for piece in (*pieces, rest)]


def _fitting(text: str, width: int) -> int:
    """How many characters of `text` fill `_LINES` lines."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _line_count(text[:middle], width) <= _LINES else (low, middle - 1)
    return low


def _line_count(text: str, width: int) -> int:
    """How many lines `text` takes in a column of `width`; a character of full width takes nearly two of half width."""
    room = max(width - 2, 2)
    return sum(max(1, -(-_units(line) // room)) for line in text.split("\n"))


def _units(line: str) -> int:
    return sum(2 if ord(char) > 0x2E7F or char in "“”‘’…—–·" else 1 for char in line)


def _put(
    page: Worksheet, row: int, column: int, cell: Cell, *, fill: str = "", bold: bool = False, centre: bool = False
) -> None:
    from openpyxl.comments import Comment

    target = page.cell(row, column)
    _text(target, cell.text)
    _style(target, fill=fill, bold=bold, centre=centre, border=True)
    if cell.doubt:
        target.comment = Comment(printable("待核：" + cell.doubt), _AUTHOR)


def _text(target: Any, text: str) -> None:
    """As text, whatever it looks like: no formula is ever written, and editing the cell makes none of it either."""
    target.value = printable(text)
    target.data_type = "s"
    if is_formula(target.value):
        target.quotePrefix = True


def _wide(
    page: Worksheet,
    row: int,
    width: int,
    text: str,
    *,
    height: float,
    size: int = _SIZE,
    bold: bool = False,
    fill: str = "",
    centre: bool = False,
    border: bool = False,
) -> None:
    """One merged row."""
    for column in range(1, width + 1):
        _style(page.cell(row, column), fill=fill, bold=bold, size=size, centre=centre, border=border)
    _text(page.cell(row, 1), text)
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    page.row_dimensions[row].height = height


def _style(target: Any, *, fill: str, bold: bool, centre: bool, border: bool, size: int = _SIZE) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    target.font = Font(name=_FONT, size=size, bold=bold)
    target.alignment = Alignment(
        wrap_text=True, vertical="center" if centre or bold else "top", horizontal="center" if centre else "left"
    )
    if fill:
        target.fill = PatternFill("solid", fgColor=fill)
    if border:
        thin = Side(style="thin", color="808080")
        target.border = Border(left=thin, right=thin, top=thin, bottom=thin)


def _print_set_up(page: Worksheet, sheet: Sheet, last: int) -> None:
    """A4 landscape, one page wide, the heads on each page, the number above and the page below, a filter."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = page.ORIENTATION_LANDSCAPE
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top, page.page_margins.bottom = 0.8, 0.6
    page.print_title_rows = "1:2"
    page.freeze_panes = "A3"
    page.auto_filter.ref = f"A2:{_letter(len(sheet.columns))}{last}"
    page.oddHeader.right.text = printable(sheet.number).replace("&", "&&")[:200]  # type: ignore[union-attr]
    page.oddFooter.center.text = "第 &P 页 共 &N 页"  # type: ignore[union-attr]


def _tab(name: str, taken: Sequence[str]) -> str:
    """A name that a tab may have: at most 31 characters, none of those forbidden, no other tab's."""
    plain = _NOT_IN_NAMES.sub("", printable(name)).strip("'")[:31] or "表"
    order = 2
    lower = {other.lower() for other in taken}
    found = plain
    while found.lower() in lower:
        found = f"{plain[: 30 - len(str(order))]}~{order}"
        order += 1
    return found


def _letter(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(index)
