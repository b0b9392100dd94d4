"""What is known of who issued a paper, and what the official name of an issuing body says of its class, level and region."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from data import load
from loaders.resolve.organs import take_apart
from loaders.resolve.regions import Chain, find_region, region_level

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

_OFFICE = re.compile("[办厅]")
_LOCAL_BODY = re.compile(
    r"(?P<party>中共)?(?P<place>.+?)(?:(?P<congress>人民代表大会常务委员会)|人民政府|政府|行政公署|(?<=[省市县区州旗盟])委(?:员会)?)(?P<office>办公[厅室])?"
)


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


@cache
def departments() -> dict[str, Any]:
    """The central bodies of prefixes.yaml by sign."""
    return {entry["sign"]: entry for entry in load("prefixes")["departments"]}


def named_department(
    base: NumberFacts, issuers: list[str], rest: str, office: str, region: Chain, *, inner: bool = False
) -> NumberFacts:
    """A department, or its office where 办 or 厅 follows its sign; 教育部's writes 厅 behind the bureau (教基厅)."""
    issuer = issuers[0] if len(issuers) == 1 else None
    if issuer and (_OFFICE.match(rest) or (inner and "厅" in rest)) and not re.search("办公[厅室]$|办$|司$", issuer):
        issuer += office
    return replace(base, document_class="department", issuer=issuer, level="department", region=region)
