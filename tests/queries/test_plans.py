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
IN_REGION = re.compile(r"\n  UNION ALL\n  MATCH \(d:Document\)\n  WHERE d\.held\n    AND .*\$regions? ")
"""The second way of a query about one thing, which may have more in the whole country than its region has of everything."""
SUBJECTS = {"agencies", "channels", "document", "domain", "node", "nodes", "system"}
"""A query that requires one of these is about that alone."""


def may_scan(query: SavedQuery) -> set[str]:
    """The labels of which the question of `query` is about all nodes."""
    if not {parameter.name for parameter in query.required} & SUBJECTS:
        return ABOUT_ALL.get(query.id, DOCUMENTS)
    return DOCUMENTS if IN_REGION.search(query.cypher) else set()


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


@pytest.mark.parametrize("query", [query for query in CATALOGUE.values() if IN_REGION.search(query.cypher)])
def test_one_of_two_ways_is_taken(query: SavedQuery) -> None:
    named = next(parameter.name for parameter in query.parameters if parameter.name in ("region", "regions"))
    whole, within = query.cypher.split("\n  UNION ALL\n")
    assert f"WHERE ${named} IS NULL AND" in whole
    assert f"AND ${named} IN d.region" in within or f"AND any(name IN ${named} WHERE name IN d.region)" in within


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
    scans = [step for step in _operators(plan) if step[0] in {"AllNodesScan", "NodeByLabelScan"}]
    about_one = {parameter.name for parameter in query.required} & SUBJECTS
    free = may_scan(query) if about_one else set(NODES)
    assert [step for step in scans if step[0] == "AllNodesScan" or not _label(step[1]) & free] == []


def _label(details: str) -> set[str]:
    """The label that a step such as "d:Document" scans."""
    return {details.partition(":")[2]}


def _operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"].partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)
