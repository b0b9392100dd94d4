"""Tables in the reader's text: one that lost its tabs is brought back to a row a line, cells parted by tabs.

Every character keeps its place: only line ends become tabs, so offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.text.numbering import NUMBER

_COUNT = re.compile("序号|编号")
_HEADER = re.compile(
    r"序号|编号|(?:工作|主要|重点|具体|年度|公开)?(?:任务|事项)(?:名称|分解|要求)?|(?:工作|任务|主要|具体|公开)?(?:内容|举措|措施|要求)|(?:具体)?工作(?:目标|任务)"
    r"|(?:任务|工作|事项)?(?:类别|分类|领域)|一级(?:事项|指标)|二级(?:事项|指标)"
    r"|(?:牵头|责任|配合|协办|承办|主办|落实|实施|参与)(?:单位|部门|科室|处室|股室|主体|机构)(?:及[\u4e00-\u9fff]{2,6})?"
    r"|(?:完成|工作|办结|责任|落实|整改)?(?:时限|期限)(?:要求)?|(?:完成|工作|计划)?时间(?:要求|节点|进度|安排)?|备注|责任人|责任领导|联系人|进展(?:情况)?"
)
_LEAST = 3
_MAX_ROW = 12
# A tab between a number and its text is how word processors part them; it makes no table.
_NUMBERED = re.compile(rf"^([ \x00]*(?:{NUMBER.pattern}))\t(?=[^\t\n]*$)", re.MULTILINE)


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def is_column_name(text: str) -> bool:
    """Whether a cell is one that heads a column of a table of tasks."""
    return bool(_HEADER.fullmatch(re.sub(r"[（〔][^（）〔〕]*[）〕]|[ \x00：]", "", text)))


def restore_tables(folded: str) -> str:
    """The folded text with the tables that stand one cell a line as rows, and tabs behind numbers as blanks."""
    folded = _NUMBERED.sub(lambda match: match.group(1) + " ", folded)
    if not _COUNT.search(folded):
        return folded
    lines = list(_filled_lines(folded))
    ends: set[int] = set()
    for first, width in _headers(lines):
        rows = [(first, first + width), *_rows(lines, first + width, width)]
        if len(rows) > 2:
            ends |= {lines[i].end for start, stop in rows for i in range(start, stop - 1)}
    return _with_tabs(folded, lines, ends) if ends else folded


def _filled_lines(folded: str) -> Iterator[_Line]:
    at = 0
    for raw in folded.split("\n"):
        text = raw.strip(" \x00")
        if text:
            yield _Line(at, at + len(raw), text)
        at += len(raw) + 1


def _headers(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Each run of lines 序号, 任务, 责任单位 … that heads a table: where it begins, and how many columns it names."""
    index = 0
    while index < len(lines):
        width = 0
        if _COUNT.fullmatch(lines[index].text):
            while index + width < len(lines) and is_column_name(lines[index + width].text):
                width += 1
        if width >= _LEAST:
            yield index, width
        index += max(width, 1)


def _rows(lines: Sequence[_Line], at: int, width: int) -> Iterator[tuple[int, int]]:
    """The rows 1, 2, 3 … below a header, as ranges of lines; safe only while each begins with the next number."""
    count = 1
    while at < len(lines) and lines[at].text == str(count):
        stop = at + 1
        while stop < len(lines) and lines[stop].text != str(count + 1) and stop - at < _MAX_ROW:
            stop += 1
        if stop == len(lines) or lines[stop].text != str(count + 1):
            stop = min(at + width, len(lines))  # the last row: no more lines than columns
        if stop - at > width:
            return
        yield at, stop
        at, count = stop, count + 1


def _with_tabs(folded: str, lines: Sequence[_Line], ends: set[int]) -> str:
    """Line ends behind the cells become a tab, further ones up to the next cell blanks."""
    pieces, done = [], 0
    for line, after in pairwise(lines):
        if line.end in ends:
            pieces += [folded[done : line.end], "\t", " " * (after.start - line.end - 1)]
            done = after.start
    return "".join([*pieces, folded[done:]])
