"""Serves the page on loopback: a Streamlit process that asks nothing of the network and prints nothing here."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ui.web.theme import THEME, Options

HOST = "127.0.0.1"
APP = Path(__file__).with_name("app.py")
ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds that a cold start may take."""

UPLOAD_MB = 50
"""The largest file that the page takes; what a single notice and an archive may hold is limited again where they are read."""

OPTIONS: Options = {
    "server.address": HOST,
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.maxUploadSize": UPLOAD_MB,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "logger.level": "error",
    **THEME,
}


class PageError(Exception):
    """The page could not be served; the message says what to do."""


@dataclass(frozen=True)
class Page:
    """A page being served."""

    address: str
    process: subprocess.Popen[bytes]

    def wait(self) -> int:
        """Until the server ends."""
        return self.process.wait()


@contextmanager
def serve(port: int | None = None, open_browser: bool = False) -> Iterator[Page]:
    """The page, from when it answers until the context is left. Without `port` a free one is taken."""
    number = port or free_port()
    process = subprocess.Popen(
        command(number),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = Page(f"http://{HOST}:{number}", process)
        _until_it_answers(page)
        if open_browser:
            webbrowser.open(page.address)
        yield page
    finally:
        _end(process)


def command(port: int) -> list[str]:
    """The command line of the server process."""
    options = [f"--{key}={str(value).lower() if isinstance(value, bool) else value}" for key, value in OPTIONS.items()]
    return [sys.executable, "-m", "streamlit", "run", str(APP), f"--server.port={port}", *options]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _until_it_answers(page: Page) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if page.process.poll() is not None:
            raise PageError(
                f"The page did not start at {page.address}: the port may be taken. Try another: zwgk ui --port N"
            )
        try:
            with urllib.request.urlopen(f"{page.address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise PageError(f"The page at {page.address} did not answer within {PATIENCE:.0f} seconds. Try again.")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
