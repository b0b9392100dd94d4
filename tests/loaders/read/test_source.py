"""A path to a Copy: what is found in a folder, what is read, what is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from loaders.errors import ReadError
from loaders.read import find_files, read_source
from loaders.read.source import MAX_BYTES

TEXT = "各市人民政府：\r\n公布渡轮的票价。\n"


def test_the_text_is_exactly_what_was_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    copy = read_source(path)
    assert copy.text == TEXT
    assert (copy.source, copy.script) == ("a.txt", "Hans")
    assert copy.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        pytest.param(b"", "空文件", id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n\t", "空文件", id="blank behind a mark"),
        pytest.param("　\n　".encode(), "空文件", id="wide blanks only"),
        pytest.param(b"\x00\x01\x02", "不是文本文件", id="binary"),
        pytest.param(b"a" * (MAX_BYTES + 1), "文件太大", id="too large"),
    ],
)
def test_refused(tmp_path: Path, raw: bytes, word: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    with pytest.raises(ReadError, match=word) as caught:
        read_source(path)
    assert caught.value.mend


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="打不开"):
        read_source(tmp_path / "gone.txt")


def test_a_folder_is_searched_deep_in_a_stable_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.TXT", "1.txt", "b/1.text", ".hidden.txt", "note.md", "b/x.json"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])] == ["1.txt", "b/1.text", "b/2.TXT"]


def test_a_file_that_is_named_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(TEXT, encoding="utf-8")
    assert list(find_files([path])) == [path]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="没有这个文件"):
        list(find_files([tmp_path / "gone"]))
