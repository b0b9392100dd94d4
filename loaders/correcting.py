"""What people corrected of the findings of one notice, put on what was read of it, by rules or by readers.

A correction speaks of one place: the finding on source[start:end) of one copy. It is applied after every reading anew,
between extraction and projection; rules and their caches know nothing of it."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from loaders.records import Body, Corrected, Domains, Evidence, Notice, Obligation, Task
from loaders.resolve.documents import notice_id
from loaders.resolve.organs import take_apart
from loaders.text.fold import fold_name

RULE = "correction"
"""The last part of the rule of a finding that a person corrected: clause-lead/correction."""

What = Literal["task", "body", "duty"]
Field = Literal["agency", "role", "frequency", "information", "domain", "wrong"]
Value = str | tuple[str, ...] | None

FIELDS: dict[What, tuple[Field, ...]] = {
    "task": ("domain", "wrong"),
    "body": ("agency", "role", "wrong"),
    "duty": ("frequency", "information", "wrong"),
}
"""What can be corrected of each kind of finding; `wrong` takes the finding out."""

WORDS = 60
"""So many characters of a finding are kept with a correction, to know its place in another copy."""

_SHARED = 0.5
Found = Task | Body | Obligation


@dataclass(frozen=True)
class Correction:
    """`finding` is the id of the task (of a body: the task that names it) or of the duty; `words` are the first of
    source[start:end) in the copy with the hash `copy`. A domain is its key, a frequency an ISO 8601 period, information
    a tuple. `when` is ISO 8601; `where` is the file and line it was read from."""

    document: str
    copy: str
    what: What
    finding: str
    start: int
    end: int
    words: str
    field: Field
    old: Value
    new: Value
    reason: str
    who: str
    when: str
    where: str = dataclasses.field(default="", compare=False, repr=False)

    @property
    def place(self) -> tuple[str, What, str, int, int, Field]:
        """What two corrections have in common of which the later stands."""
        return self.copy, self.what, self.finding, self.start, self.end, self.field


@dataclass(frozen=True)
class Corrections:
    """The corrections in force, in the order of their lines. `overruled` are those that a later line takes back."""

    taken: tuple[Correction, ...] = ()
    overruled: tuple[Correction, ...] = ()

    def of(self, copies: Sequence[Notice]) -> tuple[Correction, ...]:
        """Those that speak of a document: by its id, or by one of its copies where the id is read otherwise now."""
        return self.about(notice_id(copies[0].header), [notice.copy.sha256 for notice in copies])

    def about(self, document: str, sha256s: Sequence[str]) -> tuple[Correction, ...]:
        return tuple(each for each in self.taken if each.document == document or each.copy in sha256s)

    def digest(self, document: str, sha256s: Sequence[str]) -> str:
        """Changes with anything that people corrected of a document; "" for nothing."""
        found = self.about(document, sha256s)
        return "/" + hashlib.sha256(repr(found).encode()).hexdigest()[:16] if found else ""


NONE = Corrections()


def with_rule(rule: str) -> str:
    """The rule of a finding once a person corrected it."""
    return f"{rule.partition('/')[0]}/{RULE}"


def candidates(notice: Notice, what: What) -> Iterator[tuple[str, Evidence, Found]]:
    """Every finding of a kind: the id that a correction names it by, its place, and the finding."""
    for task in notice.tasks:
        if what == "task":
            yield task.id, task.at, task
        elif what == "body":
            yield from ((task.id, body.at, body) for body in task.agencies)
        else:
            yield from ((duty.id, duty.at, duty) for duty in task.obligations)


def value_of(found: Found, name: Field) -> Value:
    """What a finding holds now in the field that a correction names; None for `wrong`."""
    if isinstance(found, Task):
        return found.domains.primary if name == "domain" else None
    if isinstance(found, Body):
        return {"agency": found.name, "role": found.role}.get(name)
    return {"frequency": found.frequency, "information": found.information}.get(name)


def words_of(notice: Notice, at: Evidence) -> str:
    """The first words of a finding, without blanks and line ends."""
    return "".join(notice.copy.text[at.start : at.end].split())[:WORDS]


def find_place(notice: Notice, correction: Correction) -> Found | None:
    """The finding that `correction` speaks of: in its own copy by its span, in another by its id and words. None where
    there is none, or more than one."""
    found = list(candidates(notice, correction.what))
    if notice.copy.sha256 == correction.copy:
        here = [each for each in found if (each[1].start, each[1].end) == (correction.start, correction.end)]
        here = here or [each for each in found if _overlaps(each[1], correction)]
    else:
        words = fold_name(correction.words)
        here = [each for each in found if words and fold_name(words_of(notice, each[1])) == words]
    if len(here) > 1:
        here = [each for each in here if each[0] == correction.finding]
    return here[0][2] if len(here) == 1 else None


def _overlaps(at: Evidence, correction: Correction) -> bool:
    """Whether most of both spans is shared: newer rules may cut a finding a little otherwise."""
    shared = min(at.end, correction.end) - max(at.start, correction.start)
    return shared > _SHARED * max(at.end - at.start, correction.end - correction.start)


def correct(notice: Notice, corrections: Iterable[Correction]) -> Notice:
    """The notice as people corrected it; what has no place in this copy changes nothing."""
    here = [(found, each) for each in corrections if (found := find_place(notice, each)) is not None]
    if not here:
        return notice
    by_finding: dict[int, list[Correction]] = {}
    for found, each in here:
        by_finding.setdefault(id(found), []).append(each)
    tasks = _changed(notice.tasks, by_finding, lambda task: _task(task, by_finding))
    kept = {task.id for task in tasks}
    citations = (each if each.task in kept else replace(each, task=None) for each in notice.citations)
    return replace(notice, tasks=tasks, citations=tuple(citations))


def correct_all(copies: Sequence[Notice], corrections: Corrections) -> list[Notice]:
    """The copies of a document as people corrected it, each as far as it has the places."""
    about = corrections.of(copies)
    return [correct(notice, about) for notice in copies] if about else list(copies)


def _changed(findings: Iterable[Any], by: dict[int, list[Correction]], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The findings changed, those marked wrong left out."""
    return tuple(change(found) for found in findings if all(each.field != "wrong" for each in by.get(id(found), ())))


def _task(task: Task, by: dict[int, list[Correction]]) -> Task:
    bodies = _changed(task.agencies, by, lambda body: _body(body, by.get(id(body), ())))
    once = {(body.name, body.role): body for body in reversed(bodies)}  # of two claims that became one the first stays
    return replace(
        task,
        agencies=tuple(body for body in bodies if once[body.name, body.role] is body),
        obligations=_changed(task.obligations, by, lambda duty: _duty(duty, by.get(id(duty), ()))),
        domains=_domains(task.domains, by.get(id(task), ())),
    )


def _body(body: Body, corrections: Sequence[Correction]) -> Body:
    for each in corrections:
        if each.field == "agency":
            name = fold_name(str(each.new))
            body = replace(body, name=name, kind="agency" if take_apart(name) else body.kind, repaired=False)
        else:
            body = replace(body, role=each.new)  # type: ignore[arg-type]
    if not corrections:
        return body
    by = _by(corrections)
    return replace(body, at=_at(body.at), reason=by.reason, corrected=by)


def _duty(duty: Obligation, corrections: Sequence[Correction]) -> Obligation:
    for each in corrections:
        if each.field == "frequency":
            period = str(each.new) if each.new else None
            duty = replace(duty, frequency=period, times=duty.times if period == duty.frequency else None)
        else:
            duty = replace(duty, information=_several(each.new))
    return replace(duty, at=_at(duty.at), corrected=_by(corrections)) if corrections else duty


def _domains(domains: Domains, corrections: Sequence[Correction]) -> Domains:
    for each in corrections:
        key = str(each.new)
        domains = Domains(key, tuple(other for other in domains.also if other != key), _by([each]))
    return domains


def _several(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _at(at: Evidence) -> Evidence:
    return replace(at, rule=with_rule(at.rule), confidence=1.0)


def _by(corrections: Sequence[Correction]) -> Corrected:
    """Who spoke last, and what everybody said."""
    last = max(corrections, key=lambda each: each.when)
    return Corrected(last.who, last.when, "；".join(dict.fromkeys(each.reason for each in corrections)))


def touching(copies: Sequence[Notice], corrections: Corrections) -> tuple[Correction, ...]:
    """The corrections that make a difference to the graph of a document: those that have a place in its first copy."""
    return tuple(each for each in corrections.of(copies) if find_place(copies[0], each) is not None)


def misplaced(copies: Sequence[Notice], corrections: Corrections) -> tuple[Correction, ...]:
    """The corrections of a document that no longer have a place in it."""
    return tuple(each for each in corrections.of(copies) if find_place(copies[0], each) is None)
