"""Where the parts of a page are: letter, signature, body, end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.labels import LABEL
from loaders.extract.page import Line, Page
from loaders.text.dates import DATE
from loaders.text.numbering import find_number

ORGAN = re.compile(
    r"[\u4e00-\u9fff（）、]{2,40}(?:人民政府|政府|办公厅|办公室|委员会|管委会|领导小组|[厅局委部院署会办]|中心|集团|公司|大学|学院|法院|检察院|银行|分行|支行)"
)
_SALUTED = re.compile("政府|部门|单位|委员会|局|机构|办事处|公司|处室|委|办|厅|企业|学校|各|院|镇|乡|街道")
_TAIL = re.compile(
    r"抄送[：:]|（?此件|附件(?:\d|[：:]|$)|.{2,30}办公[厅室].{0,8}\d{4}年.{1,3}月.{1,3}日印发|主办[：:]|信息公开(?:选项|类别|属性)[：:]|【|〔我要"
)


@dataclass(frozen=True)
class Frame:
    """Where the parts of the page are, in its own offsets.

    `letter`: behind the salutation (or title); `body`: the first section's number, or the end; `end`: where the
    notice's own text ends; `gaps`: lines between that belong to nothing (signature, date)."""

    letter: int
    body: int
    end: int
    signature: tuple[int, int] | None


def first_section(page: Page) -> int:
    """Offset of the first section's number; the text's end where nothing is numbered.

    A lone number is none: the style must be the highest in use, or be followed by its 二."""
    numbered = [(line, number) for line in page.lines if (number := find_number(line.text))]
    for index, (line, number) in enumerate(numbered):
        later = {(other.style, other.value) for _, other in numbered[index + 1 :]}
        if number.value == 1 and ((number.style, 2) in later or number.rank <= 4):
            return line.start
    return numbered[0][0].start if len(numbered) > 2 else len(page.text)


def find_salutation(page: Page, body: int) -> Line | None:
    """The line of the bodies saluted: it ends with a colon and names bodies."""
    for line in page.lines:
        if line.start >= body:
            return None
        if line.text.endswith("：") and len(line.text) < 400 and _SALUTED.search(line.text):
            bare = line.text[:-1]
            if not re.search("如下|要求是|附件|。|《|通知如|总体要求|现将", bare) and not LABEL.match(line.text):
                return line
    return None


def find_signature(page: Page) -> tuple[Line | None, Line] | None:
    """(line of the signing body, line of its date), of one line or two; None where nobody signs."""
    dated = None
    for index, line in enumerate(page.lines):
        match = re.fullmatch(rf"(?P<body>{ORGAN.pattern})?（?(?P<date>{DATE.pattern})）?", line.text)
        if not match:
            continue
        if match["body"]:
            return line, line
        above = page.lines[index - 1] if index else None
        if above and ORGAN.fullmatch(above.text):
            return above, line
        dated = dated or (None, line)
    return dated


def find_frame(page: Page, body: int, salutation: Line | None, signature: tuple[Line | None, Line] | None) -> Frame:
    """The frame, from where the first section, the salutation and the signature were found."""
    sign = ((signature[0] or signature[1]).start, signature[1].end) if signature else None
    end = len(page.text)
    if sign and sign[0] > body:
        end = sign[0]
    for line in page.lines:
        if body < line.start < end and _TAIL.match(line.text):
            end = line.start
    letter = salutation.end if salutation else (sign[1] if sign and sign[1] < body else 0)
    return Frame(letter, body, end, sign)
