"""The errors of this room. Their sentences say what to do next."""

from __future__ import annotations


class StoreError(Exception):
    """The graph store cannot do what was asked."""


class ServerError(StoreError):
    """The database server could not be started, reached or stopped."""


class NoAnswer(ServerError):
    """The server is not there, or went away while it was asked."""


class DiskFull(ServerError):
    """The disk of the database is full, or nearly."""

    def __init__(self, where: str, free: int | None = None) -> None:
        left = f" ({free / 1e6:.0f} MB free)" if free is not None else ""
        super().__init__(
            f"The disk of {where} is full{left}. Nothing half-written stays. Free some room, or give ZWGK_HOME a folder "
            "on another disk; then run the command again."
        )


class DumpError(StoreError):
    """A dump cannot be made, read or restored."""


class InvalidGraph(StoreError):
    """A graph value breaks the schema; `problems` lists every breach."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        shown = "; ".join(problems[:5])
        more = f" (and {len(problems) - 5} more)" if len(problems) > 5 else ""
        super().__init__(f"The graph breaks the schema, nothing was stored: {shown}{more}. Mend what made it.")


class ReadOnly(StoreError):
    """A write was tried on a connection that may only read."""


class QueryError(StoreError):
    """The server refused a statement; the sentence holds its message."""


class QueryTooLarge(StoreError):
    """A query needs more memory than the server gives it."""

    def __init__(self) -> None:
        super().__init__(
            "The query needs more memory than the server gives it. Ask for less, such as one year or region; the embedded "
            "server takes more by ZWGK_HEAP, such as ZWGK_HEAP=4g, after zwgk db stop."
        )


class QueryTimeout(StoreError):
    """A query ran longer than it may."""

    def __init__(self, seconds: float | None = None) -> None:
        limit = f"within {seconds:g} seconds" if seconds else "in the time the server gives a query"
        super().__init__(f"The query was not answered {limit}. Ask for less, or allow more time.")


class Conflict(StoreError):
    """Another transaction stored the same thing at the same time. Trying again helps."""
