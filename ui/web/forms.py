"""The form of a saved query, built from its header; values come from and go to the address."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from queries.runner import choices
from queries.saved import Choice, Parameter, SavedQuery
from ui.web import page, source

PREFIX = "p."
"""Parameters stand in the address under this prefix: p.agencies=…"""


def values_in_address(query: SavedQuery) -> dict[str, Any]:
    """What the address gives for the parameters of `query`."""
    found: dict[str, Any] = {}
    for parameter in query.parameters:
        given = st.query_params.get_all(PREFIX + parameter.name)
        if given:
            found[parameter.name] = given if parameter.type == "strings" else given[-1]
    return found


def clear_address() -> None:
    """Takes the parameters of any query out of the address."""
    for name in [name for name in st.query_params if name.startswith(PREFIX)]:
        del st.query_params[name]


def put_in_address(query: SavedQuery, values: Mapping[str, Any]) -> None:
    clear_address()
    for parameter in query.parameters:
        value = values.get(parameter.name)
        if value not in (None, "", []):
            st.query_params[PREFIX + parameter.name] = _plain(value)


def form(query: SavedQuery, values: dict[str, Any]) -> dict[str, Any] | None:
    """The form with `values` filled in; what was entered, once the button is pressed."""
    with st.form(f"form-{query.id}", border=False):
        entered: dict[str, Any] = {}
        places = st.columns(min(3, len(query.parameters)) or 1)
        for index, parameter in enumerate(query.parameters):
            with places[index % len(places)]:
                entered[parameter.name] = _field(query, parameter, values.get(parameter.name, parameter.default))
        pressed = st.form_submit_button(page.say("查询", "Run"), type="primary")
    return entered if pressed else None


def _field(query: SavedQuery, parameter: Parameter, value: Any) -> Any:
    options = _options(parameter)
    key = f"{query.id}-{parameter.name}"
    label = parameter.text.of(page.language()) + ("" if parameter.required else page.say("（可选）", " (optional)"))
    if parameter.type == "strings":
        return _several(label, options, value, key)
    if parameter.type == "boolean":
        yes_no = {"true": page.say("是", "yes"), "false": page.say("否", "no")}
        return _one(label, list(yes_no), yes_no, None if value is None else str(value).lower(), key)
    if options:
        words = {str(choice.value): choice.text.of(page.language()) for choice in options}
        return _one(label, list(words), words, None if value is None else str(value), key)
    if parameter.type == "date":
        return st.date_input(label, value=_date(value), key=key)
    return st.text_input(label, value=str(value or ""), key=key, max_chars=400)


def _options(parameter: Parameter) -> tuple[Choice, ...]:
    if parameter.values_cypher is None:
        return parameter.values
    return source.read(lambda store: choices(store, parameter))


def _several(label: str, options: Sequence[Choice], value: Any, key: str) -> list[str]:
    words = {str(choice.value): choice.text.of(page.language()) for choice in options}
    chosen = [str(one) for one in value or ()]
    listed = [*words, *(one for one in chosen if one not in words)]
    return st.multiselect(
        label,
        listed,
        default=chosen,
        format_func=lambda one: words.get(one, one),
        key=key,
        placeholder=page.say("任意", "any"),
    )


def _one(label: str, options: list[str], words: dict[str, str], value: str | None, key: str) -> str | None:
    listed = options if value is None or value in options else [*options, value]
    return st.selectbox(
        label,
        listed,
        index=listed.index(value) if value is not None else None,
        format_func=lambda one: words.get(one, one),
        key=key,
        placeholder=page.say("任意", "any"),
    )


def _date(value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        return None


def _plain(value: Any) -> str | list[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else str(value)


def words_for(parameter: Parameter, value: Any) -> str:
    """A value of `parameter` in the words that its form offers."""
    values = value if isinstance(value, (list, tuple)) else [value]
    words: dict[str, str] = {}
    if parameter.values or parameter.type == "string":
        words = {str(choice.value): choice.text.of(page.language()) for choice in _options(parameter)}
    if parameter.type == "boolean":
        words = {"True": page.say("是", "yes"), "False": page.say("否", "no")}
    return page.say("、", ", ").join(words.get(str(one), str(one)) for one in values)
