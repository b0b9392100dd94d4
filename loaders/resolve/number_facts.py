"""What a 发文字号 says of its document: class, issuing body, level and region, read off the prefix.

The words are data/lexicons/prefixes.yaml, the grammar of local prefixes loaders/resolve/local_prefixes.py. What the prefix leaves open stays
open: an issuer is named only where one body is meant."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from data import load
from graph.numbers import Number, parse_number
from loaders.resolve.issuers import NumberFacts, body_facts, departments, named_department
from loaders.resolve.local_prefixes import GOVERNMENT, local_facts, placeless_facts
from loaders.resolve.organs import stood
from loaders.resolve.prefix_places import choose
from loaders.resolve.regions import Chain
from loaders.text.fold import fold_name


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
    for rule in (_code, _own, _long_sign, local_facts, _department, placeless_facts):
        found = rule(base, prefix, year, within)
        if found:
            return found
    return base


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
    return named_department(base, issuers, prefix[longest:], "办公室", region)


def _long_sign(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A central body's sign of two characters or more: it goes before the places."""
    return _central(base, prefix, year, shortest=2)


def _department(base: NumberFacts, prefix: str, year: int, within: Chain) -> NumberFacts | None:
    """A central body's sign of one character: 财, 建, 教."""
    return _central(base, prefix, year, shortest=1)


def _central(base: NumberFacts, prefix: str, year: int, shortest: int) -> NumberFacts | None:
    signs = departments()
    sign = next((prefix[:size] for size in range(5, shortest - 1, -1) if prefix[:size] in signs), None)
    if sign is None or (len(prefix) == len(sign) == 1 and sign not in ("法",)):
        return None
    entry, rest = signs[sign], prefix[len(sign) :]
    if GOVERNMENT.fullmatch(rest) and rest[0] in "政府" and choose(sign, rest, year, ()):
        return None  # 民政发 may be a county's
    issuers = [issuer["name"] for issuer in entry["issuers"] if stood(issuer, year)]
    return named_department(base, issuers, rest, entry.get("office", "办公厅"), (), inner=sign == "教")
