"""Small files that only their owner may read, and the lock between processes."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from graph.errors import ServerError


def write_private(path: Path, text: str) -> None:
    """Replace `path` in one step; its mode is 0600 from the first byte."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


def read_json(path: Path) -> Any:
    """The content, or None where there is no such file or it is broken."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None


@contextmanager
def locked(path: Path, *, patience: float = 150) -> Iterator[None]:
    """Hold the lock file; wait `patience` seconds for whoever holds it. It is free again when its process ends,
    however it ends; the process id in it only serves the error."""
    with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        deadline = time.monotonic() + patience
        while not _acquire(file):
            if time.monotonic() > deadline:
                raise ServerError(_held(path, patience))
            time.sleep(0.02)
        file.seek(1)
        file.truncate()
        file.write(str(os.getpid()).encode())
        file.flush()
        yield


def is_held(path: Path) -> bool:
    """Does a process hold the lock file?"""
    try:
        with locked(path, patience=0):
            return False
    except ServerError:
        return True


def _held(path: Path, patience: float) -> str:
    holder = path.read_bytes()[1:].decode(errors="replace") or "unknown"
    return (
        f"Process {holder} has been starting or stopping the embedded database for {patience:g} seconds: it holds "
        f"{path}. Wait for it, or end that process; the lock goes with it."
    )


# The first byte is what is locked: where locks are mandatory, the holder's number behind it stays readable.
if sys.platform == "win32":
    import msvcrt

    def _acquire(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _acquire(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
