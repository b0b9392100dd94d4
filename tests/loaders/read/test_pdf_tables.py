"""Ruled tables of PDF files to rows: a row a line, cells parted by a tab, a merged cell in each of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from reportlab.lib.pagesizes import A4

from loaders.errors import ReadError
from loaders.extract.notice import extract
from loaders.read.pdf import read_pdf
from loaders.read.printed import Char, write
from loaders.read.source import read_copy
from tests.loaders.read.pdf_sample import ABOVE, BEFORE, HEADER, WIDTHS, Ruled, Sheet, write_pdf
from tests.loaders.sample import HEAD

FIRST = (
    "1",
    "推进渡口票价公开",
    "公布全省各渡口的票价、班次和联系电话，停航的说明原因。",
    "省交通运输厅",
    "省财政厅、各市人民政府",
    "2020年6月底前",
)
SECOND = ("2", "公开水质监测结果", "每月公布饮用水水源的水质监测结果。", "省生态环境厅", "省水利厅", "2020年底前")
THIRD = ("3", "公开养老机构名录", "公布养老机构的收费标准和投诉电话。", "省民政厅", "各市人民政府", "2020年9月底前")


def _text(*rows: Sequence[str]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def _read(*pages: Sequence[str | Ruled]) -> str:
    return read_pdf(write_pdf(*(Sheet(blocks) for blocks in pages)))


@pytest.mark.parametrize("align", ["LEFT", "CENTER"])
@pytest.mark.parametrize("lines", ["stroke", "fill", "open", "form"])
def test_a_row_is_a_line_and_wrapped_cells_are_whole(lines: str, align: str) -> None:
    table = Ruled([HEADER, FIRST, SECOND, THIRD], lines=lines, align=align)
    assert (
        _read(["附件", table, "以上任务按季度报送。"])
        == "附件\n" + _text(HEADER, FIRST, SECOND, THIRD) + "以上任务按季度报送。\n"
    )


def test_without_ruling_lines_the_page_stays_as_printed() -> None:
    assert "\t" not in _read(["附件", Ruled([HEADER, FIRST, SECOND], lines="none")])


@pytest.mark.parametrize("lines", ["stroke", "fill"])
def test_a_cell_merged_over_rows_stands_in_each_and_one_over_all_columns_is_a_heading(lines: str) -> None:
    rows = [
        HEADER,
        ("一、水上交通", *[BEFORE] * 5),
        FIRST,
        ("2", *SECOND[1:3], "省水利厅", *SECOND[4:]),
        ("3", *THIRD[1:3], ABOVE, *THIRD[4:]),
    ]
    merged = ("3", *THIRD[1:3], "省水利厅", *THIRD[4:])
    assert _read([Ruled(rows, lines=lines)]) == _text(HEADER, ("一、水上交通",), FIRST, rows[3], merged)


def test_the_paragraphs_of_a_cell_are_joined_by_a_blank() -> None:
    row = (
        "1",
        "公布票价",
        "公布票价。\n公布全省各渡口的班次和停航的原因。",
        "省水利厅",
        "省财政厅\n省民政厅",
        "2020年底前",
    )
    assert row[2].replace("\n", " ") + "\t省水利厅\t省财政厅 省民政厅\t" in _read([Ruled([HEADER, row])])


def test_centred_paragraphs_of_a_wide_column_are_no_wrapped_line() -> None:
    row = ("1", "公布票价", "省财政厅\n省民政厅", "", "", "")
    assert "省财政厅 省民政厅" in _read([Ruled([HEADER, row], align="CENTER")])


def test_an_underline_in_a_cell_makes_no_row() -> None:
    sheet = Sheet([Ruled([HEADER, FIRST, SECOND])], rects=[(94, A4[1] - 72 - 10 - 40, 40, 0)])
    assert read_pdf(write_pdf(sheet)) == _text(HEADER, FIRST, SECOND)


def test_latin_words_of_a_wrapped_cell_stay_apart() -> None:
    row = ("1", "公布票价", "Open data of the ferries, their fares and hours, each month", "", "", "")
    assert "Open data of the ferries, their fares and hours, each month" in _read([Ruled([HEADER, row])])


@pytest.mark.parametrize("edges", [False, True])
def test_a_table_over_pages_has_one_header(edges: bool) -> None:
    pages: list[list[str | Ruled]] = [[Ruled([HEADER, row])] for row in (FIRST, SECOND, THIRD)]
    if edges:
        pages = [["云岭省人民政府公报", *page, f"— {number} —"] for number, page in enumerate(pages, 1)]
    assert _read(*pages) == _text(HEADER, FIRST, SECOND, THIRD)


def test_a_table_that_goes_on_without_a_header() -> None:
    assert _read([Ruled([HEADER, FIRST])], [Ruled([SECOND])]) == _text(HEADER, FIRST, SECOND)


@pytest.mark.parametrize("header", [[], [HEADER]])
def test_a_row_broken_over_the_page_is_one(header: list[Sequence[str]]) -> None:
    above = ("1", "推进渡口票价公开", "公布全省各渡口的票价、班", "省交通运输厅", "省财政厅、各", "2020年6月底前")
    below = ("", "", "次和联系电话，停航的说明原因。", "", "市人民政府", "")
    assert _read([Ruled([HEADER, above])], [Ruled([*header, below, SECOND])]) == _text(HEADER, FIRST, SECOND)


def test_a_row_broken_over_the_page_of_which_one_cell_goes_on() -> None:
    above = (*FIRST[:2], "公布全省各渡口的票价、班", *FIRST[3:])
    below = ("", "", "次和联系电话，停航的说明原因。", "", "", "")
    assert _read([Ruled([HEADER, above])], [Ruled([below])]) == _text(HEADER, FIRST)


def test_a_broken_row_of_a_table_without_numbers() -> None:
    header, widths = HEADER[1:], WIDTHS[1:]
    above, below = (
        (FIRST[1], "公布全省各渡口的票价、班", *FIRST[3:]),
        ("", "次和联系电话，停航的说明原因。", "", "", ""),
    )
    pages = [Ruled([header, above], widths)], [Ruled([below, SECOND[1:]], widths)]
    assert _read(*pages) == _text(header, FIRST[1:], SECOND[1:])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(SECOND[1:], id="all filled"),
        pytest.param((*SECOND[1:4], "", SECOND[5]), id="one empty"),
        pytest.param((SECOND[1], "", "", "", ""), id="one filled"),
    ],
)
def test_a_new_row_of_a_table_without_numbers(row: Sequence[str]) -> None:
    header, widths = HEADER[1:], WIDTHS[1:]
    assert _read([Ruled([header, FIRST[1:]], widths)], [Ruled([header, row, THIRD[1:]], widths)]) == _text(
        header, FIRST[1:], row, THIRD[1:]
    )


def test_a_new_row_below_one_whose_cells_are_full() -> None:
    full = ("公开渡口票价表", "公布全省各渡口的票价、班", "省水利厅厅", "省财政厅各厅", "二〇二〇年")
    pages = [Ruled([HEADER[1:], full], WIDTHS[1:])], [Ruled([SECOND[1:]], WIDTHS[1:])]
    assert _read(*pages) == _text(HEADER[1:], full, SECOND[1:])


def test_a_merged_cell_broken_over_the_page_stands_in_the_rows_behind() -> None:
    header, widths = ("类别", *HEADER), (40, *WIDTHS)
    above = [header, ("水上交通", *FIRST), (ABOVE, *SECOND)]
    assert _read([Ruled(above, widths)], [Ruled([header, ("", *THIRD)], widths)]) == _text(
        header, *(("水上交通", *row) for row in (FIRST, SECOND, THIRD))
    )


def test_a_group_of_one_row_on_either_page() -> None:
    header, widths = ("类别", *HEADER), (40, *WIDTHS)
    pages = [Ruled([header, ("水上交通", *FIRST)], widths)], [Ruled([header, ("", *SECOND)], widths)]
    assert _read(*pages) == _text(header, *(("水上交通", *row) for row in (FIRST, SECOND)))


def test_a_heading_over_all_columns_is_no_group_cell_of_the_next_page() -> None:
    header, widths = ("类别", *HEADER), (40, *WIDTHS)
    heading = ("一、水上交通", *[BEFORE] * 6)
    pages = [Ruled([header, ("水运", *FIRST), heading], widths)], [Ruled([header, ("", *SECOND)], widths)]
    assert _read(*pages) == _text(header, ("水运", *FIRST), heading[:1], ("", *SECOND))


def test_a_heading_at_the_foot_of_a_page_takes_no_row_in() -> None:
    heading, bare = ("二、民生保障", *[BEFORE] * 5), ("", *SECOND[1:])
    assert _read([Ruled([HEADER, FIRST, heading])], [Ruled([HEADER, bare])]) == _text(HEADER, FIRST, heading[:1], bare)


def test_a_header_alone_at_the_foot_of_a_page() -> None:
    assert _read(["附件", Ruled([HEADER])], [Ruled([FIRST])]) == "附件\n" + _text(HEADER, FIRST)


def test_a_number_merged_over_rows_and_pages_makes_no_broken_row() -> None:
    above = [HEADER, ("1", *FIRST[1:]), (ABOVE, *SECOND[1:])]
    assert _read([Ruled(above)], [Ruled([HEADER, ("", *THIRD[1:])])]) == _text(
        HEADER, *(("1", *row[1:]) for row in (FIRST, SECOND, THIRD))
    )


def test_a_group_at_the_top_of_a_page_is_no_rest_of_a_row() -> None:
    group = ("", "二、民生保障", "", "", "", "")
    assert _read([Ruled([HEADER, FIRST])], [Ruled([HEADER, group, SECOND])]) == _text(HEADER, FIRST, group, SECOND)


def test_a_page_with_nothing_but_the_header_again() -> None:
    assert _read([Ruled([HEADER, FIRST])], [Ruled([HEADER])]) == _text(HEADER, FIRST)


def test_tables_of_other_columns_are_two() -> None:
    other = (*WIDTHS[:4], WIDTHS[4] - 20, WIDTHS[5] + 20)
    assert _read([Ruled([HEADER, FIRST])], [Ruled([HEADER, SECOND], other)]) == _text(HEADER, FIRST, HEADER, SECOND)


def test_an_empty_cell_at_the_top_of_a_page_stays_empty() -> None:
    bare = (*SECOND[:4], "", SECOND[5])
    assert _read([Ruled([HEADER, FIRST])], [Ruled([HEADER, bare])]) == _text(HEADER, FIRST, bare)


def test_a_table_below_a_title_on_the_next_page_is_one_of_its_own() -> None:
    assert _read([Ruled([HEADER, FIRST])], ["附件2", Ruled([HEADER, SECOND])]) == (
        _text(HEADER, FIRST) + "附件2\n" + _text(HEADER, SECOND)
    )


@pytest.mark.parametrize(("rotation", "turned"), [(90, True), (0, True), (90, False)])
def test_a_table_on_a_turned_page(rotation: int, turned: bool) -> None:
    raw = write_pdf(Sheet(["附件", Ruled([HEADER, FIRST, SECOND])], rotation, turned))
    assert read_pdf(raw).endswith(_text(HEADER, FIRST, SECOND))


LINES = ("一、总体要求", "各渡口应当公布票价、班次和联系电话。", "二、工作任务", "每月公布航班。")


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet(LINES, rects=[(50, 500, 500, 300)]), id="frame"),
        pytest.param(Sheet(LINES, rects=[(50, 500, 500, 300), (54, 504, 492, 292)]), id="double frame"),
        pytest.param(Sheet(LINES, underlined=True), id="underlines"),
        pytest.param(Sheet(LINES, underlined=True, rects=[(50, 500, 500, 300)]), id="both"),
        pytest.param(Sheet(LINES, rects=[(50, 50, 60, 60), (110, 50, 60, 40), (170, 50, 60, 90)]), id="bars"),
        pytest.param(Sheet(LINES, rects=[(50, 500, 250, 300), (300, 500, 250, 300)]), id="two empty halves"),
    ],
)
def test_what_is_no_table_stays_as_printed(sheet: Sheet) -> None:
    assert read_pdf(write_pdf(sheet)) == "\n".join(LINES) + "\n"


def test_three_printed_columns_of_a_paper_are_no_table() -> None:
    paper = Ruled([["\n".join(f"第{number}条公布票价" for number in "一二三四五六七八九")] * 3], (170, 170, 170))
    assert "\t" not in _read([paper])


def test_a_table_in_a_frame() -> None:
    sheet = Sheet(["附件", Ruled([HEADER, FIRST]), "每月公布航班。"], rects=[(30, 300, 535, 500)])
    assert read_pdf(write_pdf(sheet)) == "附件\n" + _text(HEADER, FIRST) + "每月公布航班。\n"


def test_a_page_of_more_than_ten_thousand_paths_is_a_drawing() -> None:
    rects = [(10 * (i % 58), 8 * (i // 58), 10, 8) for i in range(10_001)]
    assert read_pdf(write_pdf(Sheet(LINES, rects=rects))) == "\n".join(LINES) + "\n"


@pytest.mark.parametrize("seed", range(25))
def test_whatever_lines_cross_the_words_none_is_lost(seed: int) -> None:
    pick = Random(seed)
    rects = [
        (
            40 * pick.randrange(14),
            40 * pick.randrange(20),
            pick.choice([0, 0.5, 40, 200]),
            pick.choice([0, 0.5, 40, 400]),
        )
        for _ in range(pick.randrange(60))
    ]
    sheet = Sheet(pick.choices(LINES, k=20), pick.choice([0, 90]), pick.random() < 0.3, rects)
    read = Counter(read_pdf(write_pdf(sheet, Sheet(["附件", Ruled([HEADER, FIRST, SECOND])]))))
    assert not Counter("".join([*sheet.blocks, "附件", *HEADER, *FIRST, *SECOND])) - read  # merged cells repeat theirs


def test_halves_of_a_rare_character_are_one() -> None:
    halves = [Char(half, 0.0, 0.0, 0.0, 0.0) for half in ("\ud842", "\udfb7")]
    assert write(halves) == "\U00020bb7"


def test_a_table_inside_a_cell_is_read_once() -> None:
    outer = Ruled([("甲", "公布票价\n公布班次\n公布电话"), ("乙", "方便群众")], (40, 470))
    inner = [(x, y, 23, 13.5) for x in (105, 128) for y in (728.5, 742)]
    text = read_pdf(write_pdf(Sheet([outer], rects=inner)))
    assert "公布\t票价\n公布\t班次\n" in text
    assert sorted("".join(text.split())) == sorted("甲公布票价公布班次公布电话乙方便群众")


def test_a_scanned_form_has_no_text_layer() -> None:
    with pytest.raises(ReadError, match="没有文字层"):
        _read([Ruled([[""] * 6] * 4)])


def test_the_tasks_of_a_notice_with_its_annex() -> None:
    annex = [
        [Ruled([HEADER, FIRST, (*SECOND[:2], "每月公布饮用水水源", *SECOND[3:])])],
        [Ruled([HEADER, ("", "", "的水质监测结果。", "", "", ""), THIRD])],
    ]
    raw = write_pdf(*(Sheet(blocks) for blocks in (HEAD.splitlines(), *annex)))
    notice = extract(read_copy("notice.pdf", raw))
    found = [
        (
            section.title,
            [(a.mention, a.role) for a in task.agencies],
            {o.deadline.date for o in task.obligations if o.deadline},
        )
        for section, task in zip(notice.sections, notice.tasks, strict=True)
    ]
    assert found == [
        (
            "推进渡口票价公开",
            [("省交通运输厅", "lead"), ("省财政厅", "support"), ("各市人民政府", "support")],
            {"2020-06-30"},
        ),
        ("公开水质监测结果", [("省生态环境厅", "lead"), ("省水利厅", "support")], {"2020-12-31"}),
        ("公开养老机构名录", [("省民政厅", "lead"), ("各市人民政府", "support")], {"2020-09-30"}),
    ]
    assert notice.tasks[1].obligations[0].frequency == "P1M"
