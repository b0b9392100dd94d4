"""PDF pages with ruled tables, as reportlab writes them with a font that every PDF reader knows by name."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

HEADER = ("序号", "工作任务", "具体要求", "牵头单位", "责任单位", "完成时限")
WIDTHS = (34, 86, 140, 66, 80, 66)
ABOVE = "^"
"""In a place: its cell is merged with the one above."""
BEFORE = "<"
"""In a place: its cell is merged with the one before."""


@dataclass(frozen=True)
class Ruled:
    """A table: texts by row and column, how wide the columns are, and its ruling lines: `stroke`, `fill` (thin
    rectangles), `open` (no outer lines at the sides), `form` (one path, drawn small and placed large) or `none`."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = WIDTHS
    lines: str = "stroke"
    align: str = "LEFT"


@dataclass(frozen=True)
class Sheet:
    """A page of printed lines and tables from the top down; `turned` lays the content sideways on it."""

    blocks: Sequence[str | Ruled]
    rotation: int = 0
    turned: bool = False
    rects: Sequence[tuple[float, float, float, float]] = field(default=())
    underlined: bool = False


def write_pdf(*sheets: Sheet) -> bytes:
    """The file of these pages."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file)
    for sheet in sheets:
        canvas.setPageSize(A4 if sheet.turned or not sheet.rotation else landscape(A4))
        canvas.setPageRotation(sheet.rotation)
        if sheet.turned:
            canvas.translate(A4[0], 0)
            canvas.rotate(90)
        _draw(canvas, sheet, A4[0] if sheet.turned or sheet.rotation else A4[1])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Any, sheet: Sheet, height: float) -> None:
    for rect in sheet.rects:
        canvas.rect(*rect)
    top = height - 72
    for block in sheet.blocks:
        if isinstance(block, str):
            top -= 26
            canvas.setFont("STSong-Light", 14)
            canvas.drawString(72, top, block)
            if sheet.underlined:
                canvas.line(72, top - 3, 72 + 14 * len(block), top - 3)
        else:
            top = _draw_table(canvas, block, top - 10)


def _draw_table(canvas: Any, ruled: Ruled, top: float) -> float:
    style = ParagraphStyle("cell", fontName="STSong-Light", fontSize=10.5, leading=14, wordWrap="CJK")
    style.alignment = {"LEFT": 0, "CENTER": 1}[ruled.align]
    texts = [["" if text in (ABOVE, BEFORE) else text for text in row] for row in ruled.rows]
    cells = [[[Paragraph(part, style) for part in text.split("\n") if part] for text in row] for row in texts]
    table = Table(cells, colWidths=ruled.widths)
    spans = list(_spans(ruled.rows))
    table.setStyle([("SPAN", *span) for span in spans] + [("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    if ruled.lines in ("stroke", "open"):
        table.setStyle([("INNERGRID", (0, 0), (-1, -1), 0.5, "black")])
        sides = ("LINEABOVE", "LINEBELOW") if ruled.lines == "open" else ("BOX",)
        table.setStyle([(side, (0, 0), (-1, -1 if side != "LINEABOVE" else 0), 0.5, "black") for side in sides])
    _, height = table.wrapOn(canvas, sum(ruled.widths), 800)
    table.drawOn(canvas, 60, top - height)
    if ruled.lines == "fill":
        _fill_borders(canvas, table, spans, top - height)
    if ruled.lines == "form":
        _place_form(canvas, table, top - height)
    return float(top - height)


def _place_form(canvas: Any, table: Any, bottom: float) -> None:
    """All lines, the level ones longer than need be, as one path of a form that is drawn at half its size."""
    canvas.beginForm("grid")
    canvas.setLineWidth(0.25)
    path = canvas.beginPath()
    for x in table._colpositions:
        path.moveTo(x / 2, 0)
        path.lineTo(x / 2, table._rowpositions[0] / 2)
    for y in table._rowpositions:
        path.moveTo(-3, y / 2)
        path.lineTo(table._colpositions[-1] / 2 + 3, y / 2)
    canvas.drawPath(path)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(60, bottom)
    canvas.scale(2, 2)
    canvas.doForm("grid")
    canvas.restoreState()


def _spans(rows: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The corners, column and row, of each merged cell."""
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text in (ABOVE, BEFORE):
                continue
            right, below = x, y
            while right + 1 < len(row) and row[right + 1] == BEFORE:
                right += 1
            while below + 1 < len(rows) and rows[below + 1][x] == ABOVE:
                below += 1
            if (right, below) != (x, y):
                yield (x, y), (right, below)


def _fill_borders(canvas: Any, table: Any, spans: Sequence[Any], bottom: float) -> None:
    """Each side of each cell as a filled rectangle half a point thin, with a square at every corner (as Word prints)."""
    inner = {
        (x, y): span
        for span in spans
        for x in range(span[0][0], span[1][0] + 1)
        for y in range(span[0][1], span[1][1] + 1)
    }
    columns, rows = [60 + x for x in table._colpositions], [bottom + y for y in table._rowpositions]
    for y, (high, low) in enumerate(pairwise(rows)):
        for x, (left, right) in enumerate(pairwise(columns)):
            (x0, y0), (x1, y1) = inner.get((x, y), ((x, y), (x, y)))
            for across, here in ((left, x == x0), (right, x == x1)):
                if here:
                    canvas.rect(across - 0.24, low + 0.24, 0.48, high - low - 0.48, stroke=0, fill=1)
            for up, here in ((high, y == y0), (low, y == y1)):
                if here:
                    canvas.rect(left + 0.24, up - 0.24, right - left - 0.48, 0.48, stroke=0, fill=1)
            for corner in ((left, low), (left, high), (right, low), (right, high)):
                canvas.rect(corner[0] - 0.24, corner[1] - 0.24, 0.48, 0.48, stroke=0, fill=1)
