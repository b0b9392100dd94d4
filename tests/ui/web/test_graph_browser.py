"""The view 图谱 in a real browser, cut off from the network, on the embedded server."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from graph.values import Edge, Graph, Node
from tests.ui.web.browser import click, click_node, console_errors, hosts_asked, open_browser, picture, served, until
from tests.ui.web.sample import DOCUMENT, HOSTILE, HOSTILE_DOCUMENT, hostile, sample
from ui.exploring.shown import CAP

MONEY, AUDIT = "agency:云岭省财政厅", "agency:云岭省审计厅"
TASK = "task:岭政办发〔2021〕18号/1.1#1"
MONTHLY = "obligation:岭政办发〔2021〕18号/1.1#1.1"
CROWD = "document:众政办发〔2021〕1号"
AROUND_MONEY = f"step={quote(f'node~{MONEY}')}&step={quote(f'grow~{MONEY}')}"
OWN_HOSTS = {"127.0.0.1", "blob", "data"}

_INSIDE = """
const walk = (place) => {
  for (const element of place.querySelectorAll("*")) {
    if (element.matches(arguments[0])) return element;
    const found = element.shadowRoot && walk(element.shadowRoot);
    if (found) return found;
  }
  return null;
};
return walk(document);
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a graph that holds the sample notice."""
    with served(tmp_path_factory.mktemp("home"), lambda store: store.replace(DOCUMENT, sample())) as page:
        yield f"{page}/?view=graph"


@pytest.fixture
def browser() -> Iterator[Any]:
    with open_browser() as opened:
        yield opened


def _inside(browser: Any, selector: str) -> Any:
    """The element, also within a component; once it is there."""
    return until(lambda: browser.execute_script(_INSIDE, selector))


def _text(browser: Any) -> str:
    return str(browser.execute_script("return document.body.innerText"))


def _nodes(browser: Any) -> set[str]:
    return set(picture(browser, "root.picture.nodes.getIds()") or ())


def _drawn(browser: Any) -> int:
    return int(until(lambda: picture(browser, "root.dataset.nodes")))


def _places(browser: Any) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = picture(browser, "root.picture.network.getPositions()")
    return found


def _address(browser: Any) -> dict[str, list[str]]:
    return parse_qs(urlsplit(browser.current_url).query)


def _press(browser: Any, *keys: str) -> None:
    """Keys on the drawing, with one node chosen."""
    canvas = picture(browser, "root.picture.canvas")
    canvas.send_keys(*keys)


def _choose(browser: Any, node: str) -> None:
    picture(browser, "root.picture.click(arguments[0])", node)
    until(lambda: _address(browser).get("node") == [node])


def test_find_a_node_expand_it_by_relationship_and_undo(address: str, browser: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(address)
    until(lambda: "图还是空的" in _text(browser))
    field = _inside(browser, ".search input")
    field.send_keys("財政廳")
    until(lambda: browser.execute_script(_INSIDE, "[role=option]"))
    assert _inside(browser, "[role=option] .kind").text == "机构"
    field.send_keys(Keys.ENTER)
    until(lambda: _nodes(browser) >= {MONEY, TASK, MONTHLY, "region:云岭省"})
    until(lambda: "已全部在图中：牵头 → 任务 1" in _text(browser))

    before = _places(browser)
    click_node(browser, TASK)
    until(lambda: "展开 配合 ← 机构 1" in _text(browser))
    click(browser, ".st-key-offers button", "展开 配合 ← 机构 1")
    until(lambda: AUDIT in _nodes(browser))
    assert {id_: _places(browser)[id_] for id_ in before} == before
    assert "新增 1 个节点" in _text(browser)
    assert f"grow~{TASK}~SUPPORTS~in" in _address(browser)["step"]

    _press(browser, Keys.CONTROL, "z")
    until(lambda: AUDIT not in _nodes(browser))
    click(browser, ".st-key-graph-redo button")
    until(lambda: AUDIT in _nodes(browser))
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= OWN_HOSTS


def test_a_double_click_expands_and_a_complete_node_says_so(address: str, browser: Any) -> None:
    browser.get(f"{address}&step={quote(f'node~{TASK}')}")
    assert _drawn(browser) == 1
    picture(browser, "root.marker = 1")
    click_node(browser, TASK, double=True)
    until(lambda: {MONEY, AUDIT, MONTHLY} <= _nodes(browser))
    before = _nodes(browser)
    assert picture(browser, "root.marker") == 1, "the picture was not rebuilt"
    click_node(browser, TASK, double=True)
    until(lambda: "相邻节点都已在图中" in _text(browser))
    assert _nodes(browser) == before


def test_hide_pin_and_collapse_by_keyboard_and_the_link_shows_the_same(address: str, browser: Any) -> None:
    browser.get(f"{address}&{AROUND_MONEY}&step={quote(f'grow~{TASK}')}")
    assert AUDIT in until(lambda: _nodes(browser))
    _choose(browser, AUDIT)
    _press(browser, "h")
    until(lambda: AUDIT not in _nodes(browser))
    until(lambda: "隐去 1 个" in _text(browser))
    _choose(browser, MONTHLY)
    _press(browser, "p")
    until(lambda: "pin" in _address(browser))
    pinned = _places(browser)[MONTHLY]
    assert _address(browser)["pin"] == [f"{round(pinned['x'])},{round(pinned['y'])},{MONTHLY}"]
    browser.back()
    until(lambda: "pin" not in _address(browser) and not picture(browser, "Object.keys(root.picture.data.pins).length"))
    browser.forward()
    until(lambda: picture(browser, "Object.keys(root.picture.data.pins).length"))
    link, seen = browser.current_url, _nodes(browser)

    with open_browser() as colleague:
        colleague.get(link)
        until(lambda: _nodes(colleague) == seen)
        at = _places(colleague)[MONTHLY]
        assert (round(at["x"]), round(at["y"])) == (round(pinned["x"]), round(pinned["y"]))
        until(lambda: "公开全省财政收支情况" in _text(colleague))

    _choose(browser, TASK)
    _press(browser, "c")
    until(lambda: f"grow~{TASK}" not in _address(browser)["step"])
    click(browser, ".st-key-graph-unhide button")
    until(lambda: "hide" not in _address(browser))
    assert console_errors(browser) == []


def test_places_and_zoom_survive_reruns_and_a_reload(address: str, browser: Any) -> None:
    browser.get(f"{address}&{AROUND_MONEY}")
    _drawn(browser)
    picture(browser, "root.picture.zoom(0.5)")
    before, scale = _places(browser), picture(browser, "root.picture.network.getScale()")
    _choose(browser, MONTHLY)
    until(lambda: "按月公开" in _text(browser))
    assert (_places(browser), picture(browser, "root.picture.network.getScale()")) == (before, scale)
    until(lambda: browser.execute_script("return sessionStorage.length"))
    until(lambda: str(scale)[:8] in browser.execute_script("return Object.values(sessionStorage).join()"))
    browser.refresh()
    assert _drawn(browser) == len(before)
    assert _places(browser) == before
    assert picture(browser, "root.picture.network.getScale()") == pytest.approx(scale)


def test_filters_say_what_is_left_out_and_come_off(address: str, browser: Any) -> None:
    browser.get(f"{address}&step=whole")
    assert _drawn(browser) == 13, "everything that is joined to anything, but the copy"
    click(browser, "[data-testid=stPopover] button")
    click(browser, ".st-key-graph-labels button", "地区")
    until(lambda: "region:云岭省" not in _nodes(browser))
    until(lambda: "不看：地区" in _text(browser))
    browser.get(f"{address}&step=whole&per=P1M")
    until(lambda: _nodes(browser) == {MONTHLY, MONEY, AUDIT, TASK, "information:全省财政收支情况"})
    until(lambda: "只看：每月" in _text(browser))
    click(browser, ".st-key-graph-filter-off button")
    until(lambda: len(_nodes(browser)) == 13)
    assert "per" not in _address(browser)


def test_the_shortest_path_is_lit(address: str, browser: Any) -> None:
    browser.get(f"{address}&{AROUND_MONEY}&step={quote('node~agency:云岭省水利厅')}&node={quote(MONEY)}")
    _drawn(browser)
    click(browser, ".st-key-way-path-from button")
    until(lambda: "找路径：起点是“云岭省财政厅”" in _text(browser))
    _choose(browser, "agency:云岭省水利厅")
    click(browser, ".st-key-way-path-to button")
    lit = until(lambda: picture(browser, "root.picture.data.lit.nodes.length && root.picture.data.lit.nodes"))
    assert lit == [MONEY, "region:云岭省", "agency:云岭省水利厅"]
    widths = picture(browser, "root.picture.edges.get().filter((edge) => edge.width === 4).length")
    assert widths == 2
    assert console_errors(browser) == []


def test_layouts_by_level_and_round_a_middle(address: str, browser: Any) -> None:
    browser.get(f"{address}&step=whole&node={quote(TASK)}")
    _drawn(browser)
    click(browser, ".st-key-graph-layout button", "分层")
    until(lambda: _address(browser).get("layout") == ["levels"])
    until(lambda: picture(browser, "root.picture.data.layout") == "levels")
    rows = _places(browser)
    down = [
        rows[id_]["y"] for id_ in ("region:云岭省", DOCUMENT, MONEY, TASK, MONTHLY, "channel:政府网站") if id_ in rows
    ]
    assert down == sorted(down)
    assert len(set(down)) == len(down)
    click(browser, ".st-key-graph-layout button", "放射")
    until(lambda: picture(browser, "root.picture.data.layout") == "radial")
    at = _places(browser)
    middle = at[TASK]
    distance = {id_: (at[id_]["x"] - middle["x"]) ** 2 + (at[id_]["y"] - middle["y"]) ** 2 for id_ in at}
    assert distance[MONEY] < distance["region:云岭省"]
    assert distance[MONTHLY] < distance["information:全省财政收支情况"]


def test_png_svg_and_a_page_of_its_own(address: str, browser: Any, tmp_path: Path) -> None:
    browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    browser.get(f"{address}&{AROUND_MONEY}&layout=levels")
    count, places = _drawn(browser), _places(browser)
    for kind in ("png", "svg", "html"):
        _inside(browser, f".picture [data-act={kind}]").click()
        until(lambda kind=kind: list(tmp_path.glob(f"*.{kind}")))  # type: ignore[misc]
    (png,), (svg,), (page,) = (list(tmp_path.glob(f"*.{kind}")) for kind in ("png", "svg", "html"))
    assert png.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    words = "".join(ET.parse(svg).getroot().itertext())
    assert "云岭省财政厅" in words
    assert len(ET.parse(svg).getroot().findall("{http://www.w3.org/2000/svg}g")) >= count
    browser.get(page.as_uri())
    until(lambda: browser.execute_script("return document.querySelector('.picture')?.dataset.nodes") == str(count))
    found = browser.execute_script("return document.querySelector('.picture').picture.network.getPositions()")
    assert {id_: round(at["x"]) for id_, at in found.items()} == {id_: round(at["x"]) for id_, at in places.items()}
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= OWN_HOSTS | {"file"}


@pytest.fixture
def crowd(address: str) -> Iterator[str]:
    """The page while the graph also holds more bodies than can be drawn."""
    from graph.store import connect

    graph = Graph()
    graph.add_node(
        Node("Document", CROWD, {"number": "众政办发〔2021〕1号", "caption": "众政办发〔2021〕1号", "held": False})
    )
    graph.add_node(Node("Region", "region:众州", {"name": "众州", "level": "city"}))
    for number in range(CAP + 50):
        body = graph.add_node(
            Node("Agency", f"agency:众州第{number}局", {"name": f"众州第{number}局", "kind": "agency"})
        )
        graph.add_edge(Edge("OF_REGION", body.id, "region:众州"))
    with connect("writer") as store:
        store.replace(CROWD, graph)
        yield address
        store.remove(CROWD)


def test_too_many_says_so_and_offers_to_group(crowd: str, browser: Any) -> None:
    browser.get(f"{crowd}&step={quote(f'node~{MONEY}')}&step=whole")
    assert _drawn(browser) == CAP
    until(lambda: f"超过一次画得清的 {CAP:,} 个" in _text(browser))
    assert MONEY in _nodes(browser)
    assert picture(browser, "root.picture.network.renderer.options.hideEdgesOnDrag") is True
    click(browser, ".st-key-group-region button")
    until(lambda: len(_nodes(browser)) < 20)
    until(lambda: picture(browser, "root.picture.network.renderer.options.hideEdgesOnDrag") is False)
    assert "region:众州" in _nodes(browser)
    assert console_errors(browser) == []


@pytest.fixture
def hostile_notice(address: str) -> Iterator[str]:
    """The page while the graph also holds a notice made of attacks."""
    from graph.store import connect

    with connect("writer") as store:
        store.replace(HOSTILE_DOCUMENT, hostile())
        yield address
        store.remove(HOSTILE_DOCUMENT)


def test_no_hostile_name_executes(hostile_notice: str, browser: Any, tmp_path: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    attack = quote(HOSTILE)
    nodes = ("task:hostile", "obligation:hostile", "agency:hostile", HOSTILE_DOCUMENT)
    step = "&".join(f"step={quote('node~' + node)}" for node in nodes)
    for rest in (
        *(f"&{step}&node={quote(node)}&from={quote('agency:hostile')}" for node in nodes),
        f"&{step}&in={quote(HOSTILE_DOCUMENT)}&per={attack}&domain={attack}&hide={attack}&pin=1,2,{attack}",
        f"&step=node~{attack}&step=grow~{attack}&step=path~{attack}~~~{attack}&node={attack}&centre={attack}",
    ):
        browser.get(f"{hostile_notice}{rest}")
        until(lambda: "onerror" in _text(browser) or "0 个节点" in _text(browser))
        assert browser.execute_script("return window.hit") is None
    browser.get(f"{hostile_notice}&{step}")
    assert _drawn(browser) == len(nodes)
    field = _inside(browser, ".search input")
    field.send_keys("onerror")
    until(lambda: browser.execute_script(_INSIDE, "[role=option]"))
    assert "<img" in _inside(browser, "[role=option] .name").text
    field.send_keys(Keys.ESCAPE)
    for kind in ("svg", "html"):
        _inside(browser, f".picture [data-act={kind}]").click()
        until(lambda kind=kind: list(tmp_path.glob(f"*.{kind}")))  # type: ignore[misc]
    assert browser.execute_script("return window.hit") is None
    assert console_errors(browser) == []
    for file in sorted(tmp_path.iterdir()):
        browser.get(file.as_uri())
        until(lambda: browser.execute_script("return document.readyState") == "complete")
        assert browser.execute_script("return window.hit ?? null") is None
    assert hosts_asked(browser) <= OWN_HOSTS | {"file"}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_fit_both_widths(address: str, language: str, width: int, dark: bool) -> None:
    said = {"zh": ("图还是空的", "出处"), "en": ("Nothing drawn yet", "Evidence")}[language]
    with open_browser(width, 844, dark=dark) as browser:
        start = f"{address}&lang={language}"
        for view, words in ((start, said[0]), (f"{start}&{AROUND_MONEY}&node={quote(MONEY)}", said[1])):
            browser.get(view)
            until(lambda words=words: words in _text(browser))  # type: ignore[misc]
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        _drawn(browser)
        assert picture(browser, "root.picture.theme") == ("dark" if dark else "light")
        assert console_errors(browser) == []
        assert hosts_asked(browser) <= OWN_HOSTS
