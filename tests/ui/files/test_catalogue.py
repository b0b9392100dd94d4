"""主动公开标准目录: ten columns, filled from the graph, open where the notice is silent."""

from __future__ import annotations

from openpyxl import load_workbook

from tests.loaders.sample import HEAD
from tests.ui.files.sample import large
from ui.files.catalogue import catalogue_sheets
from ui.files.notices import from_files
from ui.files.sheet import Row
from ui.files.xlsx import write_xlsx

TEXT = (
    HEAD
    + "一、水运\n（一）票价信息。根据《云岭省价格条例》，按月在省政府网站向社会公布渡轮票价。解读票价政策。（省财政厅牵头）\n"
    "（二）班次信息。公布班次。（省交通运输厅负责）\n"
)


def test_a_row_of_ten_columns(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (sheet,) = catalogue_sheets(from_files([tmp_path])[0])
    rows = [[cell.text for cell in row.cells] for row in sheet.rows if isinstance(row, Row)]
    assert [column.name for column in sheet.columns] == [
        *("序号", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体"),
        *("公开渠道和载体", "公开对象", "公开方式", "公开层级"),
    ]
    first = next(row for row in rows if "渡轮票价" in row[2])
    assert first[1:3] == ["票价信息", "渡轮票价"]
    assert first[3].split("\n")[0] == "《云岭省价格条例》"
    assert first[3].split("\n")[1].startswith("岭政办发〔2020〕7号 一（一） [")
    assert first[4:] == ["每月", "云岭省财政厅", "政府网站", "全社会", "主动", "省级"]
    second = next(row for row in rows if "班次" in row[2])
    assert (second[4], second[6], second[7]) == ("未写明", "未写明", "未写明")
    assert len(rows) == 2
    assert "公开对象 1 行" in sheet.notes[0]


def test_every_duty_to_disclose_is_in_it(tmp_path):
    notice = large()
    write_xlsx(catalogue_sheets([notice]), tmp_path / "c.xlsx")
    text = "".join(str(cell.value or "") for page in load_workbook(tmp_path / "c.xlsx") for row in page for cell in row)
    duties = [duty.properties for duty in notice.of_label("Obligation") if duty.properties["kind"] == "disclose"]
    assert len(duties) > 50
    assert all(f"[{duty['start']}–{duty['end']}]" in text for duty in duties)
