"""The findings of a notice as marks in its text."""

from __future__ import annotations

from loaders.build import read_notices
from loaders.correcting import Correction
from loaders.project import project
from loaders.resolve.documents import Library
from tests.loaders.sample import NOTICES
from ui.web.marks import NoticeMarks, struck
from ui.web.notice import outline, task_cards

PLACE = {"view": "documents", "document": "document:x"}


def _read() -> NoticeMarks:
    notices, _ = read_notices([NOTICES / "01-yunling-2021.txt"])
    found = project(notices, Library([]), "mark")
    [copy] = found.of_label("Copy")
    return NoticeMarks(found, copy.id, notices[0].copy.text, "zh", PLACE)


def _words(marks: NoticeMarks, kind: str) -> set[str]:
    return {"".join(marks.text[mark.start : mark.end].split()) for mark in marks.all() if mark.kind == kind}


def test_every_kind_of_finding_is_marked_where_it_stands() -> None:
    marks = _read()
    assert {mark.kind for mark in marks.all()} == {
        "section", "task", "obligation", "agency", "citation", "channel", "when", "predicate",
    }  # fmt: skip
    assert {"按月", "按季度", "20日内", "每半年"} <= _words(marks, "when")
    assert {"政务微信", "省财政厅网站"} <= _words(marks, "channel")
    assert "省财政厅" in _words(marks, "agency")
    assert any("国办发〔2021〕12号" in words for words in _words(marks, "citation"))


def test_a_click_leads_to_the_node_and_keeps_the_place() -> None:
    marks = _read()
    monthly = next(mark for mark in marks.all() if mark.kind == "when" and mark.words == "每月")
    assert f"at={monthly.start}&" in monthly.href
    assert "node=obligation%3A" in monthly.href
    unlinked = NoticeMarks(marks.found, marks.copy, marks.text, "zh")
    assert {mark.href for mark in unlinked.all()} == {""}


def test_nothing_is_marked_in_a_copy_that_it_does_not_stand_in() -> None:
    marks = _read()
    assert NoticeMarks(marks.found, "copy:another", marks.text, "zh").all() == []


def test_each_task_has_its_card_and_each_section_its_line_in_the_outline() -> None:
    marks = _read()
    cards = task_cards(marks.found, marks.copy, "zh", PLACE)
    tasks = [mark for mark in marks.all() if mark.kind == "task"]
    assert set(cards) == {mark.start for mark in tasks}
    first = cards[min(cards)]
    assert "财政预决算与债务" in first
    assert ">云岭省财政厅</a>" in first
    assert "全省一般公共预算收支完成情况（每月）" in first
    sections = [mark for mark in marks.all() if mark.kind == "section"]
    shown = outline(marks.found, marks.copy)
    assert all(f'href="#{mark.anchor}"' in shown for mark in sections)


def test_what_was_marked_wrong_is_struck_out_with_who_and_why() -> None:
    wrong = Correction(
        "document:x", "aa", "duty", "1#1.1", 2, 6, "公开预算", "wrong", None, None, "印错", "张三", "2026-11-22T09:00:00+00:00"
    )  # fmt: skip
    [mark] = struck([wrong], "aa", "zh")
    assert (mark.start, mark.end, mark.kind) == (2, 6, "struck")
    assert mark.words == "义务标为有误  印错 · 张三，2026年11月22日"
    assert struck([wrong], "bb", "zh") == []
