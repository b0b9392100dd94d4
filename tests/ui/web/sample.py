"""A small invented notice as a graph, and a store that answers the page's reads from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graph.values import Edge, Graph, Node, Table
from queries.ask import vocabulary
from queries.catalogue import load_catalogue
from ui import surroundings
from ui.web import source

TEXT = (
    "云岭省人民政府办公厅关于印发2021年工作要点的通知\n\n一、推进财政公开\n\n"
    "（一）公开财政收支。按月公开全省财政收支情况，及时在政府网站公布预算。（省财政厅牵头，省审计厅配合）\n\n"
    "（二）公开水质监测。每周发布<饮用水>水质监测结果。（省水利厅负责）\n"
)
DOCUMENT = "document:岭政办发〔2021〕18号"
COPY = "copy:aa11"


def _at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "document": DOCUMENT,
        "copy": COPY,
        "start": start,
        "end": start + len(words),
        "rule": "trial",
        "confidence": 0.98,
    }


def _duty(task: str, number: str, clause: str, **facts: Any) -> Node:
    what = "、".join(facts["information"])
    return Node(
        "Obligation",
        f"obligation:岭政办发〔2021〕18号/{number}",
        {
            "number": number,
            "task": task,
            "text": clause,
            "caption": f"公开{what}",
            "kind": "disclose",
            **facts,
            **_at(clause),
        },
    )


def sample() -> Graph:
    """Three agencies, two tasks, three duties, one notice with its text."""
    graph = Graph()
    tasks = [
        Node(
            "Task",
            "task:岭政办发〔2021〕18号/1.1#1",
            {"number": "1.1#1", "section": "1.1", "title": "公开财政收支", **_at(TEXT[36:80])},
        ),
        Node(
            "Task",
            "task:岭政办发〔2021〕18号/1.2#1",
            {"number": "1.2#1", "section": "1.2", "title": "公开水质监测", **_at(TEXT[85:110])},
        ),
    ]
    duties = [
        _duty(
            tasks[0].id,
            "1.1#1.1",
            "按月公开全省财政收支情况",
            predicate="公开",
            frequency="P1M",
            information=["全省财政收支情况"],
        ),
        _duty(
            tasks[0].id, "1.1#1.2", "及时在政府网站公布预算", predicate="公布", timing=["timely"], information=["预算"]
        ),
        _duty(
            tasks[1].id,
            "1.2#1.1",
            "每周发布<饮用水>水质监测结果",
            predicate="发布",
            frequency="P1W",
            information=["<饮用水>水质监测结果"],
        ),
    ]
    nodes = [
        Node("Document", DOCUMENT, {"caption": "岭政办发〔2021〕18号", "number": "岭政办发〔2021〕18号", "held": True,
             "title": "关于印发2021年工作要点的通知", "issuer": "云岭省人民政府办公厅", "issued_on": "2021-05-21",
             "region": ["云岭省"], "level": "province", "instrument_year": 2021}),
        Node("Copy", COPY, {"document": DOCUMENT, "source": "01.txt", "sha256": "aa11" * 16, "script": "Hans", "text": TEXT}),
        *tasks, *duties,
        *(Node("Agency", f"agency:{name}", {"name": name, "kind": "agency", "short": name[3:]}) for name in ("云岭省财政厅", "云岭省审计厅", "云岭省水利厅")),
        *(Node("InformationType", f"information:{duty.properties['information'][0]}", {"name": duty.properties["information"][0]}) for duty in duties),
        Node("Region", "region:云岭省", {"name": "云岭省", "level": "province"}),
        Node("Channel", "channel:政府网站", {"name": "政府网站", "type": "website"}),
    ]  # fmt: skip
    for node in nodes:
        graph.add_node(node)
    for edge in _edges(tasks, duties):
        graph.add_edge(edge)
    return graph


def _edges(tasks: list[Node], duties: list[Node]) -> Iterable[Edge]:
    for type_, name, task, mention in (
        ("LEADS", "云岭省财政厅", tasks[0], "省财政厅"),
        ("SUPPORTS", "云岭省审计厅", tasks[0], "省审计厅"),
        ("RESPONSIBLE_FOR", "云岭省水利厅", tasks[1], "省水利厅"),
    ):
        yield Edge(type_, f"agency:{name}", task.id, {"mention": mention, **_at(mention)})
        role = {"LEADS": "lead", "SUPPORTS": "support"}.get(type_, "responsible")
        for duty in duties:
            if duty.properties["task"] == task.id:
                yield Edge("BEARS", f"agency:{name}", duty.id, {"role": role})
    for duty in duties:
        yield Edge("REQUIRES", duty.properties["task"], duty.id)
        yield Edge("DISCLOSES", duty.id, f"information:{duty.properties['information'][0]}")
    yield Edge("PUBLISHES_VIA", duties[1].id, "channel:政府网站")
    yield Edge("COPY_OF", COPY, DOCUMENT)
    for name in ("云岭省财政厅", "云岭省审计厅", "云岭省水利厅"):
        yield Edge("OF_REGION", f"agency:{name}", "region:云岭省")


HOSTILE = "</script><img src=x onerror=window.hit=1>![x](http://outside.example/x.png):red[x]"
HOSTILE_DOCUMENT = f"document:{HOSTILE}"


def hostile() -> Graph:
    """A notice whose every text tries to be more than text."""
    owned = {"document": HOSTILE_DOCUMENT, "copy": "copy:hostile", "start": 0, "end": 8, "rule": HOSTILE}
    facts = {"kind": "disclose", "frequency": "P1M", "text": HOSTILE, "information": [HOSTILE], "caption": HOSTILE}
    nodes = [
        Node("Document", HOSTILE_DOCUMENT, {"caption": HOSTILE, "number": HOSTILE, "title": HOSTILE, "held": True}),
        Node("Copy", "copy:hostile", {"document": HOSTILE_DOCUMENT, "source": HOSTILE, "sha256": "x", "text": HOSTILE}),
        Node("Copy", "copy:second", {"document": HOSTILE_DOCUMENT, "source": HOSTILE, "sha256": "y", "text": HOSTILE}),
        Node("Task", "task:hostile", {"number": "1#1", "title": HOSTILE, "text": HOSTILE, **owned}),
        Node("Obligation", "obligation:hostile", {"number": "1#1.1", "task": "task:hostile", **facts, **owned}),
        Node("Agency", "agency:hostile", {"name": HOSTILE, "kind": "agency"}),
    ]
    edges = [
        Edge("REQUIRES", "task:hostile", "obligation:hostile", owned),
        Edge("BEARS", "agency:hostile", "obligation:hostile", {"role": "lead", **owned}),
        Edge("LEADS", "agency:hostile", "task:hostile", {"mention": HOSTILE, **owned}),
        *(
            Edge("COPY_OF", copy, HOSTILE_DOCUMENT, {"document": HOSTILE_DOCUMENT})
            for copy in ("copy:hostile", "copy:second")
        ),
    ]
    graph = Graph()
    for node in nodes:
        graph.add_node(node)
    for edge in edges:
        graph.add_edge(edge)
    return graph


class SampleStore:
    """Answers each Cypher text that the page sends, from a graph value."""

    def __init__(self, graph: Graph | None = None) -> None:
        self.value = sample() if graph is None else graph
        saved = load_catalogue()
        self.tables: dict[str, Callable[[Mapping[str, Any]], Table]] = {
            saved["agency/duties"].cypher: self._duties,
            saved["document/list"].cypher: self._notices,
            saved["node/counts"].cypher: self._counts,
            vocabulary.AGENCIES: self._agencies,
            saved["agency/duties"].parameters[0].values_cypher or "": self._agencies,
            source._COPIES: self._copies,
            source._COUNTS: self._labels,
        }
        self.graphs: dict[str, Callable[[Mapping[str, Any]], Graph]] = {
            saved["node/neighbours"].cypher: lambda given: self._around([given["node"]]),
            surroundings.AROUND_DUTIES: lambda given: self._around(given["ids"]),
            surroundings.AROUND_TASKS: lambda given: self._around(given["ids"]),
            **dict.fromkeys(source.FINDINGS, self._found),
        }

    def table(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        return self.tables[cypher](parameters or {}) if cypher in self.tables else Table((), ())

    def graph(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Graph:
        return self.graphs[cypher](parameters or {})

    def _duties(self, given: Mapping[str, Any]) -> Table:
        columns = [column.name for column in load_catalogue()["agency/duties"].columns]
        rows = []
        for edge in self.value.of_type("BEARS"):
            agency, duty = self.value.nodes[edge.source], self.value.nodes[edge.target]
            facts = {**duty.properties, **edge.properties, "agency": agency.properties["name"], "finding": duty.id}
            task = self.value.nodes[str(duty.properties["task"])].properties
            facts |= {
                "clause": facts["text"],
                "task": task["number"],
                "section": task["section"],
                "heading": task["title"],
            }
            facts |= {"number": "岭政办发〔2021〕18号", "title": "关于印发2021年工作要点的通知"}
            wanted = given["agencies"] is None or facts["agency"] in given["agencies"]
            if wanted and given["frequency"] in (None, facts.get("frequency")) and facts["role"] in given["roles"]:
                rows.append([facts.get(name) for name in columns])
        return Table.of(columns, rows)

    def _notices(self, given: Mapping[str, Any]) -> Table:
        columns = [column.name for column in load_catalogue()["document/list"].columns]
        rows = [
            [
                {**node.properties, "year": 2021, "document": node.id, "copies": 1, "task_count": 2, "duties": 3}.get(
                    name
                )
                for name in columns
            ]
            for node in self.value.of_label("Document")
        ]
        return Table.of(columns, rows)

    def _counts(self, given: Mapping[str, Any]) -> Table:
        rows = [
            [edge.type, "out", "?", 1]
            for edge in self.value.edges.values()
            if given["node"] in (edge.source, edge.target)
        ]
        return Table.of(["relation", "direction", "label", "count"], rows)

    def _agencies(self, given: Mapping[str, Any]) -> Table:
        columns = ["name", "kind", "short", "aliases", "region", "system", "value", "duties"]
        rows = [
            [
                {**node.properties, "value": node.properties["name"], "duties": 1, "region": "region:云岭省"}.get(name)
                for name in columns
            ]
            for node in self.value.of_label("Agency")
        ]
        return Table.of(columns, rows)

    def _copies(self, given: Mapping[str, Any]) -> Table:
        columns = ["id", "source", "script", "sha256", "text"]
        rows = [
            [{**node.properties, "id": node.id}.get(name) for name in columns] for node in self.value.of_label("Copy")
        ]
        return Table.of(columns, rows)

    def _labels(self, given: Mapping[str, Any]) -> Table:
        labels = [node.label for node in self.value.nodes.values()]
        return Table.of(["label", "count"], [[label, labels.count(label)] for label in dict.fromkeys(labels)])

    def _found(self, given: Mapping[str, Any]) -> Graph:
        types = ("REQUIRES", "LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "PUBLISHES_VIA", "CITES", "IN_DOMAIN")
        return self._made([edge for edge in self.value.edges.values() if edge.type in types])

    def _around(self, ids: list[str]) -> Graph:
        return self._made([edge for edge in self.value.edges.values() if edge.source in ids or edge.target in ids])

    def _made(self, edges: list[Edge]) -> Graph:
        graph = Graph()
        for edge in edges:
            graph.add_node(self.value.nodes[edge.source])
            graph.add_node(self.value.nodes[edge.target])
            graph.add_edge(edge)
        return graph
