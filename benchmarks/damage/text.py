"""A damaged text with its way back to the original's offsets, and what the kinds of damage are made with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from random import Random

INSERTED = -1
"""The origin of a character that the original does not have."""

HAN = "[一二三四五六七八九十]{1,3}"
"""A Chinese numeral as headings have them."""

Edit = tuple[int, int, str]
"""text[start:end) becomes the string."""


@dataclass(frozen=True)
class Damaged:
    """`origin[i]` is the offset in the original of `text[i]`, or INSERTED."""

    text: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that text[start:end) was made of."""
        origins = [at for at in self.origin[start:end] if at >= 0]
        if origins:
            return min(origins), max(origins) + 1
        before = next((at + 1 for at in reversed(self.origin[:start]) if at >= 0), 0)
        return before, before

    def left(self, start: int, end: int) -> tuple[int, int]:
        """What the damage left of the original's [start, end): from its first character that is still there to its last."""
        first, last = bisect_left(self._survivors, start), bisect_left(self._survivors, end)
        return (self._survivors[first], self._survivors[last - 1] + 1) if first < last else (start, end)

    @cached_property
    def _survivors(self) -> list[int]:
        return sorted({at for at in self.origin if at >= 0})

    def then(self, damage: Damage) -> Damaged:
        """This text damaged once more."""
        next_ = damage(self.text)
        return Damaged(next_.text, tuple(self.origin[at] if at >= 0 else INSERTED for at in next_.origin))


Damage = Callable[[str], Damaged]


def whole(text: str) -> Damaged:
    """The text as it is."""
    return Damaged(text, tuple(range(len(text))))


def edit(text: str, edits: Iterable[Edit]) -> Damaged:
    """The text with edits made; of two that overlap the first counts."""
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda e: (e[0], e[1])):
        if start < at:
            continue
        parts += [text[at:start], new]
        origin += range(at, start)
        origin += (min(start + i, end - 1) if end > start else INSERTED for i in range(len(new)))
        at = end
    parts.append(text[at:])
    origin += range(at, len(text))
    return Damaged("".join(parts), tuple(origin))


def substitute(text: str, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Damaged:
    """re.sub with a way back; `new` is taken literally."""
    make = new if callable(new) else lambda _: new
    return edit(text, ((m.start(), m.end(), make(m)) for m in re.finditer(pattern, text, re.MULTILINE)))


def translate(text: str, source: str, target: str) -> Damaged:
    """Each character of `source` becomes the one of `target` at its place."""
    return Damaged(text.translate(str.maketrans(source, target)), whole(text).origin)


def sometimes(text: str, pattern: str, new: str | Callable[[re.Match[str]], str], share: float, seed: int) -> Damaged:
    """`substitute` at a seeded share of the places."""
    random = Random(seed)
    make = new if callable(new) else lambda _: new
    found = [m for m in re.finditer(pattern, text, re.MULTILINE) if random.random() < share]
    return edit(text, ((m.start(), m.end(), make(m)) for m in found))
