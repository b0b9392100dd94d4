"""What earlier builds read: which files make which document, so that files that did not change are not read again.

The ledger only saves work. What counts is the fingerprint that the store holds: an entry that does not agree with it, or
whose files look different in any way, is not believed, and a ledger that is lost costs one reading.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from loaders.records import Issue

_FRESH_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again within the tick of the file system's clock."""

Stamp = tuple[int, int, int]
"""Size, time of the content, time of the entry (which no program can set) of a file."""


@dataclass(frozen=True)
class Outcome:
    """One document of a build, in numbers."""

    document: str
    name: str
    issuer: str | None
    copies: int
    tasks: int
    clauses: int
    obligations: int
    has_text: bool
    by_readers: bool


@dataclass(frozen=True)
class Entry:
    """A document as it was read. `files` are absolute paths; `keys` are what its copies share, `cites` the titles it cites,
    in compare form."""

    rules: str
    fingerprint: str
    files: dict[str, Stamp]
    sha256s: list[str]
    keys: list[str]
    cites: list[str]
    outcome: Outcome
    issues: list[Issue]


def stamp(path: Path) -> Stamp | None:
    """The look of a file; None where it has changed just now, or is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _FRESH_NS:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Ledger:
    """The entries in one SQLite file. A file that cannot be used is an empty ledger."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> dict[str, Entry]:
        """Every entry by document."""
        try:
            with self._open() as database:
                rows = database.execute("SELECT id, content FROM document").fetchall()
            return {id_: _entry(json.loads(content)) for id_, content in rows}
        except (sqlite3.Error, ValueError, TypeError, KeyError, OSError):
            return {}

    def note(self, entries: Iterable[Entry]) -> None:
        """Keep `entries` in the place of older ones."""
        rows = [(entry.outcome.document, json.dumps(asdict(entry), ensure_ascii=False)) for entry in entries]
        try:
            with self._open() as database:
                database.executemany("INSERT OR REPLACE INTO document VALUES (?, ?)", rows)
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        self._path.touch(mode=0o600)
        with closing(sqlite3.connect(self._path, timeout=20)) as database, database:
            database.execute("CREATE TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, content TEXT NOT NULL)")
            yield database


def _entry(content: dict) -> Entry:  # type: ignore[type-arg]
    files = {path: (size, changed, entered) for path, (size, changed, entered) in content.pop("files").items()}
    issues = [Issue(**issue) for issue in content.pop("issues")]
    return Entry(files=files, outcome=Outcome(**content.pop("outcome")), issues=issues, **content)
