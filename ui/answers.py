"""An answer table made ready to read: what to show of each row in words, and the evidence it stands on. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.values import Table
from ui import wording
from ui.corrected import NOBODY, Corrected
from ui.wording import Language

if TYPE_CHECKING:
    from queries.saved import Column, SavedQuery

_HIDDEN = ("evidence", "id")
_WHEN = ("frequency", "times", "timing", "trigger")
_STYLES = {"number": "figure", "date": "whole", "level": "whole", "role": "whole", "duty": "whole"}
_FOLDED = ("predicate", "mention")
"""Columns that the evidence shows in place, marked in the clause."""


@dataclass(frozen=True)
class Evidence:
    """Where a row comes from. `marks` are the parts of the clause to set off, [start, end) within it."""

    number: str
    section: str
    heading: str
    clause: str
    marks: tuple[tuple[int, int], ...]
    rule: str
    confidence: float | None
    document: str
    start: int | None
    corrected: str = ""

    def found_by(self, language: Language) -> str:
        """The rule in words, and who corrected what it found."""
        told = wording.rule(self.rule, language)
        if not self.corrected:
            return told
        return self.corrected if self.rule.endswith("/correction") or not told else f"{told} · {self.corrected}"


@dataclass(frozen=True)
class Row:
    """`document` is set where the row is about a whole notice, and has no clause."""

    cells: tuple[str, ...]
    evidence: Evidence | None = None
    document: str | None = None


@dataclass(frozen=True)
class Answers:
    """`styles` has a class of the style sheet for each column: figure, whole (not to be broken), or none."""

    columns: tuple[str, ...]
    styles: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def figures(self) -> tuple[bool, ...]:
        """Which columns hold numbers."""
        return tuple(style == "figure" for style in self.styles)


def answers(query: SavedQuery, table: Table, language: Language, corrected: Corrected = NOBODY) -> Answers:
    """The columns worth showing (none that is empty in every row, no ids), and each row in words; `corrected` says who
    corrected what the rows stand on."""
    records = list(table.records())
    shown = [_Shown(column, language) for column in query.columns if _visible(column, records)]
    shown = [entry for entry in shown if any(entry.text(record) for record in records)]
    rows = tuple(_row(record, shown, language, corrected) for record in records)
    return Answers(tuple(entry.name for entry in shown), tuple(entry.style for entry in shown), rows)


def _row(record: Mapping[str, Any], shown: Iterable[_Shown], language: Language, corrected: Corrected) -> Row:
    found = evidence(record, language, corrected)
    notice = None if found or not record.get("document") else str(record["document"])
    return Row(tuple(entry.text(record) for entry in shown), found, notice)


def evidence(record: Mapping[str, Any], language: Language, corrected: Corrected = NOBODY) -> Evidence | None:
    """The evidence of a row; None where its query gives none. The clause is "" where its source is not included."""
    clause = record.get("clause") or ""
    if not record.get("document") or not _placed(record):
        return None
    path = record.get("section") or ""
    return Evidence(
        number=str(record.get("number") or record.get("title") or ""),
        section=wording.section(path, language) or wording.task_place(record.get("task"), language),
        heading=str(record.get("heading") or ""),
        clause=str(clause),
        marks=_marks(record),
        rule=str(record.get("rule") or ""),
        confidence=record.get("confidence"),
        document=str(record["document"]),
        start=record.get("start"),
        corrected=corrected.of(record, language),
    )


def _placed(record: Mapping[str, Any]) -> bool:
    """Whether a row stands on a place in a notice, with or without its words."""
    return bool(record.get("clause")) or ("clause" in record and record.get("start") is not None)


def findings(table: Table) -> tuple[str, ...]:
    """The ids of the nodes that the rows are about, each once."""
    if "finding" not in table.columns:
        return ()
    return tuple(dict.fromkeys(str(record["finding"]) for record in table.records() if record["finding"]))


def agencies(table: Table) -> tuple[str, ...]:
    """The agencies that the rows name."""
    names: dict[str, None] = {}
    for record in table.records():
        for column in ("agency", "agencies", "leads", "responsible"):
            value = record.get(column)
            names.update(dict.fromkeys(value if isinstance(value, (list, tuple)) else [value] if value else []))
    return tuple(names)


class _Shown:
    """One column of the page; the columns of time stand together in the frequency's place."""

    def __init__(self, column: Column, language: Language) -> None:
        self.column = column
        self.language: Language = language
        self.name = column.text.of(language)
        self.style = _STYLES.get(column.kind, "")

    def text(self, record: Mapping[str, Any]) -> str:
        if self.column.name == "frequency":
            return wording.when({name: record.get(name) for name in _WHEN}, self.language)
        if self.column.name == "deadline":
            return _limit(record, self.language)
        return wording.cell(self.column.name, self.column.kind, record.get(self.column.name), self.language)


def _limit(record: Mapping[str, Any], language: Language) -> str:
    """The time limit as written, and what it comes to where the query says so."""
    written, meant = str(record.get("deadline") or ""), wording.deadline(record, language)
    same = not meant or meant == written or not any(record.get(f"deadline_{part}") for part in ("date", "recurs"))
    if same:
        return written
    return f"{written}（{meant}）" if language == "zh" else f"{written} ({meant})"


def _visible(column: Column, records: Iterable[Mapping[str, Any]]) -> bool:
    if column.kind in _HIDDEN:
        # A list of notices has its number and title as its very content.
        return column.name in ("number", "title") and not any(map(_placed, records))
    if column.name == "kind":
        return len({record.get("kind") for record in records}) > 1
    if column.name.startswith("deadline_") or column.name in _WHEN[1:]:
        return False
    return column.name not in _FOLDED


def _marks(record: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    clause = str(record["clause"] or "")
    if record.get("predicate"):
        return find_words(clause, str(record["predicate"]))
    start, mentioned, until = record.get("start"), record.get("mention_start"), record.get("mention_end")
    if start is None or mentioned is None or until is None:
        return ()
    first, last = mentioned - start, until - start
    return ((first, last),) if 0 <= first < last <= len(clause) else ()


def find_words(clause: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where `words` (parts joined by …, written without line breaks) stand in `clause`, whose lines may break in them."""
    found: list[tuple[int, int]] = []
    at = 0
    for part in filter(None, words.split("…")):
        match = re.compile(r"\s*".join(map(re.escape, part))).search(clause, at)
        if match is None:
            return tuple(found)
        found.append(match.span())
        at = match.end()
    return tuple(found)
