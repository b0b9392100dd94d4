"""发文字号 in all spellings, and what is none."""

from __future__ import annotations

import pytest

from loaders.extract.numbers import find_numbers
from loaders.text.fold import fold


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("岭政办发〔2020〕7号", ["岭政办发〔2020〕7号"]),
        ("岭政办发[2020]7号", ["岭政办发〔2020〕7号"]),
        ("岭政办发（2020）7号", ["岭政办发〔2020〕7号"]),
        ("岭政办发【2020】07 号", ["岭政办发〔2020〕7号"]),
        ("岭政办发〔２０２０〕７号", ["岭政办发〔2020〕7号"]),
        ("岭政办发〔2020〕第7号", ["岭政办发〔2020〕7号"]),
        ("岭政办函〔2020〕118号", ["岭政办函〔2020〕118号"]),
        ("国务院令第711号", ["国务院令第711号"]),
        ("岭政办发﹝2020﹞7号", ["岭政办发〔2020〕7号"]),
        ("岭政办发<2020>7号", ["岭政办发〔2020〕7号"]),
        ("岭政办发2020年7号", ["岭政办发〔2020〕7号"]),
        pytest.param(
            "根据嶺政辦發〔2020〕7號文件，各县各部门要认真贯彻执行有关规定。",
            ["岭政办发〔2020〕7号"],
            id="Traditional in a Simplified text",
        ),
        pytest.param("去年印发2020年7号", [], id="a verb before a year"),
        pytest.param("根据岭政办发〔2020〕7号文件精神", ["岭政办发〔2020〕7号"], id="not the word in front"),
        pytest.param("按照岭政发〔2019〕3号和岭政发〔2019〕4号", ["岭政发〔2019〕3号", "岭政发〔2019〕4号"], id="two"),
        pytest.param("ZJSP00-2020-0007", [], id="a 统一编号 is none"),
        pytest.param("索引号：990000-YL/2020-00318", [], id="an 索引号 is none"),
        pytest.param("2020年第7号", [], id="no code"),
        pytest.param("幸福路〔东〕7号", [], id="a street number"),
        pytest.param("岭政办发〔2020〕", [], id="no serial number"),
    ],
)
def test_find_numbers(text: str, numbers: list[str]) -> None:
    assert [number for _, _, number in find_numbers(fold(text))] == numbers


def test_the_span_is_the_number_alone() -> None:
    text = "根据岭政办发〔2020〕7号文件"
    [(start, end, number)] = find_numbers(text)
    assert text[start:end] == number
