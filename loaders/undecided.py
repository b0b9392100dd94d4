"""Bodies in the store that the rules could not name for certain, each with what it may be and where it stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from data import load
from loaders.correcting import RULE as CORRECTED
from loaders.records import Header
from loaders.resolve.bodies import describe_body, readings
from loaders.resolve.decisions import RULE as DECIDED
from loaders.resolve.jurisdictions import jurisdiction
from loaders.resolve.organs import official
from loaders.resolve.regions import Chain
from loaders.text.fold import fold_name
from loaders.verified import RULE as VERIFIED

if TYPE_CHECKING:
    from graph.store import Store

UNSURE = 0.8
"""Below this confidence a name follows its mention's own words, known to no lexicon (as-written, prefix-only)."""

_SETTLED = (VERIFIED, DECIDED, CORRECTED, "group")
_CANDIDATES, _LIKE = 3, 0.5
ROLES = """
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(:Task)
RETURN a.name AS name, a.kind AS kind, r.mention AS mention, r.rule AS rule, r.confidence AS confidence,
       r.document AS document, r.start AS start
ORDER BY document, start
"""
DOCUMENTS = """
MATCH (d:Document) WHERE d.held
RETURN d.id AS id, d.caption AS caption, d.region AS region, d.issuer AS issuer, d.issued_on AS issued_on,
       d.instrument_year AS year
"""
KNOWN = "MATCH (a:Agency) WHERE a.name IN $names OR any(x IN a.aliases WHERE x IN $names) RETURN a.name LIMIT 1"
MENTIONED = (
    "MATCH (:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(:Task) WHERE r.mention IN $names RETURN r.mention LIMIT 1"
)


@dataclass(frozen=True)
class Place:
    """Where a body stands: offset `start` of the document's primary copy."""

    document: str
    start: int
    mention: str


@dataclass(frozen=True)
class Undecided:
    """`unsure`: the name follows the mention's words, no lexicon knows it. `shared`: several bodies bear the mention's
    form in that year, and the rules took the form's own. `candidates` are official names, the likeliest first."""

    name: str
    why: Literal["unsure", "shared"]
    candidates: tuple[str, ...]
    places: tuple[Place, ...]


def find_undecided(store: Store) -> list[Undecided]:
    """The undecided bodies of the store, those with the most places first."""
    headers = {row["id"]: (row["caption"], _header(row)) for row in store.table(DOCUMENTS).records()}
    roles = [row for row in store.table(ROLES).records() if row["document"] in headers]
    sure = {row["name"] for row in roles if row["kind"] == "agency" and row["confidence"] >= UNSURE}
    places: dict[tuple[str, str, tuple[str, ...]], list[Place]] = {}
    for row in roles:
        if str(row["rule"]).rpartition("/")[2] in _SETTLED or row["kind"] == "group":
            continue
        caption, header = headers[row["document"]]
        place = Place(caption, row["start"], row["mention"])
        if row["confidence"] < UNSURE:
            places.setdefault((row["name"], "unsure", header.region), []).append(place)
        elif len(bearers := readings(row["mention"], header.region, header.issuer, header.year)) > 1:
            places.setdefault((row["name"], "shared", bearers), []).append(place)
    found = [
        Undecided(name, "shared", facts, tuple(where))
        if why == "shared"
        else Undecided(name, "unsure", _candidates(name, facts, sure), tuple(where))
        for (name, why, facts), where in places.items()
    ]
    return sorted(found, key=lambda each: (-len(each.places), each.name))


def is_held(store: Store, name: str) -> bool:
    """Whether the store holds a body of this name, or one that some notice calls so."""
    names = {"names": [name, fold_name(name)]}
    return bool(store.table(KNOWN, names).rows or store.table(MENTIONED, names).rows)


def _header(row: Mapping[str, Any]) -> Header:
    return Header(
        issuer=row["issuer"],
        issued_on=row["issued_on"],
        region=tuple(row["region"] or ()),
        instrument_year=row["year"],
    )


def _candidates(name: str, region: Chain, sure: Iterable[str]) -> tuple[str, ...]:
    """The bodies of which a form is most like `name`: those of the store, then those that the lexicon has for the place."""
    place = jurisdiction(region, None)
    pool = [*sorted(sure), *(official(entry, place) for entry in load("organs") if place)]
    meant: dict[str, str] = {}
    for other in pool:
        described = describe_body(other)
        if described.region[: len(region)] == region[: len(described.region)]:
            for form in (other.removeprefix(place), *described.forms):
                meant.setdefault(form, other)
    like = difflib.get_close_matches(name.removeprefix(place), list(meant), 2 * _CANDIDATES, _LIKE)
    return tuple(dict.fromkeys(meant[form] for form in like if meant[form] != name))[:_CANDIDATES]
