"""What must hold before a server starts: room on the disk, a free port, files that this version may open."""

from __future__ import annotations

import re
import shutil

from graph.embedded.command import WHEEL, version
from graph.embedded.files import read_json
from graph.embedded.layout import Layout, port
from graph.embedded.state import answers
from graph.errors import DiskFull, ServerError

LEAST_FREE = 100_000_000
"""Bytes: the server's log of transactions alone is of files of 64 MB."""


def check_before_start(layout: Layout) -> None:
    """Raises ServerError with what to do where a start would fail or do harm."""
    _check_room(layout)
    _check_port()
    _check_version(layout)


def keep_older(layout: Layout) -> None:
    """Files of an older version are copied before the installed one opens them, for a way back."""
    known = written_by(layout)
    if known is None or _family(known) >= _family(version()) or not layout.databases.exists():
        return
    kept = layout.home / f"databases.{known}"
    if kept.exists():
        return
    draft = layout.home / f".databases.{known}"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(layout.databases, draft)
    draft.rename(kept)


def written_by(layout: Layout) -> str | None:
    """The version of the server that opened the files last; None where there are none."""
    content = read_json(layout.written_by)
    return str(content["version"]) if isinstance(content, dict) and "version" in content else None


def _check_room(layout: Layout) -> None:
    free = shutil.disk_usage(layout.home).free
    if free < LEAST_FREE:
        raise DiskFull(str(layout.home), free)


def _check_port() -> None:
    wanted = port()
    if wanted and answers(wanted):
        raise ServerError(
            f"Port {wanted} (ZWGK_PORT) is in use by another program. Give ZWGK_PORT another number, or 0 for any free one."
        )


def _check_version(layout: Layout) -> None:
    known = written_by(layout)
    if known and _family(known) > _family(version()):
        raise ServerError(
            f"The files in {layout.databases} were written by {WHEEL} {known}, the installed one is {version()}: an older "
            f"server must not open them. Run `pip install {WHEEL}=={known}`; or, with that version, `zwgk db dump FILE`, "
            "and with this one `zwgk db reset` and `zwgk db restore FILE`."
        )


def _family(version: str) -> tuple[int, ...]:
    """Year, month and patch: (26, 10, 2) of 26.10.2.post1."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
