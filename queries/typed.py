"""Cypher that a user typed: read-only, limited, with errors that point at the place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError as RefusedQuery
from graph.values import Edge, Graph, Node, Table
from queries.errors import QueryError
from queries.runner import LIMIT
from queries.saved import Column, SavedQuery, Text

if TYPE_CHECKING:
    from graph.store import Store

SECONDS = 30.0
_NOT_CODE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_NAMED = re.compile(r"[`'\"]([\w.]+)[`'\"]|parameter\(s\): (\w+)", re.IGNORECASE)


def run_typed(
    store: Store,
    statement: str,
    values: Mapping[str, Any] | None = None,
    *,
    limit: int = LIMIT,
    timeout: float | None = SECONDS,
) -> Table | Graph:
    """The rows of `statement`, or the graph where it returns nodes, relationships or paths."""
    try:
        table = store.table(statement, values, limit=limit, timeout=timeout)
        if any(_is_graph(cell) for row in table.rows for cell in row):
            return store.graph(statement, values, limit=limit, timeout=timeout)
    except RefusedQuery as error:
        raise QueryError(pointed(statement, str(error))) from error
    return table


def typed_query(table: Table) -> SavedQuery:
    """The header that such an answer would have, so that it is shown as all others are."""
    columns = tuple(Column(name, Text(name, name), "text") for name in table.columns)
    empty = Text("", "")
    return SavedQuery("typed", "typed", empty, empty, (), columns, "table", "")


def typed_value(value: str) -> Any:
    """A parameter of typed Cypher: JSON where it is such (5, true, ["a"]), else the text itself."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def parameters_of(statement: str) -> tuple[str, ...]:
    """The names of the $parameters of `statement`, in its order; what stands in quotes or comments is none."""
    bare = _NOT_CODE.sub(" ", statement)
    return tuple(dict.fromkeys(_PARAMETER.findall(bare)))


def pointed(statement: str, message: str) -> str:
    """The server's message with the line it is about and a mark under the word, where it does not say so itself."""
    if "^" in message:
        return message
    for found in _NAMED.finditer(message):
        name = found[1] or found[2]
        places = [place.start() for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", statement)]
        if places:
            return f"{message}\n{_mark(statement, places[-1])}"
    return message


def _mark(statement: str, at: int) -> str:
    before = statement[:at]
    line = before.count("\n") + 1
    column = at - (before.rfind("\n") + 1)
    text = statement.splitlines()[line - 1]
    return f"line {line}, column {column + 1}:\n  {text}\n  {' ' * column}^"


def _is_graph(cell: Any) -> bool:
    if isinstance(cell, Node | Edge):
        return True
    if isinstance(cell, Mapping):
        cell = cell.values()
    return isinstance(cell, Iterable) and not isinstance(cell, str | bytes) and any(map(_is_graph, cell))
