"""One form of a 发文字号, whatever its spelling."""

from __future__ import annotations

import pytest

from graph.numbers import Number, normal_number, parse_number


@pytest.mark.parametrize(
    "text",
    [
        "岭政办发〔2020〕7号",
        "岭政办发[2020]7号",
        "岭政办发［2020］7号",
        "岭政办发（2020）7号",
        "岭政办发(2020)7号",
        "岭政办发【2020】7号",
        "岭政办发〖2020〗7号",
        "岭政办发﹝2020﹞7号",
        "岭政办发<2020>7号",
        "岭政办发〔２０２０〕７号",
        "岭 政 办 发 〔 2020 〕 7 号",
        "岭政办发　〔2020〕　第07號",
        "岭政办发〔2020年〕7号",
        "岭政办发2020年7号",
        "岭政办发2020-7",
        "岭政办发〔2020〕7",
    ],
)
def test_one_form(text: str) -> None:
    assert normal_number(text) == "岭政办发〔2020〕7号"


def test_a_number_taken_apart() -> None:
    assert parse_number("岭政办发(2020)07号") == Number("岭政办发", 2020, 7)
    assert parse_number("国务院令第711号") == Number("国务院令", None, 711)
    assert str(Number("国务院令", None, 711)) == "国务院令第711号"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("2020年第7号", id="no prefix"),
        pytest.param("渡口管理办法", id="a title"),
        pytest.param("document:岭政办发〔2020〕7号", id="an id"),
        pytest.param("根据岭政办发〔2020〕7号文件", id="not the whole text"),
        pytest.param("岭政办发〔2020〕", id="no serial"),
        pytest.param("ZJSP00-2020-0007", id="a 统一编号"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert normal_number(text) is None
