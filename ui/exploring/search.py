"""Names for the search box: what a reader types, in either language and script, to the nodes that bear it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.values import Table
from queries.catalogue import load_catalogue
from queries.fold import fold
from queries.runner import run
from ui.wording import Language, label_name

if TYPE_CHECKING:
    from graph.store import Store

MOST = 12
LONGEST = 100


@dataclass(frozen=True)
class Suggestion:
    """A node on offer: its name, its kind in words, and what tells it from others of that name."""

    id: str
    label: str
    name: str
    kind: str
    beside: str


def suggestions(store: Store, typed: str, language: Language, most: int = MOST) -> list[Suggestion]:
    """The nodes whose names have all words of `typed`, best first."""
    words = fold(" ".join(typed.split())[:LONGEST]).split()
    if not words:
        return []
    found = run(store, load_catalogue()["node/search"], {"words": words}, limit=most)
    assert isinstance(found, Table)
    return [
        Suggestion(
            id=str(row["id"]),
            label=str(row["label"]),
            name=" ".join(str(row["name"] or row["source"] or row["id"]).split()),
            kind=label_name(str(row["label"]), language),
            beside=str((row["name_en"] if language == "en" else "") or row["source"] or ""),
        )
        for row in found.records()
    ]
