"""The state of the view 图谱: the address holds it, and a pile of the session what was before, for undoing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from graph.errors import StoreError
from queries.errors import QueryError
from ui.exploring.state import NAMES, Group, View, from_address, to_address


def current() -> View:
    """The view of the address."""
    return from_address({name: st.query_params.get_all(name) for name in NAMES})


def change(view: View) -> None:
    """Show `view`; what was shown before can be had back."""
    before = current()
    if view.without_focus() != before.without_focus():
        _pile("past").append(before)
        _pile("future").clear()
    go(view)


def go(view: View) -> None:
    """Show `view`, with nothing kept for undoing; what else the address holds stays."""
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in NAMES}
    st.query_params.from_dict(others | to_address(view))


def undo() -> None:
    _exchange("past", "future")


def redo() -> None:
    _exchange("future", "past")


def can(pile: str) -> bool:
    """Whether there is anything to undo (`past`) or to do again (`future`)."""
    return bool(_pile(pile))


def focus(node: str | None) -> None:
    """Look at a node, or at none; the picture has chosen it already."""
    st.session_state["graph-focus"] = node or ""
    go(replace(current(), focus=node or ""))


def clear() -> None:
    change(View())


def set_fields(**fields: Any) -> None:
    """Change some fields of the view: layout, filters, where a path starts. A radial layout goes round the node that
    is looked at."""
    view = replace(current(), **fields)
    change(replace(view, centre=view.focus) if fields.get("layout") == "radial" else view)


def group(by: Group) -> None:
    set_fields(group=by)


def widen() -> None:
    """All filters off."""
    nothing: frozenset[str] = frozenset()
    set_fields(without_labels=nothing, without_types=nothing, domain="", frequency="", document="")


def guarded(use: Callable[..., None]) -> Callable[..., None]:
    """`use` as what a widget calls: what the store refuses becomes a sentence over the picture."""

    def called(*arguments: Any) -> None:
        try:
            use(*arguments)
        except (StoreError, QueryError) as error:
            say(str(error))

    return called


def say(sentence: str) -> None:
    """A sentence for the next drawing of the page."""
    st.session_state["graph-said"] = sentence


def said() -> str:
    return str(st.session_state.pop("graph-said", ""))


def _pile(which: str) -> list[View]:
    pile: list[View] = st.session_state.setdefault(f"graph-{which}", [])
    return pile


def _exchange(take: str, give: str) -> None:
    if _pile(take):
        _pile(give).append(current())
        go(_pile(take).pop())
