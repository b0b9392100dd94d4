"""Who may write from the page."""

from __future__ import annotations

import pytest

from ui.web.rights import allows

OWN = {"host": "127.0.0.1:8501"}


@pytest.mark.parametrize(
    ("setting", "address", "headers", "allowed"),
    [
        pytest.param("", "127.0.0.1", OWN, True, id="this machine's own page"),
        pytest.param("", "::1", {"host": "[::1]:8501"}, True, id="the same, IPv6"),
        pytest.param("", "localhost", {"host": "localhost:8501"}, True, id="by name"),
        pytest.param("", "0.0.0.0", OWN, False, id="served to the network"),
        pytest.param("", "", OWN, False, id="served to the network by Streamlit's default"),
        pytest.param("", "127.0.0.1", {"host": "zwgk.example"}, False, id="a strange name led here: rebinding"),
        pytest.param("", "127.0.0.1", {}, False, id="no name at all"),
        pytest.param("", "127.0.0.1", {**OWN, "x-forwarded-for": "10.0.0.9"}, False, id="through a proxy"),
        pytest.param("0", "127.0.0.1", OWN, False, id="forbidden by the owner"),
        pytest.param("no", "127.0.0.1", OWN, False, id="forbidden in words"),
        pytest.param("1", "0.0.0.0", {"host": "zwgk.example", "x-forwarded-for": "10.0.0.9"}, True, id="allowed by the owner"),
    ],
)  # fmt: skip
def test_only_the_own_page_may_write_unless_its_owner_says_so(
    setting: str, address: str, headers: dict[str, str], allowed: bool
) -> None:
    assert allows(setting, address, headers) is allowed
