"""The 任务分解表: what its lines say, in three layouts and three forms."""

from __future__ import annotations

import csv
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.ui.files.sample import large, small
from ui.files.csv_sheets import write_sheets_csv
from ui.files.docx import write_docx
from ui.files.layouts import Layout, list_of_bodies, task_sheets
from ui.files.notices import from_files
from ui.files.sheet import Band, Cell, Column, Row, Sheet
from ui.files.tasks import task_lines
from ui.files.xlsx import write_xlsx

LAYOUTS: tuple[Layout, ...] = ("lead", "limit", "body")
SEEDS = Path(os.environ.get("ZWGK_SEEDS", Path(__file__).parents[3] / ".." / "shared" / "seeds"))
VERIFIED = Path(__file__).parents[3] / "data" / "verified"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts_of(sheets: list[Sheet], folder: Path) -> dict[str, str]:
    """All text of the sheets as each form holds it, read back by its own reader, without blanks."""
    write_xlsx(sheets, folder / "t.xlsx")
    write_docx(sheets, folder / "t.docx")
    write_sheets_csv(sheets, folder / "t.csv")
    book = load_workbook(folder / "t.xlsx")
    cells = (str(cell.value or "") for page in book for row in page.iter_rows() for cell in row)
    words = (node.text or "" for node in Document(str(folder / "t.docx")).element.body.iter(TEXT))
    rows = csv.reader((folder / "t.csv").read_text("utf-8-sig").splitlines(keepends=True))
    return {
        "xlsx": squeezed("".join(cells)),
        "docx": squeezed("".join(words)),
        "csv": squeezed("".join("".join(row) for row in rows)),
    }


# Lines
def test_heading_requirement_and_clause_are_the_text_of_the_task(tmp_path):
    first = task_lines(small(tmp_path))[0]
    assert (first.place, first.bands, first.title) == ("一（一）", ("一、水运",), "票价信息")
    assert first.requirement == "按月在省政府网站公布渡轮票价。申请受理后20个工作日内公布办理结果。"
    assert first.clause == "（省财政厅牵头，省粮食、省交通运输厅配合）"


def test_nothing_of_a_task_is_left_out():
    notice = large()
    assert notice.copy is not None
    text = notice.copy.properties["text"]
    lines = task_lines(notice)
    assert len(lines) == len(notice.of_label("Task")) > 30
    for line in lines:
        rest = squeezed(text[line.start : line.end])
        for part in (line.requirement, line.clause):
            assert squeezed(part) in rest
            rest = rest.replace(squeezed(part), "", 1)
        rest = rest.replace(squeezed(line.title), "", 1)
        assert re.fullmatch(r"[（）()一二三四五六七八九十\d、.。：]*", rest), line.number


def test_doubts_stand_where_they_belong(tmp_path):
    lines = {line.number: line for line in task_lines(small(tmp_path))}
    assert [body.doubt for body in lines["1.1#1"].bodies] == ["", "“省粮食”补正为“云岭省粮食和物资储备局”", ""]
    assert lines["2.1#1"].duties[0].doubt == "期限 2019-05-31 早于成文日期 2020-04-09"
    assert lines["2.2#1"].doubt == "没有责任单位"
    assert lines["1.2#1"].doubt == lines["2.1#1"].doubt == ""


def test_what_the_reading_reported_of_a_place_is_told_at_its_task(tmp_path):
    text = (tmp_path / "a.txt", small(tmp_path))[1].copy.properties["text"]  # type: ignore[union-attr]
    twice = text + "（三）票价。按月公布渡轮票价。（省财政厅负责）\n"
    (tmp_path / "a.txt").write_text(twice, encoding="utf-8")
    (notice,), _ = from_files([tmp_path])
    assert "同一义务" in task_lines(notice)[-1].doubt


def test_without_the_source_the_requirement_is_said_in_words():
    notices, _ = from_files([VERIFIED / "dingtao-2017.json"])
    line = next(line for line in task_lines(notices[0]) if line.duties)
    assert line.requirement.startswith("（原文未收录")
    assert line.duties[0].what in line.requirement


# Layouts
def test_lead_and_responsible(tmp_path):
    (sheet,) = task_sheets([small(tmp_path)], "lead")
    assert [c.name for c in sheet.columns] == ["序号", "工作任务", "工作要求", "牵头单位", "责任单位", "依据", "备注"]
    assert isinstance(sheet.rows[0], Band)
    row = sheet.rows[1]
    assert isinstance(row, Row)
    assert [cell.text for cell in row.cells[3:6]] == [
        "省财政厅",
        "云岭省粮食和物资储备局、省交通运输厅",
        "一（一） [139–203]\n（省财政厅牵头，省粮食、省交通运输厅配合）",
    ]
    assert row.cells[4].doubt
    assert row.cells[6].text == "待核：“省粮食”补正为“云岭省粮食和物资储备局”"
    roads = sheet.rows[5]
    assert isinstance(roads, Row)
    assert (roads.cells[3].text, roads.cells[4].text) == ("省交通运输厅", "省公安厅等")


def test_responsible_and_limit(tmp_path):
    (sheet,) = task_sheets([small(tmp_path)], "limit")
    rows = [row for row in sheet.rows if isinstance(row, Row)]
    assert rows[0].cells[3].text == "牵头：省财政厅\n配合：云岭省粮食和物资储备局、省交通运输厅"
    assert rows[0].cells[4].text.split("\n")[0] == "公布渡轮票价：每月"
    assert rows[3].cells[4].text == "2019年5月31日前"
    assert rows[3].cells[4].doubt


def test_by_body_over_several_notices(tmp_path):
    sheets = task_sheets([small(tmp_path), large()], "body")
    finance = next(sheet for sheet in sheets if sheet.name == "云岭省财政厅")
    assert finance.number == "岭政办发〔2020〕7号、岭政办发〔2021〕18号"
    assert [band.text.split()[0] for band in finance.rows if isinstance(band, Band)] == [
        "岭政办发〔2020〕7号",
        "岭政办发〔2021〕18号",
    ]
    assert next(sheet for sheet in sheets if sheet.name == "未明确单位").rows
    roles = [row.cells[3].text for row in finance.rows if isinstance(row, Row)]
    counted = next(
        row for row in list_of_bodies(sheets).rows if isinstance(row, Row) and row.cells[1].text == finance.name
    )
    assert [cell.text for cell in counted.cells[2:]] == [
        str(len(roles)),
        *(str(roles.count(r)) for r in ("牵头", "负责", "配合")),
    ]


# Forms
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", '=HYPERLINK("http://x")', "\x00\x0b=1", "'=1", "& < >")


def _hostile() -> Sheet:
    rows = [Row((Cell(text), Cell(text, "=1+1"))) for text in HOSTILE]
    return Sheet(
        "=a[b]:c", "=title", "=number & name", (Column("=x", 10), Column("+y", 10)), (Band("=band"), *rows), ("=note",)
    )


def test_no_cell_of_a_workbook_is_a_formula(tmp_path):
    path = tmp_path / "t.xlsx"
    write_xlsx([_hostile(), _hostile()], path)
    book = load_workbook(path)
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@", "＝")))
    assert book.sheetnames == ["=abc", "=abc~2"]
    assert '=HYPERLINK("http://x")' in [cell.value for cell in cells]


def test_no_field_in_a_document_and_no_formula_in_csv(tmp_path):
    write_docx([_hostile()], tmp_path / "t.docx")
    xml = Document(str(tmp_path / "t.docx")).element.xml
    assert "instrText" not in xml
    assert "fldSimple" not in xml
    assert "=1+1" in xml
    write_sheets_csv([_hostile()], tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in list(csv.reader(file))[1:] for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]


def test_the_workbook_prints_on_a4_landscape(tmp_path):
    write_xlsx(task_sheets([small(tmp_path)], "lead"), tmp_path / "t.xlsx")
    (page,) = load_workbook(tmp_path / "t.xlsx")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$1:$2"
    assert page.auto_filter.ref == "A2:G9"
    assert page.freeze_panes == "A3"
    assert page.oddHeader.right.text == "岭政办发〔2020〕7号"
    assert "A3:G3" in {str(merged) for merged in page.merged_cells.ranges}
    assert all(page.cell(4, column).alignment.wrap_text for column in range(1, 8))
    assert page["E4"].fill.fgColor.rgb.endswith("FFF2CC")
    assert "补正" in page["E4"].comment.text


def test_a_text_longer_than_a_row_goes_on_in_the_next(tmp_path):
    text = "这句话说的是公开的内容。" * 400
    row = Row((Cell("1"), Cell(text)))
    write_xlsx([Sheet("t", "t", "n", (Column("序号", 6), Column("要求", 40)), (row,))], tmp_path / "t.xlsx")
    (page,) = load_workbook(tmp_path / "t.xlsx")
    rows = range(3, page.max_row + 1)
    assert "".join(page.cell(number, 2).value for number in rows) == text
    assert [page.cell(number, 1).value for number in rows] == ["1", *["1续"] * (len(rows) - 1)]
    for number in rows:
        assert page.row_dimensions[number].height <= 409
        assert len(page.cell(number, 2).value) * 2 / 38 * 14 <= page.row_dimensions[number].height
        assert page.cell(number, 2).value.endswith("。")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_form_holds_all_tasks(tmp_path, layout):
    notice = large()
    found = texts_of(task_sheets([notice], layout), tmp_path)
    for line in task_lines(notice):
        for form, text in found.items():
            assert f"[{line.start}–{line.end}]" in text, form
            assert squeezed(line.requirement) in text, form
            assert all(squeezed(body.name if layout == "body" else body.mention) in text for body in line.bodies)


# The real notices, where they are at hand
@pytest.mark.skipif(len(list(SEEDS.glob("*.txt"))) != 5, reason=f"the five real notices are not in {SEEDS}")
@pytest.mark.parametrize("name", [path.stem for path in sorted(VERIFIED.glob("*.json"))])
def test_every_task_and_body_that_readers_found_is_in_the_tables(tmp_path, name):
    gold = json.loads((VERIFIED / f"{name}.json").read_text("utf-8"))
    sha256 = gold["document"]["copies"][0]["sha256"]
    notices = [from_files([path])[0][0] for path in sorted(SEEDS.glob("*.txt"))]
    notice = next(notice for notice in notices if notice.copy and notice.copy.properties["sha256"] == sha256)
    for layout in ("lead", "limit"):
        for form, text in texts_of(task_sheets([notice], layout), tmp_path).items():
            missing = [task["id"] for task in gold["tasks"] if f"[{task['start']}–{task['end']}]" not in text]
            missing += [body["mention"] for task in gold["tasks"] for body in _named(task) if not _told(body, text)]
            assert missing == [], (layout, form)


def _named(task: dict[str, Any]) -> list[dict[str, Any]]:
    return [body for body in task["agencies"] if isinstance(body["mention"], str) and isinstance(body["name"], str)]


def _told(body: dict[str, Any], text: str) -> bool:
    return squeezed(body["mention"]) in text or squeezed(body["name"]) in text
