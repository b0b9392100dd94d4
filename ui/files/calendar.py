"""The duties of notices as a calendar: dated ones as events, rhythms as recurring events, those that wait for an event
as to-dos without a date, in words. Soft terms (及时, 定期) are left out and counted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from graph.values import Node
from ui import wording
from ui.files.inert import printable, tidy
from ui.files.notices import HeldNotice
from ui.files.working_days import NoSchedule, last_day

_OWN_ISSUE = re.compile("本(?:通知|意见|方案|要点|办法|规定|文件).{0,4}(?:印发|下发|发布|公布|施行)")
_DAYS = re.compile(r"P(\d+)D")
_ENDS: dict[str, tuple[str, dict[str, Any]]] = {
    "P1W": ("每周五", {"freq": "weekly", "byday": "fr"}),
    "P1M": ("每月最后一天", {"freq": "monthly", "bymonthday": -1}),
    "P3M": ("每季度最后一天", {"freq": "yearly", "bymonth": [3, 6, 9, 12], "bymonthday": -1}),
    "P6M": ("6月和12月最后一天", {"freq": "yearly", "bymonth": [6, 12], "bymonthday": -1}),
    "P1Y": ("每年最后一天", {"freq": "yearly", "bymonth": 12, "bymonthday": 31}),
}
"""Where an event stands of whose period the notice says no day: at its end."""


@dataclass(frozen=True)
class Entry:
    """`on` is the (first) day, None for a to-do; `rule` the recurrence in the terms of RFC 5545; `part` tells the
    entries of one duty apart."""

    duty: Node
    part: str
    when: str
    on: date | None = None
    rule: dict[str, Any] | None = None


@dataclass
class Left:
    """What no entry was made for: duties with soft terms only, duties that say no time at all."""

    soft: int = 0
    timeless: int = 0
    unknown: list[str] = field(default_factory=list)
    """Periods that reach into a year whose working days are not known."""


@dataclass(frozen=True)
class Wishes:
    """`agencies`: only the duties that these bear; `count_from`: the day from which 若干日内 is counted where the notice
    names only an event; `until`: where recurrences end."""

    agencies: tuple[str, ...] = ()
    count_from: date | None = None
    until: date | None = None


def calendar_entries(notice: HeldNotice, wishes: Wishes, left: Left) -> list[Entry]:
    """The entries of a notice; what is left out is counted in `left`."""
    found: list[Entry] = []
    for duty in _duties(notice, wishes.agencies):
        entries = list(duty_entries(duty, notice.document, wishes, left))
        if not entries and duty.properties.get("timing"):
            left.soft += 1
        elif not entries:
            left.timeless += 1
        found += entries
    return found


def _duties(notice: HeldNotice, agencies: Sequence[str]) -> list[Node]:
    duties = notice.of_label("Obligation")
    if not agencies:
        return duties
    wanted = {
        edge.target
        for edge in notice.edges("BEARS")
        if {notice.graph.nodes[edge.source].properties.get(name) for name in ("name", "short")} & {*agencies}
        or edge.properties.get("mention") in agencies
    }
    return [duty for duty in duties if duty.id in wanted]


def duty_entries(duty: Node, document: Node, wishes: Wishes, left: Left) -> Iterator[Entry]:
    """The entries of one duty of `document`: none where it has soft terms only, or says no time."""
    facts = duty.properties
    begin = _begin(document)
    if due := facts.get("deadline_date"):
        yield Entry(duty, "date", wording.when(facts), date.fromisoformat(due))
    elif recurs := facts.get("deadline_recurs"):
        on, rule = _yearly(str(recurs), begin)
        yield Entry(duty, "recurs", wording.when(facts), on, rule)
    elif facts.get("deadline_amount"):
        yield _within(document, duty, wishes, left)
    elif facts.get("deadline_event") or (facts.get("trigger") and not facts.get("frequency")):
        yield Entry(duty, "event", wording.when(facts))
    frequency = facts.get("frequency")
    yearly = frequency == "P1Y" and (facts.get("deadline_date") or facts.get("deadline_recurs"))
    if frequency and not yearly:
        yield _rhythm(duty, str(frequency), begin)


def _begin(document: Node) -> date:
    """The day of the notice: recurring duties begin then."""
    facts = document.properties
    if facts.get("issued_on"):
        return date.fromisoformat(facts["issued_on"])
    return date(facts.get("instrument_year") or datetime.now(UTC).year, 1, 1)


def _within(document: Node, duty: Node, wishes: Wishes, left: Left) -> Entry:
    """若干日内: dated where there is a day to count from, else the trigger in words."""
    facts = duty.properties
    said = str(facts.get("deadline_from") or "")
    start = _begin(document) if _OWN_ISSUE.search(said) and document.properties.get("issued_on") else wishes.count_from
    try:
        due = start and last_day(start, int(facts["deadline_amount"]), str(facts.get("deadline_unit") or "day"))
    except NoSchedule as error:
        left.unknown.append(f"{facts['number']}：{error}")
        due = None
    counted = f" · 自{start.isoformat()}起算" if start and due else ""
    return Entry(duty, "within", wording.when(facts) + counted, due)


def _yearly(recurs: str, begin: date) -> tuple[date, dict[str, Any]]:
    """--06-30 (each year) and ---15 (each month), from `begin` on; a day that a month lacks is its last."""
    numbers = [int(part) for part in recurs.split("-") if part]
    day = numbers[-1]
    rule: dict[str, Any] = {"freq": "monthly"} if len(numbers) == 1 else {"freq": "yearly", "bymonth": numbers[0]}
    rule |= {"bymonthday": day} if day < 29 else {"bymonthday": list(range(28, day + 1)), "bysetpos": -1}
    return _first(rule, begin), rule


def _rhythm(duty: Node, frequency: str, begin: date) -> Entry:
    facts = duty.properties
    said = wording.when(facts)
    if days := _DAYS.fullmatch(frequency):
        return Entry(duty, "period", said, begin, {"freq": "daily", "interval": int(days[1])})
    if frequency in _ENDS:
        place, rule = _ENDS[frequency]
        return Entry(duty, "period", f"{said}（通知未说哪一天，放在{place}）", _first(rule, begin), rule)
    number, unit = int(frequency[1:-1]), {"W": "weekly", "M": "monthly", "Y": "yearly"}[frequency[-1]]
    return Entry(duty, "period", said, begin, {"freq": unit, "interval": number})


def _first(rule: dict[str, Any], begin: date) -> date:
    """The first day of a recurrence: the event itself must stand on one."""
    found = _recurrence(rule, begin).after(datetime(begin.year, begin.month, begin.day), inc=True)
    return found.date()  # type: ignore[no-any-return]


def days_of(entry: Entry, first: date, last: date) -> list[date]:
    """The days from `first` to `last` on which the entry stands."""
    if entry.on is None:
        return []
    if entry.rule is None:
        return [entry.on] if first <= entry.on <= last else []
    span = (datetime(day.year, day.month, day.day) for day in (first, last))
    return [found.date() for found in _recurrence(entry.rule, entry.on).between(*span, inc=True)]


def _recurrence(rule: dict[str, Any], begin: date) -> Any:
    from dateutil.rrule import rrulestr
    from icalendar import vRecur

    text = vRecur(rule).to_ical().decode()  # type: ignore[no-untyped-call]
    return rrulestr(text, dtstart=datetime(begin.year, begin.month, begin.day))


def write_ics(
    notices: Iterable[HeldNotice], path: Path, wishes: Wishes, stamp: datetime | None = None
) -> tuple[list[Entry], Left]:
    """Write the duties of `notices` to `path`; the entries written, and what was left out. The same duty has the same
    UID in every file, so that a calendar that reads a newer one updates it. Raises OSError."""
    from icalendar import Calendar

    book, left = Calendar(), Left()
    book.add("prodid", "-//zwgk//zwgk//ZH")
    book.add("version", "2.0")
    book.add("x-wr-calname", "政务公开" + ("：" + "、".join(wishes.agencies) if wishes.agencies else ""))
    written: list[Entry] = []
    for notice in notices:
        for entry in calendar_entries(notice, wishes, left):
            book.add_component(_component(notice, entry, wishes, stamp or datetime.now(UTC)))
            written.append(entry)
    path.write_bytes(book.to_ical())
    return written, left


def _component(notice: HeldNotice, entry: Entry, wishes: Wishes, stamp: datetime) -> Any:
    from icalendar import Event, Todo

    facts = entry.duty.properties
    item = Todo() if entry.on is None else Event()
    item.add("uid", uid(entry))
    item.add("dtstamp", stamp)
    item.add("summary", printable(_summary(facts)))
    item.add("description", printable(_description(notice, entry)))
    if entry.on is not None:
        item.add("dtstart", entry.on)
        item.add("dtend", entry.on + timedelta(days=1))
        item.add("transp", "TRANSPARENT")
    if entry.rule:
        until = {"until": wishes.until} if wishes.until else {}
        item.add("rrule", {**entry.rule, **until})
    return item


def uid(entry: Entry) -> str:
    """Made from the duty's own id: the same in every file."""
    return hashlib.sha256(f"{entry.duty.id}|{entry.part}".encode()).hexdigest()[:32] + "@zwgk"


def _summary(facts: Any) -> str:
    what = "、".join(facts.get("information") or ())
    return f"{facts.get('predicate') or ''}{what}" if what else str(facts["caption"])


def _description(notice: HeldNotice, entry: Entry) -> str:
    """When, who, and the clause with its place."""
    facts = entry.duty.properties
    edges = [edge for edge in notice.edges("BEARS") if edge.target == entry.duty.id]
    bodies = (
        f"{wording.role(str(e.properties['role']))}：{notice.graph.nodes[e.source].properties['name']}" for e in edges
    )
    place = f"{notice.number} {wording.task_place(facts['number'])} [{facts['start']}–{facts['end']}]"
    clause = tidy(str(facts.get("text") or "")) or wording.no_source()
    return "\n".join([f"时间：{entry.when}", *dict.fromkeys(bodies), f"条文：{clause}", f"依据：{place}"])
