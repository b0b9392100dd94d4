"""A folder of notices into a store: read, extract, group copies, project, write what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.values import Graph
from loaders.anomalies import find_anomalies, find_unresolved
from loaders.extract.notice import VERSION, extract
from loaders.project import project
from loaders.read import find_files, read_sources
from loaders.records import Issue, Notice
from loaders.resolve.copies import Group, group_copies
from loaders.resolve.deciding import decide, touching
from loaders.resolve.decisions import NONE, Decision, Decisions
from loaders.resolve.documents import Held, Library, citations_of, held_of, notice_id
from loaders.verified import RULE, notice_of, read_verified

if TYPE_CHECKING:
    from graph.store import Store

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, how many there are."""


@dataclass
class BuildReport:
    """What a build found and did. `written` and `unchanged` hold document ids."""

    groups: list[Group] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    nodes_created: int = 0
    edges_created: int = 0
    nodes_deleted: int = 0
    edges_deleted: int = 0

    @property
    def copies(self) -> int:
        return sum(len(group) for group in self.groups)

    @property
    def tasks(self) -> int:
        return sum(len(group[0].tasks) for group in self.groups)

    @property
    def obligations(self) -> int:
        return sum(len(task.obligations) for group in self.groups for task in group[0].tasks)


def _quiet(what: str, done: int, total: int) -> None:
    """Tells nobody."""


def read_notices(paths: Iterable[Path], progress: Progress = _quiet) -> tuple[list[Notice], list[Issue]]:
    """Every notice that can be read, and an issue for every file that cannot. Facts verified of a file stand in the
    place of what the rules would find in it; those of a file that is not there make a notice without text.

    Raises ReadError where a path does not exist."""
    named = list(paths)
    files = [path for path in find_files(named) if path.suffix.lower() != ".json"]
    verified, issues = read_verified(named)
    notices: list[Notice] = []
    for done, path in enumerate(files):
        progress(path.name, done, len(files))
        for found in read_sources(path):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                facts = verified.get(found.sha256)
                notices.append(notice_of(facts, found) if facts else extract(found))
    progress("", len(files), len(files))
    read = {notice.copy.sha256 for notice in notices}
    notices += [notice_of(facts) for sha256, facts in verified.items() if sha256 not in read]
    return notices, issues


def _library(groups: Sequence[Group], store: Store) -> Library:
    """The documents of this build and those that the store holds from earlier ones."""
    here = {held.id: held for held in (held_of(group[0].header) for group in groups)}
    stored = (
        Held(row["id"], row["caption"], row["issuer"], tuple(row["region"] or ()), tuple(row["titles"]))
        for row in store.held()
    )
    return Library({**{held.id: held for held in stored}, **here}.values())


def fingerprint(group: Sequence[Notice], library: Library | None = None, decisions: Sequence[Decision] = ()) -> str:
    """Changes with the bytes of any copy, with the extractor's version, with what readers verified, with what the
    citations are found to mean, and with the `decisions` that touch the document."""
    marks = sorted(_mark(notice) for notice in group)
    cited = sorted({repr((cited.id, cited.facts)) for _, cited in citations_of(group[0], library or Library())})
    return hashlib.sha256("|".join([VERSION, *marks, *cited, *map(repr, decisions)]).encode()).hexdigest()[:32]


def _mark(notice: Notice) -> str:
    """What a notice's findings follow from: its bytes, or the findings themselves where readers made them."""
    by_readers = any(task.at.rule == RULE for task in notice.tasks)
    return repr(notice) if by_readers else notice.copy.sha256


def build(paths: Iterable[Path], store: Store, progress: Progress = _quiet, decisions: Decisions = NONE) -> BuildReport:
    """Bring the notices of `paths` into the store, bodies named as `decisions` say; a document whose copies, rules
    and decisions are unchanged is left alone."""
    notices, issues = read_notices(paths, progress)
    groups = group_copies(notices)
    report = BuildReport(groups=[[decide(notice, decisions) for notice in group] for group in groups], issues=issues)
    report.issues += [issue for group in report.groups for issue in find_anomalies(group)]
    store.prepare()
    stored = store.fingerprints()
    library = _library(report.groups, store)
    report.issues += [issue for group in report.groups for issue in find_unresolved(group[0], library)]
    for done, (group, read) in enumerate(zip(report.groups, groups, strict=True)):
        document = notice_id(group[0].header)
        progress(group[0].header.number or document, done, len(report.groups))
        mark = fingerprint(read, library, touching(read, decisions))
        if stored.get(document) == mark:
            report.unchanged.append(document)
        else:
            _write(report, store, document, project(group, library, mark, decisions))
    return report


def _write(report: BuildReport, store: Store, document: str, graph: Graph) -> None:
    change = store.replace(document, graph)
    report.written.append(document)
    report.nodes_created += change.nodes_created
    report.edges_created += change.edges_created
    report.nodes_deleted += change.nodes_deleted
    report.edges_deleted += change.edges_deleted
