"""Every saved query begins where an index leads, unless its question is about all of something.

The embedded server goes by the order of the text, so the text is looked at; Neo4j plans for itself, so its plan is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import GraphDatabase

from benchmarks.store import country
from benchmarks.store.large import values
from graph.schema import KEY, NODES
from graph.servers import find_server
from graph.store import connect
from queries.catalogue import load_catalogue
from queries.runner import bind
from queries.saved import SavedQuery
from tests.conftest import Environment, _apply, _wipe

EVERYTHING = {"node/search", "node/whole"}
"""Questions about all nodes of all labels: words anywhere in a name, and the whole graph."""
CATALOGUE = {id_: query for id_, query in load_catalogue().items() if id_ not in EVERYTHING}
DOCUMENTS = {"Document"}
"""Notices are few beside what they hold: a question narrowed to years and regions looks at each notice once."""
ABOUT_ALL: dict[str, set[str]] = {
    "comparison/frequencies": {"InformationType"},
    "information/common": {"InformationType", "Document"},
    "information/publishers": {"InformationType"},  # names that hold the words asked for, anywhere in them
    "quality/unplaced_agencies": {"Agency"},
}
SUBJECTS = {"agencies", "channels", "document", "domain", "node", "nodes", "system"}
"""A query that requires one of these is about that alone."""


def may_scan(query: SavedQuery) -> set[str]:
    """The labels of which the question of `query` is about all nodes."""
    if {parameter.name for parameter in query.required} & SUBJECTS:
        return set()
    return ABOUT_ALL.get(query.id, DOCUMENTS)


@pytest.mark.parametrize("query", CATALOGUE.values(), ids=CATALOGUE)
def test_the_text_begins_where_an_index_leads(query: SavedQuery) -> None:
    for branch in re.split(r"\n\s*UNION(?: ALL)?\n", query.cypher):
        begin = re.search(
            r"MATCH (?:path = )?(?:\(:Agency\)-\[:SUCCEEDED_BY\*1\.\.6\]->)?\((\w+):(\w+)([^)]*)\)", branch
        )
        assert begin, branch
        name, label, inline = begin.groups()
        first = branch[begin.start() :].partition("\nMATCH")[0]
        indexed = (KEY, *NODES[label].indexed)
        by_index = any(f"{name}.{prop} " in first or f"{{{prop}:" in inline for prop in indexed)
        assert by_index or label in may_scan(query), begin[0]


@pytest.fixture(scope="module")
def plans(neo4j_environment: Environment) -> Iterator[Any]:
    """EXPLAIN on a graph that is large enough for Neo4j to prefer an index."""
    with pytest.MonkeyPatch.context() as patch:
        _apply(neo4j_environment, patch)
        with connect("writer") as writer:
            _wipe(writer)
            writer.prepare()
            assert not [stored.error for stored in writer.replace_all(country.country(12)) if stored.error]
        with (
            find_server("reader").reach() as at,
            GraphDatabase.driver(at.uri, auth=(at.username, at.password), notifications_min_severity="OFF") as driver,
            driver.session(database=at.database, default_access_mode="READ") as session,
        ):
            session.run("CALL db.awaitIndexes(60)").consume()
            yield session


@pytest.mark.parametrize("query", CATALOGUE.values(), ids=CATALOGUE)
def test_neo4j_scans_no_label_that_the_question_is_not_about(plans: Any, query: SavedQuery) -> None:
    """A plan is made before years and regions are known, so that a question that may be about all of them is free to
    scan labels, but never all nodes."""
    bound = bind(query, values(query, 3, narrow=False))
    plan = plans.run(f"EXPLAIN {query.cypher}", bound).consume().plan
    forbidden = {"AllNodesScan"} if may_scan(query) else {"AllNodesScan", "NodeByLabelScan"}
    assert [step for step in _operators(plan) if step[0] in forbidden] == []


def _operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"].partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)
