"""Who needs the server: each client process keeps a file whose time says until when."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from graph.embedded.layout import Layout

# A client that dies in the middle of a query keeps the server up for so long at most.
_LONGEST_QUERY = 3_600.0

_guard = threading.Lock()
_open = 0


@contextmanager
def in_use(layout: Layout) -> Iterator[None]:
    """Keep the server of `layout` from stopping itself while the block runs."""
    global _open
    with _guard:
        _open += 1
        _mark(layout, time.time() + _LONGEST_QUERY)
    try:
        yield
    finally:
        with _guard:
            _open -= 1
            if not _open:
                _mark(layout, time.time())


def idle_for(layout: Layout) -> float:
    """Seconds since the last use; negative while the server is in use. Drops marks of long gone clients."""
    now = time.time()
    marks = [layout.state.stat().st_mtime] if layout.state.exists() else []
    for mark in layout.clients.iterdir():
        moment = mark.stat().st_mtime
        if now - moment > _LONGEST_QUERY:
            mark.unlink(missing_ok=True)
        else:
            marks.append(moment)
    return now - max(marks, default=0.0)


def _mark(layout: Layout, moment: float) -> None:
    path = layout.clients / str(os.getpid())
    try:
        os.utime(path, (moment, moment))
    except FileNotFoundError:
        path.touch(mode=0o600)
        os.utime(path, (moment, moment))
