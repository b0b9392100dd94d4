"""What was handed in, before it is stored, in words."""

from __future__ import annotations

import html
import re

from graph.values import Node
from loaders.build import read_notices
from loaders.importing import Changes
from loaders.plan import Plan, Planned
from loaders.records import Issue, Notice
from loaders.resolve.decisions import NONE
from loaders.resolve.documents import Library
from tests.loaders.sample import NOTICES
from ui.web.review import changes_in_words, issues_of, listed_issues, sentence, text_with_marks


def _planned() -> tuple[Notice, Planned, Plan]:
    [notice] = read_notices([NOTICES / "04-qixialing-2022.txt"])[0]
    planned = Planned("document:x", [notice], "mark", None)
    return notice, planned, Plan((planned,), (), Library([]), NONE)


ISSUES = [
    Issue("warning", "04-qixialing-2022.txt:371", "期限<早>", "核实"),
    Issue("note", "another.txt:5", "别处", "看"),
    Issue("error", "bad.pdf", "已损坏", "换一份"),
]


def test_one_sentence_says_what_was_read() -> None:
    _, planned, _ = _planned()
    assert sentence([planned], ISSUES, "zh") == "读成 1 份文件：新 1 份；1 个读不成。"
    assert sentence([planned], [], "en") == "1 document read: 1 new."
    assert sentence([], ISSUES, "en") == "0 documents read; 1 could not be read."


def test_the_text_is_whole_with_marks_cards_and_flags_and_nothing_to_click() -> None:
    notice, _, plan = _planned()
    shown = text_with_marks(notice, plan, ISSUES[:1], "zh")
    assert '<span class="flag" id="i-0" title="期限&lt;早&gt;">▲</span>' in shown
    assert shown.count('class="card"') == len(notice.tasks)
    assert "<a " not in shown
    text = shown.partition('<div class="notice carded">')[2].removesuffix("</div>")
    text = re.sub(r'<span class="flag".*?</span>', "", text)
    while 'class="card"' in text:
        text = _without_card(text)
    assert html.unescape(re.sub(r"<[^>]*>", "", text)) == notice.copy.text


def _without_card(text: str) -> str:
    """`text` without its first card, whose elements are balanced."""
    start = text.index('<span class="card"')
    depth, at = 0, start
    for tag in re.finditer(r"<(/?)span", text[start:]):
        depth += -1 if tag[1] else 1
        at = start + tag.end()
        if depth == 0:
            break
    return text[:start] + text[at:].partition(">")[2]


def test_an_issue_leads_to_its_place_only_where_it_stands_in_the_text() -> None:
    notice, planned, _ = _planned()
    own = issues_of(planned, ISSUES)
    assert own == ISSUES[:1]
    assert 'href="#i-0"' in listed_issues(own, notice, "zh")
    unread = listed_issues(ISSUES[2:], None, "zh")
    assert "bad.pdf" in unread
    assert "href" not in unread


def test_what_changes_is_told_by_kind() -> None:
    duty = Node("Obligation", "obligation:x/1#1.1", {"number": "1.1#1.1", "caption": "公开<b>"})
    told = changes_in_words(Changes(gained=(duty,), changed=(duty, duty)), "zh")
    assert "新增 1 项" in told
    assert "改动 2 项" in told
    assert "不再有" not in told
    assert "义务 一（一） 公开&lt;b&gt;" in told
