"""The three layouts in which offices draw up a 任务分解表, as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ui import wording
from ui.files.notices import HeldNotice
from ui.files.sheet import Band, Cell, Column, Row, Sheet
from ui.files.tasks import BodyLine, DutyLine, TaskLine, task_lines

Layout = Literal["lead", "limit", "body"]

NAMES: dict[Layout, str] = {"lead": "牵头与责任", "limit": "责任与时限", "body": "按单位"}

_NUMBER, _TASK = Column("序号", 6), Column("工作任务", 18)
_BASIS, _REMARK = Column("依据", 22), Column("备注", 14)
_COLUMNS: dict[Layout, tuple[Column, ...]] = {
    "lead": (_NUMBER, _TASK, Column("工作要求", 52), Column("牵头单位", 17), Column("责任单位", 17), _BASIS, _REMARK),
    "limit": (_NUMBER, _TASK, Column("具体要求", 46), Column("责任单位", 20), Column("时限要求", 20), _BASIS, _REMARK),
    "body": (_NUMBER, _TASK, Column("工作要求", 52), Column("角色", 8), Column("时限要求", 24), _BASIS, _REMARK),
}
_NO_BODY = "未明确单位"
_SHOWN = ("lead", "responsible", "support")


def task_sheets(notices: Iterable[HeldNotice], layout: Layout) -> list[Sheet]:
    """One sheet a notice; in the layout by body one sheet a body, over all notices."""
    read = [(notice, task_lines(notice)) for notice in notices]
    if layout == "body":
        return _by_body(read)
    return [_by_notice(notice, lines, layout) for notice, lines in read]


def _by_notice(notice: HeldNotice, lines: Sequence[TaskLine], layout: Layout) -> Sheet:
    rows: list[Row | Band] = []
    bands: tuple[str, ...] = ()
    for order, line in enumerate(lines, 1):
        rows += [Band(band) for depth, band in enumerate(line.bands) if line.bands[: depth + 1] != bands[: depth + 1]]
        bands = line.bands
        middle = _by_role(line) if layout == "lead" else _by_limit(line)
        rows.append(_row(order, line, middle, _basis(line)))
    title = f"{notice.title}任务分解表"
    return Sheet(notice.number, title, notice.number, _COLUMNS[layout], tuple(rows), _notes(notice, len(lines)))


def _row(order: int, line: TaskLine, middle: tuple[Cell, ...], basis: str) -> Row:
    title = line.title or line.place
    required = Cell(line.requirement or title, _doubts(line.duties))
    row = Row((Cell(str(order)), Cell(title, line.doubt), required, *middle, Cell(basis)))
    return Row((*row.cells, Cell("待核：" + "；".join(row.doubts) if row.doubts else "")))


def _by_role(line: TaskLine) -> tuple[Cell, ...]:
    leads = [body for body in line.bodies if body.role == "lead"]
    others = [body for body in line.bodies if body.role != "lead"]
    return _bodies(leads, line.et_al and not others), _bodies(others, line.et_al and bool(others))


def _by_limit(line: TaskLine) -> tuple[Cell, ...]:
    parts = []
    for role in _SHOWN:
        named = [body for body in line.bodies if body.role == role]
        if named:
            parts.append(f"{wording.role(role)}：{_names(named)}")
    said = "\n".join(parts) + ("等" if parts and line.et_al else "")
    return Cell(said, _doubts(line.bodies)), _limits(line)


def _bodies(bodies: Sequence[BodyLine], et_al: bool) -> Cell:
    said = _names(bodies) + ("等" if et_al and bodies else "")
    return Cell(said, _doubts(bodies))


def _names(bodies: Sequence[BodyLine]) -> str:
    """As the notice calls them; a name cut short by a slip is shown completed."""
    return "、".join(
        body.name if body.doubt.startswith("“") and "补正" in body.doubt else body.mention for body in bodies
    )


def _limits(line: TaskLine) -> Cell:
    """The time of each duty; one phrase where all have the same."""
    timed = [duty for duty in line.duties if duty.when]
    phrases = {duty.when for duty in line.duties}
    said = timed[0].when if timed and len(phrases) == 1 else "\n".join(f"{duty.what}：{duty.when}" for duty in timed)
    return Cell(said, _doubts(line.duties))


def _doubts(lines: Sequence[BodyLine | DutyLine]) -> str:
    return "\n".join(line.doubt for line in lines if line.doubt)


def _basis(line: TaskLine, number: str = "") -> str:
    """Where the task stands: (notice,) section, offsets, and the words that give it to its bodies."""
    place = " ".join(part for part in (number, line.place) if part)
    return "\n".join(part for part in (f"{place} [{line.start}–{line.end}]", line.clause) if part)


def _by_body(read: Sequence[tuple[HeldNotice, list[TaskLine]]]) -> list[Sheet]:
    found: dict[str, list[tuple[HeldNotice, TaskLine, BodyLine | None]]] = {}
    for notice, lines in read:
        for line in lines:
            for body in line.bodies:
                found.setdefault(body.name, []).append((notice, line, body))
            if not line.bodies:
                found.setdefault(_NO_BODY, []).append((notice, line, None))
    return [_for_body(name, given) for name, given in found.items()]


def _for_body(name: str, given: Sequence[tuple[HeldNotice, TaskLine, BodyLine | None]]) -> Sheet:
    rows: list[Row | Band] = []
    last = None
    for order, (notice, line, body) in enumerate(given, 1):
        if notice is not last:
            rows.append(Band(f"{notice.number} {notice.title}".strip()))
            last = notice
        role = wording.role(body.role) if body else ""
        middle = (Cell(role, body.doubt if body else ""), _limits(line))
        rows.append(_row(order, line, middle, _basis(line, notice.number)))
    read = dict.fromkeys(notice.number for notice, _, _ in given)
    notes = [note for notice in _distinct(given) for note in _notes(notice, None)]
    return Sheet(name, f"{name}任务清单", "、".join(read), _COLUMNS["body"], tuple(rows), tuple(notes))


def _distinct(given: Sequence[tuple[HeldNotice, TaskLine, BodyLine | None]]) -> Iterator[HeldNotice]:
    seen: set[str] = set()
    for notice, _, _ in given:
        if notice.document.id not in seen:
            seen.add(notice.document.id)
            yield notice


def list_of_bodies(sheets: Sequence[Sheet]) -> Sheet:
    """The sheet in front of the sheets by body: each body, how many tasks it has, and in which roles."""
    numbers = "、".join(dict.fromkeys(number for sheet in sheets for number in sheet.number.split("、")))
    rows = []
    for order, sheet in enumerate(sheets, 1):
        tasks = [row for row in sheet.rows if isinstance(row, Row)]
        counts = [str(sum(row.cells[3].text == wording.role(role) for row in tasks)) for role in _SHOWN]
        rows.append(Row(tuple(Cell(text) for text in (str(order), sheet.name, str(len(tasks)), *counts))))
    widths = (("序号", 6), ("单位", 60), ("任务数", 10), *((wording.role(role), 10) for role in _SHOWN))
    return Sheet("目录", "各单位任务数", numbers, tuple(Column(*pair) for pair in widths), tuple(rows))


def _notes(notice: HeldNotice, tasks: int | None) -> tuple[str, ...]:
    """How to read the offsets, and of which copy they are."""
    copy = notice.copy
    if copy is None:
        return ()
    facts = copy.properties
    count = f"共{tasks}项任务。" if tasks is not None else ""
    return (
        f"{count}依据栏方括号内为原文中的位置（从0数起的字数，含起不含止）；"
        f"{notice.number}的原文：{facts['source']}，sha256 {facts['sha256']}。着色单元格待核，理由见备注。",
    )
