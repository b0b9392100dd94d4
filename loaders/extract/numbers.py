"""发文字号 in all spellings: 黑政办发〔2017〕22号, 国办发[2016]80 号, 京政办发（2016）26号, 国务院令第711号.

Form by 党政机关公文格式 (GB/T 9704-2012, 7.2.5): the organ's code, the year in 〔〕, a serial number without 第."""

from __future__ import annotations

import re

NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,12}?[\u4e00-\u9fff（）]{0,6}?) ?[〔（〈] ?(?P<year>(?:19|20)\d\d) ?年?[〕）〉] ?第? ?(?P<serial>\d{1,5}) ?[号號]"
    r"|(?P<order>[\u4e00-\u9fff]{2,12}令) ?第? ?(?P<order_serial>\d{1,4}) ?[号號]"
)
# Words that may stand right in front of a number in running text and are no part of the organ's code.
_BEFORE = re.compile(
    r".*(?:根据|按照|依据|依照|参照|落实|贯彻|执行|对照|印发|转发|文件|通知|文号|字号|精神|要求|以及|详见|参见|[的和与及以见按号照于由])"
)


def normal_code(code: str) -> str:
    """The organ's code without the words in front of it."""
    return _BEFORE.sub("", code)


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """Every 发文字号 in text[start:end] as (start, end, normalised number)."""
    found = []
    for match in NUMBER.finditer(text, start, len(text) if end is None else end):
        if match["order"]:
            code = normal_code(match["order"])
            number = f"{code}第{int(match['order_serial'])}号"
        else:
            code = normal_code(match["code"])
            number = f"{code}〔{match['year']}〕{int(match['serial'])}号"
        group = "order" if match["order"] else "code"
        if len(code) >= 2:
            found.append((match.end(group) - len(code), match.end(), number))
    return found
