"""主动公开标准目录: the duties to disclose in the ten columns of the 基层政务公开标准目录, one sheet a notice, ordered by
policy domain. Where the notice says nothing, the cell says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.values import Node
from ui import wording
from ui.files.inert import tidy
from ui.files.notices import HeldNotice
from ui.files.sheet import Band, Cell, Column, Row, Sheet

_COLUMNS = (
    Column("序号", 6),
    Column("公开事项", 16),
    Column("公开内容（要素）", 28),
    Column("公开依据", 22),
    Column("公开时限", 16),
    Column("公开主体", 16),
    Column("公开渠道和载体", 14),
    Column("公开对象", 10),
    Column("公开方式", 9),
    Column("公开层级", 9),
)
SILENT = "未写明"
_TO_ALL = ("向社会", "向公众", "面向社会", "面向公众")
_ROLES = ("lead", "responsible", "named")


def catalogue_sheets(notices: Iterable[HeldNotice]) -> list[Sheet]:
    """One sheet for each notice."""
    return [_sheet(notice) for notice in notices]


def _sheet(notice: HeldNotice) -> Sheet:
    tasks = {task.id: task for task in notice.of_label("Task")}
    duties = [duty for duty in notice.of_label("Obligation") if duty.properties["kind"] == "disclose"]
    domains: dict[str, list[Node]] = {}
    for duty in duties:
        domains.setdefault(_domain(notice, str(duty.properties["task"])), []).append(duty)
    rows: list[Row | Band] = []
    order = 0
    for domain, found in domains.items():
        rows.append(Band(domain))
        for duty in found:
            order += 1
            rows.append(_row(notice, order, duty, tasks[str(duty.properties["task"])]))
    title = f"{notice.title}主动公开标准目录"
    return Sheet(notice.number, title, notice.number, _COLUMNS, tuple(rows), _notes(rows))


def _row(notice: HeldNotice, order: int, duty: Node, task: Node) -> Row:
    facts = duty.properties
    values = (
        str(task.properties.get("title") or ""),
        "、".join(facts.get("information") or ()),
        _basis(notice, duty, task),
        wording.when(facts),
        "、".join(_joined(notice, "BEARS", duty, lambda edge: edge.properties.get("role") in _ROLES, source=True)),
        "、".join(_joined(notice, "PUBLISHES_VIA", duty)),
        "全社会" if any(words in str(facts.get("text") or "") for words in _TO_ALL) else "",
        "主动" if "申请" not in str(facts.get("text") or "") else "",
        wording.level(str(notice.document.properties.get("level") or "")),
    )
    return Row((Cell(str(order)), *(Cell(value or SILENT) for value in values)))


def _domain(notice: HeldNotice, task: str) -> str:
    """The name of the task's primary policy domain."""
    for edge in notice.edges("IN_DOMAIN"):
        if edge.source == task and edge.properties.get("primary"):
            return str(notice.graph.nodes[edge.target].properties["name"])
    return "其他"


def _basis(notice: HeldNotice, duty: Node, task: Node) -> str:
    """The documents that the task is based on, then the place of the clause itself."""
    cited = _joined(notice, "CITES", task, lambda edge: edge.properties.get("role") == "basis")
    facts = duty.properties
    place = f"{notice.number} {wording.task_place(facts['number'])} [{facts['start']}–{facts['end']}]"
    return "\n".join(tidy(line) for line in (*cited, place))


def _joined(notice: HeldNotice, type_: str, node: Node, wanted: Any = None, *, source: bool = False) -> list[str]:
    """The names of what the node is joined to, each once."""
    found: dict[str, None] = {}
    for edge in notice.edges(type_):
        mine, other = (edge.target, edge.source) if source else (edge.source, edge.target)
        if mine == node.id and (wanted is None or wanted(edge)):
            facts = notice.graph.nodes[other].properties
            found[str(facts.get("name") or facts.get("caption"))] = None
    return list(found)


def _notes(rows: Iterable[Row | Band]) -> tuple[str, ...]:
    """How many cells of each column the notice leaves open."""
    table = [row for row in rows if isinstance(row, Row)]
    silent = {
        column.name: sum(row.cells[index].text == SILENT for row in table) for index, column in enumerate(_COLUMNS)
    }
    told = "、".join(f"{name} {count} 行" for name, count in silent.items() if count)
    return (
        f"共 {len(table)} 项。“{SILENT}”：通知没有说{'（' + told + '）' if told else ''}。公开方式：公开义务均为主动公开，条文提到申请的除外；"
        "公开层级为发文机关的层级；公开依据末行为条文在原文中的位置。",
    )
