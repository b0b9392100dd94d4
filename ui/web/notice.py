"""Beside a notice's text: its outline, and a card for each task with its bodies by role and its duties in words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.schema import ROLE_EDGES
from graph.values import Edge, Graph, Node
from ui import correcting, wording
from ui.web.marks import SECTION, finding_address, tasks_in_order
from ui.web.markup import DOUBT, escape
from ui.wording import Language

Place = Mapping[str, str] | None
"""The address of the reader, for links to findings; without it nothing can be clicked."""


def summary(found: Graph, language: Language) -> str:
    tasks, duties = len(list(found.of_label("Task"))), len(list(found.of_label("Obligation")))
    words = f"{tasks} 项任务，{duties} 项义务。" if language == "zh" else f"{tasks} tasks, {duties} obligations."
    return f'<p class="sentence">{escape(words)}</p>'


def outline(found: Graph, copy: str) -> str:
    """The sections of a copy, each leading to its place in the text."""
    sections = [node.properties for node in found.of_label("Section") if node.properties.get("copy") == copy]
    sections.sort(key=lambda facts: facts.get("start") or 0)
    items = "".join(
        f'<li class="deep-{min(str(facts.get("path")).count("."), 3)}">'
        f'<a href="#{SECTION}{int(facts["start"])}" target="_self">{escape(facts.get("title") or facts.get("path"))}</a></li>'
        for facts in sections
    )
    return f'<ul class="list outline">{items}</ul>' if items else ""


def task_cards(found: Graph, copy: str, language: Language, place: Place = None) -> dict[int, str]:
    """A card for each task of a copy, by the offset that it stands beside."""
    return {
        int(
            task.properties["start"]
        ): f'<span class="card" data-t="{number}">{_card(task, found, language, place)}</span>'
        for number, task in enumerate(tasks_in_order(found))
        if task.properties.get("copy") == copy and task.properties.get("start") is not None
    }


def joined(count: int) -> str:
    """Style rules that set off a card with its text wherever the pointer rests on one of the two."""
    rules = (f'.z .notice:has([data-t="{n}"]:hover) [data-t="{n}"] {{ --joined: var(--hit); }}' for n in range(count))
    return "".join(rules)


def _card(task: Node, found: Graph, language: Language, place: Place) -> str:
    facts = task.properties
    where = wording.task_place(facts.get("number"), language)
    words = escape(" ".join(part for part in (where, str(facts.get("title") or "")) if part))
    domain = "、".join(_domains(task, found, language))
    duties = [found.nodes[edge.target] for edge in found.of_type("REQUIRES") if edge.source == task.id]
    duties.sort(key=lambda duty: duty.properties.get("start") or 0)
    parts = [f"<b>{_linked(words, task.id, facts, language, place)}</b>"]
    parts += [f'<span class="line muted">{escape(domain)}</span>'] if domain else []
    parts += _bodies(task, found, language, place)
    parts += [f'<span class="line">{_duty(duty, language, place)}</span>' for duty in duties]
    return "".join(parts)


def _linked(words: str, node: str, facts: Mapping[str, object], language: Language, place: Place) -> str:
    """`words`, escaped already, as a link to a finding; with doubt and corrections shown."""
    confidence = facts.get("confidence")
    if isinstance(confidence, float) and confidence < DOUBT:
        words = f'<span class="doubt">{words}</span>'
    by = correcting.by_whom(facts, language)
    if by:
        words = f'<span class="corrected" title="{escape(by)}">{words}</span>'
    start = facts.get("start")
    if not place or not isinstance(start, int):
        return words
    return f'<a href="{escape(finding_address(place, node, start, language))}" target="_self">{words}</a>'


def _domains(task: Node, found: Graph, language: Language) -> Iterable[str]:
    edges = [edge for edge in found.of_type("IN_DOMAIN") if edge.source == task.id]
    edges.sort(key=lambda edge: (not edge.properties.get("primary"), edge.target))
    for edge in edges:
        facts = found.nodes[edge.target].properties
        yield str(facts.get("name") if language == "zh" else facts.get("name_en") or facts.get("name"))


def _bodies(task: Node, found: Graph, language: Language, place: Place) -> Iterable[str]:
    for type_ in ROLE_EDGES.values():
        edges = [edge for edge in found.of_type(type_) if edge.target == task.id]
        edges.sort(key=lambda edge: edge.properties.get("start") or 0)
        names = "、".join(_body(edge, found, language, place) for edge in edges)
        if names:
            yield f'<span class="line"><span class="muted">{escape(wording.edge_name(type_, language))}</span> {names}</span>'


def _body(edge: Edge, found: Graph, language: Language, place: Place) -> str:
    name = escape(found.nodes[edge.source].properties.get("name") or "")
    return _linked(name, edge.source, edge.properties, language, place)


def _duty(duty: Node, language: Language, place: Place) -> str:
    facts = duty.properties
    said, when = wording.duty(facts, language), wording.when(facts, language)
    if when:
        said = f"{said}（{when}）" if language == "zh" else f"{said} ({when})"
    return _linked(escape(said), duty.id, facts, language, place)
