"""What a 发文字号 says of its document: class, issuing body, level and region, read off the prefix.

The words are data/lexicons/prefixes.yaml. The grammar of local prefixes: place + 政 or 府 (the government), 委, 党 or nothing (the
Party's committee), 人大 (the congress) or a department's sign; then 办 or 厅 for its office; then what kind of paper it is
(发, 函, 字, 电, 规 …). What the prefix leaves open stays open: an issuer is named only where one body is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from data import load
from graph.numbers import Number, parse_number
from loaders.resolve.bodies import region_name
from loaders.resolve.organs import names, official, stood, take_apart
from loaders.resolve.prefix_places import choose, is_far, known_places, level_of, longest_sign
from loaders.resolve.regions import Chain, find_region, region_level
from loaders.text.fold import fold_name

DocumentClass = Literal[
    "state_council",
    "state_council_office",
    "party",
    "party_office",
    "government",
    "government_office",
    "department",
    "congress",
    "joint",
]

_PAPER = "(?:[发函字规秘电文综通令任地土批报督复告呈请阅纪传密明内议干人外征补财农水环监]|办|公告)*"
_GOVERNMENT = re.compile(rf"(?:政府?|府|署)(?:(?P<office>办公?[厅室]?|厅)[\u4e00-\u9fff]{{0,3}}|{_PAPER})")
_COMMITTEE = re.compile(rf"(?:[省市县区州旗]?委|党委?)(?P<office>办公?[厅室]?|厅)?{_PAPER}")
_PARTY_ALONE = re.compile(rf"(?P<office>办|厅)?(?:[发字函]|通报|电|文){{0,2}}(?<=.){_PAPER}")
_CONGRESS = re.compile(rf"(?:人?大?常|人大)(?P<office>办|厅)?(?:会)?{_PAPER}")
_OFFICE = re.compile("[办厅]")
_LOCAL_BODY = re.compile(
    r"(?P<party>中共)?(?P<place>.+?)(?:(?P<congress>人民代表大会常务委员会)|人民政府|政府|行政公署|(?<=[省市县区州旗盟])委(?:员会)?)(?P<office>办公[厅室])?"
)
_LEVEL_OF_WORD = {"省": "province", "市": "city", "州": "city", "县": "county", "区": "county", "旗": "county"}


@dataclass(frozen=True)
class NumberFacts:
    """`document_class`, `issuer` and `level` are None, `region` empty, where the prefix does not say them. The level is
    that of the guide's section 1: department for every ministry, 厅, 局 and 委 of whatever rank."""

    number: str
    document_class: DocumentClass | None = None
    issuer: str | None = None
    level: str | None = None
    region: Chain = ()
    year: int | None = None


def number_facts(number: str, within: Chain = ()) -> NumberFacts:
    """The facts of a number in any spelling and script.

    `within` is the jurisdiction of the notice that cites it: 济政发 is 济宁's in a notice of 济宁 and nobody's alone."""
    parsed = parse_number(fold_name(number))
    return _facts(parsed, within) if parsed else NumberFacts(number)


@cache
def _facts(number: Number, within: Chain) -> NumberFacts:
    base = NumberFacts(str(number), year=number.year)
    prefix, year = number.prefix, number.year
    if year is None:
        return replace(body_facts(prefix.removesuffix("令")), number=base.number)
    for rule in (_code, _own, _long_sign, _local, _department, _nowhere):
        found = rule(base, prefix, year, within)
        if found:
            return found
    return base


def body_facts(name: str) -> NumberFacts:
    """What the official name of an issuing body says of its papers; `issuer` is None where no rule knows the name."""
    bare = name.removeprefix("中华人民共和国")
    entry = next((entry for entry in load("prefixes")["codes"] if entry["issuer"] == bare), None)
    if entry and "region" not in entry and entry["class"] != "joint":
        level = "department" if entry["class"] == "department" else "national"
        return NumberFacts("", entry["class"], bare, level)
    local = _LOCAL_BODY.fullmatch(bare)
    region, used = find_region(local["place"]) if local else ((), 0)
    if local and region and used == len(local["place"]):
        return NumberFacts("", _class_of(local), bare, region_level(region), region)
    named = take_apart(bare)
    return NumberFacts("", "department", bare, "department", named.region) if named else NumberFacts("")


def _class_of(local: re.Match[str]) -> DocumentClass:
    """Government, Party committee or congress of a place, or its office."""
    if local["congress"]:
        return "congress"
    if local["party"]:
        return "party_office" if local["office"] else "party"
    return "government_office" if local["office"] else "government"


def _code(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A prefix that the lexicon has as a whole."""
    entry = _codes().get(prefix)
    if not entry:
        return None
    region = (entry["region"],) if "region" in entry else ()
    level = "department" if entry["class"] in ("department", "joint") else "province" if region else "national"
    return replace(base, document_class=entry["class"], issuer=entry["issuer"], level=level, region=region)


@cache
def _codes() -> dict[str, Any]:
    return {entry["sign"]: entry for entry in load("prefixes")["codes"]}


def _own(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A local department's sign with the place in it: 沪教委."""
    found = [entry for entry in load("prefixes")["own"] if prefix.startswith(entry["sign"])]
    if not found:
        return None
    longest = max(len(entry["sign"]) for entry in found)
    here = [entry for entry in found if len(entry["sign"]) == longest]
    issuers = [entry["issuer"] for entry in here if stood(entry, year)]
    region = (here[0]["region"],)
    return _named(base, issuers, prefix[longest:], "办公室", region)


def _long_sign(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A central body's sign of two characters or more: it goes before the places."""
    return _central(base, prefix, year, shortest=2)


def _department(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A central body's sign of one character: 财, 建, 教."""
    return _central(base, prefix, year, shortest=1)


def _central(base: NumberFacts, prefix: str, year: int, shortest: int) -> NumberFacts | None:
    signs = _departments()
    sign = next((prefix[:size] for size in range(5, shortest - 1, -1) if prefix[:size] in signs), None)
    if sign is None or (len(prefix) == len(sign) == 1 and sign not in ("法",)):
        return None
    entry, rest = signs[sign], prefix[len(sign) :]
    if _GOVERNMENT.fullmatch(rest) and rest[0] in "政府" and choose(sign, rest, year, ()):
        return None  # 民政发 may be a county's
    issuers = [issuer["name"] for issuer in entry["issuers"] if stood(issuer, year)]
    return _named(base, issuers, rest, entry.get("office", "办公厅"), (), inner=sign == "教")


@cache
def _departments() -> dict[str, Any]:
    return {entry["sign"]: entry for entry in load("prefixes")["departments"]}


def _named(
    base: NumberFacts, issuers: list[str], rest: str, office: str, region: Chain, *, inner: bool = False
) -> NumberFacts:
    """A department, or its office where 办 or 厅 follows its sign; 教育部's writes 厅 behind the bureau (教基厅)."""
    issuer = issuers[0] if len(issuers) == 1 else None
    if issuer and (_OFFICE.match(rest) or (inner and "厅" in rest)) and not re.search("办公[厅室]$|办$|司$", issuer):
        issuer += office
    return replace(base, document_class="department", issuer=issuer, level="department", region=region)


def _local(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A place's sign and what follows it: the government's endings before the others, longer signs before shorter
    ones; of the others the lexicon's sign first (晋交发 is a department of 晋, no county 晋 + 交)."""
    known = longest_sign(prefix)
    parts = [(prefix[:size], prefix[size:]) for size in range(min(7, len(prefix) - 1), 0, -1)]
    for sign, ending in parts:
        found = _of_government(base, sign, ending, year, within)
        if found:
            return found
    for sign, ending in sorted(parts, key=lambda part: part[0] != known):
        if sign == known or _COMMITTEE.fullmatch(ending) or (len(sign) > 1 and _PARTY_ALONE.fullmatch(ending)):
            found = _of_others(base, sign, ending, year, within)
            if found:
                return found
    return None


def _of_government(base: NumberFacts, sign: str, ending: str, year: int, within: Chain) -> NumberFacts | None:
    """政, 府 and 署, and the endings that are the government's office without them: 川办发, 粤办函."""
    offices = [place for place in known_places(sign) if ending in place.offices and year <= (place.until or year)]
    if offices:
        return _government(base, (offices[0].chain,), ending, year, office=True)
    match = _GOVERNMENT.fullmatch(ending)
    chains = choose(sign, ending, year, within) if match else ()
    if not match or not chains:
        return None
    found = _government(base, chains, ending, year, office=_has_office(match))
    if len(chains) == 1 and is_far(chains[0], sign, within):
        return replace(base, document_class=found.document_class)
    return found


def _of_others(base: NumberFacts, sign: str, ending: str, year: int, within: Chain) -> NumberFacts | None:
    """The Party's committee, the congress, a department."""
    chains = choose(sign, ending, year, within)
    if not chains:
        return None
    congress = _CONGRESS.fullmatch(ending)
    if congress:
        return _congress(base, chains, office=_has_office(congress))
    if sign[0] in _departments() and all(len(chain) > 1 for chain in chains):
        return None  # 银办发, 文发, 商办发 are the ministries'
    committee = _COMMITTEE.fullmatch(ending)
    local = None if committee else _local_department(base, chains, ending, year)
    committee = committee or _PARTY_ALONE.fullmatch(ending)
    return local or (_party(base, chains, office=_has_office(committee)) if committee else None)


def _has_office(match: re.Match[str]) -> bool:
    return match["office"] is not None


def _government(base: NumberFacts, chains: tuple[Chain, ...], ending: str, year: int, *, office: bool) -> NumberFacts:
    document_class: DocumentClass = "government_office" if office else "government"
    base = replace(base, document_class=document_class, level=level_of(chains))
    if len(chains) != 1:
        return base
    region = chains[0]
    name = region_name(region)
    government = "行政公署" if name.endswith(("地区", "盟")) else "人民政府"
    hall = _office_word(region, ending, year) if office else ""
    return replace(base, issuer=name + government + hall, region=region)


def _office_word(region: Chain, ending: str, year: int) -> str:
    """办公厅 in a province and in the cities of the lexicon, and wherever the prefix says 厅; else 办公室."""
    if region_level(region) == "province" or "厅" in ending:
        return "办公厅"
    halls = {entry["place"]: entry.get("to", year) for entry in load("prefixes")["office_halls"]}
    return "办公厅" if year <= halls.get(region[-1], 0) else "办公室"


def _party(base: NumberFacts, chains: tuple[Chain, ...], *, office: bool) -> NumberFacts:
    base = replace(base, document_class="party_office" if office else "party", level=level_of(chains))
    if len(chains) != 1:
        return base
    region = chains[0]
    halls = {entry["place"] for entry in load("prefixes")["office_halls"] if entry.get("vice_provincial")}
    upper = region_level(region) == "province" or region[-1] in halls
    word = ("办公厅" if upper else "办公室") if office else ""
    return replace(base, issuer=f"中共{region_name(region)}委{word}", region=region)


def _congress(base: NumberFacts, chains: tuple[Chain, ...], *, office: bool) -> NumberFacts:
    base = replace(base, document_class="congress", level=level_of(chains))
    if len(chains) != 1:
        return base
    hall = ("办公厅" if region_level(chains[0]) == "province" else "办公室") if office else ""
    return replace(base, issuer=f"{region_name(chains[0])}人民代表大会常务委员会{hall}", region=chains[0])


def _local_department(base: NumberFacts, chains: tuple[Chain, ...], ending: str, year: int) -> NumberFacts | None:
    """浙财采监: the department whose sign follows, by the one name that it can have had there in that year."""
    signs = {entry["sign"]: entry["organs"] for entry in load("prefixes")["local"]}
    sign = next((ending[:size] for size in range(4, 0, -1) if ending[:size] in signs), None)
    if sign is None:
        return None
    base = replace(base, document_class="department", level="department")
    if len(chains) != 1:
        return base
    region = chains[0]
    stems = _organs_there(signs[sign], region, year)
    issuers = [official(names("organs")[stem], region_name(region)) for stem in stems]
    return _named(base, issuers, ending[len(sign) :], "办公室", region)


def _organs_there(stems: list[str], region: Chain, year: int) -> list[str]:
    """The organs that a place of this level can have had in `year`: 厅 in a province only, 局 in
    a city only where it has no 委员会."""
    level = region_level(region)
    province = level == "province" and not region[0].endswith("市")
    there = [stem for stem in stems if level in names("organs")[stem]["levels"] and stood(names("organs")[stem], year)]
    upper = [stem for stem in there if stem.endswith("委员会") or (province and stem.endswith("厅"))]
    return upper if upper and level != "county" else [stem for stem in there if not stem.endswith("厅")]


def _nowhere(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """市政办发, and signs that no place of the table explains: the class, and the level that is said."""
    match = re.fullmatch(rf"(?P<sign>.{{1,4}}?)(?P<ending>{_GOVERNMENT.pattern.replace('?P<office>', '?:')})", prefix)
    if not match:
        return None
    ending = match["ending"]
    office = bool(_OFFICE.search(ending))
    level = _LEVEL_OF_WORD.get(match["sign"])
    part = next((within[:size] for size in range(len(within), 0, -1) if region_level(within[:size]) == level), None)
    if part:
        return _government(base, (part,), ending, year, office=office)
    return replace(base, document_class="government_office" if office else "government", level=level)
