"""The page in a real browser, cut off from the network, on the embedded server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.ui.web.browser import click, click_node, console_errors, hosts_asked, open_browser, picture, served, until
from tests.ui.web.sample import DOCUMENT, HOSTILE, HOSTILE_DOCUMENT, hostile, sample
from ui.web.picture.html import render_html

QUESTION = "省财政厅每月必须公开什么？"
AGENCY = "agency:云岭省财政厅"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a graph that holds the sample notice."""
    with served(tmp_path_factory.mktemp("home"), lambda store: store.replace(DOCUMENT, sample())) as page:
        yield page


@pytest.fixture
def browser() -> Iterator[Any]:
    with open_browser() as opened:
        yield opened


def _text(browser: Any) -> str:
    return str(browser.execute_script("return document.body.innerText"))


def test_ask_see_rows_click_a_node_and_see_the_neighbourhood_grow(address: str, browser: Any) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    browser.get(address)
    box = until(lambda: browser.find_elements(By.CSS_SELECTOR, ".st-key-question input"))[0]
    box.send_keys(QUESTION, Keys.ENTER)
    until(lambda: "1 个机构每月须公开 1 项" in _text(browser))
    until(lambda: "按月公开全省财政收支情况" in _text(browser))
    assert browser.find_element(By.CSS_SELECTOR, ".z mark").text == "公开"

    before = int(until(lambda: picture(browser, "root.dataset.nodes")))
    click_node(browser, AGENCY)
    until(lambda: picture(browser, "root.picture.memory.selected") == AGENCY)
    until(lambda: "牵头 1 · 承担 2 · 所在地区 1" in _text(browser))

    placed = picture(browser, "root.picture.network.getPositions()")
    click_node(browser, AGENCY, double=True)
    until(lambda: int(picture(browser, "root.dataset.nodes") or 0) > before)
    after = picture(browser, "root.picture.network.getPositions()")
    assert {id_: after[id_] for id_ in placed} == placed
    assert any(id_.endswith("1.1#1.2") for id_ in after)
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= {"127.0.0.1", "blob", "data"}


def test_the_picture_answers_the_keyboard(address: str, browser: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(f"{address}/?q={quote(QUESTION)}")
    before = int(until(lambda: picture(browser, "root.dataset.nodes")))
    canvas = browser.execute_script("return arguments[0]", picture(browser, "root.picture.canvas"))
    picture(browser, "root.picture.click(arguments[0])", AGENCY)
    until(lambda: "牵头 1" in _text(browser))
    canvas.send_keys(Keys.ENTER)
    until(lambda: int(picture(browser, "root.dataset.nodes") or 0) > before)
    canvas.send_keys(Keys.ESCAPE)
    until(lambda: "单击节点看内容" in _text(browser))


def test_the_evidence_leads_to_the_clause_in_the_notice(address: str, browser: Any) -> None:
    from selenium.webdriver.common.by import By

    browser.get(f"{address}/?q={quote(QUESTION)}")
    click(browser, ".z .clause a")
    here = until(lambda: browser.find_elements(By.CSS_SELECTOR, ".z .here"))
    assert "".join(part.text for part in here) == "按月公开全省财政收支情况"
    assert "<饮用水>" in _text(browser)
    assert console_errors(browser) == []


def test_back_returns_to_the_question(address: str, browser: Any) -> None:
    browser.get(f"{address}/?q={quote(QUESTION)}")
    until(lambda: "1 个机构每月" in _text(browser))
    click(browser, ".st-key-head button", "概览")
    until(lambda: "收录 1 份通知：" in _text(browser))
    browser.back()
    until(lambda: "1 个机构每月" in _text(browser))


@pytest.mark.parametrize("view", ["", "?view=queries", "?view=documents", "?view=overview", f"?q={quote(QUESTION)}"])
def test_no_view_is_wider_than_a_telephone(address: str, view: str) -> None:
    with open_browser(390, 844, dark=True) as browser:
        browser.get(f"{address}/{view}")
        until(lambda: browser.execute_script("return document.querySelectorAll('.z').length"))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
        assert console_errors(browser) == []


@pytest.fixture
def hostile_notice(address: str) -> Iterator[str]:
    """The page while the graph also holds a notice made of attacks."""
    from graph.store import connect

    with connect("writer") as store:
        store.replace(HOSTILE_DOCUMENT, hostile())
        yield address
        store.remove(HOSTILE_DOCUMENT)


def test_no_text_of_a_notice_executes_or_calls_outside(hostile_notice: str, browser: Any) -> None:
    attack = quote(HOSTILE)
    for view in (
        f"?view=documents&document={quote(HOSTILE_DOCUMENT)}&at=0",
        f"?view=queries&query=agency/duties&p.agencies={attack}",
        f"?view=queries&query=agency/neighbourhood&p.agencies={attack}",
        "?view=overview",
        f"?q={quote('每月要公开的有哪些？')}",
        f"?q={attack}",
        f"?q={attack}&query=agency/duties&p.agencies={attack}",
    ):
        browser.get(f"{hostile_notice}/{view}")
        until(lambda: browser.execute_script("return document.querySelectorAll('.z').length"))
        until(lambda: "onerror" in _text(browser) or browser.execute_script("return location.search").startswith("?q="))
        assert browser.execute_script("return window.hit") is None
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= {"127.0.0.1", "blob", "data"}


def test_the_exported_picture_draws_itself_from_a_file(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "picture.html"
    file.write_text(render_html(sample(), title="</title><script>document.title='hit'</script>"), "utf-8")
    browser.get(file.as_uri())
    until(lambda: browser.execute_script("return document.querySelector('.picture')?.dataset.nodes") == "15")
    assert browser.title.startswith("</title>")
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= {"file", "data", "blob"}
