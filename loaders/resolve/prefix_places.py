"""Which place the sign in front of a 发文字号 means: 京, 甬, 菏定, 九龙坡.

The signs that are known stand in `places` of data/lexicons/prefixes.yaml; others are read as the name of a county or city, whole
(番禺) or by its first character (滕), alone or behind the sign of its city (菏定)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import Region, load, regions
from loaders.resolve.regions import Chain, chain_of, common_name, region_level, stood_in

_LONGEST = 7
_GOVERNMENTS = ("政", "府", "署")
# Where governments sign with 府 at every level, and where a county's own number has no 发 behind 政.
_WITH_FU = {"上海市", "江西省", "广东省", "海南省", "重庆市", "四川省", "贵州省"}
_BARE = {"安徽省", "福建省", "河南省", "青海省"}
_LEVEL_WORDS = {"市": ("市",), "县": ("县",), "区": ("区",), "州": ("自治州",)}


@dataclass(frozen=True)
class Place:
    """What a sign may mean. `known`: the lexicon says so. `offices`: endings that are the government's office without
    saying 政 or 府, in the years of the entry."""

    chain: Chain
    codes: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    until: int | None = None
    known: bool = False


def longest_sign(code: str) -> str:
    """The longest sign of the lexicon that `code` begins with, "" where there is none."""
    return next((code[:size] for size in range(_LONGEST, 0, -1) if code[:size] in _known()), "")


@cache
def known_places(sign: str) -> tuple[Place, ...]:
    """The places that the lexicon gives for a sign, provinces first."""
    found = _known().get(sign, ())
    return tuple(sorted(found, key=lambda place: len(place.chain)))


def choose(sign: str, ending: str, year: int | None, within: Chain) -> tuple[Chain, ...]:
    """The places that `sign` means before `ending` (政办发, 发, 财); several where the number does not say which.

    `within` is the jurisdiction of the notice that cites the number: it decides between several."""
    known = known_places(sign)
    found = _fitting(known, ending) if ending[:1] in _GOVERNMENTS else _upper(known, ending)
    named = () if found and len(found[0]) == 1 else _named(sign, ending, year)
    if near := _around(named, within):
        return near
    if not found or _odd(found, ending):
        found = tuple(dict.fromkeys((*found, *named)))
    return _nearest(found, within) if len(found) > 1 else found


def is_far(chain: Chain, sign: str, within: Chain) -> bool:
    """A place guessed by one character, in another province than the notice that cites it: 岭 may be anybody's."""
    return bool(within) and chain[0] != within[0] and len(sign) == 1 and not known_places(sign)


def _around(found: tuple[Chain, ...], within: Chain) -> tuple[Chain, ...]:
    """Of places read by name those that the citing notice lies in, else those of its city."""
    own = tuple(chain for chain in found if chain == within[: len(chain)])
    return own or tuple(chain for chain in found if len(within) > 1 and chain[:2] == within[:2])


def _fitting(places: tuple[Place, ...], ending: str) -> tuple[Chain, ...]:
    """Of those that share a sign: those to whom this ending belongs, else those who number with its 政 or 府."""
    own = [place for place in places if ending in place.codes]
    alike = [place for place in places if ending[0] in _organs(place)]
    if not own and not _plain(ending) and len(places) > 1:
        own = [place for place in alike if len(place.chain) == 1]  # 晋政任: a province before a city
    return tuple(place.chain for place in own or alike)


def _upper(places: tuple[Place, ...], ending: str) -> tuple[Chain, ...]:
    """甘财, 苏发: a province before a city, unless the ending is a city's or one of vice-provincial rank has the sign too."""
    own = tuple(place.chain for place in places if ending in place.codes)
    if own:
        return own
    upper = [place for place in places if len(place.chain) == 1]
    equals = [place for place in places if place.chain[-1] in vice_provincial()] if upper else places
    return tuple(place.chain for place in (*upper, *equals))


def _organs(place: Place) -> set[str]:
    """政 or 府, as the place's endings have it, else as the province does."""
    return {code[0] for code in place.codes if code[0] in _GOVERNMENTS} or {
        "府" if place.chain[0] in _WITH_FU else "政"
    }


def _odd(found: tuple[Chain, ...], ending: str) -> bool:
    """A bare 政 where the place's province writes 政发, or 政发 where it writes 政: another place may be meant."""
    if ending not in ("政", "政发", "政办发") or len(found) != 1 or len(found[0]) == 1:
        return False
    listed = [place for places in _known().values() for place in places if place.chain == found[0]]
    if any(ending in place.codes for place in listed):
        return False
    return (found[0][0] in _BARE) != (ending == "政")


def _plain(ending: str) -> bool:
    return re.fullmatch("[政府](?:办|厅)?发?", ending) is not None


@cache
def vice_provincial() -> frozenset[str]:
    """The cities of vice-provincial rank."""
    halls = load("prefixes")["office_halls"]
    return frozenset(entry["place"] for entry in halls if entry.get("vice_provincial"))


@cache
def _known() -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = {}
    for entry in load("prefixes")["places"]:
        index.setdefault(entry["sign"], []).append(_place(entry))
    return index


def _place(entry: Any) -> Place:
    offices = entry.get("offices") or {}
    chain = _chain(entry["place"])
    return Place(chain, tuple(entry.get("codes", ())), tuple(offices.get("codes", ())), offices.get("to"), known=True)


@cache
def _chain(name: str) -> Chain:
    """The chain of a name that the lexicon uses: of several regions of that name the highest."""
    found = [chain_of(region) for region in regions() if region.name == name]
    return min(found, key=len) if found else (name,)


def _named(sign: str, ending: str, year: int | None) -> tuple[Chain, ...]:
    """The counties and cities whose name the sign writes, whole or in part."""
    if sign in _LEVEL_WORDS:
        return ()
    whole = [region for region in _in_force(year) if sign in (region.name, common_name(region.name))]
    if len(sign) > 1 and whole:
        return _chains(whole)
    if len(sign) > 1:
        return _under_city(sign, ending, year) or _chains(_with_level(sign, year))
    if not re.match("[\u4e00-\u9fff]$", sign):
        return ()
    begin = [region for region in _in_force(year) if region.name[0] == sign]
    return _chains([region for region in begin if _in_style(region, ending)])


def _under_city(sign: str, ending: str, year: int | None) -> tuple[Chain, ...]:
    """菏定: the sign of a city and the beginning of a name within it."""
    found: list[Chain] = []
    for size in range(1, len(sign)):
        for upper in known_places(sign[:size]):
            for region in _in_force(year):
                chain = chain_of(region)
                inside = len(chain) > len(upper.chain) and chain[: len(upper.chain)] == upper.chain
                direct = len(chain) == 3 or chain[0].endswith("市")
                if inside and direct and region.name.startswith(sign[size:]):
                    found.append(chain)
    return tuple(dict.fromkeys(found))


def _with_level(sign: str, year: int | None) -> list[Region]:
    """吉市: a city whose name begins so, told from the province or county of that sign by its level."""
    ends = _LEVEL_WORDS.get(sign[-1], ())
    return [
        region
        for region in _in_force(year)
        if ends and region.name.startswith(sign[:-1]) and region.name.endswith(ends)
    ]


def _in_style(region: Region, ending: str) -> bool:
    """Whether governments there number so: 府 or 政, with or without 发."""
    if ending[:1] not in _GOVERNMENTS:
        return True
    province = chain_of(region)[0]
    if (ending[0] == "府") != (province in _WITH_FU):
        return False
    bare = not ending.endswith("发")
    return not _plain(ending) or ending[0] == "府" or bare == (province in _BARE)


@cache
def _in_force(year: int | None) -> tuple[Region, ...]:
    """The cities and counties that stood in `year` (None: today)."""
    return tuple(
        region
        for region in regions()
        if region.level != "province" and not region.code.startswith("99") and stood_in(region, year)
    )


def _chains(found: list[Region]) -> tuple[Chain, ...]:
    return tuple(dict.fromkeys(chain_of(region) for region in found))


def _nearest(found: tuple[Chain, ...], within: Chain) -> tuple[Chain, ...]:
    """The place that the citing notice lies in, else those of its city, else of its province."""
    for size in range(len(within), 0, -1):
        above = tuple(chain for chain in found if chain == within[:size])
        near = above or tuple(chain for chain in found if chain[:size] == within[:size])
        if near:
            return near
    return found


def level_of(chains: tuple[Chain, ...]) -> str | None:
    """The level that all of several places share."""
    levels = {region_level(chain) for chain in chains}
    return levels.pop() if len(levels) == 1 else None
