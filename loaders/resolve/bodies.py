"""A body's mention to its full official name in its jurisdiction at the time: lexicon, prefix and region.

Each rule below is named in the evidence; its docstring is the explanation that a user reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from loaders.resolve.branches import branch, company, named_company
from loaders.resolve.organs import (
    Entry,
    central_body,
    entry_of,
    find_organ,
    forms,
    names,
    official,
    region_rank,
    stood,
    take_apart,
    templates,
)
from loaders.resolve.own_names import own_name, zone
from loaders.resolve.regions import Chain, at_level, bare, bare_county, find_region
from loaders.text.fold import fold_name

_PREFIX = re.compile(
    r"(自治区|自治州|自治县|自治旗|地区|地(?=委)|特区|林区|新区|兵团|师市|师(?!范)|省|市(?!场)|区(?!域)|县|州|盟|旗|镇|乡|街道)(?:党(?=委))?(.+)"
)
_LEVEL_OF_PREFIX = {"省": "province", "自治区": "province"}
_LEVEL_OF_PREFIX |= dict.fromkeys(("州", "自治州", "盟", "地区", "地"), "city")
_PROPER = re.compile(r"中国|中央(?!企业)|国家|国务院|全国|人民银行|人行|中共|最高人民|新华社|中科院|各|相关|有关|其他")
_PROPER_END = re.compile(
    r"(?:公司|集团|银行|大学|学院|医院|学会|协会|商会|报社|电视台|广播台|电台|日报|监管分局|海关|支行|分行)$"
)
# A zone's committee without a name of its own; 中关村管委会 has one.
_PLAIN_ZONE = re.compile(
    r"(?:(?:国家级?|省级|经济|技术|高新|产业|工业|农业|综合|旅游|自由|贸易|试验|科技|生态|转型|综改|改革|物流|航空|临空|风景|名胜|保税|出口|加工|化工)*)"
    r"(?:开发|高新|经开|新|园|示范|保税|度假|名胜|自贸|试验|集聚|实验|合作|功能)区?管委会|(?:省|市|区|县)管委会"
)
_LEVEL_SAID = re.compile(
    "(?:自治[区州县旗]|地区|特区|林区|新区|兵团|[省市区县州盟旗镇乡])(?=直|属|级|政府|人民政府|有关|相关|各|行署|行政公署|委|机关)"
)
_INNER_GROUP = re.compile(r"^(?:厅|局|委|部)(?:机关|直属|属)|各(?:处室|司局|处|司|科室)|机关各")
_COMMITTEE = re.compile("(?<=.{2}[区城园港岛])管委会$")
_ZONE_NAME = re.compile("(?:开发区|产业园区|保税区|保税港区|高新区|加工区|新区|工业园区|示范区)管理委员会$")
_WHOLE_AREAS = ("自治区", "特区", "林区", "地区")
_INNER_UNIT = re.compile(r"(?:处|科|司|室|股|局|办公厅|办公室|中心|机关党委|总队|支队|站|院)$")


@dataclass(frozen=True)
class Resolved:
    """`name` is the official name; `rule` says how it was found; `reason`, why the year of the notice decided."""

    name: str
    rule: str
    confidence: float
    repaired: bool = False
    reason: str | None = None


def is_local_form(text: str) -> bool:
    """Whether `text` is a local organ's name without jurisdiction: 发展和改革局, 人社厅."""
    return fold_name(text) in forms("organs")


def is_shared_form(text: str) -> bool:
    """Whether a central body and a local organ are both written so: 国资委."""
    text = fold_name(text)
    return text in forms("organs") and text in forms("central")


@cache
def is_proper(text: str) -> bool:
    """Whether the body has a name of its own, so that no level prefix is restored before it."""
    text = fold_name(text)
    if _PROPER.match(text) or text in forms("central") or _names_place(text):
        return True
    if zone(text, None):
        return True
    if text.endswith("管委会"):
        return not _PLAIN_ZONE.fullmatch(text)
    if text in forms("organs"):
        return False
    return bool(_PROPER_END.search(text))


def _names_place(text: str) -> bool:
    """黑龙江银监局, 菏泽银监分局, 哈尔滨市人民政府 begin with a place."""
    if find_region(text)[1] > 1 and not _PREFIX.match(text):
        return True
    return branch(text, None) is not None


@cache
def jurisdiction(region: Chain, issuer: str | None) -> str:
    """The words that stand before an organ's name in this notice: 黑龙江省, 菏泽市定陶区."""
    if not region:
        return ""
    if issuer:
        _, used = find_region(issuer)
        written = issuer[:used]
        if written.endswith(region[-1]) and len(written) >= len(region[-1]):
            return written if len(region) < 3 else "".join(region[-2:]) if region[-2] in written else region[-1]
    return region_name(region)


def region_name(region: Chain) -> str:
    """A district is called with its city in front, a town with what is above it, any other place by its own name."""
    if len(region) >= 2 and region[-1].endswith("区") and not region[-1].endswith(_WHOLE_AREAS):
        return "".join(region[-2:])
    if len(region) >= 3 and region[-1].endswith(("镇", "乡", "街道")):
        return region_name(region[:-1]) + region[-1]
    return region[-1] if region else ""


def _chain_of(prefix: str, region: Chain) -> Chain | None:
    """The part of `region` that 省, 市, 区, 县 … mean in its notices."""
    level = _LEVEL_OF_PREFIX.get(prefix)
    if level:
        return at_level(region, level)
    if prefix == "市":
        # In a city of county rank, and in its towns, 市 is the city itself; else the prefecture, or the 直辖市.
        own = next((size for size in range(len(region), 2, -1) if region[size - 1].endswith("市")), None)
        return region[:own] if own else at_level(region, "city")
    if prefix in ("师", "师市"):
        return region
    end = {"自治县": "县", "自治旗": "旗"}.get(prefix, prefix)
    first = 0 if prefix == "兵团" else 1
    return next((region[:size] for size in range(len(region), first, -1) if region[size - 1].endswith(end)), None)


@cache
def _jurisdiction_of(prefix: str, region: Chain, issuer: str | None) -> tuple[str, Chain]:
    """The place that the prefix means in a notice of `region`, as an official name bears it, and its chain."""
    chain = _chain_of(prefix, region) if region else None
    if not chain:
        return "", ()
    return (jurisdiction(chain, issuer) if chain == region else region_name(chain)), chain


def _repair(form: str) -> str | None:
    """粮食局 for 粮食: a name cut short by a slip, where one organ's word completes it."""
    found = [form + end for end in ("局", "厅", "委", "办") if form + end in forms("organs")]
    return found[0] if found and not re.search(r"[厅局委办部会院署处室心]$", form) else None


def _central(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A body of the centre, by its name or short name."""
    if (
        region
        and text in forms("organs")
        and text not in names("central")
        and not forms("organs")[text].get("vertical")
    ):
        return None  # 乡村振兴局 of a city's notice is the city's own
    entry, reason = entry_of(text, "central", year)
    if entry:
        sure = year is None or _stood(entry, year)
        return Resolved(entry["name"], "central-body", 0.98 if sure else 0.7, reason=reason)
    shortened = None if region else central_body(text, year)
    return Resolved(shortened["name"], "central-body", 0.9) if shortened else None


def _stood(entry: Entry, year: int) -> bool:
    """Names live on for a year or two in notices that quote older papers."""
    return stood(entry, year) or stood(entry, year - 1) or stood(entry, year + 1)


def _zone(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A zone with a name of its own: 雄安新区管委会."""
    match = _PREFIX.fullmatch(text)
    name = zone(text, year) or (zone(match[2], year) if match else None)
    return Resolved(name, "zone", 0.95) if name else None


def _pattern(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A central body's branch written with its place inside."""
    if not re.match("中国|国家|国网|审计署|财政部|全国", text):
        return None
    if any(rule.fullmatch(text) for rule, _ in templates("patterns")):
        return Resolved(text, "central-branch", 0.97)
    return None


def _branch(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A branch of a central body or a national company's, named by its place: 黑龙江银监局, 人民银行哈尔滨中心支行."""
    if _PREFIX.match(text) and region and _chain_of(_PREFIX.match(text)[1], region):  # type: ignore[index]
        return None
    name = branch(text, year) or named_company(text, year)
    return Resolved(name, "central-branch", 0.95) if name else None


def _organ(form: str, place: str, region: Chain, year: int | None, prefix: str = "") -> Resolved | None:
    """The organ that `form` means in the place of `region`: one that the place calls so itself, a company, or an organ of
    the lexicon at that level in that year."""
    rank = region_rank(region)
    own = own_name(form, region, rank, year)
    if own:
        entry, reason = entry_of(form, "organs", year)
        dated = reason if entry and entry["name"] == own.name else None
        return Resolved(place + own.name if own.placed else own.name, "own-name", own.confidence, reason=dated)
    firm = company(form, region, year)
    if firm:
        return Resolved(firm, "company", 0.85)
    meant = find_organ(form, rank, year)
    if meant is None:
        return None
    inner = bare(place) if rank in ("city", "municipality") and _ZONE_NAME.search(meant.entry["name"]) else place
    return Resolved(official(meant.entry, inner, prefix), "lexicon", meant.confidence, reason=meant.reason)


def _placed(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A name that says its place itself: 哈尔滨市财政局."""
    chain, used = _own_county(text, region) or find_region(text, region)
    if chain and used == len(text):
        return Resolved(region_name(chain), "region", 0.9)
    if not chain or _PREFIX.match(text) or text in forms("organs"):
        return None
    place = text[:used] if text[:used].endswith(chain[-1]) else region_name(chain)
    office = _office(text[used:], place, chain, year) if text.endswith("分局") else None
    found = office or _organ(text[used:], place, chain, year)
    if found:
        return replace(found, rule="named-place", confidence=min(found.confidence, 0.97))
    return Resolved(_COMMITTEE.sub("管理委员会", text), "named-place", 0.7)


def _own_county(text: str, region: Chain) -> tuple[Chain, int] | None:
    """朝阳 in a notice of 北京市朝阳区 is the district, not the city of that name."""
    short = bare_county(region[-1]) if len(region) > 1 else ""
    if not short or short == region[-1] or not text.startswith(short) or text.startswith(short + "市"):
        return None
    return region, len(region[-1]) if text.startswith(region[-1]) else len(short)


def _prefixed(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """省财政厅: the organ of that name in the notice's own province, city or county."""
    match = _PREFIX.fullmatch(_YOUTH.sub(r"\1团委", text))
    place, chain = _jurisdiction_of(match[1], region, issuer) if match else ("", ())
    if not match or not place:
        return None
    if text in forms("organs") and match[2] not in forms("organs"):
        return None  # 市政公用局 and 乡村振兴局 begin with no level
    office = _office(match[2], place, chain, year) if text.endswith("分局") else None
    found = office or _organ(match[2], place, chain, year, match[1])
    if found:
        return found if found.rule != "lexicon" else replace(found, rule="prefix-and-lexicon")
    fixed, reason = entry_of(_repair(match[2]) or "", "organs", year)
    if fixed:
        return Resolved(official(fixed, place, match[1]), "cut-short", 0.85, repaired=True, reason=reason)
    return Resolved(place + _COMMITTEE.sub("管理委员会", match[2]), "prefix-only", 0.6)


_YOUTH = re.compile("^(?:共青)?团([省市区县州盟旗])委$")
_OFFICE = re.compile(r"(?P<organ>.+?[局委厅])(?P<part>[^局委厅]{2,8})分局")
_LINES = "公安|规划和自然资源|规划自然资源|规划国土|规划资源|国土资源|国土|自然资源|规划|环保|工商|质监|食药监|市场监管"
_TURNED = (
    re.compile(f"(?P<part>.{{2,6}}?)(?P<organ>{_LINES})分局"),
    re.compile(f"(?P<organ>{_LINES})(?P<part>.{{2,5}})分局"),
    re.compile("(?P<part>[区县]?)(?P<organ>公安|国土资源|国土)分局"),
)
_WITH_DISTRICT = ("济南市", "广州市", "杭州市", "成都市", "重庆市", "武汉市")
"""Cities whose police keep 区 in the names of their branches."""


def _office(form: str, place: str, region: Chain, year: int | None) -> Resolved | None:
    """规划资源局和平分局 of a city: the organ inside is written out, the 分局 keeps its words."""
    match = _OFFICE.fullmatch(form)
    organ = _organ(match["organ"], place, region, year) if match else None
    if match is None or organ is None or organ.confidence < 0.7:
        return None
    return replace(organ, name=f"{organ.name}{match['part']}分局", confidence=min(organ.confidence, 0.9))


def _turned(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """浦东公安分局, 区公安分局: the branch of the city's police, official with the city and its organ in front."""
    if not text.endswith("分局"):
        return None
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _TURNED)), None)
    city = at_level(region, "city") if match else None
    if match is None or city is None:
        return None
    part = match["part"]
    if len(part) < 2:
        if len(region) < len(city) + 1:
            return None
        part = region[len(city)]
    if part.startswith(city[-1]):
        part = part.removeprefix(city[-1])
    part = re.sub("(?<=..)(?:新区|区|县|市)$", "", part)
    if (
        match["organ"] == "公安"
        and city[-1] in _WITH_DISTRICT
        and find_region(city[-1] + part + "区")[1] > len(city[-1])
    ):
        part += "区"
    organs = list(filter(None, (_organ(match["organ"] + end, region_name(city), city, year) for end in "局委")))
    organ = next((found for found in organs if found.rule == "own-name"), organs[0] if organs else None)
    return Resolved(f"{organ.name}{part}分局", "city-branch", 0.85) if organ else None


_BY_CITY = re.compile("(?P<part>.*?)生态环境局")
_CITY_FIRST = frozenset(("黑龙江省", "江苏省", "福建省", "江西省", "广西壮族自治区", "四川省"))
"""Where the bureau of a county is called 市 + county + 生态环境局 since it became the city's (2019)."""
_BUREAUS_MOVED = 2019


def _county_bureau(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """昆山生态环境局, 县生态环境局: the bureaus of counties became the city's in 2019 and bear its name: 苏州市昆山生态环境局."""
    match = _BY_CITY.fullmatch(text)
    if not match or len(region) < 3 or (year and year < _BUREAUS_MOVED):
        return None
    short = bare_county(region[2])
    if match["part"] == short:
        return Resolved(f"{region[1]}{short}生态环境局", "city-branch", 0.85)
    if match["part"] != region[2][-1] and match["part"] != region[2]:
        return None
    if region[0] in _CITY_FIRST:
        return Resolved(f"{region[1]}{short}生态环境局", "city-branch", 0.8)
    return Resolved(region_name(region[:3]) + "生态环境局", "city-branch", 0.7)


_GOVERNING = re.compile(
    "政府|国务院|行政公署|兵团(?:办公厅)?$|[省市区县州盟旗党]委(?:员会)?(?:办公[厅室])?$|[师市县区]办公室$|街道办事处$"
)
_UNITS = {"政研室": "政策研究室"}


def _department(issuer: str | None) -> str | None:
    """The department that issues the notice: 交通运输部 for 交通运输部办公厅; None for a government or its office."""
    if not issuer or _GOVERNING.search(issuer):
        return None
    return re.sub("办公[厅室]$", "", issuer)


def _inner(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A unit inside the department that issues the notice: 预算处, 法规司."""
    department = _department(issuer)
    if not department:
        return None
    unit = text[1:] if text[0] == department[-1] and text[0] in "厅局委部署" else text
    unit = re.sub("^(?:厅|局|委|部)(?=办公|机关|信息|网络|直属)", "", unit)
    if not _INNER_UNIT.search(unit) or (unit.endswith(("局", "院", "队")) and text in forms("organs")):
        return None
    return Resolved(department + _UNITS.get(unit, unit), "unit-of-issuer", 0.8)


def _bare(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """财政局 without a prefix: the organ of the notice's own jurisdiction."""
    if not region:
        return None
    if is_proper(text) and not is_shared_form(text):
        entry, reason = entry_of(text, "organs", year)
        return Resolved(entry["name"], "own-name", 0.9, reason=reason) if entry else None
    place = jurisdiction(region, issuer)
    found = _organ(text, place, region, year)
    if found:
        return replace(found, rule="no-prefix", confidence=min(found.confidence, 0.75 if is_shared_form(text) else 0.8))
    fixed, reason = entry_of(_repair(text) or "", "organs", year)
    return Resolved(official(fixed, place), "no-prefix", 0.75, repaired=True, reason=reason) if fixed else None


_RULES: tuple[Callable[[str, Chain, str | None, int | None], Resolved | None], ...] = (
    _zone,
    _central,
    _branch,
    _pattern,
    _county_bureau,
    _turned,
    _prefixed,
    _placed,
    _inner,
    _bare,
)


def resolve_body(mention: str, region: Chain, issuer: str | None, *, group: bool, year: int | None = None) -> Resolved:
    """The official name of `mention` in a notice of `region` and `year` signed by `issuer`.

    A group keeps its words, with the jurisdiction in front. What no rule knows keeps its words at low confidence."""
    return _resolve(fold_name(mention), region, issuer, group, year)


@cache
def _resolve(text: str, region: Chain, issuer: str | None, group: bool, year: int | None) -> Resolved:
    if group:
        return Resolved(_group_name(region, issuer, text), "group", 0.95)
    for rule in _RULES:
        found = rule(text, region, issuer, year)
        if found:
            return found
    return Resolved(_COMMITTEE.sub("管理委员会", text), "as-written", 0.5)


def _group_name(region: Chain, issuer: str | None, text: str) -> str:
    """The jurisdiction in front, its level said once: 黑龙江省 + 省直各有关部门 is 黑龙江省直各有关部门; before units of the
    department that issues the notice, the department: 四川省水利厅机关各处室."""
    department = _department(issuer)
    if department and _INNER_GROUP.search(text):
        return department + re.sub("^[厅局委部](?=机关|直属|属)", "", text)
    own = _LEVEL_SAID.match(text)
    place = _jurisdiction_of(own[0], region, issuer)[0] if own else ""
    if own and place:
        return place + text[own.end() :]
    place = jurisdiction(region, issuer)
    return (place[:-1] if place and text.startswith(place[-1]) else place) + text


@dataclass(frozen=True)
class Described:
    """What the name of a body tells: its region, the short form of its name, its system where the lexicon knows it."""

    region: Chain
    short: str
    system: str | None
    forms: tuple[str, ...] = ()


@cache
def describe_body(name: str) -> Described:
    """Region, short name and system of an official name."""
    bare = name.removeprefix("中共")
    named = take_apart(name) or take_apart(bare)
    if named is None:
        chain, used = find_region(bare)
        return Described(chain, bare[used:] or bare, None)
    known = tuple(named.entry["forms"])
    short = bare if not named.region else min(known, key=len)
    return Described(named.region, short, named.entry["system"], known)
