"""Damage keeps its way back, changes what it says, and the extractor outlives it."""

from __future__ import annotations

import pytest

import data
from benchmarks.damage import clauses, rewriting, tables
from benchmarks.damage.text import INSERTED, edit, substitute
from benchmarks.fuzz import faults_of, fuzz, notice_texts
from benchmarks.kinds import KINDS, Kind
from benchmarks.robustness import score_kind
from loaders.document_json import document_json
from loaders.extract.notice import extract
from loaders.records import Copy

NOTICE = """云岭省人民政府办公室
2020年3月5日
一、突出重点
（一）推进预算公开。按月公开收支情况。（省财政厅、审计厅按职责分工分别牵头落实）
（二）推进收费公开。及时公布收费目录。（省发展改革委牵头，各市负责落实）
1.做好回应。主动回应关切。（各市、县负责落实）
"""


def test_edit_knows_where_each_character_came_from() -> None:
    damaged = edit("甲乙丙丁", [(1, 1, "——"), (2, 3, "XYZ")])
    assert damaged.text == "甲——乙XYZ丁"
    assert damaged.origin == (0, INSERTED, INSERTED, 1, 2, 2, 2, 3)
    assert damaged.back(1, 3) == (1, 1)
    assert damaged.back(3, 8) == (1, 4)


def test_damage_on_damage_leads_back_to_the_first_text() -> None:
    twice = substitute("甲，乙", "，", "、、").then(lambda text: substitute(text, "乙", " 丙"))
    assert twice.text == "甲、、 丙"
    assert twice.back(3, 5) == (2, 3)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_maps_what_it_leaves_alone_to_itself(name: str) -> None:
    text = notice_texts(data.HERE / "notices")[0]
    damaged = KINDS[name].damage(text)
    assert damaged.text != text
    assert len(damaged.text) == len(damaged.origin)
    assert all(INSERTED <= at < len(text) for at in damaged.origin)
    kept = sum(char == text[at] for char, at in zip(damaged.text, damaged.origin, strict=True) if at >= 0)
    assert kept > 0.5 * len(text)
    assert KINDS[name].damage(text) == damaged


def test_clauses_become_labels() -> None:
    labelled = clauses.labelled_clauses(NOTICE).text
    assert "（责任单位：省财政厅、审计厅）" in labelled
    assert "（牵头单位：省发展改革委；责任单位：各市）" in labelled
    assert "主动回应关切。责任单位：各市、县。\n" in clauses.bare_clauses(NOTICE).text


def test_items_become_rows() -> None:
    rows = tables.tabulated(NOTICE).text.split("\n")
    assert rows[2] == tables.HEADER.strip("\n")
    assert rows[3] == "一、突出重点\t\t\t\t"
    assert rows[4] == "（一）\t推进预算公开\t按月公开收支情况。\t省财政厅、审计厅\t"
    assert rows[5] == "（二）\t推进收费公开\t及时公布收费目录。\t省发展改革委\t各市"
    assert rows[6] == "1.\t做好回应\t主动回应关切。\t\t各市、县"


def test_an_item_with_two_clauses_has_two_rows() -> None:
    damaged = tables.tabulated("（一）推进甲。公开乙。（省财政厅牵头）公开丙。（省审计厅牵头）\n")
    assert damaged.text.split("\n")[1:] == [
        "（一）\t推进甲\t公开乙。\t省财政厅\t",
        "（一）\t推进甲\t公开丙。\t省审计厅\t",
        "",
        "",
    ]
    second = damaged.text.rindex("（一）")
    assert damaged.back(second, len(damaged.text) - 3) == (19, 28)


def test_numbers_change_their_style() -> None:
    assert "第一章 突出重点\n一、推进预算" in rewriting.chapters(NOTICE).text
    assert "1 突出重点\n1.1 推进预算" in rewriting.decimal(NOTICE).text
    assert "\n1.2.1 做好回应" in rewriting.decimal(NOTICE).text
    assert "一 突出重点" in rewriting.dotless(NOTICE).text


def test_signature_moves_behind_the_last_sentence() -> None:
    moved = clauses.signed_below(NOTICE)
    assert moved.text.startswith("一、")
    assert moved.text.index("云岭省人民政府办公室") > moved.text.index("主动回应关切")


def test_a_score_of_the_own_reading_is_full_and_of_a_lost_text_is_not() -> None:
    gold = document_json([extract(Copy("甲", "", NOTICE))])
    texts = {"甲": (NOTICE, gold)}
    same = score_kind(KINDS["crlf"], texts)
    assert {layer: tally.f1 for layer, tally in same.layers.items()} == dict.fromkeys(same.layers, 1.0)
    lost = score_kind(Kind(lambda text: edit(text, [(0, len(text), "无")])), texts)
    assert lost.layers["tasks"].f1 == 0


def test_a_span_that_cuts_something_else_is_a_fault() -> None:
    notice = extract(Copy("甲", "", NOTICE))
    assert list(faults_of(notice)) == []
    moved = Copy("甲", "", "无" * 40 + NOTICE)
    assert any("cut" in fault for fault in faults_of(type(notice)(moved, notice.header, notice.sections, notice.tasks)))


@pytest.mark.parametrize(
    "text", ["", "，", "\n\t\n", "（", "一、", "举行发布会", "序号\t任务\t责任单位\n\t内\t各县（市"]
)
def test_hardly_a_text_is_read_without_fault(text: str) -> None:
    assert list(faults_of(extract(Copy("甲", "", text)))) == []


def test_mutations_raise_nothing_and_keep_every_span_true() -> None:
    assert list(fuzz(notice_texts(data.HERE / "notices"), 150, seed=2)) == []


def test_a_fault_can_be_made_again() -> None:
    texts = ["甲乙丙" * 40]
    assert list(fuzz(texts, 3, seed=1)) == list(fuzz(texts, 3, seed=1))
