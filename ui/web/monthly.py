"""A month as HTML: the grid of its days, one day in full, and the lists of what has no day. Pure."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date

from ui.month import Due, Month
from ui.web.markup import AT, escape, link
from ui.wording import Language

WEEKDAYS = (("一", "Mon"), ("二", "Tue"), ("三", "Wed"), ("四", "Thu"), ("五", "Fri"), ("六", "Sat"), ("日", "Sun"))
_CELL = 3
_LIST = 12
_FEW = 2

Address = Mapping[str, str | int | None]


def render_month(month: Month, here: Address, chosen: date | None, language: Language) -> str:
    """The grid, Monday first. A day with more than it can hold leads to itself in full; `here` is the view's address."""
    place = 0 if language == "zh" else 1
    heads = "".join(f'<th scope="col">{escape(names[place])}</th>' for names in WEEKDAYS)
    weeks = Calendar().monthdatescalendar(month.first.year, month.first.month)
    rows = "".join(f"<tr>{''.join(_day(month, day, here, chosen, language) for day in week)}</tr>" for week in weeks)
    return f'<table class="month"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _day(month: Month, day: date, here: Address, chosen: date | None, language: Language) -> str:
    if not month.first <= day <= month.last:
        return '<td class="outside"></td>'
    found = month.days.get(day, [])
    number = link(str(day.day), {**here, "day": day.day}) if found else str(day.day)
    more = ""
    if len(found) > _CELL:
        words = f"另 {len(found) - _CELL} 项" if language == "zh" else f"{len(found) - _CELL} more"
        more = f'<p class="more">{link(words, {**here, "day": day.day})}</p>'
    listed = "".join(f"<li>{_short(due, language)}</li>" for due in found[:_CELL])
    inner = f'<ul class="duties">{listed}</ul>{more}' if found else ""
    style = "" if found else ' class="free"'
    current = ' aria-current="date"' if day == chosen else ""
    weekday = WEEKDAYS[day.weekday()][0 if language == "zh" else 1]
    return f'<td{style}{current}><p class="day" data-weekday="{escape(weekday)}">{number}</p>{inner}</td>'


def _short(due: Due, language: Language) -> str:
    style = "dated" if due.dated else "muted"
    return f'<span class="{style}">{escape(due.when)}</span> {escape(due.what)}{_sight(due, language, "")}'


def render_dues(dues: Sequence[Due], language: Language) -> str:
    """Duties in full: when, what, through what, who, and the way to the clause. Of a long list the rest is folded."""
    lines = [f"<li>{render_due(due, language)}</li>" for due in dues]
    shown = f'<ul class="duties">{"".join(lines[:_LIST])}</ul>'
    if len(lines) <= _LIST:
        return shown
    words = f"其余 {len(lines) - _LIST} 项" if language == "zh" else f"{len(lines) - _LIST} more"
    return f'{shown}<details><summary>{words}</summary><ul class="duties">{"".join(lines[_LIST:])}</ul></details>'


def render_due(due: Due, language: Language) -> str:
    """One duty in full: 每月 公开 财政收支情况 经 政府网站 省财政厅 ⌖."""
    zh = language == "zh"
    comma = "、" if zh else ", "
    via = f"{'经' if zh else 'via'} {comma.join(due.channels)}" if due.channels else ""
    who = comma.join(due.agencies[:_FEW])
    if len(due.agencies) > _FEW:
        who += f"等 {len(due.agencies)} 个机构" if zh else f" and {len(due.agencies) - _FEW} more"
    told = f'<span class="muted" title="{escape(comma.join(due.agencies))}">{escape(who)}</span>' if who else ""
    place = " ".join(part for part in (due.evidence.number, due.evidence.section) if part) if due.evidence else ""
    parts = (f"<b>{escape(due.when)}</b>", escape(due.what), escape(via), told, _sight(due, language, place))
    return " ".join(part for part in parts if part)


def _sight(due: Due, language: Language, words: str) -> str:
    """The sign of evidence; without `words` its name stands for readers of the screen."""
    if due.evidence is None:
        return ""
    where = {
        "view": "documents",
        "document": due.evidence.document,
        "at": due.evidence.start,
        "lang": None if language == "zh" else language,
    }
    name = words or ("看原文" if language == "zh" else "in notice")
    hidden = "" if words else " bare"
    return f' <span class="muted sight{hidden}">{link(name, where, icon=AT)}</span>'
