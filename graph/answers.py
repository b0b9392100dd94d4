"""Answers that took long, kept in this process for as long as nothing is written to the store."""

from __future__ import annotations

import json
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.connection import Connection, Rows

SLOW = 0.05
"""Seconds: what takes less is asked again, which is sure and quick enough."""
CELLS = 1_000_000
"""So many cells are kept in all; the answers that were not wanted for longest go first."""

_VARIES = re.compile(
    r"\b(?:(?:local)?(?:date)?time|date|timestamp|rand|randomuuid)\s*\(|\bcall\s+[\w`]|\bshow\b", re.IGNORECASE
)
"""What may be answered otherwise though nothing was written: by the clock, by chance, and what procedures say."""

Question = tuple[str, str, int | None]


@dataclass(frozen=True)
class _Kept:
    state: Hashable
    rows: Rows

    @property
    def cells(self) -> int:
        columns, rows = self.rows
        return len(columns) * len(rows)


class Answers:
    """Reads of `connection`. One that took long is answered again from memory while the state of the store
    (`Connection.state`) is the one that it was read in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._guard = threading.Lock()
        self._kept: OrderedDict[Question, _Kept] = OrderedDict()
        self._cells = 0

    def read(self, statement: str, parameters: dict[str, Any], limit: int | None, timeout: float | None) -> Rows:
        """As `Connection.read`."""
        question = (statement, json.dumps(parameters, sort_keys=True, default=repr), limit)
        kept = self._kept.get(question)
        if kept is not None and kept.state == self._connection.state():
            self._keep(question, kept)
            return kept.rows
        begun = time.monotonic()
        rows = self._connection.read(statement, parameters, limit, timeout)
        slow = time.monotonic() - begun > SLOW and not _VARIES.search(statement)
        if slow and (state := self._connection.state_since(begun)) is not None:
            self._keep(question, _Kept(state, rows))
        return rows

    def _keep(self, question: Question, answer: _Kept) -> None:
        with self._guard:
            self._drop(question)
            self._kept[question] = answer
            self._cells += answer.cells
            while self._cells > CELLS:
                self._drop(next(iter(self._kept)))

    def _drop(self, question: Question) -> None:
        if gone := self._kept.pop(question, None):
            self._cells -= gone.cells
