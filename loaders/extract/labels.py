"""The block of 标题, 索引号, 发文机关, 发布时间 … that portals print above a notice. It feeds the header and never beats the signature."""

from __future__ import annotations

import re

from loaders.extract.page import Page
from loaders.text.fold import DROPPED

_LABELS = {
    "number": "发文字号|文号|发文编号|公文文号",
    "title": "标题|名称|信息名称|文件名称|公文名称",
    "issuer": "发文机关|发文机构|发布机构|发布单位|发文单位|制发机关|发布机关|公开主体|信息来源|责任部门|责任单位",
    "published_on": "发布日期|发布时间|发文日期|公开日期|公开时间|公布日期|上网日期|时间|日期",
    "written_on": "成文日期|成文时间|生成日期|生成时间|印发日期",
    "other": "索引号|统一编号|主题分类|主题词|关键字|关键词|体裁分类|公文种类|政策类型|政策层级|有效性|时效性|来源|作者|字体大小|类别|分类|信息类别|组配分类|载体类型|内容概述|公开范围|公开方式|文件状态|废止日期|施行日期|有效期",
}
LABEL = re.compile(
    "|".join(f"(?P<{key}>(?<![\\u4e00-\\u9fff])(?:{words}))" for key, words in _LABELS.items()).join(
        ("(?:", r") ?[：|】〕\t] ?")
    )
)
_MARK = re.compile(r"[：|】〕\t]")
HEAD_LINES = 60
_LABEL_REACH = 20
"""A line of the block begins with its label, number and all, within so many characters."""


def printed_head(page: Page) -> list[str]:
    """The printed lines of the head, blanks kept, for the label blocks of portals."""
    lines = (line.replace(DROPPED, "").strip() for line in page.folded.split("\n"))
    return [line for line in lines if line][:HEAD_LINES]


def find_labels(page: Page) -> dict[str, str]:
    """The values of a block such as 索引号：… 发文机关：… ; the first value of a kind counts."""
    values: dict[str, str] = {}
    for line in printed_head(page):
        if not (_MARK.search(line, 0, _LABEL_REACH) and LABEL.search(line, 0, _LABEL_REACH)):
            continue
        matches = list(LABEL.finditer(line))
        for match, after in zip(matches, [*matches[1:], None], strict=True):
            value = line[match.end() : after.start() if after else len(line)].strip(" \t|")
            if match.lastgroup and value:
                values.setdefault(match.lastgroup, value)
    return values
