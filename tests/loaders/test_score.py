"""Section 8 of the guide: what counts as right, and what a run shows against a frozen one."""

from __future__ import annotations

import copy
import itertools
import json
import shutil
from typing import Any

import pytest
from typer.testing import CliRunner

from loaders.document_json import document_json
from loaders.score import LAYERS, compare_runs, frozen_json, score_document, score_files, sum_reports
from loaders.score.compare import alike, assign, overlap
from tests.loaders.sample import NOTICES, read
from ui.cli.main import app


def body(mention, role, start):
    name = f"云岭{mention}"
    place = {"start": start, "end": start + len(mention)}
    return {"mention": mention, "name": name, "role": role, "kind": "agency", "repaired": False, **place}


def obligation(number, start, end, **fields):
    nothing = {"information": [], "frequency": None, "times": None, "timing": [], "deadline": None, "trigger": None}
    lists = {"bearers": [], "channels": []}
    said = {"id": number, "kind": "disclose", "predicate": "公布", "start": start, "end": end, "text": ""}
    return {**said, **nothing, **lists, **fields}


def task(number, start, end, agencies, domains, obligations):
    place = {"section": number.partition("#")[0], "start": start, "end": end, "et_al": False}
    return {"id": number, **place, "agencies": agencies, "domains": domains, "obligations": obligations}


DEADLINE = {
    "text": "6月底前",
    "date": "2020-06-30",
    **dict.fromkeys(("recurs", "amount", "unit", "from", "event")),
}
SAMPLE: dict[str, Any] = {
    "document": {"number": "岭政办发〔2020〕7号", "instrument": "2020年云岭省政务公开工作要点", "region": ["云岭省"]},
    "sections": [{"path": "1", "title": "财政信息公开", "start": 100, "end": 108}],
    "tasks": [
        task(
            "1.1#1",
            110,
            210,
            [body("省财政厅", "lead", 190), body("省审计厅", "support", 197)],
            {"primary": "fiscal", "also": []},
            [
                obligation(
                    "1.1#1.1",
                    120,
                    140,
                    information=["全省库款余额", "债务余额"],
                    frequency="P1M",
                    channels=[{"mention": "政府网站", "name": "政府网站", "type": "website"}],
                    bearers=["各市"],
                ),
                obligation("1.1#1.2", 142, 160, information=["决算"], deadline=DEADLINE),
            ],
        ),
        task(
            "1.2#1",
            210,
            260,
            [body("省审计厅", "responsible", 250)],
            {"primary": "audit", "also": []},
            [
                obligation(
                    "1.2#1.1", 230, 240, kind="respond", timing=["timely"], information=["群众疑问"], trigger="年末"
                )
            ],
        ),
    ],
    "citations": [
        {"text": "", "title": "审计办法", "number": None, "start": 215, "end": 225, "role": "basis", "task": "1.2#1"}
    ],
}
"""A reading as the guide's section 7 has it, with one finding at least in each layer."""


@pytest.fixture
def sample() -> dict[str, Any]:
    return copy.deepcopy(SAMPLE)


@pytest.fixture
def gold():
    return copy.deepcopy(SAMPLE)


def shares(gold, found):
    report = score_document(gold, found, "sample")
    return {layer: (round(tally.right, 3), tally.found, tally.gold) for layer, tally in report.layers.items()}


def causes(gold, found):
    return {(f.layer, f.cause, f.place) for f in score_document(gold, found, "sample").failures}


def duty(doc, task=0, number=0):
    return doc["tasks"][task]["obligations"][number]


def test_a_reading_equals_itself_in_every_layer(sample):
    report = score_document(sample, sample, "sample")
    assert tuple(report.layers) == LAYERS
    assert all(
        tally.right == tally.found == tally.gold > 0 for name, tally in report.layers.items() if name != "trigger"
    )
    assert report.failures == ()


def test_width_and_line_breaks_do_not_count_but_a_letter_does(gold, sample):
    gold["tasks"][0]["agencies"][0]["mention"] = "省 财\n政厅"
    gold["document"]["instrument"] = "２０２０年云岭省政务公开工作要点"
    assert causes(gold, sample) == set()
    gold["tasks"][0]["agencies"][0]["mention"] = "省财政局"
    assert causes(gold, sample) == {("agencies", "differs", "1.1#1")}


def test_fields_that_the_gold_does_not_give_are_not_scored(gold, sample):
    gold["document"]["number"] = None
    assert shares(gold, sample)["document"] == (2, 2, 2)


def test_the_role_counts_in_agencies_and_not_in_names(gold, sample):
    gold["tasks"][0]["agencies"][1]["role"] = "lead"
    assert shares(gold, sample)["agencies"] == (2, 3, 3)
    assert shares(gold, sample)["names"] == (3, 3, 3)


def test_groups_are_not_scored_under_names(gold, sample):
    gold["tasks"][0]["agencies"][1] |= {"kind": "group", "name": "别的"}
    assert shares(gold, sample)["names"] == (2, 3, 2)


@pytest.mark.parametrize(("share", "right"), [(0.91, 2), (0.89, 1)])
def test_a_task_is_found_where_nine_tenths_overlap(gold, sample, share, right):
    span = gold["tasks"][0]
    span["end"] = span["start"] + round(100 / share)
    assert shares(gold, sample)["tasks"][0] == right


def test_an_obligation_of_another_kind_is_no_match_and_lacks_all_attributes(gold, sample):
    duty(gold)["kind"] = "interpret"
    found = shares(gold, sample)
    assert found["obligations"] == (2, 3, 3)
    assert found["frequency"] == (0, 1, 1)
    assert found["channels"] == (0, 1, 1)
    assert found["information"][0] == pytest.approx(found["information"][2] - 2)
    assert causes(gold, sample) == {("obligations", "kind", "1.1#1.1")}


def test_half_of_the_span_makes_a_match(gold, sample):
    span = duty(gold)
    whole = span["end"] - span["start"]
    span["end"] = span["start"] + whole // 2 + 1
    assert shares(gold, sample)["obligations"] == (3, 3, 3)
    span["end"] = span["start"] + whole // 2 - 1
    assert shares(gold, sample)["obligations"] == (2, 3, 3)
    assert causes(gold, sample) == {("obligations", "span", "1.1#1.1")}


def test_times_belong_to_the_frequency(gold, sample):
    duty(gold)["times"] = 2
    assert shares(gold, sample)["frequency"] == (0, 1, 1)


def test_a_deadline_that_is_only_worded_otherwise_is_wrong_and_says_so(gold, sample):
    duty(gold, number=1)["deadline"]["text"] = "六月底"
    assert shares(gold, sample)["deadline"] == (0, 1, 1)
    assert causes(gold, sample) == {("deadline", "wording", "1.1#1.2")}


def test_unmatched_duties_count_in_layers_but_not_among_the_paired(gold, sample):
    missed = copy.deepcopy(sample)
    missed["tasks"][0]["obligations"].pop(0)
    report = score_document(gold, missed, "sample")
    assert report.layers["channels"].recall == 0
    assert report.paired["channels"].f1 == 1


def test_information_is_scored_by_characters(gold, sample):
    duty(gold)["information"] = ["全省库款余额", "债务余额表"]
    right, found, wanted = shares(gold, sample)["information"]
    assert (found, wanted) == (4, 4)
    assert right == pytest.approx(3 + 2 * 4 / 9, abs=1e-3)
    assert causes(gold, sample) == {("information", "boundary", "1.1#1.1")}


def test_a_citation_needs_its_title_and_a_shared_place(gold, sample):
    last = len(gold["citations"]) - 1
    gold["citations"][last]["start"] += 1
    assert shares(gold, sample)["citations"] == (last + 1, last + 1, last + 1)
    gold["citations"][last]["title"] = "别的办法"
    assert shares(gold, sample)["citations"][0] == last


def test_domains_are_sets_and_the_primary_counts_alone(gold, sample):
    domains = gold["tasks"][0]["domains"]
    domains["also"] = [*domains["also"], "tourism"]
    assert shares(gold, sample)["domain primary"][0] == 2
    assert causes(gold, sample) == {("domains", "missing", "1.1#1")}


def test_the_assignment_is_the_best_one_where_the_greedy_one_is_not():
    worths = [[0.9, 0.8, 0.0], [0.85, 0.1, 0.0]]
    pairs = assign([0, 1], [0, 1, 2], lambda i, j: worths[i][j])
    assert [(i, j) for i, j, _ in pairs] == [(0, 1), (1, 0)]


@pytest.mark.parametrize("seed", range(20))
def test_the_assignment_equals_the_best_of_all(seed):
    import random

    dice = random.Random(seed)
    rows, columns = dice.randint(1, 5), dice.randint(1, 5)
    worths = [[dice.choice((0.0, dice.random())) for _ in range(columns)] for _ in range(rows)]
    turned = worths if rows <= columns else [list(row) for row in zip(*worths, strict=True)]
    best = max(
        sum(turned[i][j] for i, j in enumerate(order))
        for order in itertools.permutations(range(len(turned[0])), len(turned))
    )
    pairs = assign(range(rows), range(columns), lambda i, j: worths[i][j])
    assert sum(value for _, _, value in pairs) == pytest.approx(best)
    assert len({i for i, _, _ in pairs}) == len({j for _, j, _ in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("one", "other", "share"), [("甲乙", "甲乙", 1), ("甲乙", "丙", 0), ("甲乙", "乙 甲丙丙", 2 / 3)]
)
def test_likeness_of_items(one, other, share):
    assert alike(one, other) == pytest.approx(share)


def test_spans_that_only_touch_do_not_overlap():
    assert overlap({"start": 0, "end": 5}, {"start": 5, "end": 9}) == 0


def test_sums_are_micro_averages(gold, sample):
    gold["tasks"][0]["agencies"][1]["role"] = "lead"
    report = sum_reports([score_document(gold, sample, "a"), score_document(sample, sample, "b")])
    assert report.documents == ("a", "b")
    assert report.layers["agencies"].recall == pytest.approx(5 / 6)


def test_a_frozen_run_shows_what_was_gained_and_lost(gold, sample):
    better, worse = copy.deepcopy(sample), copy.deepcopy(sample)
    better["tasks"][1]["agencies"][0]["role"] = "lead"
    worse["tasks"][0]["agencies"][0]["role"] = "support"
    frozen = json.loads(json.dumps(frozen_json(score_document(gold, better, "sample"))))
    comparison = compare_runs(score_document(gold, worse, "sample"), frozen)
    assert [key.split(" ")[1] for key in comparison.gained] == ["1.2#1"]
    assert [key.split(" ")[1] for key in comparison.lost] == ["1.1#1"]
    assert comparison.fallen == ()
    worse["tasks"][0]["agencies"].pop()
    assert compare_runs(score_document(gold, worse, "sample"), frozen).fallen == ("agencies", "names")


def test_other_documents_are_not_compared(gold, sample):
    frozen = frozen_json(score_document(gold, sample, "other"))
    assert not compare_runs(score_document(gold, sample, "sample"), frozen).same_documents


def test_failures_quote_no_long_run_of_a_notice(gold, sample):
    duty(gold)["information"] = ["很长" * 20]
    frozen = json.dumps(frozen_json(score_document(gold, sample, "sample")), ensure_ascii=False)
    assert "很长" * 9 in frozen
    assert "很长" * 12 not in frozen


@pytest.fixture
def files(tmp_path):
    """A sample notice with its own reading as gold, one role changed."""
    source = tmp_path / "sources" / "06-liupu-2023.txt"
    source.parent.mkdir()
    shutil.copy(NOTICES / source.name, source)
    reading = document_json([read(source.read_text("utf-8"), source.name)])
    path = tmp_path / "gold" / "anything.json"
    path.parent.mkdir()
    path.write_text(json.dumps(reading, ensure_ascii=False), "utf-8")
    return path, source


def change(path, **fields):
    reading = json.loads(path.read_text("utf-8"))
    next(task for task in reading["tasks"] if task["agencies"])["agencies"][0] |= fields
    path.write_text(json.dumps(reading, ensure_ascii=False), "utf-8")


def test_gold_finds_its_source_by_sha256_and_else_by_name(files):
    path, source = files
    assert score_files(path, [source]).report.documents == ("anything",)
    source.write_text(source.read_text("utf-8") + "\n", "utf-8")
    assert score_files(path, [source]).report.documents == ("anything",)
    run = score_files(path, [source.rename(source.with_name("other.txt"))])
    assert (run.report.documents, len(run.issues)) == ((), 1)


def test_the_command_fails_where_a_layer_falls_below_the_frozen_run(files, tmp_path):
    path, source = files
    frozen = tmp_path / "frozen.json"
    arguments = ["score", str(path.parent), str(source.parent)]
    first = CliRunner().invoke(app, [*arguments, "--freeze", str(frozen)])
    assert first.exit_code == 0, first.output
    assert CliRunner().invoke(app, [*arguments, "--against", str(frozen)]).exit_code == 0
    change(path, role="none")
    second = CliRunner().invoke(app, [*arguments, "--against", str(frozen)])
    assert second.exit_code == 1
    assert "新错 1 处，下降 1 层" in second.output


def test_the_command_says_what_it_cannot_read(files, tmp_path):
    path, source = files
    nothing = CliRunner().invoke(app, ["score", str(path), str(source), "--against", str(tmp_path / "none.json")])
    assert nothing.exit_code == 1
    assert "--freeze" in nothing.output
    path.write_text("{}", "utf-8")
    broken = CliRunner().invoke(app, ["score", str(path), str(source)])
    assert broken.exit_code == 1
    assert not isinstance(broken.exception, ValueError)
