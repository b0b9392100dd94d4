"""Tables of tasks: a header row of 序号, 任务, 责任单位, 时限 …, and where the rows below it end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extract.page import Line, Page
from loaders.extract.table_rows import Column, TableReader, TaskTable
from loaders.text.cells import is_column_name
from loaders.text.numbering import find_number

_COLUMNS: tuple[tuple[Column, str], ...] = (
    ("count", "^(?:序号|编号)"),
    ("other", "备注|责任人|责任领导|联系人|进展"),
    ("lead", "^(?:牵头|主办)"),
    ("support", "^(?:配合|协办|参与)"),
    ("bear", "(?:单位|部门|科室|处室|股室|主体|机构)(?:及|$)"),
    ("limit", "时限|期限|时间"),
    ("group", "类别|分类|领域|^一级"),
    ("task", "任务|事项|^二级"),
    ("content", "内容|举措|措施|要求|目标"),
)
_MAX_GROUP = 60


def find_tables(page: Page) -> list[TaskTable]:
    """Every table of the page whose columns are task and body or time limit."""
    tables: list[TaskTable] = []
    index = 0
    while index < len(page.lines):
        columns = _columns(page.lines[index])
        if not columns:
            index += 1
            continue
        first = index
        while index + 1 < len(page.lines) and (second := _columns(page.lines[index + 1])):
            columns, index = second, index + 1
        stop = _end(page.lines, index + 1, len(columns))
        body = page.lines[index + 1 : stop]
        if body:
            tables.append(TableReader(page, columns).read(page.lines[first], body))
        index = max(stop, index + 1)
    return tables


def _columns(line: Line) -> tuple[Column, ...]:
    """The columns that a header row names; () where the line is none."""
    names = line.text.split("\t")
    if len(names) < 2 or sum(is_column_name(name) for name in names) < max(2, 0.6 * sum(map(bool, names))):
        return ()
    columns = [_column(name) for name in names]
    if "task" in columns:
        first = columns.index("task")
        columns = ["content" if c == "task" and i > first else c for i, c in enumerate(columns)]
    elif "content" in columns:
        columns[columns.index("content")] = "task"
    else:
        return ()
    return tuple(columns) if {"lead", "bear", "support", "limit"} & set(columns) else ()


def _column(name: str) -> Column:
    bare = re.sub(r"[（〔].*|[ ：]", "", name)
    return next((column for column, pattern in _COLUMNS if re.search(pattern, bare)), "other")


def _end(lines: Sequence[Line], start: int, width: int) -> int:
    """Where the table ends: at the first line without cells that heads no further row."""
    at = start
    while at < len(lines) and ("\t" in lines[at].text or _heads_rows(lines, at, width)):
        at += 1
    return at


def _heads_rows(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether a line stands over rows, alone or over one more heading; over a new header row it must be numbered."""
    numbered = find_number(lines[at].text) is not None
    if len(lines[at].text) > _MAX_GROUP or at + 1 >= len(lines):
        return False
    if lines[at + 1].text.count("\t") + 1 >= min(width, 3):
        return numbered or not _columns(lines[at + 1])
    return numbered and find_number(lines[at + 1].text) is not None and _heads_rows(lines, at + 1, width)
