"""Files that somebody hands in, as copies: with limits on their number, their size and what archives expand to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from loaders.folder import Progress
from loaders.read import read_bytes
from loaders.records import Copy, Issue

MAX_FILES = 500
"""Notices at once, those of archives counted one by one."""

MAX_TOTAL = 200_000_000
"""Bytes of all files together, as handed in."""

MAX_TEXT = 30_000_000
"""Characters of all texts together; the longest known notice has 40,000."""

_FEWER = "分几次导入 (import them in several turns)"


@dataclass(frozen=True)
class Upload:
    """A file as it was handed in; `name` is what its sender called it, and may be anything."""

    name: str
    raw: bytes


def read_uploads(uploads: Iterable[Upload], progress: Progress) -> tuple[list[Copy], list[Issue]]:
    """The copies in the files, and an issue for every file that cannot be read or passes a limit."""
    files = list(uploads)
    copies: dict[str, Copy] = {}
    issues: list[Issue] = []
    size = text = 0
    for done, upload in enumerate(files):
        name = plain_name(upload.name)
        progress(name, done, len(files))
        size += len(upload.raw)
        if size > MAX_TOTAL:
            what = f"一次最多 {MAX_TOTAL // 1_000_000} MB (too much at once)"
            issues.append(Issue("error", name, what, _FEWER))
            break
        for found in read_bytes(name, upload.raw, name):
            if isinstance(found, Issue):
                issues.append(found)
                continue
            text += len(found.text)
            if len(copies) >= MAX_FILES or text > MAX_TEXT:
                what = f"一次最多 {MAX_FILES} 份、{MAX_TEXT // 1_000_000} 百万字 (too much at once)"
                issues.append(Issue("error", found.source, what, _FEWER))
                return list(copies.values()), issues
            copies.setdefault(found.sha256, found)
    return list(copies.values()), issues


def plain_name(name: str) -> str:
    """The last part of a file's name, without control characters: a name is shown and stored, never opened."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(char for char in last if char.isprintable())[:200] or "?"
