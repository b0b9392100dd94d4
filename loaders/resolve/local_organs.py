"""The organ that a form means in a place, and the branches of a city's organs in its districts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.resolve.branches import company
from loaders.resolve.jurisdictions import region_name
from loaders.resolve.organs import entry_of, find_organ, names, official, region_rank
from loaders.resolve.own_names import own_name
from loaders.resolve.regions import Chain, at_level, bare, bare_county, find_region

_ZONE_NAME = re.compile("(?:开发区|产业园区|保税区|保税港区|高新区|加工区|新区|工业园区|示范区)管理委员会$")


_WORDED = 0.97
"""A wording of one name that only leaves out 和 or shortens its words is as sure as that."""
_SHORT = 7


@dataclass(frozen=True)
class Resolved:
    """`name` is the official name; `rule` says how it was found; `reason`, why the year of the notice decided."""

    name: str
    rule: str
    confidence: float
    repaired: bool = False
    reason: str | None = None


def local_organ(form: str, place: str, region: Chain, year: int | None, prefix: str = "") -> Resolved | None:
    """The organ that `form` means in the place of `region`: one that the place calls so itself, a company, or an organ of
    the lexicon at that level in that year."""
    rank = region_rank(region)
    own = own_name(form, region, rank, year)
    if own and own.confidence < _WORDED and form in names("organs"):
        # 文化局 may be its 文化广电旅游局; 政务服务和数据管理局 is written out and stays.
        own = None if len(form) > _SHORT or form.endswith(("办公室", "委员会")) else replace(own, confidence=0.75)
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


_OFFICE = re.compile(r"(?P<organ>.+?[局委厅])(?P<part>[^局委厅]{2,8})分局")
_LINES = "公安|规划和自然资源|规划自然资源|规划国土|规划资源|国土资源|国土|自然资源|规划|环保|工商|质监|食药监|市场监管"
_TURNED = (
    re.compile(f"(?P<part>.{{2,6}}?)(?P<organ>{_LINES})分局"),
    re.compile(f"(?P<organ>{_LINES})(?P<part>.{{2,5}})分局"),
    re.compile("(?P<part>[区县]?)(?P<organ>公安|国土资源|国土)分局"),
)
_WITH_DISTRICT = ("济南市", "广州市", "杭州市", "成都市", "重庆市", "武汉市")
"""Cities whose police keep 区 in the names of their branches."""


def branch_office(form: str, place: str, region: Chain, year: int | None) -> Resolved | None:
    """规划资源局和平分局 of a city: the organ inside is written out, the 分局 keeps its words."""
    match = _OFFICE.fullmatch(form)
    organ = local_organ(match["organ"], place, region, year) if match else None
    if match is None or organ is None or organ.confidence < 0.7:
        return None
    return replace(organ, name=f"{organ.name}{match['part']}分局", confidence=min(organ.confidence, 0.9))


def turned_office(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
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
    organs = list(filter(None, (local_organ(match["organ"] + end, region_name(city), city, year) for end in "局委")))
    organ = next((found for found in organs if found.rule == "own-name"), organs[0] if organs else None)
    return Resolved(f"{organ.name}{part}分局", "city-branch", 0.85) if organ else None


_BY_CITY = re.compile("(?P<part>.*?)生态环境局")
_CITY_FIRST = frozenset(("黑龙江省", "江苏省", "福建省", "江西省", "广西壮族自治区", "四川省"))
"""Where the bureau of a county is called 市 + county + 生态环境局 since it became the city's (2019)."""
_BUREAUS_MOVED = 2019


def county_bureau(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
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
