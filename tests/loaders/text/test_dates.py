from __future__ import annotations

import pytest

from loaders.text.dates import find_date, month_end


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("2020年4月9日", "2020-04-09", id="as printed"),
        pytest.param("2020 年 4 月 9 日", "2020-04-09", id="blanks inside"),
        pytest.param("二〇二〇年四月九日", "2020-04-09", id="in Chinese numerals"),
        pytest.param("二○二○年十二月三十一日", "2020-12-31", id="with the round zero of a form"),
        pytest.param("二0二一年十月十日", "2021-10-10", id="with a Latin zero"),
        pytest.param("发布时间：2020-04-11 09:40", "2020-04-11", id="ISO"),
        pytest.param("2020/4/11", "2020-04-11", id="slashes"),
        pytest.param("2020.4.11", "2020-04-11", id="points"),
        pytest.param("2020年2月30日", None, id="no such day"),
        pytest.param("2020年13月1日", None, id="no such month"),
        pytest.param("2020年4月", None, id="a month is no day"),
        pytest.param("索引号2020-1-234", None, id="a shelf mark is no date"),
        pytest.param("", None, id="empty"),
    ],
)
def test_find_date(text: str, date: str | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(("month", "date"), [(2, "2020-02-29"), (4, "2020-04-30"), (12, "2020-12-31")])
def test_month_end(month: int, date: str) -> None:
    assert month_end(2020, month) == date


def test_month_end_of_a_common_year() -> None:
    assert month_end(2021, 2) == "2021-02-28"
