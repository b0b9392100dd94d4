"""The schema as HTML, to look things up while writing Cypher. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from graph.schema import EDGE_TYPES, NODE_TYPES, Property
from ui.web.markup import escape
from ui.wording import Language


def render_schema(language: Language) -> str:
    """Every kind of node with its properties, and every relationship with its ends."""
    zh = language == "zh"
    nodes = "".join(
        f"<details><summary>{_name(node.label, node.zh if zh else node.en)}</summary>"
        f"{_properties(node.properties, language)}</details>"
        for node in NODE_TYPES
    )
    edges = "".join(
        f"<li>{_name(edge.type, edge.zh if zh else edge.en)}<br>"
        f'<span class="muted">{escape("，".join(f"{start} → {end}" for start, end in edge.ends))}</span></li>'
        for edge in EDGE_TYPES
    )
    heads = ("节点", "关系") if zh else ("Nodes", "Relationships")
    return f'<h2>{heads[0]}</h2>{nodes}<h2>{heads[1]}</h2><ul class="duties">{edges}</ul>'


def _name(name: str, words: str) -> str:
    return f'<code>{escape(name)}</code> <span class="muted">{escape(words)}</span>'


def _properties(properties: Iterable[Property], language: Language) -> str:
    place = ("zh", "en").index(language)
    lines = (
        _name(one.name, f"{(one.zh, one.en)[place]} · {one.kind}")
        for one in (Property("id", "标识", "id", required=True), *properties)
    )
    return f'<ul class="duties">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
