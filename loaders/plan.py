"""What a build would store: each document named and corrected, with the fingerprint that tells whether it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.values import Graph
from loaders.anomalies import find_anomalies, find_unresolved
from loaders.correcting import NONE as UNCORRECTED
from loaders.correcting import Corrections, correct
from loaders.correcting import touching as corrections_touching
from loaders.corrections import find_homeless, find_misplaced
from loaders.extract.notice import VERSION
from loaders.project import project
from loaders.records import Issue, Notice
from loaders.resolve.copies import Group, group_copies
from loaders.resolve.deciding import decide, touching
from loaders.resolve.decisions import NONE, Decisions
from loaders.resolve.documents import Held, Library, citations_of, held_of, notice_id
from loaders.verified import RULE

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
    decided = [[decide(notice, decisions) for notice in group] for group in groups]
    settled = [_corrected(group, corrections) for group in decided]
    stored = store.fingerprints()
    library = _library(settled, store)
    documents = tuple(
        Planned(
            document := notice_id(group[0].header),
            group,
            fingerprint(
                read, library, (*touching(read, decisions), *corrections_touching(named, corrections))
            ),
            stored.get(document),
        )
        for group, named, read in zip(settled, decided, groups, strict=True)
    )  # fmt: skip
    reached = (each for group in decided for each in corrections.of(group))
    issues = [
        *(issue for group in settled for issue in find_anomalies(group)),
        *find_misplaced(decided, corrections),
        *find_homeless(corrections, reached, stored),
        *(issue for group in settled for issue in find_unresolved(group[0], library)),
    ]
    return Plan(documents, tuple(issues), library, decisions)


def _corrected(group: Group, corrections: Corrections) -> Group:
    about = corrections.of(group)
    return [correct(notice, about) for notice in group] if about else group


def _library(groups: Sequence[Group], store: Store) -> Library:
    """The documents of this build and those that the store holds from earlier ones."""
    here = {held.id: held for held in (held_of(group[0].header) for group in groups)}
    stored = (
        Held(row["id"], row["caption"], row["issuer"], tuple(row["region"] or ()), tuple(row["titles"]))
        for row in store.held()
    )
    return Library({**{held.id: held for held in stored}, **here}.values())


def fingerprint(group: Sequence[Notice], library: Library | None = None, by_hand: Sequence[object] = ()) -> str:
    """Changes with the bytes of any copy, with the extractor's version, with what readers verified, with what the
    citations are found to mean, and with the decisions and corrections (`by_hand`) that touch the document."""
    marks = sorted(_mark(notice) for notice in group)
    cited = sorted({repr((cited.id, cited.facts)) for _, cited in citations_of(group[0], library or Library())})
    return hashlib.sha256("|".join([VERSION, *marks, *cited, *map(repr, by_hand)]).encode()).hexdigest()[:32]


def _mark(notice: Notice) -> str:
    """What a notice's findings follow from: its bytes, or the findings themselves where readers made them."""
    by_readers = any(task.at.rule == RULE for task in notice.tasks)
    return repr(notice) if by_readers else notice.copy.sha256
