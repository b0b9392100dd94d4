"""Obligations of whole sentences, with all their attributes."""

from __future__ import annotations

import itertools

import pytest

from loaders.records import ChannelUse
from tests.loaders.sample import duties, read_body, task


def test_two_clauses_are_two_obligations_with_their_own_attributes() -> None:
    first, second = duties("及时发布船舶报废计划、补贴名单等信息，按季度公布水运能耗数据等。")
    assert (first.timing, first.frequency, first.information) == (("timely",), None, ("船舶报废计划", "补贴名单"))
    assert (second.timing, second.frequency, second.information) == ((), "P3M", ("水运能耗数据",))


def test_a_general_clause_and_its_detail_are_two() -> None:
    found = duties("加强船检结果公开，及时通过省政府网站公开船检结果。")
    assert [duty.predicate for duty in found] == ["加强…公开", "公开"]
    assert found[1].channels == (ChannelUse("省政府网站", "政府网站", "website"),)


def test_verbs_of_answering_side_by_side_are_one() -> None:
    [found] = duties("对乘客质疑，要及时发声，澄清误传，解疑释惑。")
    assert found.kind == "respond"
    assert found.text.endswith("解疑释惑")


def test_other_spans_do_not_overlap() -> None:
    text = "按月公布票价，在渡口公示班次，并做好解读；督促企业公开能耗，9月底前，向社会公布检验结果。"
    spans = [(duty.at.start, duty.at.end) for duty in duties(text)]
    assert len(spans) == 5
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_a_bracket_or_quotation_holds_no_obligation() -> None:
    [found] = duties("公布票价（含附加费，解读另行安排）和“公开承诺、公示结果”活动名单。")
    assert found.kind == "disclose"


def test_a_limit_of_the_clause_goes_to_every_duty_that_has_none() -> None:
    notice = read_body(
        "一、水运\n（一）票价信息。公布票价。5月底前公布班次。责任单位：省交通运输厅；完成时限：2020年8月底前。\n"
    )
    dates = [duty.deadline.date for duty in task(notice, "1.1#1").obligations if duty.deadline]
    assert dates == ["2020-08-31", "2020-05-31"]


def test_ids_count_within_the_task() -> None:
    notice = read_body("一、水运\n（一）票价信息。公布票价。公布班次。（省交通运输厅负责）公布水深。\n")
    ids = [duty.id for item in notice.tasks for duty in item.obligations]
    assert ids == ["1.1#1.1", "1.1#1.2", "1.1#2.1"]


@pytest.mark.parametrize("text", ["，。", "公布票价。，；、。公布班次。", "；；", "“。”", "（，）。"])
def test_a_sentence_of_marks_says_nothing(text: str) -> None:
    assert len(duties(text)) == text.count("公布")
