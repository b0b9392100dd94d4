"""What can be wrong with a saved query or with the values given to it."""

from __future__ import annotations

from pathlib import Path


class QueryError(Exception):
    """Base of this room's errors; the message says what to do next."""


class CatalogueError(QueryError):
    """The header of a saved query is wrong: which file, which line, why."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class UnknownQuery(QueryError, KeyError):
    """No saved query has this id."""

    def __str__(self) -> str:
        return str(self.args[0])


class ParameterError(QueryError):
    """A value does not fit its parameter."""
