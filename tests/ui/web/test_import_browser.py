"""Handing files in, looking, storing, undoing, correcting: in a real browser, on the embedded server."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.loaders.sample import NOTICES
from tests.ui.web.browser import click, console_errors, hosts_asked, open_browser, served, until

NUMBER = "岭政办发〔2021〕18号"
DOCUMENT = f"document:{NUMBER}"
READER = f"?view=documents&document={quote(DOCUMENT)}"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a graph that holds both copies of one notice."""
    from loaders.build import build

    with served(
        tmp_path_factory.mktemp("home"),
        lambda store: build([NOTICES / "01-yunling-2021.txt", NOTICES / "02-yunling-2021-hant.txt"], store),
    ) as page:
        yield page


@pytest.fixture(params=[("zh", 1440), ("en", 1440), ("zh", 390), ("en", 390)], ids=lambda each: f"{each[0]}-{each[1]}")
def page(address: str, request: pytest.FixtureRequest) -> Iterator[tuple[Any, str, str]]:
    """A browser, the page's address, and the ending of an address in the language asked for."""
    language, width = request.param
    with open_browser(width, 900, dark=width == 390) as browser:
        yield browser, address, "&lang=en" if language == "en" else ""
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert console_errors(browser) == []
        assert hosts_asked(browser) <= {"127.0.0.1", "blob", "data"}


def _text(browser: Any) -> str:
    return str(browser.execute_script("return document.body.innerText"))


def _drop(browser: Any, *paths: Path) -> None:
    place = until(lambda: browser.find_elements("css selector", "input[type=file]"))[0]
    place.send_keys("\n".join(map(str, paths)))


def _open_monthly(browser: Any) -> None:
    """Click the first monthly duty, brought into the middle of the screen as a reader would."""
    mark = until(lambda: browser.find_elements("css selector", ".z .notice .obligation .when a"))[0]
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
    click(browser, ".z .notice .obligation .when a", "按月")


def _type(browser: Any, key: str, words: str) -> None:
    from selenium.webdriver.common.keys import Keys

    box = until(lambda: browser.find_elements("css selector", f"[class*='st-key-{key}'] input"))[0]
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys(words, Keys.TAB)


def test_files_are_read_and_looked_at_then_stored_then_taken_out(page: tuple[Any, str, str], tmp_path: Path) -> None:
    browser, address, lang = page
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    browser.get(f"{address}/?view=import{lang}")
    _drop(browser, NOTICES / "04-qixialing-2022.txt", NOTICES / "01-yunling-2021.txt", tmp_path / "坏.pdf")
    said = (
        "2 documents read: 1 new, 1 unchanged; 1 could not be read."
        if lang
        else "读成 2 份文件：新 1 份，没有变化 1 份；1 个读不成。"
    )
    until(lambda: said in _text(browser), 60)
    assert "PDF 已损坏" in _text(browser)
    assert "栖政办发〔2022〕14号" in _text(browser) or "岭政办发〔2021〕18号" in _text(browser)
    until(lambda: browser.find_elements("css selector", ".z .notice .obligation .predicate"))
    assert browser.find_elements("css selector", ".z .notice a") == []
    click(browser, ".st-key-keep button")
    until(lambda: ("1 stored with" if lang else "已存入 1 份") in _text(browser), 60)
    click(browser, ".st-key-take-out button")
    until(lambda: ("1 undone." if lang else "撤销了 1 份。") in _text(browser), 60)
    browser.get(f"{address}/?view=overview{lang}")
    until(lambda: ("1 notice held" if lang else "收录 1 份通知") in _text(browser))


def test_a_mark_opens_its_node_and_its_evidence_the_text_at_the_mark(page: tuple[Any, str, str]) -> None:
    browser, address, lang = page
    browser.get(f"{address}/{READER}{lang}")
    _open_monthly(browser)
    panel = ".st-key-finding"
    until(lambda: browser.find_elements("css selector", panel))
    until(lambda: ("monthly" if lang else "每月") in browser.find_element("css selector", panel).text)
    here = until(lambda: browser.find_elements("css selector", ".z .here"))
    assert "".join(part.text for part in here) == "按月公布全省一般公共预算收支完成情况"
    top = until(lambda: browser.execute_script("return document.querySelector('.z .here').getBoundingClientRect().top"))
    assert 0 < top < 900
    click(browser, f"{panel} .standing a")
    until(lambda: not browser.find_elements("css selector", panel))
    here = until(lambda: browser.find_elements("css selector", ".z .here"))
    assert "".join(part.text for part in here) == "按月公布全省一般公共预算收支完成情况"


def test_copies_stand_side_by_side_with_their_differences(page: tuple[Any, str, str]) -> None:
    browser, address, lang = page
    browser.get(f"{address}/{READER}{lang}")
    labels = until(lambda: browser.find_elements("css selector", ".st-key-beside label"))
    next(label for label in labels if "hant" in label.text).click()
    until(lambda: ("4 places differ" if lang else "4 处文字不同") in _text(browser), 60)
    assert "說明" in {part.text for part in browser.find_elements("css selector", ".z table.copies .differs")}
    assert "beside=" in browser.current_url


def test_a_correction_is_written_shown_and_taken_back(page: tuple[Any, str, str]) -> None:
    browser, address, lang = page
    browser.get(f"{address}/{READER}{lang}")
    _open_monthly(browser)
    until(lambda: browser.find_elements("css selector", ".st-key-finding .st-key-correct button"))
    box = until(lambda: browser.find_elements("css selector", "[class*='st-key-frequency-duty'] input"))[0]
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
    box.click()
    click(browser, "[role=option]", "weekly" if lang else "每周")
    _type(browser, "reason-duty", "核对<b>原件</b>")
    _type(browser, "who", "张三")
    click(browser, ".st-key-correct button")
    told = "· 张三, 2026" if lang else "· 张三，2026年"
    until(lambda: told in _text(browser), 60)
    assert "核对<b>原件</b>" in _text(browser)
    assert browser.find_elements("css selector", ".z .notice .obligation.corrected")
    click(browser, ".st-key-close-finding button")
    until(lambda: not browser.find_elements("css selector", ".st-key-finding"))
    click(browser, ".st-key-undo-0 button")
    until(lambda: told not in _text(browser), 60)


def test_an_archive_that_expands_without_end_is_refused(address: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bomb.txt", b"0" * 19_000_000)
    (tmp_path / "bomb.zip").write_bytes(out.getvalue())
    (tmp_path / "large.txt").write_bytes(b"0" * 21_000_000)
    with open_browser() as browser:
        browser.get(f"{address}/?view=import")
        _drop(browser, tmp_path / "bomb.zip", tmp_path / "large.txt")
        until(lambda: "2 个读不成" in _text(browser), 60)
