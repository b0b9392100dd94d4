"""PDF with a text layer to text: the lines as printed, ruled tables as rows; page numbers and running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.errors import ReadError
from loaders.read.page_breaks import join_tables
from loaders.read.pdf_tables import PrintedTable, read_blocks

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

Page = list[str | PrintedTable]
"""The printed lines of a page, and its tables."""

MAX_PAGES = 2000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_PAGE_NUMBER = re.compile(
    r"[\s\-—–―·•~]*(?:第\s*)?\d{1,4}\s*页?(?:\s*/\s*\d{1,4}|\s*[/,，]?\s*共?\s*\d{1,4}\s*页)?[\s\-—–―·•~]*"
)
_EDGE = 2
_REPEATS = 3
_GARBLED = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_OCR = "先做文字识别（OCR），另存为带文字层的 PDF 或 .txt 再试 (run OCR first, save it with a text layer or as .txt)"
_DAMAGED = "重新下载，或用阅读器另存后再试 (download it again, or save it anew from a viewer)"


def read_pdf(raw: bytes) -> str:
    """The text layer of a PDF, a printed line a line, a row of a ruled table a line with its cells parted by tabs.

    Raises ReadError for a file that is encrypted, damaged, scanned (no text layer) or set in fonts without characters."""
    with _open(raw) as document:
        if len(document) > MAX_PAGES:
            raise ReadError(
                f"页数太多：{len(document)} (too many pages)", "拆成一份通知一个文件 (split it, one notice a file)"
            )
        pages = _pages(document)
    if sum(not page for page in pages) > len(pages) / 2:
        raise ReadError("没有文字层，应是扫描件 (no text layer)", _OCR)
    text = "\n".join(_lines(_without_edges(pages)))
    if not text.strip():
        raise ReadError("没有文字层，应是扫描件 (no text layer)", _OCR)
    if len(_GARBLED.findall(text)) > 0.05 * len(text):
        raise ReadError("文字层是乱码，字体没有字符编码 (garbled text layer)", _OCR)
    return text + "\n"


def _open(raw: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(raw)
    except PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ReadError(
                "PDF 有打开密码 (encrypted)", "去掉密码另存后再试 (save it without the password)"
            ) from error
        raise ReadError(f"PDF 已损坏 (damaged): {error}", _DAMAGED) from error


def _pages(document: PdfDocument) -> list[Page]:
    """The printed lines of each page, blank ones left out, and its tables."""
    from pypdfium2 import PdfiumError

    pages: list[Page] = []
    try:
        for page in document:
            layer = page.get_textpage()
            pages.append(read_blocks(page, layer, _last_table(pages)) or _printed_lines(layer))
            layer.close()
            page.close()
    except PdfiumError as error:
        raise ReadError(f"PDF 已损坏 (damaged): page {len(pages) + 1}", _DAMAGED) from error
    return pages


def _printed_lines(layer: PdfTextPage) -> Page:
    # PDFium marks a hyphen at a line's end, joined in its view, with U+FFFE.
    text = layer.get_text_bounded().replace("\ufffe", "-").replace("\t", " ")
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def _last_table(pages: list[Page]) -> PrintedTable | None:
    """The last table of the page before."""
    tables = [block for block in pages[-1] if isinstance(block, PrintedTable)] if pages else []
    return tables[-1] if tables else None


def _lines(pages: list[Page]) -> Iterator[str]:
    """All lines in order; a table that goes on at the top of the next page is one."""
    blocks: Page = []
    for page in pages:
        if page and blocks and (joined := _joined(blocks[-1], page[0])):
            blocks[-1:] = [joined, *page[1:]]
        else:
            blocks += page
    for block in blocks:
        yield from block.render() if isinstance(block, PrintedTable) else [block]


def _joined(last: str | PrintedTable, first: str | PrintedTable) -> PrintedTable | None:
    """The one table that the end of a page and the beginning of the next are; None where they are no such thing."""
    if isinstance(last, PrintedTable) and isinstance(first, PrintedTable):
        return join_tables(last, first)
    return None


def _without_edges(pages: list[Page]) -> list[Page]:
    """The pages without page numbers and without the line that stands at the edge of most pages."""
    edges = Counter(mark for page in pages for mark in {_mark(line) for line in _edge_lines(page)})
    running = {mark for mark, count in edges.items() if count >= _REPEATS and count > len(pages) / 2}
    return [_trimmed(page, running) for page in pages]


def _trimmed(page: Page, running: set[str]) -> Page:
    """The page without the page number and the running lines that stand outermost."""

    def is_edge(block: str | PrintedTable) -> bool:
        return isinstance(block, str) and (bool(_PAGE_NUMBER.fullmatch(block)) or _mark(block) in running)

    start, end = 0, len(page)
    while start < min(end, _EDGE) and is_edge(page[start]):
        start += 1
    while end > max(start, len(page) - _EDGE) and is_edge(page[end - 1]):
        end -= 1
    return page[start:end]


def _edge_lines(page: Page) -> list[str]:
    return [block for block in [*page[:_EDGE], *page[-_EDGE:]] if isinstance(block, str)]


def _mark(line: str) -> str:
    """A running head, whatever page number it carries."""
    return re.sub(r"\d+", "#", "".join(line.split()))
