"""Which server a store talks to: the one that NEO4J_URI names, else the embedded one."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from graph.errors import DiskFull, NoAnswer, QueryError

if TYPE_CHECKING:
    from graph.embedded import State

Role = Literal["reader", "writer"]


@dataclass(frozen=True)
class Address:
    """What a driver needs to connect."""

    uri: str
    username: str
    password: str
    database: str | None

    def __repr__(self) -> str:
        return f"Address({self.uri!r}, {self.username!r})"


class Server(Protocol):
    """Somewhere to connect to. `ends_queries` says whether it honours the time limit of a transaction, `comes_back`
    whether reaching it again starts it when it has died."""

    @property
    def ends_queries(self) -> bool: ...

    @property
    def comes_back(self) -> bool: ...

    def reach(self) -> AbstractContextManager[Address]:
        """The address, and the promise that the server stays up while the block runs."""

    def state(self, seconds: float) -> Hashable:
        """What tells the state of what is stored, which has been the same for `seconds`, from any other; None where it may
        not have been, and where only a transaction can tell."""


@dataclass(frozen=True)
class NamedServer:
    """A server that somebody else runs."""

    address: Address
    ends_queries: bool = True
    comes_back: bool = False

    @contextmanager
    def reach(self) -> Iterator[Address]:
        yield self.address

    def state(self, seconds: float) -> Hashable:
        return None


class EmbeddedServer:
    """The server of this user, started when first reached."""

    ends_queries = False
    comes_back = True

    def __init__(self, role: Role) -> None:
        self._role = role
        self._known: tuple[State, Address] | None = None

    @contextmanager
    def reach(self) -> Iterator[Address]:
        """Starts the server where none runs; it does not stop itself while the block runs."""
        from graph import embedded

        with embedded.in_use() as state:
            try:
                yield self._address(state)
            except QueryError as error:
                # The server hides the reason why it cannot commit.
                if embedded.disk_is_full():
                    raise DiskFull(str(embedded.home())) from error
                raise
            except NoAnswer:
                embedded.forget()
                raise

    def _address(self, state: State) -> Address:
        """The password does not change while a server runs."""
        from graph import embedded

        if self._known is None or self._known[0] != state:
            address = Address(state.uri, self._role, embedded.password(self._role), embedded.DATABASE)
            self._known = state, address
        return self._known[1]

    def state(self, seconds: float) -> Hashable:
        from graph import embedded

        return embedded.last_write(seconds)


def find_server(role: Role) -> Server:
    """The server that the environment names, else the embedded one."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return EmbeddedServer(role)
    username = os.environ.get("NEO4J_USERNAME", "neo4j")
    password = os.environ.get("NEO4J_PASSWORD", "")
    return NamedServer(Address(uri, username, password, os.environ.get("NEO4J_DATABASE") or None))
