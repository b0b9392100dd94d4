"""What of a text is compared, and where a difference is shown."""

from __future__ import annotations

import random

import pytest

from loaders.text.align import Gap, find_gaps
from loaders.text.compared import Compared, compare_form, compared, settle
from tests.loaders.sample import page_of
from tests.loaders.test_mutations import mutate


def of(text: str) -> Compared:
    mapped = page_of(text).mapped
    return compared(mapped, 0, len(mapped.text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("按月公布渡轮票价，及时更新。", "按月公布渡轮票价, 及时更新."),
        ("着力推进中介服务“清单”公开", "著力推進仲介服務「清單」公開"),
        ("公布（一）票价", "公布(一)票价"),
        ("2020年票价ＡＢＣ", "２０２０年票价abc"),
    ],
)
def test_script_width_and_punctuation_are_not_compared(one: str, other: str) -> None:
    assert of(one).text == of(other).text
    assert compare_form(one) == compare_form(one + "，“”")


@pytest.mark.parametrize(("one", "other"), [("1.5倍", "15倍"), ("5%以上", "5以上"), ("按月公布", "按季公布")])
def test_what_changes_the_meaning_is(one: str, other: str) -> None:
    assert of(one).text != of(other).text


def test_every_character_knows_its_place() -> None:
    text = "一、水运\n  公布，渡轮 票价。\n二、其他\n"
    found = of(text)
    assert "".join(text[at] for at in found.at) == found.text == "一水运公布渡轮票价二其他"
    assert [found.text[place] for place in found.paragraphs] == ["一", "公", "二"]
    assert [found.paragraph(place) for place in (0, 3, 8, 9, 12)] == [1, 2, 2, 3, 3]
    assert found.span(3, 5) == (7, 9)
    assert found.span(5, 5) == (9, 9)


@pytest.mark.parametrize(
    ("start", "end", "whole"), [(3, 9, True), (2, 9, True), (4, 9, False), (3, 8, False), (9, 12, True), (3, 3, False)]
)
def test_whole_paragraphs(start: int, end: int, whole: bool) -> None:
    assert of("一、水运\n公布渡轮票价。\n二、其他\n").holds_paragraph(start, end) is whole


def test_a_missing_paragraph_begins_where_it_begins() -> None:
    one, other = of("（一）票价。\n（二）班次。\n（二）人员。\n"), of("（一）票价。\n（二）人员。\n")
    shifted = Gap(4, 7, 4, 4)  # 班次二 instead of 二班次
    assert settle([shifted], one, other) == [Gap(3, 6, 3, 3)]


def test_a_figure_is_shown_whole() -> None:
    one, other = of("在20个工作日内"), of("在30个工作日内")
    assert settle([Gap(1, 2, 1, 2)], one, other) == [Gap(1, 3, 1, 3)]
    assert settle([Gap(3, 4, 3, 4)], one, other) == [Gap(3, 4, 3, 4)]


def test_what_lies_between_the_settled_gaps_is_equal_whatever_was_done_to_the_text() -> None:
    chance = random.Random(23)
    text = "".join(f"（{n}）第{n % 7}类票价。\n公布{n * 11}项班次，1{n}日前更新。\n" for n in range(60))
    for _ in range(40):
        one, other = of(text), of(mutate(text, chance))
        at = other_at = 0
        for gap in settle(find_gaps(one.text, other.text), one, other):
            assert gap.start < gap.end or gap.other_start < gap.other_end
            assert one.text[at : gap.start] == other.text[other_at : gap.other_start]
            at, other_at = gap.end, gap.other_end
        assert one.text[at:] == other.text[other_at:]
