from __future__ import annotations

from typing import Any

import pytest

from graph.store import Store
from queries.catalogue import load_catalogue
from queries.errors import ParameterError
from queries.runner import bind, choices, convert
from queries.saved import Parameter, Text

DUTIES = load_catalogue()["agency/duties"]


@pytest.fixture
def store(embedded_sample: Store) -> Store:
    return embedded_sample


def parameter(name: str) -> Parameter:
    found = DUTIES.parameter(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("agencies", "云岭省财政厅，碧川省财政厅", ["云岭省财政厅", "碧川省财政厅"]),
        ("agencies", ["云岭省财政厅"], ["云岭省财政厅"]),
        ("frequency", "P1M", "P1M"),
        ("frequency", "每月", "P1M"),
        ("frequency", "Monthly", "P1M"),
        ("year", "2017", 2017),
        ("has_deadline", "yes", True),
        ("has_deadline", False, False),
        ("roles", "lead,support", ["lead", "support"]),
    ],
)
def test_values_become_what_the_cypher_expects(name: str, value: Any, expected: Any) -> None:
    assert convert(parameter(name), value) == expected


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("frequency", "每夜", "frequency is one of .*P1M .每月."),
        ("year", "今年", "year is a integer"),
        ("has_deadline", "perhaps", "yes or no"),
        ("roles", ["boss"], "roles is one of"),
    ],
)
def test_a_value_that_does_not_fit_is_told(name: str, value: Any, reason: str) -> None:
    with pytest.raises(ParameterError, match=reason):
        convert(parameter(name), value)


def test_a_date_is_checked() -> None:
    date = Parameter("before", "date", Text("截止", "by"))
    assert convert(date, "2017-05-31") == "2017-05-31"
    with pytest.raises(ParameterError):
        convert(date, "2017-05-32")


def test_binding_fills_defaults_and_nulls() -> None:
    bound = bind(DUTIES, {"agencies": ["云岭省财政厅"], "frequency": ""})
    assert set(bound) == {parameter.name for parameter in DUTIES.parameters}
    assert bound["roles"] == ["lead", "responsible", "named"]
    assert bound["frequency"] is None


def test_binding_does_not_share_its_default() -> None:
    bind(DUTIES, {"agencies": ["甲"]})["roles"].append("support")
    assert bind(DUTIES, {"agencies": ["甲"]})["roles"] == ["lead", "responsible", "named"]


def test_a_required_value_is_missed() -> None:
    with pytest.raises(ParameterError, match="agency/duties needs a value for agencies"):
        bind(DUTIES, {})


def test_an_unknown_parameter_is_told() -> None:
    with pytest.raises(ParameterError, match="no parameter agency; it takes agencies"):
        bind(DUTIES, {"agency": "甲"})


def test_a_form_is_offered_fixed_values_and_values_of_the_graph(store: Any) -> None:
    assert {choice.value for choice in choices(store, parameter("kind"))} == {"disclose", "interpret", "respond"}
    assert "云岭省财政厅" in {choice.value for choice in choices(store, parameter("agencies"))}
    domains = {(choice.value, choice.text.zh) for choice in choices(store, parameter("domain"))}
    assert ("environment", "环境保护") in domains
    assert {choice.value for choice in choices(store, parameter("year"))} == {2017, 2018}
