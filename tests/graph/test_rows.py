from __future__ import annotations

from graph.rows import batches, edge_row, node_row
from graph.values import Edge, Node


def test_rows_leave_out_absent_values_and_carry_the_key() -> None:
    node = Node("Agency", "agency:甲", {"name": "甲", "short": None, "aliases": [], "kind": "", "bearers": ("乙",)})
    assert node_row(node) == {
        "id": "agency:甲",
        "properties": {"id": "agency:甲", "name": "甲", "kind": "", "bearers": ["乙"]},
    }
    edge = Edge("LEADS", "a", "b", {"mention": None, "start": 0, "repaired": False})
    assert edge_row(edge) == {"source": "a", "target": "b", "properties": {"start": 0, "repaired": False}}


def test_batches_are_bounded_by_rows() -> None:
    rows = [{"id": str(number)} for number in range(7)]
    found = list(batches(rows, max_rows=3))

    assert [len(batch) for batch in found] == [3, 3, 1]
    assert [row for batch in found for row in batch] == rows


def test_batches_are_bounded_by_bytes_and_a_large_row_goes_alone() -> None:
    rows = [{"t": "a" * 10}, {"t": "政" * 100}, {"t": "b" * 10}, {"t": ["c" * 10]}]
    assert [len(batch) for batch in batches(rows, max_bytes=80)] == [1, 1, 2]
    assert list(batches([])) == []
