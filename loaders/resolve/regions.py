"""Which jurisdiction a name speaks of: the chain from the province down, by the table of regions and, for places
the table lacks, by the words 省, 市, 县 in the name itself."""

from __future__ import annotations

import re
from functools import cache

from data import Region, region_changes, regions

Chain = tuple[str, ...]

_SHORTEN = re.compile(r"(?:维吾尔|壮族|回族|特别行政)?(?:省|市|自治区|区)$")
_NATIONALITIES = (
    "各族|(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|普米)族?"
)
_COMMON = re.compile(rf"(?:(?<=..)(?:{_NATIONALITIES})*自治[州县旗]|特别行政区|林区|特区|地区|新区|[市县区旗盟])$")
_CITY_END = re.compile("(?:市|地区|盟)$")
# 延边州 for 延边朝鲜族自治州: the peoples of a prefecture are not said.
_PEOPLE = "(?:(?:蒙古|柯尔克孜|哈萨克|土家|布依|朝鲜|傈僳|哈尼|景颇|藏|羌|彝|苗|侗|壮|傣|白|回)族?)+"
_PEOPLES = re.compile(_PEOPLE + "自治州$")
_COUNTY_END = re.compile(f"(?<=..)(?:(?:{_NATIONALITIES})*自治[县旗]|新区|特区|区|县|市|旗)$")
_UNKNOWN = re.compile(
    r"(?P<province>[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}自治区)?"
    r"(?P<city>[\u4e00-\u9fff]{2,4}?(?:市|自治州|地区|盟))?"
    r"(?P<county>[\u4e00-\u9fff]{1,6}?(?:自治县|自治旗|县|区|旗|市))?"
)
TOWN = re.compile(r"[\u4e00-\u9fff]{1,7}?(?:街道|镇|(?<!新)乡)(?=人民政府|政府|办事处|党政|党委|委员会|党工委)")
"""A town, township or street at the head of what signs for it; the table ends with the counties."""
_LONGEST = 15
_SEPARATE = frozenset(("大连市", "宁波市", "厦门市", "青岛市", "深圳市"))


@cache
def _by_name() -> dict[str, list[Region]]:
    index: dict[str, list[Region]] = {}
    for region in regions():
        index.setdefault(region.name, []).append(region)
        if region.level == "province" or (region.level == "city" and len(region.name) > 2):
            short = short_name(region.name) if region.level == "province" else _CITY_END.sub("", region.name)
            for form in {short, _PEOPLES.sub("州", region.name)} - {region.name}:
                if len(form) > 1:
                    index.setdefault(form, []).append(region)
    return index


@cache
def _by_code() -> dict[str, Region]:
    """The name in force of each code (the last of a code's records)."""
    return {region.code: region for region in regions()}


def short_name(province: str) -> str:
    """黑龙江省 -> 黑龙江, 广西壮族自治区 -> 广西."""
    return _SHORTEN.sub("", province)


def bare(place: str) -> str:
    """黑龙江 for 黑龙江省, 菏泽 for 菏泽市; 定陶区 and 延边朝鲜族自治州 keep their words."""
    return short_name(place) if place.endswith(("省", "自治区")) else _CITY_END.sub("", place)


def bare_county(name: str) -> str:
    """昆山 for 昆山市, 北川 for 北川羌族自治县; 滑县 keeps its word."""
    return _COUNTY_END.sub("", name)


def stood_in(region: Region, year: int | None) -> bool:
    """Whether the region bore this name in `year` (None: today)."""
    if year is None:
        return region.until is None
    return (region.since or year) <= year <= (region.until or year)


@cache
def region_successors(chain: Chain) -> tuple[tuple[Chain, int], ...]:
    """What became of a region: the regions that it became or whose area it joined, and when; () where it stands."""
    codes = {(region.code, region.name) for region in _by_name().get(chain[-1], ()) if chain_of(region) == chain}
    changes = [change for change in region_changes() if (change.code, change.name) in codes]
    found = ((chain_of(_record(change.successor, change.successor_name)), change.on) for change in changes)
    return tuple((successor, on) for successor, on in found if successor != chain)  # 儋州市 was raised, not renamed


def _record(code: str, name: str) -> Region:
    return next(region for region in _by_name()[name] if region.code == code)


@cache
def common_name(name: str) -> str:
    """The name without its last word and its peoples: 九龙坡 of 九龙坡区, 酉阳 of 酉阳土家族苗族自治县. Of one character: 滑."""
    return _COMMON.sub("", name)


@cache
def chain_of(region: Region) -> Chain:
    """The names from the province down to `region`."""
    above: list[str] = []
    parent = region.parent
    while parent:
        upper = _by_code()[parent]
        above.append(upper.name)
        parent = upper.parent
    return (*reversed(above), region.name)


def _candidates(text: str) -> list[tuple[int, list[Region]]]:
    """Every region name that `text` begins with, longest first, as (length, regions of that name)."""
    index = _by_name()
    found = ((size, index.get(text[:size])) for size in range(min(_LONGEST, len(text)), 1, -1))
    return [(size, hits) for size, hits in found if hits]


def _fits(chain: Chain, context: Chain) -> bool:
    """Whether every name of `context` stands in `chain` in the same order."""
    rest = iter(chain)
    return all(name in rest for name in context)


def find_region(name: str, within: Chain = (), year: int | None = None) -> tuple[Chain, int]:
    """The jurisdiction that `name` begins with and how many characters say it; ((), 0) where it names none.

    A name that several regions share counts only where those before it in the name, `within`, or the year (None:
    today) leave one: 铜仁市 of 2010 lies in 铜仁地区, 铜仁市 of 2012 is what became of that."""
    chain: Chain = ()
    used = 0
    while used < len(name):
        step = _step(name[used:], chain, within, year)
        if not step:
            break
        chain, size = step
        used += size
    if chain:
        return chain, used
    return _unknown_region(name)


def _step(text: str, chain: Chain, within: Chain, year: int | None) -> tuple[Chain, int] | None:
    for size, hits in _candidates(text):
        fitting = [hit for hit in hits if len(found := chain_of(hit)) > len(chain) and _fits(found, chain)]
        if len(fitting) > 1:
            fitting = [hit for hit in fitting if stood_in(hit, year)] or fitting
        chains = [chain_of(hit) for hit in fitting]
        if len(chains) > 1:
            chains = [found for found in chains if _fits(found, within[:1]) and within] or chains
        if len(chains) > 1:
            chains = [found for found in chains if _fits(found, within)] if within else chains
        if len(set(chains)) == 1:
            return chains[0], size
    return None


def _unknown_region(name: str) -> tuple[Chain, int]:
    """A place the table lacks: only where 人民政府 or an organ's word follows, so that 开发区 is no county."""
    match = _UNKNOWN.match(name)
    if (
        not match
        or not match.group(0)
        or (
            not re.match("人民政府|政府|行政公署|行署|公署|委员会办公室|.{0,12}[厅局委]$", name[match.end() :])
            and not (match["county"] and TOWN.match(name, match.end()))
        )
    ):
        return (), 0
    return tuple(part for part in match.groups() if part), match.end()


def region_level(chain: Chain) -> str:
    """national, province, city, county or township: by the table, else by the last word and its place."""
    if not chain:
        return "national"
    known = [region for region in _by_name().get(chain[-1], ()) if chain_of(region) == chain]
    if known:
        return known[-1].level
    if chain[-1].endswith(("镇", "乡", "街道")):
        return "township"
    if chain[-1].endswith("兵团") or (len(chain) == 1 and chain[0].endswith(("省", "自治区"))):
        return "province"
    return "city" if chain[-1].endswith(("市", "州", "盟", "地区", "师")) and len(chain) <= 2 else "county"


def region_code(chain: Chain) -> str | None:
    """The administrative code of a chain that the table knows."""
    known = [region for region in _by_name().get(chain[-1], ()) if chain_of(region) == chain] if chain else []
    return known[-1].code if known else None


def at_level(chain: Chain, level: str) -> Chain | None:
    """The part of `chain` that is the province, city or county; a 直辖市 is its own city."""
    for size in range(1, len(chain) + 1):
        if region_level(chain[:size]) == level:
            return chain[:size]
    return chain[:1] if level == "city" and chain and chain[0].endswith("市") else None


def is_plain_prefecture(chain: Chain) -> bool:
    """A city below a province that is neither its capital nor one of the five 计划单列市: there the branches of central
    bodies stand one step lower."""
    if len(chain) != 2 or region_level(chain) != "city":
        return False
    return chain[-1] not in _SEPARATE and not (region_code(chain) or "").endswith("0100")
