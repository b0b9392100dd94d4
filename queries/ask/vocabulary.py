"""The names that the graph holds, as forms a question may use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import data
from queries.ask.repair import LEVELS, Index, make_index
from queries.ask.words import Forms, Meaning, add, word_forms
from queries.fold import fold
from queries.saved import Text

if TYPE_CHECKING:
    from graph.store import Store

LISTED = re.compile("(?:清单|目录|名单|公报|报告|方案|计划)$")
"""What so ends is a thing to be published and no theme: 权力清单."""
SYSTEM_TAILS = ("部门", "系统", "主管部门", "机关", "口", " department", " departments")

_SUFFIX = re.compile("(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市盟]$")

AGENCIES = """
MATCH (a:Agency)
OPTIONAL MATCH (a)-[:OF_REGION]->(r:Region)
OPTIONAL MATCH (a)-[:OF_SYSTEM]->(s:AgencySystem)
RETURN a.name AS name, a.kind AS kind, a.short AS short, a.aliases AS aliases, r.id AS region, s.name AS system,
       COUNT { (a)-[:BEARS]->(:Obligation) } AS duties
ORDER BY name
"""
DOMAINS = "MATCH (p:PolicyDomain) RETURN p.key AS key, p.name AS zh, p.name_en AS en"
CHANNELS = "MATCH (c:Channel) RETURN c.name AS name"
REGIONS = "MATCH (r:Region) RETURN r.name AS name"
DOCUMENTS = """
MATCH (d:Document)
RETURN coalesce(d.number, d.id) AS value, d.number AS number, d.title AS title, d.instrument AS instrument
"""
INFORMATION = """
MATCH (i:InformationType)
RETURN i.name AS name, i.name_en AS en, coalesce(i.forms, []) AS forms, coalesce(i.aliases, []) AS aliases
ORDER BY name
"""


@dataclass
class Vocabulary:
    """`forms` holds the words of questions and the names of the graph; `places` the regions of the country, also
    those that the graph does not hold; `most_bound` the agency with the most duties; `information` all names and
    ways of writing of information types, one a line, as written and folded (the two have the same length)."""

    forms: Forms = field(default_factory=dict)
    regions_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    domains: dict[str, Text] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    agency_forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    most_bound: str = ""
    information: str = ""
    folded_information: str = ""
    longest: int = 0
    longest_place: int = 0

    def names_information(self, phrase: str) -> bool:
        """Whether the folded `phrase` is all of a name or form of an information type, and no part of one."""
        return f"\n{phrase}\n" in f"\n{self.folded_information}\n"

    @cached_property
    def whole_forms(self) -> Forms:
        """All forms, and the names of information types, which a question mostly gives in part."""
        names = [name for name in self.information.split("\n") if name]
        named = {fold(name): (Meaning("information", (name,)),) for name in names}
        return {**named, **self.forms, **{form: named[form] for form in named if LISTED.search(form)}}

    @cached_property
    def slips(self) -> Index:
        """What a form may look like with one slip of the pen; made when the first is met."""
        return make_index(form for form, meanings in self.whole_forms.items() if _repairable(form, meanings))

    def add(self, form: str | None, slot: str, *values: Any) -> None:
        if form:
            add(self.forms, fold(form), slot, values)


def _repairable(form: str, meanings: tuple[Meaning, ...]) -> bool:
    """Small words are near to many others (叫什么, 为什么), and no slip may turn a question into one refused."""
    slots = {meaning.slot for meaning in meanings}
    small = slots <= {"cue", "kind", "filler"} and not form.isascii()
    return "refusal" not in slots and (len(form) > 3 or not small)


def read_vocabulary(store: Store) -> Vocabulary:
    """The vocabulary of the graph as it is now; a face that asks often keeps it until the graph changes."""
    vocabulary = Vocabulary(dict(word_forms()))
    agencies = list(store.table(AGENCIES).records())
    for row in agencies:
        _add_agency(vocabulary, row)
    for system in sorted({row["system"] for row in agencies} - {None}):
        for form in _system_forms(system):
            vocabulary.add(form, "system", system)
    bound = sorted((-row["duties"], row["name"]) for row in agencies if row["kind"] == "agency")
    vocabulary.most_bound = bound[0][1] if bound else ""
    for row in store.table(DOMAINS).records():
        _add_domain(vocabulary, row["key"], row["zh"], row["en"])
    for row in store.table(CHANNELS).records():
        vocabulary.add(row["name"], "channel", row["name"])
    for row in store.table(REGIONS).records():
        for form in (*_region_forms(row["name"]), *data.load("questions")["places"].get(row["name"], ())):
            vocabulary.add(form, "region", row["name"])
            vocabulary.places[form] = row["name"]
    _add_places(vocabulary)
    documents = list(store.table(DOCUMENTS).records())
    vocabulary.documents = frozenset(row["number"] for row in documents if row["number"])
    for row in documents:
        for form in (row["title"], row["instrument"], row["number"]):
            vocabulary.add(form, "document", row["value"])
    _add_information(vocabulary, store.table(INFORMATION).records())
    vocabulary.agency_forms = _agency_forms(vocabulary.forms)
    vocabulary.longest = max(map(len, vocabulary.forms), default=0)
    return vocabulary


def _add_agency(vocabulary: Vocabulary, row: Mapping[str, Any]) -> None:
    name = row["name"]
    chain = tuple((row["region"] or "").removeprefix("region:").split("/")) if row["region"] else ()
    vocabulary.regions_of[name] = chain
    for form in (name, *(row["aliases"] or ())):
        vocabulary.add(form, "agency", name)
    if row["kind"] == "group":
        vocabulary.add(_stem(name, chain), "agency", name)
        return
    for stem in _stems(name, row["short"], chain):
        for form in _forms_of_stem(stem, chain):
            vocabulary.add(form, "agency", name)
    for form in _system_forms(row["system"]):
        vocabulary.add(form, "agency", name)


def _stems(name: str, short: str | None, chain: tuple[str, ...]) -> Iterator[str]:
    """财政厅 of 黑龙江省财政厅, and its everyday short forms."""
    for full in {short or "", _stem(name, chain)} - {"", name}:
        yield full
        yield from _nicknames(full)


def _stem(name: str, chain: tuple[str, ...]) -> str:
    return next((name.removeprefix(region) for region in reversed(chain) if name.startswith(region)), "")


def _nicknames(stem: str) -> Iterator[str]:
    yield from _organs().get(stem, ())


@lru_cache
def _organs() -> dict[str, tuple[str, ...]]:
    """The ways of writing each local organ, without its jurisdiction."""
    return {organ["name"]: tuple(organ["forms"]) for organ in data.load("organs")}


def _forms_of_stem(stem: str, chain: tuple[str, ...]) -> Iterator[str]:
    """财政厅, 省财政厅, 黑龙江财政厅 and 黑龙江省财政厅 (where the stem is a short form) for a province's."""
    yield stem
    if not chain or chain[-1][-1] not in f"{LEVELS}区":
        return
    yield chain[-1][-1] + stem
    for region in _region_forms(chain[-1]):
        yield region + stem
    if chain[-1].endswith("自治区"):
        yield "自治区" + stem


def _system_forms(system: str | None) -> Iterator[str]:
    """财政部门: every body of the 财政 line."""
    if system:
        yield from (system + tail for tail in SYSTEM_TAILS)
        yield from data.load("questions")["systems"].get(system, ())


def _add_domain(vocabulary: Vocabulary, key: str, zh: str, en: str | None) -> None:
    vocabulary.domains[key] = Text(zh, en or zh)
    for form in (zh, en, *(part for part in re.split("[、与和]", zh) if len(part) > 1)):
        vocabulary.add(form, "domain", key)


def _add_information(vocabulary: Vocabulary, rows: Iterable[Mapping[str, Any]]) -> None:
    """Names, forms and aliases as one text to look in, those in Traditional script (aliases alone can be) last; an
    English name that says something else already stays so."""
    names: dict[str, None] = {}
    aliases: dict[str, None] = {}
    for row in rows:
        names.update(dict.fromkeys((row["name"], *row["forms"])))
        aliases.update(dict.fromkeys(row["aliases"]))
        if row["en"] and fold(row["en"]) not in vocabulary.forms:
            vocabulary.add(row["en"], "information", row["name"])
    vocabulary.information = "\n".join(names | aliases)
    vocabulary.folded_information = fold(vocabulary.information)


def _region_forms(name: str) -> Iterator[str]:
    yield name
    if len(name) > 2 and name[-1] in LEVELS:
        yield name[:-1]


def _add_places(vocabulary: Vocabulary) -> None:
    """The regions that the graph does not hold, so that no question about them is answered with others."""
    for form, name in _places().items():
        if form not in vocabulary.places:
            vocabulary.places[form] = name
            whole = form == name or name in _provinces()  # a city's short name may be a plain word (白银)
            if whole and form not in vocabulary.forms:
                vocabulary.add(form, "unknown_region", name)
    for name, forms in data.load("questions")["places"].items():
        for form in forms:
            if form not in vocabulary.forms:
                vocabulary.add(form, "unknown_region", name)
    vocabulary.longest_place = max(map(len, vocabulary.places), default=0)


@lru_cache
def _provinces() -> frozenset[str]:
    return frozenset(region.name for region in data.regions() if region.level == "province")


@lru_cache
def _places() -> dict[str, str]:
    """Full names of all regions, and short names of provinces and cities (山西)."""
    found: dict[str, str] = {}
    for region in data.regions():
        if len(region.name) > 2:
            found.setdefault(region.name, region.name)
        if region.level != "county":
            found.setdefault(_SUFFIX.sub("", region.name), region.name)
    return found


def _agency_forms(forms: Forms) -> dict[str, tuple[str, ...]]:
    """Only the forms of agencies, for names typed with a slip."""
    found = {}
    for form, meanings in forms.items():
        for meaning in meanings:
            if meaning.slot == "agency":
                found[form] = meaning.values
    return found
