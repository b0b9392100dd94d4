"""Invented graphs of a stated size, with the schema's labels and about two relationships a node."""

from __future__ import annotations

from itertools import count

from graph.values import Edge, Graph, Node

DOCUMENT = "document:测政办发〔2021〕1号"
_EVIDENCE = {"document": DOCUMENT, "copy": "copy:made", "start": 0, "end": 9, "rule": "made", "confidence": 0.9}


def made(nodes: int, edges: int) -> Graph:
    """Bodies (a seventh of `nodes`) that lead tasks (a quarter) that require duties (the rest) that disclose a thing
    or go through a channel; more duties are borne until there are `edges` relationships."""
    graph = Graph()
    graph.add_node(
        Node("Document", DOCUMENT, {"number": "测政办发〔2021〕1号", "caption": "测政办发〔2021〕1号", "held": False})
    )
    bodies = [_add(graph, "Agency", f"测州第{i}局", kind="agency") for i in range(nodes // 7)]
    things = [_add(graph, "InformationType", f"第{i}类事项的办理情况") for i in range(nodes // 8)]
    tasks = [_task(graph, i) for i in range(nodes // 4)]
    duties = [_duty(graph, i, tasks[i % len(tasks)]) for i in range(nodes - len(graph))]
    for i, task in enumerate(tasks):
        graph.add_edge(Edge("LEADS", bodies[i * i % len(bodies)], task, {"mention": "局", **_EVIDENCE}))
    for i, duty in enumerate(duties):
        graph.add_edge(Edge("REQUIRES", tasks[i % len(tasks)], duty))
        graph.add_edge(Edge("DISCLOSES", duty, things[i * 7 % len(things)], {"mention": "情况"}))
    for i in count():
        if len(graph.edges) >= edges:
            return graph
        body = bodies[(i // len(duties) + i) % len(bodies)]
        graph.add_edge(Edge("BEARS", body, duties[i % len(duties)], {"role": "lead"}))
    return graph


def bodies_of(graph: Graph) -> list[str]:
    return [node.id for node in graph.of_label("Agency")]


def _add(graph: Graph, label: str, name: str, **more: object) -> str:
    prefix = {"Agency": "agency", "InformationType": "information"}[label]
    return graph.add_node(Node(label, f"{prefix}:{name}", {"name": name, **more})).id


def _task(graph: Graph, i: int) -> str:
    facts = {"number": f"1.{i}#1", "section": f"1.{i}", "title": f"推进第{i}类事项信息公开", "text": "推进公开。"}
    return graph.add_node(Node("Task", f"task:测政办发〔2021〕1号/1.{i}#1", {**facts, **_EVIDENCE})).id


def _duty(graph: Graph, i: int, task: str) -> str:
    facts = {"number": f"{i}", "task": task, "kind": "disclose", "predicate": "公开", "frequency": "P1M"}
    words = {"text": f"按月公开第{i}项办理情况", "caption": f"公开第{i}项办理情况", "information": [f"第{i}项办理情况"]}
    return graph.add_node(Node("Obligation", f"obligation:测政办发〔2021〕1号/{i}", {**facts, **words, **_EVIDENCE})).id
