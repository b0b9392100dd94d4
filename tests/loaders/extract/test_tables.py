"""Tables of tasks: header rows, paths, roles by column, time limits, and what is no such table."""

from __future__ import annotations

import pytest

from loaders.records import Notice, Section, Task
from tests.loaders.sample import HEAD, NOTICES, read

HEADER = "序号\t任务\t责任单位\t完成时限\n"


def _table(rows: str, header: str = HEADER) -> Notice:
    return read(HEAD.replace("要点", "清单") + header + rows)


def _tasks(notice: Notice) -> dict[str, Task]:
    return {task.id: task for task in notice.tasks}


def _titles(notice: Notice) -> list[tuple[str, str | None]]:
    return [(section.path, section.title) for section in notice.sections]


def _roles(task: Task) -> list[tuple[str, str]]:
    return [(body.mention, body.role) for body in task.agencies]


def _cut(notice: Notice, found: Section | Task) -> str:
    return notice.copy.text[found.at.start : found.at.end]


def test_each_row_is_a_section_with_one_task() -> None:
    notice = _table("1\t公布渡口名录\t省交通运输厅\t6月底前\n2\t公开停航原因\t省水利厅、省应急管理厅\t\n")
    assert _titles(notice) == [("1", "公布渡口名录"), ("2", "公开停航原因")]
    tasks = _tasks(notice)
    assert list(tasks) == ["1#1", "2#1"]
    assert _roles(tasks["2#1"]) == [("省水利厅", "responsible"), ("省应急管理厅", "responsible")]
    assert [body.name for body in tasks["1#1"].agencies] == ["云岭省交通运输厅"]


def test_a_task_goes_from_its_number_to_its_last_filled_cell() -> None:
    notice = _table("1\t公布渡口名录\t省交通运输厅\t6月底前\n2\t公开停航原因\t省水利厅\t\n")
    assert [_cut(notice, task) for task in notice.tasks] == [
        "1\t公布渡口名录\t省交通运输厅\t6月底前",
        "2\t公开停航原因\t省水利厅",
    ]
    assert [_cut(notice, section) for section in notice.sections] == ["1\t公布渡口名录", "2\t公开停航原因"]


def test_the_limit_column_is_the_deadline_of_what_has_none() -> None:
    notice = _table("1\t公布渡口名录，3月底前公开票价\t省交通运输厅\t2020年6月底前\n")
    dates = [duty.deadline and duty.deadline.date for duty in notice.tasks[0].obligations]
    assert dates == ["2020-06-30", "2020-03-31"]


@pytest.mark.parametrize(
    ("limit", "frequency", "recurs"),
    [
        ("每年5月底前", "P1Y", "--05-31"),
        ("按月", "P1M", None),
        ("每半年", "P6M", None),
        ("长期坚持", None, None),
        ("", None, None),
    ],
)
def test_a_limit_that_recurs_or_is_none(limit: str, frequency: str | None, recurs: str | None) -> None:
    [duty] = _table(f"1\t公布渡口名录\t省交通运输厅\t{limit}\n").tasks[0].obligations
    assert (duty.frequency, duty.deadline and duty.deadline.recurs) == (frequency, recurs)


def test_a_cells_first_sentence_is_its_heading() -> None:
    [duty] = _table("1\t推进票价公开。按月公布渡轮票价\t省交通运输厅\t\n").tasks[0].obligations
    assert duty.text == "按月公布渡轮票价"


def test_the_limit_column_gives_its_trigger_too() -> None:
    [duty] = _table("1\t公布渡口名录\t省交通运输厅\t名录形成后5个工作日内\n").tasks[0].obligations
    assert duty.trigger == "名录形成后"


def test_the_limit_column_leaves_a_rhythm_of_the_task_alone() -> None:
    [duty] = _table("1\t按季度公布渡口名录\t省交通运输厅\t每年\n").tasks[0].obligations
    assert duty.frequency == "P3M"


LEAD = "序号\t重点任务\t牵头单位\t责任单位\t配合单位\n"


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        pytest.param(
            "省交通运输厅\t省水利厅\t省财政厅",
            [("省交通运输厅", "lead"), ("省水利厅", "support"), ("省财政厅", "support")],
            id="who bears it supports where somebody leads",
        ),
        pytest.param("\t省水利厅\t省财政厅", [("省水利厅", "responsible"), ("省财政厅", "support")], id="nobody leads"),
        pytest.param(
            "—\t省水利厅、财政厅\t无", [("省水利厅", "responsible"), ("省财政厅", "responsible")], id="dashes are empty"
        ),
        pytest.param(
            "\t省水利厅（牵头）、省财政厅\t",
            [("省水利厅", "lead"), ("省财政厅", "support")],
            id="the leader marked in the list",
        ),
        pytest.param(
            "\t省水利厅牵头，省财政厅配合\t",
            [("省水利厅", "lead"), ("省财政厅", "support")],
            id="a cell that says itself who leads",
        ),
        pytest.param(
            "\t省水利厅 省财政厅\t", [("省水利厅", "responsible"), ("省财政厅", "responsible")], id="a body a paragraph"
        ),
        pytest.param("\t省交通 运输厅\t", [("省交通运输厅", "responsible")], id="a name broken over paragraphs"),
    ],
)
def test_the_columns_are_one_clause(cells: str, roles: list[tuple[str, str]]) -> None:
    assert _roles(_table(f"1\t公布渡口名录\t{cells}\n", LEAD).tasks[0]) == roles


def test_the_first_named_leads_where_the_notice_says_so() -> None:
    head = HEAD + "（列第一位的为牵头单位，下同）\n"
    notice = read(head + HEADER + "1\t公布渡口名录\t省水利厅、省财政厅\t\n")
    assert _roles(notice.tasks[-1]) == [("省水利厅", "lead"), ("省财政厅", "support")]


def test_a_mention_cuts_what_it_names() -> None:
    notice = _table("1\t公布渡口名录\t省水利厅、省交通 运输厅\t\n")
    bodies = notice.tasks[0].agencies
    assert [notice.copy.text[body.at.start : body.at.end] for body in bodies] == ["省水利厅", "省交通 运输厅"]


def test_rows_without_numbers_count_by_their_order() -> None:
    notice = _table("公布渡口名录\t省交通运输厅\n公开停航原因\t省水利厅\n", "工作任务\t责任单位\n")
    assert _titles(notice) == [("1", "公布渡口名录"), ("2", "公开停航原因")]


def test_a_number_printed_in_the_task_cell() -> None:
    notice = _table("（一）公布渡口名录\t省交通运输厅\n（二）公开停航原因\t省水利厅\n", "工作任务\t责任单位\n")
    assert _titles(notice) == [("1", "公布渡口名录"), ("2", "公开停航原因")]
    assert [_cut(notice, section) for section in notice.sections] == ["（一）公布渡口名录", "（二）公开停航原因"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "一、水上交通\n1\t公布渡口名录\t省交通运输厅\t\n二、水利\n2\t公开汛情\t省水利厅\t\n", id="over all columns"
        ),
        pytest.param(
            "一\t水上交通\t\t\n1\t公布渡口名录\t省交通运输厅\t\n二\t水利\t\t\n2\t公开汛情\t省水利厅\t\n",
            id="a row of its own",
        ),
    ],
)
def test_rows_stand_under_the_printed_headings(rows: str) -> None:
    notice = _table(rows)
    assert _titles(notice) == [("1", "水上交通"), ("1.1", "公布渡口名录"), ("2", "水利"), ("2.2", "公开汛情")]
    assert [task.id for task in notice.tasks] == ["1.1#1", "2.2#1"]


def test_a_heading_merged_over_rows() -> None:
    header = "类别\t序号\t任务\t责任单位\n"
    notice = _table("一、水上交通\t1\t公布名录\t省交通运输厅\n一、水上交通\t2\t公开票价\t省财政厅\n", header)
    assert _titles(notice) == [("1", "水上交通"), ("1.1", "公布名录"), ("1.2", "公开票价")]


def test_a_task_merged_over_numbered_measures() -> None:
    header = "序号\t任务\t工作内容\t责任单位\n"
    rows = "1\t水上交通\t1.公布渡口名录。\t省交通运输厅\n1\t水上交通\t2.公开停航原因。\t省水利厅\n"
    assert [task.id for task in _table(rows, header).tasks] == ["1.1#1", "1.2#1"]


def test_a_task_merged_over_measures_without_numbers_has_a_task_a_row() -> None:
    header = "序号\t任务\t工作内容\t责任单位\n"
    rows = "1\t水上交通\t公布渡口名录。\t省交通运输厅\n1\t水上交通\t公开停航原因。\t省水利厅\n"
    notice = _table(rows, header)
    assert _titles(notice) == [("1", "水上交通")]
    assert [(task.id, _roles(task)) for task in notice.tasks] == [
        ("1#1", [("省交通运输厅", "responsible")]),
        ("1#2", [("省水利厅", "responsible")]),
    ]


def test_the_task_cell_is_a_heading_over_the_contents() -> None:
    header = "序号\t任务\t工作内容\t责任单位\n"
    notice = _table("1\t每月公布渡口名录\t在政府网站公布渡口名录。\t省交通运输厅\n", header)
    [duty] = notice.tasks[0].obligations
    assert (duty.information, duty.frequency) == (("渡口名录",), "P1M")


def test_two_rows_of_headers() -> None:
    header = "序号\t任务\t责任单位\t\t时限\n序号\t任务\t牵头单位\t配合单位\t时限\n"
    assert _roles(_table("1\t公布渡口名录\t省交通运输厅\t省水利厅\t\n", header).tasks[0]) == [
        ("省交通运输厅", "lead"),
        ("省水利厅", "support"),
    ]


def test_the_header_printed_again_on_the_next_page() -> None:
    notice = _table(f"1\t公布渡口名录\t省交通运输厅\t\n{HEADER}2\t公开停航原因\t省水利厅\t\n")
    assert [task.id for task in notice.tasks] == ["1#1", "2#1"]


def test_a_sentence_end_in_a_cell_does_not_break_the_row() -> None:
    notice = _table("1\t公布渡口名录。 1.公开票价。 2.公开班次。\t省交通运输厅\t6月底前\n")
    assert [_roles(task) for task in notice.tasks] == [[("省交通运输厅", "responsible")]]


TEXT = "一、总体要求\n公布渡口名录。\n二、工作任务\n公开停航原因。（省水利厅负责）\n附件\n任务清单\n"


def test_the_rows_of_an_annex_keep_their_printed_numbers_and_tasks_count_on() -> None:
    notice = read(HEAD + TEXT + HEADER + "1\t公布票价\t省财政厅\t\n2\t公布班次\t省交通运输厅\t\n")
    paths = [section.path for section in notice.sections]
    assert paths == ["1", "2", "1", "2"]
    assert [task.id for task in notice.tasks] == ["1#1", "2#1", "1#2", "2#2"]


def test_two_annexes_keep_their_printed_numbers() -> None:
    table = HEADER + "1\t公布票价\t省财政厅\t\n"
    notice = read(HEAD + TEXT + "附件1\n" + table + "附件2\n" + table)
    assert [section.path for section in notice.sections] == ["1", "2", "1", "1"]


def test_the_section_before_a_table_ends_where_it_begins() -> None:
    notice = read(
        HEAD
        + "一、总体要求\n公布渡口名录。\n二、任务分工\n分工如下。\n"
        + HEADER
        + "1\t公布票价\t省财政厅\t\n三、附则\n公开停航原因。\n"
    )
    tasks = _tasks(notice)
    assert _cut(notice, tasks["2#1"]) == "二、任务分工\n分工如下。"
    assert _cut(notice, tasks["1#2"]) == "1\t公布票价\t省财政厅"
    assert _cut(notice, tasks["3#1"]) == "三、附则\n公开停航原因。"


FLAT = "序号\n任务\n责任单位\n完成时限\n1\n公布渡口名录\n省交通运输厅\n6月底前\n2\n公开停航原因\n省水利厅\n3\n公布无障碍渡口\n省残联\n7月底前\n"


def test_a_table_that_stands_one_cell_a_line() -> None:
    notice = read(HEAD + FLAT)
    assert _titles(notice) == [("1", "公布渡口名录"), ("2", "公开停航原因"), ("3", "公布无障碍渡口")]
    assert [_roles(task)[0][0] for task in notice.tasks] == ["省交通运输厅", "省水利厅", "省残联"]
    assert [_cut(notice, task) for task in notice.tasks][1] == "2\n公开停航原因\n省水利厅"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("序号\n任务\n责任单位\n完成时限\n公布渡口名录\n省交通运输厅\n", id="no numbers to go by"),
        pytest.param(
            "序号\n任务\n责任单位\n1\n公布渡口名录\n班次\n票价\n省交通运输厅\n2\n公开停航原因\n",
            id="more lines than columns",
        ),
        pytest.param("序号\t名称\t电话\n1\t渡口\t12345\n", id="another table"),
        pytest.param("事项\t备注\n公布渡口名录\t无\n", id="neither body nor limit"),
        pytest.param("任务\t责任单位\n", id="a header and nothing below"),
    ],
)
def test_what_is_no_table_of_tasks(text: str) -> None:
    assert [section for section in read(HEAD + text).sections if section.at.rule.startswith("table")] == []


def test_a_tab_behind_a_number_makes_no_table() -> None:
    notice = read(HEAD + "一、\t总体要求\n公布渡口名录。\n二、\t工作任务\n公开停航原因。\n")
    assert _titles(notice) == [("1", "总体要求"), ("2", "工作任务")]


@pytest.mark.parametrize("flat", [False, True])
def test_the_annex_of_a_sample_notice(flat: bool) -> None:
    text = (NOTICES / "08-yunling-2024.txt").read_text(encoding="utf-8")
    if flat:
        head, header, rows = text.partition("序号\t")
        text = head + (header + rows).replace("\t", "\n")
    notice = read(text)
    rows_ = [task for task in notice.tasks if task.at.rule == "table-row"]
    assert [task.section for task in rows_] == [str(n) for n in range(1, 13)]
    assert [len(task.agencies) for task in rows_] == [2, 2, 1, 2, 1, 2, 1, 2, 1, 2, 2, 2]
    assert len({task.id for task in notice.tasks}) == len(notice.tasks)


def test_the_paragraph_behind_a_table_closes_the_notice() -> None:
    closing = "各市县要对照清单细化实施方案，按时办结。\n"
    notice = _table(f"1\t公布渡口名录\t省交通运输厅\t\n{closing}")
    assert [(task.id, task.section) for task in notice.tasks] == [("1#1", "1"), ("end#1", None)]
    assert _cut(notice, notice.tasks[1]) == closing.rstrip()


def test_a_number_merged_over_rows_has_a_task_a_row() -> None:
    rows = "1\t公布渡口名录\t省交通运输厅\t\n1\t公开停航原因\t省水利厅\t\n2\t公布票价\t省财政厅\t\n"
    assert [task.id for task in _table(rows).tasks] == ["1#1", "1#2", "2#1"]


def test_numbers_that_begin_anew_under_headings_without_numbers_count_on() -> None:
    rows = "水上交通\n1\t公布渡口名录\t省交通运输厅\t\n水利\n1\t公开汛情\t省水利厅\t\n"
    assert [task.id for task in _table(rows).tasks] == ["1#1", "2#1"]


def test_numbers_of_lower_styles_stand_below() -> None:
    rows = "一、公开\n（一）水上交通\n1.\t公布渡口名录\t省交通运输厅\t\n（二）\t公开汛情\t省水利厅\t\n"
    assert [section.path for section in _table(rows).sections] == ["1", "1.1", "1.1.1", "1.2"]


def test_a_dotted_number_is_the_path() -> None:
    assert [task.id for task in _table("1.1\t公布渡口名录\t省交通运输厅\t\n1.2\t公开汛情\t省水利厅\t\n").tasks] == [
        "1.1#1",
        "1.2#1",
    ]
