"""The bodies of a clause, in order (section 3 of the guide)."""

from __future__ import annotations

import pytest

from loaders.extract.agencies import answering_systems, is_group
from loaders.extract.notice import extract
from tests.loaders.sample import HEAD, clause_task, copy_of, task


@pytest.mark.parametrize(
    ("names", "mentions"),
    [
        pytest.param("省发展改革委、交通运输厅、水利厅", ["省发展改革委", "省交通运输厅", "省水利厅"], id="the prefix goes on"),
        pytest.param("省财政厅、人民银行青砚中心支行", ["省财政厅", "人民银行青砚中心支行"], id="a branch takes none"),
        pytest.param("省财政厅、云岭银保监局", ["省财政厅", "云岭银保监局"], id="a body named by its place takes none"),
        pytest.param("省财政厅、各县人民政府", ["省财政厅", "各县人民政府"], id="a group takes none"),
        pytest.param("省财政厅、国家税务总局云岭省税务局", ["省财政厅", "国家税务总局云岭省税务局"], id="a central body takes none"),
        pytest.param("省财政厅、青砚海关、省水利厅", ["省财政厅", "青砚海关", "省水利厅"], id="restated after such a name"),
        pytest.param("省财政厅、国资委", ["省财政厅", "省国资委"], id="a name that the centre has too"),
        pytest.param("省市场监管局（省知识产权局）、省药监局", ["省市场监管局", "省药监局"], id="a bracket is left out"),
        pytest.param("省发展和改革委员会、省财政厅", ["省发展和改革委员会", "省财政厅"], id="和 inside a name parts nothing"),
        pytest.param("省财政厅和省水利厅", ["省财政厅", "省水利厅"], id="和 between two bodies"),
        pytest.param("各市、县人民政府", ["各市、县人民政府"], id="parts under one head are one entry"),
        pytest.param("省政府各部门、各直属机构", ["省政府各部门", "各直属机构"], id="a second 各 makes two"),
        pytest.param("省政府相关部门和单位", ["省政府相关部门和单位"], id="部门和单位 is one head"),
        pytest.param("省市场监督管理局、省财政厅", ["省市场监督管理局", "省财政厅"], id="市场 is no city"),
    ],
)  # fmt: skip
def test_mentions(names: str, mentions: list[str]) -> None:
    found = clause_task(f"（{names}按职责分工负责）")
    assert [body.mention for body in found.agencies] == mentions
    assert not found.et_al


@pytest.mark.parametrize("end", ["等", "等部门", "等相关部门", "等省级部门"])
def test_等_is_no_entry(end: str) -> None:
    found = clause_task(f"（省财政厅、水利厅{end}按职责分工负责）")
    assert [body.mention for body in found.agencies] == ["省财政厅", "省水利厅"]
    assert found.et_al


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("省财政厅", "云岭省财政厅"),
        ("省发改委", "云岭省发展和改革委员会"),
        ("省发展改革委", "云岭省发展和改革委员会"),
        ("省卫生健康委", "云岭省卫生健康委员会"),
        ("青砚市财政局", "青砚市财政局"),
        ("财政部", "财政部"),
        ("青砚海关", "青砚海关"),
        ("各市人民政府", "云岭省各市人民政府"),
        ("云岭银保监局", "中国银行保险监督管理委员会云岭监管局"),
        ("人民银行青砚中心支行", "中国人民银行青砚中心支行"),
    ],
)
def test_official_names(mention: str, name: str) -> None:
    [body] = clause_task(f"（{mention}负责）").agencies
    assert (body.mention, body.name) == (mention, name)


def test_a_name_cut_short_is_completed_and_marked() -> None:
    whole, short = clause_task("（省水利厅、粮食按职责分工负责）").agencies
    assert (short.mention, short.repaired) == ("省粮食", True)
    assert short.name.endswith("局")
    assert not whole.repaired


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("各市人民政府", True), ("省直各有关部门", True), ("相关区政府", True), ("各镇街", True), ("省政府有关部门", True),
        ("省级人民政府", True), ("贫困县人民政府", True), ("有关单位", True), ("各成员单位", True),
        ("省财政厅", False), ("青砚市人民政府", False), ("省政府办公厅", False), ("国网云岭电力公司", False),
        ("省机关事务管理局", False), ("省直属机关工委", False),
    ],
)  # fmt: skip
def test_groups(name: str, group: bool) -> None:
    assert is_group(name) is group
    [body] = clause_task(f"（{name}负责）").agencies
    assert body.kind == ("group" if group else "agency")


def test_a_second_name_of_the_same_body_is_no_second_entry() -> None:
    assert len(clause_task("（省发展改革委、省发改委负责）").agencies) == 1


def test_a_name_broken_over_a_page_is_one_mention_with_the_break_in_its_span() -> None:
    text = HEAD + "一、水运\n（一）票价。及时公布渡轮票价。（省交通运\n— 2 —\n输厅、水利厅负责）\n"
    first, second = task(extract(copy_of(text)), "1.1#1").agencies
    assert (first.mention, second.mention) == ("省交通运输厅", "省水利厅")
    assert text[first.at.start : first.at.end] == "省交通运\n— 2 —\n输厅"
    assert text[second.at.start : second.at.end] == "水利厅"


@pytest.mark.parametrize(
    ("clause", "systems"),
    [
        ("（省财政厅牵头，省水利厅配合）", ("财政",)),
        ("（省财政厅、省水利厅负责）", ("财政", "水利")),
        ("（省财政厅、省水利厅、省教育厅负责）", ()),
        ("（各市人民政府负责）", ()),
    ],
)
def test_the_systems_that_answer(clause: str, systems: tuple[str, ...]) -> None:
    assert answering_systems(clause_task(clause).agencies) == systems
