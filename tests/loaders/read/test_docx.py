"""DOCX to text, of files that python-docx writes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from loaders.errors import ReadError
from loaders.read.docx import read_docx
from loaders.read.numbered import chinese

_LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)


def _written(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _text(document: Any) -> str:
    return read_docx(_written(document))


def _add_list(document: Any, number: int, *, base: int = 0, override: str = "") -> None:
    """A list of the official levels 一、（一）1. ① in numbering.xml, or one more list of the levels of `base`."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(_LEVELS)
    )
    if not base:
        root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{base or number}"/>{override}</w:num>'
        )
    )


def _item(document: Any, text: str, number: int, depth: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_paragraphs_and_tables_stand_in_the_order_of_the_paper() -> None:
    document = Document()
    document.add_paragraph("附表之前")
    document.add_table(1, 2).rows[0].cells[0].text = "序号"
    document.add_paragraph("附表之后")
    assert _text(document) == "附表之前\n序号\t\n附表之后\n"


def test_automatic_numbers_are_printed_and_counted_anew_below_each_heading() -> None:
    document = Document()
    _add_list(document, 70)
    for text, depth in (("总则", 0), ("范围", 1), ("渡口", 2), ("码头", 2), ("期限", 1), ("渡船", 2), ("附则", 0)):
        _item(document, text, 70, depth)
    assert _text(document).split("\n")[:-1] == [
        "一、总则",
        "（一）范围",
        "1.渡口",
        "2.码头",
        "（二）期限",
        "1.渡船",
        "二、附则",
    ]


def test_a_list_that_restarts_begins_at_its_own_start() -> None:
    document = Document()
    _add_list(document, 71)
    _add_list(document, 74, base=71, override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    for text, number in (("甲", 71), ("乙", 71), ("丙", 74), ("丁", 74)):
        _item(document, text, number, 0)
    assert _text(document) == "一、甲\n二、乙\n五、丙\n六、丁\n"


def test_list_0_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    document = Document()
    document.add_paragraph("甲", style="List Number")
    document.add_paragraph("乙", style="List Number")._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    )
    assert _text(document) == "1. 甲\n乙\n"


def test_numbers_of_a_style_are_printed() -> None:
    document = Document()
    _add_list(document, 72)
    style = document.styles.add_style("条", 1)
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="72"/></w:numPr>'))
    document.add_paragraph("第一项", style="条")
    document.add_paragraph("第二项", style="条")
    assert _text(document) == "一、第一项\n二、第二项\n"


def test_a_bullet_is_no_number() -> None:
    document = Document()
    document.add_paragraph("公布渡口名录", style="List Bullet")
    assert _text(document) == "公布渡口名录\n"


def test_a_merged_cell_is_repeated_in_each_of_its_rows() -> None:
    document = Document()
    table = document.add_table(3, 3)
    for row, texts in zip(
        table.rows, (("任务", "内容", "时限"), ("渡口", "票价", "六月"), ("", "班次", "七月")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert _text(document) == "任务\t内容\t时限\n渡口\t票价\t六月\n渡口\t班次\t七月\n"


def test_a_row_that_is_one_cell_is_a_heading_line() -> None:
    document = Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "一、水上交通"
    for cell, text in zip(table.rows[1].cells, ("1", "公布票价", "省交通运输厅"), strict=True):
        cell.text = text
    assert _text(document) == "一、水上交通\n1\t公布票价\t省交通运输厅\n"


def test_the_paragraphs_of_a_cell_are_joined_by_a_blank() -> None:
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "省交通\n运输厅"
    table.cell(0, 1).text = "六月"
    assert _text(document) == "省交通 运输厅\t六月\n"


def test_a_table_that_only_places_text_is_no_table() -> None:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "一、总则"
    cell.add_paragraph("公布票价。")
    assert _text(document) == "一、总则\n公布票价。\n"


def test_heads_feet_and_contents_are_left_out() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、总则\t1", style="toc 1")
    document.add_paragraph("正文")
    assert _text(document) == "正文\n"


def test_deletions_go_and_insertions_stay() -> None:
    document = Document()
    paragraph = document.add_paragraph("公布")._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>旧</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>新票价</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    assert _text(document) == "公布新票价\n"


def test_a_line_break_is_a_line_end_and_a_tab_a_blank() -> None:
    document = Document()
    document.add_paragraph("云岭省\n公布\t票价")
    assert _text(document) == "云岭省\n公布 票价\n"


def test_the_text_is_the_same_at_every_run() -> None:
    document = Document()
    _add_list(document, 73)
    _item(document, "总则", 73, 0)
    raw = _written(document)
    assert read_docx(raw) == read_docx(raw)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"PK\x03\x04 no zip at all", id="no zip"),
        pytest.param(_written(Document())[:3000], id="cut off"),
    ],
)
def test_damaged(raw: bytes) -> None:
    with pytest.raises(ReadError, match="已损坏") as caught:
        read_docx(raw)
    assert "docx" in caught.value.mend


def test_a_zip_without_a_paper_in_it_is_damaged() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(ReadError, match="已损坏"):
        read_docx(file.getvalue())


def test_without_text() -> None:
    with pytest.raises(ReadError, match="没有文字"):
        read_docx(_written(Document()))


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (105, "一百零五"), (110, "一百一十")],
)
def test_chinese_numbers(value: int, text: str) -> None:
    assert chinese(value) == text


@pytest.mark.parametrize("number", ["x", "", "-1", "²"])
def test_a_damaged_number_in_the_lists_counts_as_the_default(number: str) -> None:
    document = Document()
    _add_list(document, 75)
    for level in document.part.numbering_part.element.iter(qn("w:start"), qn("w:lvl")):
        name = qn("w:val") if level.tag == qn("w:start") else qn("w:ilvl")
        level.set(name, number if name == qn("w:val") else level.get(name))
    _item(document, "总则", 75, 0)
    assert _text(document) == "一、总则\n"
