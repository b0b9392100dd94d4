"""Text with a way back: each character knows the offset it has in the source text."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True)
class Mapped:
    """`at[i]` is the offset in the source text of `text[i]`; offsets rise."""

    text: str
    at: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source span [start, end) of the mapped span [start, end); blanks and breaks inside are included."""
        if end <= start:
            where = self.at[start] if start < len(self.at) else (self.at[-1] + 1 if self.at else 0)
            return where, where
        return self.at[start], self.at[end - 1] + 1
