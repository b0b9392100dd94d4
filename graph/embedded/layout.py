"""Where the embedded server keeps its things, and the settings a user may give."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.errors import ServerError

DATABASE = "zwgk"


@dataclass(frozen=True)
class Layout:
    """The files below one home folder."""

    home: Path

    @property
    def config(self) -> Path:
        return self.home / "config"

    @property
    def databases(self) -> Path:
        return self.home / "databases"

    @property
    def credentials(self) -> Path:
        """The generated passwords, readable by the owner only."""
        return self.home / "credentials.json"

    @property
    def decisions(self) -> Path:
        """What the user decided of bodies; no part of the database, so that no reset takes it."""
        return self.home / "decisions.jsonl"

    @property
    def corrections(self) -> Path:
        """What the user corrected of findings; kept where the decisions are, for the same reason."""
        return self.home / "corrections.jsonl"

    @property
    def imports(self) -> Path:
        """What the page's last import replaced, so that it can be undone."""
        return self.home / "last-import.json.gz"

    @property
    def state(self) -> Path:
        """What runs now; absent when nothing does."""
        return self.home / "server.json"

    @property
    def lock(self) -> Path:
        """Held by whoever starts or ends the server."""
        return self.home / "server.lock"

    @property
    def clients(self) -> Path:
        """One file a client process, whose time says until when it needs the server."""
        return self.home / "clients"

    @property
    def written_by(self) -> Path:
        """The version of the server that wrote the databases' files last."""
        return self.home / "written-by.json"

    @property
    def aside(self) -> Path:
        """The databases as they were before a restore that is not done yet."""
        return self.home / "databases.before-restore"

    @property
    def restoring(self) -> Path:
        """Held by whoever restores."""
        return self.home / "restore.lock"

    @property
    def logs(self) -> Path:
        return self.home / "log"

    @property
    def console(self) -> Path:
        """What the last started server wrote to its standard output."""
        return self.logs / "console.log"

    @property
    def supervisor_log(self) -> Path:
        """Why the supervisor failed, when it did."""
        return self.logs / "supervisor.log"

    @property
    def log(self) -> Path:
        return self.logs / "server.0.log"

    def create(self) -> None:
        """Make the folders; nobody but the owner may look into them."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        for folder in (self.config, self.databases, self.clients, self.logs):
            folder.mkdir(mode=0o700, exist_ok=True)


def home() -> Path:
    """ZWGK_HOME, else the user's data folder."""
    if given := os.environ.get("ZWGK_HOME"):
        return _resolved(given, os.getcwd())
    from platformdirs import user_data_path

    return user_data_path("zwgk", appauthor=False)


@lru_cache
def _resolved(given: str, folder: str) -> Path:
    """Asked before every query, so that the disk is not; `folder` is the one that `given` is relative to."""
    return (folder / Path(given).expanduser()).resolve()


def layout() -> Layout:
    return Layout(home())


def idle_seconds() -> float:
    """ZWGK_IDLE_SECONDS: how long the server stays up unused."""
    return float(os.environ.get("ZWGK_IDLE_SECONDS", "900"))


def port() -> int:
    """ZWGK_PORT: the Bolt port on the loopback; 0 (the default) takes any that is free."""
    given = os.environ.get("ZWGK_PORT", "0")
    if not given.isdecimal() or int(given) > 65_535:
        raise ServerError(f"ZWGK_PORT={given} is no port. Give a number from 1024 to 65535, or 0 for any free one.")
    return int(given)


def heap() -> str:
    """ZWGK_HEAP: the most memory of the Java heap, as Java writes it."""
    return os.environ.get("ZWGK_HEAP", "1g")


def query_seconds() -> float:
    """ZWGK_QUERY_SECONDS: the server ends any one statement after this time."""
    return float(os.environ.get("ZWGK_QUERY_SECONDS", "300"))
