"""Sheets as a Word document on A4 landscape: a table each, its head repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.files.inert import printable
from ui.files.sheet import Band, Cell, Sheet

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "宋体"
_DOUBT, _HEAD, _BAND = "FFF2CC", "D9E2F3", "F2F2F2"
_WIDTH, _HEIGHT, _MARGIN = 29.7, 21.0, 1.5
"""Centimetres."""


def write_docx(sheets: Iterable[Sheet], path: Path) -> None:
    """Write `sheets` to `path`, each in a section with its number in the page header.

    Raises OSError where the file cannot be written."""
    from docx import Document
    from docx.enum.section import WD_SECTION

    document = Document()
    _default_font(document)
    for order, sheet in enumerate(sheets):
        section = document.sections[0] if order == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _page(section, sheet)
        _sheet(document, sheet)
    with path.open("wb") as file:
        document.save(file)


def _default_font(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(9)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)


def _page(section: Any, sheet: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_WIDTH), Cm(_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    section.header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.text = printable(sheet.number)
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _sheet(document: Document, sheet: Sheet) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    title = document.add_paragraph()
    run = title.add_run(printable(sheet.title))
    run.bold, run.font.size = True, Pt(16)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(rows=1, cols=len(sheet.columns), style="Table Grid")
    table.autofit = False
    widths = _widths(sheet)
    _row(table.rows[0], [Cell(column.name) for column in sheet.columns], widths, fill=_HEAD, bold=True)
    _repeat(table.rows[0])
    for entry in sheet.rows:
        added = table.add_row()
        if isinstance(entry, Band):
            merged = added.cells[0].merge(added.cells[-1])
            _cell(merged, Cell(entry.text), fill=_BAND, bold=True)
        else:
            _row(added, entry.cells, widths)
    for note in sheet.notes:
        document.add_paragraph(printable(note))


def _widths(sheet: Sheet) -> list[int]:
    from docx.shared import Cm

    whole = sum(column.width for column in sheet.columns)
    return [int(Cm((_WIDTH - 2 * _MARGIN) * column.width / whole)) for column in sheet.columns]


def _row(row: Any, cells: Sequence[Cell], widths: Sequence[int], *, fill: str = "", bold: bool = False) -> None:
    for target, cell, width in zip(row.cells, cells, widths, strict=True):
        target.width = width
        _cell(target, cell, fill=_DOUBT if cell.doubt else fill, bold=bold)


def _cell(target: Any, cell: Cell, *, fill: str = "", bold: bool = False) -> None:
    first, *rest = printable(cell.text).split("\n")
    target.paragraphs[0].add_run(first).bold = bold
    for line in rest:
        target.add_paragraph().add_run(line).bold = bold
    if fill:
        _shade(target, fill)


def _shade(target: Any, fill: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)):
        shade.set(qn(name), value)
    target._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    """Print this row again on every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
