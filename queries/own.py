"""A user's own saved queries: a folder of theirs beside ours, with the same header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.embedded.layout import home
from graph.errors import QueryError as RefusedQuery
from graph.values import Graph
from queries.catalogue import HOME, Catalogue, load_catalogue
from queries.errors import CatalogueError, ParameterError, QueryError
from queries.header import read_saved_query
from queries.runner import run
from queries.saved import SavedQuery

if TYPE_CHECKING:
    from graph.store import Store

_NAME = re.compile(r"[\w-]+/[\w-]+")
CHECK_SECONDS = 30.0

TEMPLATE = """\
// ---
// question:
//   zh: "{agencies}每季度要公开什么？"
//   en: "What must {agencies} disclose quarterly?"
// description:
//   zh: "这个查询答什么，写给以后的人看。"
//   en: "What this query answers, for those who come later."
// parameters:
//   - {name: agencies, required: true}
// columns: [agency, {name: item, zh: 公开内容, en: information, kind: list}, number]
// form: table
// examples:
//   - {agencies: [黑龙江省财政厅]}
// ---
MATCH (a:Agency)-[:BEARS]->(o:Obligation)
WHERE a.name IN $agencies AND o.frequency = 'P3M'
MATCH (d:Document {id: o.document})
RETURN a.name AS agency, o.information AS item, d.number AS number
ORDER BY agency, number
"""


def own_folder() -> Path:
    """Where a user's queries live: <group>/<name>.cypher under ZWGK_HOME, else the user's data folder."""
    return home() / "queries"


def own_file(id_: str) -> Path:
    """The file of the own query `id_` (group/name); the ids of ours are taken."""
    if not _NAME.fullmatch(id_):
        raise QueryError(f"a query is named group/name, such as mine/quarterly; not {id_}")
    if id_ in load_catalogue():
        raise QueryError(
            f"{id_} is one of the project's own queries; take another name, such as mine/{id_.split('/')[1]}"
        )
    return own_folder() / f"{id_}.cypher"


def new_query(id_: str, source: str | None = None) -> Path:
    """Make the file of a new query from a template, or from the text of the saved query `source`."""
    file = own_file(id_)
    if file.exists():
        raise QueryError(f"{file} is there already; zwgk query edit {id_} opens it")
    if source is not None and source not in load_catalogue():
        raise QueryError(f"no saved query {source}; zwgk query list names them")
    text = (HOME / f"{source}.cypher").read_text("utf-8") if source else TEMPLATE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def load_all() -> tuple[Catalogue, list[CatalogueError]]:
    """Ours and the user's, and what is wrong with those of the user's that cannot be read."""
    found: dict[str, SavedQuery] = dict(load_catalogue())
    wrong: list[CatalogueError] = []
    for file in sorted(own_folder().glob("*/*.cypher")):
        try:
            query = read_saved_query(file, file.parent.name)
        except CatalogueError as error:
            wrong.append(error)
            continue
        if query.id in load_catalogue():
            wrong.append(CatalogueError(file, 1, f"{query.id} is one of the project's own queries; rename the file"))
        else:
            found[query.id] = query
    return Catalogue(found), wrong


def check_query(store: Store, query: SavedQuery) -> Iterator[str]:
    """What is wrong with a query whose header is well: its examples are run, and the columns compared."""
    if not query.examples:
        yield "give an example, so that it can be tried"
    for example in query.examples:
        try:
            yield from _tried(store, query, example)
        except (ParameterError, RefusedQuery) as error:
            yield str(error)


def _tried(store: Store, query: SavedQuery, example: dict[str, Any]) -> Iterator[str]:
    found = run(store, query, example, limit=1, timeout=CHECK_SECONDS)
    if isinstance(found, Graph):
        if not found.nodes:
            yield f"the example {example} finds no node"
    elif not found.rows:
        yield f"the example {example} finds no row"
