"""Documents that the text cites (section 5 of the guide)."""

from __future__ import annotations

import pytest

from loaders.records import Citation
from tests.loaders.sample import HEAD, read_body


def cited(sentence: str) -> list[Citation]:
    """The citations of one item; those of the letter are left out."""
    return [c for c in read_body(f"一、水运\n（一）票价。{sentence}\n").citations if c.task == "1.1#1"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("根据《渡口管理办法》，公布票价。", "basis"),
        ("按照《渡口管理办法》规定公布票价。", "basis"),
        ("落实《渡口管理办法》，公布票价。", "basis"),
        ("严格执行《渡口管理办法》。", "basis"),
        ("参照《渡口管理办法》公布票价。", "basis"),
        ("围绕《渡口管理办法》要求公布票价。", "basis"),
        ("编制《渡口服务指南》。", "mention"),
        ("公布《渡口服务指南》。", "mention"),
        ("做好《2020年云岭省政务公开工作要点》的宣传。", "self"),
    ],
)
def test_roles(sentence: str, role: str) -> None:
    assert [citation.role for citation in cited(sentence)] == [role]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        pytest.param("根据《渡口管理办法》公布。", [("《渡口管理办法》", "渡口管理办法", None)], id="a title"),
        pytest.param("根据《渡口管理办法》（岭政发〔2018〕5号）公布。", [("《渡口管理办法》（岭政发〔2018〕5号）", "渡口管理办法", "岭政发〔2018〕5号")], id="the number behind belongs to it"),
        pytest.param("根据岭政发〔2018〕5号文件公布。", [("岭政发〔2018〕5号", None, "岭政发〔2018〕5号")], id="a bare number"),
        pytest.param("根据《关于印发〈渡口管理办法〉的通知》公布。", [("《关于印发〈渡口管理办法〉的通知》", "关于印发《渡口管理办法》的通知", None)], id="nested marks"),
        pytest.param("执行政府信息公开条例。", [("政府信息公开条例", "政府信息公开条例", None)], id="the regulation without marks"),
        pytest.param("在《云岭日报》公布票价。", [], id="a newspaper is none"),
        pytest.param("执行渡口管理办法。", [], id="other documents without marks are none"),
        pytest.param("公布“平安渡口”名单。", [], id="a slogan is none"),
    ],
)  # fmt: skip
def test_what_is_cited(sentence: str, facts: list[tuple[str, str | None, str | None]]) -> None:
    assert [(c.text, c.title, c.number) for c in cited(sentence)] == facts


def test_the_span_cuts_the_text() -> None:
    sentence = "根据《渡口管理办法》（岭政发〔2018〕5号）和岭政发〔2019〕6号公布票价。"
    text = HEAD + f"一、水运\n（一）票价。{sentence}\n"
    found = cited(sentence)
    assert len(found) == 2
    assert all(text[c.at.start : c.at.end] == c.text for c in found)


def test_a_short_name_stands_for_the_document() -> None:
    first, second = cited(
        "根据《云岭省渡口管理办法》（岭政发〔2018〕5号，以下简称《办法》）公布票价。按照《办法》公布班次。"
    )[::2] or [None, None]
    assert first is not None
    assert (second.title, second.number, second.role) == (first.title, first.number, "alias")


def test_the_notices_own_head_is_no_citation() -> None:
    numbers = [citation.number for citation in read_body("一、水运\n公布票价。\n").citations]
    assert "岭政办发〔2020〕7号" not in numbers


def test_the_letter_cites_the_instrument_itself() -> None:
    [letter] = read_body("一、水运\n公布票价。\n").citations
    assert (letter.role, letter.task) == ("self", None)


@pytest.mark.parametrize("name", ["《云岭日报》", "《渡口报》", "《云岭省人民政府公报》"])
def test_a_paper_or_gazette_is_where_something_stands_not_what_is_cited(name: str) -> None:
    assert cited(f"在{name}刊登票价。") == []
