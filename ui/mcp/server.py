"""The MCP server: schema, saved queries, questions and evidence as read-only tools. Every answer is of the graph."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from graph.errors import StoreError
from graph.schema import EDGE_TYPES, NODE_TYPES, Property
from graph.store import connect
from graph.values import Graph, Table
from queries.ask import Answer, Proposal, ask, read_vocabulary
from queries.errors import QueryError
from queries.own import load_all
from queries.runner import run
from queries.saved import SavedQuery

if TYPE_CHECKING:
    from graph.store import Store
    from queries.ask import Vocabulary

MOST_ROWS = 500
SECONDS = 30.0
INSTRUCTIONS = """\
A graph of what Chinese government notices on openness require: which agency leads which task, what must be disclosed,
how often, by when, through which channel, on which document's authority. It holds what notices require, and nothing of
what came of it. Use `ask` for a question in Chinese or English; where it gives choices, ask the user; where it refuses,
say so. Every row names its finding: `evidence` gives the clause, its offsets in the source and the source's hash.
Say nothing that no row says; where `cut` is true there is more."""

_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_EVIDENCE = """
MATCH (f) WHERE f.id = $finding AND f.copy IS NOT NULL
MATCH (d:Document {id: f.document})
MATCH (c:Copy {id: f.copy})
RETURN f.id AS finding, labels(f)[0] AS label, d.number AS number, d.title AS title, d.issuer AS issuer,
       d.issued_on AS issued_on, f.section AS section, f.number AS task, f.text AS clause, f.start AS start,
       f.`end` AS `end`, f.rule AS rule, f.confidence AS confidence, c.id AS copy, c.source AS source,
       c.sha256 AS sha256, substring(c.text, f.start, f.`end` - f.start) AS cut_from_source
"""

Limit = Annotated[int, Field(ge=1, le=MOST_ROWS, description="rows at most")]
Language = Literal["zh", "en"]


@dataclass
class _Reader:
    """One reader's connection, opened at the first call, and the names that the graph held then."""

    _open: ExitStack = field(default_factory=ExitStack)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _store: Store | None = None
    _vocabulary: Vocabulary | None = None

    def store(self) -> Store:
        with self._guard:
            if self._store is None:
                self._store = self._open.enter_context(connect("reader"))
            return self._store

    def vocabulary(self) -> Vocabulary:
        if self._vocabulary is None:
            self._vocabulary = read_vocabulary(self.store())
        return self._vocabulary

    def close(self) -> None:
        self._open.close()


def serve() -> None:
    """Serve on standard input and output until the client goes."""
    reader = _Reader()
    try:
        make_server(reader).run("stdio")
    finally:
        reader.close()


def make_server(reader: _Reader) -> MCPServer:
    """The server with its tools."""
    server = MCPServer("zwgk", title="政务公开知识图谱", instructions=INSTRUCTIONS, log_level="WARNING")

    @server.tool(annotations=_READS, structured_output=False)
    def schema() -> dict[str, Any]:
        """Node labels and relationship types of the graph, with their properties, in Chinese and English."""
        return _schema()

    @server.tool(annotations=_READS, structured_output=False)
    def list_queries(group: str | None = None) -> list[dict[str, Any]]:
        """The saved queries (all, or those of a group such as agency): id, question, description, parameters, columns."""
        return [_described(query) for query in load_all()[0].values() if group in (None, query.group)]

    @server.tool(annotations=_READS, structured_output=False)
    def run_query(id: str, parameters: dict[str, Any] | None = None, limit: Limit = 100) -> dict[str, Any]:
        """The rows of a saved query. `parameters` as list_queries describes them; `cut` says that there are more rows."""
        try:
            query = load_all()[0][id]
            return _found(run(reader.store(), query, parameters or {}, limit=limit, timeout=SECONDS))
        except (QueryError, StoreError) as error:
            raise ToolError(str(error)) from error

    @server.tool(name="ask", annotations=_READS, structured_output=False)
    def ask_(question: str, language: Language = "zh", limit: Limit = 100) -> dict[str, Any]:
        """A question in one's own words, Chinese or English: how it was read, the rows, the Cypher; or choices between
        readings; or why the graph cannot know."""
        try:
            store, vocabulary = reader.store(), reader.vocabulary()
            answer = ask(store, question, language=language, vocabulary=vocabulary, limit=limit, timeout=SECONDS)
        except (QueryError, StoreError) as error:
            raise ToolError(str(error)) from error
        return _answered(answer)

    @server.tool(annotations=_READS, structured_output=False)
    def evidence(finding: str) -> dict[str, Any]:
        """Where a finding (the `finding` of a row) stands: notice, section, clause, offsets [start, end) in the source
        in code points, rule, confidence, and the source's SHA-256. The clause is null where the source's text is not held."""
        try:
            rows = list(reader.store().table(_EVIDENCE, {"finding": finding}, limit=1, timeout=SECONDS).records())
        except StoreError as error:
            raise ToolError(str(error)) from error
        if not rows:
            raise ToolError(f"no finding {finding}; take the `finding` of a row")
        return rows[0]

    return server


def _schema() -> dict[str, Any]:
    nodes = [
        {"label": one.label, "zh": one.zh, "en": one.en, "properties": _properties(one.properties)}
        for one in NODE_TYPES
    ]
    edges = [
        {"type": one.type, "zh": one.zh, "en": one.en, "from_to": one.ends, "properties": _properties(one.properties)}
        for one in EDGE_TYPES
    ]
    return {"nodes": nodes, "relationships": edges}


def _properties(properties: tuple[Property, ...]) -> dict[str, str]:
    return {one.name: f"{one.kind}: {one.zh} / {one.en}" for one in properties}


def _described(query: SavedQuery) -> dict[str, Any]:
    parameters = [
        {
            "name": one.name,
            "type": one.type,
            "zh": one.text.zh,
            "en": one.text.en,
            "required": one.required,
            "default": one.default,
            "values": [choice.value for choice in one.values],
        }
        for one in query.parameters
    ]
    return {
        "id": query.id,
        "question": {"zh": query.question.zh, "en": query.question.en},
        "description": {"zh": query.description.zh, "en": query.description.en},
        "form": query.form,
        "parameters": parameters,
        "columns": [column.name for column in query.columns],
        "examples": query.examples,
    }


def _found(found: Table | Graph) -> dict[str, Any]:
    if isinstance(found, Table):
        return {"columns": found.columns, "rows": list(found.records()), "cut": found.cut}
    nodes = [{"id": node.id, "label": node.label} for node in found.nodes.values()]
    edges = [{"type": edge.type, "from": edge.source, "to": edge.target} for edge in found.edges.values()]
    return {"nodes": nodes, "relationships": edges, "cut": found.cut}


def _answered(answer: Answer) -> dict[str, Any]:
    told: dict[str, Any] = {"ask_next": _proposed(answer.suggestions), "words_not_used": answer.reading.unused}
    if answer.refused:
        return {**told, "refused": answer.refused}
    if answer.query is None:
        return {**told, "choices": _proposed(answer.choices)}
    found = answer.graph if answer.table is None else answer.table
    assert found is not None
    taken = {name: value for name, value in answer.parameters.items() if value is not None}
    read = {"query": answer.query.id, "parameters": taken, "sentence": answer.sentence, "cypher": answer.cypher}
    return {**read, **_found(found), **told}


def _proposed(proposals: tuple[Proposal, ...]) -> list[dict[str, Any]]:
    return [
        {
            "question": one.text,
            "query": one.query.id,
            "parameters": {name: value for name, value in one.parameters.items() if value is not None},
        }
        for one in proposals
    ]
