"""What became of a body: its successors with dates, and who stood in its place on a given day.

The words are data/lexicons: `successors` and `date` of organs.yaml and central.yaml, and reforms.yaml where a place's own
reform departed from them. Local names are built from the templates that name bodies in the first place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from data import load
from loaders.resolve.organs import Entry, Named, names, official, region_rank, take_apart
from loaders.resolve.regions import Chain, region_code, short_name

_WINDOW = 5
"""A successor that began at most so many years before the last body of a kind ended was made by the same reform."""
_LOCAL_REFORM = (2018, 2019)
"""In the reform of 2018 the provinces were done by the end of the year, cities and counties by March of the next."""


@dataclass(frozen=True)
class Step:
    """The functions of `body` went to `successor`. `on` is a day, a year, or an interval start/end of these (ISO 8601)."""

    body: str
    successor: str
    on: str


@cache
def _reforms() -> dict[tuple[str, str], Entry]:
    """(jurisdiction, organ) to what that place's own reform did."""
    return {(entry["place"], entry["body"]): entry for entry in load("reforms")}


@cache
def successors(name: str) -> tuple[Step, ...]:
    """The bodies that took over from the body of this official name; () where it stands or nothing sure is known."""
    named = take_apart(name)
    if named is None:
        return ()
    if not named.region:
        on = str(named.entry.get("date") or named.entry.get("to"))
        return tuple(Step(name, other, on) for other in named.entry.get("successors") or ())
    return tuple(_step(name, named, stem) for stem in _stems(named))


def lineage(name: str) -> tuple[Step, ...]:
    """Every step from the body of this name to those of today, the nearest first."""
    steps: list[Step] = []
    waiting, seen = [name], {name}
    while waiting:
        for step in successors(waiting.pop(0)):
            steps.append(step)
            if step.successor not in seen:
                seen.add(step.successor)
                waiting.append(step.successor)
    return tuple(steps)


def predecessors(name: str) -> tuple[Step, ...]:
    """The bodies of the same place whose functions went to the body of this official name."""
    named = take_apart(name)
    if named is None:
        return ()
    lexicon = "organs" if named.region else "central"
    before = (official(entry, named.place) if named.place else entry["name"] for entry in load(lexicon))
    steps = (step for other in dict.fromkeys(before) if other != name for step in successors(other))
    return tuple(step for step in steps if step.successor == name)


def in_force(name: str, on: str) -> tuple[str, ...]:
    """The body of this name, or its successors, on a day or in a year (2018-10-26, 2018).

    Within an interval that the lexicon cannot narrow, both the body and its successors are named."""
    found: list[str] = []
    steps = successors(name)
    if not steps or any(_first(on) < _last(step.on) for step in steps):
        found.append(name)
    for step in steps:
        if _last(on) >= _first(step.on):
            found += in_force(step.successor, on)
    return tuple(dict.fromkeys(found))


def _first(on: str) -> str:
    """The first day of a day, year or interval."""
    start = on.partition("/")[0]
    return start if len(start) == 10 else f"{start}-01-01"


def _last(on: str) -> str:
    """The last day of a day, year or interval."""
    end = on.rpartition("/")[2]
    return end if len(end) == 10 else f"{end}-12-31"


def _stems(named: Named) -> list[str]:
    """The names in organs.yaml of the successors at this place and level."""
    own = _reforms().get((named.region[-1], named.entry["name"]))
    if own is not None:
        return list(own["successors"])
    return list(_at_level(named.entry.get("successors"), named.region) or ())


def _at_level(value: Any, region: Chain) -> Any:
    """What the lexicon says for this level, where it tells levels apart."""
    return value.get(region_rank(region)) if isinstance(value, dict) else value


def _step(name: str, named: Named, stem: str) -> Step:
    entry = names("organs")[stem]
    successor = official(entry, _place(named))
    if name.endswith("分局") and named.entry.get("vertical") and successor.endswith("监管局"):
        successor = successor.removesuffix("局") + "分局"
    return Step(name, successor, _when(named, entry))


def _place(named: Named) -> str:
    """The jurisdiction as an organ's name bears it. 哈尔滨中心支行 was the central bank's branch for the whole province."""
    region, place = named.region, named.place
    if named.entry.get("seat") and (region_code(region) or "").endswith("0100"):
        return region[0]
    return region[-1] if place == short_name(region[-1]) or region[-1].startswith(place) else place


def _when(named: Named, successor: Entry) -> str:
    """The date of the reform: that of the place, of the lexicon, or the years between which it was carried out."""
    own = _reforms().get((named.region[-1], named.entry["name"]))
    given = _at_level((own or named.entry).get("date"), named.region)
    if given:
        return str(given)
    begun, ended = successor.get("from"), named.entry["to"]
    recent = begun and ended - _WINDOW <= begun < ended
    if ended in _LOCAL_REFORM and not named.entry.get("vertical"):
        first, last = _LOCAL_REFORM
        upper = region_rank(named.region) in ("province", "municipality")
        return str(first) if upper else f"{min(begun, first) if recent else first}/{last}"
    return f"{begun}/{ended}" if recent else str(ended)
