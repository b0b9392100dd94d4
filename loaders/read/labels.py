"""The block 索引号 / 发文机关 / 成文日期 / 发文字号 of a portal's page, in whatever tags, as lines 标签：值."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_WORDS = (
    "索引号|统一编号|发文字号|文号|发文编号|公文文号|发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|制发机关|公开主体"
    "|成文日期|成文时间|生成日期|生成时间|印发日期|发布日期|发布时间|发文日期|公开日期|公开时间|公布日期|标题|信息名称|文件名称|公文名称"
    "|主题分类|主题词|关键字|关键词|体裁分类|公文种类|政策类型|有效性|时效性|文件状态|来源|信息来源|信息类别|组配分类|公开范围|公开方式"
    "|施行日期|废止日期|有效期"
)
_HANT = {
    "索引號",
    "發文字號",
    "發文機關",
    "發布機構",
    "發布日期",
    "成文日期",
    "標題",
    "文號",
    "主題分類",
    "來源",
    "發布時間",
    "有效性",
}
_NAMES = frozenset(_WORDS.split("|")) | _HANT
_BLANKS = r"[\s\u00a0\u3000]*"
_SPACED = "|".join(_BLANKS.join(name) for name in sorted(_NAMES, key=len, reverse=True))
_LABEL = re.compile(rf"({_SPACED}){_BLANKS}[：:]")
_BRACKETED = re.compile(rf"[\[【〔]{_BLANKS}({_SPACED}){_BLANKS}[\]】〕]{_BLANKS}[：:]?")
# What a portal prints on the same line and is no value.
_TOOLS = re.compile(
    r"[\s\u00a0\u3000]*[【\[（(]?(?:字体|字号|浏览|阅读|点击|访问|打印|分享|收藏|视力保护|保护视力|我要|下载|大中小|扫码|二维码).*$"
)
_FEW = 2
_SHARE = 3


def _bare(text: str) -> str:
    return re.sub(_BLANKS, "", text).strip("：:[]【】〔〕")


def _value(text: str) -> str:
    return " ".join(_TOOLS.sub("", text).replace("\u3000", " ").replace("\u00a0", " ").split())


def parse_pieces(pieces: Iterable[str]) -> tuple[list[str], set[int]]:
    """The label lines of consecutive pieces of text (cells, list entries, paragraphs), and which pieces they used.

    A lone label is no block: nothing is taken then."""
    lines: dict[str, str] = {}
    used: set[int] = set()
    listed = list(enumerate(pieces))
    for (index, piece), (after, value) in pairwise([*listed, (len(listed), "")]):
        if index in used:
            continue
        found = _in_piece(piece)
        if _bare(piece) in _NAMES:
            used.add(index)
            if value and not _is_label(value):
                found = [(_bare(piece), _value(value))]
                used.add(after)
        elif found:
            used.add(index)
            last, text = found[-1]
            if not text and value and not _is_label(value):
                found[-1] = (last, _value(value))
                used.add(after)
        for name, text in found:
            if text:
                lines.setdefault(name, text)
    return ([f"{name}：{text}" for name, text in lines.items()], used) if len(lines) >= _FEW else ([], set())


def _is_label(text: str) -> bool:
    return _bare(text) in _NAMES or bool(_LABEL.match(text.strip()))


def _in_piece(piece: str) -> list[tuple[str, str]]:
    """Label and value of each 标签：值 of a piece that begins with one."""
    piece = _BRACKETED.sub(r" \1：", piece).strip("\u00a0\u3000 \t")
    matches = list(_LABEL.finditer(piece))
    if not matches or matches[0].start() > 0:
        return []
    ends = [*(match.start() for match in matches[1:]), len(piece)]
    return [(_bare(m[1]), _value(piece[m.end() : end])) for m, end in zip(matches, ends, strict=True)]


def is_label_table(cells: Iterable[str]) -> bool:
    """Whether the cells of a table are a block of labels and values; a header row with 公开主体 and 公开方式 is none."""
    filled = [cell for cell in cells if cell.strip()]
    labels = sum(_is_label(cell) for cell in filled)
    return labels >= _FEW and labels * _SHARE >= len(filled)
