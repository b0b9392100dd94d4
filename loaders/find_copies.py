"""The copies that somebody asks to compare: of files, of one document among files, or of one that a store holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.build import read_notices
from loaders.errors import ReadError
from loaders.extract.notice import extract
from loaders.records import Copy, Header, Notice
from loaders.resolve.copies import Group, group_copies
from loaders.resolve.titles import fold_title
from loaders.text.fold import fold_name

if TYPE_CHECKING:
    from graph.store import Store

COPIES = """
MATCH (c:Copy)-[:COPY_OF]->(d:Document) WHERE d.held
RETURN d.number AS number, d.title AS title, d.instrument AS instrument, c.id AS id
"""
COPY = """
MATCH (c:Copy {id: $id})
RETURN c.source AS source, c.sha256 AS sha256, c.text AS text, c.script AS script, c.published_on AS published_on,
       c.url AS url
"""


def copies_in_files(paths: Sequence[Path], name: str | None = None) -> Group:
    """The copies of the document of this number or title among the files; without a name, the notices of the files.

    Raises ReadError where these are not two or more."""
    notices, issues = read_notices(paths)
    if name is not None:
        groups = [group for group in group_copies(notices) if _is_called(group[0].header, name)]
        notices = [notice for group in groups for notice in group]
    if issues and (name is None or len(notices) < 2):
        raise ReadError(f"{issues[0].where}: {issues[0].what}", issues[0].mend)
    return _enough([notice for notice in notices if notice.copy.text], name or "、".join(map(str, paths)))


def copies_in_store(store: Store, name: str) -> Group:
    """The copies that the store holds of the document of this number or title, read again.

    Raises ReadError where these are not two or more."""
    rows = store.table(COPIES).records()
    ids = [
        row["id"] for row in rows if _is_called(Header(row["number"], row["title"], instrument=row["instrument"]), name)
    ]
    copies = [Copy(**next(store.table(COPY, {"id": id_}).records())) for id_ in ids]
    notices = [extract(copy) for copy in copies if copy.text]
    return _enough([notice for group in group_copies(notices) for notice in group], name)


def _is_called(header: Header, name: str) -> bool:
    titles = (header.title, header.instrument)
    return fold_name(name) == header.number or fold_title(name) in {fold_title(title) for title in titles if title}


def _enough(notices: Sequence[Notice], name: str) -> Group:
    if len(notices) < 2:
        what = f"{name}：要两份副本，只有 {len(notices)} 份有原文 (two copies are needed)"
        mend = "给出两份文件，或先 zwgk build 收入副本 (give two files, or build the copies first)"
        raise ReadError(what, mend)
    return list(notices)
