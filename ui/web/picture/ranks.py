"""Which row each node stands in when a picture is laid out by levels. Pure."""

from __future__ import annotations

from graph.values import Graph, Node
from ui.wording import LEVELS

_KINDS = (
    ("Region",),
    ("Document", "Copy"),
    ("AgencySystem",),
    ("Agency",),
    ("PolicyDomain",),
    ("Section",),
    ("Task",),
    ("Obligation",),
    ("InformationType", "Channel"),
)
"""From the top down: places and notices, who must act, what about, what must be done, what comes out."""


def ranks(graph: Graph) -> dict[str, int]:
    """The row of each node, counted from 0 without gaps: its kind, and within places, notices and bodies the level,
    国家 before 省 before 市 before 县. A body has the level of its region, where that is in the picture."""
    regions = {edge.source: graph.nodes.get(edge.target) for edge in graph.of_type("OF_REGION")}
    places = {id_: (_kind(node), _level(regions.get(id_) or node)) for id_, node in graph.nodes.items()}
    rows = {place: row for row, place in enumerate(sorted(set(places.values())))}
    return {id_: rows[place] for id_, place in places.items()}


def _kind(node: Node) -> int:
    return next((row for row, labels in enumerate(_KINDS) if node.label in labels), len(_KINDS))


def _level(node: Node) -> int:
    levels = list(LEVELS)
    level = node.properties.get("level")
    return levels.index(level) if level in levels else len(levels)
