"""Bodies that a place calls otherwise than the rest of the country, and zones with a name of their own, as facts with years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from data import load
from loaders.resolve.organs import stood
from loaders.resolve.regions import Chain
from loaders.resolve.wording import loose, same, stands_for

Fact = Any
"""An entry of exceptions.yaml as it is written there."""


@dataclass(frozen=True)
class Own:
    """`name` is whole, or the organ to which the jurisdiction is put in front (`placed`)."""

    name: str
    placed: bool
    confidence: float


@cache
def _facts() -> dict[str, list[Fact]]:
    """The facts of every place."""
    index: dict[str, list[Fact]] = {}
    for fact in load("exceptions"):
        for place in fact["places"]:
            index.setdefault(place, []).append(fact)
    return index


@cache
def _facts_of(region: Chain, rank: str) -> tuple[Fact, ...]:
    """What is known of the bodies of `region` itself, or of all places of its rank in the province above."""
    own = [fact for fact in _facts().get(region[-1], ()) if "levels" not in fact]
    above = [fact for place in region[:-1] for fact in _facts().get(place, ()) if rank in fact.get("levels", ())]
    return (*own, *above)


def own_name(form: str, region: Chain, rank: str, year: int | None) -> Own | None:
    """The body that `form` means in `region`: by its name, by a form given for it, or as a wording of its name that fits no
    other body known of the place."""
    facts = [fact for fact in _facts_of(region, rank) if year is None or stood(fact, year)]
    tests = (
        (0.99, lambda fact: form == fact["name"] or form in fact.get("forms", ())),
        (0.97, lambda fact: same(form) == same(fact["name"])),
        (0.9, lambda fact: (key := loose(form)) is not None and key == loose(fact["name"])),
        (0.85, lambda fact: stands_for(form, fact["name"])),
    )
    for confidence, fits in tests:
        found = {fact["name"]: fact for fact in facts if fits(fact)}
        if len(found) == 1:
            fact = next(iter(found.values()))
            return Own(fact["name"], not fact.get("whole", False), confidence)
        if found:
            return None
    return None


@cache
def _zones() -> dict[str, list[Fact]]:
    index: dict[str, list[Fact]] = {}
    for zone in load("zones"):
        for form in zone["forms"]:
            index.setdefault(form, []).append(zone)
    return index


_COMMITTEES = ("管理委员会", "管委会", "管委", "开发建设管理委员会", "党工委管委会")


def zone(text: str, year: int | None) -> str | None:
    """The committee of a zone known by its own name: 雄安新区管委会 is 河北雄安新区管理委员会."""
    if "管" not in text[-6:]:
        return None
    for end in _COMMITTEES:
        for entry in _zones().get(text.removesuffix(end), ()) if text.endswith(end) else ():
            if year is None or stood(entry, year):
                return str(entry["name"])
    return None
