"""Every view in a real browser: both languages, wide and narrow, light and dark; no error, no outside request, and
nothing that axe-core calls serious. And the main path of each view."""

from __future__ import annotations

import importlib.util
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.loaders.sample import NOTICES
from tests.ui.web.browser import click, console_errors, hosts_asked, open_browser, picture, served, until

AGENCY = "云岭省财政厅"
CYPHER = "MATCH (a:Agency) RETURN a.name AS agency ORDER BY agency LIMIT 3"
VIEWS = {
    "home": ("", "收录", "held:"),
    "ask": (f"q={quote('省财政厅必须公开什么？')}", "理解为", "Taken as"),
    "saved": (f"view=queries&query=agency/duties&p.agencies={quote(AGENCY)}", "1 个机构", "1 agency"),
    "cypher": (f"view=queries&cypher={quote(CYPHER)}", "3 行", "3 rows"),
    "wrong-cypher": (f"view=queries&cypher={quote('MATCH (a:Agency) RETRUN a')}", "不接受这个查询", "refuses this"),
    "graph": ("view=graph&step=whole", "个节点", " nodes"),
    "import": ("view=import", "存不存由您定", "storing them is up to you"),
    "documents": ("view=documents", "份通知。", "held."),
    "compare": ("view=compare", "两边都有的", "in common"),
    "calendar": (f"view=calendar&month=2021-10&agency={quote(AGENCY)}", "2021年10月", "2021-10"),
    "overview": ("view=overview", "值得一看", "Worth a look"),
    "settings": ("view=about", "怎么读", "How to read it"),
}
SCREENS = {"wide": (1440, 900, False), "narrow": (390, 844, False), "dark": (1440, 900, True)}
SEEN = "return document.body.innerText"
_RUN_OUT = """
const app = document.querySelector("[data-testid=stApp]");
return app?.dataset.testScriptState === "notRunning" && !document.querySelector("[data-stale=true]");
"""
_SHOWN = "return [...document.querySelectorAll('.z')].map((one) => one.innerText).join()"
_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then((found) => done(found.violations
  .filter((one) => ["serious", "critical"].includes(one.impact))
  .map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(" | ")}`)));
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a graph built from two of the sample notices."""
    from loaders.build import build

    with served(
        tmp_path_factory.mktemp("home"),
        lambda store: build([NOTICES / "01-yunling-2021.txt", NOTICES / "03-qingyan-2021.txt"], store),
    ) as page:
        yield page


@pytest.fixture(scope="module", params=SCREENS)
def browser(request: pytest.FixtureRequest) -> Iterator[Any]:
    width, height, dark = SCREENS[request.param]
    with open_browser(width, height, dark=dark) as opened:
        opened.screen = request.param
        yield opened


@pytest.fixture
def wide() -> Iterator[Any]:
    with open_browser() as opened:
        yield opened


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_whole(address: str, browser: Any, view: str, language: str) -> None:
    query, zh, en = VIEWS[view]
    browser.get(f"{address}/?{query}" + ("&lang=en" if language == "en" else ""))
    until(lambda: (zh if language == "zh" else en) in browser.execute_script(SEEN))
    _settle(browser)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= SCREENS[browser.screen][0]
    _keep(browser, f"{view}-{language}-{browser.screen}")
    browser.execute_script(_axe())
    assert browser.execute_async_script(_AXE) == []
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= {"127.0.0.1", "blob", "data"}


def _settle(browser: Any) -> None:
    """Until Streamlit has run the page to its end and the browser has drawn it: two looks, a moment apart, see the same."""

    def still() -> bool:
        before = browser.execute_script(_SHOWN)
        time.sleep(0.3)
        return bool(before) and browser.execute_script(_RUN_OUT) and browser.execute_script(_SHOWN) == before

    until(still)
    if browser.execute_script("return document.querySelector('[data-testid^=stBidi]')"):
        until(lambda: picture(browser, "root.dataset.nodes"))


def _axe() -> str:
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None, "make test installs axe-core"
    assert spec.submodule_search_locations is not None
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


def _keep(browser: Any, name: str) -> None:
    """A screenshot to look at, where ZWGK_SCREENSHOTS names a folder."""
    if folder := os.environ.get("ZWGK_SCREENSHOTS"):
        browser.save_screenshot(str(Path(folder) / f"{name}.png"))


def _at(browser: Any, name: str) -> str | None:
    return parse_qs(urlsplit(browser.current_url).query).get(name, [None])[0]


def test_calendar_turns_and_back_returns(address: str, wide: Any) -> None:
    wide.get(f"{address}/?view=calendar&month=2021-10&agency={quote(AGENCY)}")
    until(lambda: "2021年10月" in wide.execute_script(SEEN))
    click(wide, ".st-key-month-after button")
    until(lambda: "2021年11月" in wide.execute_script(SEEN))
    assert _at(wide, "month") == "2021-11"
    wide.back()
    until(lambda: "2021年10月" in wide.execute_script(SEEN))


def test_a_day_of_the_calendar_leads_to_the_clause(address: str, wide: Any) -> None:
    wide.get(f"{address}/?view=calendar&month=2021-10&agency=*")
    _settle(wide)
    click(wide, ".z .month .sight .at")
    until(lambda: wide.execute_script("return document.querySelector('.z .here')?.innerText"))


def test_a_figure_of_the_overview_leads_to_its_duties(address: str, wide: Any) -> None:
    wide.get(f"{address}/?view=overview")
    click(wide, ".z .matrix td a")
    until(lambda: _at(wide, "query") == "agency/duties" and "1 个机构" in wide.execute_script(SEEN))
    assert _at(wide, "p.domain")


def test_the_comparison_goes_to_another_domain_by_its_link(address: str, wide: Any) -> None:
    wide.get(f"{address}/?view=compare")
    click(wide, ".z .themes tbody:last-child a")
    until(lambda: _at(wide, "domain") and "两边都有的" in wide.execute_script(SEEN))


def test_a_follow_up_asks_the_whole_question(address: str, wide: Any) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    wide.get(f"{address}/?q={quote('云岭省财政厅必须公开什么？')}")
    until(lambda: "理解为" in wide.execute_script(SEEN))
    _settle(wide)
    box = wide.find_element(By.CSS_SELECTOR, ".st-key-question input")
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("那每月呢", Keys.ENTER)
    until(lambda: _at(wide, "q") == "云岭省财政厅每月必须公开什么？")


def test_a_statement_is_run_from_the_editor(address: str, wide: Any) -> None:
    wide.get(f"{address}/?view=queries&cypher=")
    click(wide, "[data-testid=stFormSubmitButton] button")
    until(lambda: " 行" in wide.execute_script(SEEN) and _at(wide, "cypher"))
    assert "MATCH" in str(_at(wide, "cypher"))


def test_the_same_address_shows_the_same_twice(address: str, wide: Any) -> None:
    for query, said, _ in VIEWS.values():
        shown = []
        for _ in range(2):
            wide.get(f"{address}/?{query}")
            until(lambda said=said: said in wide.execute_script(SEEN))
            _settle(wide)
            shown.append(wide.execute_script(_SHOWN))
        assert shown[0] == shown[1]
