"""A notice in which something is to be told of every kind, read as the command reads files."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.sample import HEAD, NOTICES
from ui.files.notices import HeldNotice, from_files

NOTICE = NOTICES / "01-yunling-2021.txt"
SMALL = (
    HEAD
    + "一、水运\n（一）票价信息。按月在省政府网站公布渡轮票价。申请受理后20个工作日内公布\n办理结果。（省财政厅牵头，省粮食、省交通运输厅配合）\n"
    + "（二）班次信息。及时公布班次。每年6月底前公布年度计划。（省交通运输厅负责）\n（三）=1+1。公布渡口名单。（省交通运输厅负责）\n"
    + "二、公路\n（一）路况信息。2019年5月底前公布路况。（省交通运输厅牵头，省公安厅等配合）\n（二）收费信息。公布收费标准。\n"
)


def small(folder: Path) -> HeldNotice:
    """The small notice."""
    (folder / "a.txt").write_text(SMALL, encoding="utf-8")
    (found,), issues = from_files([folder])
    assert issues == []
    return found


def large() -> HeldNotice:
    """The first of the invented notices that come with the project."""
    (found,), _ = from_files([NOTICE])
    return found
