"""What can be opened from a node, with counts before it is opened."""

from __future__ import annotations

from graph.values import Graph
from tests.ui.web.sample import sample
from ui.exploring.offers import Offer, offers

MONEY = "agency:云岭省财政厅"
ROWS = [
    {"relation": "OF_REGION", "direction": "out", "label": "Region", "count": 1},
    {"relation": "BEARS", "direction": "out", "label": "Obligation", "count": 5},
    {"relation": "LEADS", "direction": "out", "label": "Task", "count": 1},
    {"relation": "SUCCEEDED_BY", "direction": "in", "label": "Agency", "count": 2},
]


def test_each_kind_says_how_many_there_are_and_how_many_are_drawn() -> None:
    found = {(offer.relation, offer.direction): offer for offer in offers(sample(), MONEY, ROWS)}
    assert (found["BEARS", "out"].total, found["BEARS", "out"].drawn) == (5, 2)
    assert not found["BEARS", "out"].complete
    assert found["LEADS", "out"].complete
    assert found["SUCCEEDED_BY", "in"].drawn == 0


def test_the_order_is_the_schemas_and_nothing_is_drawn_in_an_empty_picture() -> None:
    found = offers(Graph(), MONEY, ROWS)
    assert [offer.drawn for offer in found] == [0, 0, 0, 0]
    assert [offer.relation for offer in found] == [offer.relation for offer in offers(sample(), MONEY, ROWS[::-1])]


def test_words_in_both_languages_say_the_direction() -> None:
    assert Offer("LEADS", "out", "Task", 3, 0).words("zh") == "牵头 → 任务"
    assert Offer("LEADS", "in", "Agency", 3, 0).words("en") == "leads ← agency"
