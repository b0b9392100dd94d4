"""Files handed in on the page, between its session and the store: read, planned, stored, taken out again."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.embedded.layout import layout
from graph.store import connect
from loaders.build import BuildReport
from loaders.corrections import corrections_file, read_corrections
from loaders.decisions import decision_files, read_decisions
from loaders.folder import Progress
from loaders.importing import Changes, Import, find_changes, last_import, plan_import, store_import, undo_import
from loaders.plan import Plan, Planned
from loaders.records import Issue, Notice
from loaders.uploads import Upload, read_uploads

_ONE = threading.Lock()


class BusyError(Exception):
    """Somebody else is storing or undoing an import just now."""


@dataclass(frozen=True)
class Handed:
    """What was handed in: the documents it comes to, each with what storing it changes, and what is doubtful or could
    not be read. Nothing of it is stored."""

    plan: Plan
    changes: dict[str, Changes]
    issues: tuple[Issue, ...]
    new: frozenset[str]

    def handed_in(self, planned: Planned) -> Notice:
        """The copy of a document that was handed in, the first of several."""
        return next(notice for notice in planned.copies if notice.copy.sha256 in self.new)


def read_in(uploads: Sequence[Upload], progress: Progress) -> Handed:
    """Read and plan; the store is only looked at."""
    copies, unread = read_uploads(uploads, progress)
    with connect("reader") as store:
        decisions = read_decisions(decision_files())[0]
        plan = plan_import(copies, store, progress, decisions, read_corrections(corrections_file())[0])
        changes = {each.id: find_changes(store, plan, each) for each in plan.documents if each.state != "same"}
    return Handed(plan, changes, (*unread, *plan.issues), frozenset(copy.sha256 for copy in copies))


def keep(handed: Handed, progress: Progress) -> BuildReport:
    """Store what changes. Raises BusyError."""
    with _alone(), connect("writer") as store:
        return store_import(handed.plan, store, _journal(), progress)


def last() -> Import | None:
    """The import that can be taken out again."""
    return last_import(_journal())


def take_out() -> tuple[list[str], list[Issue]]:
    """Undo the last import: the documents undone, and an issue for each that is left as it is. Raises BusyError."""
    decisions, corrections = read_decisions(decision_files())[0], read_corrections(corrections_file())[0]
    with _alone(), connect("writer") as store:
        return undo_import(store, _journal(), decisions, corrections)


def _journal() -> Path:
    return layout().imports


@contextmanager
def _alone() -> Iterator[None]:
    if not _ONE.acquire(blocking=False):
        raise BusyError
    try:
        yield
    finally:
        _ONE.release()
