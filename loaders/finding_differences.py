"""What two readings of one document find differently: tasks, bodies, duties, matched by overlap and by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar

from loaders.records import Body, Deadline, Evidence, Header, Notice, Obligation, Task
from loaders.text.compared import compare_form
from loaders.text.fold import fold_name

FindingKind = Literal["header", "task", "body", "duty"]
Values = dict[str, tuple[Any, Any]]

_STATED = ("number", "title", "issuer", "issued_on", "instrument", "instrument_year", "addressees")

Found = TypeVar("Found", Task, Body, Obligation)


class Carry(Protocol):
    """Spans of both copies in the places of one compared text, so that what covers the same words overlaps."""

    def over(self, at: Evidence) -> tuple[int, int]:
        """A span of the one copy."""

    def own(self, at: Evidence) -> tuple[int, int]:
        """A span of the other copy."""


@dataclass(frozen=True)
class FindingDifference:
    """A finding that only one copy gives (the other `id` is None), or that has other `values` in the other copy.

    `id` is a task's or duty's, for a body its task's and name; `at` and `other_at` are its spans. `values` maps a field to
    what it is in the one copy and in the other."""

    kind: FindingKind
    id: str | None
    other_id: str | None
    at: tuple[int, int] | None = None
    other_at: tuple[int, int] | None = None
    values: Values = field(default_factory=dict)


def find_finding_differences(one: Notice, other: Notice, carry: Carry) -> list[FindingDifference]:
    """The findings that differ, in the order of the notice: what its head states, then each task with what is in it."""
    return [*_headers(one.header, other.header), *_tasks(one.tasks, other.tasks, carry)]


def _headers(one: Header, other: Header) -> Iterator[FindingDifference]:
    """Facts that both heads state, and differently; what a site left out is no difference."""
    left, right = ({name: _plain(getattr(header, name)) for name in _STATED} for header in (one, other))
    stated = {name: pair for name, pair in _changed(left, right).items() if pair[0] and pair[1]}
    if stated:
        yield FindingDifference("header", "header", "header", values=stated)


def _tasks(one: Sequence[Task], other: Sequence[Task], carry: Carry) -> Iterator[FindingDifference]:
    for left, right in _matched(one, other, carry, lambda task: task.id):
        if left and right:
            values = _changed(_task_values(left), _task_values(right))
            if values:
                yield _difference("task", left.id, right.id, left.at, right.at, values)
            yield from _bodies(left, right, carry)
            yield from _duties(left, right, carry)
        else:
            yield from _alone("task", left, right, lambda task: task.id)


def _task_values(task: Task) -> dict[str, Any]:
    return {"id": task.id, "et_al": task.et_al, "domains": [task.domains.primary, *sorted(task.domains.also)]}


def _bodies(one: Task, other: Task, carry: Carry) -> Iterator[FindingDifference]:
    def name(task: Task) -> Callable[[Body], str]:
        return lambda body: f"{task.id} {body.name}"

    left, right = _left_over(one.agencies, other.agencies)
    for first, second in _matched(left, right, carry, lambda body: body.name):
        if first and second:
            values = _changed(_body_values(first), _body_values(second))
            yield _difference("body", name(one)(first), name(other)(second), first.at, second.at, values)
        else:
            yield from _alone("body", first, second, name(one if first else other))


def _left_over(one: Sequence[Body], other: Sequence[Body]) -> tuple[list[Body], list[Body]]:
    """The bodies that the other task does not have in the same role."""
    known = [{(body.name, body.role) for body in bodies} for bodies in (one, other)]
    return (
        [body for body in one if (body.name, body.role) not in known[1]],
        [body for body in other if (body.name, body.role) not in known[0]],
    )


def _body_values(body: Body) -> dict[str, Any]:
    return {"name": body.name, "role": body.role}


def _duties(one: Task, other: Task, carry: Carry) -> Iterator[FindingDifference]:
    for left, right in _matched(one.obligations, other.obligations, carry, lambda duty: duty.id):
        if left and right:
            values = _changed(_duty_values(left), _duty_values(right))
            if values:
                yield _difference("duty", left.id, right.id, left.at, right.at, values)
        else:
            yield from _alone("duty", left, right, lambda duty: duty.id)


def _duty_values(duty: Obligation) -> dict[str, Any]:
    return {
        "kind": duty.kind,
        "predicate": _plain(duty.predicate),
        "information": _plain(duty.information),
        "frequency": duty.frequency,
        "times": duty.times,
        "timing": list(duty.timing),
        "deadline": _deadline_values(duty.deadline),
        "trigger": _plain(duty.trigger),
        "bearers": _plain(duty.bearers),
        "channels": [channel.name for channel in duty.channels],
    }


def _deadline_values(deadline: Deadline | None) -> dict[str, Any] | None:
    """A deadline without its words, which differ where script does; the fields are named as the graph names them."""
    if deadline is None:
        return None
    facts = {
        "deadline_date": deadline.date,
        "deadline_recurs": deadline.recurs,
        "deadline_amount": deadline.amount,
        "deadline_unit": deadline.unit,
        "deadline_from": _plain(deadline.counted_from),
        "deadline_event": _plain(deadline.event),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _plain(value: Any) -> Any:
    """In Simplified script."""
    if isinstance(value, str):
        return fold_name(value)
    return [fold_name(item) for item in value] if isinstance(value, tuple) else value


def _changed(one: Mapping[str, Any], other: Mapping[str, Any]) -> Values:
    """The fields that differ in more than marks and ways of writing."""
    return {name: (value, other[name]) for name, value in one.items() if _form(value) != _form(other[name])}


def _form(value: Any) -> Any:
    if isinstance(value, str):
        return compare_form(value)
    if isinstance(value, list):
        return [_form(item) for item in value]
    return {name: _form(item) for name, item in value.items()} if isinstance(value, dict) else value


def _difference(
    kind: FindingKind, id_: str, other_id: str, at: Evidence, other_at: Evidence, values: Values
) -> FindingDifference:
    return FindingDifference(kind, id_, other_id, (at.start, at.end), (other_at.start, other_at.end), values)


def _alone(
    kind: FindingKind, one: Found | None, other: Found | None, name: Callable[[Found], str]
) -> Iterator[FindingDifference]:
    """A finding of one copy only."""
    if one:
        yield FindingDifference(kind, name(one), None, (one.at.start, one.at.end), None)
    if other:
        yield FindingDifference(kind, None, name(other), None, (other.at.start, other.at.end))


def _matched(
    one: Sequence[Found], other: Sequence[Found], carry: Carry, key: Callable[[Found], str]
) -> Iterator[tuple[Found | None, Found | None]]:
    """Pairs that cover the same words, the best first; then those of one key; then the rest, each alone."""
    here = [(carry.over(found.at), key(found)) for found in one]
    there = [(carry.own(found.at), key(found)) for found in other]
    scored = []
    for i, ((start, end), name) in enumerate(here):
        for k, ((other_start, other_end), other_name) in enumerate(there):
            if (start < other_end and other_start < end) or name == other_name:
                shared = max(0, min(end, other_end) - max(start, other_start))
                whole = max(end - start, other_end - other_start, 1)
                scored.append((shared / whole, name == other_name, -i, -k))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, k in sorted(scored, reverse=True):
        if -i not in partner and -k not in taken:
            partner[-i] = -k
            taken.add(-k)
    for i, found in enumerate(one):
        yield found, other[partner[i]] if i in partner else None
    yield from ((None, found) for k, found in enumerate(other) if k not in taken)
