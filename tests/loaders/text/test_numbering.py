"""The numbers in front of headings and items."""

from __future__ import annotations

import pytest

from loaders.text.numbering import SURE_NUMBER, find_number


@pytest.mark.parametrize(
    ("text", "style", "value", "rest"),
    [
        ("一、渡口", "han", 1, "渡口"),
        ("十二、渡口", "han", 12, "渡口"),
        ("三．渡口", "han", 3, "渡口"),
        ("九，渡口", "han", 9, "渡口"),
        ("（二）渡口", "han_bracket", 2, "渡口"),
        ("（二）、渡口", "han_bracket", 2, "渡口"),
        ("1.渡口", "arabic", 1, "渡口"),
        ("1．渡口", "arabic", 1, "渡口"),
        ("14、渡口", "arabic", 14, "渡口"),
        ("（3）渡口", "arabic_bracket", 3, "渡口"),
        ("3）渡口", "arabic_bracket", 3, "渡口"),
        ("①渡口", "circled", 1, "渡口"),
        ("第四章 渡口", "chapter", 4, "渡口"),
        ("第五部分 渡口", "part", 5, "渡口"),
        ("第十一条 渡口", "article", 11, "渡口"),
    ],
)
def test_number(text: str, style: str, value: int, rest: str) -> None:
    number = find_number(text)
    assert number is not None
    assert (number.style, number.value, text[number.end :]) == (style, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一是渡口", id="一是 opens no section"),
        pytest.param("一方面渡口", id="a word that begins with a numeral"),
        pytest.param("2020年渡口", id="a year"),
        pytest.param("3.5万吨", id="a decimal figure"),
        pytest.param("12345热线", id="a telephone number"),
        pytest.param("渡口", id="no number"),
        pytest.param("", id="empty"),
    ],
)
def test_no_number(text: str) -> None:
    assert find_number(text) is None


def test_ranks_go_down_from_chapter_to_circle() -> None:
    texts = ("第一章 甲", "一、甲", "（一）甲", "1.甲", "（1）甲", "①甲")
    ranks = [number.rank for text in texts if (number := find_number(text))]
    assert len(ranks) == len(texts)
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize(
    ("text", "sure"), [("二、", True), ("（二）", True), ("2.甲", True), ("2.5", False), ("2、", False)]
)
def test_sure_numbers(text: str, sure: bool) -> None:
    assert bool(SURE_NUMBER.match(text)) is sure
