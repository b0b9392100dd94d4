"""A month of duties: on their days, on the ends of their periods, and those without a day apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from ui.month import Month, month_of
from ui.web.monthly import render_dues, render_month

_FACTS = ("frequency", "times", "timing", "trigger", "deadline", "deadline_date", "deadline_recurs", "deadline_amount")
_FACTS += ("deadline_unit", "deadline_from", "deadline_event", "issued_on", "instrument_year", "predicate")


def _row(what: str, **facts: Any) -> dict[str, Any]:
    return {
        **dict.fromkeys(_FACTS),
        "kind": "disclose",
        "information": [what],
        "agencies": ["云岭省某厅"],
        "channels": [],
        "clause": f"公开{what}",
        "document": "document:x",
        "number": "岭政办发〔2017〕1号",
        "section": "1.2",
        "task": "1.2#1",
        "start": 7,
        "finding": f"obligation:{what}",
        "issued_on": "2017-04-26",
        **facts,
    }


ROWS = [
    _row("渡口名单", deadline="6月中旬", deadline_date="2017-06-15"),
    _row("旧账", deadline="2017年9月底前", deadline_date="2017-09-30"),
    _row("年报", deadline="6月底前", deadline_recurs="--06-30"),
    _row("收支", frequency="P1M"),
    _row("客运量", frequency="P3M"),
    _row("油价", frequency="P1W"),
    _row("水位", frequency="P1D"),
    _row("结果", deadline="20个工作日内", deadline_amount=20, deadline_unit="working_day", trigger="受理之日起"),
    _row("班次", timing=["timely"]),
]


def _told(month: Month) -> dict[int, list[str]]:
    return {day.day: [due.what for due in dues] for day, dues in month.days.items()}


def test_dated_duties_stand_on_their_day_and_recurring_ones_at_the_end_of_their_period() -> None:
    month = month_of(ROWS, 2017, 6, "zh")
    fridays = {day: ["公开 油价"] for day in (2, 9, 16, 23)}
    ends = {15: ["公开 渡口名单"], 30: ["公开 年报", "公开 收支", "公开 客运量", "公开 油价"]}
    assert _told(month) == fridays | ends
    assert [due.what for due in month.due if due.dated] == ["公开 渡口名单", "公开 年报"]


def test_what_has_no_day_stands_apart() -> None:
    month = month_of(ROWS, 2017, 6, "zh")
    assert [due.what for due in month.running] == ["公开 水位"]
    assert [due.what for due in month.waiting] == ["公开 结果"]
    assert [(due.when, due.what) for due in month.soft] == [("及时", "公开 班次")]


def test_nothing_falls_due_before_the_notice_was_issued() -> None:
    assert _told(month_of(ROWS, 2017, 3, "zh")) == {}
    assert _told(month_of(ROWS, 2016, 6, "zh")) == {}


def test_the_months_that_hold_dates_are_known_in_every_month() -> None:
    assert month_of(ROWS, 2017, 1, "zh").others == {(2017, 6): 1, (2017, 9): 1}


def test_a_full_day_leads_to_all_of_it_and_a_long_list_is_folded() -> None:
    month = month_of(ROWS, 2017, 6, "zh")
    grid = render_month(month, {"view": "calendar", "month": "2017-06"}, date(2017, 6, 15), "zh")
    assert 'day=30" target="_self">另 1 项</a>' in grid
    assert 'aria-current="date"' in grid
    assert "at=7" in grid
    many = month_of([_row(f"第{n}项", timing=["timely"]) for n in range(20)], 2017, 6, "zh")
    assert "其余 8 项" in render_dues(many.soft, "zh")


def test_the_words_of_a_notice_are_escaped() -> None:
    attack = "<img src=x onerror=1>"
    month = month_of([_row(attack, frequency="P1M", agencies=[attack], channels=[attack])], 2017, 6, "en")
    shown = render_month(month, {"view": "calendar"}, None, "en") + render_dues(month.due, "en")
    assert "<img" not in shown
    assert "&lt;img" in shown
