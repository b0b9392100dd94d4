"""The words on the picture's own buttons."""

from __future__ import annotations

from ui.wording import Language

_WORDS = {
    "picture": ("关系图：方向键走到相邻节点，回车展开", "Graph: arrow keys walk the neighbours, Enter expands"),
    "expand": ("展开所选节点的相邻节点", "Show the neighbours of the selected node"),
    "closer": ("放大", "Zoom in"),
    "farther": ("缩小", "Zoom out"),
    "fit": ("适应窗口", "Fit to window"),
    "expand_short": ("展开", "Expand"),
    "fit_short": ("适应", "Fit"),
}


def words(language: Language) -> dict[str, str]:
    return {key: pair[0 if language == "zh" else 1] for key, pair in _WORDS.items()}
