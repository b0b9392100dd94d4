"""Which jurisdiction a name speaks of."""

from __future__ import annotations

import pytest

from loaders.resolve.regions import at_level, find_region, region_code, region_level, short_name


@pytest.mark.parametrize(
    ("name", "chain", "said"),
    [
        ("黑龙江省人民政府办公厅", ("黑龙江省",), "黑龙江省"),
        ("北京市人民政府办公厅", ("北京市",), "北京市"),
        ("山西省太原市人民政府", ("山西省", "太原市"), "山西省太原市"),
        ("太原市人民政府", ("山西省", "太原市"), "太原市"),
        ("菏泽市定陶区人民政府", ("山东省", "菏泽市", "定陶区"), "菏泽市定陶区"),
        ("内蒙古自治区人民政府", ("内蒙古自治区",), "内蒙古自治区"),
        ("黑龙江银监局", ("黑龙江省",), "黑龙江"),
        ("云岭省财政厅", ("云岭省",), "云岭省"),
        pytest.param("国务院办公厅", (), "", id="the centre"),
        pytest.param("开发区管委会", (), "", id="a zone is no county"),
        pytest.param("财政局", (), "", id="an organ names no place"),
        pytest.param("", (), "", id="empty"),
    ],
)
def test_find_region(name: str, chain: tuple[str, ...], said: str) -> None:
    assert find_region(name) == (chain, len(said))


def test_a_name_that_several_regions_share_is_not_guessed() -> None:
    assert find_region("鼓楼区人民政府")[0] in ((), ("鼓楼区",))
    assert find_region("鼓楼区人民政府", ("江苏省", "南京市"))[0] == ("江苏省", "南京市", "鼓楼区")
    assert find_region("南京市鼓楼区人民政府")[0] == ("江苏省", "南京市", "鼓楼区")


@pytest.mark.parametrize(
    ("chain", "level"),
    [
        ((), "national"),
        (("北京市",), "province"),
        (("黑龙江省",), "province"),
        (("山西省", "太原市"), "city"),
        (("山东省", "菏泽市", "定陶区"), "county"),
        (("北京市", "海淀区"), "county"),
        (("无名省",), "province"),
        (("无名省", "无名市"), "city"),
        (("无名省", "无名市", "无名县"), "county"),
    ],
)
def test_level(chain: tuple[str, ...], level: str) -> None:
    assert region_level(chain) == level


def test_code() -> None:
    assert region_code(("黑龙江省",)) == "230000"
    assert region_code(("无名省",)) is None
    assert region_code(()) is None


CHAIN = ("山东省", "菏泽市", "定陶区")


@pytest.mark.parametrize(("level", "part"), [("province", CHAIN[:1]), ("city", CHAIN[:2]), ("county", CHAIN)])
def test_at_level(level: str, part: tuple[str, ...]) -> None:
    assert at_level(CHAIN, level) == part


def test_a_municipality_is_its_own_city() -> None:
    assert at_level(("北京市", "海淀区"), "city") == ("北京市",)
    assert at_level(("山东省",), "city") is None


@pytest.mark.parametrize(
    ("name", "short"),
    [("黑龙江省", "黑龙江"), ("广西壮族自治区", "广西"), ("新疆维吾尔自治区", "新疆"), ("北京市", "北京")],
)
def test_short_name(name: str, short: str) -> None:
    assert short_name(name) == short
