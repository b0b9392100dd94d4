"""A generated country in every label and type of the schema: regions with bodies, a notice of each region and year.

The shape is that of real notices: a body leads some tasks of its own region's notices, not of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import ids
from graph.values import Edge, Graph, Node

REGIONS, BODIES, FIRST_YEAR = 400, 25, 2005
SECTIONS, TASKS = 6, 60
MATTERS, CHANNELS, DOMAINS = 5_000, 12, 20
ITEMS = 2 + SECTIONS + 2 * TASKS
"""Nodes that a notice owns."""

_OFTEN = ("P1D", "P1W", "P1M", "P3M", "P6M", "P1Y", None, None)
_KINDS = ("disclose", "disclose", "disclose", "interpret", "respond")
_ROLES = (("LEADS", "lead"), ("RESPONSIBLE_FOR", "responsible"), ("SUPPORTS", "support"))
_SHARED = 8
"""Tasks of a notice that two more bodies share."""


def country(notices: int) -> Iterator[tuple[str, Graph]]:
    """The ids and graphs of so many notices, region by region within a year."""
    for serial in range(notices):
        yield notice(serial)


def notice(serial: int) -> tuple[str, Graph]:
    """The id and graph of one notice."""
    return _notice(serial % REGIONS, FIRST_YEAR + serial // REGIONS)


def serial_of(document: str) -> int | None:
    """Which notice the id is of; None where the country has none like it."""
    found = re.fullmatch(r"document:样(\d+)政发〔(\d+)〕1号", document)
    return int(found[1]) + (int(found[2]) - FIRST_YEAR) * REGIONS if found else None


def region_name(number: int) -> str:
    return f"样例{number}市"


def body_name(region: int, number: int) -> str:
    return f"{region_name(region)}第{number}局"


def document_number(region: int, year: int) -> str:
    return f"样{region}政发〔{year}〕1号"


def matter(number: int) -> str:
    return f"第{number}类信息"


def _notice(region: int, year: int) -> tuple[str, Graph]:
    graph, number = Graph(), document_number(region, year)
    own, copy = ids.document_id(number), f"copy:{region}-{year}"
    facts: dict[str, object] = {
        "caption": number,
        "number": number,
        "title": f"{region_name(region)}{year}年政务公开工作要点",
    }
    facts |= {"issuer": f"{region_name(region)}政府", "issued_on": f"{year}-04-15", "level": "city", "year": year}
    place = ["样例国", region_name(region)]
    graph.add_node(
        Node("Document", own, {**facts, "region": place, "instrument_year": year, "held": True, "fingerprint": copy})
    )
    text = {"document": own, "source": f"{region}-{year}.txt", "sha256": f"{region:032x}{year:032x}"}
    graph.add_node(Node("Copy", copy, {**text, "text": "政务公开。" * 400, "primary": True}))
    graph.add_edge(Edge("COPY_OF", copy, own, {"document": own}))
    graph.add_node(Node("Region", ids.region_id([]), {"name": "样例国", "level": "country"}))
    issuer = _body(graph, region, 0)
    graph.add_edge(Edge("ISSUED_BY", own, issuer, _at(own, copy, 0)))
    _cite(graph, own, copy, region, year)
    for section in range(SECTIONS):
        path = f"{section + 1}"
        node = ids.section_id(own, path)
        graph.add_node(Node("Section", node, {"path": path, "title": f"第{path}节", **_at(own, copy, section * 600)}))
        graph.add_edge(Edge("PART_OF", node, own, _at(own, copy, section * 600)))
    for item in range(TASKS):
        _task(graph, own, copy, region, year, item)
    return own, graph


def _at(own: str, copy: str, start: int) -> dict[str, object]:
    where = {"document": own, "copy": copy, "start": start, "end": start + 50}
    return {**where, "rule": "clause-lead", "confidence": 0.5 if start % 7_000 == 600 else 0.95}


def _cite(graph: Graph, own: str, copy: str, region: int, year: int) -> None:
    """The notice of the region above, and one that nobody holds."""
    above, unheld = document_number(region // 20, year), f"国办发〔{year}〕{region % 40}号"
    for number in {above, unheld}:
        if number == document_number(region, year):
            continue
        cited = ids.document_id(number)
        graph.add_node(Node("Document", cited, {"caption": number, "number": number, "held": False}))
        graph.add_edge(Edge("CITES", own, cited, {"role": "basis", "text": number, **_at(own, copy, 10)}))


def _task(graph: Graph, own: str, copy: str, region: int, year: int, item: int) -> None:
    section = str(item * SECTIONS // TASKS + 1)
    number, at = f"{section}.{item}#1", _at(own, copy, item * 60)
    task, duty = ids.task_id(own, number), ids.obligation_id(own, f"{number}.1")
    words = f"第{item}项，按时在政府网站公开有关信息，做好解读回应。"
    graph.add_node(Node("Task", task, {"number": number, "section": section, "title": words[:6], "text": words, **at}))
    graph.add_edge(Edge("PART_OF", task, ids.section_id(own, section), at))
    domain = f"d{item % DOMAINS}"
    graph.add_node(Node("PolicyDomain", ids.domain_id(domain), {"name": f"领域{item % DOMAINS}", "key": domain}))
    graph.add_edge(Edge("IN_DOMAIN", task, ids.domain_id(domain), {**at, "primary": True}))
    place = (region * 37 + year * 13 + item * 7) % MATTERS
    _duty(graph, own, copy, task, duty, place, item, year)
    for turn in range(3 if item < _SHARED else 1):
        type_, role = _ROLES[turn]
        body = _body(graph, region, (item + turn * 5) % BODIES)
        graph.add_edge(Edge(type_, body, task, {**at, "mention": "该局", "repaired": (item + year) % 500 == 0 or None}))
        graph.add_edge(Edge("BEARS", body, duty, {**at, "role": role, "mention": "该局"}))


def _duty(graph: Graph, own: str, copy: str, task: str, duty: str, place: int, item: int, year: int) -> None:
    at, often = _at(own, copy, item * 60), _OFTEN[(place + item) % len(_OFTEN)]
    number = duty.rpartition("/")[2]
    facts: dict[str, object] = {"caption": f"公开{matter(place)}", "number": number, "task": task, "frequency": often}
    facts |= {"kind": _KINDS[item % len(_KINDS)], "predicate": "公开", "text": f"公开{matter(place)}"}
    if item % 10 == 3:
        facts |= {"deadline_text": "5月底前", "deadline_recurs": "--05-31"}
    elif item % 10 == 7:
        facts |= {"deadline_text": f"{year}年9月底前", "deadline_date": f"{year}-09-{item % 28 + 1:02}"}
    elif often is None:
        facts["timing"] = ["timely"]
    graph.add_node(Node("Obligation", duty, {**facts, "information": [matter(place)], **at}))
    graph.add_edge(Edge("REQUIRES", task, duty, at))
    graph.add_node(Node("InformationType", ids.information_id(matter(place)), {"name": matter(place)}))
    graph.add_edge(
        Edge("DISCLOSES", duty, ids.information_id(matter(place)), {**at, "mention": f"有关{matter(place)}"})
    )
    if item % 3:
        channel = f"渠道{item % CHANNELS}"
        graph.add_node(Node("Channel", ids.channel_id(channel), {"name": channel, "type": "website"}))
        graph.add_edge(Edge("PUBLISHES_VIA", duty, ids.channel_id(channel), {**at, "mention": channel}))


def _body(graph: Graph, region: int, number: int) -> str:
    name, place = body_name(region, number), ids.region_id([region_name(region)])
    body, system = ids.agency_id(name), f"第{number}系统"
    if body in graph.nodes:
        return body
    graph.add_node(Node("Agency", body, {"name": name, "kind": "group" if number == 24 else "agency"}))
    graph.add_node(Node("Region", place, {"name": region_name(region), "level": "city"}))
    graph.add_edge(Edge("OF_REGION", body, place))
    graph.add_edge(Edge("WITHIN", place, ids.region_id([])))
    graph.add_node(Node("AgencySystem", ids.system_id(system), {"name": system}))
    graph.add_edge(Edge("OF_SYSTEM", body, ids.system_id(system)))
    if number == 1:
        heir = _body(graph, region, 2)
        graph.add_edge(Edge("SUCCEEDED_BY", body, heir, {"on": "2018-10-26"}))
    return body
