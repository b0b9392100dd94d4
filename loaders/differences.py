"""Where two copies of one document differ, and what the difference means for what is found in them.

Script, width, punctuation, blanks and line ends are no difference; nor is what a site prints around a notice."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Literal

from loaders.errors import ReadError
from loaders.extract.frame import find_salutation, first_section
from loaders.extract.header import read_header
from loaders.extract.page import read_page
from loaders.finding_differences import FindingDifference, find_finding_differences
from loaders.records import Evidence, Notice
from loaders.resolve.copies import group_copies
from loaders.text.align import Gap, find_gaps
from loaders.text.compared import Compared, compared, settle

Kind = Literal["text", "number", "date", "body", "paragraph"]
Recognised = Literal["header", "text"]

_ALIKE = 0.6
"""Of the shorter text: less in common, without a head that says so, makes two documents."""
_CONTEXT = 12
_DATE = re.compile(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末初]|[上中下]旬)?|\d{4}年[度底末初]?|每(?:[年月周日]|半年|季度)|按[年月周日季]|[第一二三四]季度|年[底末]|月[底末]"
)
_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十百千万亿]+")


@dataclass(frozen=True)
class Place:
    """source[start:end) of a copy, `text` joined over line ends, in its paragraph (numbered from 1), with what stands
    before and behind. Empty where only the other copy has something."""

    start: int
    end: int
    text: str
    paragraph: int
    before: str
    behind: str


@dataclass(frozen=True)
class Difference:
    """One place where the copies differ. `task` is that of the one copy (or else of the other) that it stands in;
    `findings` are the numbers, in `Comparison.findings`, of those that stand on it."""

    kind: Kind
    one: Place
    other: Place
    task: str | None
    findings: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """Two copies of one document. `recognised`: by their heads, or by their text; `alike`: how much of the shorter text
    the other has, 0 to 1."""

    one: Notice
    other: Notice
    recognised: Recognised
    alike: float
    differences: tuple[Difference, ...]
    findings: tuple[FindingDifference, ...]

    @property
    def same(self) -> bool:
        return not self.differences and not self.findings


def compare(one: Notice, other: Notice) -> Comparison:
    """Where two copies differ. The findings compared are those that the notices hold, whoever made them.

    Raises ReadError where they are no copies of one document."""
    named = len(group_copies([one, other])) == 1
    found = _compare(one, other, "header" if named else "text")
    if not named and found.alike < _ALIKE:
        what = f"{_name(one)} 与 {_name(other)} 不是同一份文件的副本，文字只有 {found.alike:.0%} 相同 (not copies of one document)"
        raise ReadError(what, "给出同一文件的两份副本 (give two copies of one document)")
    return found


def compare_all(copies: Sequence[Notice]) -> Iterator[Comparison]:
    """The first of the copies of a document with each of the others, as far as their texts are here."""
    for other in copies[1:]:
        if copies[0].copy.text and other.copy.text:
            yield _compare(copies[0], other, "header")


def _compare(one: Notice, other: Notice, recognised: Recognised) -> Comparison:
    left, right = _Side(one, _text_of(one)), _Side(other, _text_of(other))
    texts = left.text, right.text
    gaps = settle(find_gaps(texts[0].text, texts[1].text), *texts)
    equal = len(texts[0].text) - sum(gap.end - gap.start for gap in gaps)
    alike = equal / max(1, min(len(text.text) for text in texts))
    findings = find_finding_differences(one, other, _Carried(*texts, gaps))
    places = [(left.place(gap.start, gap.end), right.place(gap.other_start, gap.other_end)) for gap in gaps]
    standing = _standing(places, findings)
    differences = tuple(
        Difference(_kind(gap, left, right), *pair, left.task(pair[0]) or right.task(pair[1]), tuple(numbers))
        for gap, pair, numbers in zip(gaps, places, standing, strict=True)
    )
    return Comparison(one, other, recognised, alike, differences, tuple(findings))


def _name(notice: Notice) -> str:
    number = notice.header.number
    return f"{notice.copy.source}（{number}）" if number else notice.copy.source


def _text_of(notice: Notice) -> Compared:
    """From the salutation (else the letter's first words) to the end of the notice, or of its last task."""
    page = read_page(notice.copy)
    _, frame = read_header(page)
    salutation = find_salutation(page, first_section(page))
    start = salutation.start if salutation else frame.letter
    last = max((task.at.end for task in notice.tasks), default=0)
    end = max(frame.end, bisect_left(page.mapped.at, last))
    return compared(page.mapped, start, end)


class _Carried:
    """Spans of the one copy carried over to the other, by what is equal in both."""

    def __init__(self, one: Compared, other: Compared, gaps: Sequence[Gap]) -> None:
        self.one, self.other = one, other
        self.place: list[int] = []
        at = 0
        for gap in [*gaps, Gap(len(one.text), 0, len(other.text), 0)]:
            self.place += range(at, at + gap.start - len(self.place))
            self.place += [gap.other_start] * (gap.end - gap.start)
            at = gap.other_end

    def over(self, at: Evidence) -> tuple[int, int]:
        """A span of the one copy, in places of the other's compared text."""
        start, end = bisect_left(self.one.at, at.start), bisect_left(self.one.at, at.end)
        return (self.place[start], self.place[end - 1] + 1) if start < end else (0, 0)

    def own(self, at: Evidence) -> tuple[int, int]:
        """A span of the other copy, in places of its compared text."""
        return bisect_left(self.other.at, at.start), bisect_left(self.other.at, at.end)


@dataclass(frozen=True)
class _Side:
    """A copy with what is compared of it."""

    notice: Notice
    text: Compared

    @cached_property
    def bodies(self) -> list[tuple[int, int]]:
        """The source spans of the bodies of its clauses, in order."""
        return sorted((body.at.start, body.at.end) for task in self.notice.tasks for body in task.agencies)

    @cached_property
    def tasks(self) -> list[tuple[int, int, str]]:
        return sorted((task.at.start, task.at.end, task.id) for task in self.notice.tasks)

    def task(self, place: Place) -> str | None:
        """The task that a place stands in."""
        index = bisect_right(self.tasks, place.start, key=itemgetter(0)) - 1
        return self.tasks[index][2] if index >= 0 and place.start < self.tasks[index][1] else None

    def names_body(self, start: int, end: int) -> bool:
        """Whether text[start:end) has a part of a body's name."""
        first, last = self.text.span(start, end)
        index = bisect_left(self.bodies, last, key=itemgetter(0)) - 1
        return start < end and index >= 0 and first < self.bodies[index][1]

    def place(self, start: int, end: int) -> Place:
        """Where text[start:end) stands in the source, with its context."""
        first, last = self.text.span(start, end)
        source = self.notice.copy.text
        before, behind = source[max(0, first - 2 * _CONTEXT) : first], source[last : last + 2 * _CONTEXT]
        paragraph = self.text.paragraph(start)
        words = _joined(source[first:last])
        return Place(first, last, words, paragraph, _joined(before)[-_CONTEXT:], _joined(behind)[:_CONTEXT])


def _standing(places: Sequence[tuple[Place, Place]], findings: Sequence[FindingDifference]) -> list[list[int]]:
    """For each place the numbers of the findings whose span, in the one copy or the other, shares a character with it,
    or holds it where it is empty."""
    standing: list[list[int]] = [[] for _ in places]
    for number, finding in enumerate(findings):
        for side, span in enumerate((finding.at, finding.other_at)):
            if span:
                first = bisect_left(places, span[0], key=lambda pair: pair[side].end)
                last = bisect_right(places, span[1], key=lambda pair: pair[side].start)
                for index in range(first, last):
                    place = places[index][side]
                    shares = place.start < span[1] and span[0] < place.end
                    if (shares or place.start == place.end) and number not in standing[index]:
                        standing[index].append(number)
    return standing


def _joined(text: str) -> str:
    return "".join(text.split())


def _kind(gap: Gap, one: _Side, other: _Side) -> Kind:
    """What the difference is in: a whole paragraph, a body named in a clause, a date or rhythm, a number, or words."""
    sides = [(one, gap.start, gap.end), (other, gap.other_start, gap.other_end)]
    if any(start == end for _, start, end in sides) and any(
        side.text.holds_paragraph(start, end) for side, start, end in sides
    ):
        return "paragraph"
    if any(side.names_body(start, end) for side, start, end in sides):
        return "body"
    if any(_in_date(side.text.text, start, end) for side, start, end in sides):
        return "date"
    words = [side.text.text[start:end] for side, start, end in sides]
    if any(char.isdigit() and char.isascii() for word in words for char in word):
        return "number"
    return "number" if all(_NUMERALS.fullmatch(word) for word in words) else "text"


def _in_date(text: str, start: int, end: int) -> bool:
    around = range(max(0, start - _CONTEXT), min(len(text), end + _CONTEXT))
    return any(match.start() < end and start < match.end() for match in _DATE.finditer(text, around.start, around.stop))
