"""日历: what falls due in a month for an agency, recurring and dated; what has no day beside it, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui.month import Due, Month, month_of
from ui.web import downloads, page, reads
from ui.web.monthly import Address, render_dues, render_month

EVERY = "*"
"""Stands in the address for all agencies."""
_YEARS = (1990, 2100)


def show() -> None:
    """The month of the agency in the address."""
    bodies = reads.bodies()
    if not bodies:
        page.no_notices()
        return
    year, number = _asked_month()
    agency = _agency(bodies)
    found = reads.rows("time/calendar", {} if agency == EVERY else {"agencies": [agency]})
    month = month_of(found.records(), year, number, page.language())
    _turn(month)
    page.sentence(_sentence(month, agency))
    if found.cut:
        page.note(page.say(f"只排了前 {reads.ROWS} 项义务。", f"Only the first {reads.ROWS} duties are placed."))
    _dated_elsewhere(month)
    grid, beside = st.columns([2.4, 1], gap="large")
    with grid:
        _grid(month, agency)
    with beside:
        if found.rows:
            documents = list(dict.fromkeys(str(row["document"]) for row in found.records()))
            downloads.show_calendar_button(documents, None if agency == EVERY else agency)
        _without_a_day(month)


def _asked_month() -> tuple[int, int]:
    """The month in the address (2017-05), else this one."""
    year, _, number = st.query_params.get("month", "").partition("-")
    if year.isdecimal() and number.isdecimal() and _YEARS[0] <= int(year) <= _YEARS[1] and 1 <= int(number) <= 12:
        return int(year), int(number)
    return date.today().year, date.today().month


def _agency(bodies: list[str]) -> str:
    asked = st.query_params.get("agency", "")
    known = [EVERY, *bodies]
    st.session_state["calendar-agency"] = asked if asked in known else known[1]
    return str(
        st.selectbox(
            page.say("机构", "Agency"),
            known,
            key="calendar-agency",
            format_func=lambda name: page.say("全部机构", "all agencies") if name == EVERY else name,
            on_change=_to_agency,
        )
    )


def _to_agency() -> None:
    st.query_params["agency"] = st.session_state["calendar-agency"]
    st.query_params.pop("day", None)


def _turn(month: Month) -> None:
    """To the month before, this month, and the next."""
    year, number = month.first.year, month.first.month
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="turn"):
        before, after = divmod(year * 12 + number - 2, 12), divmod(year * 12 + number, 12)
        _month_button(page.say("‹ 上月", "‹ Before"), before[0], before[1] + 1, "before")
        page.put(f"<h2>{_month_name(year, number)}</h2>", "content")
        _month_button(page.say("下月 ›", "Next ›"), after[0], after[1] + 1, "after")
        today = date.today()
        if (today.year, today.month) != (year, number):
            _month_button(page.say("本月", "This month"), today.year, today.month, "today")


def _month_button(words: str, year: int, number: int, key: str) -> None:
    st.button(words, key=f"month-{key}", type="tertiary", on_click=_to_month, args=(year, number))


def _to_month(year: int, number: int) -> None:
    st.query_params["month"] = f"{year}-{number:02d}"
    st.query_params.pop("day", None)


def _month_name(year: int, number: int) -> str:
    return page.say(f"{year}年{number}月", f"{year}-{number:02d}")


def _sentence(month: Month, agency: str) -> str:
    due = month.due
    dated = sum(one.dated for one in due)
    who = page.say("各机构", "all agencies") if agency == EVERY else agency
    when = _month_name(month.first.year, month.first.month)
    apart = len(month.waiting) + len(month.soft)
    if not due:
        return page.say(
            f"{who}{when}没有到期的；没有日子的 {apart} 项另列。",
            f"Nothing is due in {when} for {who}; {apart} without a day stand apart.",
        )
    return page.say(
        f"{who}{when}到期 {len(due)} 项：写明日期的 {dated} 项，按期的 {len(due) - dated} 项；没有日子的 {apart} 项另列。",
        f"{len(due)} due in {when} for {who}: {dated} with a date, {len(due) - dated} recurring; {apart} without a day stand apart.",
    )


def _dated_elsewhere(month: Month) -> None:
    """The months in which duties with a date of their own fall; without them a reader would leaf through years."""
    here = (month.first.year, month.first.month)
    others = sorted((when, count) for when, count in month.others.items() if when != here)
    if not others:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="dated"):
        page.put(f'<p class="muted">{page.say("写明日期的还在", "More with a date in")}</p>', "content")
        for (year, number), count in others:
            words = page.say(f"{year}年{number}月（{count}）", f"{year}-{number:02d} ({count})")
            _month_button(words, year, number, f"{year}-{number}")


def _grid(month: Month, agency: str) -> None:
    language = page.language()
    first = month.first
    here: Address = {
        "view": "calendar",
        "agency": agency,
        "month": f"{first.year}-{first.month:02d}",
        "lang": None if language == "zh" else language,
    }
    chosen = _day(month)
    if chosen:
        words = page.say(f"{chosen.month}月{chosen.day}日", chosen.isoformat())
        page.put(f"<h2>{words}</h2>{render_dues(month.days[chosen], language)}")
    page.put(render_month(month, here, chosen, language))
    page.note(
        page.say(
            "通知只说每月、每季度而没有说哪一天的，放在那一期的最后一天；每周的放在周五。按期的从通知成文之日算起，通知没有说到何时为止。",
            "Where a notice says monthly or quarterly and no day, the duty stands on the last day of the period, weekly ones on Friday. "
            "Recurring duties begin when the notice was issued; none says when they end.",
        )
    )


def _day(month: Month) -> date | None:
    asked = st.query_params.get("day", "")
    return next((day for day in month.days if str(day.day) == asked), None)


def _without_a_day(month: Month) -> None:
    _listed(
        month.running, ("每隔几天", "Every few days"), ("当月反复到期，不逐日列出。", "Too often to stand on each day.")
    )
    _listed(
        month.waiting,
        ("等待事件", "Waiting for an event"),
        ("从一件事发生时算起，通知没有给出那一天。", "Counted from something whose day the notice does not give."),
    )
    _listed(
        month.soft,
        ("只有软性时限", "Soft terms only"),
        ("只说及时、定期一类，定不出日子。", "Says only “timely”, “regularly” and the like, which gives no day."),
    )


def _listed(dues: Sequence[Due], name: tuple[str, str], reason: tuple[str, str]) -> None:
    if dues:
        page.put(f"<h2>{page.say(*name)} {len(dues)}</h2><p class='muted'>{page.say(*reason)}</p>")
        page.put(render_dues(dues, page.language()))
