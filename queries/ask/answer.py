"""An answer: the reading, the query it led to, its rows, and a sentence; or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.values import Graph, Table
from queries.ask.reading import Reading
from queries.saved import SavedQuery


@dataclass(frozen=True)
class Proposal:
    """A question that can be asked instead or next, with the query and values behind it."""

    text: str
    query: SavedQuery
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """`choices` are the readings between which the question did not decide; `refused` says why nothing was looked
    up. `table` is set for queries that give rows, `graph` for pictures. `parameters` is complete: with `cypher` it
    can be run as it stands."""

    reading: Reading
    query: SavedQuery | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    table: Table | None = None
    graph: Graph | None = None
    sentence: str = ""
    choices: tuple[Proposal, ...] = ()
    suggestions: tuple[Proposal, ...] = ()
    refused: str | None = None

    @property
    def cypher(self) -> str | None:
        """The text of the query that found the rows."""
        return self.query.cypher if self.query else None
