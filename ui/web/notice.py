"""Beside a notice's text: a card for each task, with its bodies by role and its duties in words. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from graph.schema import ROLE_EDGES
from graph.values import Graph, Node
from ui import wording
from ui.web.markup import escape, link
from ui.wording import Language


def outline(found: Graph, language: Language) -> str:
    tasks, duties = len(list(found.of_label("Task"))), len(list(found.of_label("Obligation")))
    words = f"{tasks} 项任务，{duties} 项义务。" if language == "zh" else f"{tasks} tasks, {duties} obligations."
    return f'<p class="sentence">{escape(words)}</p>'


def task_cards(found: Graph, language: Language) -> str:
    """One card a task, in the order of the text."""
    tasks = sorted(found.of_label("Task"), key=lambda task: (task.properties.get("start") or 0, task.id))
    return "".join(_card(task, found, language) for task in tasks)


def _card(task: Node, found: Graph, language: Language) -> str:
    facts = task.properties
    place = wording.task_place(facts.get("number"), language)
    head = " ".join(part for part in (place, str(facts.get("title") or "")) if part)
    duties = [found.nodes[edge.target] for edge in found.of_type("REQUIRES") if edge.source == task.id]
    duties.sort(key=lambda duty: duty.properties.get("start") or 0)
    lines = "".join(f"<li>{link(_duty(duty, language), _place(duty, language))}</li>" for duty in duties)
    listed = f'<ul class="list">{lines}</ul>' if lines else ""
    return f'<div class="task-card"><b>{escape(head)}</b>{"".join(_bodies(task, found, language))}{listed}</div>'


def _place(duty: Node, language: Language) -> dict[str, str | int | None]:
    """The address of the notice with the duty in sight."""
    facts = duty.properties
    lang = None if language == "zh" else language
    return {"view": "documents", "document": facts.get("document"), "at": facts.get("start"), "lang": lang}


def _bodies(task: Node, found: Graph, language: Language) -> Iterable[str]:
    for type_ in ROLE_EDGES.values():
        edges = [edge for edge in found.of_type(type_) if edge.target == task.id]
        edges.sort(key=lambda edge: edge.properties.get("start") or 0)
        names = [str(found.nodes[edge.source].properties.get("name", "")) for edge in edges]
        if names:
            yield f'<p><span class="muted">{escape(wording.edge_name(type_, language))}</span> {escape("、".join(names))}</p>'


def _duty(duty: Node, language: Language) -> str:
    facts = duty.properties
    said, when = wording.duty(facts, language), wording.when(facts, language)
    if not when:
        return said
    return f"{said}（{when}）" if language == "zh" else f"{said} ({when})"
