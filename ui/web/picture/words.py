"""The words on the picture's own buttons."""

from __future__ import annotations

from ui.wording import Language

_WORDS = {
    "picture": ("关系图：方向键走到相邻节点，回车展开", "Graph: arrow keys walk the neighbours, Enter expands"),
    "expand": ("展开所选节点的相邻节点", "Show the neighbours of the selected node"),
    "closer": ("放大", "Zoom in"),
    "farther": ("缩小", "Zoom out"),
    "fit": ("适应窗口", "Fit to window"),
    "collapse": ("收起由所选节点带出的节点（C）", "Put away what the selected node brought (C)"),
    "pin": ("固定所选节点的位置，或放开（P）", "Pin the selected node where it is, or let it go (P)"),
    "hide": ("隐去所选节点（H）", "Hide the selected node (H)"),
    "relayout": ("重新排布", "Lay out anew"),
    "png": ("保存为 PNG 图片", "Save as PNG"),
    "svg": ("保存为 SVG 矢量图", "Save as SVG"),
    "html": ("保存为可离线打开的网页", "Save as a page that opens offline"),
    "file": ("关系图", "graph"),
    "search": (
        "找节点：机构、文件、任务、公开内容、领域……（按 / 到此处）",
        "Find a node: body, notice, task, information, domain… (press /)",
    ),
    "search_label": ("找节点", "Find a node"),
    "found": ("找到的节点", "Nodes found"),
    "none": ("没有这样的名称；少打几个字试试。", "No such name; try fewer characters."),
    "expand_short": ("展开", "Expand"),
    "fit_short": ("适应", "Fit"),
    "collapse_short": ("收起", "Collapse"),
    "pin_short": ("固定", "Pin"),
    "hide_short": ("隐去", "Hide"),
    "relayout_short": ("重排", "Re-lay"),
}


def words(language: Language) -> dict[str, str]:
    return {key: pair[0 if language == "zh" else 1] for key, pair in _WORDS.items()}
