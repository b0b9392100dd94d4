"""Every saved query on the verified notices (data/verified, without their texts), in each engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.store import Store
from graph.values import Graph, Table
from queries.catalogue import load_catalogue
from queries.runner import run
from tests.conftest import ENGINES
from tests.queries.conftest import verified_loaded

GOLDEN: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("golden.yaml").read_text("utf-8"))


@pytest.fixture(scope="module", params=ENGINES)
def verified(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A reader of the verified notices, once for each engine."""
    with verified_loaded(request.getfixturevalue(f"{request.param}_environment")) as reader:
        yield reader


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["query"])
def test_the_answer_is_the_one_that_was_read(verified: Store, case: dict[str, Any]) -> None:
    found = run(verified, load_catalogue()[case["query"]], case["values"], limit=None)
    if isinstance(found, Graph):
        _check_picture(found, case)
    else:
        expected = sorted((list(row) for row in case["rows"]), key=str)
        assert _rows(found, case["columns"]) == expected


def _check_picture(found: Graph, case: dict[str, Any]) -> None:
    assert sorted({edge.type for edge in found.edges.values()}) == case["edges"]
    if "nodes" in case:
        assert sorted(found.nodes) == case["nodes"]
    else:
        assert dict(Counter(node.label for node in found.nodes.values())) == case["labels"]


def _rows(table: Table, columns: list[str]) -> list[list[Any]]:
    cells = ([record[name] for name in columns] for record in table.records())
    return sorted(([sorted(cell) if isinstance(cell, list) else cell for cell in row] for row in cells), key=str)


def test_every_saved_query_has_a_golden_answer() -> None:
    assert {case["query"] for case in GOLDEN} == set(load_catalogue())
