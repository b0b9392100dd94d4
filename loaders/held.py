"""The documents that a store holds, read again from the texts it keeps: to add a copy, to correct, to undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import data
from graph.numbers import normal_number
from loaders.build import BuildReport, quiet
from loaders.correcting import Correction, Corrections, misplaced
from loaders.extract.notice import extract
from loaders.plan import Plan, make_plan, write_plan
from loaders.records import Copy, Issue, Notice
from loaders.resolve.copies import group_copies
from loaders.resolve.decisions import Decisions
from loaders.text.fold import fold_name
from loaders.verified import notice_of, read_verified

if TYPE_CHECKING:
    from graph.store import Store

COPIES = """
MATCH (c:Copy)-[:COPY_OF]->(d:Document) WHERE d.id IN $documents
RETURN d.id AS document, c.source AS source, c.sha256 AS sha256, coalesce(c.text, '') AS text, c.script AS script,
       c.published_on AS published_on, c.url AS url
ORDER BY document, source, sha256
"""
BY_READERS = "MATCH (t:Task {rule: 'verified'}) WHERE t.document IN $documents RETURN DISTINCT t.document AS document"

NAMED = """
MATCH (d:Document) WHERE d.held
RETURN d.id AS id, d.number AS number, d.title AS title, d.instrument AS instrument
"""


def held_copies(store: Store, documents: Iterable[str]) -> dict[str, list[Copy]]:
    """The copies that the store holds of each of `documents`; none for one that it does not hold."""
    found: dict[str, list[Copy]] = {}
    for row in store.table(COPIES, {"documents": list(documents)}).records():
        document = row.pop("document")
        found.setdefault(document, []).append(Copy(**row))
    return found


def read_copy_again(copy: Copy) -> Notice | Issue:
    """The notice that a copy is: as readers verified it where the project knows their facts, else as the rules read it."""
    if facts := _verified().get(copy.sha256):
        return notice_of(facts, copy if copy.text else None)
    if copy.text:
        return extract(copy)
    what = "没有原文，读不了第二遍 (its text is not held, so that it cannot be read again)"
    return Issue("error", copy.source, what, "用 zwgk build 读原来的文件夹 (run zwgk build with its folder)")


@cache
def _verified() -> dict[str, dict[str, Any]]:
    return read_verified([data.HERE / "verified"])[0]


def unreadable(store: Store, copies: dict[str, list[Copy]]) -> dict[str, Issue]:
    """The documents that reading again would lose something of: readers' facts that are not here, or texts."""
    asked = {"documents": list(copies)}
    by_readers = {row[0] for row in store.table(BY_READERS, asked).rows}
    found: dict[str, Issue] = {}
    for document, held in copies.items():
        known = any(copy.sha256 in _verified() for copy in held)
        lost = [again for copy in held if isinstance(again := read_copy_again(copy), Issue)]
        if document in by_readers and not known:
            what = "由人核读，核读的事实不在本机项目里 (settled by readers whose facts are not here)"
            lost.append(Issue("error", document, what, "用 zwgk build 读原来的文件夹 (run zwgk build with its folder)"))
        if lost:
            found[document] = lost[0]
    return found


def rebuild(
    store: Store, documents: Sequence[str], decisions: Decisions, corrections: Corrections
) -> tuple[BuildReport, list[Issue]]:
    """Read `documents` again from the store and write what changes; an issue for each that cannot be read again."""
    copies = held_copies(store, documents)
    refused = unreadable(store, copies)
    notices = [read for id_, held in copies.items() if id_ not in refused for read in map(read_copy_again, held)]
    plan = make_plan([each for each in notices if isinstance(each, Notice)], store, decisions, corrections)
    return write_plan(_only(plan, documents), store, quiet), list(refused.values())


def _only(plan: Plan, documents: Sequence[str]) -> Plan:
    """A plan for these documents and no other: what is read under another id now is left to the next build."""
    kept = tuple(planned for planned in plan.documents if planned.id in documents)
    return Plan(kept, plan.issues, plan.library, plan.decisions)


def states(store: Store, corrections: Corrections) -> dict[Correction, Literal["placed", "gone", "homeless"]]:
    """Of each correction whether its place is still in the document that the store holds."""
    copies = held_copies(store, {each.document for each in corrections.taken})
    groups = group_copies(
        read for held in copies.values() for copy in held if isinstance(read := read_copy_again(copy), Notice)
    )
    reached = {each for group in groups for each in corrections.of(group)}
    gone = {each for group in groups for each in misplaced(group, corrections)}
    return {each: "gone" if each in gone else "placed" if each in reached else "homeless" for each in corrections.taken}


def named(store: Store, name: str) -> list[str]:
    """The held documents of this number (in any spelling), title or id."""
    number = normal_number(fold_name(name))
    rows = store.table(NAMED).records()
    return [row["id"] for row in rows if name in (row["id"], row["title"], row["instrument"]) or (row["number"] and row["number"] in (name, number))]  # fmt: skip
