"""Steps, names and paths on the sample graph, in each engine."""

from __future__ import annotations

import pytest

from graph.store import Store
from graph.values import Graph
from tests.queries.sample import CLOUD, JADE, sample_notices
from ui.exploring.growth import domains, grown, relations
from ui.exploring.paths import shortest
from ui.exploring.search import suggestions
from ui.exploring.state import Step

CLOUD_MONEY, JADE_MONEY = "agency:云岭省财政厅", "agency:碧川省财政厅"


@pytest.fixture
def notices(store: Store) -> Store:
    for document, notice in sample_notices().items():
        store.replace(document, notice)
    return store


def test_steps_bring_nodes_and_tie_them_to_what_is_there(notices: Store) -> None:
    one = grown(notices, Graph(), Step("node", CLOUD_MONEY))
    assert (set(one.nodes), one.edges) == ({CLOUD_MONEY}, {})
    two = grown(notices, one, Step("node", "system:财政"))
    assert {edge.type for edge in two.edges.values()} == {"OF_SYSTEM"}
    led = grown(notices, two, Step("grow", CLOUD_MONEY, "LEADS", "out"))
    assert set(led.nodes) - set(two.nodes) == {f"task:{CLOUD}/1.1#1"}
    assert grown(notices, two, Step("grow", CLOUD_MONEY, "LEADS", "in")).nodes.keys() == two.nodes.keys()
    assert set(one.nodes) == {CLOUD_MONEY}, "what was before stays as it was"
    whole = grown(notices, Graph(), Step("whole"))
    assert whole.nodes.keys() >= led.nodes.keys()
    assert grown(notices, Graph(), Step("node", "agency:none")).nodes == {}

    path = grown(notices, Graph(), Step("path", CLOUD_MONEY, other=JADE_MONEY))
    assert set(path.nodes) == {CLOUD_MONEY, "system:财政", JADE_MONEY}
    around = shortest(notices, CLOUD_MONEY, JADE_MONEY, frozenset({"OF_SYSTEM"}))
    assert len(around.nodes) > 3
    assert "OF_SYSTEM" not in {edge.type for edge in around.edges.values()}
    assert shortest(notices, CLOUD_MONEY, "agency:none").nodes == {}

    counts = {(row["relation"], row["label"]): row["count"] for row in relations(notices, JADE_MONEY).records()}
    assert counts["BEARS", "Obligation"] == 2
    assert domains(notices, [f"task:{JADE}/1.1#1"]) == {f"task:{JADE}/1.1#1": frozenset({"fiscal"})}
    assert domains(notices, []) == {}


def test_names_are_found_in_either_script_and_language_best_first(notices: Store) -> None:
    assert [found.id for found in suggestions(notices, "  雲嶺省財政廳 ", "zh")] == [CLOUD_MONEY]
    assert suggestions(notices, "财政", "zh")[0].id == "system:财政"
    english = suggestions(notices, "FISCAL revenue", "en")
    assert [(found.kind, found.beside) for found in english] == [("information type", "Fiscal revenue and expenditure")]
    (notice,) = suggestions(notices, CLOUD, "zh")
    assert (notice.label, notice.kind) == ("Document", "文件")
    assert suggestions(notices, "", "zh") == []
    assert suggestions(notices, "' OR 1=1 //", "zh") == []
    assert len(suggestions(notices, "公开", "zh", most=3)) == 3
