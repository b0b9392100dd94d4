"""Corrections put on a reading, and what a build makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.values import Graph
from loaders.build import build, read_notices
from loaders.correcting import Correction, Corrections, candidates, correct, find_place, value_of, words_of
from loaders.extract.notice import extract
from loaders.records import Notice
from tests.loaders.sample import NOTICES
from tests.loaders.test_build import NOTICE, NUMBER, VERIFIED, MemoryStore, numbered

DOCUMENT = f"document:{NUMBER}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "7.txt").write_text(NOTICE, encoding="utf-8")
    return tmp_path


def notice(folder: Path) -> Notice:
    return read_notices([folder])[0][0]


def correction(read: Notice, words: str, field: str, new: Any, **changes: Any) -> Correction:
    """The correction of the finding on `words`: a body by its mention, a duty by its predicate, a task by its id."""
    for what in ("task", "body", "duty"):
        for id_, at, found in candidates(read, what):  # type: ignore[arg-type]
            if getattr(found, {"task": "id", "body": "mention", "duty": "text"}[what]) == words:
                facts = {
                    "document": DOCUMENT, "copy": read.copy.sha256, "what": what, "finding": id_, "start": at.start,
                    "end": at.end, "words": words_of(read, at), "field": field, "old": value_of(found, field),  # type: ignore[arg-type]
                    "new": new, "reason": "核对原件", "who": "张三", "when": "2026-11-22T10:00:00+08:00",
                }  # fmt: skip
                return Correction(**{**facts, **changes})
    raise AssertionError(words)


CASES = {
    "agency": ("省财政厅", "agency", "云岭省审计厅"),
    "role": ("省财政厅", "role", "support"),
    "wrong body": ("省财政厅", "wrong", None),
    "frequency": ("按月公布渡轮票价", "frequency", "P1W"),
    "no frequency": ("按月公布渡轮票价", "frequency", None),
    "information": ("按月公布渡轮票价", "information", ("渡轮票价", "渡轮班次")),
    "wrong duty": ("按月公布渡轮票价", "wrong", None),
    "domain": ("1.1#1", "domain", "health"),
    "wrong task": ("1.1#1", "wrong", None),
}


def seen(graph: Graph) -> set[tuple[Any, ...]]:
    """What the corrections of CASES may change."""
    names = {node.id: node.properties.get("name") for node in graph.nodes.values()}
    numbers = {node.id: node.properties.get("number") for node in graph.nodes.values()}
    found: set[tuple[Any, ...]] = {
        (edge.type, names[edge.source], numbers[edge.target])
        for edge in graph.edges.values()
        if edge.type in ("LEADS", "SUPPORTS", "RESPONSIBLE_FOR", "BEARS")
    }
    found |= {
        ("FREQUENCY", n.properties["number"], n.properties.get("frequency")) for n in graph.of_label("Obligation")
    }
    found |= {("DISCLOSES", numbers[e.source], names[e.target]) for e in graph.of_type("DISCLOSES")}
    found |= {("DOMAIN", numbers[e.source], e.target) for e in graph.of_type("IN_DOMAIN") if e.properties["primary"]}
    return found


@pytest.mark.parametrize(
    ("case", "gone", "come"),
    [
        (
            "agency",
            {("LEADS", "云岭省财政厅", "1.1#1"), ("BEARS", "云岭省财政厅", "1.1#1.1")},
            {("LEADS", "云岭省审计厅", "1.1#1"), ("BEARS", "云岭省审计厅", "1.1#1.1")},
        ),
        ("role", {("LEADS", "云岭省财政厅", "1.1#1")}, {("SUPPORTS", "云岭省财政厅", "1.1#1")}),
        ("wrong body", {("LEADS", "云岭省财政厅", "1.1#1"), ("BEARS", "云岭省财政厅", "1.1#1.1")}, set()),
        ("frequency", {("FREQUENCY", "1.1#1.1", "P1M")}, {("FREQUENCY", "1.1#1.1", "P1W")}),
        ("no frequency", {("FREQUENCY", "1.1#1.1", "P1M")}, {("FREQUENCY", "1.1#1.1", None)}),
        ("information", set(), {("DISCLOSES", "1.1#1.1", "渡轮班次")}),
        (
            "wrong duty",
            {
                ("FREQUENCY", "1.1#1.1", "P1M"),
                ("DISCLOSES", "1.1#1.1", "渡轮票价"),
                ("BEARS", "云岭省财政厅", "1.1#1.1"),
            },
            set(),
        ),
        ("domain", {("DOMAIN", "1.1#1", "domain:fiscal")}, {("DOMAIN", "1.1#1", "domain:health")}),
        (
            "wrong task",
            {
                ("FREQUENCY", "1.1#1.1", "P1M"),
                ("DISCLOSES", "1.1#1.1", "渡轮票价"),
                ("BEARS", "云岭省财政厅", "1.1#1.1"),
                ("LEADS", "云岭省财政厅", "1.1#1"),
                ("DOMAIN", "1.1#1", "domain:fiscal"),
            },
            set(),
        ),
    ],
)
def test_a_correction_changes_what_it_says_and_nothing_else(
    folder: Path, case: str, gone: set[Any], come: set[Any]
) -> None:
    (folder / "8.txt").write_text(numbered(8), encoding="utf-8")
    build([folder], store := MemoryStore())
    before = dict(store.graphs)
    made = Corrections((correction(notice(folder), *CASES[case]),))
    report = build([folder], store, corrections=made)
    assert report.written == [DOCUMENT]
    assert (seen(before[DOCUMENT]) - seen(store.graphs[DOCUMENT]), seen(store.graphs[DOCUMENT]) - seen(before[DOCUMENT])) == (gone, come)  # fmt: skip
    assert build([folder], store, corrections=made).written == []
    assert build([folder], store).written == [DOCUMENT]
    assert store.graphs == before


def test_the_graph_says_who_corrected_when_and_why(folder: Path) -> None:
    read = notice(folder)
    made = [correction(read, *CASES[case]) for case in ("role", "frequency", "domain")]
    build([folder], store := MemoryStore(), corrections=Corrections(tuple(made)))
    graph = store.graphs[DOCUMENT]
    duty = next(node for node in graph.of_label("Obligation") if node.properties["number"] == "1.1#1.1")
    claims = [edge for type_ in ("SUPPORTS", "IN_DOMAIN", "BEARS") for edge in graph.of_type(type_)]
    claims = [edge for edge in claims if "1.1#1" in edge.source + edge.target]
    assert len(claims) == 3
    for facts in (duty.properties, *(edge.properties for edge in claims)):
        assert (facts["corrected_by"], facts["corrected_on"], facts["reason"]) == ("张三", "2026-11-22T10:00:00+08:00", "核对原件")  # fmt: skip
        assert str(facts["rule"]).endswith("/correction")
        assert facts["confidence"] == 1.0
    others = [node for node in graph.of_label("Obligation") if node.id != duty.id]
    assert all("corrected_by" not in node.properties for node in others)


def test_a_correction_is_found_in_another_copy_by_its_words(folder: Path) -> None:
    read = notice(folder)
    other = replace(read.copy, sha256="b" * 64, text="\n\n" + read.copy.text)
    again = extract(other)
    for case in CASES.values():
        found = find_place(again, correction(read, *case))
        assert found is not None
        assert found.at.start == correction(read, *case).start + 2


def test_a_correction_of_the_simplified_copy_is_found_in_the_traditional_one() -> None:
    one, other = (read_notices([NOTICES / name])[0][0] for name in ("01-yunling-2021.txt", "02-yunling-2021-hant.txt"))
    bodies = [correction(one, body.mention, "role", "support") for task in one.tasks[:9] for body in task.agencies]
    assert len(bodies) > 10
    assert all(find_place(other, made) is not None for made in bodies)


def test_a_place_that_moved_a_little_is_still_the_place(folder: Path) -> None:
    read = notice(folder)
    made = correction(read, *CASES["frequency"])
    assert find_place(read, replace(made, end=made.end - 2)) == find_place(read, made)
    assert find_place(read, replace(made, start=0, end=3)) is None


def test_a_correction_whose_place_is_gone_is_told_and_changes_nothing(folder: Path) -> None:
    made = Corrections((correction(notice(folder), *CASES["frequency"]),))
    build([folder], store := MemoryStore())
    (folder / "7.txt").write_text(NOTICE.replace("按月公布渡轮票价", "按月公布渡轮航线"), encoding="utf-8")
    report = build([folder], store, corrections=made)
    [issue] = [issue for issue in report.issues if "更正的位置已不在" in issue.what]
    assert "按月公布渡轮票价" in issue.what
    assert build([folder], store).written == []


def test_a_correction_of_a_document_that_is_not_held_is_told_and_of_one_held_elsewhere_is_not(tmp_path: Path) -> None:
    for name, serial in (("a", 7), ("b", 8)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(numbered(serial), encoding="utf-8")
    made = Corrections((correction(notice(tmp_path / "a"), *CASES["frequency"]),))
    store = MemoryStore()
    assert ["文件不在图里" in i.what for i in build([tmp_path / "b"], store, corrections=made).issues] == [True]
    build([tmp_path / "a"], store, corrections=made)
    assert build([tmp_path / "b"], store, corrections=made).issues == []


def test_a_correction_holds_for_what_readers_verified_too() -> None:
    build([VERIFIED], store := MemoryStore())
    document = "document:黑政办发〔2017〕22号"
    read = next(each for each in read_notices([VERIFIED])[0] if each.header.number == "黑政办发〔2017〕22号")
    duty = next(duty for task in read.tasks for duty in task.obligations if duty.frequency == "P1M")
    facts = (document, read.copy.sha256, "duty", duty.id, duty.at.start, duty.at.end, "", "frequency", "P1M", "P1W")
    made = Correction(*facts, "试", "张三", "2026-11-22T10:00:00+08:00")  # type: ignore[arg-type]
    report = build([VERIFIED], store, corrections=Corrections((made,)))
    assert report.written == [document]
    node = next(n for n in store.graphs[document].of_label("Obligation") if n.properties["number"] == duty.id)
    assert (node.properties["frequency"], node.properties["rule"]) == ("P1W", "verified/correction")


def test_of_two_tasks_on_one_body_two_that_became_one_claim_stay_one(folder: Path) -> None:
    read = notice(folder)
    bodies = read.tasks[0].agencies
    doubled = replace(read, tasks=(replace(read.tasks[0], agencies=(*bodies, replace(bodies[0], role="support", at=replace(bodies[0].at, start=1, end=2)))),))  # fmt: skip
    made = correction(read, "省财政厅", "role", "support")
    assert [body.role for body in correct(doubled, [made]).tasks[0].agencies] == ["support"]
