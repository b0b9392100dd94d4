"""From printed lines to logical ones: breaks inside words healed, page marks and portal chrome skipped.

In the result a line is a heading or a paragraph, without blanks between Chinese characters; a tab parts table cells.
"""

from __future__ import annotations

import re
from array import array

from loaders.text.fold import DROPPED
from loaders.text.mapped import Mapped
from loaders.text.numbering import LOOSE_NUMBER, SURE_NUMBER, find_number

_PAGE_MARK = re.compile(r"[—\-－–― ]*(?:第? ?\d{1,4} ?页?(?: ?[/共] ?\d{1,4} ?页?)?)[—\-－–― ]*")
_RULE_LINE = re.compile(r"[─━—\-－_＿=★☆*· ]{3,}")
_OPEN = "（〔《“"
_CLOSE = "）〕》”"
# Words that portals print around a notice, never a line of one.
_CHROME = re.compile(
    r".{0,12}(?:扫一扫|扫描二维码|二维码|打印本页|打印此页|关闭窗口|关闭本页|我要纠错|责任编辑|分享到|浏览次数|点击数|阅读次数"
    r"|上一篇|下一篇|相关链接|相关阅读|版权所有|ICP备|网站地图|无障碍|(?<!发文)字号：|字体：|保护视力色|收藏本页|当前位置|您的位置).{0,60}"
)
_ENDS = "。！？；：…"
_LABEL = re.compile(
    r"(?:责任|牵头|配合|协办|承办|主办|落实|参与|参加|完成)(?:单位|部门|科室|处室|时限|时间|领导|人)(?:及[\u4e00-\u9fff]{2,6})?[：:]"
    r"|(?:时限|时间)要求[：:]|附件|抄送|主送|（此件|印发"
)
_FIELD = re.compile("[\u4e00-\u9fff]{2,6}：")
_DATE_LINE = re.compile(r"(?:19|20|二).{2,3}年.{1,3}月.{1,3}日$")
_TITLE_START = re.compile(r".{0,40}关于")
_TITLE_END = re.compile(r"(?:关于|印发).*的(?:通知|意见|决定|公告|函|批复)$")
_SPACED_OUT = re.compile(r"(?:[^!-~ ] ){4}")
_ASCII = re.compile(r"[!-~]")
_PLAIN = re.compile(f"[^ {DROPPED}]*")
_LOOSE_END = 20
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


def _wrap_width(texts: list[str]) -> int | None:
    """The width at which a wrapped text (PDF, mail) breaks its lines; None where a line is a paragraph."""
    bodies = [text for text in texts if len(text) >= 12 and "\t" not in text and not _FIELD.match(text)]
    broken = [len(text) for text in bodies if text[-1] not in _ENDS + "）”》"]
    if len(bodies) < 8 or len(broken) < 0.6 * len(bodies) or max(map(len, bodies)) > 80:
        return None
    width = sorted(map(len, bodies))[int(0.8 * (len(bodies) - 1))]
    full = sum(abs(size - width) <= 3 for size in broken)
    return width if full >= 0.5 * len(broken) else None


def _goes_on(before: str, after: str, width: int | None, last: str) -> bool:
    """Whether the line `after` continues the sentence of `before`, the logical line so far: the break is damage.

    `last` is the printed line that `before` ends with."""
    if "\t" in before or "\t" in after:
        return False
    if after[0] in "，。、；：）”》！？" or before[-1] in "，、（“《及和与":
        return find_number(after) is None or before[-1] in "、，"
    if _inside_bracket(before, after) or (_YEAR_END.search(before) and _SERIAL.match(after)):
        return True
    if before[-1] in _ENDS or find_number(after) or _LABEL.match(after) or _DATE_LINE.search(after):
        return False
    if _DATE_LINE.search(before) or _LABEL.match(before) or _TITLE_END.search(before):
        return False
    if width is not None:
        return len(last) >= width - 2
    if _is_bare_heading(before):
        return False
    if before[-1] == "）" and re.search("牵头|负责|落实|配合|责任", before[-40:]):
        return False
    return bool(re.search("[，。；、]", before)) and len(before) >= _LOOSE_END and not _TITLE_START.match(after[:12])


def _is_bare_heading(text: str) -> bool:
    return bool(find_number(text)) and len(text) <= 40 and not re.search("[，。；]", text)


def _run_in_styles(texts: list[str]) -> set[str]:
    """The number styles whose headings run into their paragraph (（一）甲。乙丙…), in most of their items."""
    seen: dict[str, list[bool]] = {}
    for text in texts:
        number = find_number(text)
        if number:
            seen.setdefault(number.style, []).append("。" in text)
    return {style for style, ends in seen.items() if len(ends) > 2 and sum(ends) >= 0.6 * len(ends)}


def _heading_goes_on(before: str, after: str, follower: str, run_in: set[str]) -> bool:
    """Whether a break stands inside a heading: the rest ends it with 。, or is a few characters before the next number."""
    number = find_number(before)
    if "\t" in after or not number or not _is_bare_heading(before) or find_number(after) or _LABEL.match(after):
        return False
    rest = after.split("。")[0]
    if number.style in run_in:
        return "。" in after and len(before) + len(rest) <= 45
    short = len(after) <= 20 and not re.search("[。；：]", after)
    return short and find_number(follower) is not None and len(before) + len(after) <= 45


_YEAR_END = re.compile(r"〔(?:19|20)\d\d〕$")
_SERIAL = re.compile(r"第?\d{1,5} ?[号號]")
_LONGEST_BRACKET = 160
_LONGEST_HEADING = 40


def _inside_bracket(before: str, after: str) -> bool:
    """Whether a bracket opened in `before` is closed in `after`: no line ends inside （…牵头）."""
    for open_, close in zip(_OPEN, _CLOSE, strict=True):
        at = before.rfind(open_)
        if at >= 0 and close not in before[at:]:
            closed, reopened = after.find(close), after.find(open_)
            return 0 <= closed < _LONGEST_BRACKET and not 0 <= reopened < closed
    return False


def _keep_blank(folded: str, at: int, end: int) -> bool:
    return bool(_ASCII.match(folded[at - 1]) and end < len(folded) and _ASCII.match(folded[end]))


def _is_numbered_heading(text: list[str]) -> bool:
    """Whether the line being written is so far a number and a few words without a sentence's end."""
    line = "".join(text[-_LONGEST_HEADING - 1 :]).rpartition("\n")
    return bool(line[1]) and find_number(line[2]) is not None and not re.search("[。；：，]", line[2])


def _copy_line(folded: str, start: int, end: int, text: list[str], at: array[int], loose: range) -> None:
    """Append the line's characters: blanks dropped, kept between Latin words, or a line end before a sure number.

    In `loose`, the head of a text that lost its line ends, every blank is one, and behind it the blank that follows
    a heading. A table's row stays one line."""
    is_row = "\t" in folded[start:end]
    number = None if is_row else LOOSE_NUMBER.match(folded, start, end)
    i = start
    if number:
        digits = number.group(0).rstrip(" ")
        text += [*digits, "、"]  # the dot that was lost, at the place of its blank
        at.extend(range(start, start + len(digits) + 1))
        i = number.end()
    while i < end:
        char = folded[i]
        if char == DROPPED:
            i += 1
            continue
        if char != " ":
            stop = _PLAIN.match(folded, i, end).end()  # type: ignore[union-attr]
            text += folded[i:stop]
            at.extend(range(i, stop))
            i = stop
            continue
        stop = i
        while stop < end and folded[stop] in " " + DROPPED:
            stop += 1
        before = text[-1] if text else "\n"
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
    texts = [folded[start:end].replace(DROPPED, "") for start, end in lines]
    width = _wrap_width(texts)
    loose = _loose_head(folded, lines)
    run_in = _run_in_styles(texts)
    bare = [line.replace(" ", "") if _SPACED_OUT.match(line) else line for line in texts]
    text: list[str] = []
    at = array("l")
    before = ""
    for index, (start, end) in enumerate(lines):
        follower = bare[index + 1] if index + 1 < len(bare) else ""
        joins = index > 0 and (
            _goes_on(before, bare[index], width, bare[index - 1])
            or (width is None and _heading_goes_on(before, bare[index], follower, run_in))
        )
        if index and not joins:
            text.append("\n")
            at.append(lines[index - 1][1])
        before = (before if joins else "") + bare[index]
        _copy_line(folded, start, end, text, at, loose)
    return Mapped("".join(text), at)
