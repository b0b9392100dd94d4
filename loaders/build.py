"""A folder of notices into a store: read, extract, group copies, project, write what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.values import Graph
from loaders.correcting import NONE as UNCORRECTED
from loaders.correcting import Corrections
from loaders.extract.notice import extract
from loaders.plan import Plan, make_plan
from loaders.read import find_files, read_sources
from loaders.records import Issue, Notice
from loaders.resolve.copies import Group
from loaders.resolve.decisions import NONE, Decisions
from loaders.verified import notice_of, read_verified

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


def build(
    paths: Iterable[Path],
    store: Store,
    progress: Progress = _quiet,
    decisions: Decisions = NONE,
    corrections: Corrections = UNCORRECTED,
) -> BuildReport:
    """Bring the notices of `paths` into the store, bodies named as `decisions` say, findings as `corrections` say; a
    document whose copies, rules, decisions and corrections are unchanged is left alone."""
    notices, issues = read_notices(paths, progress)
    store.prepare()
    plan = make_plan(notices, store, decisions, corrections)
    report = write_plan(plan, store, progress)
    report.issues[:0] = issues
    return report


def write_plan(plan: Plan, store: Store, progress: Progress = _quiet) -> BuildReport:
    """Store the documents of `plan` that change, each wholly or not at all; what `progress` raises ends it between two."""
    report = BuildReport(groups=[planned.copies for planned in plan.documents], issues=list(plan.issues))
    for done, planned in enumerate(plan.documents):
        progress(planned.copies[0].header.number or planned.id, done, len(plan.documents))
        if planned.state == "same":
            report.unchanged.append(planned.id)
        else:
            _write(report, store, planned.id, plan.graph(planned))
    return report


def _write(report: BuildReport, store: Store, document: str, graph: Graph) -> None:
    change = store.replace(document, graph)
    report.written.append(document)
    report.nodes_created += change.nodes_created
    report.edges_created += change.edges_created
    report.nodes_deleted += change.nodes_deleted
    report.edges_deleted += change.edges_deleted
