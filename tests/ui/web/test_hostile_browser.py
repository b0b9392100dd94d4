"""Two hundred hostile strings through every door of the page, in a real browser: none executes, none calls outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph.values import Graph
from tests.ui.web.attacks import ALARM, ATTACKS, FOREIGN
from tests.ui.web.browser import click, console_errors, hosts_asked, open_browser, served, until
from tests.ui.web.hostile import DOCUMENT, SHA256, attacks_graph
from ui.web.picture.html import render_html

OWN = {"127.0.0.1", "blob", "data"}
PATIENCE = 120.0
"""Seconds; a page of two hundred of everything takes its time on a busy machine."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a graph made of attacks, with corrections made of attacks."""
    home = tmp_path_factory.mktemp("home")
    (home / "corrections.jsonl").write_text("".join(map(_correction, range(len(ATTACKS)))), "utf-8")
    with served(home, lambda store: store.replace(DOCUMENT, attacks_graph())) as page:
        yield page


def _correction(number: int) -> str:
    attack = ATTACKS[number]
    said = {"document": DOCUMENT, "copy": SHA256, "what": "duty", "finding": attack, "start": number, "end": number + 9}
    said |= {"words": attack, "field": "information", "old": [attack], "new": ["".join(attack.split())]}
    return json.dumps({**said, "reason": attack, "who": attack, "when": "2026-11-22T09:00:00+00:00"}) + "\n"


@pytest.fixture
def browser() -> Iterator[Any]:
    with open_browser() as opened:
        opened.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": ALARM})
        yield opened


def _nothing_happened(browser: Any) -> None:
    assert browser.execute_script("return window.hit") is None
    assert browser.execute_script(FOREIGN) == []
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= OWN


def _text(browser: Any) -> str:
    return str(browser.execute_script("return document.body.innerText"))


def test_there_are_two_hundred_and_a_page_that_is_not_careful_is_caught(browser: Any, tmp_path: Path) -> None:
    assert len(set(ATTACKS)) == 200
    careless = tmp_path / "careless.html"
    careless.write_text(f"<meta charset=utf-8><p title='x'>{ATTACKS[3]}</p>", "utf-8")
    browser.get(careless.as_uri())
    until(lambda: browser.execute_script("return window.hit"))
    assert browser.execute_script(FOREIGN)


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        pytest.param(f"?view=documents&document={quote(DOCUMENT)}&at=0", ATTACKS[0], id="reader"),
        pytest.param(
            f"?view=documents&document={quote(DOCUMENT)}&at=0&node={quote('obligation:' + ATTACKS[0] + '0')}&lang=en",
            ATTACKS[0],
            id="finding",
        ),
        pytest.param(f"?view=documents&document={quote(DOCUMENT)}&beside={'bd' * 4}", ATTACKS[0], id="copies"),
        pytest.param("?view=overview", ATTACKS[3], id="overview"),
        pytest.param(f"?view=queries&query=agency/duties&p.agencies={quote(ATTACKS[5] + '5')}", ATTACKS[5], id="rows"),
        pytest.param("?view=import", "", id="import"),
        pytest.param(f"?q={quote('每月要公开的有哪些？')}", ATTACKS[5], id="answer"),
    ],
)
def test_names_titles_tooltips_and_texts_stay_text(address: str, browser: Any, view: str, shown: str) -> None:
    browser.get(f"{address}/{view}")
    until(lambda: browser.execute_script("return document.querySelectorAll('.z').length > 1"), PATIENCE)
    until(lambda: shown in _text(browser), PATIENCE)
    browser.execute_script("for (const folded of document.querySelectorAll('details')) folded.open = true")
    _nothing_happened(browser)


@pytest.mark.parametrize("half", [0, 1])
def test_addresses_stay_text(address: str, browser: Any, half: int) -> None:
    for start in range(half * 100, half * 100 + 100, 50):
        several = quote("".join(ATTACKS[start : start + 50]))
        asked = quote(DOCUMENT)
        for view in (
            f"?view=documents&document={asked}&at={several}&node={several}&copy={several}&beside={several}",
            f"?q={several}&lang={several}",
        ):
            browser.get(f"{address}/{view}#{several}")
            until(lambda: browser.execute_script("return document.querySelectorAll('.z').length > 1"), PATIENCE)
            _nothing_happened(browser)


_HAND_IN = """
const [input, files] = arguments, all = new DataTransfer();
for (const [name, text] of files) all.items.add(new File([text], name));
input.files = all.files;
input.dispatchEvent(new Event("change", {bubbles: true}));
"""


def _hand_in(browser: Any, address: str, files: list[tuple[str, str]]) -> None:
    from selenium.webdriver.common.by import By

    browser.get(f"{address}/?view=import")
    place = until(lambda: browser.find_elements(By.CSS_SELECTOR, "input[type=file]"))[0]
    browser.execute_script(_HAND_IN, place, files)


def test_file_names_stay_text(address: str, browser: Any) -> None:
    _hand_in(browser, address, [(f"{attack}.pdf", f"%PDF-{attack}") for attack in ATTACKS])
    until(lambda: "200 个读不成" in _text(browser), PATIENCE)
    _nothing_happened(browser)


@pytest.mark.parametrize("ending", ["txt", "html", "svg"])
def test_texts_handed_in_stay_text_before_and_after_they_are_stored(address: str, browser: Any, ending: str) -> None:
    lines = "".join(
        f"（{number}）公开{attack}信息。每月公开{attack}，通过{attack}发布。（省{attack}厅牵头）\n"
        for number, attack in enumerate(ATTACKS)
    )
    text = f"云岭省人民政府办公厅关于{ATTACKS[0]}的通知\n\n岭政办发〔2019〕{len(ending)}{ord(ending[0])}号\n\n一、推进公开\n\n{lines}"
    text = f"<html><body>{text}</body></html>" if ending == "html" else text
    text = f"<svg xmlns='http://www.w3.org/2000/svg' onload=window.hit=1>{text}</svg>" if ending == "svg" else text
    _hand_in(browser, address, [(f"{ATTACKS[3]}.{ending}", text)])
    until(lambda: "什么都还没有存" in _text(browser), PATIENCE)
    _nothing_happened(browser)
    click(browser, ".st-key-keep button")
    until(lambda: "已存入 1 份" in _text(browser), PATIENCE)
    click(browser, ".z .list a")
    until(
        lambda: "推进公开" in _text(browser) and browser.execute_script("return !!document.querySelector('.notice')"),
        PATIENCE,
    )
    _nothing_happened(browser)


def _pictured() -> Graph:
    """The agencies and duties: the whole notice would be laid out for minutes."""
    whole, graph = attacks_graph(), Graph()
    for edge in whole.of_type("BEARS"):
        graph.add_node(whole.nodes[edge.source])
        graph.add_node(whole.nodes[edge.target])
        graph.add_edge(edge)
    return graph


def test_an_exported_picture_stays_text(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "picture.html"
    file.write_text(render_html(_pictured(), title="".join(ATTACKS)), "utf-8")
    browser.get(file.as_uri())
    until(lambda: browser.execute_script("return document.querySelector('.picture')?.dataset.nodes"), PATIENCE)
    assert browser.execute_script("return window.hit") is None
    assert browser.execute_script(FOREIGN) == []
    assert console_errors(browser) == []
    assert hosts_asked(browser) <= {"file", "data", "blob"}
