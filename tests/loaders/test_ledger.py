"""Unchanged files are not read again, and nothing else is missed for it."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from loaders import build as building
from loaders.build import BuildReport, build
from loaders.extract import notice as reading
from loaders.ledger import Ledger, stamp
from loaders.records import Copy, Notice
from tests.loaders.sample import NOTICES
from tests.loaders.test_build import NOTICE, MemoryStore


def numbered(serial: int) -> str:
    """A notice of a number and a date of its own."""
    return NOTICE.replace("〕7号", f"〕{serial}号").replace("4月9日", f"4月{serial}日")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read. Files are old from the start, as they mostly are."""
    names: list[str] = []
    extract = reading.extract

    def counting(copy: Copy) -> Notice:
        names.append(copy.source)
        return extract(copy)

    monkeypatch.setattr(reading, "extract", counting)
    monkeypatch.setattr("loaders.ledger._FRESH_NS", 0)
    return names


class Place:
    """A folder, a store and a ledger; `build` reads the folder."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "notices"
        self.folder.mkdir()
        self.store = MemoryStore()
        self.ledger = Ledger(base / "home" / "readings.sqlite")

    def put(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def build(self) -> BuildReport:
        return build([self.folder], self.store, ledger=self.ledger)


@pytest.fixture
def place(tmp_path: Path, read: list[str]) -> Place:
    found = Place(tmp_path)
    for serial in (7, 8):
        found.put(f"{serial}.txt", numbered(serial))
    return found


def test_unchanged_files_are_not_read_and_told_all_the_same(place: Place, read: list[str]) -> None:
    first = place.build()
    read.clear()
    second = place.build()
    assert read == []
    assert (second.outcomes, second.issues, second.tasks) == (first.outcomes, first.issues, first.tasks)
    assert sorted(second.unchanged) == sorted(first.written)
    assert len(second.outcomes) == second.copies == 2


def test_only_what_changed_is_read(place: Place, read: list[str]) -> None:
    place.build()
    read.clear()
    place.put("8.txt", numbered(8).replace("按月", "按季"))
    place.put("9.txt", numbered(9))
    report = place.build()
    assert read == ["8.txt", "9.txt"]
    assert [outcome.name[-2:-1] for outcome in report.outcomes] == ["7", "8", "9"]
    assert len(report.written) == 2


def test_a_change_that_keeps_size_and_time_is_seen(place: Place, read: list[str]) -> None:
    path = place.folder / "8.txt"
    place.build()
    before = path.stat()
    place.put("8.txt", numbered(8).replace("按月", "按季"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert len(place.build().written) == 1


def test_a_file_changed_just_now_is_not_trusted(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.ledger._FRESH_NS", 10**12)
    assert stamp(place.folder / "8.txt") is None
    place.build()
    assert [entry.files for entry in place.ledger.entries().values()] == [{}, {}]


def test_a_new_copy_draws_in_the_document_that_it_belongs_to(place: Place, read: list[str]) -> None:
    shutil.copy(NOTICES / "01-yunling-2021.txt", place.folder)
    place.build()
    read.clear()
    shutil.copy(NOTICES / "02-yunling-2021-hant.txt", place.folder)
    report = place.build()
    assert sorted(read) == ["01-yunling-2021.txt", "02-yunling-2021-hant.txt"]
    assert sorted(outcome.copies for outcome in report.outcomes) == [1, 1, 2]
    read.clear()
    assert place.build().outcomes == report.outcomes
    assert read == []


def test_a_copy_that_is_gone_makes_the_others_be_read(place: Place, read: list[str]) -> None:
    for name in ("01-yunling-2021.txt", "02-yunling-2021-hant.txt"):
        shutil.copy(NOTICES / name, place.folder)
    place.build()
    read.clear()
    (place.folder / "02-yunling-2021-hant.txt").unlink()
    report = place.build()
    assert read == ["01-yunling-2021.txt"]
    assert len(report.written) == 1


def test_two_files_of_the_same_bytes(place: Place, read: list[str]) -> None:
    place.put("7 again.txt", numbered(7))
    first = place.build()
    read.clear()
    assert place.build().outcomes == first.outcomes
    assert read == []


def test_an_archive_of_which_one_notice_gets_a_copy(place: Place, read: list[str]) -> None:
    with zipfile.ZipFile(place.folder / "a.zip", "w") as archive:
        for serial in (1, 2):
            archive.writestr(f"{serial}.txt", numbered(serial))
    place.build()
    read.clear()
    assert place.build().copies == 4
    assert read == []
    place.put("1.txt", numbered(1).replace("渡轮", "客轮"))
    assert [outcome.copies for outcome in place.build().outcomes] == [2, 1, 1, 1]
    assert sorted(read) == ["1.txt", "a.zip/1.txt", "a.zip/2.txt"]


def test_a_file_that_cannot_be_read_is_told_each_time(place: Place, read: list[str]) -> None:
    (place.folder / "bad.txt").write_bytes(b"\x7fELF\x00")
    for _ in range(2):
        read.clear()
        assert [issue.level for issue in place.build().issues if "bad.txt" in issue.where] == ["error"]
    assert read == []


def test_another_store_is_filled(place: Place, read: list[str]) -> None:
    place.build()
    place.store = MemoryStore()
    assert len(place.build().written) == 2


def test_new_rules_read_all_again(place: Place, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    place.build()
    read.clear()
    monkeypatch.setattr(building, "VERSION", "another")
    assert len(place.build().written) == 2
    assert len(read) == 2


def test_a_citation_of_an_unread_document_finds_it(place: Place, read: list[str]) -> None:
    shutil.copy(NOTICES / "03-qingyan-2021.txt", place.folder)
    [other] = [name for name in place.build().written if "岭政办发" not in name]
    cited = place.store.graphs[other].nodes[other].properties["title"]
    read.clear()
    place.put("b.txt", numbered(6).replace("公布班次。", f"按照《{cited}》公布班次。"))
    place.build()
    assert read == ["b.txt"]
    targets = {edge.target for edge in place.store.graphs["document:岭政办发〔2020〕6号"].of_type("CITES")}
    assert other in targets


def test_what_cites_a_document_that_came_is_read_again(place: Place, read: list[str]) -> None:
    title = "云岭省人民政府办公厅关于印发2020年班车公开工作要点的通知"
    place.put("b.txt", numbered(6).replace("公布班次。", f"按照《{title}》公布班次。"))
    place.build()
    read.clear()
    place.put("c.txt", numbered(5).replace("云岭省政务公开", "班车公开"))
    place.build()
    assert sorted(read) == ["b.txt", "c.txt"]
    targets = {edge.target for edge in place.store.graphs["document:岭政办发〔2020〕6号"].of_type("CITES")}
    assert "document:岭政办发〔2020〕5号" in targets


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be one" * 100])
def test_a_ledger_that_is_broken_is_an_empty_one(place: Place, read: list[str], content: bytes) -> None:
    path = place.ledger._path
    path.parent.mkdir()
    path.write_bytes(content)
    assert place.ledger.entries() == {}
    place.build()
    place.build()
    read.clear()
    assert len(place.build().outcomes) == 2


def test_a_dry_run_stores_nothing_and_remembers_nothing(place: Place, read: list[str]) -> None:
    class Trial(MemoryStore):
        try_replace = MemoryStore.replace

        def replace_all(self, parts: object) -> None:  # type: ignore[override]
            raise AssertionError

    report = build([place.folder], Trial(), ledger=place.ledger, dry_run=True)
    assert len(report.changes) == 2
    assert place.ledger.entries() == {}
