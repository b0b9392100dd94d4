"""Tables of tasks: a header row of 序号, 任务, 责任单位, 时限 …, and where the rows below it end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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


def clear_of(tables: Sequence[TaskTable], held: set[str], page: Page) -> list[TaskTable]:
    """The tables with paths that nothing else has: those of an annex whose numbers the text has too go under `annex`."""
    cleared = []
    for order, table in enumerate(tables, 1):
        paths = {row.path for row in table.rows} | {group.path for group in table.groups}
        if paths & held:
            table = _under_annex(table, _annex(page, table, order, len(tables)))
            paths = {row.path for row in table.rows} | {group.path for group in table.groups}
        held = held | paths
        cleared.append(table)
    return cleared


def _annex(page: Page, table: TaskTable, order: int, of: int) -> str:
    above = [line.text for line in page.lines if line.end <= table.start][-6:]
    printed = [match[1] for text in above if (match := re.match(r"附件 ?(\d{1,2})(?!\d)", text))]
    return f"annex{printed[-1]}" if printed else "annex" if of == 1 else f"annex{order}"


def _under_annex(table: TaskTable, annex: str) -> TaskTable:
    rows = tuple(replace(row, path=f"{annex}.{row.path}") for row in table.rows)
    groups = tuple(replace(group, path=f"{annex}.{group.path}") for group in table.groups)
    return replace(table, rows=rows, groups=groups)
