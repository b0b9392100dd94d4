"""A path to a Copy: limits, encodings, hash and script."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.errors import ReadError
from loaders.read.decode import decode
from loaders.records import Copy
from loaders.text.script import find_script

SUFFIXES = (".txt", ".text")
"""Endings of the files that a folder is searched for."""

MAX_BYTES = 20_000_000
"""A larger file is no notice; the longest known is under 1 MB."""


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Every readable file of `paths`, folders searched deep, in a stable order.

    Raises ReadError for a path that does not exist."""
    for path in paths:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            yield from sorted(p for p in found if p.suffix.lower() in SUFFIXES)
        elif path.exists():
            yield path
        else:
            raise ReadError(f"没有这个文件或文件夹 (no such file or folder): {path}", "检查路径 (check the path)")


def read_source(path: Path) -> Copy:
    """The notice's text exactly as decoded.

    Raises ReadError for a file that is empty, binary, too large, or cannot be opened."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            what = f"文件太大：{size / 1e6:.0f} MB，上限 {MAX_BYTES / 1e6:.0f} MB (too large)"
            raise ReadError(what, "拆成一份通知一个文件 (split it, one notice a file)")
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(f"打不开 (cannot open): {error.strerror}", "检查权限 (check the permissions)") from error
    text = decode(raw)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise ReadError("空文件 (empty file)", "删去或换上正文 (remove it or put the notice in)")
    return Copy(source=path.name, sha256=hashlib.sha256(raw).hexdigest(), text=text, script=find_script(text))
