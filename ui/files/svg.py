"""A graph as an SVG picture for print: a column for each kind of node, in the order of a claim."""

from __future__ import annotations

from html import escape

from graph.files.stream import caption
from graph.schema import NODES
from graph.values import Graph, Node
from ui.files.inert import printable
from ui.wording import Language, edge_name, label_name

_ORDER = ("Agency", "Task", "Obligation", "InformationType", "Channel")
_WIDTH, _HEIGHT, _GAP, _STEP = 190, 26, 70, 36
_SHOWN = 14
"""Characters of a caption."""


def render_svg(graph: Graph, language: Language) -> str:
    """The whole picture, `<svg>` to `</svg>`; every text of it escaped."""
    columns = _columns(graph)
    places = {
        node.id: (column * (_WIDTH + _GAP) + 10, row * _STEP + 44)
        for column, nodes in enumerate(columns)
        for row, node in enumerate(nodes)
    }
    width = len(columns) * (_WIDTH + _GAP) - _GAP + 20
    height = max((len(nodes) for nodes in columns), default=0) * _STEP + 54
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="100%" font-size="11">']
    parts += [_edge(places[e.source], places[e.target], edge_name(e.type, language)) for e in graph.edges.values()]
    for column, nodes in enumerate(columns):
        head = escape(f"{label_name(nodes[0].label, language)} {len(nodes)}")
        parts.append(f'<text x="{column * (_WIDTH + _GAP) + 10}" y="26" font-weight="bold">{head}</text>')
        parts += [_node(node, *places[node.id]) for node in nodes]
    return "".join([*parts, "</svg>"])


def _columns(graph: Graph) -> list[list[Node]]:
    """The nodes of each label that occurs, known labels first."""
    labels = dict.fromkeys([*_ORDER, *NODES, *(node.label for node in graph.nodes.values())])
    found = (sorted(graph.of_label(label), key=lambda node: node.id) for label in labels)
    return [nodes for nodes in found if nodes]


def _edge(start: tuple[int, int], end: tuple[int, int], name: str) -> str:
    """A line from the side of one box to the facing side of the other."""
    forward = start[0] <= end[0]
    x1, x2 = start[0] + (_WIDTH if forward else 0), end[0] + (0 if forward else _WIDTH)
    y1, y2 = start[1] + _HEIGHT // 2, end[1] + _HEIGHT // 2
    title = f"<title>{escape(name)}</title>"
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#8b929a" stroke-width="0.8">{title}</line>'


def _node(node: Node, x: int, y: int) -> str:
    whole = printable(" ".join(caption(node).split()))
    shown = whole if len(whole) <= _SHOWN else whole[: _SHOWN - 1] + "…"
    colour = NODES[node.label].colour
    return (
        f'<g><title>{escape(whole)}</title><rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="3" fill="#fff" '
        f'stroke="{colour}" stroke-width="1.5"/><text x="{x + 6}" y="{y + 17}">{escape(shown)}</text></g>'
    )
