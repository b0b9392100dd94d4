"""The five real notices, where they are at hand: five copies of four documents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.build import read_notices
from loaders.document_json import document_json
from loaders.project import project
from loaders.records import Notice
from loaders.resolve.copies import Group, group_copies
from loaders.resolve.documents import Library
from tests.loaders.shape import assert_shape, assert_spans

SEEDS = Path(os.environ.get("ZWGK_SEEDS", Path(__file__).parents[2] / ".." / "shared" / "seeds"))

pytestmark = pytest.mark.skipif(
    len(list(SEEDS.glob("*.txt"))) != 5, reason=f"the five real notices are not in {SEEDS}; set ZWGK_SEEDS"
)

HEILONGJIANG, DINGTAO = "黑政办发〔2017〕22号", "菏定政办发〔2017〕26号"
FISCAL = "information:财政收支情况"
SHANXI, BEIJING = "晋政办发〔2017〕50号", "京政办发〔2016〕26号"


@pytest.fixture(scope="module")
def notices() -> list[Notice]:
    found, issues = read_notices([SEEDS])
    assert issues == []
    return found


@pytest.fixture(scope="module")
def groups(notices: list[Notice]) -> dict[str | None, Group]:
    return {group[0].header.number: group for group in group_copies(notices)}


def test_four_documents_from_five_copies(groups: dict[str | None, Group]) -> None:
    assert {number: len(group) for number, group in groups.items()} == {
        HEILONGJIANG: 2,
        DINGTAO: 1,
        SHANXI: 1,
        BEIJING: 1,
    }


def test_every_responsibility_clause_became_the_agencies_of_a_task(notices: list[Notice]) -> None:
    counts = sorted(sum(bool(task.agencies) for task in notice.tasks) for notice in notices)
    assert counts == [30, 30, 32, 42, 60]


def test_one_information_type_for_all_places(groups: dict[str | None, Group]) -> None:
    found = {
        number: {edge.properties["mention"] for edge in graph.of_type("DISCLOSES") if edge.target == FISCAL}
        for number, group in groups.items()
        if (graph := project(group, Library(), "mark"))
    }
    assert found == {
        HEILONGJIANG: {"全省财政收支情况"},
        DINGTAO: {"全区财政收支情况"},
        SHANXI: {"全省财政收支情况"},
        BEIJING: set(),
    }


def test_every_span_cuts_what_it_claims(notices: list[Notice]) -> None:
    for notice in notices:
        assert_spans(notice)


def test_the_machine_readable_form(groups: dict[str | None, Group]) -> None:
    for group in groups.values():
        assert_shape(document_json(group))


@pytest.mark.parametrize(
    ("number", "issuer", "issued_on", "region", "level", "year"),
    [
        (HEILONGJIANG, "黑龙江省人民政府办公厅", "2017-04-26", ("黑龙江省",), "province", 2017),
        (DINGTAO, "菏泽市定陶区人民政府办公室", "2017-08-28", ("山东省", "菏泽市", "定陶区"), "county", 2017),
        (SHANXI, "山西省人民政府办公厅", "2017-05-08", ("山西省",), "province", 2017),
        (BEIJING, "北京市人民政府办公厅", "2016-05-28", ("北京市",), "province", 2016),
    ],
)
def test_facts(
    groups: dict[str | None, Group],
    number: str,
    issuer: str,
    issued_on: str,
    region: tuple[str, ...],
    level: str,
    year: int,
) -> None:
    header = groups[number][0].header
    found = (header.issuer, header.issued_on, header.region, header.level, header.instrument_year)
    assert found == (issuer, issued_on, region, level, year)


def test_the_two_copies_of_heilongjiang(groups: dict[str | None, Group]) -> None:
    primary, other = groups[HEILONGJIANG]
    assert (primary.header.script, primary.header.published_on) == ("Hans", "2017-04-29")
    assert (other.header.script, other.header.published_on, other.header.number) == ("Hant", "2017-05-12", None)
    assert primary.header.title == "关于印发2017年全省政务公开工作要点的通知"
    assert primary.header.instrument == "2017年全省政务公开工作要点"
    assert primary.header.addressees == ("各市（地）、县（市）人民政府（行署）", "省政府各直属单位")


def test_both_copies_hold_the_same_tasks_and_bodies(groups: dict[str | None, Group]) -> None:
    first, second = ([(t.id, [b.name for b in t.agencies]) for t in copy.tasks] for copy in groups[HEILONGJIANG])
    assert first == second


def test_names_are_official(groups: dict[str | None, Group]) -> None:
    names = {body.name for task in groups[HEILONGJIANG][0].tasks for body in task.agencies}
    assert {"黑龙江省财政厅", "黑龙江省发展和改革委员会"} <= names
    assert not any(name.startswith("省") for name in names)


def test_one_name_was_cut_short_and_is_marked(notices: list[Notice]) -> None:
    repaired = {body.name for notice in notices for task in notice.tasks for body in task.agencies if body.repaired}
    assert all(name.endswith("局") for name in repaired)
    assert repaired


def test_a_second_reading_finds_the_same(notices: list[Notice]) -> None:
    assert read_notices([SEEDS])[0] == notices
