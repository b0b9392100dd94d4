"""One month of duties: what stands on which day, what comes round every few days, what waits for an event, and what has
soft terms only. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.values import Node
from ui import wording
from ui.answers import Evidence, evidence
from ui.files.calendar import Entry, Left, Wishes, days_of, duty_entries
from ui.wording import Language

OFTEN = 5
"""What stands on more days of a month than the weeks it has is told once, not on each day."""
_TIMES = ("frequency", "times", "timing", "trigger", "deadline")


@dataclass(frozen=True)
class Due:
    """One duty in words. `dated`: the notice names a day; else the day is the end of a period."""

    when: str
    what: str
    agencies: tuple[str, ...]
    channels: tuple[str, ...]
    evidence: Evidence | None
    dated: bool = False


@dataclass
class Month:
    """`days` by day, `running` what comes round more often than weekly, `waiting` what has no day before something
    happens, `soft` what says only 及时, 定期 and the like. `others` are the months, (year, month), in which duties with
    a date of their own fall, counted."""

    first: date
    last: date
    days: dict[date, list[Due]] = field(default_factory=dict)
    running: list[Due] = field(default_factory=list)
    waiting: list[Due] = field(default_factory=list)
    soft: list[Due] = field(default_factory=list)
    others: Counter[tuple[int, int]] = field(default_factory=Counter)

    @property
    def due(self) -> list[Due]:
        """What stands on a day of this month, each once."""
        return list(dict.fromkeys(one for listed in self.days.values() for one in listed))


def month_of(rows: Iterable[Mapping[str, Any]], year: int, number: int, language: Language) -> Month:
    """The month of the rows of the saved query time/calendar."""
    month = Month(date(year, number, 1), date(year, number, monthrange(year, number)[1]))
    for row in rows:
        _place(month, row, language)
    month.days = {day: sorted(listed, key=lambda due: not due.dated) for day, listed in sorted(month.days.items())}
    return month


def _place(month: Month, row: Mapping[str, Any], language: Language) -> None:
    entries = list(duty_entries(_duty(row), Node("Document", str(row["document"]), row), Wishes(), Left()))
    if not entries:
        month.soft.append(_due(row, language))
    for entry in entries:
        due = _due(row, language, dated=entry.part in ("date", "recurs", "within"))
        if entry.on is None:
            month.waiting.append(due)
            continue
        if entry.rule is None:
            month.others[entry.on.year, entry.on.month] += 1
        _put(month, entry, due)


def _put(month: Month, entry: Entry, due: Due) -> None:
    days = days_of(entry, month.first, month.last)
    if len(days) > OFTEN:
        month.running.append(due)
        return
    for day in days:
        month.days.setdefault(day, []).append(due)


def _duty(row: Mapping[str, Any]) -> Node:
    facts = {name: value for name, value in row.items() if value is not None}
    return Node("Obligation", str(row["finding"]), {**facts, "deadline_text": row["deadline"], "number": row["task"]})


def _due(row: Mapping[str, Any], language: Language, *, dated: bool = False) -> Due:
    return Due(
        when=wording.when({name: row.get(name) for name in _TIMES}, language),
        what=wording.duty(row, language),
        agencies=tuple(sorted(row["agencies"] or ())),
        channels=tuple(sorted(row["channels"] or ())),
        evidence=evidence(row, language),
        dated=dated,
    )
