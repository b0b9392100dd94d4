"""A graph database server of one's own: ArcadeDB out of a wheel, as a child process that starts on demand,
listens on the loopback only and stops itself when nobody uses it."""

from graph.embedded.client import (
    disk_is_full,
    disk_use,
    forget,
    in_use,
    last_write,
    password,
    reset,
    set_aside,
    start,
    status,
    stop,
)
from graph.embedded.layout import DATABASE, home
from graph.embedded.state import State

__all__ = [
    "DATABASE",
    "State",
    "disk_is_full",
    "disk_use",
    "forget",
    "home",
    "in_use",
    "last_write",
    "password",
    "reset",
    "set_aside",
    "start",
    "status",
    "stop",
]
