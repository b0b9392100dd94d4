"""The view 图谱 on a page being served: a large picture drawn, a node expanded, the picture and a node dragged."""

from __future__ import annotations

import json
import statistics
import time
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import psutil

from benchmarks.picture.made import bodies_of
from graph.values import Graph
from tests.ui.web.browser import click, open_browser, picture, until
from ui.web.serve import Page

_FRAMES = """
window.frames_ = []; window.watching = true;
const tick = (at) => { window.frames_.push(at); if (window.watching) requestAnimationFrame(tick); };
requestAnimationFrame(tick);
"""
_GROWN = """
const before = root.dataset.nodes, begun = performance.now();
window.grown = undefined;
const look = () => {
  const nodes = find(document)?.dataset.nodes;
  if (nodes && nodes !== before) requestAnimationFrame(() => { window.grown = performance.now() - begun; });
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
root.picture.expand(arguments[0]);
"""


def _used(browser: Any, page: Page) -> float:
    """Processor milliseconds that the page's server and the browser have used; steadier than the clock where others
    use the machine. (The browser's many processes work at once: the sum is more than a reader waits.)"""
    found = [psutil.Process(page.process.pid), *psutil.Process(browser.service.process.pid).children(recursive=True)]
    return 1000 * sum(sum(one.cpu_times()[:2]) for one in found)


def drawn(page: Page, rounds: int) -> dict[str, Any]:
    """Milliseconds from the click on 整张图 to the drawn picture, on a page that is open, and the bytes that came."""
    times, used, sent = [], [], 0
    with open_browser() as browser:
        for _ in range(rounds + 1):
            browser.get(f"{page.address}/?view=graph")
            until(lambda: browser.find_elements("css selector", ".st-key-begin-whole button"))
            browser.get_log("performance")
            begun, before = time.perf_counter(), _used(browser, page)
            click(browser, ".st-key-begin-whole button")
            until(lambda: picture(browser, "root.dataset.nodes"), 120)
            times.append((time.perf_counter() - begun) * 1000)
            used.append(_used(browser, page) - before)
            sent = _received(browser)
    again, processor = times[1:], round(statistics.median(used[1:]))
    return {
        "first ms": round(times[0]),
        "median ms": round(statistics.median(again)),
        "fastest ms": round(min(again)),
        "processor ms": processor,
        "bytes": sent,
    }


def expanded(page: Page, graph: Graph, rounds: int) -> dict[str, Any]:
    """Milliseconds from the double click to the drawn neighbours, each time of a node that nobody asked for before."""
    times, used = [], []
    with open_browser() as browser:
        for node in bodies_of(graph)[:rounds]:
            browser.get(f"{page.address}/?view=graph&step={quote(f'node~{node}')}")
            until(lambda: picture(browser, "root.dataset.nodes"))
            before = _used(browser, page)
            picture(browser, f"(() => {{ {_GROWN} }})()".replace("arguments[0]", json.dumps(node)))
            times.append(until(lambda: browser.execute_script("return window.grown"), 120))
            used.append(_used(browser, page) - before)
    times.sort()
    return {
        "median ms": round(statistics.median(times)),
        "fastest ms": round(times[0]),
        "longest ms": round(times[-1]),
        "processor ms": round(statistics.median(used)),
    }


def dragged(page: Page) -> dict[str, Any]:
    """Frames per second while the large picture is dragged, zoomed in so that captions show, and while a node is."""
    found = {}
    with open_browser() as browser:
        browser.get(f"{page.address}/?view=graph&step=whole")
        until(lambda: picture(browser, "root.dataset.nodes"), 120)
        found["whole picture"] = _drag(browser, 300, 80)
        picture(browser, "root.picture.network.moveTo({ scale: 0.6 })")
        found["zoomed in"] = _drag(browser, 300, 80)
        found["a node"] = _drag(browser, *_node_at(browser))
    return found


def _node_at(browser: Any) -> tuple[int, int]:
    """A node near the middle of the canvas, in its pixels."""
    at = picture(
        browser,
        "(() => { const { network, canvas } = root.picture;"
        " const all = network.getPositions(), middle = network.getViewPosition();"
        " const far = (id) => Math.hypot(all[id].x - middle.x, all[id].y - middle.y);"
        " return network.canvasToDOM(all[Object.keys(all).sort((a, b) => far(a) - far(b))[0]]) })()",
    )
    return round(at["x"]), round(at["y"])


def _drag(browser: Any, x: int, y: int) -> dict[str, float]:
    """Two seconds of dragging from there, by real pointer events."""
    from selenium.webdriver.common.action_chains import ActionChains

    browser.execute_script("arguments[0].scrollIntoView()", picture(browser, "root"))
    box = picture(browser, "(({ left, top }) => ({ left, top }))(root.picture.canvas.getBoundingClientRect())")
    chain = ActionChains(browser, duration=40)
    pointer: Any = chain.w3c_actions.pointer_action
    pointer.move_to_location(round(box["left"]) + x, round(box["top"]) + y)
    pointer.pointer_down()
    for step in range(50):
        pointer.move_to_location(round(box["left"]) + x + 4 * (step % 25), round(box["top"]) + y + 3 * (step % 17))
    pointer.pointer_up()
    browser.execute_script(_FRAMES)
    chain.perform()
    at = browser.execute_script("window.watching = false; return window.frames_")
    gaps = sorted(b - a for a, b in pairwise(at))
    return {
        "frames per second": round(1000 * len(gaps) / (at[-1] - at[0]), 1),
        "slowest twentieth ms": round(gaps[int(len(gaps) * 0.95)]),
    }


def _received(browser: Any) -> int:
    """The bytes of the messages that came over the page's socket."""
    total = 0
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.webSocketFrameReceived":
            frame = message["params"]["response"]
            total += len(frame["payloadData"]) * 3 // 4 if frame["opcode"] == 2 else len(frame["payloadData"])
    return total
