"""One driver to one server: opened late, opened anew when the server has moved, errors in our own words."""

from __future__ import annotations

import logging
import math
import re
import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeVar

from graph.driver_errors import own_words
from graph.errors import NoAnswer, QueryError, QueryTimeout, ServerError
from graph.servers import Address, NamedServer, Role, Server

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session
    from neo4j.api import BookmarkManager

OLDEST = (5, 26)
"""The Neo4j that the tests run against; older ones lack parts of the Cypher that is used."""

_T = TypeVar("_T")
_FETCH = 1_000

Rows = tuple[list[str], list[tuple[Any, ...]]]


class Connection:
    """Managed transactions on `server`; transient errors are tried again by the driver."""

    def __init__(self, server: Server, role: Role) -> None:
        self.role = role
        self._server = server
        self._guard = threading.Lock()
        self._address: Address | None = None
        self._driver: Driver | None = None
        self._idle: list[tuple[Address, Driver]] = []
        self._bookmarks: BookmarkManager | None = None
        self._seen: tuple[Hashable, float] = None, math.inf
        self._engine: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._driver is not None:
                self._driver.close()
            self._driver, self._address = None, None
            while self._idle:
                self._idle.pop()[1].close()

    @property
    def uri(self) -> str:
        with self._server.reach() as address:
            return address.uri

    @property
    def engine(self) -> str:
        if self._engine is None:
            with self._server.reach() as address, own_words(address.uri):
                self._engine = _engine_name(self._shared(address).get_server_info().agent)
        return self._engine

    def state(self) -> Hashable:
        """What tells the state of the store now from any other; None where it was written to a moment ago, or cannot be told.
        Neo4j names the last transaction that a reader could see, and the store, which an import makes anew with the same
        numbers; the embedded server's bookmarks are the time of day."""
        return self._state_there() if isinstance(self._server, NamedServer) else self._server.state(0.0)

    def _state_there(self) -> tuple[Hashable, Hashable] | None:
        try:
            (_, rows), seen = self._again(lambda: self._read(_whole("CALL db.info() YIELD id RETURN id"), 1, None))
        except QueryError:
            return None
        return seen, rows[0][0]

    def state_since(self, begun: float) -> Hashable:
        """The state now; None where it may have been another at `begun` (monotonic seconds)."""
        if not isinstance(self._server, NamedServer):
            return self._server.state(time.monotonic() - begun)
        seen, first_seen = self._seen
        state = self._state_there() if first_seen <= begun else None
        return state if state and state[0] == seen else None

    def read(self, statement: str, parameters: dict[str, Any], limit: int | None, timeout: float | None) -> Rows:
        """The columns and rows of a statement; one row more than `limit` when there are more."""
        work = _whole(statement, parameters, limit)
        fetch = _FETCH if limit is None else min(limit + 1, _FETCH)
        return self._again(lambda: self._read(work, fetch, timeout))[0]

    def _read(
        self, work: Callable[[ManagedTransaction], Rows], fetch: int, timeout: float | None
    ) -> tuple[Rows, Hashable]:
        """What `work` returns, and the bookmark of its transaction."""
        from graph.driver import unit_of_work

        with (
            self._server.reach() as address,
            self._limited(address, timeout) as driver,
            self._session(driver, address, fetch) as session,
        ):
            rows = session.execute_read(unit_of_work(timeout=timeout)(work))
            seen = session.last_bookmarks().raw_values
        if seen != self._seen[0]:
            self._seen = seen, time.monotonic()
        return rows, seen

    def scan(self, statement: str, parameters: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement as they come; not tried again, since some may have been taken already."""
        with (
            self._server.reach() as address,
            own_words(address.uri),
            self._session(self._shared(address), address, _FETCH) as session,
        ):
            for record in session.run(statement, parameters):
                yield tuple(record)

    def write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        """Do `work` in one transaction."""
        return self._again(lambda: self._write(work))

    def _again(self, work: Callable[[], _T]) -> _T:
        """Once more where the server died meanwhile and comes back."""
        try:
            return work()
        except NoAnswer:
            if not self._server.comes_back:
                raise
        return work()

    def _write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        with (
            self._server.reach() as address,
            own_words(address.uri),
            self._session(self._shared(address), address, _FETCH) as session,
        ):
            return session.execute_write(work)

    def _session(self, driver: Driver, address: Address, fetch: int) -> Session:
        mode = "READ" if self.role == "reader" else "WRITE"
        return driver.session(
            database=address.database,
            default_access_mode=mode,
            fetch_size=fetch,
            bookmark_manager=self._bookmarks,
        )

    def _shared(self, address: Address) -> Driver:
        """The driver to `address`; an embedded server has another address after each start."""
        with self._guard:
            if self._driver is None or self._address != address:
                if self._driver is not None:
                    self._driver.close()
                self._driver, self._address = self._opened(address), address
            return self._driver

    def _opened(self, address: Address) -> Driver:
        """A driver to a server that is new enough. In a cluster what is read follows what was written before it."""
        driver = _open(address)
        if isinstance(self._server, NamedServer):
            try:
                check_version(driver.get_server_info().agent, address.uri)
            except BaseException:
                driver.close()
                raise
            self._bookmarks = _bookmark_manager()
        return driver

    @contextmanager
    def _limited(self, address: Address, timeout: float | None) -> Iterator[Driver]:
        """A driver whose queries end after `timeout`, by the server or, where it does not, by hanging up."""
        with own_words(address.uri):
            if timeout is None or self._server.ends_queries:
                yield self._shared(address)
                return
            driver = self._take_idle(address) or _open(address, patience=0)
            try:
                with _hang_up(driver, timeout) as late:
                    yield driver
            except BaseException:
                driver.close()
                raise
            if not late.is_set():
                with self._guard:
                    self._idle.append((address, driver))

    def _take_idle(self, address: Address) -> Driver | None:
        """A driver of an earlier query that ended in time; those to a server that has moved are closed."""
        with self._guard:
            while self._idle:
                known, driver = self._idle.pop()
                if known == address:
                    return driver
                driver.close()
        return None


def _whole(
    statement: str, parameters: dict[str, Any] | None = None, limit: int | None = None
) -> Callable[[ManagedTransaction], Rows]:
    def work(tx: ManagedTransaction) -> Rows:
        result = tx.run(statement, parameters)
        records = list(result) if limit is None else result.fetch(limit + 1)
        return list(result.keys()), [tuple(record) for record in records]

    return work


@contextmanager
def _hang_up(driver: Driver, timeout: float) -> Iterator[threading.Event]:
    """Close `driver` when the block takes longer than `timeout` seconds; whether it did is sure when the block is left."""
    late = threading.Event()

    def close() -> None:
        late.set()
        driver.close()

    timer = threading.Timer(timeout, close)
    timer.daemon = True
    timer.start()
    try:
        yield late
    except Exception as error:
        if late.is_set():
            raise QueryTimeout(timeout) from error
        raise
    finally:
        timer.cancel()
        timer.join()


def _open(address: Address, *, patience: float = 20) -> Driver:
    """`patience`: for how many seconds transient errors are tried again."""
    from graph.driver import GraphDatabase

    # Without a handler of the application, Python would print the driver's warnings.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    return GraphDatabase.driver(
        address.uri,
        auth=(address.username, address.password),
        notifications_min_severity="OFF",
        connection_timeout=10,
        max_transaction_retry_time=patience,
        user_agent="zwgk",
    )


def _bookmark_manager() -> BookmarkManager:
    from neo4j import GraphDatabase

    return GraphDatabase.bookmark_manager()


def check_version(agent: str, uri: str) -> None:
    """Raise ServerError where `agent`, such as "Neo4j/5.26.16", says that the server is older than OLDEST."""
    found = re.search(r"Neo4j/v?(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise ServerError(
            f"{uri} is {agent.replace('/', ' ')}; zwgk needs Neo4j {wanted} or later. Upgrade that server, name another "
            "in NEO4J_URI, or unset NEO4J_URI to use the embedded one."
        )


def _engine_name(agent: str) -> str:
    """Such as "arcadedb 26.10.2" of "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", or "neo4j 5.26.16"."""
    if found := re.search(r"ArcadeDB ([\w.]+)", agent):
        return f"arcadedb {found[1]}"
    return agent.replace("/", " ").lower()
