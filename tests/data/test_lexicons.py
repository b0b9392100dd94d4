"""The word lists keep their order, name nothing twice, and point only at what exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

import data
from loaders.resolve.information import compare_form, resolve_information, without_tail
from tests.guide import CHANNEL_TYPES, DOMAINS

LEXICONS = Path(data.__file__).parent / "lexicons"
LISTS = (
    "branches",
    "central",
    "channels",
    "companies",
    "domains",
    "exceptions",
    "information",
    "organs",
    "prefixes",
    "reforms",
    "systems",
    "zones",
)
LEVELS = ["province", "city", "county", "township"]
HAN = range(0x4E00, 0xA000)


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def system_order() -> dict[str, int]:
    return {system["name"]: place for place, system in enumerate(data.load("systems"))}


def bodies() -> list[dict[str, Any]]:
    return [*data.load("organs"), *data.load("central")]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_states_its_origin_first(name: str) -> None:
    head = data.path(name).read_text(encoding="utf-8").split("\n- ")[0]
    assert head.startswith("#")
    assert "Origin:" in head


def test_a_list_is_read_once() -> None:
    assert data.load("systems") is data.load("systems")


@pytest.mark.parametrize("name", ["organs", "central"])
def test_bodies_are_unique_and_ordered_by_system_then_name(name: str) -> None:
    place = system_order()
    keys = [(place[body["system"]], body["name"]) for body in data.load(name)]
    assert keys == sorted(keys)
    assert not twice([body["name"] for body in data.load(name)])


@pytest.mark.parametrize("name", ["organs", "central"])
def test_a_form_belongs_to_one_body(name: str) -> None:
    assert not twice([form for body in data.load(name) for form in body["forms"]])


@pytest.mark.parametrize("name", ["organs", "central"])
def test_forms_hold_the_name_and_stand_by_length(name: str) -> None:
    for body in data.load(name):
        assert body["name"] in body["forms"], body["name"]
        assert body["forms"] == sorted(body["forms"], key=lambda form: (len(form), form)), body["name"]
        assert all(isinstance(form, str) and len(form) > 1 and "{" not in form for form in body["forms"]), body["name"]


def test_forms_of_organs_carry_no_jurisdiction() -> None:
    prefixes = ("省", "县", "区委", "县委", "州委")
    assert not [form for organ in data.load("organs") for form in organ["forms"] if form.startswith(prefixes)]


RANKS = ["province", "municipality", "district", "city", "county"]
"""The levels by which successors may differ: a 直辖市 is a municipality, its counties are districts."""


def successors_of(body: dict[str, Any]) -> list[str]:
    """At any level."""
    found = body.get("successors", [])
    return [name for names in found.values() for name in names] if isinstance(found, dict) else found


@pytest.mark.parametrize("name", ["organs", "central"])
def test_successors_exist_and_years_run_forward(name: str) -> None:
    names = {body["name"] for body in data.load(name)}
    for body in data.load(name):
        assert set(successors_of(body)) <= names - {body["name"]}, body["name"]
        assert body.get("from", 0) <= body.get("to", 9999), body["name"]


def test_a_body_that_has_successors_has_ended() -> None:
    assert not [body["name"] for body in bodies() if "successors" in body and "to" not in body]


@pytest.mark.parametrize("name", ["organs", "central"])
def test_no_gap_between_a_body_and_its_successor(name: str) -> None:
    known = {body["name"]: body for body in data.load(name)}
    late = [
        (body["name"], other)
        for body in data.load(name)
        for other in successors_of(body)
        if known[other].get("from", 0) > body["to"] + 1 or known[other].get("to", 9999) < body["to"]
    ]
    assert late == []


def test_successors_by_level_stand_in_the_order_of_levels() -> None:
    for organ in data.load("organs"):
        if isinstance(found := organ.get("successors"), dict):
            assert list(found) == [rank for rank in RANKS if rank in found] != [], organ["name"]


def successions() -> Iterator[tuple[str, str]]:
    """Every (body, successor) of local organs, in the places of the table of reforms too."""
    for body in [*data.load("organs"), *data.load("central")]:
        yield from ((body["name"], other) for other in successors_of(body))
    for entry in data.load("reforms"):
        yield from ((entry["body"], other) for other in entry["successors"])


def test_no_body_succeeds_itself_in_the_end() -> None:
    heirs: dict[str, set[str]] = {}
    for body, other in successions():
        heirs.setdefault(body, set()).add(other)

    def reached(name: str, trail: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for other in heirs.get(name, ()):
            if other in trail:
                yield (*trail, other)
            else:
                yield from reached(other, (*trail, other))

    assert [circle for name in heirs for circle in reached(name, (name,))] == []


def _is_date(text: str) -> bool:
    """A day or a year."""
    return bool(re.fullmatch(r"\d{4}", text)) or date.fromisoformat(text).isoformat() == text


def dates_of(entry: dict[str, Any]) -> list[str]:
    """At any level."""
    found = entry.get("date", [])
    return list(found.values()) if isinstance(found, dict) else [found] if found else []


def test_dates_are_days_years_or_intervals_of_these() -> None:
    dates = [date for entry in [*bodies(), *data.load("reforms")] for date in dates_of(entry)]
    assert len(dates) > 100
    for written in dates:
        ends = written.split("/")
        assert all(map(_is_date, ends)), written
        assert ends == sorted(ends), written
        assert len(ends) <= 2, written


def test_a_body_ends_in_the_year_of_its_reform() -> None:
    ended = [(body, date.rpartition("/")[2]) for body in bodies() if "successors" in body for date in dates_of(body)]
    assert not [body["name"] for body, date in ended if str(body["to"]) != date[:4]]


@pytest.mark.parametrize("name", ["organs", "central"])
def test_a_shared_form_belongs_to_a_body_of_other_years_or_levels(name: str) -> None:
    owner = {form: body for body in data.load(name) for form in body["forms"]}
    shared = [(form, body) for body in data.load(name) for form in body.get("shares", ())]
    assert shared
    for form, body in shared:
        own = owner[form]
        assert own is not body, form
        apart = own.get("to", 9999) < body.get("to", 9999) or own.get("from", 0) > body.get("from", 0)
        assert apart or not set(own["levels"]) & set(body["levels"]), form


def test_reforms_of_places_name_what_exists_in_the_order_of_the_codes() -> None:
    code = {region.name: region.code for region in data.regions() if region.level == "province"}
    names = {organ["name"] for organ in data.load("organs")}
    keys = [(code[entry["place"]], entry["body"]) for entry in data.load("reforms")]
    assert keys == sorted(set(keys))
    for entry in data.load("reforms"):
        assert {entry["body"], *entry["successors"]} <= names, entry
        assert bool(entry["successors"]) == ("date" in entry), entry


def test_own_names_stand_in_order_and_mean_one_body_of_a_place_in_a_year() -> None:
    facts = data.load("exceptions")
    assert [(fact["name"], fact["places"]) for fact in facts] == sorted(
        (fact["name"], fact["places"]) for fact in facts
    )
    places = {region.name for region in data.regions()} | {"新疆生产建设兵团"}
    assert {place for fact in facts for place in fact["places"]} <= places
    spans: dict[tuple[str, str, str], list[tuple[int, int, str]]] = {}
    for fact in facts:
        assert fact.get("forms", []) == sorted(set(fact.get("forms", [])), key=lambda form: (len(form), form)), fact
        for place in fact["places"]:
            for level in fact.get("levels", ["own"]):
                for form in {fact["name"], *fact.get("forms", [])}:
                    span = (fact.get("from", 0), fact.get("to", 9999), fact["name"])
                    spans.setdefault((place, level, form), []).append(span)
    both = [
        (key, one[2], two[2])
        for key, found in spans.items()
        for one in found
        for two in found
        if one[2] != two[2] and one[0] < two[1] and two[0] < one[1]
    ]
    assert both == []


def test_zones_stand_in_order_and_a_form_means_one_in_a_year() -> None:
    zones = data.load("zones")
    assert [zone["name"] for zone in zones] == sorted({zone["name"] for zone in zones})
    current = [form for zone in zones if "to" not in zone for form in zone["forms"]]
    assert not twice(current)


def test_branches_and_companies_are_named_from_their_place() -> None:
    for branch in data.load("branches"):
        assert branch["word"] in branch["form"], branch
        re.compile(branch["form"].replace("{place}", "(?P<place>.+?)"))
    for company in data.load("companies"):
        assert company["level"] in ("province", "city"), company
        assert "{" in company["name"], company


def test_organs_have_levels_from_the_top_down() -> None:
    for organ in data.load("organs"):
        assert organ["levels"] == [level for level in LEVELS if level in organ["levels"]] != [], organ["name"]


def test_patterns_and_full_names_hold_a_place() -> None:
    for organ in data.load("organs"):
        assert all("{place}" in pattern for pattern in organ.get("patterns", [])), organ["name"]
        full = organ.get("full", "{place}")
        assert "{place}" in full or "{region}" in full, organ["name"]


def test_every_system_is_used_and_known() -> None:
    assert {body["system"] for body in bodies()} == set(system_order())
    assert not twice([system["name"] for system in data.load("systems")])
    assert not twice([system["en"] for system in data.load("systems")])
    known = {domain["key"] for domain in data.load("domains")}
    assert {system["domain"] for system in data.load("systems") if "domain" in system} <= known


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("发改委", "发展和改革委员会"),
        ("发改局", "发展和改革局"),
        ("国资委", "人民政府国有资产监督管理委员会"),
        ("国有资产监督管理委员会", "人民政府国有资产监督管理委员会"),
        ("政府办公厅", "人民政府办公厅"),
        ("府办", "人民政府办公室"),
        ("政府法制办", "人民政府法制办公室"),
        ("卫生计生委", "卫生和计划生育委员会"),
        ("人力社保局", "人力资源和社会保障局"),
        ("住房城乡建设委", "住房和城乡建设委员会"),
        ("安监局", "安全生产监督管理局"),
        ("食药监局", "食品药品监督管理局"),
        ("规自局", "规划和自然资源局"),
        ("委编办", "委机构编制委员会办公室"),
        ("编办", "机构编制委员会办公室"),
        ("扶贫开发办", "扶贫开发办公室"),
        ("煤炭厅", "煤炭工业厅"),
        ("交通委", "交通委员会"),
        ("金融办", "金融工作办公室"),
        ("团委", "共青团委员会"),
    ],
)
def test_a_cut_short_name_means_one_organ(form: str, name: str) -> None:
    assert [organ["name"] for organ in data.load("organs") if form in organ["forms"]] == [name]


def test_regions_form_a_tree() -> None:
    level_of = {region.code: region.level for region in data.regions()}
    above = {"province": ("",), "city": ("province",), "county": ("province", "city")}
    for region in data.regions():
        assert level_of.get(region.parent, "") in above[region.level], region
        assert region.code.startswith(region.parent[:2]), region


def test_region_codes_are_unique_among_names_in_use() -> None:
    assert not twice([region.code for region in data.regions() if region.until is None])
    assert not twice([f"{region.code} {region.name}" for region in data.regions()])
    keys = [(region.code, region.until or 9999) for region in data.regions()]
    assert keys == sorted(keys)


def test_regions_know_today_and_yesterday() -> None:
    found = {(region.name, region.parent): region for region in data.regions()}
    assert found["定陶县", "371700"].until == 2016
    assert found["定陶区", "371700"].until is None
    assert found["仙桃市", "420000"].level == "county"
    assert found["栖霞岭区", "990100"].code == "990102"
    assert sum(region.level == "province" and not region.code.startswith("99") for region in data.regions()) == 34


def test_invented_regions_bear_no_real_name() -> None:
    invented = {region.name for region in data.regions() if region.code.startswith("99")}
    assert invented == {"云岭省", "青砚市", "栖霞岭区", "白渡市", "柳浦县"}
    assert not invented & {region.name for region in data.regions() if not region.code.startswith("99")}


def test_domains_are_the_closed_list_in_its_order() -> None:
    domains = data.load("domains")
    assert [domain["key"] for domain in domains] == DOMAINS
    assert not twice([domain["zh"] for domain in domains])
    assert not twice([domain["en"] for domain in domains])


def test_cues_are_weighted_heaviest_first() -> None:
    for domain in data.load("domains"):
        weights = list(domain["cues"].values())
        assert set(weights) <= {1, 2, 3}, domain["key"]
        assert weights == sorted(weights, reverse=True), domain["key"]
        assert (len(weights) == 0) if domain["key"] == "other" else (len(weights) >= 10), domain["key"]
        assert all(len(cue) > 1 and cue == cue.strip() for cue in domain["cues"]), domain["key"]


def test_a_decisive_cue_decides_for_one_domain() -> None:
    assert not twice([cue for domain in data.load("domains") for cue, weight in domain["cues"].items() if weight == 3])


def test_channels_are_unique_and_ordered_by_type() -> None:
    channels = data.load("channels")
    keys = [CHANNEL_TYPES.index(channel["type"]) for channel in channels]
    assert keys == sorted(keys)
    assert set(keys) == set(range(len(CHANNEL_TYPES)))
    assert not twice([channel["name"] for channel in channels])
    assert not twice([channel["en"] for channel in channels])


def test_a_form_belongs_to_one_channel_and_is_chinese() -> None:
    channels = data.load("channels")
    assert not twice([form for channel in channels for form in channel["forms"]])
    for channel in channels:
        assert channel["name"] in channel["forms"], channel["name"]
        assert any(ord(letter) in HAN for letter in channel["name"]), channel["name"]


def test_information_types_are_unique_and_ordered_by_domain_then_name() -> None:
    types = data.load("information")
    keys = [(DOMAINS.index(entry["domain"]), entry["name"]) for entry in types]
    assert keys == sorted(keys)
    assert len(types) > 250
    assert {entry["domain"] for entry in types} == set(DOMAINS)
    assert not twice([entry["name"] for entry in types])
    assert not twice([entry["en"] for entry in types])


def test_forms_of_information_types_hold_the_name_and_stand_by_length() -> None:
    for entry in data.load("information"):
        assert set(entry) == {"name", "domain", "en", "forms"}
        assert entry["name"] in entry["forms"], entry["name"]
        assert entry["forms"] == sorted(entry["forms"], key=lambda form: (len(form), form)), entry["name"]
        assert entry["en"].isprintable(), entry["name"]
        assert not any(ord(letter) in HAN for letter in entry["en"]), entry["name"]


def test_a_form_belongs_to_one_information_type_also_without_marks_and_joints() -> None:
    assert not twice([compare_form(form) for entry in data.load("information") for form in entry["forms"]])


def test_no_two_information_types_differ_by_a_tail_alone() -> None:
    owners: dict[str, set[str]] = {}
    for entry in data.load("information"):
        for form in entry["forms"]:
            owners.setdefault(without_tail(compare_form(form)), set()).add(entry["name"])
    assert {core: names for core, names in owners.items() if len(names) > 1} == {}


def test_every_form_of_an_information_type_is_met_also_behind_a_place() -> None:
    for entry in data.load("information"):
        for form in entry["forms"]:
            assert resolve_information(form).name == entry["name"], form
            if not form.startswith(("各", "省、市")) and len(form) > 3:
                assert resolve_information(f"云岭省{form}").name == entry["name"], form


def _repeated(node: yaml.Node) -> list[str]:
    """Keys that stand twice in one mapping: YAML keeps the last of them without a word."""
    if isinstance(node, yaml.SequenceNode):
        return [key for item in node.value for key in _repeated(item)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    return twice(keys) + [k for _, value in node.value for k in _repeated(value)]


@pytest.mark.parametrize("path", sorted(LEXICONS.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_key_is_given_twice(path: Path) -> None:
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert root is not None
    assert _repeated(root) == []


PREFIX_ORDER = {
    "codes": ("sign",),
    "departments": ("sign",),
    "places": ("sign", "place"),
    "own": ("sign", "region", "from"),
    "local": ("sign",),
    "office_halls": ("place",),
}
CLASSES = {
    "state_council",
    "state_council_office",
    "party",
    "party_office",
    "government",
    "department",
    "congress",
    "joint",
}


def test_prefixes_keep_their_order_and_stand_once() -> None:
    prefixes = data.load("prefixes")
    assert list(prefixes) == list(PREFIX_ORDER)
    for name, fields in PREFIX_ORDER.items():
        keys = [tuple(entry.get(field, 0) for field in fields) for entry in prefixes[name]]
        assert keys == sorted(set(keys)), name


def test_prefixes_point_at_what_exists() -> None:
    prefixes = data.load("prefixes")
    regions = {region.name for region in data.regions()}
    organs = {organ["name"] for organ in data.load("organs")}
    places = [entry["place"] for name in ("places", "office_halls") for entry in prefixes[name]]
    assert {*places, *(entry["region"] for entry in prefixes["own"])} <= regions
    assert {organ for entry in prefixes["local"] for organ in entry["organs"]} <= organs
    assert {entry["class"] for entry in prefixes["codes"]} <= CLASSES | {"government_office"}


def test_the_places_of_prefixes_are_one_each() -> None:
    """A county's name may be shared; one that prefixes.yaml uses is not, nor is a city's by another city."""
    counts = Counter((region.name, region.level) for region in data.regions())
    for entry in data.load("prefixes")["places"]:
        upper = counts[entry["place"], "province"] + counts[entry["place"], "city"]
        assert (upper or counts[entry["place"], "county"]) == 1, entry["place"]


def test_every_province_has_a_sign() -> None:
    signed = {entry["place"] for entry in data.load("prefixes")["places"]}
    provinces = {r.name for r in data.regions() if r.level == "province" and r.code < "700000"}
    assert len(provinces) == 31
    assert provinces <= signed


def test_a_central_bodys_years_do_not_overlap() -> None:
    for entry in data.load("prefixes")["departments"]:
        spans = sorted((body.get("from", 0), body.get("to", 9999)) for body in entry["issuers"])
        assert all(one[1] < other[0] for one, other in pairwise(spans)), entry["sign"]


def test_the_ministries_of_prefixes_have_the_names_and_years_of_the_central_bodies() -> None:
    """Offices, and the few bodies that central.yaml lacks, aside."""
    central = {body["name"]: body for body in data.load("central")}
    bodies = [body for entry in data.load("prefixes")["departments"] for body in entry["issuers"]]
    known = [body for body in bodies if body["name"] in central]
    assert len(known) > 0.75 * len(bodies)
    late = [
        body["name"]
        for body in known
        if body.get("to", 0) > central[body["name"]].get("to", 9999)
        or body.get("from", 9999) < central[body["name"]].get("from", 0)
    ]
    assert late == []
