"""What the views read: saved queries, and the few reads that only a page needs (a notice's text and marks)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from graph.values import Graph, Table
from ui import surroundings
from ui.corrected import Corrected, find_corrected
from ui.wording import Language

if TYPE_CHECKING:
    from graph.store import Store
    from loaders.differences import Comparison
    from loaders.findings import Finding
    from queries.ask import Answer, Vocabulary
    from queries.saved import SavedQuery

T = TypeVar("T")

CAP = 300
"""No picture takes more nodes or edges at once than a reader can follow."""

_COPIES = """
MATCH (c:Copy)-[:COPY_OF]->(d:Document {id: $document})
RETURN c.id AS id, c.source AS source, c.script AS script, c.sha256 AS sha256, c.text AS text
ORDER BY coalesce(c.primary, false) DESC, id
"""
FINDINGS = (
    "MATCH (s:Section {document: $document}) RETURN s",
    "MATCH (t:Task {document: $document}) RETURN t",
    "MATCH (t:Task {document: $document})-[r:REQUIRES]->(o:Obligation) RETURN t, r, o",
    "MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task {document: $document}) RETURN a, r, t",
    "MATCH (t:Task {document: $document})-[r:IN_DOMAIN]->(p:PolicyDomain) RETURN t, r, p",
    "MATCH (o:Obligation {document: $document})-[r:PUBLISHES_VIA]->(c:Channel) RETURN o, r, c",
    "MATCH (d:Document {id: $document})-[r:CITES]->(c:Document) RETURN d, r, c",
)
_COUNTS = "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS count"

_FINGERPRINTS = "MATCH (d:Document) WHERE d.held RETURN d.id AS id, d.fingerprint AS fingerprint ORDER BY id"


def read(use: Callable[[Store], T]) -> T:
    """The value of `use` on the store; the connection is opened at the first read and shared by all readers."""
    return use(_connection().store)


def store() -> Store:
    """The store itself, for work in a thread of its own, where the page's state is out of reach."""
    return _connection().store


def answer(question: str, language: Language) -> Answer:
    """The answer to a question in words."""
    from queries.ask import ask

    return read(lambda store: ask(store, question, language=language, vocabulary=_vocabulary()))


def warm() -> None:
    """Reads the names of the graph while the reader writes the question, so that the first answer need not."""
    _vocabulary()


def whole(previous: str, text: str, language: Language) -> str:
    """`text` as a question that stands alone, where it leans on the `previous` one."""
    from queries.ask import whole_question

    return whole_question(previous, text, _vocabulary(), language, date.today())


def answer_of(question: str, query: SavedQuery, values: Mapping[str, Any], language: Language) -> Answer:
    """The answer of a query that the reader chose, with its sentence."""
    from queries.ask import Answer, Reading
    from queries.ask.wording import sentence_of
    from queries.runner import bind

    parameters, found = bind(query, values), run_saved(query, values)
    reading = Reading(question, language, ())
    if isinstance(found, Graph):
        return Answer(reading, query, parameters, graph=found)
    sentence = sentence_of(query, parameters, {}, found, language) if query.sentence and found.rows else ""
    return Answer(reading, query, parameters, table=found, sentence=sentence)


def run_saved(query: SavedQuery, values: Mapping[str, Any]) -> Table | Graph:
    from queries.runner import run

    return read(lambda store: run(store, query, values))


def saved(id_: str) -> SavedQuery:
    from queries.catalogue import load_catalogue

    return load_catalogue()[id_]


def neighbours(node: str) -> Graph:
    """A node with everything it is joined to."""
    found = run_saved(saved("node/neighbours"), {"node": node})
    return found if isinstance(found, Graph) else Graph()


def relations(node: str) -> Table:
    """The relationships of a node, counted."""
    found = run_saved(saved("node/counts"), {"node": node})
    return found if isinstance(found, Table) else Table((), ())


def notices() -> Table:
    found = run_saved(saved("document/list"), {})
    return found if isinstance(found, Table) else Table((), ())


def counts() -> dict[str, int]:
    """How many nodes of each label the graph holds."""
    rows = read(lambda store: store.table(_COUNTS)).records()
    return {str(row["label"]): int(row["count"]) for row in rows}


def copies(document: str) -> Table:
    return read(lambda store: store.table(_COPIES, {"document": document}))


def around(findings: Sequence[str], agencies: Sequence[str]) -> Graph:
    """The findings of an answer, with their tasks, the agencies named in the answer, what and where."""
    return surroundings.around(_graph, findings, agencies)


def corrected(table: Table) -> Corrected:
    """Who corrected what the rows of an answer stand on."""
    return find_corrected(lambda cypher, given: read(lambda store: store.table(cypher, given)), table)


def _graph(cypher: str, parameters: Mapping[str, Any]) -> Graph:
    return read(lambda store: store.graph(cypher, parameters, limit=CAP))


def found_in(document: str) -> Graph:
    """Everything that was found in a notice: its sections, tasks with bodies, duties, domains, channels, and what it cites."""
    found = Graph()
    for cypher in FINDINGS:
        found.update(read(lambda store, c=cypher: store.graph(c, {"document": document})))  # type: ignore[misc]
    return found


def correctable(document: str) -> list[Finding]:
    """The findings of a notice as a correction can name them."""
    from loaders.findings import find_findings

    return read(lambda store: find_findings(store, document))


def compared(document: str, sha256s: tuple[str, str]) -> Comparison:
    """Two copies of a notice, read again and compared; both must have their texts."""
    from loaders.differences import compare
    from loaders.extract.notice import extract
    from loaders.held import held_copies

    held = {copy.sha256: copy for copy in read(lambda store: held_copies(store, [document]))[document]}
    one, other = (extract(held[sha256]) for sha256 in sha256s)
    return compare(one, other)


class _Connection:
    """An open store, kept for as long as the page is served."""

    def __init__(self) -> None:
        from graph.store import connect

        self._open = ExitStack()
        self.store: Store = self._open.enter_context(connect("reader"))


@st.cache_resource(show_spinner=False)
def _connection() -> _Connection:
    return _Connection()


def forget() -> None:
    """After the graph was changed from the page: what was read of it before is read again."""
    _version.clear()


def _vocabulary() -> Vocabulary:
    """The names that the graph holds now; read again only when a notice came, changed or went."""
    return _vocabulary_of(_version())


@st.cache_resource(show_spinner=False, max_entries=1)
def _vocabulary_of(version: str) -> Vocabulary:
    from queries.ask import read_vocabulary

    return read(read_vocabulary)


@st.cache_data(show_spinner=False, ttl=10)
def _version() -> str:
    """What tells one state of the graph from another: the fingerprints of its notices."""
    rows = read(lambda store: store.table(_FINGERPRINTS)).rows
    return hashlib.sha256(repr(rows).encode()).hexdigest()
