"""What is compared of a laid-out text: letters, figures and characters; width, punctuation, blanks and line ends are not."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text.align import Gap
from loaders.text.mapped import Mapped

_COMPARED = re.compile(r"[^\W_]|%|(?<=\d)[.\-—~](?=\d)")
# What one script writes otherwise than the other and the converter leaves, since it also has a meaning of its own.
_VARIANTS = {"仲介": "中介", "著": "着"}
_FIGURE = re.compile(r"[\d.%]")


@dataclass(frozen=True)
class Compared:
    """`text[i]` stands at `at[i]` of the source; `paragraphs` are the places in `text` where logical lines begin, and
    `clauses` those behind any mark."""

    text: str
    at: array[int]
    paragraphs: tuple[int, ...]
    clauses: frozenset[int]

    def paragraph(self, place: int) -> int:
        """The number, from 1, of the paragraph that `text[place]` is in; 0 of an empty text."""
        return bisect_right(self.paragraphs, min(place, len(self.text) - 1))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of text[start:end); where that is empty, the place behind the character before it."""
        if start < end:
            return self.at[start], self.at[end - 1] + 1
        where = self.at[start - 1] + 1 if start else (self.at[0] if self.at else 0)
        return where, where

    def holds_paragraph(self, start: int, end: int) -> bool:
        """Whether text[start:end) holds a whole paragraph."""
        index = bisect_right(self.paragraphs, start - 1)
        if index >= len(self.paragraphs) or start == end:
            return False
        ends = self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else len(self.text)
        return ends <= end


def compare_form(text: str) -> str:
    """The compare form of folded words."""
    for theirs, ours in _VARIANTS.items():
        text = text.replace(theirs, ours)
    return "".join(_COMPARED.findall(text)).lower()


def compared(mapped: Mapped, start: int, end: int) -> Compared:
    """The compare form of mapped.text[start:end)."""
    text: list[str] = []
    at = array("l")
    paragraphs: list[int] = []
    clauses: set[int] = set()
    last = start - 1
    for match in _COMPARED.finditer(mapped.text, start, end):
        place = match.start()
        if place > last + 1 or not text:
            clauses.add(len(text))
        if not text or "\n" in mapped.text[last + 1 : place]:
            paragraphs.append(len(text))
        text.append(match.group())
        at.append(mapped.at[place])
        last = place
    return Compared(compare_form("".join(text)), at, tuple(paragraphs), frozenset(clauses))


def settle(gaps: Sequence[Gap], one: Compared, other: Compared) -> list[Gap]:
    """The gaps where a reader would see them: what only one side has begins where a paragraph or clause does, and of a
    figure that differs all digits are shown. No gap moves beyond the equal text between its neighbours."""
    settled: list[Gap] = []
    for index, gap in enumerate(gaps):
        last = settled[-1] if settled else Gap(0, 0, 0, 0)
        following = gaps[index + 1] if index + 1 < len(gaps) else Gap(len(one.text), 0, len(other.text), 0)
        before = min(gap.start - last.end, gap.other_start - last.other_end)
        behind = min(following.start - gap.end, following.other_start - gap.other_end)
        settled.append(_whole_figure(_moved(gap, one, other, before, behind), one.text, other.text, last, following))
    return settled


def _moved(gap: Gap, one: Compared, other: Compared, before: int, behind: int) -> Gap:
    """What only one side has, moved by at most so many characters to where it reads as begun."""
    if gap.other_start == gap.other_end:
        shift = _shift(one, gap.start, gap.end, before, behind)
    elif gap.start == gap.end:
        shift = _shift(other, gap.other_start, gap.other_end, before, behind)
    else:
        shift = 0
    return Gap(gap.start + shift, gap.end + shift, gap.other_start + shift, gap.other_end + shift)


def _shift(side: Compared, start: int, end: int, before: int, behind: int) -> int:
    """How far text[start:end) can be moved, what is left the same, to begin where a paragraph, else a clause, does."""
    text = side.text
    low = high = 0
    while -low < before and text[start + low - 1] == text[end + low - 1]:
        low -= 1
    while high < behind and text[start + high] == text[end + high]:
        high += 1
    moves = sorted(range(low, high + 1), key=abs)
    for good in (frozenset(side.paragraphs), side.clauses):
        for move in moves:
            if start + move in good:
                return move
    return 0


def _whole_figure(gap: Gap, one: str, other: str, last: Gap, following: Gap) -> Gap:
    """Widened over the equal digits beside it, where the difference itself begins or ends in a figure."""
    start, end, other_start, other_end = gap.start, gap.end, gap.other_start, gap.other_end
    sides = [side for side in (one[start:end], other[other_start:other_end]) if side]
    if any(_FIGURE.match(side[0]) for side in sides):
        while start > last.end and other_start > last.other_end and _FIGURE.match(one[start - 1]):
            start, other_start = start - 1, other_start - 1
    if any(_FIGURE.match(side[-1]) for side in sides):
        while end < following.start and other_end < following.other_start and _FIGURE.match(one[end]):
            end, other_end = end + 1, other_end + 1
    return Gap(start, end, other_start, other_end)
