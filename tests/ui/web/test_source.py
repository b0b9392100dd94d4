"""What the page keeps between questions, and when it reads anew."""

from __future__ import annotations

import pytest
import streamlit as st

from graph.store import Store
from loaders.build import build
from tests.loaders.sample import NOTICES
from ui.web import source


def test_the_names_are_read_again_only_when_the_graph_changed(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    st.cache_resource.clear()
    monkeypatch.setattr(source, "read", lambda use: use(embedded_store))
    build([NOTICES / "01-yunling-2021.txt"], embedded_store)
    st.cache_data.clear()
    first = source._vocabulary()
    st.cache_data.clear()
    assert source._vocabulary() is first
    build([NOTICES / "03-qingyan-2021.txt"], embedded_store)
    st.cache_data.clear()
    assert len(source._vocabulary().documents) > len(first.documents)
    st.cache_resource.clear()
