"""Periods of time as offices count them: the day of the trigger does not count (Civil Code, article 201), working days
follow the State Council's yearly schedule with its make-up days.

The schedule comes from the library chinesecalendar, which holds what has been published and says so where nothing has.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


class NoSchedule(Exception):
    """The working days of this year are not known: not published yet, or before the library's first year."""


def years() -> tuple[int, int]:
    """The first and the last year whose schedule is known."""
    from chinese_calendar import constants

    known = [day.year for day in constants.holidays]
    return min(known), max(known)


def is_working_day(day: date) -> bool:
    """Raises NoSchedule outside the known years."""
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError as error:
        first, last = years()
        raise NoSchedule(f"{day.year}年的放假安排未知（已知{first}—{last}年） (schedule not known)") from error


def last_day(start: date, amount: int, unit: str) -> date | None:
    """The last day of a period that begins with an event on `start`; None for units under a day.

    Raises NoSchedule."""
    match unit:
        case "working_day":
            return _working_days(start, amount)
        case "day":
            return start + timedelta(days=amount)
        case "week":
            return start + timedelta(weeks=amount)
        case "month":
            return _months(start, amount)
        case "year":
            return _months(start, 12 * amount)
    return None


def _working_days(start: date, amount: int) -> date:
    day = start
    while amount > 0:
        day += timedelta(days=1)
        amount -= is_working_day(day)
    return day


def _months(start: date, amount: int) -> date:
    """The same day some months on, or the last of a month that has no such day (Civil Code, article 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
