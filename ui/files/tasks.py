"""The tasks of a notice as lines of a 任务分解表: heading, requirement, bodies, time limits, where each stands, and
what is in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from graph.schema import ROLE_EDGES
from graph.values import Edge, Node
from loaders.anomalies import DOUBTFUL
from ui import wording
from ui.files.inert import tidy
from ui.files.notices import HeldNotice

_ROLES = {type_: role for role, type_ in ROLE_EDGES.items()}
_OPEN, _CLOSE = "（(", "）)"
_NUMBER = re.compile(r"^[\s.、，．:：。]+")


@dataclass(frozen=True)
class BodyLine:
    """A body of a task: its name in full, the name as the clause has it, its role."""

    name: str
    mention: str
    role: str
    doubt: str = ""


@dataclass(frozen=True)
class DutyLine:
    """What an obligation is about, and when it is due, both in words."""

    what: str
    when: str
    doubt: str = ""


@dataclass(frozen=True)
class TaskLine:
    """`requirement` and `clause` are the task's text behind its heading: what is to be done, and the responsibility
    clause at its end; `start`, `end` are the task's offsets. `bands` are the headings that it stands under."""

    number: str
    place: str
    bands: tuple[str, ...]
    title: str
    requirement: str
    clause: str
    bodies: tuple[BodyLine, ...]
    et_al: bool
    duties: tuple[DutyLine, ...]
    start: int
    end: int
    doubt: str = ""


def task_lines(notice: HeldNotice) -> list[TaskLine]:
    """All tasks in the notice's own order."""
    return [_Lines(notice).line(task) for task in notice.of_label("Task")]


class _Lines:
    def __init__(self, notice: HeldNotice) -> None:
        self.notice = notice
        copy = notice.copy
        self.text = str(copy.properties.get("text") or "") if copy else ""
        self.sections = notice.of_label("Section")
        tasks = notice.of_label("Task")
        bound = {edge.target for edge in notice.edges(*_ROLES)}
        numbered = [task for task in tasks if task.properties.get("section")]
        self.bodies_usual = sum(task.id in bound for task in numbered) > len(numbered) / 2

    def line(self, task: Node) -> TaskLine:
        facts = task.properties
        start, end = int(facts["start"]), int(facts["end"])
        section = self._section(facts.get("section"), start)
        edges = [edge for edge in self.notice.edges(*_ROLES) if edge.target == task.id]
        bodies = tuple(self._body(edge) for edge in edges)
        begin = self._behind_heading(section, start, end)
        split = self._clause(edges, begin, end)
        duties = self._duties(task.id)
        return TaskLine(
            number=str(facts["number"]),
            place=wording.task_place(str(facts["number"])),
            bands=self._bands(facts.get("section"), start),
            title=str(section.properties["title"]) if section and section.properties.get("title") else "",
            requirement=tidy(_NUMBER.sub("", self.text[begin:split])) if self.text else _in_words(duties),
            clause=tidy(self.text[split:end]),
            bodies=bodies,
            et_al=bool(facts.get("et_al")),
            duties=duties,
            start=start,
            end=end,
            doubt=self._doubt(task, bodies, duties),
        )

    def _section(self, path: Any, start: int) -> Node | None:
        """The section of this path that begins last at or before `start`; an annex may print a number again."""
        same = [s for s in self.sections if s.properties["path"] == path and s.properties["start"] <= start]
        return same[-1] if same else None

    def _bands(self, path: Any, start: int) -> tuple[str, ...]:
        parts = str(path or "").split(".")
        upper = (self._section(".".join(parts[:size]), start) for size in range(1, len(parts)))
        return tuple(_heading(section) for section in upper if section)

    def _behind_heading(self, section: Node | None, start: int, end: int) -> int:
        """Where a task's own text begins: behind its section's heading, where the task holds that."""
        if section is None or not section.properties.get("title"):
            return start
        first, last = section.properties["start"], section.properties["end"]
        return last if start <= first and last < end else start

    def _clause(self, edges: list[Edge], start: int, end: int) -> int:
        """Where the responsibility clause begins that ends the text; `end` where there is none of its own."""
        spans = [edge.properties["start"] for edge in edges]
        inside = self.text[start:end].rstrip().rstrip("。；;")
        if not spans or not inside.endswith(tuple(_CLOSE)):
            return end
        depth = 0
        for at in range(start + len(inside) - 1, start - 1, -1):
            depth += (self.text[at] in _CLOSE) - (self.text[at] in _OPEN)
            if depth == 0:
                return at if at < min(spans) else end
        return end

    def _body(self, edge: Edge) -> BodyLine:
        name = str(self.notice.graph.nodes[edge.source].properties["name"])
        mention = str(edge.properties.get("mention") or name)
        doubt = ""
        if edge.properties.get("repaired"):
            doubt = f"“{mention}”补正为“{name}”"
        elif edge.properties.get("reason") and not edge.properties.get("corrected_by"):
            doubt = str(edge.properties["reason"])
        elif _unsure(edge.properties):
            doubt = f"“{mention}”不在机构词表中"
        return BodyLine(name, mention, _ROLES[edge.type], doubt)

    def _duties(self, task: str) -> tuple[DutyLine, ...]:
        nodes = self.notice.of_label("Obligation")
        return tuple(self._duty(node.properties) for node in nodes if node.properties.get("task") == task)

    def _duty(self, facts: Any) -> DutyLine:
        what = "、".join(facts.get("information") or ()) or str(facts.get("predicate") or facts["caption"])
        issued, due = self.notice.document.properties.get("issued_on"), facts.get("deadline_date")
        doubts = []
        if issued and due and due < issued:
            doubts.append(f"期限 {due} 早于成文日期 {issued}")
        if _unsure(facts):
            doubts.append(f"“{facts.get('predicate')}”可信度 {facts['confidence']:.2f}")
        return DutyLine(f"{facts.get('predicate') or ''}{what}", wording.when(facts), "\n".join(doubts))

    def _doubt(self, task: Node, bodies: tuple[BodyLine, ...], duties: tuple[DutyLine, ...]) -> str:
        """Doubts about the task as a whole, and those that the reading reported for places in it."""
        facts = task.properties
        found = [f"任务可信度 {facts['confidence']:.2f}"] if _unsure(facts) else []
        if facts.get("section") and duties and not bodies and self.bodies_usual:
            found.append("没有责任单位")
        said = [*found, *(body.doubt for body in bodies), *(duty.doubt for duty in duties)]
        lines = [line for doubt in said for line in doubt.split("\n") if line]
        return "\n".join([*found, *self._reported(facts, lines)])

    def _reported(self, facts: Any, said: list[str]) -> list[str]:
        """What the reading reported for places in this task and its own lines do not say (the same duty twice, a
        number that cannot be)."""
        found = []
        for issue in self.notice.issues:
            at = issue.where.rpartition(":")[2]
            inside = at.isdigit() and facts["start"] <= int(at) < facts["end"]
            if inside and not any(line in issue.what for line in said):
                found.append(issue.what.partition(" (")[0])
        return found


def _heading(section: Node) -> str:
    """A section's heading behind its own number: 一、…, （二）…, 3. …."""
    *upper, own = str(section.properties["path"]).split(".")
    number = wording.section(f"1.{own}").removeprefix("一") if len(upper) == 1 else wording.section(own)
    mark = {0: "、", 1: ""}.get(len(upper), ". ")
    return f"{own if len(upper) > 1 else number}{mark}{section.properties.get('title') or ''}"


def _unsure(facts: Any) -> bool:
    return facts.get("confidence") is not None and facts["confidence"] < DOUBTFUL


def _in_words(duties: tuple[DutyLine, ...]) -> str:
    """What stands in the place of a requirement whose source text is not there."""
    return "\n".join([f"（{wording.no_source()}）", *(f"{duty.what} {duty.when}".strip() for duty in duties)])
