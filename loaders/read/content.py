"""Which part of a portal's page is the notice: what is left when navigation is gone, and holds the sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_DROPPED = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "select",
    "button",
    "input",
    "textarea",
    "head",
    "nav",
]
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumb|crumbs?|share|bdshare\w*|toolbar|sidebar|related|recommend|copyright|search|login"
    r"|pager|pagination|qrcode|ewm|erweima|dqwz|position|location|friendlink|links|topbar|banner|print|comment)(?:$|[\s_-]|\d)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE = re.compile("[。；：，、〕】]|^[（(]?[一二三四五六七八九十\\d]+[）)、.．]")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|ofd|zip|rar)(?:$|[?#])", re.IGNORECASE)
_TITLE = re.compile("关于|關於|通知|意见|意見|方案|要点|要點|办法|辦法|决定|決定|公告|规定|規定|细则|細則")
_MOST = 0.85
_LINKED = 0.5
_LINKS = 3


def find_heading(root: html.HtmlElement) -> str | None:
    """The title that the page states beside its content: ArticleTitle, or its only h1."""
    for meta in root.iter("meta"):
        if str(meta.get("name", "")).lower() == "articletitle" and _TITLE.search(str(meta.get("content", ""))):
            return " ".join(str(meta.get("content")).split())
    headings = [" ".join(str(element.text_content()).split()) for element in root.iter("h1")]
    headings = [text for text in headings if _TITLE.search(text)]
    return headings[0] if len(headings) == 1 else None


def drop_noise(root: html.HtmlElement) -> None:
    """Takes scripts, hidden parts, navigation and lists of links out of the tree."""
    for element in list(root.iter(*_DROPPED)):
        if element.tag != "head" or element.getparent() is root:
            _drop(element)
    whole = _good(root)
    for element in list(root.iterdescendants()):
        if element.getparent() is None or not isinstance(element.tag, str) or element.tag in ("body", "html"):
            continue
        if _is_hidden(element) or (_is_navigation(element) and _good(element) <= 0.3 * whole) or _is_link_list(element):
            _drop(element)


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(str(element.get("style", ""))))


def _is_navigation(element: html.HtmlElement) -> bool:
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in ("footer", "header", "aside") or bool(_NAVIGATION.search(named))


def _is_link_list(element: html.HtmlElement) -> bool:
    """A block whose words are mostly links to other pages; links to files are annexes and stay."""
    if element.tag not in ("div", "ul", "table", "p", "dl", "section", "td"):
        return False
    links = [link for link in element.iter("a") if not _FILE.search(str(link.get("href", "")))]
    if len(links) < _LINKS:
        return False
    linked = sum(_length(link) for link in links)
    return linked > _LINKED * _length(element)


def _length(element: html.HtmlElement) -> int:
    return len("".join(str(element.text_content()).split()))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    for text in element.itertext():
        yield "".join(str(text).split())


def _good(element: html.HtmlElement) -> int:
    """How much of the element's text reads as sentences or items."""
    return sum(len(text) for text in _texts(element) if len(text) >= 8 and _SENTENCE.search(text))


def find_content(root: html.HtmlElement) -> html.HtmlElement:
    """The smallest element that holds nearly all the sentences of the page."""
    body = root.find("body")
    element = body if body is not None else root
    need = _MOST * _good(element)
    while need:
        inner = next((child for child in element if isinstance(child.tag, str) and _good(child) >= need), None)
        if inner is None or inner.tag in ("p", "tr", "tbody", "span", "table", "ol", "ul"):
            return element
        element = inner
    return element
