"""What two sides share, where they differ, and what only one of them requires."""

from __future__ import annotations

from typing import Any

import pytest

from ui.comparison import Theme, compare
from ui.web.compared import render_theme, render_themes

LEFT, RIGHT = "云岭省", "碧川省"


def _row(place: str, theme: str, what: str, **facts: Any) -> dict[str, Any]:
    return {
        "place": place,
        "theme": theme,
        "theme_key": theme,
        "types": [what],
        "agencies": [f"{place}某厅"],
        "kind": "disclose",
        "information": [what],
        "channels": [],
        "clause": f"公开{what}",
        "document": f"document:{place}",
        "number": place,
        "section": "1.2",
        "start": 7,
        **facts,
    }


def _names(theme: Theme) -> tuple[list[str], list[str], list[str]]:
    both = [duty.what for match in theme.both for duty in match.left]
    return both, [duty.what for duty in theme.left], [duty.what for duty in theme.right]


def test_the_same_thing_matches_and_the_rest_stands_alone() -> None:
    rows = [
        _row(LEFT, "财政", "收支"),
        _row(LEFT, "财政", "预算"),
        _row(RIGHT, "财政", "收支"),
        _row(RIGHT, "财政", "债务"),
        _row("别处", "财政", "预算"),
    ]
    (theme,) = compare(rows, LEFT, RIGHT, "zh")
    assert _names(theme) == (["公开 收支"], ["公开 预算"], ["公开 债务"])
    assert theme.differing == 0


def test_disclosing_and_explaining_the_same_thing_are_two_duties() -> None:
    rows = [_row(LEFT, "财政", "收支"), _row(RIGHT, "财政", "收支", kind="interpret")]
    (theme,) = compare(rows, LEFT, RIGHT, "zh")
    assert _names(theme) == ([], ["公开 收支"], ["解读 收支"])


def test_a_match_over_two_domains_stands_in_the_left_one() -> None:
    rows = [_row(LEFT, "财政", "收支"), _row(RIGHT, "统计", "收支"), _row(RIGHT, "统计", "指标")]
    found = {theme.key: _names(theme) for theme in compare(rows, LEFT, RIGHT, "zh")}
    assert found == {"财政": (["公开 收支"], [], []), "统计": ([], [], ["公开 指标"])}


@pytest.mark.parametrize(
    ("left", "right", "when", "channels"),
    [
        ({"frequency": "P1M"}, {"frequency": "P1M"}, False, False),
        ({"frequency": "P1M"}, {"frequency": "P3M"}, True, False),
        ({"frequency": "P1M"}, {}, True, False),
        ({"channels": ["政府网站"]}, {"channels": ["公报"]}, False, True),
        ({"channels": ["公报", "政府网站"]}, {"channels": ["政府网站", "公报"]}, False, False),
    ],
)
def test_times_and_channels_that_differ_are_told(
    left: dict[str, Any], right: dict[str, Any], when: bool, channels: bool
) -> None:
    rows = [_row(LEFT, "财政", "收支", **left), _row(RIGHT, "财政", "收支", **right)]
    (theme,) = compare(rows, LEFT, RIGHT, "zh")
    for duty in (*theme.both[0].left, *theme.both[0].right):
        assert (duty.when_differs, duty.channels_differ) == (when, channels)
    assert theme.differing == (when or channels)


def test_of_several_partners_one_that_agrees_is_enough() -> None:
    rows = [
        _row(LEFT, "财政", "收支", frequency="P1M"),
        _row(RIGHT, "财政", "收支", frequency="P1M"),
        _row(RIGHT, "财政", "收支", frequency="P3M"),
    ]
    (theme,) = compare(rows, LEFT, RIGHT, "zh")
    (match,) = theme.both
    assert [duty.when_differs for duty in (*match.left, *match.right)] == [False, False, True]


def test_the_domains_with_most_differences_come_first() -> None:
    rows = [
        _row(LEFT, "审计", "结果"),
        _row(LEFT, "财政", "收支", frequency="P1M"),
        _row(RIGHT, "财政", "收支", frequency="P3M"),
    ]
    assert [theme.key for theme in compare(rows, LEFT, RIGHT, "zh")] == ["财政", "审计"]


def test_both_badges_the_evidence_and_what_is_missing_are_shown() -> None:
    rows = [_row(LEFT, "财政", "收支", frequency="P1M"), _row(RIGHT, "财政", "收支", channels=["公报"])]
    (theme,) = compare(rows, LEFT, RIGHT, "zh")
    html = render_theme(theme, (LEFT, RIGHT), "zh")
    assert '<b class="differs">每月</b> 公开 收支 <b class="differs">未写渠道</b>' in html
    assert '<b class="differs">未写时间</b> 公开 收支 <b class="differs">经 公报</b>' in html
    assert "view=documents&amp;document=document%3A%E4%BA%91%E5%B2%AD%E7%9C%81&amp;at=7" in html
    assert "一（二）" in html
    english = render_theme(compare(rows, LEFT, RIGHT, "en")[0], (LEFT, RIGHT), "en")
    assert '<b class="differs">monthly</b> disclose 收支 <b class="differs">no channel stated</b>' in english


def test_no_text_of_a_notice_is_markup() -> None:
    bad = "<img src=x onerror=hit()>"
    rows = [
        _row(bad, bad, bad, channels=[bad], agencies=[bad, bad + "1", bad + "2"], number=bad, frequency="P1M"),
        _row(RIGHT, bad, bad),
        _row(RIGHT, bad, bad + "其他"),
    ]
    themes = compare(rows, bad, RIGHT, "zh")
    html = render_theme(themes[0], (bad, RIGHT), "zh") + render_themes(themes, (bad, RIGHT), bad, {"left": bad}, "zh")
    assert "<img" not in html
    assert html.count("&lt;img") > 5
