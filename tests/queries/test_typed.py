"""Typed Cypher: reader rights, limits that say when they cut, errors that point at the place."""

from __future__ import annotations

import pytest

from graph.errors import QueryTimeout, ReadOnly
from graph.store import Store
from graph.values import Graph, Table
from queries.errors import QueryError
from queries.typed import parameters_of, pointed, run_typed, typed_value


def test_rows_are_cut_and_say_so(store: Store) -> None:
    found = run_typed(
        store, "MATCH (a:Agency) WHERE a.name CONTAINS $part RETURN a.name AS name", {"part": "省"}, limit=2
    )
    assert isinstance(found, Table)
    assert (found.columns, len(found.rows), found.cut) == (("name",), 2, True)


def test_paths_are_a_graph_that_says_when_it_is_cut(store: Store) -> None:
    whole = run_typed(store, "MATCH p = (:Agency)-[:SUCCEEDED_BY]->(:Agency) RETURN p")
    part = run_typed(store, "MATCH p = (:Agency)-[:SUCCEEDED_BY]->(:Agency) RETURN p", limit=1)
    assert isinstance(whole, Graph)
    assert isinstance(part, Graph)
    assert (len(whole.edges), whole.cut, len(part.edges), part.cut) == (2, False, 1, True)


def test_nobody_writes_here(store: Store) -> None:
    with pytest.raises(ReadOnly):
        run_typed(store, "CREATE (a:Agency {id: 'agency:x', name: 'x'}) RETURN a.name")


def test_a_long_query_ends_in_time(store: Store) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c % 7 = 3 RETURN sum(c)"
    with pytest.raises(QueryTimeout):
        run_typed(store, endless, timeout=1)


@pytest.mark.parametrize(
    ("statement", "marked"),
    [
        ("MATCH (a:Agency)\nRETURN b.name", "RETURN b.name"),
        ("MATCH (a:Agency) RETRUN a", "RETRUN"),
        ("MATCH (a:Agency)\nWHERE a.name = $who\nRETURN a.name", "WHERE a.name = $who"),
    ],
)
def test_an_error_points_at_the_place(store: Store, statement: str, marked: str) -> None:
    with pytest.raises(QueryError) as caught:
        run_typed(store, statement)
    lines = str(caught.value).splitlines()
    mark = next(index for index, line in enumerate(lines) if line.strip() == "^")
    assert marked in lines[mark - 1]


def test_the_mark_stands_under_the_word() -> None:
    assert pointed("MATCH (a)\nRETURN b", "Variable 'b' not defined").splitlines()[1:] == [
        "line 2, column 8:",
        "  RETURN b",
        "         ^",
    ]


def test_parameters_are_found_in_code_only() -> None:
    statement = (
        "MATCH (a) // not $comment\nWHERE a.x = $x AND a.y = '$text' AND a.`$name` = $y OR a.z = $x /* $z */ RETURN a"
    )
    assert parameters_of(statement) == ("x", "y")


def test_a_value_is_json_where_it_is_such() -> None:
    assert [typed_value(text) for text in ("5", '["甲"]', "true", "null", "甲")] == [5, ["甲"], True, None, "甲"]
