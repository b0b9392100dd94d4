"""A folder of notices into a store: read, extract, group copies, project, write what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.values import Graph
from loaders.correcting import NONE as UNCORRECTED
from loaders.correcting import Corrections, correct_all
from loaders.correcting import touching as corrections_touching
from loaders.corrections import find_homeless, find_misplaced
from loaders.extract.version import VERSION
from loaders.folder import Folder, FolderReader, Progress
from loaders.ledger import Entry, Ledger, Outcome, stamp
from loaders.records import Issue, Notice
from loaders.resolve.copies import Group, group_copies, keys_of
from loaders.resolve.deciding import decide, touching
from loaders.resolve.decisions import NONE, Decisions
from loaders.resolve.documents import Held, Library, citations_of, cited_forms, forms_of, held_of, notice_id
from loaders.verified import RULE

if TYPE_CHECKING:
    from graph.store import Change, Store


@dataclass
class BuildReport:
    """What a build found and did, or would do. `written`, `unchanged` and `refused` (by the store, each an issue) hold
    document ids; `changes` tells of a trial what each would change; `groups` are the documents of which at least one
    file was read."""

    groups: list[Group] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    nodes_created: int = 0
    edges_created: int = 0
    nodes_deleted: int = 0
    edges_deleted: int = 0

    @property
    def copies(self) -> int:
        return sum(outcome.copies for outcome in self.outcomes)

    @property
    def tasks(self) -> int:
        return sum(outcome.tasks for outcome in self.outcomes)

    @property
    def obligations(self) -> int:
        return sum(outcome.obligations for outcome in self.outcomes)


def quiet(what: str, done: int, total: int) -> None:
    """Tells nobody."""


def read_notices(paths: Iterable[Path], progress: Progress = quiet) -> tuple[list[Notice], list[Issue]]:
    """Every notice that can be read, and an issue for every file that cannot. Facts verified of a file stand in the
    place of what the rules would find in it; those of a file that is not there make a notice without text.

    Raises ReadError where a path does not exist."""
    folder = FolderReader(paths, progress).read({})
    return folder.notices, folder.issues


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


def build(
    paths: Iterable[Path],
    store: Store,
    progress: Progress = quiet,
    decisions: Decisions = NONE,
    corrections: Corrections = UNCORRECTED,
    *,
    ledger: Ledger | None = None,
    dry_run: bool = False,
) -> BuildReport:
    """Bring the notices of `paths` into the store, bodies named as `decisions` say, findings as `corrections` say; a
    document whose copies, rules, decisions and corrections are unchanged is left alone, and its files are not even read
    where `ledger` knows them. With `dry_run` nothing is stored."""
    reader = FolderReader(paths, progress)
    rules = f"{VERSION}/{reader.digest}/{decisions.digest}"
    stored = store.fingerprints()
    entries = ledger.entries() if ledger else {}
    folder = reader.read(
        {
            id_: entry
            for id_, entry in entries.items()
            if entry.rules == rules + corrections.digest(id_, entry.sha256s) and stored.get(id_) == entry.fingerprint
        }
    )
    # Where nothing was read, nobody asks what a citation means.
    known = {row["id"]: held_row(row) for row in store.held()} if folder.notices else {}
    here = {held.id: held for held in (held_of(group[0].header) for group in group_copies(folder.notices))}
    folder = reader.read_citing(_moved(known, here))
    library = Library({**known, **here}.values())
    report = BuildReport(issues=folder.issues)
    noted = list(folder.unchanged.values())
    groups = group_copies(folder.notices)
    changed: list[tuple[str, Group, str]] = []
    for read in groups:
        decided = [decide(notice, decisions) for notice in read]
        group = correct_all(decided, corrections)
        report.groups.append(group)
        by_hand = (*touching(read, decisions), *corrections_touching(decided, corrections))
        document, mark = notice_id(group[0].header), fingerprint(read, library, by_hand)
        if stored.get(document) == mark:
            report.unchanged.append(document)
        else:
            changed.append((document, group, mark))
        spoken = rules + corrections.digest(document, [notice.copy.sha256 for notice in group])
        noted.append(_entry(group, mark, spoken, folder, library, find_misplaced(decided, corrections)))
        if ledger and not dry_run:
            ledger.note(noted[-1:])
    report.unchanged += folder.unchanged

    def projected() -> Iterator[tuple[str, Graph]]:
        from loaders.project import project

        for done, (document, group, mark) in enumerate(changed):
            progress(group[0].header.number or document, done, len(changed))
            yield document, project(group, library, mark, decisions)

    if changed:
        store.prepare()
        write_documents(report, store, projected(), dry_run=dry_run)
    noted.sort(key=lambda entry: min((folder.order[path] for path in entry.files), default=len(folder.order)))
    report.outcomes = [entry.outcome for entry in noted]
    report.issues += [issue for entry in noted for issue in entry.issues]
    report.issues += find_homeless(corrections, groups, {*stored, *report.written})
    return report


def held_row(row: Mapping[str, Any]) -> Held:
    """A row of the store's list of held documents."""
    return Held(row["id"], row["caption"], row["issuer"], tuple(row["region"] or ()), tuple(row["titles"]))


def _moved(known: Mapping[str, Held], here: Mapping[str, Held]) -> set[str]:
    """The titles, in compare form, that mean other documents now than when the store was written."""
    changed = [(known.get(id_), held) for id_, held in here.items() if known.get(id_) != held]
    return {form for pair in changed for held in pair if held for form in forms_of(held)}


def _entry(group: Group, mark: str, rules: str, folder: Folder, library: Library, misplaced: Sequence[Issue]) -> Entry:
    """What the ledger keeps of a document; without its files where one cannot be trusted to be the same next time."""
    from loaders.anomalies import find_anomalies, find_unresolved

    sha256s = [notice.copy.sha256 for notice in group]
    files = {str(path.resolve()): stamp(path) for path in folder.files(sha256s)}
    sure = {path: known for path, known in files.items() if known}
    return Entry(
        rules=rules,
        fingerprint=mark,
        files=sure if len(sure) == len(files) else {},
        sha256s=sha256s,
        keys=sorted({key for notice in group for key in keys_of(notice.header)}),
        cites=sorted(cited_forms(group[0])),
        outcome=_outcome(group),
        issues=[*find_anomalies(group), *misplaced, *find_unresolved(group[0], library)],
    )


def _outcome(group: Group) -> Outcome:
    header, tasks = group[0].header, group[0].tasks
    return Outcome(
        document=notice_id(header),
        name=header.number or header.title or group[0].copy.source,
        issuer=header.issuer,
        copies=len(group),
        tasks=len(tasks),
        clauses=sum(bool(task.agencies) for task in tasks),
        obligations=sum(len(task.obligations) for task in tasks),
        has_text=bool(group[0].copy.text),
        by_readers=any(task.at.rule == RULE for task in tasks),
    )


def write_documents(
    report: BuildReport, store: Store, parts: Iterable[tuple[str, Graph]], *, dry_run: bool = False
) -> None:
    """Store documents, each wholly or not at all, and count what that changed; with `dry_run` only count. One that the
    store refuses is an issue, and the others are stored."""
    if dry_run:
        for document, graph in parts:
            report.changes[document] = store.try_replace(document, graph)
            _count(report, [document], report.changes[document])
        return
    for stored in store.replace_all(parts):
        if stored.error is None:
            _count(report, stored.documents, stored.change)
        else:
            report.refused += stored.documents
            mend = "其余的已写入 (the others are stored)"
            report.issues += [Issue("error", document, str(stored.error), mend) for document in stored.documents]


def _count(report: BuildReport, documents: Iterable[str], change: Change) -> None:
    report.written += documents
    report.nodes_created += change.nodes_created
    report.edges_created += change.edges_created
    report.nodes_deleted += change.nodes_deleted
    report.edges_deleted += change.edges_deleted
