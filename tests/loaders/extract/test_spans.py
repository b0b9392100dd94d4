"""Which run of text is a task (section 2 of the guide)."""

from __future__ import annotations

import pytest

from loaders.extract.spans import find_clauses
from loaders.text.fold import fold
from tests.loaders.sample import HEAD, read, read_body


def tasks(body: str) -> dict[str, str]:
    text = HEAD + body
    return {task.id: text[task.at.start : task.at.end] for task in read_body(body).tasks}


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("公布票价。（省财政厅牵头落实）", ["（省财政厅牵头落实）"]),
        ("公布票价。(省财政厅负责)", ["(省财政厅负责)"]),
        ("公布票价（省财政厅、交通厅配合）。", ["（省财政厅、交通厅配合）。"]),
        ("公布票价。（责任单位：省财政厅）", ["（责任单位：省财政厅）"]),
        ("公布票价。（承办单位：市财政局）", ["（承办单位：市财政局）"]),
        pytest.param(
            "公布票价。责任单位：省财政厅、省交通运输厅。", ["责任单位：省财政厅、省交通运输厅。"], id="unbracketed"
        ),
        pytest.param(
            "公布票价。\n牵头单位：省财政厅\n配合单位：省交通运输厅\n完成时限：2020年9月底前\n",
            ["牵头单位：省财政厅\n配合单位：省交通运输厅\n完成时限：2020年9月底前"],
            id="lines of their own are one clause",
        ),
        pytest.param("公布票价（以下简称票价）。", [], id="以下简称"),
        pytest.param("推广合作模式（PPP）。", [], id="an abbreviation"),
        pytest.param("（此件公开发布）", [], id="此件公开发布"),
        pytest.param("按规划（岭政办发〔2020〕7号）落实。", [], id="a number"),
        pytest.param("要在会后（2020年6月）落实。", [], id="a date"),
        pytest.param("由省发展改革委牵头公布票价。", [], id="an assignment in running text"),
        pytest.param("公布票价（含学生票）。", [], id="an aside"),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    folded = fold(text)
    assert [text[clause.start : clause.end] for clause in find_clauses(folded, 0, len(folded))] == clauses


def test_a_clause_governs_back_to_the_one_before() -> None:
    found = tasks("一、水运\n（一）票价。公布票价。（省财政厅负责）公布班次。（省交通运输厅负责）公布水深。\n")
    assert found == {
        "1.1#1": "（一）票价。公布票价。（省财政厅负责）",
        "1.1#2": "公布班次。（省交通运输厅负责）",
        "1.1#3": "公布水深。",
    }


def test_text_after_the_last_clause_is_a_task_without_agencies() -> None:
    notice = read_body("一、水运\n（一）票价。公布票价。（省财政厅负责）公布水深。\n")
    assert [len(task.agencies) for task in notice.tasks] == [1, 0]


def test_a_section_with_sub_sections_is_a_task_only_with_text_of_its_own() -> None:
    assert list(tasks("一、水运\n（一）票价。公布票价。\n二、陆运\n公布站点。\n（一）车价。公布车价。\n")) == [
        "1.1#1",
        "2#1",
        "2.1#1",
    ]


def test_the_full_stop_behind_the_bracket_belongs_to_the_task() -> None:
    assert tasks("一、水运\n（一）票价。公布票价（省财政厅负责）。公布班次。\n")["1.1#1"].endswith("（省财政厅负责）。")


CLOSING = "各地、各部门要结合实际制定渡口公开实施方案，于6月底前报送。"


def test_a_closing_paragraph_is_end_1() -> None:
    found = tasks(f"一、水运\n（一）票价。公布票价。（省财政厅负责）\n{CLOSING}\n")
    assert found["end#1"] == CLOSING
    assert found["1.1#1"].endswith("（省财政厅负责）")


def test_also_right_behind_the_last_bracket() -> None:
    assert tasks(f"一、水运\n（一）票价。公布票价。（省财政厅负责）{CLOSING}\n")["end#1"] == CLOSING


def test_a_closing_sentence_inside_a_paragraph_stays_there() -> None:
    assert list(tasks(f"一、水运\n（一）票价。公布票价。{CLOSING}\n")) == ["1.1#1"]


def test_a_paragraph_on_validity_is_end_1() -> None:
    notice = read_body("一、水运\n（一）票价。公布票价。\n本通知自2020年6月1日起施行，有效期五年。\n")
    assert [(task.id, task.section) for task in notice.tasks] == [("1.1#1", "1.1"), ("end#1", None)]


@pytest.mark.parametrize(
    "tail",
    [
        "抄送：省委办公厅，省人大常委会办公厅。\n",
        "云岭省人民政府办公厅2020年4月10日印发\n",
        "（此件公开发布）\n",
        "【打印本页】\n",
    ],
)
def test_what_belongs_to_no_task(tail: str) -> None:
    assert tasks(f"一、水运\n（一）票价。公布票价。\n{tail}") == {"1.1#1": "（一）票价。公布票价。"}


def test_the_signature_at_the_end_belongs_to_no_task() -> None:
    signature = "云岭省人民政府办公厅\n2020年4月9日\n"
    head = HEAD.replace(signature, "")
    text = head + "一、水运\n（一）票价。公布票价。\n" + signature
    [found] = read(text).tasks
    assert text[found.at.start : found.at.end] == "（一）票价。公布票价。"


def test_text_before_the_first_section_is_a_task_only_with_an_obligation() -> None:
    notice = read_body("要高度重视渡口工作。\n一、水运\n公布票价。\n二、陆运\n公布站点。\n")
    assert [task.id for task in notice.tasks] == ["1#1", "2#1"]


def test_pre_1() -> None:
    notice = read_body("各市要在6月底前将落实情况向社会公开。\n一、水运\n公布票价。\n二、陆运\n公布站点。\n")
    assert notice.tasks[0].id == "pre#1"
    assert notice.tasks[0].section is None
    assert len(notice.tasks[0].obligations) == 1


def test_a_number_printed_twice_gives_two_tasks() -> None:
    ids = list(tasks("一、水运\n（一）票价。公布票价。\n（一）班次。公布班次。\n"))
    assert ids == ["1.1#1", "1.1#2"]


TABLE = """序号\t任务\t牵头单位\t责任单位\t完成时限
1\t按月公布渡轮票价\t省财政厅\t省交通运输厅\t2020年9月底前
2\t公布航道水深\t\t省水利厅、各市人民政府\t长期坚持
"""


def test_a_row_of_a_table_is_a_section_with_one_task() -> None:
    text = HEAD + TABLE
    notice = read(text)
    assert [section.path for section in notice.sections] == ["1", "2"]
    assert [task.id for task in notice.tasks] == ["1#1", "2#1"]
    first, second = notice.tasks
    assert text[first.at.start : first.at.end] == TABLE.split("\n")[1]
    assert [(body.mention, body.role) for body in first.agencies] == [("省财政厅", "lead"), ("省交通运输厅", "support")]
    assert [(body.mention, body.role) for body in second.agencies] == [
        ("省水利厅", "responsible"),
        ("各市人民政府", "responsible"),
    ]
    [duty] = first.obligations
    assert duty.deadline is not None
    assert (duty.frequency, duty.deadline.date) == ("P1M", "2020-09-30")
