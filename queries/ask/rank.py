"""Ranks the saved queries by how much of a reading each explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from queries.ask.reading import Reading, Slot
from queries.saved import SavedQuery

SLOT_PARAMETER = {"agency": "agencies", "channel": "channels"}
"""The parameter that takes a slot, where it is not named like the slot."""

MANY = {"agencies", "channels"}
_WEIGHT = {"cue": 1.0, "kind": 1.0, "filler": 0.0, "agency_region": 0.0}
_SMALL = {"what", "must", "via", "where", "held", "require", "passive"}
_CONTENT = 3.0
_DECISIVE = {"cites", "cited_by", "picture", "no_agency", "no_channel", "no_deadline", "group"}
"""Cues that no query may pass over."""


@dataclass(frozen=True)
class Ranked:
    """A query with the parameters that the reading gives it. `whole`: it explains every name of the question."""

    query: SavedQuery
    parameters: Mapping[str, Any]
    score: float
    whole: bool
    needed: bool


def rank(reading: Reading, catalogue: Iterable[SavedQuery]) -> list[Ranked]:
    """The queries whose required parameters the reading fills, the best first."""
    ranked = [_ranked(reading, query) for query in catalogue if query.cues is not None]
    return sorted((one for one in ranked if one is not None), key=lambda one: (-one.score, one.query.id))


def _ranked(reading: Reading, query: SavedQuery) -> Ranked | None:
    parameters = parameters_of(reading, query)
    if any(parameter.name not in parameters for parameter in query.required):
        return None
    score, whole = 0.0, True
    for slot in reading.slots:
        explained = _explains(query, slot, parameters)
        weight = _weight(slot)
        aside = slot.name == "kind" and query.parameter("kind") is None  # 环境保护公开: the theme, not the duty
        score += (weight / 2 if aside else weight) if explained else -weight
        whole = whole and (explained or weight < _CONTENT)
    cues = query.cues
    assert cues is not None
    dated = reading.first("month") or reading.first("before") or reading.first("limit_kind")
    said = reading.cues | ({"deadline"} if dated else set())
    needed = all(said & set(need) for need in cues.needs)
    return Ranked(query, parameters, score + 0.5 * len(cues.needs) * needed, whole, needed)


def parameters_of(reading: Reading, query: SavedQuery) -> dict[str, Any]:
    """The values that the slots give to the parameters of `query`."""
    found: dict[str, Any] = {}
    for slot in reading.slots:
        name = SLOT_PARAMETER.get(slot.name, slot.name)
        if query.parameter(name) is None or (name in found and name not in MANY):
            continue
        found[name] = [*found.get(name, ()), *slot.values] if name in MANY else slot.values[0]
    kinds = {value for slot in reading.of("kind") for value in slot.values}
    if len(kinds) > 1:
        found.pop("kind", None)  # 公开和解读: both are meant
    return {**found, **_from_cues(reading, query)}


def _from_cues(reading: Reading, query: SavedQuery) -> dict[str, Any]:
    found: dict[str, Any] = {}
    takes = query.cues.takes if query.cues else ()
    if query.parameter("has_deadline") and "no_deadline" in reading.cues:
        found["has_deadline"] = False
    elif query.parameter("has_deadline") and "deadline" in reading.cues:
        found["has_deadline"] = True
    if query.parameter("roles") and "support" in reading.cues and "support" in takes:
        found["roles"] = ["support"]
    elif query.parameter("roles") and "responsible" in reading.cues and "responsible" in takes:
        found["roles"] = ["lead", "responsible"]
    return found


def _weight(slot: Slot) -> float:
    if slot.name == "cue" and set(slot.values) & _DECISIVE:
        return _CONTENT
    if slot.name == "cue" and set(slot.values) <= _SMALL:
        return 0.2
    return _WEIGHT.get(slot.name, _CONTENT)


def _explains(query: SavedQuery, slot: Slot, parameters: Mapping[str, Any]) -> bool:
    cues = query.cues
    assert cues is not None
    if slot.name == "cue":
        words = {*cues.takes, *(word for need in cues.needs for word in need)}
        return bool(words & set(slot.values)) or _deadline(slot, parameters)
    if slot.name == "kind" and "disclose_word" in cues.takes:
        return True
    name = SLOT_PARAMETER.get(slot.name, slot.name)
    held = parameters.get(name)
    return held is not None and (set(slot.values) <= set(held) if name in MANY else held == slot.values[0])


def _deadline(slot: Slot, parameters: Mapping[str, Any]) -> bool:
    return bool({"deadline", "no_deadline"} & set(slot.values)) and "has_deadline" in parameters
