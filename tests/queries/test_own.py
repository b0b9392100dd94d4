"""A user's own queries beside ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import Store
from queries.ask import ask
from queries.catalogue import load_catalogue
from queries.errors import CatalogueError, QueryError
from queries.own import check_query, load_all, new_query, own_file, own_folder


@pytest.fixture
def home(embedded_sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder for the test; the open store stays where it is."""
    monkeypatch.setattr("queries.own.own_folder", lambda: tmp_path)
    return tmp_path


def test_the_folder_is_the_users() -> None:
    assert own_folder().name == "queries"


def test_a_new_query_stands_beside_ours_and_runs(home: Path, embedded_sample: Store) -> None:
    file = new_query("mine/quarterly")
    file.write_text(file.read_text("utf-8").replace("黑龙江省财政厅", "碧川省财政厅"), encoding="utf-8")
    catalogue, wrong = load_all()
    assert wrong == []
    assert set(catalogue) == {*load_catalogue(), "mine/quarterly"}
    assert list(check_query(embedded_sample, catalogue["mine/quarterly"])) == []


def test_a_copy_of_ours_is_read_by_ask(home: Path, embedded_sample: Store) -> None:
    file = new_query("mine/floods", "time/frequencies")
    text = file.read_text("utf-8").replace("needs: [frequency_word]", "needs: [frequency_word, early]")
    file.write_text(text, encoding="utf-8")
    answer = ask(embedded_sample, "早于频率")
    assert answer.query is not None
    assert answer.query.id == "mine/floods"


def test_a_broken_query_is_told_with_its_line_and_the_rest_stand(home: Path) -> None:
    file = new_query("mine/broken")
    file.write_text(file.read_text("utf-8").replace("form: table", "form: tabel"), encoding="utf-8")
    catalogue, wrong = load_all()
    assert set(catalogue) == set(load_catalogue())
    assert [(type(one), one.file, one.line) for one in wrong] == [(CatalogueError, file, 11)]


def test_an_example_that_does_not_run_or_finds_nothing_is_told(home: Path, embedded_sample: Store) -> None:
    nothing = new_query("mine/nothing")
    unknown = new_query("mine/unknown")
    unknown.write_text(unknown.read_text("utf-8").replace("RETURN a.name", "RETURN b.name"), encoding="utf-8")
    catalogue, _ = load_all()
    assert "finds no row" in "".join(check_query(embedded_sample, catalogue["mine/nothing"]))
    assert "'b'" in "".join(check_query(embedded_sample, catalogue["mine/unknown"]))
    assert nothing.exists()


@pytest.mark.parametrize("name", ["quarterly", "../x/y", "mine/", "agency/duties"])
def test_names_that_cannot_be_ones_own(home: Path, name: str) -> None:
    with pytest.raises(QueryError):
        own_file(name)


def test_a_query_that_is_there_is_not_written_over(home: Path) -> None:
    new_query("mine/quarterly")
    with pytest.raises(QueryError, match="already"):
        new_query("mine/quarterly")
