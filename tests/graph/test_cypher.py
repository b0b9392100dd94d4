from __future__ import annotations

import pytest

from graph import cypher
from graph.schema import EDGE_TYPES, NODES

ENDS = [(edge_type.type, *pair) for edge_type in EDGE_TYPES for pair in edge_type.ends]


@pytest.mark.parametrize(("type_", "source", "target"), ENDS)
def test_no_pattern_begins_at_the_end_that_all_notices_share(type_: str, source: str, target: str) -> None:
    """Begun at an agency of 27,000 tasks, each edge took the embedded server 80 ms; begun at the task, 0.3 ms."""
    for statement in (cypher.merge_edges(type_, source, target), cypher.delete_edges(type_, source, target)):
        begins_at_target = f"(b)<-[r:{type_}]-(a)" in statement
        assert begins_at_target or f"(a)-[r:{type_}]->(b)" in statement
        assert NODES[target if begins_at_target else source].owned or not (NODES[source].owned or NODES[target].owned)
