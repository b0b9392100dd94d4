"""JSON files of the guide's form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from loaders.errors import ReadError

Facts = dict[str, Any]
"""One document in the form of the guide's section 7, with `verified` and what is cut from the source by offset."""

MEND = "data/verified/README.md 说明其格式 (data/verified/README.md describes the form)"


def find_json(paths: Iterable[Path]) -> Iterator[Path]:
    """Every JSON file of `paths`, folders searched deep, in a stable order.

    Raises ReadError for a path that does not exist."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.json") if not found.name.startswith("."))
        elif not path.exists():
            raise ReadError(f"没有这个文件或文件夹 (no such file or folder): {path}", "检查路径 (check the path)")
        elif path.suffix.lower() == ".json":
            yield path


def read_json(path: Path) -> Facts:
    """The document that a file of the guide's form holds.

    Raises ReadError where it holds none."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(f"不是 JSON (no JSON): {path}: {error}", MEND) from error
    if not isinstance(facts, dict) or not {"document", "sections", "tasks", "citations"} <= facts.keys():
        raise ReadError(f"不是通知的 JSON 形式 (not a notice in JSON form): {path}", MEND)
    return facts
