"""The driver's errors in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import (
    Conflict,
    DiskFull,
    NoAnswer,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    ReadOnly,
    ServerError,
    StoreError,
)

_READ_ONLY = ("Neo.ClientError.Security.Forbidden", "Neo.ClientError.Statement.AccessMode")
_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
_OUT_OF_MEMORY = "OutOfMemoryError"
_OVER_BUDGET = ("Query heap budget exceeded", "Limit of allowed ")
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"


@contextmanager
def own_words(uri: str) -> Iterator[None]:
    """Raise what the driver raises in the block as a StoreError."""
    from graph.driver import exceptions

    try:
        yield
    except (exceptions.DriverError, exceptions.Neo4jError) as error:
        raise _translated(error, uri) from error


def _is_disk_full(error: Exception) -> bool:
    said = str(error).lower()
    return "no space left on device" in said or "there is not enough space on the disk" in said


def _translated(error: Exception, uri: str) -> StoreError:
    from neo4j.exceptions import AuthError, ConfigurationError, ConstraintError, Neo4jError

    if isinstance(error, AuthError):
        return ServerError(f"{uri} refused the user name or password. Check NEO4J_USERNAME and NEO4J_PASSWORD.")
    if _is_disk_full(error):
        return DiskFull(uri)
    if isinstance(error, ConfigurationError):
        return ServerError(
            f"{uri} cannot be used: {error}. NEO4J_URI is such as neo4j://host:7687 or bolt://host:7687."
        )
    if not isinstance(error, Neo4jError):
        return NoAnswer(f"{uri} does not answer: {error}. Check that the server runs and NEO4J_URI is right.")
    code, message = error.code or "", error.message or str(error)
    if code == _NO_DATABASE:
        return ServerError(f"{uri}: {message} Check NEO4J_DATABASE; unset, it means the user's home database.")
    if code in _READ_ONLY:
        return ReadOnly(f"This connection may only read: {message}")
    if code.startswith(_TIMED_OUT):
        return QueryTimeout()
    if code.endswith(_OUT_OF_MEMORY) or message.startswith(_OVER_BUDGET):  # of Neo4j, and of the embedded server
        return QueryTooLarge()
    if isinstance(error, ConstraintError):
        return Conflict(f"{message}. Another process stores the same thing; try again.")
    return QueryError(message)
