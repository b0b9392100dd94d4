"""The page server: loopback, a free port, quiet, ended with its context."""

from __future__ import annotations

import socket
import urllib.request

import pytest

from ui.web.serve import OPTIONS, PageError, command, free_port, serve


def test_options_keep_the_page_at_home() -> None:
    assert OPTIONS["server.address"] == "127.0.0.1"
    assert OPTIONS["browser.gatherUsageStats"] is False
    assert "--browser.gatherUsageStats=false" in command(1)
    assert "--server.headless=true" in command(1)


def test_the_page_answers_prints_nothing_and_ends(capfd: pytest.CaptureFixture[str]) -> None:
    with serve() as page:
        with urllib.request.urlopen(page.address, timeout=10) as answer:
            assert answer.status == 200
        assert page.process.poll() is None
    assert page.process.poll() is not None
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PageError, match="zwgk ui --port"), serve(taken.getsockname()[1]):
            pass


def test_a_free_port_is_free() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free_port()))
