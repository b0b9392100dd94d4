"""Login is optional; where it is required and not configured, nobody is let in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st

from tests.ui.web.pages import html_of, open_page, use
from tests.ui.web.sample import SampleStore


@pytest.fixture(autouse=True)
def _sample(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    use(monkeypatch, SampleStore())
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


def test_without_a_demand_for_login_everybody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZWGK_LOGIN", raising=False)
    assert "收录 1 份通知" in html_of(open_page(view="overview"))


def test_a_login_that_is_not_configured_admits_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZWGK_LOGIN", "1")
    html = html_of(open_page(view="overview"))
    assert "要求登录，但没有配置登录。" in html
    assert "收录" not in html


def test_who_is_not_logged_in_sees_the_login_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZWGK_LOGIN", "1")
    monkeypatch.setattr("ui.web.account._configured", lambda: True)
    page = open_page(view="overview")
    assert [button.label for button in page.button if button.label == "登录"]
    assert "收录" not in html_of(page)


class _Store(SampleStore):
    engine = "trial 1"

    def size(self) -> tuple[int, int]:
        return len(self.value.nodes), len(self.value.edges)


def test_settings_say_what_stands_behind_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, _Store())
    assert "trial 1" in html_of(open_page(view="about"))
    assert "Apache-2.0" in html_of(open_page(view="about"))
    assert "How to read it" in html_of(open_page(view="about", lang="en"))
