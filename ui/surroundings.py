"""What the rows of an answer are about, as a subgraph to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.values import Graph

AROUND_DUTIES = """
MATCH (t:Task)-[q:REQUIRES]->(o:Obligation)
WHERE o.id IN $ids
OPTIONAL MATCH (a:Agency)-[b:BEARS]->(o) WHERE a.name IN $agencies
OPTIONAL MATCH (a)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t)
OPTIONAL MATCH (o)-[x:DISCLOSES|PUBLISHES_VIA]->(y)
RETURN t, q, o, a, b, r, x, y
"""
AROUND_TASKS = """
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE t.id IN $ids AND a.name IN $agencies
OPTIONAL MATCH (t)-[i:IN_DOMAIN]->(p:PolicyDomain)
RETURN a, r, t, i, p
"""


def around(read: Callable[[str, Mapping[str, Any]], Graph], findings: Sequence[str], agencies: Sequence[str]) -> Graph:
    """The findings of an answer, with their tasks, the agencies named in the answer, what and where. `read` gives the
    graph of a statement with its parameters."""
    graph = Graph()
    for prefix, cypher in (("obligation:", AROUND_DUTIES), ("task:", AROUND_TASKS)):
        ids = [id_ for id_ in findings if id_.startswith(prefix)]
        if ids:
            graph.update(read(cypher, {"ids": ids, "agencies": list(agencies)}))
    return graph
