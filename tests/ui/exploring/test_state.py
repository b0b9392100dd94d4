"""The address and the view that it spells."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

import pytest

from ui.exploring.state import MOST, Step, View, from_address, step_of, to_address

HOSTILE = "agency:a~b%7E&c=d<img src=x onerror=1>\n"


def test_a_view_that_went_through_an_address_is_the_same() -> None:
    view = View(
        steps=(
            Step("node", "agency:甲"),
            Step("grow", HOSTILE, "LEADS", "out"),
            Step("path", "agency:甲", other=HOSTILE),
            Step("notice", "document:岭政办发〔2021〕18号"),
            Step("whole"),
        ),
        focus=HOSTILE,
        start="agency:甲",
        layout="radial",
        centre="agency:甲",
        hidden=frozenset({HOSTILE, "region:乙"}),
        pins={HOSTILE: (-12, 40), "agency:甲": (0, 0)},
        without_labels=frozenset({"Region"}),
        without_types=frozenset({"BEARS", "OF_REGION"}),
        domain="fiscal",
        frequency="P1M",
        document="document:岭政办发〔2021〕18号",
        group="domain",
    )
    address = parse_qs(urlencode(to_address(view), doseq=True))
    assert from_address(address) == view


def test_a_view_as_at_the_start_leaves_nothing_in_the_address() -> None:
    assert to_address(View()) == {}
    assert from_address({}) == View()


def test_a_chinese_id_is_not_escaped_in_the_address() -> None:
    assert Step("grow", "agency:云岭省财政厅", "LEADS").text() == "grow~agency:云岭省财政厅~LEADS"


@pytest.mark.parametrize("text", ["", "run~agency:a", "node", "path~agency:a", "grow~agency:a~NO_SUCH", "whole2"])
def test_what_is_no_step_is_none(text: str) -> None:
    assert step_of(text) is None


def test_what_cannot_be_read_is_as_at_the_start() -> None:
    bad = {
        "layout": ["spiral"],
        "group": ["colour"],
        "nolabel": ["Nothing", "Task"],
        "notype": ["DETACH DELETE"],
        "pin": ["a,b,agency:a", "1,2,", "3,4,agency:with,comma"],
        "step": ["node~agency:a", "node~agency:a", "x"],
    }
    view = from_address(bad)
    assert (view.layout, view.group) == ("force", "")
    assert view.without_labels == {"Task"}
    assert view.without_types == frozenset()
    assert view.pins == {"agency:with,comma": (3, 4)}
    assert view.steps == (Step("node", "agency:a"),)


def test_an_address_of_endless_steps_is_cut() -> None:
    assert len(from_address({"step": [f"node~agency:{i}" for i in range(MOST + 5)]}).steps) == MOST


def test_anchors_are_what_was_chosen_itself() -> None:
    steps = (Step("node", "a"), Step("grow", "b"), Step("path", "c", other="d"), Step("whole"))
    assert View(steps=steps).anchors == {"a", "c", "d"}


def test_a_step_is_not_taken_twice_and_filters_are_counted() -> None:
    view = View(steps=(Step("node", "a"),))
    assert view.with_step(Step("node", "a")) is view
    assert View().narrowing == 0
    assert View(domain="fiscal", without_types=frozenset({"LEADS", "BEARS"})).narrowing == 2
