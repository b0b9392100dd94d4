"""A mention to the official name in its jurisdiction (section 3, `name`)."""

from __future__ import annotations

import pytest

from loaders.resolve.bodies import describe_body, is_proper, readings, resolve_body, rule_of, written_out

Place = tuple[tuple[str, ...], str]
PROVINCE = (("黑龙江省",), "黑龙江省人民政府办公厅")
MUNICIPALITY = (("北京市",), "北京市人民政府办公厅")
DISTRICT = (("山东省", "菏泽市", "定陶区"), "菏泽市定陶区人民政府办公室")
DEPARTMENT = (("云岭省",), "云岭省财政厅")
MINISTRY: Place = ((), "交通运输部办公厅")
TOWN = (("江苏省", "苏州市", "昆山市", "周庄镇"), "昆山市周庄镇人民政府")


@pytest.mark.parametrize(
    ("place", "mention", "name"),
    [
        (PROVINCE, "省财政厅", "黑龙江省财政厅"),
        (PROVINCE, "省发改委", "黑龙江省发展和改革委员会"),
        (PROVINCE, "省国资委", "黑龙江省人民政府国有资产监督管理委员会"),
        (PROVINCE, "哈尔滨市财政局", "哈尔滨市财政局"),
        (PROVINCE, "人民银行哈尔滨中心支行", "中国人民银行哈尔滨中心支行"),
        (PROVINCE, "黑龙江银监局", "中国银行业监督管理委员会黑龙江监管局"),
        (PROVINCE, "黑龙江证监局", "中国证券监督管理委员会黑龙江监管局"),
        (PROVINCE, "省银监局", "中国银行业监督管理委员会黑龙江监管局"),
        pytest.param(PROVINCE, "省地方金融监管局", "黑龙江省地方金融监督管理局", id="not the central body's"),
        (PROVINCE, "财政部", "财政部"),
        (PROVINCE, "国家发展改革委", "国家发展和改革委员会"),
        (MUNICIPALITY, "市财政局", "北京市财政局"),
        (MUNICIPALITY, "中关村管委会", "中关村科技园区管理委员会"),
        (DISTRICT, "区财政局", "菏泽市定陶区财政局"),
        (DISTRICT, "市财政局", "菏泽市财政局"),
        (DISTRICT, "省财政厅", "山东省财政厅"),
        (DEPARTMENT, "预算处", "云岭省财政厅预算处"),
        pytest.param(MINISTRY, "公路局", "交通运输部公路局", id="a bureau inside the ministry"),
        pytest.param(MINISTRY, "中国交通通信信息中心", "中国交通通信信息中心", id="a name of its own"),
        (TOWN, "镇财政所", "昆山市周庄镇财政所"),
        (TOWN, "党政办", "昆山市周庄镇党政办公室"),
        (TOWN, "镇纪委", "中共昆山市周庄镇纪律检查委员会"),
        (TOWN, "镇党委", "中共昆山市周庄镇委员会"),
        (TOWN, "市政府办", "昆山市人民政府办公室"),
        pytest.param(TOWN, "县政府办公室", "县政府办公室", id="of a county that is not above the town"),
        pytest.param(PROVINCE, "财政厅", "黑龙江省财政厅", id="without its prefix"),
        pytest.param(PROVINCE, "飞碟管理所", "飞碟管理所", id="what no rule knows keeps its words"),
    ],
)
def test_names(place: Place, mention: str, name: str) -> None:
    assert resolve_body(mention, *place, group=False).name == name


def test_one_body_is_one_name_whatever_it_is_called() -> None:
    mentions = ("省发改委", "省发展改革委", "省发展和改革委", "省发展和改革委员会", "黑龙江省发展和改革委员会")
    assert len({resolve_body(mention, *PROVINCE, group=False).name for mention in mentions}) == 1


def test_what_no_rule_knows_has_low_confidence() -> None:
    unknown, known = (resolve_body(name, *PROVINCE, group=False) for name in ("飞碟管理所", "省财政厅"))
    assert unknown.confidence < 0.7 < known.confidence


@pytest.mark.parametrize(
    ("place", "mention", "name"),
    [
        (PROVINCE, "各市（地）人民政府", "黑龙江省各市（地）人民政府"),
        (PROVINCE, "省直各有关部门", "黑龙江省直各有关部门"),
        (DISTRICT, "各镇街", "菏泽市定陶区各镇街"),
    ],
)
def test_a_group_has_the_jurisdiction_in_front(place: Place, mention: str, name: str) -> None:
    assert resolve_body(mention, *place, group=True).name == name


@pytest.mark.parametrize(("mention", "repaired"), [("省粮食", True), ("省粮食局", False), ("省财政厅", False)])
def test_repair(mention: str, repaired: bool) -> None:
    assert resolve_body(mention, *PROVINCE, group=False).repaired is repaired


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("人民银行哈尔滨中心支行", True),
        ("黑龙江银监局", True),
        ("中关村管委会", True),
        ("哈尔滨海关", True),
        ("财政部", True),
        ("各市人民政府", True),
        ("财政厅", False),
        ("高新区管委会", False),
    ],
)
def test_proper_names_take_no_prefix(name: str, proper: bool) -> None:
    assert is_proper(name) is proper


def test_a_name_tells_its_region_and_system() -> None:
    found = describe_body("哈尔滨市财政局")
    assert (found.region, found.short, found.system) == (("黑龙江省", "哈尔滨市"), "财政局", "财政")


def test_the_same_system_at_every_level() -> None:
    names = ("财政部", "黑龙江省财政厅", "菏泽市定陶区财政局")
    assert {describe_body(name).system for name in names} == {"财政"}


def test_an_unknown_body_has_no_system() -> None:
    assert describe_body("飞碟管理所").system is None


def test_a_county_whose_province_is_not_known_keeps_its_organs() -> None:
    found = resolve_body("县财政局", ("望河县",), "望河县人民政府办公室", group=False, year=2016)
    assert found.name == "望河县财政局"
    region = resolve_body("区财政厅", ("广西壮族自治区",), "广西壮族自治区人民政府办公厅", group=False, year=2016)
    assert "市" not in region.name


@pytest.mark.parametrize(
    ("mention", "place", "written"),
    [
        ("省飞碟局", PROVINCE, "黑龙江省飞碟局"),
        ("财政厅", PROVINCE, "黑龙江省财政厅"),
        ("市飞碟局", DISTRICT, "菏泽市飞碟局"),
        ("飞碟管理所", PROVINCE, "飞碟管理所"),
        ("省飞碟局", ((), None), "省飞碟局"),
    ],
)
def test_a_mention_with_its_jurisdiction_in_words(mention: str, place: Place, written: str) -> None:
    assert written_out(mention, *place) == written


@pytest.mark.parametrize(
    ("mention", "year", "names"),
    [
        ("省编办", 2017, {"黑龙江省机构编制委员会办公室"}),
        ("省编办", 2020, {"中共黑龙江省委机构编制委员会办公室"}),
        ("省编办", None, {"黑龙江省机构编制委员会办公室", "中共黑龙江省委机构编制委员会办公室"}),
        ("财政部", 2017, {"财政部"}),
        ("省飞碟局", 2017, set()),
    ],
)
def test_all_bodies_that_bear_a_form_in_a_year(mention: str, year: int | None, names: set[str]) -> None:
    assert set(readings(mention, *PROVINCE, year)) == names


def test_the_rule_that_names_a_mention_explains_itself() -> None:
    assert "省财政厅" in rule_of("省财政厅", *PROVINCE, group=False)
    assert "centre" in rule_of("财政部", *PROVINCE, group=False)
    assert "keeps its words" in rule_of("飞碟管理所", *PROVINCE, group=False)
    assert "jurisdiction in front" in rule_of("各市人民政府", *PROVINCE, group=True)
