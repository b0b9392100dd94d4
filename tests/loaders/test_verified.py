"""Verified facts: what is kept of a notice, what comes of it with and without the notice's text."""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from graph.validate import check
from loaders.build import fingerprint, read_notices
from loaders.document_json import document_json
from loaders.project import project
from loaders.resolve.copies import group_copies
from loaders.resolve.documents import Library
from loaders.score import LAYERS
from loaders.verified import RULE, fill, leave_out, notice_of, read_json, read_verified
from loaders.verified.cuts import LIMIT
from tests.loaders.sample import copy_of, read

ROOT = Path(__file__).parents[2]
VERIFIED = sorted((ROOT / "data" / "verified").glob("*.json"))
SEEDS = Path(os.environ.get("ZWGK_SEEDS") or ROOT.parent / "shared" / "seeds")
LONG = "各市县乡三级政府部门预算决算、专项资金管理办法和项目库建设以及使用结果"
TEXT = f"""云岭省财政厅关于做好2020年财政信息公开工作的通知
岭财办〔2020〕3号
各市财政局：
根据《云岭省财政厅〈关于财政信息公开工作〉的暂行办法》，现就做好有关工作通知如下。
一、预算公开。按月公布{LONG}。（预算处牵头）
云岭省财政厅
2020年4月9日
"""


@pytest.fixture(scope="module")
def reading():
    """What a reader says of an invented notice; the long item is one to him."""
    full = document_json([read(TEXT)])
    full["tasks"][0]["obligations"][0]["information"] = [LONG]
    return full


@pytest.fixture(scope="module")
def facts(reading):
    """That reading, kept as verified facts."""
    return {"verified": {"read_by": 2}, **leave_out(reading, TEXT)}


def strings(value):
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def test_leaving_out_and_filling_in_are_inverse(facts, reading):
    assert fill(facts, TEXT) == {"verified": {"read_by": 2}, **reading}


def test_no_clause_and_no_long_item_is_kept(facts):
    duty = facts["tasks"][0]["obligations"][0]
    start = TEXT.index(LONG)
    assert "text" not in duty
    assert duty["information"] == [{"cut": [[start, start + len(LONG)]]}]
    assert all(len(text) <= LIMIT for text in strings(facts["tasks"]))


def test_a_value_that_the_source_has_otherwise_is_cut_in_parts():
    text = "根据《云岭省财政厅〈关于财政信\n息公开工作〉的暂行办法（试行）》办理"
    title = "云岭省财政厅《关于财政信息公开工作》的暂行办法（试行）"
    left = leave_out({"information": [title]}, text)["information"][0]
    assert [part for part in left["cut"] if isinstance(part, str)] == ["《", "》"]
    assert fill({"information": [left], "tasks": [], "citations": []}, text)["information"] == [title]


def test_without_the_source_what_is_cut_is_absent(facts):
    notice = notice_of(facts)
    duty = notice.tasks[0].obligations[0]
    assert (notice.copy.text, duty.text, duty.information, duty.frequency) == ("", "", (), "P1M")
    assert {duty.at.rule, notice.tasks[0].at.rule} == {RULE}


def test_with_the_source_the_texts_are_cut_from_it(facts, reading):
    notice = notice_of(facts, copy_of(TEXT))
    assert notice.tasks[0].obligations[0].text == f"按月公布{LONG}"
    assert document_json([notice])["tasks"] == reading["tasks"]


@pytest.fixture
def folder(tmp_path, facts):
    (tmp_path / "facts.json").write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
    return tmp_path


def test_verified_facts_win_over_what_the_rules_find(folder, facts):
    (folder / "source.txt").write_text(TEXT, "utf-8", newline="")
    notices, issues = read_notices([folder])
    assert issues == []
    assert [(notice.copy.source, notice.copy.text, notice.tasks[0].at.rule) for notice in notices] == [
        ("source.txt", TEXT, RULE)
    ]


def test_the_facts_alone_make_a_notice(folder):
    notices, issues = read_notices([folder])
    assert (len(notices), issues, notices[0].copy.text) == (1, [], "")


def test_facts_of_another_file_leave_the_extractor_alone(folder):
    (folder / "source.txt").write_text(TEXT + "\n", "utf-8", newline="")
    notices, _ = read_notices([folder])
    assert sorted(notice.tasks[0].at.rule == RULE for notice in notices) == [False, True]
    (group,) = group_copies(notices)
    assert group[0].copy.text, "the copy whose text is here is the primary one"


def test_fingerprints_tell_rules_facts_and_texts_apart(facts):
    changed = copy.deepcopy(facts)
    changed["tasks"][0]["agencies"][0]["role"] = "support"
    source = copy_of(TEXT)
    notices = [read(TEXT), notice_of(facts), notice_of(facts, source), notice_of(changed, source)]
    assert len({fingerprint([notice]) for notice in notices}) == 4
    assert fingerprint([notice_of(facts)]) == fingerprint([notice_of(copy.deepcopy(facts))])


def test_json_for_another_purpose_is_passed_over_unless_it_is_named(tmp_path):
    other = tmp_path / "other.json"
    other.write_text("[1]", "utf-8")
    assert read_verified([tmp_path]) == ({}, [])
    found, issues = read_verified([other])
    assert (found, [issue.level for issue in issues]) == ({}, ["error"])


def test_facts_that_lack_something_become_an_issue(tmp_path, facts):
    broken = copy.deepcopy(facts)
    del broken["tasks"][0]["obligations"][0]["kind"]
    (tmp_path / "broken.json").write_text(json.dumps(broken), "utf-8")
    found, issues = read_verified([tmp_path])
    assert found == {}
    assert "'kind'" in issues[0].what


@pytest.mark.parametrize("path", VERIFIED, ids=lambda path: path.stem)
def test_the_verified_notices_are_sound_without_their_texts(path):
    facts = read_json(path)
    notice = notice_of(facts)
    graph = project([notice], Library(), "mark")
    assert check(graph) == []
    assert len([*graph.of_label("Obligation")]) == sum(len(task["obligations"]) for task in facts["tasks"]) > 100
    assert re.fullmatch("[0-9a-f]{64}", notice.copy.sha256)
    assert set(facts["verified"]["agreement"] or LAYERS) == set(LAYERS)
    assert max(map(len, strings([facts["tasks"], facts["sections"]]))) <= LIMIT


def test_the_finance_departments_monthly_duty_is_known():
    graphs = [project([notice_of(read_json(path))], Library(), "mark") for path in VERIFIED]
    monthly = {
        graph.nodes[edge.source].properties["name"]
        for graph in graphs
        for edge in graph.of_type("BEARS")
        if graph.nodes[edge.target].properties.get("frequency") == "P1M"
        and "全省财政收支情况" in graph.nodes[edge.target].properties["information"]
    }
    assert {"黑龙江省财政厅", "山西省财政厅"} <= monthly


def test_two_copies_of_one_notice_are_one_document():
    notices = [notice_of(read_json(path)) for path in VERIFIED]
    groups = group_copies(replace(notice) for notice in notices)
    assert sorted(len(group) for group in groups) == [1, 1, 1, 2]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the notices themselves are not here (ZWGK_SEEDS)")
def test_no_run_of_a_notice_stands_in_the_project():
    """24 characters in a row, blanks removed, are too many, wherever they stand."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    runs = {run for path in SEEDS.glob("*.txt") for run in _runs(path)}
    assert len(runs) > 10_000
    found = {name: sorted(runs & set(_runs(ROOT / name)))[:3] for name in listed.stdout.splitlines()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def _runs(path: Path) -> list[str]:
    if not path.is_file():
        return []
    text = "".join(unicodedata.normalize("NFKC", path.read_text("utf-8", errors="replace")).split())
    runs = (text[at : at + LIMIT + 1] for at in range(len(text) - LIMIT))
    return [run for run in runs if re.search("[\u4e00-\u9fff]", run)]
