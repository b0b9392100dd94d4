"""A path to Copies: limits, the right reader, hash and script."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

from loaders.errors import ReadError
from loaders.read.archive import is_archive, read_members
from loaders.read.decode import decode
from loaders.read.docx import read_docx
from loaders.read.html import read_html, read_mhtml
from loaders.read.pdf import read_pdf
from loaders.records import Copy, Issue
from loaders.text.script import find_script

_READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": decode,
    ".text": decode,
    ".html": read_html,
    ".htm": read_html,
    ".shtml": read_html,
    ".xhtml": read_html,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".docx": read_docx,
    ".docm": read_docx,
    ".pdf": read_pdf,
}
_TO_DOCX = "用 Word 或 WPS 另存为 .docx (save it as .docx in Word or WPS)"
_TO_PDF = "另存为 .pdf 或 .txt (save it as .pdf or .txt)"
_UNREAD = {
    ".doc": ("旧版 Word 文件读不了 (old Word file)", _TO_DOCX),
    ".wps": ("WPS 文件读不了 (WPS file)", _TO_DOCX),
    ".rtf": ("RTF 文件读不了 (RTF file)", _TO_DOCX),
    ".odt": ("ODT 文件读不了 (OpenDocument file)", _TO_DOCX),
    ".ofd": ("OFD 版式文件读不了 (OFD file)", _TO_PDF),
    ".xls": ("电子表格读不了 (spreadsheet)", _TO_DOCX),
    ".xlsx": ("电子表格读不了 (spreadsheet)", _TO_DOCX),
    ".rar": ("RAR 压缩包读不了 (RAR archive)", "解压，或改压为 .zip (unpack it, or zip it)"),
    ".7z": ("7z 压缩包读不了 (7z archive)", "解压，或改压为 .zip (unpack it, or zip it)"),
}
# Old Word files, and Word files with a password, are both of this kind.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

SUFFIXES = (*_READERS, ".zip", ".doc", ".wps", ".rtf", ".odt", ".ofd", ".rar", ".7z")
"""Endings of the files that a folder is searched for; the last seven are found only to say what to do with them."""

MAX_BYTES = 20_000_000
"""A larger file is no notice; the longest known is under 1 MB."""

MAX_ARCHIVE_BYTES = 200_000_000


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Every readable file of `paths`, folders searched deep, in a stable order.

    Raises ReadError for a path that does not exist."""
    for path in paths:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.is_file() and not p.name.startswith((".", "~$")))
            yield from sorted(p for p in found if p.suffix.lower() in SUFFIXES)
        elif path.exists():
            yield path
        else:
            raise ReadError(f"没有这个文件或文件夹 (no such file or folder): {path}", "检查路径 (check the path)")


def read_source(path: Path) -> Copy:
    """The notice's text: of a TXT file exactly as decoded, of any other what its reader makes of it.

    Raises ReadError for a file that is empty, binary, damaged, too large, cannot be opened, or holds many."""
    raw = _read_bytes(path)
    if is_archive(raw):
        raise ReadError(
            "压缩包里可有多份通知 (an archive)", "用 read_sources，或解压后再试 (use read_sources, or unpack it)"
        )
    return read_copy(path.name, raw)


def read_sources(path: Path) -> Iterator[Copy | Issue]:
    """The one notice of a file, or every notice of an archive; an issue for each that cannot be read."""
    try:
        raw = _read_bytes(path)
    except ReadError as error:
        yield Issue("error", str(path), str(error), error.mend)
        return
    yield from read_bytes(path.name, raw, str(path))


def read_bytes(name: str, raw: bytes, where: str) -> Iterator[Copy | Issue]:
    """As `read_sources`, of bytes that a file of this name would hold; `where` is what an issue calls it."""
    try:
        _check_size(len(raw), MAX_ARCHIVE_BYTES if PurePath(name).suffix.lower() == ".zip" else MAX_BYTES)
        if not is_archive(raw):
            yield read_copy(name, raw)
            return
        for member, content in read_members(raw):
            if PurePath(member).suffix.lower() in SUFFIXES:
                yield _member(name, where, member, content)
    except ReadError as error:
        yield Issue("error", where, str(error), error.mend)


def _member(archive: str, where: str, name: str, content: bytes | ReadError) -> Copy | Issue:
    try:
        if isinstance(content, ReadError):
            raise content
        return read_copy(f"{archive}/{name}", content)
    except ReadError as error:
        return Issue("error", f"{where}/{name}", str(error), error.mend)


def read_copy(name: str, raw: bytes) -> Copy:
    """The copy that a file of this name with these bytes holds.

    Raises ReadError where there is no text to be had."""
    if not raw.strip():
        raise ReadError("空文件 (empty file)", "删去或换上正文 (remove it or put the notice in)")
    text = _reader(name, raw)(raw)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise ReadError("空文件 (empty file)", "删去或换上正文 (remove it or put the notice in)")
    return Copy(source=name, sha256=hashlib.sha256(raw).hexdigest(), text=text, script=find_script(text))


def _reader(name: str, raw: bytes) -> Callable[[bytes], str]:
    """The reader by the first bytes, then by the file's ending, which often lies."""
    suffix = PurePath(name).suffix.lower()
    if raw.lstrip()[:5] == b"%PDF-":
        return read_pdf
    if raw.startswith(_OLE):
        what = "旧版 Word 文件或有密码的文件读不了 (old Word file, or one with a password)"
        raise ReadError(what, f"去掉密码；{_TO_DOCX}")
    if raw.startswith(b"PK\x03\x04") and (b"word/document" in raw or suffix not in _UNREAD):
        return read_docx
    head = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if suffix not in _READERS and head.startswith((b"<!doctype html", b"<html")):
        return read_html
    if suffix in _UNREAD:
        raise ReadError(*_UNREAD[suffix])
    return _READERS.get(suffix, decode)


def _read_bytes(path: Path) -> bytes:
    limit = MAX_ARCHIVE_BYTES if path.suffix.lower() == ".zip" else MAX_BYTES
    try:
        _check_size(path.stat().st_size, limit)
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"打不开 (cannot open): {error.strerror}", "检查权限 (check the permissions)") from error


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        what = f"文件太大：{size / 1e6:.0f} MB，上限 {limit / 1e6:.0f} MB (too large)"
        raise ReadError(what, "拆成一份通知一个文件 (split it, one notice a file)")
