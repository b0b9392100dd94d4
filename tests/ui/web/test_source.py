"""What the page keeps between questions, and when it reads anew."""

from __future__ import annotations

import pytest
import streamlit as st

from graph.store import Store
from loaders.build import build
from queries.ask import vocabulary
from tests.loaders.sample import NOTICES
from tests.ui.web.pages import html_of, open_page, use
from tests.ui.web.sample import SampleStore
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


def test_the_first_view_reads_the_names_before_a_question_needs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    store, asked = SampleStore(), []
    agencies = store.tables[vocabulary.AGENCIES]
    store.tables[vocabulary.AGENCIES] = lambda given: asked.append(given) or agencies(given)
    use(monkeypatch, store)
    assert "收录 1 份通知" in html_of(open_page())
    assert len(asked) == 1
    open_page(q="省财政厅每月必须公开什么？")
    assert len(asked) == 1
    st.cache_resource.clear()
    st.cache_data.clear()
