"""DOCX to text: paragraphs and tables in the order of the paper, automatic numbers printed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from loaders.errors import ReadError
from loaders.read.grid import MAX_SPAN, Cell, is_layout, render_rows
from loaders.read.numbered import Numbering

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What Word does not print as part of the text: deletions, notes' marks, field codes, pinyin over characters.
_UNPRINTED = frozenset(
    {f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rt", "footnoteReference", "pPr", "rPr")}
)
_UNPRINTED |= {_FALLBACK}
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MAX_UNPACKED = 200_000_000
_DAMAGED = "用 Word 或 WPS 打开后另存为 .docx (open it in Word or WPS and save it again)"


def read_docx(raw: bytes) -> str:
    """The text of a Word file; headers, footers, notes, deletions and tables of contents left out.

    Raises ReadError for a file that is damaged, too large when unpacked, or without text."""
    document = _open(raw)
    numbering = Numbering(document)
    lines = [line.strip(" \u00a0\u3000") for line in _blocks(document.element.body, numbering)]
    text = "\n".join(line for line in lines if line)
    if not text:
        raise ReadError(
            "Word 文件里没有文字 (no text in it)", "若是扫描件，先做文字识别 (if it is a scan, OCR it first)"
        )
    return text + "\n"


def _open(raw: bytes) -> Document:
    from docx import Document as open_document

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MAX_UNPACKED:
                raise ReadError("文件解压后太大 (too large when unpacked)", _DAMAGED)
        return open_document(io.BytesIO(raw))
    except ReadError:
        raise
    except Exception as error:  # python-docx raises whatever its parser trips over
        raise ReadError(f"Word 文件已损坏 (damaged): {type(error).__name__}", _DAMAGED) from error


def _blocks(parent: Any, numbering: Numbering) -> Iterator[str]:
    """The lines of the paragraphs and tables below `parent`, content controls and tracked insertions opened."""
    for element in parent:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, numbering)
        elif element.tag == f"{_W}tbl":
            yield from _table(element, numbering)
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            yield from _blocks(element, numbering)


def _paragraph(paragraph: Any, numbering: Numbering) -> Iterator[str]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from _blocks(box, numbering)
    if numbering.is_contents(paragraph):
        return
    text = "".join(_printed(paragraph))
    if text.strip():
        yield from (numbering.next_number(paragraph) + text).replace("\t", " ").split("\n")


def _printed(element: Any) -> Iterator[str]:
    """The printed characters of a paragraph's runs, in order."""
    for child in element:
        if child.tag in _UNPRINTED or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}r" and child.find(f"{_W}rPr/{_W}vanish") is not None:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif isinstance(child.tag, str):
            yield _CHARACTERS.get(child.tag.removeprefix(_W), "")
            yield from _printed(child)


def _table(table: Any, numbering: Numbering) -> list[str]:
    rows = list(_rows(table, numbering))
    if is_layout(rows):
        return [paragraph for row in rows for cell in row for paragraph in cell.paragraphs]
    return render_rows(rows)


def _rows(table: Any, numbering: Numbering) -> Iterator[list[Cell]]:
    """The cells of each row; one that goes on from above repeats what stands there."""
    above: dict[int, Cell] = {}
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table or row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        before = _number(row.find(f"{_W}trPr/{_W}gridBefore"))
        cells = [Cell(())] * before
        column = before
        for cell in _cells(row):
            columns = _number(cell.find(f"{_W}tcPr/{_W}gridSpan")) or 1
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
            made = (
                above[column] if goes_on and column in above else Cell(tuple(_blocks(cell, numbering)), columns=columns)
            )
            cells.append(made)
            above[column] = made
            column += columns
        yield cells


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == f"{_W}tc":
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _cells(element)


def _number(element: Any) -> int:
    value = "" if element is None else str(element.get(f"{_W}val", ""))
    return min(int(value), MAX_SPAN) if value.isascii() and value.isdigit() else 0
