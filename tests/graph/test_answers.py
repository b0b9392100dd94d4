"""Answers that took long are kept, and never told once something was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph import answers, embedded
from graph.connection import Connection
from graph.embedded import client
from graph.store import Store, connect
from graph.values import Graph
from tests.graph import samples

HELD = "MATCH (d:Document) WHERE d.held RETURN d.id AS id ORDER BY id"


def notice(number: int) -> tuple[str, Graph]:
    name = f"样政发〔2030〕{number}号"
    return samples.document(name), samples.notice(name)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that went to the server; what was written is taken for settled at once, every read for slow."""
    monkeypatch.setattr(answers, "SLOW", -1.0)
    monkeypatch.setattr(client, "_SETTLED", -1.0)
    statements: list[str] = []
    read = Connection.read

    def counted(self, statement, *arguments):  # type: ignore[no-untyped-def]
        statements.append(statement)
        return read(self, statement, *arguments)

    monkeypatch.setattr(Connection, "read", counted)
    return statements


@pytest.fixture
def reader(store: Store) -> Iterator[Store]:
    """A reader beside the writer `store`, which has read once."""
    with connect("reader") as opened:
        opened.table("RETURN 1 AS one")
        yield opened


def ids(reader: Store) -> list[str]:
    return [row[0] for row in reader.table(HELD).rows]


def test_the_second_time_comes_from_memory(store: Store, reader: Store, asked: list[str]) -> None:
    document, graph = notice(1)
    store.replace(document, graph)
    reader.table("RETURN 2 AS two")  # so that the reader knows of the state that the write left
    assert ids(reader) == [document]
    assert ids(reader) == [document]
    assert asked.count(HELD) == 1


def test_every_write_is_seen(store: Store, reader: Store, asked: list[str]) -> None:
    documents = [notice(number) for number in range(1, 4)]
    for number, (document, graph) in enumerate(documents, start=1):
        store.replace(document, graph)
        assert ids(reader) == ids(reader) == sorted(id_ for id_, _ in documents[:number])
    store.remove(documents[0][0])
    assert ids(reader) == sorted(id_ for id_, _ in documents[1:])


def test_a_write_of_another_program_is_seen(store: Store, reader: Store, asked: list[str]) -> None:
    assert ids(reader) == ids(reader) == []
    store._connection.write(lambda tx: tx.run("CREATE (:Document {id: 'document:甲', held: true})").consume())
    assert ids(reader) == ["document:甲"]


def test_an_answer_is_that_of_its_values_and_limit(reader: Store, asked: list[str]) -> None:
    statement = "UNWIND range(1, $most) AS n RETURN n"
    assert len(reader.table(statement, {"most": 3}).rows) == 3
    assert len(reader.table(statement, {"most": 5}).rows) == 5
    cut = reader.table(statement, {"most": 5}, limit=2)
    assert (len(cut.rows), cut.cut) == (2, True)
    assert len(reader.table(statement, {"most": 5}).rows) == 5
    assert asked.count(statement) == 3


def test_what_was_not_wanted_for_longest_goes_first(
    reader: Store, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "CELLS", 5)
    statement = "UNWIND range(1, $most) AS n RETURN n"
    for most in (2, 3, 2, 1, 2, 3):
        assert len(reader.table(statement, {"most": most}).rows) == most
    assert asked.count(statement) == 4  # of three only the last time is asked again


@pytest.mark.parametrize(
    "statement",
    ["RETURN rand() AS n", "RETURN toString(datetime()) AS now", "RETURN timestamp() AS now", "RETURN DATE () AS day"],
)
def test_what_goes_by_the_clock_or_by_chance_is_asked_again(reader: Store, asked: list[str], statement: str) -> None:
    reader.table(statement)
    reader.table(statement)
    assert asked.count(statement) == 2


def test_what_was_quick_is_asked_again(reader: Store, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "SLOW", 60.0)
    ids(reader)
    ids(reader)
    assert asked.count(HELD) == 2


def test_nothing_is_kept_until_a_write_has_settled(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit shows in the log of transactions before all that it wrote can be read."""
    document, graph = notice(1)
    embedded_store.replace(document, graph)
    assert embedded.last_write() is None
    monkeypatch.setattr(client, "_SETTLED", -1.0)
    before = embedded.last_write()
    assert before is not None
    assert embedded_store.table(HELD).rows
    assert embedded.last_write() == before
    embedded_store.remove(document)
    assert embedded.last_write() != before
