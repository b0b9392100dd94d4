"""The views, run by Streamlit's own test bench on the sample store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.errors import ServerError
from graph.values import Graph
from loaders.findings import Finding
from tests.ui.web.pages import html_of, in_address, open_page, press, use
from tests.ui.web.sample import DOCUMENT, TEXT, SampleStore
from ui.web.page import plain

_DUTY = Finding(
    DOCUMENT, "aa11" * 16, "duty", "1.1#1.1", 0, 5, "按月公开", {"frequency": "P1M", "information": ("收支",)}
)


@pytest.fixture(autouse=True)
def _sample_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("ZWGK_HOME", str(tmp_path))
    use(monkeypatch, SampleStore())
    yield
    st.cache_resource.clear()


def test_home_offers_examples_and_says_what_to_do() -> None:
    page = open_page()
    assert "用一句话问" in html_of(page)
    assert "谁牵头环境保护公开？" in [button.label for button in page.button]


def test_a_question_gives_the_reading_one_sentence_and_rows_with_their_clause() -> None:
    page = open_page()
    page.text_input(key="question").set_value("省财政厅每月必须公开什么？")
    press(page, "提问")
    html = html_of(page)
    assert in_address(page, "q") == "省财政厅每月必须公开什么？"
    assert "理解为" in html
    assert "<b>云岭省财政厅</b>" in html
    assert "<b>每月</b>" in html
    assert "1 个机构每月须公开 1 项，出自 1 份通知。" in html
    assert "按月<mark>公开</mark>全省财政收支情况" in html
    assert "预算" not in html
    assert "P1M" not in html


def test_a_question_that_leans_on_the_last_keeps_its_slots() -> None:
    page = open_page(q="省财政厅每月必须公开什么？")
    page.text_input(key="question").set_value("那每周呢？")
    press(page, "提问")
    assert in_address(page, "q") == "省财政厅每周必须公开什么？"
    assert page.text_input(key="question").value == "省财政厅每周必须公开什么？"


def test_the_same_address_opens_the_same_in_english() -> None:
    html = html_of(open_page(q="what must 省财政厅 disclose monthly", lang="en"))
    assert "Taken as" in html
    assert "monthly" in html
    assert "按月<mark>公开</mark>全省财政收支情况" in html


def test_a_question_beyond_the_graph_says_so_with_a_next_step() -> None:
    html = html_of(open_page(q="省教育厅每月公开什么？"))
    assert "图里没有机构“省教育厅”。" in html
    assert "换个说法" in html


def test_a_saved_query_is_filled_from_thein_address() -> None:
    page = open_page(view="queries", query="agency/duties", p__agencies="云岭省水利厅", p__frequency="P1W")
    assert page.multiselect(key="agency/duties-agencies").value == ["云岭省水利厅"]
    html = html_of(page)
    assert "每周<mark>发布</mark>&lt;饮用水&gt;水质监测结果" in html


def test_a_form_goes_to_thein_address() -> None:
    page = open_page(view="queries", query="agency/duties")
    page.multiselect(key="agency/duties-agencies").set_value(["云岭省财政厅"])
    page.selectbox(key="agency/duties-frequency").set_value("P1M")
    press(page, "查询")
    assert in_address(page, "p.agencies") == "云岭省财政厅"
    assert in_address(page, "p.frequency") == "P1M"
    assert "全省财政收支情况" in html_of(page)


def test_a_notice_is_shown_with_its_findings_marked_in_place() -> None:
    html = html_of(open_page(view="documents", document=DOCUMENT, at="37"))
    assert 'title="牵头 云岭省财政厅" data-t="0"' in html
    assert "每周<" in html
    assert "&lt;饮用水&gt;" in html
    assert "<饮用水>" not in html
    assert "2 项任务，3 项义务。" in html
    assert 'class="card" data-t="1"' in html


def test_a_click_on_a_mark_opens_its_node_beside_the_text() -> None:
    asked = {"view": "documents", "document": DOCUMENT, "at": str(TEXT.index("按月公开"))}
    html = html_of(open_page(**asked))
    duty = "obligation:岭政办发〔2021〕18号/1.1#1.1"
    href = unescape(re.search(r'<a href="([^"]*)"[^>]*>按月</a>', html)[1])  # type: ignore[index]
    assert dict(parse_qsl(href.removeprefix("?"))) == {**asked, "node": duty}
    opened = html_of(open_page(**asked, node=duty))
    assert "公开全省财政收支情况</b>" in opened
    assert 'class="obligation here"' in opened
    assert 'class="card"' not in opened


def test_who_may_not_write_is_shown_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"view": "documents", "document": DOCUMENT, "node": "obligation:岭政办发〔2021〕18号/1.1#1.1"}
    monkeypatch.setattr("ui.web.source.correctable", lambda document: [_DUTY])
    assert "记下更正" not in [button.label for button in open_page(**asked).button]
    monkeypatch.setenv("ZWGK_ALLOW_IMPORT", "1")
    assert "记下更正" in [button.label for button in open_page(**asked).button]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "在这里只能查看，不能导入。"), ("en", "nothing can be imported here.")]
)
def test_who_may_not_write_is_asked_for_no_files(lang: str, words: str) -> None:
    page = open_page(view="import", lang=lang)
    assert words in html_of(page)
    assert "ZWGK_ALLOW_IMPORT=1" in html_of(page)
    assert not page.get("file_uploader")


def test_overview_counts_what_is_loaded() -> None:
    assert "收录 1 份通知：3 个机构，2 项任务，3 项公开、解读和回应的义务。" in html_of(open_page(view="overview"))
    assert "1 notice held: 3 agencies" in html_of(open_page(view="overview", lang="en"))


@pytest.mark.parametrize("view", ["documents", "overview", "calendar"])
def test_an_empty_graph_says_what_to_do(view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, SampleStore(Graph()))
    assert "zwgk build" in html_of(open_page(view=view))


@pytest.mark.parametrize("address", [{"view": "overview"}, {"view": "documents"}, {"q": "省财政厅每月必须公开什么？"}])
def test_an_error_of_the_store_is_a_sentence(address: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def refused(role: str = "reader") -> Iterator[SampleStore]:
        raise ServerError("数据库没有启动：运行 zwgk db status。<b>")
        yield SampleStore()

    st.cache_resource.clear()
    monkeypatch.setattr("graph.store.connect", refused)
    html = html_of(open_page(**address))
    assert 'role="alert"' in html
    assert "运行 zwgk db status。&lt;b&gt;" in html


@pytest.mark.parametrize(
    "address",
    [{"view": "nothing"}, {"view": "queries", "query": "no/such"}, {"document": "x", "view": "documents", "at": "-5"}],
)
def test_a_strange_address_opens_something_sensible(address: dict[str, str]) -> None:
    assert html_of(open_page(**address))


def test_the_switch_of_language_keeps_the_question() -> None:
    page = open_page(q="省财政厅每月必须公开什么？")
    page.button(key="switch").click().run()
    assert in_address(page, "lang") == "en"
    assert in_address(page, "q") == "省财政厅每月必须公开什么？"
    assert "Taken as" in html_of(page)


def test_a_label_is_no_markdown() -> None:
    assert plain("![x](http://a/b) *甲*") == r"\!\[x\]\(http\:\/\/a\/b\) \*甲\*"


def _downloads(page: AppTest) -> set[str]:
    return {element.proto.label for element in page.get("download_button")}


def test_files_can_be_taken_where_their_data_are_on_the_screen() -> None:
    assert {"下载任务分解表", "下载日历"} <= _downloads(open_page(view="documents", document=DOCUMENT))
    assert "下载各行（CSV）" in _downloads(open_page(q="省财政厅每月必须公开什么？"))
    assert "Rows (CSV)" in _downloads(open_page(q="what must 省财政厅 disclose monthly", lang="en"))
