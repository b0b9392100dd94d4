"""The notices of a build: those of files that must be read, and the entries of those that need not be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.ledger import Entry, stamp
from loaders.read import find_files, read_sources
from loaders.records import Issue, Notice
from loaders.resolve.copies import keys_of
from loaders.verified import Facts, notice_of, read_verified

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, how many there are."""


@dataclass
class Folder:
    """`origin` says which files hold the bytes of a hash; `unchanged` are documents that no read file belongs to."""

    notices: list[Notice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    origin: dict[str, list[Path]] = field(default_factory=dict)
    unchanged: dict[str, Entry] = field(default_factory=dict)
    broken: set[Path] = field(default_factory=set)
    order: dict[str, int] = field(default_factory=dict)

    def files(self, sha256s: Iterable[str]) -> Iterator[Path]:
        """The files with these bytes, the broken archives among them left out."""
        yield from (path for sha256 in sha256s for path in self.origin.get(sha256, ()) if path not in self.broken)


def digest(verified: dict[str, Facts]) -> str:
    """Changes with anything that readers settled."""
    return hashlib.sha256(repr(sorted(verified.items())).encode()).hexdigest()[:16] if verified else ""


class FolderReader:
    """Reads `paths`; raises ReadError where one does not exist."""

    def __init__(self, paths: Iterable[Path], progress: Progress) -> None:
        named = list(paths)
        self._progress = progress
        self._files = {str(path.resolve()): path for path in find_files(named) if path.suffix.lower() != ".json"}
        self._verified, issues = read_verified(named)
        self._folder = Folder(issues=issues)
        self._folder.order = {path: place for place, path in enumerate(self._files)}
        self.digest = digest(self._verified)

    def read(self, entries: dict[str, Entry]) -> Folder:
        """All that `entries` do not already say; entries are of documents that the store holds just so."""
        folder = self._folder
        folder.unchanged = {document: entry for document, entry in entries.items() if self._is_unchanged(entry)}
        waiting = set(self._files) - {path for entry in folder.unchanged.values() for path in entry.files}
        read: set[str] = set()
        while waiting:
            # One that must be read draws in the document that it may be a copy of, and that one its other copies.
            found = self._read(sorted(waiting, key=folder.order.__getitem__), len(read) + len(waiting), len(read))
            read |= waiting
            waiting = self._drawn_in(found, read)
        known = {sha256 for entry in folder.unchanged.values() for sha256 in entry.sha256s} | set(folder.origin)
        bare = [notice_of(facts) for sha256, facts in self._verified.items() if sha256 not in known]
        again = self._drawn_in(bare, read)
        self._read(sorted(again, key=folder.order.__getitem__), len(again), 0)
        folder.notices.sort(key=self._place)
        folder.notices += bare
        return folder

    def read_citing(self, titles: set[str]) -> Folder:
        """Reads too what cites one of `titles` (in compare form): it may mean another document now."""
        folder = self._folder
        drawn = [name for name, entry in folder.unchanged.items() if titles & set(entry.cites)]
        paths = {path for name in drawn for path in folder.unchanged.pop(name).files}
        self._read(sorted(paths, key=folder.order.__getitem__), len(paths), 0)
        return folder

    def _is_unchanged(self, entry: Entry) -> bool:
        return bool(entry.files) and all(
            path in self._files and stamp(self._files[path]) == known for path, known in entry.files.items()
        )

    def _read(self, paths: list[str], total: int, done: int) -> list[Notice]:
        if not paths:
            return []
        from loaders.extract.notice import extract

        found: list[Notice] = []
        for place, name in enumerate(paths, done):
            path = self._files[name]
            self._progress(path.name, place, total)
            for item in read_sources(path):
                if isinstance(item, Issue):
                    self._folder.issues.append(item)
                    self._folder.broken.add(path)
                    continue
                facts = self._verified.get(item.sha256)
                found.append(notice_of(facts, item) if facts else extract(item))
                self._folder.origin.setdefault(item.sha256, []).append(path)
        self._progress("", total, total)
        self._folder.notices += found
        return found

    def _drawn_in(self, notices: Iterable[Notice], read: set[str]) -> set[str]:
        """The files of the unchanged documents that share a file or a key with what was read."""
        keys = {key for notice in notices for key in keys_of(notice.header)}
        unchanged = self._folder.unchanged
        drawn = [name for name, entry in unchanged.items() if read & entry.files.keys() or keys & set(entry.keys)]
        return {path for name in drawn for path in unchanged.pop(name).files} - read

    def _place(self, notice: Notice) -> int:
        return min(self._folder.order[str(path.resolve())] for path in self._folder.origin[notice.copy.sha256])
