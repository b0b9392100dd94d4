from __future__ import annotations

import pytest

from graph.store import Store
from tests.graph.samples import document, notice

pytest.importorskip("py2neo")

from graph.py2neo_bridge import from_subgraph, open_py2neo, to_subgraph

NAME = "样政发〔2030〕1号"


def test_subgraph_and_back() -> None:
    assert from_subgraph(to_subgraph(notice(NAME, cites=["别号"]))) == notice(NAME, cites=["别号"])


def test_py2neo_merges_what_the_store_reads(store: Store) -> None:
    with open_py2neo("writer") as graph:
        graph.merge(to_subgraph(notice(NAME)))
        graph.merge(to_subgraph(notice(NAME)))
        assert graph.run("MATCH (t:Task) RETURN count(t)").evaluate() == 2

    assert store.graph("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m") == notice(NAME)
    assert not store.replace(document(NAME), notice(NAME))
