"""A body's mention to its full official name in its jurisdiction at the time: lexicon, prefix and region.

Each rule below is named in the evidence; its docstring is the explanation that a user reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from data import load
from loaders.resolve.organs import entry_of, forms, official, take_apart, templates
from loaders.resolve.regions import Chain, at_level, find_region, region_level, short_name
from loaders.text.fold import fold_name

_PREFIX = re.compile(r"(自治区|自治州|自治县|省|市(?!场)|区(?!域)|县|州|盟|旗|镇|乡)(.+)")
_LEVEL_OF_PREFIX = {"省": "province", "自治区": "province", "州": "city", "自治州": "city", "盟": "city"}
_PROPER = re.compile(r"中国|中央(?!企业)|国家|国务院|全国|人民银行|人行|中共|最高人民|新华社|中科院|各|相关|有关|其他")
_PROPER_END = re.compile(
    r"(?:公司|集团|银行|大学|学院|医院|学会|协会|商会|报社|电视台|广播台|电台|日报|监管分局|海关|支行|分行)$"
)
# A zone's committee without a name of its own; 中关村管委会 has one.
_PLAIN_ZONE = re.compile(
    r"(?:(?:国家级?|省级|经济|技术|高新|产业|工业|农业|综合|旅游|自由|贸易|试验|科技|生态|转型|综改|改革|物流|航空|临空|风景|名胜|保税|出口|加工|化工)*)"
    r"(?:开发|高新|经开|新|园|示范|保税|度假|名胜|自贸|试验|集聚|实验|合作|功能)区?管委会|(?:省|市|区|县)管委会"
)
_PLACE = r"(?P<place>.{2,}?)(?<!地方)"  # 省银监局 names no place, 省地方金融监管局 is the province's own
# Branches of central bodies: written short after the place, official with the central body in front.
_BRANCHES: tuple[tuple[str, str], ...] = (
    (_PLACE + r"银保监(?P<unit>局|分局)", "中国银行保险监督管理委员会{place}监管{unit}"),
    (_PLACE + r"银监(?P<unit>局|分局)", "中国银行业监督管理委员会{place}监管{unit}"),
    (_PLACE + r"证监(?P<unit>局)", "中国证券监督管理委员会{place}监管{unit}"),
    (_PLACE + r"保监(?P<unit>局|分局)", "中国保险监督管理委员会{place}监管{unit}"),
    (_PLACE + r"金融监管(?P<unit>局|分局)", "国家金融监督管理总局{place}监管{unit}"),
    (
        r"(?:中国)?(?:人民银行|人行)(?P<place>.+?)(?P<unit>中心支行|支行|分行|营业管理部|总部)",
        "中国人民银行{place}{unit}",
    ),
    (r"(?:国家)?外(?:汇|管)(?:管理)?局(?P<place>.+?)(?P<unit>分局|支局|中心支局)", "国家外汇管理局{place}{unit}"),
    (_PLACE + r"煤监(?P<unit>局|分局)", "{place}煤矿安全监察{unit}"),
)
_INNER_UNIT = re.compile(r"(?:处|科|司|室|股|局|办公厅|办公室|中心|机关党委|总队|支队|站|院)$")


@dataclass(frozen=True)
class Resolved:
    """`name` is the official name; `rule` says how it was found; `reason`, why the year of the notice decided."""

    name: str
    rule: str
    confidence: float
    repaired: bool = False
    reason: str | None = None


@cache
def _exceptions() -> dict[tuple[str, str], str]:
    """(jurisdiction, form) to the official name of a body that is not called jurisdiction + organ."""
    return {(entry["place"], entry["form"]): entry["name"] for entry in load("exceptions")}


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
    if text.endswith("管委会"):
        return not _PLAIN_ZONE.fullmatch(text)
    if text in forms("organs"):
        return False
    return bool(_PROPER_END.search(text))


def _names_place(text: str) -> bool:
    """黑龙江银监局, 菏泽银监分局, 哈尔滨市人民政府 begin with a place."""
    if find_region(text)[1] > 1 and not _PREFIX.match(text):
        return True
    return any(re.fullmatch(pattern, text) for pattern, _ in _BRANCHES)


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
    """A district is called with its city in front, any other place by its own name."""
    if len(region) >= 2 and region[-1].endswith("区") and not region[-1].endswith("自治区"):
        return "".join(region[-2:])
    return region[-1] if region else ""


def _jurisdiction_of(prefix: str, region: Chain, issuer: str | None) -> str:
    """The place that 省, 市, 区, 县 … mean in a notice of `region`."""
    if not region:
        return ""
    level = _LEVEL_OF_PREFIX.get(prefix)
    if prefix == "市":
        own = region[-1]
        # In a city of county rank 市 is the city itself; else the prefecture, or the 直辖市.
        chain = region if own.endswith("市") and region_level(region) == "county" else at_level(region, "city")
    elif level:
        chain = at_level(region, level)
    elif prefix in ("镇", "乡"):
        chain = region
    else:
        chain = region if region_level(region) == "county" else None
    if not chain:
        return ""
    return jurisdiction(chain, issuer) if chain == region else region_name(chain)


def _repair(form: str) -> str | None:
    """粮食局 for 粮食: a name cut short by a slip, where one organ's word completes it."""
    found = [form + end for end in ("局", "厅", "委", "办") if form + end in forms("organs")]
    return found[0] if found and not re.search(r"[厅局委办部会院署处室心]$", form) else None


def _central(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A body of the centre, by its name or short name."""
    entry, reason = entry_of(text, "central", year)
    return Resolved(entry["name"], "central-body", 0.98, reason=reason) if entry else None


def _pattern(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A central body's branch written with its place inside."""
    if not re.match("中国|国家|国网|审计署|财政部|全国", text):
        return None
    if any(rule.fullmatch(text) for rule, _ in templates("patterns")):
        return Resolved(text, "central-branch", 0.97)
    return None


def _branch(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A branch of a central body, named by its place: 黑龙江银监局, 人民银行哈尔滨中心支行."""
    for pattern, template in _BRANCHES:
        match = re.match(pattern, text)
        if match:
            place = match["place"]
            place = short_name(place) if place.endswith(("省", "自治区")) else place
            rest = text[match.end() :]
            return Resolved(template.format(place=place, unit=match["unit"]) + rest, "central-branch", 0.95)
    return None


def _placed(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A name that says its place itself: 哈尔滨市财政局."""
    chain, used = find_region(text, region)
    if chain and used == len(text):
        return Resolved(region_name(chain), "region", 0.9)
    if not chain or _PREFIX.match(text):
        return None
    entry, reason = entry_of(text[used:], "organs", year)
    place = text[:used] if text[:used].endswith(chain[-1]) else region_name(chain)
    if entry:
        return Resolved(official(entry, place), "named-place", 0.97, reason=reason)
    return Resolved(text, "named-place", 0.85)


def _prefixed(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """省财政厅: the organ of that name in the notice's own province, city or county."""
    match = _PREFIX.fullmatch(text)
    place = _jurisdiction_of(match[1], region, issuer) if match else ""
    if not match or not place:
        return None
    own = _exceptions().get((place, match[2]))
    if own:
        return Resolved(own, "own-name", 0.99)
    entry, reason = entry_of(match[2], "organs", year)
    if entry:
        return Resolved(official(entry, place, match[1]), "prefix-and-lexicon", 0.99, reason=reason)
    fixed, reason = entry_of(_repair(match[2]) or "", "organs", year)
    if fixed:
        return Resolved(official(fixed, place, match[1]), "cut-short", 0.85, repaired=True, reason=reason)
    return Resolved(place + match[2], "prefix-only", 0.75)


def _inner(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """A unit inside the department that issues the notice: 预算处, 法规司."""
    if issuer and not re.search("政府", issuer) and _INNER_UNIT.search(text):
        return Resolved(
            re.sub("办公[厅室]$", "", issuer) + re.sub("^(?:厅|局|委|部)(?=办公|机关|信息|网络|直属)", "", text),
            "unit-of-issuer",
            0.8,
        )
    return None


def _bare(text: str, region: Chain, issuer: str | None, year: int | None) -> Resolved | None:
    """财政局 without a prefix: the organ of the notice's own jurisdiction."""
    repaired = text not in forms("organs")
    entry, reason = entry_of((_repair(text) or "") if repaired else text, "organs", year)
    if not entry or not region:
        return None
    if is_proper(text):
        return Resolved(entry["name"], "own-name", 0.95, reason=reason)
    name = official(entry, jurisdiction(region, issuer))
    return Resolved(name, "no-prefix", 0.8, repaired=repaired, reason=reason)


_RULES: tuple[Callable[[str, Chain, str | None, int | None], Resolved | None], ...] = (
    _central,
    _branch,
    _pattern,
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
        return Resolved(_group_name(jurisdiction(region, issuer), text), "group", 0.95)
    for rule in _RULES:
        found = rule(text, region, issuer, year)
        if found:
            return found
    return Resolved(text, "as-written", 0.5)


def _group_name(place: str, text: str) -> str:
    """The jurisdiction in front, its level said once: 黑龙江省 + 省直各有关部门 is 黑龙江省直各有关部门."""
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
