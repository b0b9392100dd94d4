"""Notices handed in: what storing them would change, storing them, and taking the last import out again."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.values import Node
from loaders.build import BuildReport, quiet
from loaders.correcting import NONE as UNCORRECTED
from loaders.correcting import Corrections
from loaders.folder import Progress
from loaders.held import held_copies, read_copy_again, unreadable
from loaders.plan import Plan, Planned, make_plan, write_plan
from loaders.records import Copy, Issue, Notice
from loaders.resolve.decisions import NONE, Decisions
from loaders.resolve.documents import notice_id

if TYPE_CHECKING:
    from graph.store import Store

SAME = """
MATCH (d:Document) WHERE d.held AND (d.id IN $ids OR d.number IN $numbers OR d.title IN $titles)
RETURN d.id AS id
"""
FINDINGS = """
MATCH (n:Task {document: $document}) RETURN n.id AS id, n.number AS number, 'Task' AS label, n.title AS words,
       n.start AS start, [n.text] AS facts
UNION ALL
MATCH (n:Obligation {document: $document}) RETURN n.id AS id, n.number AS number, 'Obligation' AS label,
       n.caption AS words, n.start AS start,
       [n.text, n.kind, n.frequency, toString(n.times), n.deadline_text, n.trigger] AS facts
"""


def plan_import(
    copies: Sequence[Copy],
    store: Store,
    progress: Progress,
    decisions: Decisions = NONE,
    corrections: Corrections = UNCORRECTED,
) -> Plan:
    """What storing `copies` comes to, beside the copies that the store holds of the same documents; nothing is stored.
    A held document that cannot be read again stays as it is, and is an issue."""
    notices: list[Notice] = []
    issues: list[Issue] = []
    for done, copy in enumerate(copies):
        progress(copy.source, done, len(copies))
        read = read_copy_again(copy)
        (notices if isinstance(read, Notice) else issues).append(read)  # type: ignore[arg-type]
    held = held_copies(store, _same(store, notices))
    refused = unreadable(store, held)
    again = [read for id_, known in held.items() if id_ not in refused for read in map(read_copy_again, known)]
    plan = make_plan([*(each for each in again if isinstance(each, Notice)), *notices], store, decisions, corrections)
    new = {copy.sha256 for copy in copies}
    wanted = tuple(
        each
        for each in plan.documents
        if each.id not in refused and any(notice.copy.sha256 in new for notice in each.copies)
    )
    return Plan(wanted, (*issues, *refused.values(), *plan.issues), plan.library, plan.decisions)


def _same(store: Store, notices: Iterable[Notice]) -> list[str]:
    """The held documents that some of `notices` may be copies of."""
    headers = [notice.header for notice in notices]
    asked = {
        "ids": [notice_id(header) for header in headers],
        "numbers": [header.number for header in headers if header.number],
        "titles": [header.title for header in headers if header.title],
    }
    return [row[0] for row in store.table(SAME, asked).rows]


@dataclass(frozen=True)
class Changes:
    """The tasks and duties that a document would gain, lose, or say otherwise."""

    gained: tuple[Node, ...] = ()
    lost: tuple[Node, ...] = ()
    changed: tuple[Node, ...] = ()


def find_changes(store: Store, plan: Plan, planned: Planned) -> Changes:
    """What storing a document does to its tasks and duties; all are gained where it is new."""
    after = {n.id: n for label in ("Task", "Obligation") for n in plan.graph(planned).of_label(label)}
    rows = store.table(FINDINGS, {"document": planned.id}).records() if planned.stored else ()
    before = {row["id"]: row for row in rows}
    gone = (row for id_, row in before.items() if id_ not in after)
    return Changes(
        tuple(node for id_, node in after.items() if id_ not in before),
        tuple(_lost(row) for row in gone),
        tuple(node for id_, node in after.items() if id_ in before and _facts(node) != before[id_]["facts"]),
    )


def _lost(row: Mapping[str, Any]) -> Node:
    name = "title" if row["label"] == "Task" else "caption"
    return Node(row["label"], row["id"], {"number": row["number"], name: row["words"], "start": row["start"]})


def _facts(node: Node) -> list[str | None]:
    names = ("text",) if node.label == "Task" else ("text", "kind", "frequency", "times", "deadline_text", "trigger")
    values = (node.properties.get(name) for name in names)
    return [None if value is None else str(value) for value in values]


@dataclass(frozen=True)
class Import:
    """The last import: when it was, and of each document it wrote the copies that were held before and those after
    (by their hashes)."""

    when: str
    before: Mapping[str, tuple[Copy, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def store_import(plan: Plan, store: Store, journal: Path, progress: Progress) -> BuildReport:
    """Store what changes, so that `undo_import` can take it out again, even where `progress` ended it half way."""
    written = [each for each in plan.documents if each.state != "same"]
    held = held_copies(store, [each.id for each in written])
    after = {each.id: tuple(notice.copy.sha256 for notice in each.copies) for each in written}
    before = {each.id: tuple(held.get(each.id, ())) for each in written}
    if written:
        _write(journal, Import(datetime.now().astimezone().isoformat(timespec="seconds"), before, after))
    store.prepare()
    return write_plan(plan, store, progress)


def last_import(journal: Path) -> Import | None:
    """The import that can be undone; None where there is none."""
    try:
        with gzip.open(journal, "rt", encoding="utf-8") as file:
            kept = json.load(file)
        before = {id_: tuple(Copy(**copy) for copy in copies) for id_, copies in kept["before"].items()}
        return Import(kept["when"], before, {id_: tuple(hashes) for id_, hashes in kept["after"].items()})
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return None


def undo_import(
    store: Store, journal: Path, decisions: Decisions = NONE, corrections: Corrections = UNCORRECTED
) -> tuple[list[str], list[Issue]]:
    """Take the last import out again: a document that it brought goes, one that it changed gets the copies back that it
    had. The ids of those documents, and an issue for each that somebody changed since, which stays."""
    undone: list[str] = []
    issues: list[Issue] = []
    last = last_import(journal)
    if last is None:
        return undone, issues
    held = held_copies(store, last.after)
    for document, hashes in last.after.items():
        now = {copy.sha256 for copy in held.get(document, ())}
        earlier = {copy.sha256 for copy in last.before[document]}
        if now == set(hashes) and now != earlier:
            undone.append(document)
        elif now != earlier:
            what = "导入之后又变过，没有撤销 (changed since the import; left as it is)"
            issues.append(
                Issue("warning", document, what, "用 zwgk build 读原来的文件夹 (run zwgk build with its folder)")
            )
    for document in undone:
        if not last.before[document]:
            store.remove(document)
    notices = [read_copy_again(copy) for document in undone for copy in last.before[document]]
    plan = make_plan([each for each in notices if isinstance(each, Notice)], store, decisions, corrections)
    write_plan(plan, store, quiet)
    journal.unlink(missing_ok=True)
    return undone, issues


def _write(journal: Path, made: Import) -> None:
    """Whole or not at all, readable by the owner only."""
    journal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = journal.with_name(f"{journal.name}.new")
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(gzip.compress(json.dumps(asdict(made), ensure_ascii=False).encode()))
    os.replace(beside, journal)
