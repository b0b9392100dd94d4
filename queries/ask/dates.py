"""Spans of days that a question names: 本月, 今年6月底前, 2017年6月底前, by the end of June this year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from queries.ask.reading import Slot

_ENGLISH = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_NUMERALS = {
    word: number
    for number, word in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)
}
_MONTH = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_THIS_YEAR = r"(?:今年|本年度?|this year(?:'s)?)"
_BEFORE = r"(?:之前|以前|前|内)"
_NAMES = "|".join(_ENGLISH)

Window = tuple[str, str]


def find_dates(folded: str, today: date) -> Iterator[Slot]:
    """`window` slots hold the first and the last day, `before` a last day, `year` a year; all seen from `today`."""
    for name, pattern, value in _PATTERNS:
        for found in re.finditer(pattern, folded):
            if (meant := value(found, today)) is not None:
                values = meant if isinstance(meant, tuple) else (meant,)
                yield Slot(name, values, found[0], found.start(), found.end())


def _span(first: date, last: date) -> Window:
    return first.isoformat(), last.isoformat()


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _months(offset: int, size: int = 1) -> Callable[[re.Match[str], date], Window]:
    """A span of `size` whole months, `offset` spans after that of today."""

    def value(found: re.Match[str], today: date) -> Window:
        first = (today.year * 12 + today.month - 1) // size * size + offset * size
        last = first + size - 1
        return _span(date(first // 12, first % 12 + 1, 1), _end(last // 12, last % 12 + 1))

    return value


def _weeks(offset: int) -> Callable[[re.Match[str], date], Window]:
    def value(found: re.Match[str], today: date) -> Window:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return _span(monday, monday + timedelta(days=6))

    return value


def _whole_year(found: re.Match[str], today: date) -> Window:
    return _span(date(today.year, 1, 1), date(today.year, 12, 31))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMERALS.get(word) or _ENGLISH[word]


def _until_month(found: re.Match[str], today: date) -> Window:
    """今年6月底前 is until the 30th of June, 今年6月前 until the 31st of May, 今年6月 that month."""
    last = _end(today.year, _number(found["m"]))
    if found["at"] is None and found["by"] is None:
        return _span(last.replace(day=1), last)
    before = found["at"] is None and found["by"] != "内"
    return _span(date(today.year, 1, 1), last.replace(day=1) - timedelta(days=1) if before else last)


def _until_day(found: re.Match[str], today: date) -> Window | None:
    day = _day(today.year, found["m"], found["d"])
    return (date(today.year, 1, 1).isoformat(), day) if day else None


def _next_days(found: re.Match[str], today: date) -> Window:
    return _span(today, today + timedelta(days=int(found["n"])))


def _before_month(found: re.Match[str], today: date) -> str:
    return _end(int(found["y"]), _number(found["m"])).isoformat()


def _before_day(found: re.Match[str], today: date) -> str | None:
    return _day(int(found["y"]), found["m"], found["d"])


def _day(year: int, month: str, day: str) -> str | None:
    try:
        return date(year, _number(month), int(day)).isoformat()
    except ValueError:
        return None


def _years(offset: int) -> Callable[[re.Match[str], date], int]:
    return lambda found, today: today.year + offset


def _from_to(found: re.Match[str], today: date) -> Window | None:
    first, last = _day(int(found["y1"]), found["m1"], found["d1"]), _day(int(found["y2"]), found["m2"], found["d2"])
    return (first, last) if first and last else None


def _dated(number: int) -> str:
    return rf"(?P<y{number}>20\d\d)[年/-](?P<m{number}>\d{{1,2}})[月/-](?P<d{number}>\d{{1,2}})日?"


_PATTERNS: tuple[tuple[str, str, Callable[[re.Match[str], date], Window | str | int | None]], ...] = (
    ("window", r"本月份?内?|这个?月|当月|this month", _months(0)),
    ("window", r"下个?月|next month", _months(1)),
    ("window", r"上个?月|last month", _months(-1)),
    ("window", r"[本这]个?季度?内?|this quarter", _months(0, 3)),
    ("window", r"下个?季度?|next quarter", _months(1, 3)),
    ("window", r"[本这]个?(?:周|星期)|this week", _weeks(0)),
    ("window", r"下个?(?:周|星期)|next week", _weeks(1)),
    ("window", rf"{_THIS_YEAR}?下半年", lambda found, today: _span(date(today.year, 7, 1), date(today.year, 12, 31))),
    ("window", rf"{_THIS_YEAR}?上半年", lambda found, today: _span(date(today.year, 1, 1), date(today.year, 6, 30))),
    ("window", rf"{_THIS_YEAR}(?:年?底|年末|内){_BEFORE}?|(?:by|before) (?:the end of (?:the|this) year|(?:this )?year's end|year end)", _whole_year),
    ("window", rf"{_THIS_YEAR}{_MONTH}(?P<at>底|末)?(?P<by>{_BEFORE})?", _until_month),
    ("window", rf"(?:by|before) (?P<at>(?:the )?end of )?(?P<m>{_NAMES}) (?P<by>this year)", _until_month),
    ("window", rf"(?<![\d年/-]){_MONTH}(?P<d>\d{{1,2}})[日号]{_BEFORE}", _until_day),
    ("window", r"(?:未来|今后|接下来的?|next )(?P<n>\d{1,3})(?:天|日| days)", _next_days),
    ("window", rf"(?:从|自|from )?{_dated(1)}(?:起?[至到~—]|\s?-\s?| until | to ){_dated(2)}(?:之?间)?", _from_to),
    ("before", r"(?P<y>20\d\d)[年/-](?P<m>\d{1,2})[月/-](?P<d>\d{1,2})日?", _before_day),
    ("before", rf"(?P<y>20\d\d)年{_MONTH}[底末]{_BEFORE}?", _before_month),
    ("before", rf"end of (?P<m>{_NAMES}) (?P<y>20\d\d)", _before_month),
    ("before", rf"(?P<d>\d{{1,2}}) (?P<m>{_NAMES}),? (?P<y>20\d\d)", _before_day),
    ("before", rf"(?P<m>{_NAMES}) (?P<d>\d{{1,2}}),? (?P<y>20\d\d)", _before_day),
    ("year", r"(?<![\d〔])(?P<y>(?:19|20)\d\d)(?:年度|年|(?![\d年〕]))", lambda found, today: int(found["y"])),
    ("year", r"今年|本年度?|this year", _years(0)),
    ("year", r"去年|last year", _years(-1)),
    ("year", r"明年|next year", _years(1)),
)  # fmt: skip
