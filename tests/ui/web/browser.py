"""A headless Chromium that reaches nothing but the loopback, and what a test asks of the picture."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

T = TypeVar("T")

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

_PICTURE = """
const find = (place) => {
  for (const element of place.querySelectorAll("*")) {
    if (element.classList.contains("picture")) return element;
    const inside = element.shadowRoot && find(element.shadowRoot);
    if (inside) return inside;
  }
  return null;
};
const root = find(document);
"""


def chromium() -> tuple[str, str]:
    """The browser and its driver; where they are missing the test is skipped, or fails if it was required."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser and driver:
        return browser, driver
    reason = "chromium and chromedriver are not installed"
    if os.environ.get("ZWGK_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and ZWGK_REQUIRE_BROWSER=1")
    pytest.skip(reason)


@contextmanager
def served(home: Path, fill: Callable[[Any], object]) -> Iterator[str]:
    """The address of a page on an embedded server of its own, with its data in `home`, which `fill` brought in by a writer."""
    chromium()
    from graph import embedded
    from graph.store import connect
    from ui.web.serve import serve

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZWGK_HOME", str(home))
        for name in ("NEO4J_URI", "ZWGK_ALLOW_IMPORT", "ZWGK_WHO"):
            patch.delenv(name, raising=False)
        try:
            with connect("writer") as store:
                store.prepare()
                fill(store)
            with serve() as page:
                yield page.address
        finally:
            embedded.stop()


@contextmanager
def open_browser(width: int = 1440, height: int = 900, *, dark: bool = False) -> Iterator[Any]:
    """A fresh browser; the driver is named, so that selenium looks for none."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    program, driver = chromium()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = program
        for flag in (*FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        browser = webdriver.Chrome(options=options, service=Service(driver))
        try:
            screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
            scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
            yield browser
        finally:
            browser.quit()


def until(ask: Callable[[], T], patience: float = 30.0) -> T:
    """The first true value of `ask`."""
    end = time.monotonic() + patience
    while not (value := ask()) and time.monotonic() < end:
        time.sleep(0.1)
    assert value, "the page did not get there"
    return value


def click(browser: Any, selector: str, text: str = "") -> None:
    """A real click on the element with this text, once the page has drawn it; one just being redrawn is asked again."""
    from selenium.common.exceptions import StaleElementReferenceException
    from selenium.webdriver.common.by import By

    def clicked() -> bool:
        try:
            found = [e for e in browser.find_elements(By.CSS_SELECTOR, selector) if text in ("", e.text.strip())]
            if found:
                found[0].click()
            return bool(found)
        except StaleElementReferenceException:
            return False

    until(clicked)


def picture(browser: Any, expression: str, *arguments: Any) -> Any:
    """The value of a JavaScript expression on the picture's element `root`; None while there is none."""
    return browser.execute_script(f"{_PICTURE} return root && root.dataset.ready ? ({expression}) : null", *arguments)


def click_node(browser: Any, node: str, *, double: bool = False) -> None:
    """A real click in the middle of the node."""
    from selenium.webdriver.common.action_chains import ActionChains

    browser.execute_script(f"{_PICTURE} root.scrollIntoView({{block: 'center'}})")
    at = picture(browser, "root.picture.where(arguments[0])", node)
    chain = ActionChains(browser)
    pointer: Any = chain.w3c_actions.pointer_action
    pointer.move_to_location(round(at["x"]), round(at["y"]))
    pointer.double_click() if double else pointer.click()
    chain.perform()


def console_errors(browser: Any) -> list[str]:
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


def hosts_asked(browser: Any) -> set[str]:
    """Every host that the page sent a request to."""
    from urllib.parse import urlsplit

    asked = set()
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
            url = message["params"].get("url") or message["params"]["request"]["url"]
            asked.add(urlsplit(url))
    # The browser's own start page is no part of ours.
    return {parts.hostname or parts.scheme for parts in asked if not parts.scheme.startswith("chrome")}
