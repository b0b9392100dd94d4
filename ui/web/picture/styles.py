"""How each label and relationship type is drawn, made from graph.schema: colour is the kind, shape says it again."""

from __future__ import annotations

from typing import Any, Literal

from graph.schema import NODE_TYPES, NodeType

Theme = Literal["light", "dark"]

FONT = "Source Han Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
INK = {"light": "#1f2328", "dark": "#e6e6e3"}
PAPER = {"light": "#ffffff", "dark": "#16181b"}
LINE = {"light": "#8b929a", "dark": "#767d86"}

# vis-network's name for each shape of the schema; `page` is drawn by our own script.
SHAPES = {"roundbox": "box", "box": "box", "page": "custom", "ellipse": "ellipse", "hexagon": "hexagon"}
_FULL = ("diamond", "triangle", "hexagon")
"""Shapes whose caption stands beneath them: they are filled with the full colour."""


def vis_shape(node_type: NodeType | None) -> str:
    return SHAPES.get(node_type.shape, node_type.shape) if node_type else "dot"


def mix(colour: str, paper: str, part: float) -> str:
    """`part` of `colour` on `paper`, as #rrggbb."""
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    return "#" + "".join(f"{round(front * part + back * (1 - part)):02x}" for front, back in pairs)


def group(node_type: NodeType, theme: Theme) -> dict[str, Any]:
    """The vis-network group of one label: pale fill and full border where the caption stands inside, else full fill."""
    full = node_type.shape in _FULL
    edge = node_type.colour if theme == "light" else mix(node_type.colour, "#ffffff", 0.8)
    fill = edge if full else mix(node_type.colour, PAPER[theme], 0.13 if theme == "light" else 0.24)
    strong = edge if full else mix(node_type.colour, PAPER[theme], 0.3 if theme == "light" else 0.45)
    return {
        "color": {
            "border": edge,
            "background": fill,
            "highlight": {"border": INK[theme] if full else edge, "background": strong},
            "hover": {"border": edge, "background": strong},
        },
        "font": {"strokeWidth": 4 if full else 0, "strokeColor": PAPER[theme]},
        "shapeProperties": {"borderRadius": 9 if node_type.shape == "roundbox" else 1},
    }


def options(theme: Theme) -> dict[str, Any]:
    """vis-network's options for one theme; positions are kept by our script, so nothing moves after the first layout."""
    return {
        "autoResize": True,
        "nodes": {
            "borderWidth": 1.5,
            "borderWidthSelected": 3,
            "size": 11,
            "margin": {"top": 6, "right": 8, "bottom": 6, "left": 8},
            "font": {"face": FONT, "size": 13, "color": INK[theme], "strokeWidth": 0},
            "labelHighlightBold": False,
        },
        "edges": {
            "color": {"color": LINE[theme], "highlight": INK[theme], "hover": INK[theme]},
            "width": 1,
            "selectionWidth": 1,
            "hoverWidth": 0.5,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
            "smooth": False,
        },
        "groups": {node_type.label: group(node_type, theme) for node_type in NODE_TYPES},
        "interaction": {
            "hover": True,
            "tooltipDelay": 150,
            "keyboard": False,
            "hideEdgesOnDrag": False,
            "selectConnectedEdges": True,
        },
        "layout": {"randomSeed": 7, "improvedLayout": False},
        "physics": {
            "solver": "barnesHut",
            "barnesHut": {
                "gravitationalConstant": -3200,
                "centralGravity": 0.35,
                "springLength": 80,
                "springConstant": 0.045,
                "damping": 0.35,
                "avoidOverlap": 0.6,
            },
            "stabilization": {"iterations": 200, "updateInterval": 200, "fit": True},
            "minVelocity": 1,
        },
    }


def edge_style(type_: str) -> dict[str, Any]:
    """Who leads is a heavy line, who supports a dashed one; all else is thin."""
    if type_ == "LEADS":
        return {"width": 2.5}
    if type_ == "SUPPORTS":
        return {"dashes": [5, 4]}
    return {}


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
