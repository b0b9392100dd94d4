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


@dataclass(frozen=True)
class _Known:
    """The facts of one place in one year, by what a form is compared with. A key of two bodies has None."""

    facts: tuple[Fact, ...]
    exact: dict[str, Fact | None]
    same: dict[str, Fact | None]
    loose: dict[str, Fact | None]


@cache
def _known(region: Chain, rank: str, year: int | None) -> _Known:
    """What is known of the bodies of `region` itself, or of all places of its rank in the province above."""
    own = [fact for fact in _facts().get(region[-1], ()) if "levels" not in fact]
    above = [fact for place in region[:-1] for fact in _facts().get(place, ()) if rank in fact.get("levels", ())]
    facts = tuple(fact for fact in (*own, *above) if year is None or stood(fact, year))
    known = _Known(facts, {}, {}, {})
    for fact in facts:
        for form in {fact["name"], *fact.get("forms", ())}:
            _add(known.exact, form, fact)
        _add(known.same, same(fact["name"]), fact)
        _add(known.loose, loose(fact["name"]), fact)
    return known


def _add(index: dict[str, Fact | None], key: str | None, fact: Fact) -> None:
    if key:
        other = index.setdefault(key, fact)
        index[key] = fact if other is not None and other["name"] == fact["name"] else None


def own_name(form: str, region: Chain, rank: str, year: int | None) -> Own | None:
    """The body that `form` means in `region`: by its name, by a form given for it, or as a wording of its name that fits no
    other body known of the place."""
    known = _known(region, rank, year)
    if not known.facts:
        return None
    for confidence, index, key in (
        (0.99, known.exact, form),
        (0.97, known.same, same(form)),
        (0.9, known.loose, loose(form)),
    ):
        if key in index:
            return _own(index[key], confidence)
    found = {fact["name"]: fact for fact in known.facts if stands_for(form, fact["name"])}
    return _own(next(iter(found.values())), 0.85) if len(found) == 1 else None


def _own(fact: Fact | None, confidence: float) -> Own | None:
    return Own(fact["name"], not fact.get("whole", False), confidence) if fact else None


@cache
def _zones() -> dict[str, list[Fact]]:
    index: dict[str, list[Fact]] = {}
    for zone in load("zones"):
        for form in zone["forms"]:
            index.setdefault(form, []).append(zone)
    return index


_COMMITTEES = ("管理委员会", "管委会", "管委", "管理局", "执行委员会", "执委会")


def zone(text: str, year: int | None) -> str | None:
    """The committee of a zone known by its own name: 雄安新区管委会 is 河北雄安新区管理委员会."""
    for end in _COMMITTEES:
        for entry in _zones().get(text.removesuffix(end), ()) if text.endswith(end) else ():
            if year is None or stood(entry, year):
                return str(entry["name"])
    return None
