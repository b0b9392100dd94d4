"""A row of a table of tasks to its section and its task: the columns read as one clause."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extract.agencies import answering_systems, find_bodies
from loaders.extract.domains import find_domains
from loaders.extract.duties.find import DutyFinder
from loaders.extract.duties.heading import heading_duties
from loaders.extract.duties.record import to_record
from loaders.extract.duties.scene import Duty
from loaders.extract.duties.terms import find_deadline, find_frequency
from loaders.extract.page import Page
from loaders.extract.sections import heading_end
from loaders.extract.table_rows import Row, Span, TaskTable
from loaders.records import Body, Header, Section, Task
from loaders.text.fold import DROPPED
from loaders.text.mapped import Mapped

_LABELS = {"lead": "牵头单位：", "support": "配合单位：", "bear": "责任单位："}
_OWN_ROLE = re.compile("牵头|负责|配合|参与|协办|[：:]")
_BRACKETED_LEAD = re.compile(r"（(?:牵头|主办)(?:单位|部门)?）")
_ORGAN_END = re.compile("[厅局委办部院署会室处所站社团队行府县区市镇乡道位门司心校]$")
_ORGAN_START = re.compile("[各省市县区州盟旗镇乡]|国家|中国|人民银行|相关|有关")
_SAME = 0.5


def row_sections(page: Page, table: TaskTable) -> list[Section]:
    """The sections of the numbered headings and of the rows, in the order of the text."""
    sections = []
    for group in table.groups:
        title = page.written(*group.title).strip("：: \t") or None
        at = page.evidence(group.number[0], group.title[1] if title else group.number[1], "section", "table-group")
        sections.append(Section(group.path, title, at))
    for row in table.rows:
        if row.opens:
            start, end = _title(page, row)
            title = page.written(start, end) or None
            begin = row.number[0] if row.number else start
            stop = end if title else row.number[1] if row.number else row.cell[1]
            sections.append(Section(row.path, title, page.evidence(begin, stop, "section", "table-row")))
    return sorted(sections, key=lambda section: section.at.start)


def _title(page: Page, row: Row) -> Span:
    """The heading of the row's cell by the rule for headings, empty where it is none."""
    start = row.number[1] if row.number and row.number[0] >= row.cell[0] else row.cell[0]
    while start < row.cell[1] and page.text[start] in " 、.．）":
        start += 1
    end = heading_end(page.text, start, row.cell[1])
    return (start, end) if end is not None else (start, start)


def row_tasks(page: Page, header: Header, finder: DutyFinder, table: TaskTable) -> list[Task]:
    """One task a row; rows under one merged cell are the tasks of its section."""
    seen: dict[str, int] = {}
    upper = {group.path: page.text[slice(*group.title)] for group in table.groups}
    upper |= {row.path: page.text[slice(*_title(page, row))] for row in table.rows}
    tasks = []
    for row in table.rows:
        seen[row.path] = seen.get(row.path, 0) + 1
        heading = upper.get(row.path.rpartition(".")[0], "")
        tasks.append(_task(page, header, finder, row, f"{row.path}#{seen[row.path]}", heading))
    return tasks


def _task(page: Page, header: Header, finder: DutyFinder, row: Row, number: str, upper: str) -> Task:
    bodies, et_al = _bodies(page, header, row)
    duties = _duties(page, finder, row)
    _limit(page, duties, row.spans("limit"), header.instrument_year)
    title = page.text[slice(*_title(page, row))]
    told = row.spans("content") if title and row.spans("content") else row.spans("task", "content")
    said = "。".join(page.text[a:b] for a, b in told)
    return Task(
        id=number,
        section=row.path,
        at=page.evidence(row.start, row.end, "task", "table-row"),
        et_al=et_al,
        agencies=bodies,
        domains=find_domains(title, upper, said, first=number.endswith("#1"), systems=answering_systems(bodies)),
        obligations=tuple(to_record(page, duty, f"{number}.{k}") for k, duty in enumerate(duties, 1)),
    )


def _duties(page: Page, finder: DutyFinder, row: Row) -> list[Duty]:
    """The task cell is a heading over the content cells; without these it says all itself."""
    heads, contents = row.spans("task"), row.spans("content")
    title = _title(page, row)
    if not contents and len(heads) == 1 and title[0] < title[1] < heads[0][1] - 1:
        heads, contents = [title], [(title[1], heads[0][1])]
    if not contents or not heads:
        return [duty for span in heads or contents for duty in finder.find(*span)]
    duties = [duty for span in contents for duty in finder.find(*span)]
    body = "。".join(page.text[a:b] for a, b in contents)
    lost: list[Duty] = []
    for head in heads if row.opens else []:
        lost += heading_duties(finder, head, body, duties)
        for told in finder.find(*head):
            for duty in duties:
                if _same_object(page, told, duty):
                    duty.frequency = duty.frequency or told.frequency
                    duty.deadline = duty.deadline or told.deadline
    return [*lost, *duties]


def _same_object(page: Page, told: Duty, duty: Duty) -> bool:
    """Whether two duties speak of one object: half of the pairs of characters of the shorter stand in the other."""
    mine, theirs = ("".join(page.text[a:b] for a, b in d.items) for d in (told, duty))
    short, long = sorted((mine, theirs), key=len)
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    return bool(pairs) and sum(pair in long for pair in pairs) >= _SAME * len(pairs)


def _limit(page: Page, duties: list[Duty], limits: list[Span], year: int | None) -> None:
    """The time limit column is the deadline, its rhythm the frequency, of every obligation that has none."""
    for start, end in limits:
        text = page.text[start:end]
        deadline, frequency = find_deadline(text, year), find_frequency(text)
        for duty in duties:
            if duty.deadline is None or deadline is None:
                duty.frequency = duty.frequency or frequency
            if duty.deadline is None and deadline:
                duty.deadline, duty.trigger = deadline, duty.trigger or deadline.counted_from


def _bodies(page: Page, header: Header, row: Row) -> tuple[tuple[Body, ...], bool]:
    """The bodies of the row's columns, read as one clause 牵头单位：…；责任单位：…."""
    cells = [(column, span) for column, span in row.cells if column in _LABELS]
    if not cells:
        return (), False
    clause = _Clause(page)
    # A cell that says itself who leads goes first: a label would hold for what follows it.
    for column, span in sorted(cells, key=lambda cell: not _says_itself(page, cell[1])):
        clause.add("" if _says_itself(page, span) else _LABELS[column], span)
    told = clause.page()
    bodies, et_al, _ = find_bodies(told, header, 0, len(told.text), first_leads=page.first_leads)
    return tuple(bodies), et_al


def _says_itself(page: Page, span: Span) -> bool:
    return bool(_OWN_ROLE.search(_BRACKETED_LEAD.sub("", page.text[span[0] : span[1]])))


class _Clause:
    """The cells of a row as the text of one clause; each character knows where it stands in the source."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text: list[str] = []
        self._at = array("l")

    def _put(self, text: str, at: int) -> None:
        """Append characters that stand at a source offset; what a mention must not hold is a line end."""
        self._text += text
        self._at.extend([at] * len(text))

    def add(self, label: str, span: Span) -> None:
        """One cell behind its column's label; a body marked （牵头） in a list of bodies leads."""
        parts = list(self._parts(span))
        leads = [part for part in parts if _BRACKETED_LEAD.search(self._page.text[part[0] : part[1]])] if label else []
        if leads:
            self._list(_LABELS["lead"], leads)
        self._list(label, [part for part in parts if part not in leads])

    def _list(self, label: str, parts: Sequence[Span]) -> None:
        text, source = self._page.text, self._page.mapped.at
        for index, (start, end) in enumerate(parts):
            if index == 0:
                self._put(label, source[start])
            else:
                self._put("、", source[start - 1] + (text[start - 1] != "、"))
            loose = _unmatched(text, start, end)
            for at in range(start, end):
                self._put(DROPPED if at in loose else text[at], source[at])
        if parts:
            self._put("\n", source[parts[-1][1] - 1])

    def _parts(self, span: Span) -> Iterator[Span]:
        """The bodies of a cell: parted by 、 or by its paragraphs, where both sides of the break are names."""
        text, at = self._page.text, self._page.mapped.at
        start, depth = span[0], 0
        for i in range(span[0] + 1, span[1]):
            depth += (text[i - 1] in "（〔") - (text[i - 1] in "）〕")
            broken = (
                at[i] - at[i - 1] > 1 and _ORGAN_END.search(text[start:i]) and _ORGAN_START.match(text[i : span[1]])
            )
            if depth <= 0 and broken and i - start >= 3:
                yield start, i
                start = i
            elif depth <= 0 and text[i] == "、":
                yield start, i
                start = i + 1
        if start < span[1]:
            yield start, span[1]

    def page(self) -> Page:
        return replace(self._page, mapped=Mapped("".join(self._text), self._at))


def _unmatched(text: str, start: int, end: int) -> set[int]:
    """The brackets of text[start:end) without their partners: they would hold the next cell in."""
    open_, loose = [], set()
    for at in range(start, end):
        if text[at] in "（〔":
            open_.append(at)
        elif text[at] in "）〕":
            loose |= {at} if not open_ else set()
            open_ = open_[:-1]
    return loose | set(open_)
