"""A list of write attempts as the reader, none of which may get through: Cypher on every engine, and the other doors
that the embedded server opens."""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import psutil
import pytest

from graph import embedded
from graph.errors import ReadOnly, StoreError
from graph.store import Store, connect
from graph.values import Graph
from tests.graph.samples import document, notice
from tests.graph.test_store import _shown, everything

ONE = "样政发〔2030〕1号"
LEAD = "MATCH (a:Agency)-[r:LEADS]->(t:Task) "

CYPHER = {
    "create a node": "CREATE (:Agency {id: 'x'})",
    "create a node of an unheard label": "CREATE (:Unheard {id: 'x'})",
    "create a node without label": "CREATE ({id: 'x'})",
    "create and return": "CREATE (n:Agency {id: 'x'}) RETURN n",
    "create a path": "CREATE (:Agency {id: 'x'})-[:LEADS]->(:Task {id: 'y'})",
    "create an edge": "MATCH (a:Agency), (t:Task) CREATE (a)-[:LEADS]->(t)",
    "create an edge of an unheard type": "MATCH (a:Agency), (t:Task) CREATE (a)-[:UNHEARD]->(t)",
    "create behind a read": "MATCH (n) WITH count(n) AS c CREATE (:Agency {id: toString(c)})",
    "create from a list": "UNWIND [1, 2] AS n CREATE (:Agency {id: toString(n)})",
    "create in lower case behind a comment": "/* read */ cReAtE (:Agency {id: 'x'})",
    "create behind a line comment": "// only reading\nCREATE (:Agency {id: 'x'})",
    "create in a union": "MATCH (n:Agency) RETURN n.id AS id UNION CREATE (n:Agency {id: 'x'}) RETURN n.id AS id",
    "merge a node": "MERGE (:Agency {id: 'x'})",
    "merge a node that is there and set it": "MERGE (n:Agency {id: 'agency:样例省财政厅'}) ON MATCH SET n.name = 'x'",
    "merge a node that is not there and set it": "MERGE (n:Agency {id: 'x'}) ON CREATE SET n.name = 'x'",
    "merge an edge": "MATCH (a:Agency), (t:Task) MERGE (a)-[:SUPPORTS]->(t)",
    "merge from a list": "UNWIND ['x', 'y'] AS id MERGE (:Region {id: id})",
    "set a property": "MATCH (n:Agency) SET n.name = 'x'",
    "set a property to null": "MATCH (n:Agency) SET n.name = null",
    "set all properties": "MATCH (n:Agency) SET n = {id: n.id}",
    "add properties": "MATCH (n:Agency) SET n += {name: 'x'}",
    "copy properties": "MATCH (n:Agency), (t:Task) SET n = properties(t)",
    "set a label": "MATCH (n:Agency) SET n:Region",
    "set a property of an edge": LEAD + "SET r.mention = 'x'",
    "set all properties of an edge": LEAD + "SET r = {}",
    "set in a case": "MATCH (n) SET (CASE WHEN n:Agency THEN n END).name = 'x'",
    "remove a property": "MATCH (n:Agency) REMOVE n.name",
    "remove a label": "MATCH (n:Agency) REMOVE n:Agency",
    "remove a property of an edge": LEAD + "REMOVE r.mention",
    "delete a node": "MATCH (n:Obligation) DETACH DELETE n",
    "delete all": "MATCH (n) DETACH DELETE n",
    "delete an edge": LEAD + "DELETE r",
    "delete a node without its edges": "MATCH (n:Region) DELETE n",
    "delete a path": "MATCH p = (:Task)-[:REQUIRES]->(:Obligation) DETACH DELETE p",
    "foreach create": "FOREACH (n IN [1] | CREATE (:Agency {id: 'x'}))",
    "foreach set": "MATCH p = (:Agency)-[:LEADS]->(:Task) FOREACH (n IN nodes(p) | SET n.name = 'x')",
    "foreach merge": "MATCH (a:Agency) FOREACH (n IN ['x'] | MERGE (:Region {id: n}))",
    "subquery that sets": "MATCH (a:Agency) CALL { WITH a SET a.name = 'x' } RETURN 1",
    "subquery that creates": "CALL { CREATE (n:Agency {id: 'x'}) RETURN n } RETURN n",
    "subquery that deletes": "MATCH (n:Task) CALL { WITH n DETACH DELETE n } RETURN 1",
    "subquery in transactions": "MATCH (n:Task) CALL { WITH n SET n.title = 'x' } IN TRANSACTIONS OF 1 ROWS",
    "profile": "PROFILE CREATE (:Agency {id: 'x'})",
    "load a file and create": "LOAD CSV FROM 'file:///etc/hostname' AS row CREATE (:Agency {id: row[0]})",
    "load an address and create": "LOAD CSV FROM 'http://127.0.0.1:1/x.csv' AS row CREATE (:Agency {id: row[0]})",
    "index": "CREATE INDEX extra FOR (n:Agency) ON (n.kind)",
    "index if there is none": "CREATE INDEX extra IF NOT EXISTS FOR (n:Agency) ON (n.kind)",
    "index on edges": "CREATE INDEX extra FOR ()-[r:LEADS]-() ON (r.mention)",
    "full-text index": "CREATE FULLTEXT INDEX extra FOR (n:Task) ON EACH [n.text]",
    "constraint": "CREATE CONSTRAINT extra FOR (n:Agency) REQUIRE n.kind IS UNIQUE",
    "drop a constraint": "DROP CONSTRAINT agency_id",
    "drop an index": "DROP INDEX agency_name",
    "a database": "CREATE DATABASE extra",
    "drop the database": "DROP DATABASE zwgk",
    "a user": "CREATE USER extra SET PASSWORD 'extra-password'",
    "a password": "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'extra-password'",
    "procedure that makes a label": "CALL db.createLabel('Unheard')",
    "procedure that makes a type": "CALL db.createRelationshipType('UNHEARD')",
    "procedure that makes a property": "CALL db.createProperty('unheard')",
    "procedure of a setting": "CALL dbms.setConfigValue('db.logs.query.enabled', 'off')",
    "procedure that sets a vector": "MATCH (n:Agency) CALL db.create.setNodeVectorProperty(n, 'v', [1.0]) RETURN 1",
    "apoc create": "CALL apoc.create.node(['Agency'], {id: 'x'})",
    "apoc run": "CALL apoc.cypher.doIt('CREATE (:Agency {id: \"x\"})', {})",
    "apoc periodic": "CALL apoc.periodic.commit('MATCH (n:Task) DELETE n', {})",
    "merge of nodes by apoc": "MATCH (a:Agency), (b:Region) CALL apoc.refactor.mergeNodes([a, b]) YIELD node RETURN node",
}
"""Each write in words and in Cypher. Where an engine does not know a procedure or command, it refuses it for that."""


def _state(store: Store) -> tuple[Graph, Any, Any]:
    """All that a write could change: the graph, the indexes, the constraints."""
    indexes = sorted(map(str, _shown(store, "SHOW INDEXES")))
    return everything(store), indexes, sorted(map(str, _shown(store, "SHOW CONSTRAINTS")))


def test_the_list_is_long() -> None:
    assert len(CYPHER) + len(DOORS) >= 80
    assert len(CYPHER) >= 60


def test_no_cypher_of_a_reader_writes(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    before = _state(store)
    through: list[str] = []
    with connect("reader") as reader:
        for name, statement in CYPHER.items():
            try:
                reader.table(statement)
                through.append(name)
            except StoreError:
                pass
            if _state(store) != before:
                through.append(f"{name}: changed the store")
                break
    assert through == []


PLAIN = ("create a node", "merge an edge", "set a property", "remove a label", "delete all", "foreach create", "index")


@pytest.mark.parametrize("name", PLAIN)
def test_a_reader_who_writes_is_told_why(store: Store, name: str) -> None:
    store.replace(document(ONE), notice(ONE))
    with connect("reader") as reader, pytest.raises(ReadOnly, match="may only read"):
        reader.table(CYPHER[name])


def test_a_transaction_in_write_mode_gives_a_reader_nothing(embedded_store: Store) -> None:
    """The access mode is a wish of the driver; the user's rights are what holds."""
    embedded_store.replace(document(ONE), notice(ONE))
    before = _state(embedded_store)
    through: list[str] = []
    with connect("reader") as reader:
        reader._connection.role = "writer"
        for name, statement in CYPHER.items():
            try:
                reader._connection.write(lambda tx, text=statement: tx.run(text).consume())  # type: ignore[misc]
                through.append(name)
            except StoreError:
                pass
    assert (through, _state(embedded_store)) == ([], before)


# Language and statement for the HTTP door of the embedded server.
DOORS = (
    ("sql", "INSERT INTO Agency SET id = 'x'"),
    ("sql", "CREATE VERTEX Agency SET id = 'x'"),
    ("sql", "UPDATE Agency SET name = 'x'"),
    ("sql", "DELETE FROM Task"),
    ("sql", "TRUNCATE TYPE Task UNSAFE"),
    ("sql", "DROP TYPE Task UNSAFE"),
    ("sql", "CREATE DOCUMENT TYPE Unheard"),
    ("sql", "CREATE PROPERTY Agency.unheard STRING"),
    ("sql", "CREATE INDEX ON Agency (kind) NOTUNIQUE"),
    ("sql", "DROP INDEX `Agency[name]`"),
    ("sql", "ALTER DATABASE `arcadedb.dateFormat` 'yyyy'"),
    ("sql", "IMPORT DATABASE file:///etc/hostname"),
    ("sql", "BACKUP DATABASE"),
    ("sqlscript", "BEGIN; INSERT INTO Agency SET id = 'x'; COMMIT;"),
    ("cypher", "CREATE (:Agency {id: 'x'})"),
    ("opencypher", "CREATE (:Agency {id: 'x'})"),
    ("gremlin", "g.addV('Agency').property('id', 'x')"),
    ("graphql", "mutation { x }"),
    ("mongo", '{"collection": "Agency", "insert": [{"id": "x"}]}'),
    ("redis", "SET x y"),
    ("js", "database.newVertex('Agency').set('id', 'x').save()"),
)
ADMIN = ("create database extra", "drop database zwgk", "close database zwgk", "shutdown", "create user {}")


Post = Callable[[str, object, tuple[str, str] | None], int]


@pytest.fixture
def http(embedded_store: Store) -> Post:
    """Post to the HTTP port of the running server as a user; the status code."""
    state = embedded.status()
    assert state is not None
    listening = psutil.Process(state.server).net_connections("tcp")
    ports = {item.laddr.port for item in listening if item.status == psutil.CONN_LISTEN} - {state.port}
    assert len(ports) == 1
    base = f"http://127.0.0.1:{ports.pop()}/api/v1/"

    def post(path: str, content: object, user: tuple[str, str] | None) -> int:
        request = urllib.request.Request(base + path, json.dumps(content).encode())
        if user:
            request.add_header("Authorization", "Basic " + base64.b64encode(":".join(user).encode()).decode())
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code

    return post


def test_no_other_language_lets_a_reader_write(embedded_store: Store, http: Post) -> None:
    embedded_store.replace(document(ONE), notice(ONE))
    before = _state(embedded_store)
    reader = ("reader", embedded.password("reader"))
    asked = http("query/zwgk", {"language": "sql", "command": "SELECT FROM Agency"}, reader)
    through = [
        (door, language, statement)
        for door in ("command", "query")
        for language, statement in DOORS
        if http(f"{door}/zwgk", {"language": language, "command": statement}, reader) < 400
    ]
    through += [("server", "", command) for command in ADMIN if http("server", {"command": command}, reader) < 400]
    assert asked == 200
    assert (through, _state(embedded_store)) == ([], before)
    assert embedded.status() is not None


@pytest.mark.parametrize("user", [None, ("root", ""), ("root", "playwithdata"), ("reader", "reader")])
def test_the_http_door_asks_for_the_password(embedded_store: Store, http: Post, user: tuple[str, str] | None) -> None:
    assert http("command/zwgk", {"language": "sql", "command": "SELECT 1"}, user) in (401, 403)
