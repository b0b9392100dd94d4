"""One copy to one Notice: the order of the steps is the algorithm."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.agencies import answering_systems, find_bodies
from loaders.extract.citations import find_citations
from loaders.extract.domains import find_domains
from loaders.extract.duties.find import DutyFinder
from loaders.extract.duties.heading import heading_duties
from loaders.extract.duties.record import to_record
from loaders.extract.duties.scene import Duty
from loaders.extract.duties.terms import find_deadline
from loaders.extract.frame import Frame
from loaders.extract.header import read_header
from loaders.extract.page import Page, read_page
from loaders.extract.roles import Limit
from loaders.extract.rows import row_sections, row_tasks
from loaders.extract.sections import Item, find_items, item_sections
from loaders.extract.spans import Run, closing_start, find_runs, strip_span, task_ids
from loaders.extract.table_rows import TaskTable
from loaders.extract.tables import find_tables
from loaders.records import Body, Citation, Copy, Deadline, Domains, Header, Notice, Task


def extract(copy: Copy) -> Notice:
    """Everything the guide asks for, from one copy's text. Never raises for odd text: what is not found is absent."""
    page = read_page(copy)
    header, frame = read_header(page)
    tables = find_tables(page)
    frame = _around(frame, tables)
    items = find_items(page, frame, [(table.start, table.end) for table in tables])
    tables = [_below(table, items, page.text) for table in tables]
    runs = find_runs(page, frame, items)
    runs += _closing(page, frame, items, tables)
    finder = DutyFinder(page, header.instrument_year)
    titles = {item.path: page.text[item.title_start : item.title_end] for item in items}
    tasks = [_task(page, header, finder, titles, run, number) for run, number in zip(runs, task_ids(runs), strict=True)]
    tasks += [task for table in tables for task in row_tasks(page, header, finder, table)]
    tasks = _numbered(sorted(tasks, key=lambda task: task.at.start))
    opening = _opening(page, frame, finder)
    tasks = [opening, *tasks] if opening else tasks
    end = max([frame.end, *(table.end for table in tables)])
    citations = [_placed(citation, tasks) for citation in find_citations(page, header, frame.letter, end)]
    filled = replace(copy, published_on=header.published_on, url=header.url)
    sections = item_sections(page, items) + [section for table in tables for section in row_sections(page, table)]
    sections.sort(key=lambda section: section.at.start)
    return Notice(filled, header, tuple(sections), tuple(tasks), tuple(citations))


def _below(table: TaskTable, items: list[Item], text: str) -> TaskTable:
    """A table without headings of its own that stands right under a heading of the text: its rows are that section's."""
    over = next((item for item in items if item.end == table.start), None)
    if table.groups or not over or over.title_end <= over.title_start or text[over.text : over.end].strip():
        return table
    return replace(table, rows=tuple(replace(row, path=f"{over.path}.{row.path}") for row in table.rows))


def _numbered(tasks: list[Task]) -> list[Task]:
    """Ids `path#k`, k counted on where a number is printed twice: by the text and by the rows of its annex."""
    seen: dict[str, int] = {}
    numbered = []
    for task in tasks:
        path = task.id.partition("#")[0]
        seen[path] = seen.get(path, 0) + 1
        number = f"{path}#{seen[path]}"
        if number == task.id:
            numbered.append(task)
            continue
        duties = tuple(replace(duty, id=f"{number}.{duty.id.rpartition('.')[2]}") for duty in task.obligations)
        numbered.append(replace(task, id=number, obligations=duties))
    return numbered


def _closing(page: Page, frame: Frame, items: list[Item], tables: list[TaskTable]) -> list[Run]:
    """The closing paragraphs behind a table that stands where the items would."""
    start = max((table.end for table in tables), default=frame.end)
    if start >= frame.end or any(item.start >= start for item in items):
        return []
    start, end = strip_span(page.text, start, frame.end)
    closing = closing_start(page.text, start, end, has_clause=True)
    return [Run(None, closing, closing, end, None)] if closing < end else []


def _around(frame: Frame, tables: list[TaskTable]) -> Frame:
    """The frame with its opening cut where the first table begins."""
    return replace(frame, body=min([frame.body, *(table.start for table in tables if table.start >= frame.letter)]))


def _task(page: Page, header: Header, finder: DutyFinder, titles: dict[str, str], run: Run, number: str) -> Task:
    end = run.clause.start if run.clause else run.end
    bodies: tuple[Body, ...] = ()
    limits: list[Limit] = []
    et_al = False
    if run.clause:
        bodies, et_al, limits = find_bodies(
            page, header, run.clause.inner, run.clause.inner_end, first_leads=page.first_leads
        )
    duties = finder.find(run.text, end)
    if run.heading:
        duties = [*heading_duties(finder, run.heading, page.text[run.text : end], duties), *duties]
    _limit(page, duties, limits, header.instrument_year)
    obligations = tuple(to_record(page, duty, f"{number}.{k}") for k, duty in enumerate(duties, 1))
    return Task(
        id=number,
        section=run.path,
        at=page.evidence(run.start, run.end, "task", "clause" if run.clause else "no-clause"),
        et_al=et_al,
        agencies=bodies,
        domains=_domains(page, titles, run, end, bodies, first=number.endswith("#1")),
        obligations=obligations,
    )


def _limit(page: Page, duties: list[Duty], limits: list[Limit], year: int | None) -> None:
    """A time limit in the clause is the deadline of every obligation of the task that has none of its own."""
    deadline: Deadline | None = None
    for limit in limits:
        deadline = deadline or find_deadline(page.text[limit.start : limit.end], year)
    for duty in duties:
        duty.deadline = duty.deadline or deadline


def _domains(
    page: Page, titles: dict[str, str], run: Run, end: int, bodies: tuple[Body, ...], *, first: bool
) -> Domains:
    """The domains of a run; `titles` has the last heading of each number."""
    if run.path is None:
        return Domains("organisation")  # a closing paragraph tells everybody to carry the notice out
    heading, upper = titles.get(run.path, ""), titles.get(run.path.rpartition(".")[0], "")
    return find_domains(heading, upper, page.text[run.text : end], first=first, systems=answering_systems(bodies))


def _opening(page: Page, frame: Frame, finder: DutyFinder) -> Task | None:
    """The text before the first section is a task only where it holds an obligation."""
    start, end = frame.letter, frame.body
    if frame.signature and start < frame.signature[0] < end:
        spans = [(start, frame.signature[0]), (frame.signature[1], end)]
    else:
        spans = [(start, end)]
    duties = [duty for a, b in spans for duty in finder.find(a, b) if duty.deadline or duty.frequency or duty.channels]
    if not duties or end <= start:
        return None
    while start < end and page.text[start] == "\n":
        start += 1
    while end > start and page.text[end - 1] == "\n":
        end -= 1
    obligations = tuple(to_record(page, duty, f"pre#1.{k}") for k, duty in enumerate(duties, 1))
    domains = Domains("organisation")  # it tells everybody how the notice is to be carried out
    return Task("pre#1", None, page.evidence(start, end, "task", "opening"), domains=domains, obligations=obligations)


def _placed(citation: Citation, tasks: list[Task]) -> Citation:
    """The citation with the task it stands in."""
    for task in tasks:
        if task.at.start <= citation.at.start < task.at.end:
            return replace(citation, task=task.id)
    return citation
