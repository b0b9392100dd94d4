"""Notices in a zip: what is read, what becomes an issue, what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from loaders.build import read_notices
from loaders.errors import ReadError
from loaders.read import archive, read_source, read_sources
from loaders.read.archive import read_members
from loaders.records import Copy, Issue

TEXT = "各市人民政府：\n公布渡轮的票价。\n"


def _zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return file.getvalue()


def _path(folder: Path, raw: bytes, name: str = "notices.zip") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def _docx() -> bytes:
    file = io.BytesIO()
    document = Document()
    document.add_paragraph("公布渡轮的票价。")
    document.save(file)
    return file.getvalue()


def _read(folder: Path, members: dict[str, bytes]) -> tuple[list[Copy], list[Issue]]:
    found = list(read_sources(_path(folder, _zipped(members))))
    return [item for item in found if isinstance(item, Copy)], [item for item in found if isinstance(item, Issue)]


def test_every_notice_of_a_zip_with_its_place(tmp_path: Path) -> None:
    members = {
        "b/2.html": "<html><body><p>公布票价。</p></body></html>".encode(),
        "1.txt": TEXT.encode("gb18030"),
        "b/3.docx": _docx(),
    }
    copies, issues = _read(tmp_path, members)
    assert [copy.source for copy in copies] == ["notices.zip/1.txt", "notices.zip/b/2.html", "notices.zip/b/3.docx"]
    assert [copy.text for copy in copies] == [TEXT, "公布票价。\n", "公布渡轮的票价。\n"]
    assert not issues


def test_a_bad_member_is_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    members = {"1.txt": b"", "2.txt": TEXT.encode(), "3.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "4.pdf": b"%PDF-1.4"}
    copies, issues = _read(tmp_path, members)
    assert [copy.source for copy in copies] == ["notices.zip/2.txt"]
    assert [issue.where.rpartition("/")[2] for issue in issues] == ["1.txt", "3.doc", "4.pdf"]
    assert all(issue.level == "error" and issue.mend for issue in issues)


def test_what_is_no_notice_is_left_alone(tmp_path: Path) -> None:
    members = {
        "__MACOSX/._1.txt": b"\x00\x05",
        ".DS_Store": b"x",
        "Thumbs.db": b"x",
        "logo.png": b"\x89PNG",
        "1.txt": TEXT.encode(),
    }
    copies, issues = _read(tmp_path, members)
    assert (len(copies), issues) == (1, [])


def test_names_written_in_gbk(tmp_path: Path) -> None:
    raw = _zipped({"ABCDEFGH.txt": TEXT.encode()}).replace(b"ABCDEFGH", "渡口名录".encode("gb18030"))
    found = list(read_sources(_path(tmp_path, raw)))
    assert [item.source for item in found if isinstance(item, Copy)] == ["notices.zip/渡口名录.txt"]


def test_an_archive_may_hold_archives_one_level_deep(tmp_path: Path) -> None:
    inner = _zipped({"1.txt": TEXT.encode()})
    copies, issues = _read(tmp_path, {"a.zip": inner, "b.zip": _zipped({"c.zip": inner})})
    assert [copy.source for copy in copies] == ["notices.zip/a.zip/1.txt"]
    assert ["多层" in issue.what for issue in issues] == [True]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    copies, issues = _read(tmp_path, {"bomb.txt": b"\x20" * 15_000_000, "1.txt": TEXT.encode()})
    assert len(copies) == 1
    assert "压缩比" in issues[0].what


@pytest.mark.parametrize(
    ("limit", "value", "word"),
    [("MAX_MEMBERS", 1, "文件太多"), ("MAX_TOTAL", 10, "解压后超过")],
)
def test_limits_of_the_whole(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, word: str) -> None:
    monkeypatch.setattr(archive, limit, value)
    with pytest.raises(ReadError, match=word):
        list(read_members(_zipped({"1.txt": TEXT.encode(), "2.txt": TEXT.encode()})))


def test_a_member_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBER", 10)
    [(name, found)] = read_members(_zipped({"1.txt": TEXT.encode()}))
    assert name == "1.txt"
    assert "太大" in str(found)


def test_an_encrypted_member() -> None:
    raw = bytearray(_zipped({"1.txt": TEXT.encode()}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    [(_, found)] = read_members(bytes(raw))
    assert "密码" in str(found)


def test_a_damaged_member() -> None:
    raw = bytearray(_zipped({"1.txt": TEXT.encode() * 50}))
    raw[45:55] = b"\xff" * 10
    [(_, found)] = read_members(bytes(raw))
    assert "已损坏" in str(found)


def test_a_damaged_archive_is_one_issue(tmp_path: Path) -> None:
    [found] = read_sources(_path(tmp_path, _zipped({"1.txt": TEXT.encode()})[:40]))
    assert isinstance(found, Issue)
    assert "已损坏" in found.what


def test_one_copy_cannot_be_had_of_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="压缩包") as caught:
        read_source(_path(tmp_path, _zipped({"1.txt": TEXT.encode()})))
    assert "read_sources" in caught.value.mend


def test_a_build_reads_what_can_be_read(tmp_path: Path) -> None:
    _path(tmp_path, _zipped({"1.txt": TEXT.encode(), "2.pdf": b"%PDF-1.4"}))
    _path(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old.doc")
    notices, issues = read_notices([tmp_path])
    assert [notice.copy.source for notice in notices] == ["notices.zip/1.txt"]
    assert [Path(issue.where).name for issue in issues] == ["2.pdf", "old.doc"]


@pytest.mark.parametrize(
    ("name", "raw", "word"),
    [
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word", id="old Word"),
        pytest.param("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "密码", id="Word with a password"),
        pytest.param("a.wps", b"x", "WPS", id="WPS"),
        pytest.param("a.ofd", _zipped({"OFD.xml": b"<OFD/>"}), "OFD", id="OFD"),
        pytest.param("a.rar", b"Rar!", "RAR", id="RAR"),
        pytest.param("a.xlsx", _zipped({"[Content_Types].xml": b"<Types/>"}), "电子表格", id="spreadsheet"),
    ],
)
def test_kinds_that_cannot_be_read_say_what_to_do(tmp_path: Path, name: str, raw: bytes, word: str) -> None:
    with pytest.raises(ReadError, match=word) as caught:
        read_source(_path(tmp_path, raw, name))
    assert "(" in caught.value.mend


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        pytest.param("a.txt", _docx(), id="Word named txt"),
        pytest.param("a.doc", _docx(), id="new Word named doc"),
        pytest.param("b.doc", b"<html><p>" + "公布渡轮的票价。".encode(), id="page named doc"),
        pytest.param("a", b"<!DOCTYPE html><p>" + "公布渡轮的票价。".encode(), id="page without an ending"),
        pytest.param("a.aspx", b"<html><p>" + "公布渡轮的票价。".encode(), id="page of another ending"),
    ],
)
def test_the_first_bytes_beat_the_ending(tmp_path: Path, name: str, raw: bytes) -> None:
    assert read_source(_path(tmp_path, raw, name)).text == "公布渡轮的票价。\n"


def test_a_page_named_txt_stays_as_it_is_written(tmp_path: Path) -> None:
    text = "<html><p>公布票价。</p></html>"
    assert read_source(_path(tmp_path, text.encode(), "a.txt")).text == text
