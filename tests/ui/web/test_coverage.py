"""The matrix of agencies and policy domains, and the lists beside it."""

from __future__ import annotations

from loaders.records import Issue
from ui.web.coverage import LINES, Check, matrix_of, render_checks, render_issues, render_matrix

ROWS = [
    {"agency": "甲厅", "theme": "财政", "theme_key": "fiscal", "duties": 2},
    {"agency": "乙厅", "theme": "财政", "theme_key": "fiscal", "duties": 1},
    {"agency": "乙厅", "theme": "环境保护", "theme_key": "environment", "duties": 7},
]


def test_both_axes_begin_with_the_fullest() -> None:
    matrix = matrix_of(ROWS)
    assert matrix.agencies == ("乙厅", "甲厅")
    assert matrix.domains == (("environment", "环境保护"), ("fiscal", "财政"))
    assert (matrix.total("乙厅"), matrix.total("甲厅")) == (8, 2)


def test_a_figure_leads_to_its_duties_and_nothing_stands_where_there_are_none() -> None:
    shown = render_matrix(matrix_of(ROWS), "en")
    assert shown.count('<td class="figure step-') == 3
    assert "p.agencies=%E7%94%B2%E5%8E%85&amp;p.domain=fiscal&amp;lang=en" in shown
    assert "<td></td>" in shown
    assert 'tabindex="0"' in shown


def test_no_more_agencies_than_fit() -> None:
    rows = [{"agency": f"第{n}厅", "theme": "财政", "theme_key": "fiscal", "duties": 1} for n in range(LINES + 5)]
    assert render_matrix(matrix_of(rows), "zh").count('<th scope="row"') == LINES


def test_checks_and_issues_say_how_many_and_where() -> None:
    shown = render_checks([Check("quality/x", "哪些？", 500, True), Check("quality/y", "几个？", 3, False)], "zh")
    assert ">500+<" in shown
    assert ">3<" in shown
    assert "query=quality%2Fx" in shown
    issues = [Issue("note", "a.txt:3", "<b>小事", "看一看"), Issue("warning", "a.txt:1", "大事", "改")]
    listed = render_issues(issues)
    assert listed.index("大事") < listed.index("小事")
    assert "&lt;b&gt;小事" in listed
