"""PDF with a text layer to text: the lines as printed; page numbers and running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from loaders.errors import ReadError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

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
    """The text layer of a PDF, a printed line a line.

    Raises ReadError for a file that is encrypted, damaged, scanned (no text layer) or set in fonts without characters."""
    with _open(raw) as document:
        if len(document) > MAX_PAGES:
            raise ReadError(
                f"页数太多：{len(document)} (too many pages)", "拆成一份通知一个文件 (split it, one notice a file)"
            )
        pages = _pages(document)
    if sum(not page for page in pages) > len(pages) / 2:
        raise ReadError("没有文字层，应是扫描件 (no text layer)", _OCR)
    text = "\n".join(line for page in _without_edges(pages) for line in page)
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


def _pages(document: PdfDocument) -> list[list[str]]:
    """The printed lines of each page, blank ones left out."""
    from pypdfium2 import PdfiumError

    pages = []
    try:
        for page in document:
            layer = page.get_textpage()
            # PDFium marks a hyphen at a line's end, joined in its view, with U+FFFE.
            text = layer.get_text_bounded().replace("\ufffe", "-").replace("\t", " ")
            pages.append([line.rstrip() for line in text.splitlines() if line.strip()])
            layer.close()
            page.close()
    except PdfiumError as error:
        raise ReadError(f"PDF 已损坏 (damaged): page {len(pages) + 1}", _DAMAGED) from error
    return pages


def _without_edges(pages: list[list[str]]) -> list[list[str]]:
    """The pages without page numbers and without the line that stands at the edge of most pages."""
    edges = Counter(mark for page in pages for mark in {_mark(line) for line in _edge_lines(page)})
    running = {mark for mark, count in edges.items() if count >= _REPEATS and count > len(pages) / 2}
    return [_trimmed(page, running) for page in pages]


def _trimmed(page: list[str], running: set[str]) -> list[str]:
    """The page without the page number and the running lines that stand outermost."""

    def is_edge(line: str) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line)) or _mark(line) in running

    start, end = 0, len(page)
    while start < min(end, _EDGE) and is_edge(page[start]):
        start += 1
    while end > max(start, len(page) - _EDGE) and is_edge(page[end - 1]):
        end -= 1
    return page[start:end]


def _edge_lines(page: list[str]) -> list[str]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _mark(line: str) -> str:
    """A running head, whatever page number it carries."""
    return re.sub(r"\d+", "#", "".join(line.split()))
