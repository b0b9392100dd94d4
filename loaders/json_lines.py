"""Files of one JSON object a line, written by hand as well as by us: decisions and corrections."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from loaders.errors import ReadError
from loaders.records import Issue

T = TypeVar("T")


def read_lines(path: Path, read: Callable[[Any, str], T], none: str, mend: str, issues: list[Issue]) -> Iterator[T]:
    """What `read` makes of each object of a file and of its place, `path:line`. A line at which it raises ValueError, and
    a file that cannot be opened, go to `issues`, as `none` and with `mend`; a file that is not there holds nothing."""
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except FileNotFoundError:
        return
    except OSError as error:
        what = f"打不开 (cannot open): {error.strerror}"
        issues.append(Issue("error", str(path), what, "检查权限 (check the permissions)"))
        return
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        if line.strip():
            try:
                yield read(json.loads(line), where)
            except ValueError as error:
                issues.append(Issue("error", where, f"{none}: {error}", mend))


def append_line(path: Path, fields: dict[str, Any]) -> None:
    """Write `fields` as one more line of JSON, on a line of its own whatever the file ends with.

    Raises ReadError where that cannot be done."""
    line = json.dumps(fields, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("ab+") as file:
            if file.tell():
                file.seek(-1, 2)
                line = line if file.read() == b"\n" else "\n" + line
            file.write(line.encode())
    except OSError as error:
        raise ReadError(
            f"写不进 {path} (cannot write): {error.strerror}", "检查权限 (check the permissions)"
        ) from error
