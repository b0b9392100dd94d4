"""Generated graphs in the shape that notices give: three edges a node, evidence on every edge that a notice claims."""

from __future__ import annotations

from collections.abc import Iterator

from graph.values import Edge, Graph, Node

TASKS = 30
AGENCIES, MATTERS, REGIONS, DOMAINS = 2_000, 5_000, 200, 20


def notice_id(serial: int) -> str:
    return f"document:样政发〔2030〕{serial}号"


def notice_graph(serial: int, tasks: int = TASKS) -> Graph:
    """The graph of one notice; `serial` decides all of it."""
    graph, own = Graph(), notice_id(serial)
    number = own.removeprefix("document:")
    facts = {"caption": number, "number": number, "title": f"关于第{serial}批任务的通知", "held": True}
    graph.add_node(Node("Document", own, {**facts, "fingerprint": f"f{serial}", "instrument_year": 2000 + serial % 30}))
    copy = {"document": own, "source": f"{serial}.txt", "sha256": f"{serial:064x}", "text": "政务公开。" * 400}
    graph.add_node(Node("Copy", f"copy:{serial}", {**copy, "primary": True}))
    graph.add_edge(Edge("COPY_OF", f"copy:{serial}", own, {"document": own}))
    for item in range(tasks):
        _add_task(graph, own, serial, item)
    return graph


def graphs(count: int, tasks: int = TASKS) -> Iterator[tuple[str, Graph]]:
    """The ids and graphs of the first `count` notices."""
    return ((notice_id(serial), notice_graph(serial, tasks)) for serial in range(1, count + 1))


def agency_name(number: int) -> str:
    return f"样例省第{number}厅"


def _add_task(graph: Graph, own: str, serial: int, item: int) -> None:
    at = {"document": own, "copy": f"copy:{serial}", "start": item * 60, "end": item * 60 + 50, "rule": "clause-lead"}
    at = {**at, "confidence": 0.95}
    key = f"{own.removeprefix('document:')}/1.{item}#1"
    place = serial * 31 + item * 7
    task, duty = f"task:{key}", f"obligation:{key}.1"
    words = f"第{serial}批任务的第{item}项，按月在政府网站公开有关信息。"
    graph.add_node(Node("Task", task, {"number": f"1.{item}#1", "title": words[:12], "text": words, **at}))
    often = ("monthly", "quarterly", "yearly", "weekly")[place % 4]
    told = {"caption": words[:12], "number": f"1.{item}#1.1", "task": task, "kind": "disclose", "text": words}
    graph.add_node(Node("Obligation", duty, {**told, "frequency": often, "predicate": "公开", **at}))
    agency = _add_agency(graph, place % AGENCIES)
    matter, domain = f"information:信息{place % MATTERS}", f"domain:领域{place % DOMAINS}"
    graph.add_node(Node("InformationType", matter, {"name": f"信息{place % MATTERS}"}))
    graph.add_node(Node("PolicyDomain", domain, {"name": f"领域{place % DOMAINS}", "key": f"d{place % DOMAINS}"}))
    graph.add_edge(Edge("PART_OF", task, own, at))
    graph.add_edge(Edge("REQUIRES", task, duty, at))
    graph.add_edge(Edge("LEADS", agency, task, {**at, "mention": "该厅"}))
    graph.add_edge(Edge("BEARS", agency, duty, {**at, "role": "lead", "mention": "该厅"}))
    graph.add_edge(Edge("DISCLOSES", duty, matter, {**at, "mention": f"信息{place % MATTERS}"}))
    graph.add_edge(Edge("IN_DOMAIN", task, domain, {**at, "primary": True}))


def _add_agency(graph: Graph, number: int) -> str:
    agency, region = f"agency:{agency_name(number)}", f"region:样例省{number % REGIONS}"
    graph.add_node(Node("Agency", agency, {"name": agency_name(number), "kind": "agency"}))
    graph.add_node(Node("Region", region, {"name": f"样例省{number % REGIONS}", "level": "province"}))
    graph.add_edge(Edge("OF_REGION", agency, region))
    return agency
