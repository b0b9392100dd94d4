"""Which line ends are damage: a line that goes on in the next one, in a wrapped text or broken inside a word."""

from __future__ import annotations

import re

from loaders.text.numbering import find_number

_OPEN = "（〔《“"
_CLOSE = "）〕》”"
_ENDS = "。！？；：…"
_FIELD = re.compile("[\u4e00-\u9fff]{2,6}：")
_DATE_LINE = re.compile(r"(?:19|20|二).{2,3}年.{1,3}月.{1,3}日$")
_TITLE_START = re.compile(r".{0,40}关于")
_TITLE_END = re.compile(r"(?:关于|印发).*的(?:通知|意见|决定|公告|函|批复)$")
_OPENS_TEXT = re.compile("(?:是|为|要求|目标|包括)：")
_LOOSE_END = 20
_LABEL = re.compile(
    r"(?:责任|牵头|配合|协办|承办|主办|落实|参与|参加|完成)(?:单位|部门|科室|处室|时限|时间|领导|人)(?:及[\u4e00-\u9fff]{2,6})?[：:]"
    r"|(?:时限|时间)要求[：:]|附件|抄送|主送|（此件|印发"
)
_YEAR_END = re.compile(r"〔(?:19|20)\d\d〕$")
_SERIAL = re.compile(r"第?\d{1,5} ?[号號]")
_LONGEST_BRACKET = 160
_LONGEST_HEADING = 40
_SCRAPS = 3
"""Lines into which a heading may be broken behind its first."""
_LONGEST_BROKEN = 45
"""Characters that a heading with a break inside may have."""
_SPACED_OUT = re.compile(r"(?:[^!-~ ] ){4}")
_HAN_END = re.compile("[\u4e00-\u9fff]{2}$")
_HAN_START = re.compile("[\u4e00-\u9fff]{2}")
# 目录 and 通知 may stand alone, a name of three characters may be a signature.
_SCRAP = re.compile("(?!通知|目录|附件|印发|附表|附录|正文)[\u4e00-\u9fff]{1,2}")
# A number, or the bodies addressed: 各区人民政府，市政府各委、办、局：
_CUT = re.compile(r"[\u4e00-\u9fff]{2,10}〔(?:19|20)\d\d〕\d{1,5}[号號]|各[^。；：]{4,80}[：:]")
_LEAST_LONG = 8
_SEEN_OFTEN = 2
_NEARLY_ALWAYS = 0.8


def _wrap_width(texts: list[str]) -> int | None:
    """The width at which a wrapped text (PDF, mail) breaks its lines; None where a line is a paragraph."""
    bodies = [text for text in texts if len(text) >= 12 and "\t" not in text and not _FIELD.match(text)]
    broken = [len(text) for text in bodies if text[-1] not in _ENDS + "）”》"]
    if len(bodies) < 8 or len(broken) < 0.6 * len(bodies) or max(map(len, bodies)) > 80:
        return None
    width = sorted(map(len, bodies))[int(0.8 * (len(bodies) - 1))]
    full = sum(abs(size - width) <= 3 for size in broken)
    return width if full >= 0.5 * len(broken) else None


class Breaks:
    """The line ends between the printed `lines` of a notice, whose blanks are kept."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = [line.replace(" ", "") if _SPACED_OUT.match(line) else line for line in lines]
        self._width = _wrap_width(lines)
        self._run_in = _run_in_styles(lines)
        self._running = "\n".join(self._lines)

    def line(self, index: int) -> str:
        """The printed line without the blanks of a heading that is s p a c e d."""
        return self._lines[index]

    def is_damage(self, index: int, before: str) -> bool:
        """Whether the line `index` continues `before`, the logical line so far."""
        after = self._lines[index]
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
        if self._width is not None:
            return len(self._lines[index - 1]) >= self._width - 2
        if self._splits_word(before, after) or _is_scrap(before, after) or _CUT.fullmatch(before + after):
            return True
        if before[-1] == "）" and re.search("牵头|负责|落实|配合|责任", before[-40:]):
            return False
        if find_number(before):
            return self._item_goes_on(before, index)
        if re.search("[，。；、]", before) or _OPENS_TEXT.search(before):
            return len(before) >= _LOOSE_END and not _TITLE_START.match(after[:12])
        return False

    def _item_goes_on(self, before: str, index: int) -> bool:
        """Whether a break stands in a numbered item: behind its heading's 。, or inside the heading, whose rest ends it
        with 。 or is a few characters before the next number."""
        after = self._lines[index]
        if re.search("[。；]", before) or len(before) > _LONGEST_HEADING:
            return bool(re.search("[，。；、]", before))
        number = find_number(before)
        if number and number.style in self._run_in:
            heading = before + "".join(self._lines[index : index + _SCRAPS]).partition("。")[0]
            return "，" in before or len(heading) <= _LONGEST_BROKEN
        short = len(after) <= 20 and not re.search("[。；：]", after)
        follows = index + 1 < len(self._lines) and find_number(self._lines[index + 1]) is not None
        return short and follows and len(before) + len(after) <= _LONGEST_BROKEN

    def _splits_word(self, before: str, after: str) -> bool:
        """Whether the notice elsewhere nearly always goes on so behind the last two characters, or before the first
        two: 信息公 is followed by 开, 众创 comes behind 大."""
        if not _HAN_END.search(before) or not _HAN_START.match(after):
            return False
        return self._bound(before[-2:] + after[0], before[-2:]) or self._bound(before[-1] + after[:2], after[:2])

    def _bound(self, joined: str, part: str) -> bool:
        """Whether `part` seldom stands without the rest of `joined`."""
        times = self._running.count(joined)
        return times >= _SEEN_OFTEN and times >= _NEARLY_ALWAYS * (self._running.count(part) - 1)


def _is_scrap(before: str, after: str) -> bool:
    """开, 关切: a line of a character or two behind a long one is its rest."""
    return len(before) >= _LEAST_LONG and bool(_SCRAP.fullmatch(after))


def _run_in_styles(texts: list[str]) -> set[str]:
    """The number styles whose headings run into their paragraph (（一）甲。乙丙…), in most of their items."""
    seen: dict[str, list[bool]] = {}
    for text in texts:
        number = find_number(text)
        if number:
            seen.setdefault(number.style, []).append("。" in text)
    return {style for style, ends in seen.items() if len(ends) > 2 and sum(ends) >= 0.6 * len(ends)}


def _inside_bracket(before: str, after: str) -> bool:
    """Whether a bracket opened in `before` is closed in `after`: no line ends inside （…牵头）."""
    for open_, close in zip(_OPEN, _CLOSE, strict=True):
        at = before.rfind(open_)
        if at >= 0 and close not in before[at:]:
            closed, reopened = after.find(close), after.find(open_)
            return 0 <= closed < _LONGEST_BRACKET and not 0 <= reopened < closed
    return False
