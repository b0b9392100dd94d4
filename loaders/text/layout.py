"""From printed lines to logical ones: breaks inside words healed, page marks and portal chrome skipped.

In the result a line is a heading or a paragraph, without blanks between Chinese characters; a tab parts table cells.
"""

from __future__ import annotations

import re
from array import array

from loaders.text.breaks import Breaks
from loaders.text.fold import DROPPED
from loaders.text.mapped import Mapped
from loaders.text.numbering import LOOSE_NUMBER, SURE_NUMBER, find_number

_PAGE_MARK = re.compile(r"[—\-－–― ]*(?:第? ?\d{1,4} ?页?(?: ?[/共] ?\d{1,4} ?页?)?)[—\-－–― ]*")
_RULE_LINE = re.compile(r"[─━—\-－_＿=★☆*· ]{3,}")
# Words that portals print around a notice, never a line of one.
_CHROME = re.compile(
    r".{0,12}(?:扫一扫|扫描二维码|二维码|打印本页|打印此页|关闭窗口|关闭本页|我要纠错|责任编辑|分享到|浏览次数|点击数|阅读次数"
    r"|上一篇|下一篇|相关链接|相关阅读|版权所有|ICP备|网站地图|无障碍|(?<!发文)字号：|字体：|保护视力色|收藏本页|当前位置|您的位置).{0,60}"
)
_ASCII = re.compile(r"[!-~]")
_LONGEST_HEADING = 40
_PLAIN = re.compile(f"[^ {DROPPED}]*")
_LOST_LINES = 600
"""Characters a line, on average, from which a text has lost its line ends."""
_FIRST_NUMBER = re.compile(r"(?<![\u4e00-\u9fff])(?:一、|（一）|第一[章条])")


def _is_chrome(line: str) -> bool:
    """Whether a portal printed the line; what ends a sentence or opens an item is the notice's own (公布无障碍通道。)."""
    return bool(_CHROME.fullmatch(line)) and "。" not in line and find_number(line) is None


def _printed_lines(folded: str) -> list[tuple[int, int]]:
    """Spans of the lines that carry the notice, stripped; empty lines, page marks and chrome left out."""
    lines, at = [], 0
    for raw in folded.split("\n"):
        text = raw.replace(DROPPED, " ")
        blanks = " " if "\t" in text.strip() else " \t"  # a row's first and last cells may be empty
        start, end = at + len(text) - len(text.lstrip(blanks)), at + len(text.rstrip(blanks))
        at += len(raw) + 1
        bare = text.strip()
        if not bare or _RULE_LINE.fullmatch(bare) or _PAGE_MARK.fullmatch(bare):
            continue
        if bare.count("\t") >= 2 or not _is_chrome(bare):  # a row of three cells is no chrome, whatever it says
            lines.append((start, end))
    return lines


def _keep_blank(folded: str, at: int, end: int) -> bool:
    return bool(_ASCII.match(folded[at - 1]) and end < len(folded) and _ASCII.match(folded[end]))


def _is_numbered_heading(text: list[str]) -> bool:
    """Whether the line being written is so far a number and a few words without a sentence's end."""
    line = "".join(text[-_LONGEST_HEADING - 1 :])[-_LONGEST_HEADING - 1 :].rpartition("\n")
    return bool(line[1]) and find_number(line[2]) is not None and not re.search("[。；：，]", line[2])


def _copy_line(folded: str, start: int, end: int, text: list[str], at: list[int], loose: range) -> None:
    """Append the line's characters, with their places: blanks dropped, kept between Latin words, or a line end before a sure number.

    In `loose`, the head of a text that lost its line ends, every blank is one, and behind it the blank that follows
    a heading. A table's row stays one line."""
    is_row = "\t" in folded[start:end]
    number = None if is_row else LOOSE_NUMBER.match(folded, start, end)
    i = start
    if number:
        digits = number.group(0).rstrip(" ")
        text.append(digits + "、")  # the dot that was lost, at the place of its blank
        at.extend(range(start, start + len(digits) + 1))
        i = number.end()
    while i < end:
        char = folded[i]
        if char == DROPPED:
            i += 1
            continue
        if char != " ":
            stop = _PLAIN.match(folded, i, end).end()  # type: ignore[union-attr]
            text.append(folded[i:stop])
            at.extend(range(i, stop))
            i = stop
            continue
        stop = i
        while stop < end and folded[stop] in " " + DROPPED:
            stop += 1
        before = text[-1][-1] if text else "\n"
        ends_item = before in "。；！？）”：" and stop - i >= 2
        ends_heading = bool(loose) and _is_numbered_heading(text)
        if (SURE_NUMBER.match(folded, stop) or ends_item or ends_heading or i in loose) and not is_row:
            text.append("\n")
            at.append(i)
        elif _keep_blank(folded, i, stop):
            text.append(" ")
            at.append(i)
        i = stop


def _loose_head(folded: str, lines: list[tuple[int, int]]) -> range:
    """Where blanks stand for line ends: the head, up to the first number, of a text of a few very long lines."""
    if not lines or sum(end - start for start, end in lines) < _LOST_LINES * len(lines):
        return range(0)
    first = _FIRST_NUMBER.search(folded)
    return range(first.start()) if first else range(0)


def lay_out(folded: str) -> Mapped:
    """The logical lines of a folded text, joined by one \\n each."""
    lines = _printed_lines(folded)
    breaks = Breaks([folded[start:end].replace(DROPPED, "") for start, end in lines])
    loose = _loose_head(folded, lines)
    text: list[str] = []
    at: list[int] = []
    before = ""
    for index, (start, end) in enumerate(lines):
        joins = index > 0 and breaks.is_damage(index, before)
        if index and not joins:
            text.append("\n")
            at.append(lines[index - 1][1])
        before = (before if joins else "") + breaks.line(index)
        _copy_line(folded, start, end, text, at, loose)
    return Mapped("".join(text), array("l", at))
