"""What 对比, 日历, 概览 and 设置 read beside the saved queries' own tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph import embedded
from graph.values import Table
from loaders.ledger import Ledger
from loaders.records import Issue
from queries.catalogue import load_catalogue
from queries.runner import choices, run_table
from ui.web import source
from ui.wording import Language

ROWS = 2_000
"""So many duties are compared or counted at most; a view says when there were more."""
COUNTED = 500
"""So many rows of a check are counted."""

_BODIES = """
MATCH (a:Agency)-[b:BEARS]->(o:Obligation)
WHERE a.kind = 'agency' AND b.role IN ['lead', 'responsible', 'named']
WITH a, count(DISTINCT CASE WHEN o.frequency IS NOT NULL OR o.deadline_date IS NOT NULL OR o.deadline_recurs IS NOT NULL
                            THEN o.id ELSE null END) AS timed
RETURN a.name AS agency, timed ORDER BY timed DESC, agency
"""


@dataclass(frozen=True)
class Side:
    """Something that can stand on one side of a comparison: a place, or a notice by its number."""

    value: str
    words: str


def rows(query: str, values: Mapping[str, Any]) -> Table:
    """The rows of the saved query `query`, up to ROWS."""
    saved = load_catalogue()[query]
    return source.read(lambda store: run_table(store, saved, values, limit=ROWS))


def named(table: Table, language: Language) -> list[dict[str, Any]]:
    """The rows of a table with the domain of each in the reader's language."""
    names = domain_names(language)
    return [{**row, "theme": names.get(row["theme_key"], row["theme"])} for row in table.records()]


def places() -> list[Side]:
    """The regions that hold notices, the widest first."""
    chains = sorted(
        {tuple(row["region"] or ()) for row in source.notices().records()}, key=lambda chain: (len(chain), chain)
    )
    names = dict.fromkeys(name for chain in chains for name in chain[-1:])
    wider = dict.fromkeys(name for chain in chains for name in chain)
    return [Side(name, name) for name in {**names, **wider}]


def documents() -> list[Side]:
    """The notices held, newest last, by number."""
    found = []
    for row in source.notices().records():
        number = str(row["number"] or row["document"])
        title = str(row["title"] or "")
        found.append(Side(number, f"{number}　{title}" if title else number))
    return found


def bodies() -> list[str]:
    """The agencies that bear duties, those with most dates and rhythms first."""
    return [str(row["agency"]) for row in source.read(lambda store: store.table(_BODIES)).records()]


@st.cache_data(show_spinner=False, ttl=60)
def count(query: str) -> tuple[int, bool]:
    """How many rows the saved query has without conditions, and whether there are more than were counted."""
    saved = load_catalogue()[query]
    found = source.read(lambda store: run_table(store, saved, {}, limit=COUNTED))
    return len(found.rows), found.cut


@st.cache_data(show_spinner=False, ttl=60)
def edges() -> int:
    """How many relationships the graph holds."""
    return source.read(lambda store: store.size())[1]


def issues() -> dict[str, list[Issue]]:
    """What the last build remarked on each notice held, by the name of the notice."""
    path = embedded.home() / "readings.sqlite"
    if not path.exists():
        return {}
    entries = Ledger(path).entries()
    held = {str(row["document"]): str(row["number"] or row["title"]) for row in source.notices().records()}
    return {held[id_]: entry.issues for id_, entry in entries.items() if id_ in held and entry.issues}


def domain_names(language: Language) -> dict[str, str]:
    """The name of each policy domain in the graph, by its key."""
    parameter = load_catalogue()["domain/duties"].parameter("domain")
    assert parameter is not None
    found = source.read(lambda store: choices(store, parameter))
    return {str(choice.value): choice.text.of(language) for choice in found}
