"""The official driver, imported without numpy, pandas and pyarrow: it would load all three, most of a second, to offer
data frames that nobody asks of it here. Where they are loaded already it keeps them."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_UNUSED = ("numpy", "pandas", "pyarrow")


@contextmanager
def _hidden(names: tuple[str, ...]) -> Iterator[None]:
    """As if these packages were not installed. Not beside other threads, whose imports would fail too."""
    alone = threading.current_thread() is threading.main_thread() and threading.active_count() == 1
    missing = [name for name in names if alone and name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


with _hidden(_UNUSED):
    from neo4j import GraphDatabase, exceptions, unit_of_work
    from neo4j.graph import Node, Path, Relationship

__all__ = ["GraphDatabase", "Node", "Path", "Relationship", "exceptions", "unit_of_work"]
