"""Ranks the saved queries by how much of a reading each explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from queries.ask.reading import Reading, Slot
from queries.saved import SavedQuery

SLOT_PARAMETERS = {
    "agency": ("agencies",),
    "channel": ("channels",),
    "document": ("document", "documents"),
    "region": ("region", "regions"),
    "agency_region": ("regions",),
    "window": ("since", "until"),
    "within": ("amount", "unit"),
}
"""The parameters that take a slot, where they are not named like the slot."""

MANY = {"agencies", "channels", "documents", "regions"}
_PAIRS = {"window", "within"}
"""Slots whose values go to one parameter each, in their order."""
_WEIGHT = {"cue": 1.0, "kind": 1.0, "filler": 0.0, "agency_region": 0.0}
_SMALL = {"what", "must", "via", "where", "held", "require", "passive", "count", "total", "everywhere"}
_CONTENT = 3.0
_DECISIVE = {
    "cites", "cited_by", "picture", "no_agency", "no_channel", "no_deadline", "no_duty", "group", "alone", "shared",
    "most", "upstream", "common", "hard", "vague", "joint", "compare", "confidence", "repaired",
    "early", "unheld", "unplaced",
}  # fmt: skip
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
    slots = _meant(reading, query)
    parameters = _parameters(reading, query, slots)
    if any(parameter.name not in parameters for parameter in query.required):
        return None
    score, whole = 0.0, True
    for slot in slots:
        explained = _explains(query, slot, parameters)
        weight = _weight(slot)
        aside = slot.name == "kind" and query.parameter("kind") is None  # 环境保护公开: the theme, not the duty
        score += (weight / 2 if aside else weight) if explained else -weight
        whole = whole and (explained or weight < _CONTENT)
    cues = query.cues
    assert cues is not None
    needed = all(_said(reading) & set(need) for need in cues.needs)
    return Ranked(query, parameters, score + 0.5 * len(cues.needs) * needed, whole, needed)


def _said(reading: Reading) -> frozenset[str]:
    """The cues, and those that other slots imply: a month is a deadline, 24小时内 a hard one."""
    implied = {
        "deadline": ("month", "before", "limit_kind"),
        "hard": ("within",),
        "vague": ("timing",),
        "disclose_word": ("kind",),
    }
    several = len({slot.values for slot in reading.of("region")}) > 1
    cues = {cue for cue, names in implied.items() if any(map(reading.first, names))}
    return reading.cues | cues | ({"compare"} if several else set())


def _meant(reading: Reading, query: SavedQuery) -> list[Slot]:
    """One meaning of each span: the one that `query` needs, or takes, before the others (财政部门: bodies, system)."""
    spans: dict[tuple[int, int], list[Slot]] = {}
    for slot in reading.slots:
        spans.setdefault((slot.start, slot.end), []).append(slot)
    required = {parameter.name for parameter in query.required}

    def place(slot: Slot) -> int:
        names = set(_names(slot))
        taken = any(query.parameter(name) for name in names) or _cue_taken(query, slot)
        return 0 if names & required else 1 if taken else 2

    return [min(slots, key=place) for slots in spans.values()]


def _names(slot: Slot) -> tuple[str, ...]:
    return SLOT_PARAMETERS.get(slot.name, (slot.name,))


def _parameters(reading: Reading, query: SavedQuery, slots: Iterable[Slot]) -> dict[str, Any]:
    """The values that the slots give to the parameters of `query`."""
    found: dict[str, Any] = {}
    for slot in slots:
        values = slot.values if slot.name in _PAIRS else (slot.values,) * 2
        for name, value in zip(_names(slot), values, strict=False):
            if query.parameter(name) is None or (name in found and name not in MANY):
                continue
            many = list(dict.fromkeys((*found.get(name, ()), *slot.values)))
            found[name] = many if name in MANY else value if slot.name in _PAIRS else slot.values[0]
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
    if query.parameter("order") and "task" in reading.cues and "duty" not in reading.cues:
        found["order"] = "tasks"
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
        return _cue_taken(query, slot) or _deadline(slot, parameters)
    if slot.name == "kind" and "disclose_word" in cues.takes:
        return True
    if slot.name in _PAIRS:
        return tuple(parameters.get(name) for name in _names(slot)) == slot.values
    return any(_holds(name, slot, parameters) for name in _names(slot))


def _holds(name: str, slot: Slot, parameters: Mapping[str, Any]) -> bool:
    held = parameters.get(name)
    return held is not None and (set(slot.values) <= set(held) if name in MANY else held == slot.values[0])


def _cue_taken(query: SavedQuery, slot: Slot) -> bool:
    cues = query.cues
    assert cues is not None
    return slot.name == "cue" and bool(
        {*cues.takes, *(word for need in cues.needs for word in need)} & set(slot.values)
    )


def _deadline(slot: Slot, parameters: Mapping[str, Any]) -> bool:
    return bool({"deadline", "no_deadline"} & set(slot.values)) and "has_deadline" in parameters
