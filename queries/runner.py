"""Runs a saved query with checked values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.numbers import normal_number
from graph.values import Graph, Table
from queries.errors import ParameterError
from queries.fold import fold
from queries.saved import Choice, Parameter, SavedQuery, Text

if TYPE_CHECKING:
    from graph.store import Store

LIMIT = 200


def run(
    store: Store,
    query: SavedQuery,
    values: Mapping[str, Any],
    *,
    limit: int | None = LIMIT,
    timeout: float | None = None,
) -> Table | Graph:
    """The answer of `query`: a Graph where its form is a picture, else a Table."""
    if query.form == "picture":
        return store.graph(query.first(limit), bind(query, values), limit=limit, timeout=timeout)
    return run_table(store, query, values, limit=limit, timeout=timeout)


def run_table(
    store: Store,
    query: SavedQuery,
    values: Mapping[str, Any],
    *,
    limit: int | None = LIMIT,
    timeout: float | None = None,
) -> Table:
    """The answer of a query whose form is table or count."""
    table = store.table(query.first(limit), bind(query, values), limit=limit, timeout=timeout)
    return _declared(query, table)


def _declared(query: SavedQuery, table: Table) -> Table:
    """The columns as the header orders them; an engine may name none where there is no row."""
    names = tuple(column.name for column in query.columns)
    if table.columns == names or not table.rows:
        return Table(names, table.rows, table.cut)
    order = [table.columns.index(name) for name in names]
    return Table.of(names, ([row[at] for at in order] for row in table.rows), cut=table.cut)


def bind(query: SavedQuery, values: Mapping[str, Any]) -> dict[str, Any]:
    """Every parameter of `query` with its converted value, its default, or None."""
    if unknown := sorted(set(values) - {parameter.name for parameter in query.parameters}):
        names = ", ".join(parameter.name for parameter in query.parameters) or "none"
        raise ParameterError(f"{query.id} has no parameter {unknown[0]}; it takes {names}")
    return {parameter.name: _bound(query, parameter, values.get(parameter.name)) for parameter in query.parameters}


def _bound(query: SavedQuery, parameter: Parameter, value: Any) -> Any:
    if value is None or value in ("", [], ()):
        if parameter.required:
            raise ParameterError(f"{query.id} needs a value for {parameter.name} ({parameter.text.en})")
        return list(parameter.default) if isinstance(parameter.default, list) else parameter.default
    return convert(parameter, value)


def convert(parameter: Parameter, value: Any) -> Any:
    """`value` (of a form field, an option, or Python) as the type that the Cypher text expects."""
    try:
        return _CONVERT[parameter.type](parameter, value)
    except (ValueError, TypeError):
        raise ParameterError(f"{parameter.name} is a {parameter.type}, not {value!r}") from None


def choices(store: Store, parameter: Parameter, *, limit: int = 1000) -> tuple[Choice, ...]:
    """The values that a form offers: the fixed list, or what is in the graph now."""
    if parameter.values_cypher is None:
        return parameter.values
    rows = store.table(parameter.values_cypher, limit=limit).records()
    return tuple(_proposed(row) for row in rows if row["value"] is not None)


def _proposed(row: Mapping[str, Any]) -> Choice:
    word = str(row["value"])
    return Choice(row["value"], Text(row.get("zh") or word, row.get("en") or row.get("zh") or word))


def _choice(parameter: Parameter, value: Any) -> Any:
    for choice in parameter.values:
        if str(value).strip().lower() in (str(choice.value).lower(), choice.text.zh, choice.text.en.lower()):
            return choice.value
    permitted = ", ".join(f"{choice.value} ({choice.text.zh})" for choice in parameter.values)
    raise ParameterError(f"{parameter.name} is one of {permitted}; not {value!r}")


def _strings(parameter: Parameter, value: Any) -> list[str]:
    parts = value.replace("，", ",").replace("、", ",").split(",") if isinstance(value, str) else list(value)
    words = [str(part).strip() for part in parts if str(part).strip()]
    return [_choice(parameter, word) for word in words] if parameter.values else words


def _boolean(parameter: Parameter, value: Any) -> bool:
    words = {"true": True, "yes": True, "1": True, "是": True, "有": True}
    words |= {"false": False, "no": False, "0": False, "否": False, "无": False}
    word = str(value).strip().lower()
    if word not in words:
        raise ParameterError(f"{parameter.name} is yes or no, not {value!r}")
    return words[word]


def _document(parameter: Parameter, value: Any) -> str:
    """A 发文字号 in any spelling as the graph holds it; an id as it is."""
    text = str(value).strip()
    return normal_number(fold(text)) or text


_CONVERT = {
    "string": lambda parameter, value: str(value).strip(),
    "document": _document,
    "integer": lambda parameter, value: int(value),
    "number": lambda parameter, value: float(value),
    "date": lambda parameter, value: date.fromisoformat(str(value)).isoformat(),
    "choice": _choice,
    "strings": _strings,
    "boolean": _boolean,
}
