"""HTML for the page: escaped, in words, with the way to the notice."""

from __future__ import annotations

from graph.values import Node
from tests.ui.web.sample import COPY, sample
from ui.answers import Answers, Evidence, Row
from ui.web import markup
from ui.web.notice import summary, task_cards

HOSTILE = '"><script>alert(1)</script>'


def _evidence(**changes: object) -> Evidence:
    facts: dict[str, object] = {
        "number": HOSTILE, "section": "一（一）", "heading": HOSTILE, "clause": f"公开{HOSTILE}", "marks": ((0, 2),),
        "rule": HOSTILE, "confidence": 0.5, "document": HOSTILE, "start": 12,
    }  # fmt: skip
    return Evidence(**{**facts, **changes})  # type: ignore[arg-type]  # built from a mapping for brevity


def test_hostile_text_is_escaped_in_every_cell_and_in_the_evidence() -> None:
    rows = (Row((HOSTILE,), _evidence()), Row((HOSTILE,), None, HOSTILE))
    html = markup.table(Answers((HOSTILE,), (HOSTILE,), rows), "zh")
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 6


def test_the_predicate_is_marked_a_doubt_shows_and_the_link_leads_to_the_place() -> None:
    html = markup.clause(_evidence(number="甲〔2021〕1号", document="document:甲"), "en")
    assert "<mark>公开</mark>" in html
    assert 'class="doubt"' in html
    assert "?view=documents&amp;document=document%3A%E7%94%B2&amp;at=12&amp;lang=en" in html
    assert 'class="doubt"' not in markup.clause(_evidence(confidence=0.98), "zh")


def test_a_long_clause_is_folded() -> None:
    assert "<details>" in markup.clause(_evidence(clause="公开" * 200), "zh")
    assert "<details>" not in markup.clause(_evidence(), "zh")


def test_facts_of_a_node_in_words_without_ids_and_offsets() -> None:
    duty = next(node for node in sample().of_label("Obligation") if node.properties.get("frequency") == "P1M")
    html = markup.facts(duty, "zh")
    assert "每月" in html
    assert "P1M" not in html
    assert "公开" in html
    assert "copy:" not in html
    assert "document:" not in html
    channel = Node("Channel", "channel:x", {"name": HOSTILE, "type": "website"})
    assert "<script" not in markup.facts(channel, "zh")
    assert "网站" in markup.facts(channel, "zh")


def test_cards_beside_a_notice() -> None:
    cards = task_cards(sample(), COPY, "zh")
    assert len(cards) == 2
    html = "".join(cards.values())
    assert "牵头</span> 云岭省财政厅" in html
    assert "公开 全省财政收支情况（每月）" in html
    assert "&lt;饮用水&gt;" in html
    assert "<饮用水>" not in html
    assert "2 项任务，3 项义务。" in summary(sample(), "zh")
    assert task_cards(sample(), "copy:another", "en") == {}
