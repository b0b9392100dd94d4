"""The tree of numbered headings. The parser is total: whatever stands between two numbers belongs to the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.frame import Frame
from loaders.extract.page import Page
from loaders.records import Section
from loaders.text.numbering import RANK, SURE_NUMBER, Number, find_number

MAX_HEADING = 40
MAX_COMMA_PART = 16
# Headings that need no end mark where line ends are lost.
_STOCK = re.compile(
    r"(?:指导思想|基本原则|总体要求|总体目标|工作目标|主要目标|主要任务|重点任务|工作要求|工作任务|保障措施|工作措施|组织保障|组织领导|工作安排|实施步骤|有关要求)"
)
_RANKS = {style: Number(style, 0, 0).rank for style in RANK}
_NO_HEADING = re.compile("[；！？\t]")
_RESPONSIBLE = re.compile(r"（[^（）]*(?:牵头|负责|配合|责任单位)[^（）]*）[。；]?\s*$")
_HEADING_MARKS = "。：: \n"
_ITEM_BEHIND = re.compile(rf"[。；！？）”：:〕](?={SURE_NUMBER.pattern})")


@dataclass(frozen=True)
class Item:
    """A numbered item: [start, end) up to the next number of any rank; `text` is where its own text begins;
    [title_start, title_end) is its heading, empty where it has none."""

    path: str
    number: Number
    start: int
    title_start: int
    title_end: int
    text: int
    end: int
    parents: tuple[str, ...]


def _expected(number: Number, last: dict[str, int]) -> bool:
    """Whether a number in the middle of a line goes on with its series, or opens one below the open ones."""
    if number.style in last:
        return number.value == last[number.style] + 1
    return number.value == 1 and number.style in ("han", "han_bracket")


def find_marks(page: Page, frame: Frame) -> list[tuple[int, Number]]:
    """Offsets of all numbers that open an item: at a line's start, or behind a sentence where line ends are lost."""
    marks: list[tuple[int, Number]] = []
    last: dict[str, int] = {}
    before = ""
    for line in page.lines:
        if line.end <= frame.body or line.start >= frame.end or "\t" in line.text:
            continue
        number = find_number(line.text)
        if number and line.text == before:
            continue  # a heading printed twice, by a page header or a slip
        before = line.text
        spots = [(0, number)]
        spots += [(match.end(), find_number(line.text, match.end())) for match in _ITEM_BEHIND.finditer(line.text)]
        for spot, number in spots:
            if number and (spot == 0 or _expected(number, last)):
                last = {style: value for style, value in last.items() if _RANKS[style] < number.rank}
                last[number.style] = number.value
                at = Number(number.style, number.value, line.start + number.end, number.depth)
                marks.append((line.start + spot, at))
    return marks


def heading_end(text: str, start: int, end: int) -> int | None:
    """Where the heading that begins at `start` ends (without its mark), or None where the item has no heading."""
    line_end = text.find("\n", start, end)
    line_end = end if line_end < 0 else line_end
    stop = text.find("。", start, line_end)
    colon = text.find("：", start, line_end)
    heading = line_end if stop < 0 else stop
    if heading == line_end and colon == line_end - 1 and colon >= 0:
        heading = colon
    title = text[start:heading]
    stock = _STOCK.match(title)
    if stock and len(title) > stock.end() and not _is_heading(title):
        return start + stock.end()
    return heading if _is_heading(title) else None


def _is_heading(title: str) -> bool:
    if not title or len(title) > MAX_HEADING or _NO_HEADING.search(title):
        return False
    parts = title.split("，")
    return len(parts) == 1 or (len(parts) == 2 and all(len(part) <= MAX_COMMA_PART for part in parts))


def find_items(page: Page, frame: Frame, tables: Sequence[tuple[int, int]] = ()) -> list[Item]:
    """All numbered items in the order of the text; an item ends where a table begins, and none begins inside one."""
    marks = [mark for mark in find_marks(page, frame) if not any(a <= mark[0] < b for a, b in tables)]
    items: list[Item] = []
    open_: list[Number] = []
    for index, (start, number) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else frame.end
        end = min([end, *(a for a, _ in tables if a > start)])
        open_ = [*(other for other in open_ if other.rank < number.rank), number]
        tabled = any(a == end for a, _ in tables)
        has_children = tabled or (index + 1 < len(marks) and marks[index + 1][1].rank > number.rank)
        path = ".".join(str(other.value) for other in open_)
        parents = tuple(".".join(str(n.value) for n in open_[:depth]) for depth in range(len(open_) - 1, 0, -1))
        items.append(_item(page.text, path, number, start, end, has_children, parents))
    return items


def _item(
    text: str, path: str, number: Number, start: int, end: int, has_children: bool, parents: tuple[str, ...]
) -> Item:
    heading = heading_end(text, number.end, end)
    if heading is not None:
        rest = text[heading:end].lstrip(_HEADING_MARKS)
        rest = rest.removeprefix(text[start:heading]).lstrip(_HEADING_MARKS)  # a heading printed twice
        behind = end - len(rest)
        own = _RESPONSIBLE.sub("", rest)
        stock = _STOCK.match(text, number.end, heading)
        if not (has_children or own.strip()) and stock and heading > stock.end():
            return Item(path, number, start, number.end, stock.end(), stock.end(), end, parents)
        if has_children or own.strip():
            return Item(path, number, start, number.end, heading, behind, end, parents)
    return Item(path, number, start, number.end, number.end, number.end, end, parents)


def item_sections(page: Page, items: list[Item]) -> list[Section]:
    """The section records: [start, end) is number and title, the number alone where there is no title."""
    sections = []
    for item in items:
        title = page.written(item.title_start, item.title_end) or None
        end = item.title_end if title else item.start + len(page.text[item.start : item.number.end].rstrip())
        rule = "heading" if title else "numbered-item"
        sections.append(Section(item.path, title, page.evidence(item.start, end, "section", rule)))
    return sections
