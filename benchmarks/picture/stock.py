"""Stock pyvis and our exported page of the same graph, each opened from a file in a browser without network."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

from pyvis.network import Network

from graph.values import Graph
from tests.ui.web.browser import open_browser, until
from ui.web.picture.caption import caption
from ui.web.picture.html import render_html

_WATCH = """
const look = () => {
  const network = window.network ?? document.querySelector(".picture")?.picture?.network;
  if (!network) return setTimeout(look, 1);
  network.once("afterDrawing", () => { window.firstDrawn ??= performance.now(); });
  const settled = () => requestAnimationFrame(() => { window.settled = performance.now(); });
  if (window.network) network.once("stabilizationIterationsDone", settled);
  else {
    const ready = () => (document.querySelector(".picture").dataset.nodes ? settled() : setTimeout(ready, 1));
    ready();
  }
};
look();
"""


PATIENCE = 90
"""Seconds; a page that has drawn nothing by then is given up."""


def beside_stock(graph: Graph, folder: Path, rounds: int) -> dict[str, Any]:
    """Bytes of each page, and the median milliseconds from navigation to the first drawing and to the layout that
    stays; None where that took longer than PATIENCE."""
    pages = {"stock pyvis": _stock(graph), "zwgk": render_html(graph)}
    found: dict[str, Any] = {}
    for name, text in pages.items():
        file = folder / f"{name.replace(' ', '-')}.html"
        file.write_text(text, "utf-8")
        times = [one for _ in range(rounds) if (one := _open(file))]
        medians = [round(statistics.median(one[i] for one in times)) if times else None for i in (0, 1)]
        found[name] = {"bytes": len(text.encode()), "first drawing ms": medians[0], "layout ms": medians[1]}
    return found


def _stock(graph: Graph) -> str:
    """What a notebook would write: names, kinds and relationships, all else as pyvis has it."""
    drawn = Network(cdn_resources="in_line")
    for node in graph.nodes.values():
        drawn.add_node(node.id, label=caption(node), group=node.label, title=caption(node))
    for edge in graph.edges.values():
        drawn.add_edge(edge.source, edge.target, title=edge.type)
    return str(drawn.generate_html())


def _open(file: Path) -> tuple[float, float] | None:
    from selenium.common.exceptions import TimeoutException
    from urllib3.exceptions import ReadTimeoutError

    with open_browser() as browser:
        browser.command_executor.client_config.timeout = PATIENCE
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCH})
        try:
            browser.get(file.as_uri())
            until(lambda: browser.execute_script("return window.settled"), PATIENCE)
            drawn, settled = browser.execute_script("return [window.firstDrawn ?? window.settled, window.settled]")
        except (ReadTimeoutError, TimeoutException, AssertionError):
            return None
        return float(drawn), float(settled)
