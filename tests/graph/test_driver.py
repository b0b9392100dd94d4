"""The driver comes without what it loads for data frames, and leaves those packages to whoever wants them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from graph.driver_errors import own_words
from graph.errors import QueryError, QueryTooLarge, StoreError


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_the_driver_loads_no_data_frames() -> None:
    assert (
        _run("import graph.store, sys; print([n for n in ('numpy', 'pandas', 'pyarrow') if n in sys.modules])") == "[]"
    )


def test_they_can_be_loaded_afterwards() -> None:
    assert _run("import graph.driver, numpy; print(numpy.arange(3).sum())") == "3"


@pytest.mark.parametrize(
    ("code", "said", "told"),
    [
        (
            "Neo.DatabaseError.General.UnknownError",
            "Query heap budget exceeded: the GROUP BY needs more",
            QueryTooLarge,
        ),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "The allocation of an extra 2.0 MiB", QueryTooLarge),
        ("Neo.ClientError.Statement.SyntaxError", "near 'Query heap budget exceeded'", QueryError),
    ],
)
def test_a_query_that_needs_too_much_memory_is_told_from_a_wrong_one(
    code: str, said: str, told: type[StoreError]
) -> None:
    from neo4j.exceptions import DatabaseError

    class Refused(DatabaseError):
        code = ""
        message = ""

    Refused.code, Refused.message = code, said
    with pytest.raises(told), own_words("bolt://here"):
        raise Refused(said)
