"""Marks in the text of a notice."""

from __future__ import annotations

import html
import re

from ui.web.reader import Mark, render_notice


def _text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_marks_nest_and_the_text_stays_itself() -> None:
    text = "按月公开预算。（省财政厅牵头）"
    marks = [Mark(0, 6, "obligation", "公开 每月"), Mark(2, 4, "predicate"), Mark(8, 12, "agency", "牵头 甲")]
    assert render_notice(text, marks) == (
        '<span class="obligation" title="公开 每月">按月</span>'
        '<span class="obligation" title="公开 每月"><span class="predicate">公开</span></span>'
        '<span class="obligation" title="公开 每月">预算</span>'
        '。（<span class="agency" title="牵头 甲">省财政厅</span>牵头）'
    )


def test_marks_that_cross_still_give_the_text_and_whole_elements() -> None:
    text = "一二三四五六"
    markup = render_notice(text, [Mark(0, 4, "obligation"), Mark(2, 6, "agency"), Mark(2, 6, "predicate")])
    assert _text(markup) == text
    assert markup.count("<span") == markup.count("</span>")


def test_text_and_words_are_escaped() -> None:
    text = '<script>alert("1")</script>&'
    markup = render_notice(text, [Mark(0, 8, "obligation", '"><img src=x onerror=1>')])
    assert "<script" not in markup
    assert "<img" not in markup
    assert _text(markup) == text


def test_the_mark_asked_for_is_here_in_all_its_parts_and_no_other_is() -> None:
    marks = [Mark(1, 4, "obligation"), Mark(1, 2, "predicate"), Mark(1, 4, "section")]
    markup = render_notice("一二三四", marks, here=1)
    assert markup.count('class="obligation here"') == 2
    assert markup.count("here") == 2
    assert render_notice("一二", [], here=1) == "一二"


def test_marks_outside_the_text_are_left_out() -> None:
    assert render_notice("一二", [Mark(1, 9, "agency"), Mark(-1, 1, "agency"), Mark(1, 1, "agency")]) == "一二"
