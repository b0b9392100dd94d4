"""The grammar of local prefixes: a place's sign, the organ (政, 府, 委, 人大, a department), its office, the kind of paper."""

from __future__ import annotations

import re
from dataclasses import replace

from data import load
from loaders.resolve.issuers import DocumentClass, NumberFacts, departments, named_department
from loaders.resolve.jurisdictions import region_name
from loaders.resolve.organs import names, official, stood
from loaders.resolve.prefix_places import choose, is_far, known_places, level_of, longest_sign
from loaders.resolve.regions import Chain, region_level

_PAPER = "(?:[发函字规秘电文综通令任地土批报督复告呈请阅纪传密明内议干人外征补财农水环监]|办|公告)*"
GOVERNMENT = re.compile(rf"(?:政府?|府|署)(?:(?P<office>办公?[厅室]?|厅)[\u4e00-\u9fff]{{0,3}}|{_PAPER})")
_COMMITTEE = re.compile(rf"(?:[省市县区州旗]?委|党委?)(?P<office>办公?[厅室]?|厅)?{_PAPER}")
_PARTY_ALONE = re.compile(rf"(?P<office>办|厅)?(?:[发字函]|通报|电|文){{0,2}}(?<=.){_PAPER}")
_CONGRESS = re.compile(rf"(?:人?大?常|人大)(?P<office>办|厅)?(?:会)?{_PAPER}")
_OFFICE = re.compile("[办厅]")
_LEVEL_OF_WORD = {"省": "province", "市": "city", "州": "city", "县": "county", "区": "county", "旗": "county"}


def local_facts(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
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
    match = GOVERNMENT.fullmatch(ending)
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
    if sign[0] in departments() and all(len(chain) > 1 for chain in chains):
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
    return named_department(base, issuers, ending[len(sign) :], "办公室", region)


def _organs_there(stems: list[str], region: Chain, year: int) -> list[str]:
    """The organs that a place of this level can have had in `year`: 厅 in a province only, 局 in
    a city only where it has no 委员会."""
    level = region_level(region)
    province = level == "province" and not region[0].endswith("市")
    there = [stem for stem in stems if level in names("organs")[stem]["levels"] and stood(names("organs")[stem], year)]
    upper = [stem for stem in there if stem.endswith("委员会") or (province and stem.endswith("厅"))]
    return upper if upper and level != "county" else [stem for stem in there if not stem.endswith("厅")]


def placeless_facts(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """市政办发, and signs that no place of the table explains: the class, and the level that is said."""
    match = re.fullmatch(rf"(?P<sign>.{{1,4}}?)(?P<ending>{GOVERNMENT.pattern.replace('?P<office>', '?:')})", prefix)
    if not match:
        return None
    ending = match["ending"]
    office = bool(_OFFICE.search(ending))
    level = _LEVEL_OF_WORD.get(match["sign"])
    part = next((within[:size] for size in range(len(within), 0, -1) if region_level(within[:size]) == level), None)
    if part:
        return _government(base, (part,), ending, year, office=office)
    return replace(base, document_class="government_office" if office else "government", level=level)
