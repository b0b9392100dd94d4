"""Decisions put on what was read of a document, by rules or by readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.records import Body, Header, Notice, Task
from loaders.resolve.bodies import resolve_body
from loaders.resolve.decisions import RULE, Decision, Decisions, Ruling
from loaders.resolve.lineage import successors
from loaders.resolve.organs import take_apart


def decide(notice: Notice, decisions: Decisions) -> Notice:
    """The notice with its bodies named as people decided; the rule and the reason of each say so."""
    if not decisions.taken:
        return notice
    return replace(notice, tasks=tuple(_decide_task(task, notice.header, decisions) for task in notice.tasks))


def _decide_task(task: Task, header: Header, decisions: Decisions) -> Task:
    bodies = [_decide_body(body, header, decisions) for body in task.agencies]
    if bodies == list(task.agencies):
        return task
    once = {(body.name, body.role): body for body in reversed(bodies)}  # of two names of one body the first stays
    return replace(task, agencies=tuple(body for body in bodies if once[body.name, body.role] is body))


def _decide_body(body: Body, header: Header, decisions: Decisions) -> Body:
    ruling = decisions.of_mention(body.mention, body.name, header)
    if not ruling.by:
        return body
    rule = f"{body.at.rule.partition('/')[0]}/{RULE}"
    kind = "agency" if take_apart(ruling.name) else body.kind
    at = replace(body.at, rule=rule, confidence=1.0)
    return replace(body, name=ruling.name, kind=kind, at=at, repaired=False, reason=ruling.reason)


def touching(notices: Sequence[Notice], decisions: Decisions) -> tuple[Decision, ...]:
    """The decisions that make a difference to the graph of a document, from its copies as the rules read them."""
    if not decisions.taken:
        return ()
    found: set[Decision] = set()
    for ruling in _rulings(notices[0], decisions):
        found.update(ruling.by, decisions.leading_to(ruling.name))
    return tuple(decision for decision in decisions.taken if decision in found)


def _rulings(notice: Notice, decisions: Decisions) -> Iterator[Ruling]:
    """What is decided of every body that the document's graph holds, and of those that succeeded it."""
    header = notice.header
    if header.issuer:
        yield from _with_successors(decisions.of_name(header.issuer, header.region), decisions)
    for task in notice.tasks:
        for body in task.agencies:
            yield from _with_successors(decisions.of_mention(body.mention, body.name, header), decisions)
        for mention in (bearer for duty in task.obligations for bearer in duty.bearers):
            for group in (False, True):
                name = resolve_body(mention, header.region, header.issuer, group=group, year=header.year).name
                yield from _with_successors(decisions.of_mention(mention, name, header), decisions)


def _with_successors(ruling: Ruling, decisions: Decisions) -> Iterator[Ruling]:
    waiting, seen = [ruling], {ruling.name}
    while waiting:
        ruling = waiting.pop()
        yield ruling
        for later in (decisions.of_name(step.successor) for step in successors(ruling.name)):
            if later.name in seen:
                yield later
            else:
                seen.add(later.name)
                waiting.append(later)
