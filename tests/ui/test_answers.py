"""An answer table made ready to read."""

from __future__ import annotations

from typing import Any

from graph.values import Table
from queries.catalogue import load_catalogue
from tests.ui.web.sample import SampleStore
from ui.answers import agencies, answers, evidence, find_words, findings

DUTIES = load_catalogue()["agency/duties"]
ALL: dict[str, Any] = {"agencies": None, "frequency": None, "roles": ["lead", "support", "responsible"]}


def _duties() -> Table:
    return SampleStore().table(DUTIES.cypher, ALL)


def test_columns_in_words_none_empty_no_ids() -> None:
    shown = answers(DUTIES, _duties(), "zh")
    assert shown.columns == ("机构", "角色", "公开内容", "频率")
    assert shown.rows[0].cells == ("云岭省财政厅", "牵头", "全省财政收支情况", "每月")
    assert shown.rows[1].cells[3] == "及时"


def test_english_is_a_full_second_language() -> None:
    shown = answers(DUTIES, _duties(), "en")
    assert shown.columns == ("agency", "role", "information", "frequency")
    assert shown.rows[0].cells[1:] == ("leads", "全省财政收支情况", "monthly")


def test_evidence_has_place_clause_and_the_predicate_in_it() -> None:
    found = answers(DUTIES, _duties(), "zh").rows[0].evidence
    assert found is not None
    assert (found.number, found.section, found.heading) == ("岭政办发〔2021〕18号", "一（一）", "公开财政收支")
    assert [found.clause[start:end] for start, end in found.marks] == ["公开"]
    assert (found.rule, found.confidence) == ("trial", 0.98)


def test_the_name_is_marked_where_the_row_is_about_a_role() -> None:
    record = {
        "clause": "甲。（省财政厅牵头）",
        "document": "document:1",
        "start": 100,
        "mention_start": 103,
        "mention_end": 107,
    }
    found = evidence(record, "zh")
    assert found is not None
    assert [found.clause[a:b] for a, b in found.marks] == ["省财政厅"]
    assert evidence({"clause": None, "document": "document:1"}, "zh") is None


def test_a_predicate_is_found_over_a_line_break_and_in_parts() -> None:
    clause = "推\n进预算的公开和公开"
    assert [clause[a:b] for a, b in find_words(clause, "推进…公开")] == ["推\n进", "公开"]
    assert find_words(clause, "发布") == ()
    assert find_words(clause, "") == ()


def test_a_limit_is_shown_as_written_and_as_meant() -> None:
    query = load_catalogue()["time/deadlines"]
    columns = [column.name for column in query.columns]
    record = {"agencies": ["甲局"], "deadline": "5月底前", "deadline_date": "2021-05-31", "information": ["预算"]}
    shown = answers(query, Table.of(columns, [[record.get(name) for name in columns]]), "zh")
    assert dict(zip(shown.columns, shown.rows[0].cells, strict=True))["期限"] == "5月底前（2021年5月31日前）"
    assert not any("deadline" in name or name == "期限日" for name in shown.columns)


def test_a_list_of_notices_leads_to_each() -> None:
    query = load_catalogue()["document/list"]
    row = answers(query, SampleStore().table(query.cypher, {}), "zh").rows[0]
    assert row.document == "document:岭政办发〔2021〕18号"
    assert row.evidence is None
    assert row.cells[0] == "岭政办发〔2021〕18号"


def test_what_the_picture_starts_from() -> None:
    table = _duties()
    assert len(findings(table)) == 3
    assert all(id_.startswith("obligation:") for id_ in findings(table))
    assert agencies(table) == ("云岭省财政厅", "云岭省审计厅", "云岭省水利厅")
    assert findings(Table.of(["value"], [["x"]])) == ()
