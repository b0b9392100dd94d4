"""The search box of the view 图谱: a component whose list of names grows as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from graph.schema import NODES
from ui.exploring.search import Suggestion
from ui.web.picture.assets import own
from ui.web.picture.words import words
from ui.wording import Language

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HTML = """<div class="search">
  <input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="found" autocomplete="off"
    spellcheck="false" maxlength="100">
  <ul role="listbox" id="found" hidden></ul>
</div>"""


def find(
    suggest: Callable[[str], Sequence[Suggestion]], on_chosen: Callable[[str], None], *, key: str, language: Language
) -> bool:
    """The box. `suggest` gives the names for what is typed; `on_chosen` is told the id of the node that is chosen.
    True in the run in which that happened."""
    widget = f"find-{key}"
    typed = str((st.session_state.get(widget) or {}).get("typed") or "")
    found = [asdict(entry) | {"colour": _colour(entry.label)} for entry in suggest(typed)] if typed else []

    def chosen() -> None:
        if id_ := st.session_state[widget].get("chosen"):
            on_chosen(str(id_))

    data = {"typed": typed, "found": found, "words": words(language)}
    result = _box()(key=widget, data=data, on_typed_change=lambda: None, on_chosen_change=chosen)
    return bool(result.get("chosen"))


def _colour(label: str) -> str:
    return NODES[label].colour if label in NODES else "#6B7280"


@cache
def _box() -> ComponentRenderer:
    return st.components.v2.component("zwgk_search", html=_HTML, css=own("search.css"), js=own("search.js"))
