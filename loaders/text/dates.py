"""Dates as notices write them: 2017年4月26日, 二〇一七年四月二十六日, 2017-04-29."""

from __future__ import annotations

import calendar
import re
from datetime import date

from loaders.text.numerals import parse_number

_YEAR = r"(?:(?:19|20)\d\d|二[〇○零OＯ0][〇○零OＯ0一二三四五六七八九]{2})"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = re.compile(rf"({_YEAR}) ?年 ?({_DAY}) ?月 ?({_DAY}) ?日")
ISO_DATE = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


def parse_date(match: re.Match[str]) -> str | None:
    """ISO date of a match of DATE or ISO_DATE; None where there is no such day."""
    parts = [parse_number(part if part.isascii() else part.replace("0", "〇")) for part in match.groups()]
    try:
        year, month, day = (part or 0 for part in parts)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_date(text: str) -> str | None:
    """The first date in `text`, in either style."""
    match = DATE.search(text) or ISO_DATE.search(text)
    return parse_date(match) if match else None


def month_end(year: int, month: int) -> str:
    """ISO date of the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()
