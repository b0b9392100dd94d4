"""What was understood of a question: slots, each with the span of text that it explains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Slot:
    """`values` of `name`, said by `text` at [start, end) of the question. `repaired` marks a slip of the pen."""

    name: str
    values: tuple[Any, ...]
    text: str
    start: int
    end: int
    repaired: bool = False


@dataclass(frozen=True)
class Reading:
    """A question with its slots in order and the words that no slot explains."""

    text: str
    language: str
    slots: tuple[Slot, ...]
    unused: tuple[str, ...] = ()

    def of(self, name: str) -> Iterator[Slot]:
        return (slot for slot in self.slots if slot.name == name)

    def first(self, name: str) -> Slot | None:
        """The first slot of this name."""
        return next(self.of(name), None)

    @property
    def cues(self) -> frozenset[str]:
        """The names of all cues."""
        return frozenset(value for slot in self.of("cue") for value in slot.values)
