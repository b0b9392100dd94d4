"""The Cypher editor: rows, parameters, errors that point at the place, and work that can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import streamlit as st

from graph.errors import QueryError, QueryTimeout, ReadOnly
from graph.values import Table
from tests.ui.web.pages import html_of, in_address, open_page, press, use
from tests.ui.web.sample import SampleStore

COUNT = "MATCH (a:Agency) WHERE a.name <> $name RETURN count(a) AS n"


class _Store(SampleStore):
    """Answers COUNT as `answer` does; of every statement keeps what it was given."""

    def __init__(self, answer: Callable[[], Table]) -> None:
        super().__init__()
        self.answer = answer
        self.asked: list[tuple[str, Any, Any, Any]] = []

    def table(self, cypher: str, parameters: Any = None, *, limit: Any = None, timeout: Any = None) -> Table:
        if not cypher.startswith("MATCH (a:Agency) WHERE a.name <>"):
            return super().table(cypher, parameters)
        self.asked.append((cypher, parameters, limit, timeout))
        return self.answer()


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


def _failing(error: Exception) -> Callable[[], Table]:
    def fail() -> Table:
        raise error

    return fail


def test_a_statement_runs_with_its_parameters_and_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    store = _Store(lambda: Table(("n",), ((2,),), True))
    use(monkeypatch, store)
    page = open_page(view="queries", cypher=COUNT, p__name='["甲"]', limit="1000")
    assert "1 行（到上限为止，还有更多）。" in html_of(page)
    assert store.asked == [(COUNT, {"name": ["甲"]}, 1000, 30.0)]
    page.run()
    assert len(store.asked) == 1


def test_a_parameter_without_a_value_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    store = _Store(lambda: Table(("n",), ((2,),)))
    use(monkeypatch, store)
    page = open_page(view="queries", cypher=COUNT)
    assert "填写 $name，然后按“运行”。" in html_of(page)
    page.text_input(key="cypher-name").set_value("甲")
    press(page, "运行")
    assert in_address(page, "p.name") == "甲"
    assert "1 行。" in html_of(page)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (QueryError("Unexpected input 'LIMT'\n  RETURN a LIMT\n           ^"), "数据库不接受这个查询。"),
        (ReadOnly("This connection may only read"), "这里只能读。"),
        (QueryTimeout(30), "30 秒内没有答完。"),
    ],
)
def test_a_refusal_is_a_sentence_with_the_place(error: Exception, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, _Store(_failing(error)))
    html = html_of(open_page(view="queries", cypher=COUNT, p__name="甲"))
    assert words in html
    assert str(error).splitlines()[-1].strip() in html
    assert "Traceback" not in html


def test_a_long_query_says_how_long_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow() -> Table:
        time.sleep(3)
        return Table(("n",), ((2,),))

    use(monkeypatch, _Store(slow))
    page = open_page(view="queries", cypher=COUNT, p__name="甲")
    assert "最多 30 秒。" in html_of(page)
    press(page, "停止")
    assert "已停止等待这个查询。" in html_of(page)


def test_the_schema_stands_beside_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, SampleStore())
    assert '<code>PolicyDomain</code> <span class="muted">政策领域</span>' in html_of(
        open_page(view="queries", cypher="")
    )
    assert "<code>deadline_date</code>" in html_of(open_page(view="queries", cypher="", lang="en"))


def test_a_saved_query_can_be_changed_in_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, SampleStore())
    page = open_page(view="queries", query="agency/duties", p__agencies="云岭省财政厅")
    press(page, "在编辑器里改")
    assert "a.name IN $agencies" in in_address(page, "cypher")
    assert in_address(page, "p.agencies") == '["云岭省财政厅"]'
    assert in_address(page, "p.frequency") == "null"
