"""The calendar: what stands in it, what does not, and that two other parsers read it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import ics
import pytest
import vobject
from icalendar import Calendar

from tests.loaders.sample import HEAD, NOTICES
from ui.files.calendar import Entry, Left, Wishes, calendar_entries, uid, write_ics
from ui.files.notices import HeldNotice, from_files

TIMED = (
    HEAD
    + "一、水运\n（一）票价信息。按月公布渡轮票价。每季度公布客运量。每年6月底前公布年度计划。2020年9月底前公布渡口名单。"
    + "及时公布班次。公布航线。受理申请之日起20个工作日内公布办理结果。每五日公布水位。（省财政厅牵头）\n"
    + "（二）路况信息。自本通知印发之日起10个工作日内公布路况。遇重大灾害时公布封路消息。每周公布油价。（省交通运输厅负责）\n"
)


@pytest.fixture
def notice(tmp_path: Path) -> HeldNotice:
    (tmp_path / "a.txt").write_text(TIMED, encoding="utf-8")
    (found,), _ = from_files([tmp_path / "a.txt"])
    return found


def _entries(notice: HeldNotice, wishes: Wishes = Wishes()) -> tuple[dict[tuple[str, str], Entry], Left]:  # noqa: B008
    left = Left()
    found = calendar_entries(notice, wishes, left)
    return {("、".join(e.duty.properties.get("information") or ()), e.part): e for e in found}, left


def test_what_stands_in_the_calendar(notice: HeldNotice) -> None:
    found, left = _entries(notice)
    told = {key: (entry.on, (entry.rule or {}).get("freq")) for key, entry in found.items()}
    assert told == {
        ("渡轮票价", "period"): (date(2020, 4, 30), "monthly"),
        ("客运量", "period"): (date(2020, 6, 30), "yearly"),
        ("年度计划", "recurs"): (date(2020, 6, 30), "yearly"),
        ("渡口名单", "date"): (date(2020, 9, 30), None),
        ("办理结果", "within"): (None, None),
        ("水位", "period"): (date(2020, 4, 9), "daily"),
        ("路况", "within"): (date(2020, 4, 23), None),
        ("封路消息", "event"): (None, None),
        ("油价", "period"): (date(2020, 4, 10), "weekly"),
    }
    assert (left.soft, left.timeless, left.unknown) == (1, 1, [])


def test_a_day_to_count_from(notice: HeldNotice) -> None:
    found, _ = _entries(notice, Wishes(count_from=date(2020, 9, 25)))
    assert found["办理结果", "within"].on == date(2020, 10, 29)
    assert "自2020-09-25起算" in found["办理结果", "within"].when
    assert found["路况", "within"].on == date(2020, 4, 23)


def test_working_days_of_a_year_without_a_schedule_are_told_not_guessed(notice: HeldNotice) -> None:
    found, left = _entries(notice, Wishes(count_from=date(2190, 1, 1)))
    assert found["办理结果", "within"].on is None
    assert "2190年的放假安排未知" in left.unknown[0]


def test_only_the_duties_of_an_agency(notice: HeldNotice) -> None:
    found, left = _entries(notice, Wishes(agencies=("云岭省交通运输厅",)))
    assert {key[0] for key in found} == {"路况", "封路消息", "油价"}
    assert left.soft == 0
    assert _entries(notice, Wishes(agencies=("省交通运输厅",)))[0].keys() == found.keys()


def _written(notices: list[HeldNotice], folder: Path, wishes: Wishes = Wishes()) -> str:  # noqa: B008
    write_ics(notices, folder / "c.ics", wishes, datetime(2026, 1, 1, tzinfo=UTC))
    return (folder / "c.ics").read_text("utf-8")


def test_three_parsers_read_the_same_events(tmp_path: Path) -> None:
    notices, _ = from_files([NOTICES])
    text = _written(notices, tmp_path)
    own = Calendar.from_ical(text)
    events = {str(e["uid"]): e for e in own.walk("VEVENT")}
    todos = {str(e["uid"]): e for e in own.walk("VTODO")}
    assert len(events) > 50
    assert len(todos) > 20
    other = vobject.readOne(text)
    assert {e.uid.value: str(e.dtstart.value) for e in other.vevent_list} == {
        k: str(e["dtstart"].dt) for k, e in events.items()
    }
    assert {e.uid.value: e.summary.value for e in other.vevent_list} == {
        k: str(e["summary"]) for k, e in events.items()
    }
    assert {e.uid.value for e in other.vtodo_list} == todos.keys()
    for event in other.vevent_list:
        if hasattr(event, "rrule"):
            assert event.rruleset[0].date() == events[event.uid.value]["dtstart"].dt
    third = ics.Calendar(text)
    assert {event.uid for event in third.events} == events.keys()
    assert {todo.uid for todo in third.todos} == todos.keys()
    assert {event.uid: event.begin.date() for event in third.events} == {k: e["dtstart"].dt for k, e in events.items()}


def test_the_days_of_a_rhythm(notice: HeldNotice, tmp_path: Path) -> None:
    other = vobject.readOne(_written([notice], tmp_path, Wishes(until=date(2021, 3, 31))))
    days = {
        e.summary.value: [d.date().isoformat()[2:] for d in e.rruleset]
        for e in other.vevent_list
        if hasattr(e, "rrule")
    }
    assert days["公布渡轮票价"][:11:5] == ["20-04-30", "20-09-30", "21-02-28"]
    assert days["公布渡轮票价"][-1] == "21-03-31"
    assert days["公布客运量"] == ["20-06-30", "20-09-30", "20-12-31", "21-03-31"]
    assert days["公布年度计划"] == ["20-06-30"]
    assert days["公布油价"][:2] == ["20-04-10", "20-04-17"]
    assert days["公布水位"][:2] == ["20-04-09", "20-04-14"]


def test_the_same_duty_has_the_same_uid_in_every_file(notice: HeldNotice, tmp_path: Path) -> None:
    one = _written([notice], tmp_path)
    again, _ = from_files([tmp_path / "a.txt"])
    assert _written(again, tmp_path) == one
    found, _ = _entries(notice)
    assert len({uid(entry) for entry in found.values()}) == len(found)


def test_an_entry_says_who_when_and_where_it_stands(notice: HeldNotice, tmp_path: Path) -> None:
    event = next(e for e in Calendar.from_ical(_written([notice], tmp_path)).walk("VEVENT") if "票价" in e["summary"])
    said = str(event["description"]).split("\n")
    assert said[0] == "时间：每月（通知未说哪一天，放在每月最后一天）"
    assert "牵头：云岭省财政厅" in said
    assert "条文：按月公布渡轮票价" in said
    assert said[-1].startswith("依据：岭政办发〔2020〕7号 一（一） [")
