"""Which findings of a reading are right, rule by rule: what a rule's confidence is measured by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from loaders.records import Evidence, Notice
from loaders.score.compare import alike, assign, overlap, pair_off, words
from loaders.score.duties import SAME_ATTRIBUTES, same_duty

Doc = Mapping[str, Any]

_SAME_TASK = 0.9
_SAME_ITEMS = 0.9


def judged(gold: Doc, found: Doc, notice: Notice) -> Iterator[tuple[str, str, bool]]:
    """(kind of finding, its rule, whether readers confirm it) of every section, task, agency, obligation and citation.

    `found` is the notice in the form of the guide's section 7. An obligation is right where nothing in its row would be
    changed: kind, span, terms, channels and bearers as read, its items as good as."""
    yield from _sections(gold, notice)
    yield from _tasks(gold, notice)
    yield from _agencies(gold, notice)
    yield from _obligations(gold, found, notice)
    yield from _citations(gold, found, notice)


def _sections(gold: Doc, notice: Notice) -> Iterator[tuple[str, str, bool]]:
    known = {(section["path"], words(section["title"])) for section in gold["sections"]}
    for section in notice.sections:
        yield "section", section.at.rule, (section.path, words(section.title)) in known


def _tasks(gold: Doc, notice: Notice) -> Iterator[tuple[str, str, bool]]:
    known = {task["id"]: task for task in gold["tasks"]}
    for task in notice.tasks:
        span = {"start": task.at.start, "end": task.at.end}
        yield "task", task.at.rule, task.id in known and overlap(known[task.id], span) >= _SAME_TASK


def _agencies(gold: Doc, notice: Notice) -> Iterator[tuple[str, str, bool]]:
    known = {
        (task["id"], words(body["mention"]), body["role"]): body for task in gold["tasks"] for body in task["agencies"]
    }
    for task in notice.tasks:
        for body in task.agencies:
            read = known.get((task.id, words(body.mention), body.role))
            named = read is not None and (body.kind == "group" or words(read["name"]) == words(body.name))
            yield "agency", body.at.rule, named and read is not None and read["kind"] == body.kind


def _obligations(gold: Doc, found: Doc, notice: Notice) -> Iterator[tuple[str, str, bool]]:
    expected = [duty for task in gold["tasks"] for duty in task["obligations"]]
    given = [duty for task in found["tasks"] for duty in task["obligations"]]
    at: list[Evidence] = [duty.at for task in notice.tasks for duty in task.obligations]
    right = {j for i, j, _ in pair_off(expected, given, same_duty) if _same_row(expected[i], given[j])}
    for j, evidence in enumerate(at):
        yield "obligation", evidence.rule, j in right


def _same_row(one: Doc, other: Doc) -> bool:
    if any(value(one) != value(other) for value in SAME_ATTRIBUTES.values()):
        return False
    items, others = one["information"], other["information"]
    worth = sum(value for _, _, value in assign(items, others, alike))
    return worth >= _SAME_ITEMS * max(len(items), len(others))


def _citations(gold: Doc, found: Doc, notice: Notice) -> Iterator[tuple[str, str, bool]]:
    def worth(one: Doc, other: Doc) -> float:
        same = all(words(one[field]) == words(other[field]) for field in ("title", "number"))
        return overlap(one, other) if same else 0.0

    right = {j for _, j, _ in pair_off(gold["citations"], found["citations"], worth)}
    for j, citation in enumerate(notice.citations):
        yield "citation", citation.at.rule, j in right
