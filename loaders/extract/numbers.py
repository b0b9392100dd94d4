"""发文字号 in all spellings: 黑政办发〔2017〕22号, 国办发[2016]80 号, 京政办发（2016）26号, 国务院令第711号.

Form by 党政机关公文格式 (GB/T 9704-2012, 7.2.5): the organ's code, the year in 〔〕, a serial number without 第."""

from __future__ import annotations

import re

from graph.numbers import normal_number
from loaders.text.script import simplify_name

# The part that cannot be missed; the code in front of it is read backwards, which keeps the search fast.
_ANCHOR = re.compile(
    r" ?[〔（〈<{] ?(?P<year>(?:19|20)\d\d) ?年?[〕）〉>}] ?第? ?(?P<serial>\d{1,5}) ?[号號]"
    r"|(?<=[发發函字规規电電]) ?(?P<bare>(?:19|20)\d\d) ?年第? ?(?P<bare_serial>\d{1,5}) ?[号號]"  # 国办发2017年24号
    r"|令 ?第? ?(?P<order>\d{1,4}) ?[号號]"
)
_CODE = re.compile(r"[\u4e00-\u9fff（）]{2,18}$")
_LONGEST_CODE = 18
# Words that may stand right in front of a number in running text and are no part of the organ's code.
_BEFORE = re.compile(
    r".*(?:根据|按照|依据|依照|参照|落实|贯彻|执行|对照|印发|转发|文件|通知|文号|字号|精神|要求|以及|详见|参见|[的和与及以见按号照于由])"
)


def normal_code(code: str) -> str:
    """The organ's code without the words in front of it."""
    return _BEFORE.sub("", code).lstrip("（）")


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """Every 发文字号 in text[start:end) as (start, end, normalised number)."""
    found = []
    for match in _ANCHOR.finditer(text, start, len(text) if end is None else end):
        stop = match.start() + (match["order"] is not None)
        stop -= stop > start and text[stop - 1] == " "
        code_match = _CODE.search(text[max(start, stop - _LONGEST_CODE) : stop])
        code = normal_code(code_match.group(0)) if code_match else ""
        if len(code) < 2:
            continue
        year, serial = (match["year"], match["serial"]) if match["year"] else (match["bare"], match["bare_serial"])
        written = f"{code}第{match['order']}号" if match["order"] else f"{code}〔{year}〕{serial}号"
        number = normal_number(simplify_name(written)) or written
        found.append((stop - len(code), match.end(), number))
    return found
