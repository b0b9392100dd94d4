"""The words for the values of the graph, in both languages."""

from __future__ import annotations

import pytest

from graph.schema import EDGE_TYPES, NODE_TYPES
from ui import wording


@pytest.mark.parametrize(
    ("value", "times", "zh", "en"),
    [
        ("P1M", None, "每月", "monthly"),
        ("P1W", None, "每周", "weekly"),
        ("P5D", None, "每5日", "every 5 days"),
        ("P3M", 2, "每季度2次", "quarterly, 2×"),
        ("P2Y", None, "每2年", "every 2 years"),
        (None, None, "", ""),
        ("sometimes", None, "sometimes", "sometimes"),
    ],
)
def test_frequency(value: str | None, times: int | None, zh: str, en: str) -> None:
    assert (wording.frequency(value, times, "zh"), wording.frequency(value, times, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("facts", "zh", "en"),
    [
        ({"deadline_date": "2017-12-31"}, "2017年12月31日前", "by 2017-12-31"),
        ({"deadline_recurs": "--06-30"}, "每年6月30日前", "each year by 06-30"),
        ({"deadline_recurs": "---15"}, "每月15日前", "each month by day 15"),
        ({"deadline_amount": 20, "deadline_unit": "working_day"}, "20个工作日内", "within 20 working days"),
        ({"deadline_amount": 1, "deadline_unit": "hour"}, "1小时内", "within 1 hour"),
        (
            {"deadline_amount": 20, "deadline_unit": "day", "deadline_from": "批准之日"},
            "自批准之日起20日内",
            "within 20 days of 批准之日",
        ),
        ({"deadline_event": "决策前", "deadline_text": "决策前"}, "决策前", "决策前"),
        ({"deadline_text": "年底前"}, "年底前", "年底前"),
        ({}, "", ""),
    ],
)
def test_deadline(facts: dict[str, object], zh: str, en: str) -> None:
    assert (wording.deadline(facts, "zh"), wording.deadline(facts, "en")) == (zh, en)


def test_when_joins_rhythm_terms_and_limit() -> None:
    facts = {"frequency": "P1M", "timing": ["timely", "synchronous"], "deadline_date": "2021-05-31"}
    assert wording.when(facts) == "每月 · 及时、同步 · 2021年5月31日前"
    assert wording.when(facts, "en") == "monthly · timely, at the same time · by 2021-05-31"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("1", "一"),
        ("1.2", "一（二）"),
        ("3.12", "三（十二）"),
        ("2.1.3", "二（一）3"),
        ("21.20", "二十一（二十）"),
        (None, ""),
        ("x", "x"),
    ],
)
def test_section_as_printed(path: str | None, said: str) -> None:
    assert wording.section(path) == said


def test_place_of_a_task() -> None:
    assert [wording.task_place(number) for number in ("1.2#1", "pre#1", "end#1", None)] == [
        "一（二）",
        "文前",
        "文末",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "kind", "value", "zh", "en"),
    [
        ("role", "role", "lead", "牵头", "leads"),
        ("kind", "duty", "interpret", "解读", "explain"),
        ("level", "level", "county", "县级", "county"),
        ("information", "list", ["甲", "乙"], "甲、乙", "甲, 乙"),
        ("issued_on", "date", "2021-05-21", "2021年5月21日", "2021-05-21"),
        ("relation", "relation", "LEADS", "牵头", "leads"),
        ("label", "label", "Agency", "机构", "agency"),
        ("direction", "text", "out", "由此出发", "outgoing"),
        ("et_al", "text", True, "是", "yes"),
        ("duties", "number", 3, "3", "3"),
        ("agency", "text", None, "", ""),
    ],
)
def test_cell_says_no_code_word(name: str, kind: str, value: object, zh: str, en: str) -> None:
    assert (wording.cell(name, kind, value, "zh"), wording.cell(name, kind, value, "en")) == (zh, en)


def test_channel_and_body_words() -> None:
    assert wording.said("type", "press_conference") == "新闻发布会"
    assert wording.said("kind", "group", "en") == "group of agencies"
    assert wording.said("confidence", 0.9) == "0.90"
    assert wording.said("corrected_on", "2026-11-22T09:00:00+08:00") == "2026年11月22日"


def test_every_label_and_type_of_the_schema_has_words_in_both_languages() -> None:
    for node_type in NODE_TYPES:
        assert wording.label_name(node_type.label) != node_type.label
        assert wording.label_name(node_type.label, "en") == node_type.en
    for edge_type in EDGE_TYPES:
        assert wording.edge_name(edge_type.type) == edge_type.zh
    assert wording.label_name("Nothing") == "Nothing"
