"""HTML to text: the page's main content, a block a line, tables as rows; the label block in front."""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage

from lxml import html
from lxml.etree import ParserError, XMLSyntaxError

from loaders.errors import ReadError
from loaders.read.content import drop_noise, find_content, find_heading
from loaders.read.decode import decode
from loaders.read.grid import Cell, is_layout, render_rows
from loaders.read.labels import is_label_table, parse_pieces

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 4096
# Control characters, which browsers pass over; no byte of a Chinese character is one.
_STRAY = bytes({*range(0x20)} - {*b"\t\n\r\f\x1b"})
_BLANK = re.compile(r"[ \t\r\n\f\v]+")
_SAVE = "在浏览器里打开后另存整页，或把正文存为 .txt (save the page from a browser, or its text)"


def _no_text() -> ReadError:
    return ReadError("网页里没有正文 (no text in the page)", _SAVE)


def read_html(raw: bytes) -> str:
    """The text of a page: label lines, the title where the content lacks it, then the content.

    Raises ReadError for a page without text or in no known encoding."""
    if not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = raw.translate(None, _STRAY)
    declared = _CHARSET.search(raw[:_HEAD])
    markup = decode(raw, declared[1].decode("ascii", "replace") if declared else None)
    markup = _DECLARATION.sub("", markup)
    try:
        root = html.document_fromstring(
            markup.encode(), html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (ParserError, XMLSyntaxError) as error:
        raise _no_text() from error
    for line_break in root.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    title = find_heading(root)
    drop_noise(root)
    labels = _take_labels(root)
    body = "\n".join(_Renderer().lines(find_content(root)))
    if not body.strip():
        raise _no_text()
    if title and "".join(title.split()) not in "".join(body.split()):
        labels.append(title)
    return "\n".join([*labels, body]) + "\n"


def read_mhtml(raw: bytes) -> str:
    """A page saved by a browser as one file (.mht): its first HTML part.

    Raises ReadError where it holds none."""
    message = email.message_from_bytes(raw, policy=policy.default)
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(part, EmailMessage) and isinstance(content, bytes):
            return read_html(content)
    raise _no_text()


def _take_labels(root: html.HtmlElement) -> list[str]:
    """The label lines of the page; the tables and blocks that held them leave the tree."""
    tables = {table: is_label_table([_inline(cell) for cell in table.iter("td", "th")]) for table in root.iter("table")}
    pieces = [(piece, table) for piece in _pieces(root) if tables.get(table := _table_of(piece), True)]
    lines, used = parse_pieces(_inline(piece) for piece, _ in pieces)
    for index in used:
        piece, table = pieces[index]
        _empty(piece if table is None else table)
    return lines


def _table_of(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _pieces(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The innermost blocks of the page that hold text."""
    for element in root.iter(*BLOCKS):
        if next(element.iterdescendants(*BLOCKS), None) is None and _inline(element):
            yield element


def _inline(element: html.HtmlElement) -> str:
    return _BLANK.sub(" ", str(element.text_content())).strip(" \u00a0\u3000")


def _empty(element: html.HtmlElement) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail


class _Renderer:
    """Walks the content in document order and collects its lines."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[str] = []

    def lines(self, element: html.HtmlElement) -> list[str]:
        self._walk(element)
        self._break()
        return self._done

    def _break(self) -> None:
        text = _BLANK.sub(" ", "".join(self._open)).strip(" ")
        self._open = []
        if text.strip(" \u00a0\u3000"):
            self._done.append(text)

    def _walk(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag == "table":
            self._break()
            self._table(element)
        elif tag == "pre":
            for line in str(element.text_content()).split("\n"):
                self._open.append(line)
                self._break()
        elif tag in BLOCKS:
            self._break()
            self._open.append(_list_number(element))
            self._inside(element)
            self._break()
        else:
            self._inside(element)

    def _inside(self, element: html.HtmlElement) -> None:
        self._open.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self._walk(child)
            self._open.append(child.tail or "")

    def _table(self, table: html.HtmlElement) -> None:
        rows = [[_cell(cell) for cell in row.iterchildren("td", "th")] for row in _rows(table)]
        if is_layout(rows) or next(table.iterdescendants("table"), None) is not None:
            for part in table.iterchildren():
                self._inside_table(part)
            return
        for caption in table.iterchildren("caption"):
            self._walk(caption)
        self._done += render_rows(rows)

    def _inside_table(self, part: html.HtmlElement) -> None:
        """A table that only places text: its cells are blocks."""
        if part.tag in ("td", "th", "caption"):
            self._walk(part)
        else:
            for child in part.iterchildren():
                self._inside_table(child)


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for part in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        yield from [part] if part.tag == "tr" else part.iterchildren("tr")


def _cell(cell: html.HtmlElement) -> Cell:
    paragraphs = tuple(line.strip(" \u00a0\u3000") for line in _Renderer().lines(cell))
    return Cell(paragraphs, _span(cell, "rowspan"), _span(cell, "colspan"))


def _span(cell: html.HtmlElement, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return max(int(value), 1) if value.isascii() and value.isdigit() else 1


def _list_number(element: html.HtmlElement) -> str:
    """The number that a browser prints before an entry of a numbered list which brings none of its own."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol" or "none" in str(parent.get("style", "")):
        return ""
    if re.match(r"[\s\u3000]*[（(]?[\d一二三四五六七八九十]+[）)、.．]", str(element.text_content())):
        return ""
    start = str(parent.get("start", "1"))
    first = int(start) if start.isascii() and start.isdigit() else 1
    return f"{first + sum(1 for _ in element.itersiblings('li', preceding=True))}. "
