"""The numbered items as the rows of one table that was flattened to text, cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.damage.clauses import CLAUSE, Share, clause_shares
from benchmarks.damage.text import HAN, INSERTED, Damaged, whole

HEADER = "序号\t重点任务\t主要内容\t牵头单位\t责任单位\n"
_NUMBER = re.compile(rf"^[ \u3000]*(?P<number>{HAN}、|[（(]{HAN}[）)]|\d{{1,2}}\.(?!\d))", re.MULTILINE)
_BLANK = " \u3000\r\n"


class _Sheet:
    """The table as it is filled, each character with its origin."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.text: list[str] = []
        self.origin: list[int] = []

    def put(self, new: str) -> None:
        self.text.append(new)
        self.origin += [INSERTED] * len(new)

    def copy(self, start: int, end: int) -> None:
        """source[start:end) without the blanks around it, its paragraphs joined by a blank."""
        while start < end and self.source[start] in _BLANK:
            start += 1
        while start < end and self.source[end - 1] in _BLANK:
            end -= 1
        self.text.append(self.source[start:end].replace("\n", " ").replace("\t", " "))
        self.origin += range(start, end)


def tabulated(text: str) -> Damaged:
    """Numbers, headings, texts and bodies in columns; an item with several clauses has a row for each."""
    starts = list(_NUMBER.finditer(text))
    if not starts:
        return whole(text)
    sheet = _Sheet(text)
    sheet.origin += range(starts[0].start())
    sheet.text.append(text[: starts[0].start()])
    sheet.put(HEADER)
    end = _last_end(text, starts[-1].end())
    for number, after in pairwise([*(m.span("number") for m in starts), (end, end)]):
        _add_item(sheet, number, after[0])
    sheet.origin += range(end, len(text))
    sheet.text.append(text[end:])
    return Damaged("".join(sheet.text), tuple(sheet.origin))


def _last_end(text: str, start: int) -> int:
    """Where the last item ends: with its first line that is no heading."""
    match = re.compile(rf"(?:。|{CLAUSE})[ \u3000]*$", re.MULTILINE).search(text, start)
    return match.end() if match else len(text)


def _add_item(sheet: _Sheet, number: tuple[int, int], end: int) -> None:
    heading = _heading_end(sheet.source, number[1], end)
    at = number[1] if heading is None else heading
    if not sheet.source[at:end].strip(_BLANK + "。"):
        sheet.copy(number[0], at)
        sheet.put("\t\t\t\t\n")
        return
    for row, (stop, clause) in enumerate(_runs(sheet.source, at, end)):
        if row:
            sheet.put(sheet.source[slice(*number)])
        else:
            sheet.copy(*number)
        sheet.put("\t")
        if heading is not None:
            sheet.put(sheet.source[number[1] : heading].strip(_BLANK)) if row else sheet.copy(number[1], heading)
            sheet.put("\t")
            at += sheet.source.startswith("。", at) and not row
        sheet.copy(at, stop)
        sheet.put("\t" if heading is not None else "\t\t")
        at = _add_bodies(sheet, clause) if clause else stop
        sheet.put("\n")


def _heading_end(text: str, start: int, end: int) -> int | None:
    """Where the heading behind a number ends; None where the item has none."""
    match = re.compile(r"[^。；！？\n]{2,40}(?=。|\s*\n)").match(text, start, end)
    parts = re.split("[，,]", match[0]) if match else []
    fits = len(parts) == 1 or (len(parts) == 2 and all(len(part.strip()) <= 16 for part in parts))
    return match.end() if match and fits else None


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Where each task's text ends, with the clause behind it."""
    for clause in re.compile(CLAUSE, re.MULTILINE).finditer(text, start, end):
        if clause_shares(clause[0][1:-1]):
            yield clause.start(), clause
            start = clause.end() + text.startswith("。", clause.end())
    if text[start:end].strip(_BLANK):
        yield end, None


def _add_bodies(sheet: _Sheet, clause: re.Match[str]) -> int:
    """The cells of those who lead and of those who answer for it besides; where the clause ends."""
    shares = clause_shares(clause[0][1:-1])
    leads = [share for share in shares if share.verb[0] in "牵牽"]
    others = [share for share in shares if share not in leads]
    _add_names(sheet, clause.start() + 1, leads)
    sheet.put("\t")
    _add_names(sheet, clause.start() + 1, others)
    return clause.end() + sheet.source.startswith("。", clause.end())


def _add_names(sheet: _Sheet, at: int, shares: list[Share]) -> None:
    for index, share in enumerate(shares):
        if index:
            sheet.put("、")
        for count, name in enumerate(re.finditer("[^，,]+", sheet.source[at + share.start : at + share.names_end])):
            if count:
                sheet.put("、")
            sheet.copy(at + share.start + name.start(), at + share.start + name.end())
