"""Files handed in: read, planned beside what is held, stored, undone; on a real store."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, connect
from graph.values import Graph
from loaders import uploads as uploading
from loaders.build import build
from loaders.correcting import Corrections
from loaders.corrections import append_correction, read_corrections
from loaders.findings import correction_for, find_findings
from loaders.held import rebuild
from loaders.importing import find_changes, last_import, plan_import, store_import, undo_import
from loaders.records import Copy
from loaders.resolve.decisions import NONE
from loaders.uploads import Upload, plain_name, read_uploads
from tests.conftest import Environment, _apply
from tests.loaders.sample import NOTICES
from tests.loaders.test_build import NOTICE, NUMBER, numbered
from tests.ui.cli.test_commands import embedded_reset

DOCUMENT = f"document:{NUMBER}"


def quiet(what: str, done: int, total: int) -> None:
    """Tells nobody."""


@pytest.fixture
def store(embedded_environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store."""
    _apply(embedded_environment, monkeypatch)
    embedded_reset()
    with connect("writer") as opened:
        yield opened


def copies(*texts: str) -> list[Copy]:
    found, issues = read_uploads([Upload(f"{n}.txt", text.encode()) for n, text in enumerate(texts)], quiet)
    assert issues == []
    return found


def whole(store: Store) -> Graph:
    graph = store.graph("MATCH (n) RETURN n")
    graph.update(store.graph("MATCH (n)-[r]->(m) RETURN n, r, m"))
    return graph


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in members.items():
            file.writestr(f"{name}.txt", text)
    return out.getvalue()


def test_a_new_notice_is_planned_without_being_stored_then_stored_then_taken_out_whole(
    store: Store, tmp_path: Path
) -> None:
    build([NOTICES / "08-yunling-2024.txt"], store)
    before = whole(store)
    plan = plan_import(copies(NOTICE), store, quiet)
    [planned] = plan.documents
    assert (planned.id, planned.state) == (DOCUMENT, "new")
    changes = find_changes(store, plan, planned)
    assert sorted(node.properties["number"] for node in changes.gained) == ["1.1#1", "1.1#1.1", "1.2#1", "1.2#1.1"]
    assert whole(store) == before
    journal = tmp_path / "last.json.gz"
    assert store_import(plan, store, journal, quiet).written == [DOCUMENT]
    assert journal.stat().st_mode & 0o077 == 0
    assert DOCUMENT in whole(store).nodes
    assert undo_import(store, journal) == ([DOCUMENT], [])
    assert whole(store) == before
    assert last_import(journal) is None
    assert undo_import(store, journal) == ([], [])


def test_a_copy_joins_the_copies_that_are_held_and_undo_brings_back_what_was(store: Store, tmp_path: Path) -> None:
    build([NOTICES / "01-yunling-2021.txt"], store)
    before = whole(store)
    raw = (NOTICES / "02-yunling-2021-hant.txt").read_bytes()
    found, _ = read_uploads([Upload("繁体.txt", raw)], quiet)
    plan = plan_import(found, store, quiet)
    [planned] = plan.documents
    assert (planned.state, len(planned.copies)) == ("changed", 2)
    store_import(plan, store, tmp_path / "j", quiet)
    assert len(list(whole(store).of_label("Copy"))) == 2
    undo_import(store, tmp_path / "j")
    assert whole(store) == before


def test_what_changes_in_a_notice_that_comes_again_is_told(store: Store, tmp_path: Path) -> None:
    store_import(plan_import(copies(NOTICE), store, quiet), store, tmp_path / "j", quiet)
    longer = NOTICE.replace("按月公布渡轮票价", "按周公布渡轮票价") + "（三）航线信息。公布航线。（省交通运输厅负责）\n"
    plan = plan_import(copies(longer), store, quiet)
    [planned] = plan.documents
    changes = find_changes(store, plan, planned)
    told = [{node.properties["number"] for node in nodes} for nodes in (changes.gained, changes.lost, changes.changed)]
    assert planned.state == "changed"
    assert told == [{"1.3#1", "1.3#1.1"}, set(), {"1.1#1", "1.1#1.1"}]


def test_the_same_file_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    store_import(plan_import(copies(NOTICE), store, quiet), store, tmp_path / "j", quiet)
    plan = plan_import(copies(NOTICE), store, quiet)
    assert [planned.state for planned in plan.documents] == ["same"]
    assert store_import(plan, store, tmp_path / "other", quiet).written == []
    assert not (tmp_path / "other").exists()


def test_an_import_that_is_stopped_can_be_undone(store: Store, tmp_path: Path) -> None:
    plan = plan_import(copies(*map(numbered, (7, 8, 9))), store, quiet)

    def stop(what: str, done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store_import(plan, store, tmp_path / "j", stop)
    assert len(store.held()) == 2
    undone, issues = undo_import(store, tmp_path / "j")
    assert (sorted(undone), issues) == ([DOCUMENT, "document:岭政办发〔2020〕8号"], [])
    assert whole(store).nodes == {}


def test_undo_leaves_what_was_changed_since(store: Store, tmp_path: Path) -> None:
    store_import(plan_import(copies(NOTICE), store, quiet), store, tmp_path / "j", quiet)
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "a.txt").write_text(NOTICE + "\n", encoding="utf-8")
    build([tmp_path / "again"], store)
    undone, [issue] = undo_import(store, tmp_path / "j")
    assert (undone, issue.where) == ([], DOCUMENT)
    assert len(store.held()) == 1


def test_a_correction_does_not_stand_in_the_way_of_undo(store: Store, tmp_path: Path) -> None:
    store_import(plan_import(copies(NOTICE), store, quiet), store, tmp_path / "j", quiet)
    duty = next(each for each in find_findings(store, DOCUMENT) if each.key == "1.1#1.1")
    append_correction(tmp_path / "c", correction_for(duty, "frequency", "P1W", reason="试", who="张三"))
    corrections = read_corrections(tmp_path / "c")[0]
    report, refused = rebuild(store, [DOCUMENT], NONE, corrections)
    assert (report.written, refused) == ([DOCUMENT], [])
    assert [e.values["frequency"] for e in find_findings(store, DOCUMENT) if e.key == "1.1#1.1"] == ["P1W"]
    assert undo_import(store, tmp_path / "j", corrections=corrections) == ([DOCUMENT], [])


def test_rebuilding_a_held_document_gives_what_the_build_gave(store: Store) -> None:
    build([NOTICES], store)
    before = whole(store)
    ids = [row["id"] for row in store.held()]
    report, refused = rebuild(store, ids, NONE, Corrections())
    assert (report.written, refused, len(report.unchanged)) == ([], [], 7)
    assert whole(store) == before


def test_a_document_whose_readers_facts_are_elsewhere_is_left_alone(store: Store, tmp_path: Path) -> None:
    build([NOTICES.parent / "verified"], store)
    before = whole(store)
    ids = [row["id"] for row in store.held()]
    assert rebuild(store, ids, NONE, Corrections())[1] == []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("loaders.held._verified", dict)
        report, refused = rebuild(store, ids, NONE, Corrections())
        assert (report.written, len(refused)) == ([], len(ids))
    assert whole(store) == before


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [Upload(f"{n}.txt", numbered(n).encode()) for n in range(5)]
    assert len(read_uploads([*files, files[0]], quiet)[0]) == 5
    zipped = [Upload("a.zip", archive(**{str(n): numbered(n) for n in range(5)}))]
    for name, value in (
        ("MAX_FILES", 3),
        ("MAX_TEXT", 3 * len(NOTICE) + 3),
        ("MAX_TOTAL", 3 * len(NOTICE.encode()) + 3),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(uploading, name, value)
            found, [issue] = read_uploads(files, quiet)
            assert (len(found), issue.level) == (3, "error")
            if name != "MAX_TOTAL":
                assert len(read_uploads(zipped, quiet)[0]) == 3
    found, issues = read_uploads([Upload("big.txt", b"x" * 20_000_001), *files[:1]], quiet)
    assert (len(found), [issue.where for issue in issues]) == (1, ["big.txt"])
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", b"0" * 19_000_000)
    assert "压缩" in read_uploads([Upload("b.zip", bomb.getvalue())], quiet)[1][0].what


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\y.txt", "y.txt"),
        ("a\x00\u202eb.txt", "ab.txt"),
        ("", "?"),
        ("..", ".."),
    ],
)
def test_a_name_is_no_path(name: str, plain: str) -> None:
    assert plain_name(name) == plain
