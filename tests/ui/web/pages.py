"""The page on Streamlit's own test bench, with a store that a test gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ui.web.serve import APP


def use(monkeypatch: pytest.MonkeyPatch, store: Any) -> None:
    """The page reads from `store`, as a reader."""

    @contextmanager
    def connect(role: str = "reader") -> Iterator[Any]:
        assert role == "reader"
        yield store

    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr("graph.store.connect", connect)


def open_page(**address: str) -> AppTest:
    """The page at this address; p__agencies stands for p.agencies."""
    page = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in address.items():
        page.query_params[name.replace("__", ".")] = value
    page.run()
    assert not page.exception
    return page


def html_of(page: AppTest) -> str:
    return "".join(element.proto.body for element in page.get("html"))


def in_address(page: AppTest, name: str) -> str:
    value = page.query_params[name]
    return value if isinstance(value, str) else value[-1]


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
