"""What storing some notices would change: each document named and corrected, with the fingerprint that tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.values import Graph
from loaders.anomalies import find_anomalies, find_unresolved
from loaders.build import BuildReport, fingerprint, held_row, write_documents
from loaders.correcting import NONE as UNCORRECTED
from loaders.correcting import Corrections, correct_all
from loaders.correcting import touching as corrections_touching
from loaders.corrections import find_homeless, find_misplaced
from loaders.folder import Progress
from loaders.project import project
from loaders.records import Issue, Notice
from loaders.resolve.copies import Group, group_copies
from loaders.resolve.deciding import decide, touching
from loaders.resolve.decisions import NONE, Decisions
from loaders.resolve.documents import Library, held_of, notice_id

if TYPE_CHECKING:
    from graph.store import Store


@dataclass(frozen=True)
class Planned:
    """A document about to be stored: its copies as decided and corrected, its fingerprint, and the one in the store."""

    id: str
    copies: Group
    mark: str
    stored: str | None

    @property
    def state(self) -> Literal["new", "changed", "same"]:
        if self.stored is None:
            return "new"
        return "same" if self.stored == self.mark else "changed"


@dataclass(frozen=True)
class Plan:
    """The documents of a build, what is doubtful in them, and what their graphs are made with."""

    documents: tuple[Planned, ...]
    issues: tuple[Issue, ...]
    library: Library
    decisions: Decisions

    def graph(self, planned: Planned) -> Graph:
        return project(planned.copies, self.library, planned.mark, self.decisions)


def make_plan(
    notices: Iterable[Notice], store: Store, decisions: Decisions = NONE, corrections: Corrections = UNCORRECTED
) -> Plan:
    """What storing `notices` comes to. Reads the store, and changes nothing in it."""
    groups = group_copies(notices)
    stored = store.fingerprints()
    library = _library(groups, store)
    documents: list[Planned] = []
    issues: list[Issue] = []
    for read in groups:
        decided = [decide(notice, decisions) for notice in read]
        settled = correct_all(decided, corrections)
        by_hand = (*touching(read, decisions), *corrections_touching(decided, corrections))
        document = notice_id(read[0].header)
        documents.append(Planned(document, settled, fingerprint(read, library, by_hand), stored.get(document)))
        issues += find_anomalies(settled) + find_misplaced(decided, corrections)
        issues += find_unresolved(settled[0], library)
    issues += find_homeless(corrections, groups, stored)
    return Plan(tuple(documents), tuple(issues), library, decisions)


def _library(groups: Sequence[Group], store: Store) -> Library:
    """The documents of this plan and those that the store holds."""
    here = {held.id: held for held in (held_of(group[0].header) for group in groups)}
    return Library({**{row["id"]: held_row(row) for row in store.held()}, **here}.values())


def write_plan(plan: Plan, store: Store, progress: Progress) -> BuildReport:
    """Store the documents of `plan` that change; what `progress` raises ends it between two."""
    report = BuildReport(groups=[planned.copies for planned in plan.documents], issues=list(plan.issues))
    for done, planned in enumerate(plan.documents):
        progress(planned.copies[0].header.number or planned.id, done, len(plan.documents))
        if planned.state == "same":
            report.unchanged.append(planned.id)
        else:
            write_documents(report, store, [(planned.id, plan.graph(planned))])
    return report
