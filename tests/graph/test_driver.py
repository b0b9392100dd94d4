"""The driver comes without what it loads for data frames, and leaves those packages to whoever wants them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from graph.driver_errors import own_words
from graph.errors import QueryTooLarge


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_the_driver_loads_no_data_frames() -> None:
    assert (
        _run("import graph.store, sys; print([n for n in ('numpy', 'pandas', 'pyarrow') if n in sys.modules])") == "[]"
    )


def test_they_can_be_loaded_afterwards() -> None:
    assert _run("import graph.driver, numpy; print(numpy.arange(3).sum())") == "3"


@pytest.mark.parametrize(
    "said",
    [
        "Query heap budget exceeded: the in-heap GROUP BY needs 19.40KB more",
        "The allocation of an extra 2.0 MiB would use more than the limit. dbms.memory.transaction.total.max reached",
    ],
)
def test_a_query_that_needs_too_much_memory_says_what_to_do(said: str) -> None:
    from neo4j.exceptions import DatabaseError

    with pytest.raises(QueryTooLarge, match="ZWGK_HEAP"), own_words("bolt://here"):
        raise DatabaseError(said)
