"""A body's mention to its full official name in its jurisdiction at the time: lexicon, prefix and region.

Each rule below is named in the evidence; its docstring is the explanation that a user reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from loaders.resolve.branches import branch, named_company
from loaders.resolve.departments import INNER_GROUP, department_of, inner_unit, town_unit
from loaders.resolve.jurisdictions import PREFIX, chain_of_prefix, jurisdiction, jurisdiction_of, region_name
from loaders.resolve.local_organs import Resolved, branch_office, county_bureau, local_organ, turned_office
from loaders.resolve.organs import (
    Entry,
    central_body,
    entries_of,
    entry_of,
    forms,
    names,
    official,
    stood,
    take_apart,
    templates,
)
from loaders.resolve.own_names import zone
from loaders.resolve.regions import Chain, bare_county, find_region
from loaders.text.fold import fold_name

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
_COMMITTEE = re.compile("(?<=.{2}[区城园港岛])管委会$")


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
    if find_region(text)[1] > 1 and not PREFIX.match(text):
        return True
    return branch(text, None) is not None


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
    match = PREFIX.fullmatch(text)
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
    level = PREFIX.match(text)
    if level and region and chain_of_prefix(level[1], region):
        return None
    name = branch(text, year) or named_company(text, year)
    return Resolved(name, "central-branch", 0.95) if name else None


def _placed(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A name that says its place itself: 哈尔滨市财政局."""
    chain, used = _own_county(text, region) or find_region(text, region, year)
    if chain and used == len(text):
        return Resolved(region_name(chain), "region", 0.9)
    if not chain or PREFIX.match(text) or text in forms("organs"):
        return None
    place = text[:used] if text[:used].endswith(chain[-1]) else region_name(chain)
    office = branch_office(text[used:], place, chain, year) if text.endswith("分局") else None
    found = office or local_organ(text[used:], place, chain, year)
    if found:
        return replace(found, rule="named-place", confidence=min(found.confidence, 0.97))
    return Resolved(_COMMITTEE.sub("管理委员会", text), "named-place", 0.7)


def _own_county(text: str, region: Chain) -> tuple[Chain, int] | None:
    """朝阳 in a notice of 北京市朝阳区 is the district, not the city of that name."""
    short = bare_county(region[-1]) if len(region) > 1 else ""
    if not short or short == region[-1] or not re.match(f"{region[-1]}|{short}(?![省市州盟县区地])", text):
        return None
    return region, len(region[-1]) if text.startswith(region[-1]) else len(short)


def _prefixed(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """省财政厅: the organ of that name in the notice's own province, city or county."""
    match = PREFIX.fullmatch(_YOUTH.sub(r"\1团委", text))
    place, chain = jurisdiction_of(match[1], region, issuer) if match else ("", ())
    if not match or not place:
        return None
    if match[2] == "委":
        return Resolved(f"中共{place}委员会", "prefix-and-lexicon", 0.95)
    if text in forms("organs") and match[2] not in forms("organs"):
        return None  # 市政公用局 and 乡村振兴局 begin with no level
    office = branch_office(match[2], place, chain, year) if text.endswith("分局") else None
    found = office or local_organ(match[2], place, chain, year, match[1])
    if found:
        return found if found.rule != "lexicon" else replace(found, rule="prefix-and-lexicon")
    fixed, reason = entry_of(_repair(match[2]) or "", "organs", year)
    if fixed:
        return Resolved(official(fixed, place, match[1]), "cut-short", 0.85, repaired=True, reason=reason)
    unit = town_unit(match[2], chain, issuer, year)
    return unit or Resolved(place + _COMMITTEE.sub("管理委员会", match[2]), "prefix-only", 0.6)


_YOUTH = re.compile("^(?:共青)?团([省市区县州盟旗])委$")


def _bare(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """财政局 without a prefix: the organ of the notice's own jurisdiction."""
    if not region:
        return None
    if is_proper(text) and not is_shared_form(text):
        entry, reason = entry_of(text, "organs", year)
        return Resolved(entry["name"], "own-name", 0.9, reason=reason) if entry else None
    place = jurisdiction(region, issuer)
    found = local_organ(text, place, region, year)
    if found:
        return replace(found, rule="no-prefix", confidence=min(found.confidence, 0.75 if is_shared_form(text) else 0.8))
    fixed, reason = entry_of(_repair(text) or "", "organs", year)
    return Resolved(official(fixed, place), "no-prefix", 0.75, repaired=True, reason=reason) if fixed else None


_RULES: tuple[Callable[[str, Chain, str | None, int | None], Resolved | None], ...] = (
    _zone,
    _central,
    _branch,
    _pattern,
    county_bureau,
    turned_office,
    _prefixed,
    _placed,
    inner_unit,
    _bare,
    town_unit,
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


def rule_of(mention: str, region: Chain, issuer: str | None, *, group: bool, year: int | None = None) -> str:
    """The docstring of the rule by which `resolve_body` names this mention."""
    text = fold_name(mention)
    if group:
        return _group_name.__doc__ or ""
    found = next((rule for rule in _RULES if rule(text, region, issuer, year)), resolve_body)
    return found.__doc__ or ""


def written_out(mention: str, region: Chain, issuer: str | None) -> str:
    """The mention with its jurisdiction in words: 省飞碟局 in Heilongjiang is 黑龙江省飞碟局."""
    text = fold_name(mention)
    match = PREFIX.fullmatch(text)
    place = jurisdiction_of(match[1], region, issuer)[0] if match else ""
    if match and place:
        return place + match[2]
    return jurisdiction(region, issuer) + text if is_local_form(text) else text


def readings(mention: str, region: Chain, issuer: str | None, year: int | None) -> tuple[str, ...]:
    """The official names of all bodies that bear this form here and stood in `year`, as far as that is known."""
    text = fold_name(mention)
    full = written_out(text, region, issuer)
    _, used = find_region(full, region)
    organs = entries_of(full[used:], "organs", year) if used else []
    central = entries_of(text, "central", year)
    return tuple(dict.fromkeys([*(e["name"] for e in central), *(official(e, full[:used]) for e in organs)]))


def _group_name(region: Chain, issuer: str | None, text: str) -> str:
    """The jurisdiction in front, its level said once: 黑龙江省 + 省直各有关部门 is 黑龙江省直各有关部门; before units of the
    department that issues the notice, the department: 四川省水利厅机关各处室."""
    department = department_of(issuer)
    if department and INNER_GROUP.search(text):
        return department + re.sub("^[厅局委部](?=机关|直属|属)", "", text)
    own = _LEVEL_SAID.match(text)
    place = jurisdiction_of(own[0], region, issuer)[0] if own else ""
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
