"""Working days over 国庆 and 春节, against deadlines counted by hand.

Counted from the State Council's published schedules alone, day by day, without the library. The schedules (rest, then
the weekend days worked instead):
2017 春节 1/27-2/2, 1/22 2/4; 国庆 10/1-8, 9/30. 2018 春节 2/15-21, 2/11 2/24; 中秋 9/22-24; 国庆 10/1-7, 9/29 9/30.
2019 春节 2/4-10, 2/2 2/3; 国庆 10/1-7, 9/29 10/12. 2020 国庆 10/1-8, 9/27 10/10. 2021 春节 2/11-17, 2/7 2/20; 中秋
9/19-21, 9/18; 国庆 10/1-7, 9/26 10/9. 2022 春节 1/31-2/6, 1/29 1/30; 国庆 10/1-7, 10/8 10/9. 2023 春节 1/21-27,
1/28 1/29; 中秋国庆 9/29-10/6, 10/7 10/8. 2024 春节 2/10-17, 2/4 2/18; 国庆 10/1-7, 9/29 10/12. 2025 春节 1/28-2/4,
1/26 2/8; 国庆 10/1-8, 9/28 10/11. 2026 春节 2/15-23, 2/14 2/28.
"""

from __future__ import annotations

from datetime import date

import pytest

from ui.files.working_days import NoSchedule, is_working_day, last_day, years

BY_HAND = """
2017-09-25 5 2017-09-30
2017-09-25 7 2017-10-10
2017-09-25 10 2017-10-13
2017-09-25 20 2017-10-27
2017-09-29 1 2017-09-30
2017-10-03 5 2017-10-13
2017-01-20 1 2017-01-22
2017-01-20 6 2017-02-03
2017-01-20 7 2017-02-04
2017-01-20 15 2017-02-15
2017-01-20 20 2017-02-22
2018-02-09 5 2018-02-22
2018-02-09 7 2018-02-24
2018-02-09 10 2018-02-28
2018-02-09 20 2018-03-14
2018-09-21 5 2018-09-29
2018-09-21 6 2018-09-30
2018-09-21 7 2018-10-08
2018-09-21 20 2018-10-25
2019-01-31 3 2019-02-03
2019-01-31 4 2019-02-11
2019-01-31 15 2019-02-26
2019-01-31 20 2019-03-05
2019-09-27 1 2019-09-29
2019-09-27 3 2019-10-08
2019-09-27 7 2019-10-12
2019-09-27 10 2019-10-16
2019-09-27 15 2019-10-23
2020-09-25 5 2020-10-09
2020-09-25 6 2020-10-10
2020-09-25 20 2020-10-29
2021-02-05 1 2021-02-07
2021-02-05 5 2021-02-18
2021-02-05 8 2021-02-22
2021-02-05 15 2021-03-03
2021-09-17 5 2021-09-26
2021-09-17 10 2021-10-08
2021-09-17 20 2021-10-21
2022-01-28 2 2022-01-30
2022-01-28 10 2022-02-16
2022-09-30 1 2022-10-08
2022-09-30 7 2022-10-14
2023-01-20 2 2023-01-29
2023-01-20 10 2023-02-08
2023-09-28 5 2023-10-11
2024-02-02 6 2024-02-09
2024-02-02 7 2024-02-18
2024-09-30 5 2024-10-12
2025-01-24 6 2025-02-08
2025-01-24 10 2025-02-13
2025-09-26 6 2025-10-11
2025-09-26 20 2025-10-30
2026-02-13 6 2026-02-28
2026-02-13 10 2026-03-05
"""
ROWS = [row.split() for row in BY_HAND.split("\n") if row]


def test_there_are_fifty() -> None:
    assert len({tuple(row) for row in ROWS}) >= 50


@pytest.mark.parametrize(("start", "amount", "due"), ROWS)
def test_the_last_day_is_the_one_counted_by_hand(start: str, amount: str, due: str) -> None:
    assert last_day(date.fromisoformat(start), int(amount), "working_day") == date.fromisoformat(due)


def test_other_units() -> None:
    start = date(2017, 1, 31)
    assert last_day(start, 10, "day") == date(2017, 2, 10)
    assert last_day(start, 1, "month") == date(2017, 2, 28)
    assert last_day(start, 13, "month") == date(2018, 2, 28)
    assert last_day(start, 2, "week") == date(2017, 2, 14)
    assert last_day(start, 1, "year") == date(2018, 1, 31)
    assert last_day(start, 5, "hour") is None


def test_a_year_without_a_schedule_is_not_guessed() -> None:
    first, last = years()
    assert first <= 2007
    assert last >= 2026
    with pytest.raises(NoSchedule, match=f"{last + 1}年"):
        is_working_day(date(last + 1, 1, 4))
    with pytest.raises(NoSchedule):
        last_day(date(last, 12, 28), 20, "working_day")
