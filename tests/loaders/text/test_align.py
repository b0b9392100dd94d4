"""Where two versions of a text differ."""

from __future__ import annotations

import random
import time

import pytest

from loaders.text.align import find_gaps


def parts(one: str, other: str) -> list[tuple[str, str]]:
    return [(one[g.start : g.end], other[g.other_start : g.other_end]) for g in find_gaps(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("", "", []),
        ("渡轮票价", "渡轮票价", []),
        ("", "渡轮", [("", "渡轮")]),
        ("按月公布渡轮票价并说明理由", "按季度公布渡轮票价并说明理由", [("月", "季度")]),
        ("公布渡轮票价和班次时刻表", "公布渡轮票价班次时刻表", [("和", "")]),
        ("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未", [("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未")]),
        pytest.param("省里要求的", "县中要办的", [("省里要求", "县中要办")], id="one character alike by chance"),
    ],
)
def test_gaps(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert parts(one, other) == found


def test_outside_the_gaps_all_is_equal_whatever_was_done_to_the_text() -> None:
    rng = random.Random(7)
    for _ in range(60):
        one = "".join(rng.choice("渡轮票价班次公布省市县一二三") for _ in range(rng.randrange(300)))
        other = list(one)
        for _ in range(rng.randrange(12)):
            at = rng.randrange(len(other) + 1)
            other[at : at + rng.randrange(20)] = rng.choice(["", "航", "码头与航道"])
        text = "".join(other)
        at = other_at = 0
        for gap in find_gaps(one, text):
            assert one[at : gap.start] == text[other_at : gap.other_start]
            at, other_at = gap.end, gap.other_end
        assert one[at:] == text[other_at:]


def test_a_moved_paragraph_is_missing_here_and_more_there() -> None:
    moved, rest = "各市要按月公布渡轮票价和班次", "省里每年检查一次航道养护的情况并且向社会公布结果"
    assert sorted(parts(moved + rest, rest + moved)) == [("", moved), (moved, "")]


def test_thirty_thousand_characters_are_quick_even_where_every_line_changed() -> None:
    rng = random.Random(3)
    words = ["公布", "渡轮", "票价", "省政府", "各市", "及时", "牵头", "落实", "信息", "情况"]
    lines = ["".join(rng.choice(words) for _ in range(40)) for _ in range(400)]
    one = "".join(lines)
    other = "".join(line[:20] + "改" + line[21:] for line in lines)
    assert len(one) > 30_000
    begin = time.process_time()
    gaps = find_gaps(one, other)
    assert time.process_time() - begin < 1
    assert len(gaps) == 400


def test_a_text_printed_three_times_over_is_still_held_in_place() -> None:
    rng = random.Random(5)
    page = "".join(rng.choice("渡轮票价班次公布省市县一二三及时牵头落实信息情况") for _ in range(3000))
    one = page * 3
    other = page[:500] + "改" + page[501:] + page + page[:2000] + "添" + page[2000:]
    begin = time.process_time()
    assert [right for _, right in parts(one, other)] == ["改", "添"]
    assert time.process_time() - begin < 1
