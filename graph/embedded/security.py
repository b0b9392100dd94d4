"""Generated passwords, and the server's files that say who may do what."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets

from graph.embedded.files import read_json, write_private
from graph.embedded.layout import DATABASE, Layout

USERS = ("root", "writer", "reader")

_RECORDS = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_GROUPS: dict[str, tuple[list[str], list[str]]] = {
    "admin": (["updateSecurity", "updateSchema", "updateDatabaseSettings"], _RECORDS),
    "writer": (["updateSchema"], _RECORDS),
    "reader": ([], ["readRecord"]),
    "*": ([], []),
}
# The passwords are 256 random bits: stretching them would only slow every connection.
_ITERATIONS = 1_000


def passwords(layout: Layout) -> dict[str, str]:
    """The password of each user; made on first use."""
    known = read_json(layout.credentials)
    if not isinstance(known, dict) or set(known) != set(USERS):
        known = {user: secrets.token_urlsafe(32) for user in USERS}
        write_private(layout.credentials, json.dumps(known))
    return known


def write_security(layout: Layout) -> None:
    """Users and groups as the server reads them when it starts."""
    known = passwords(layout)
    databases = {
        "root": {"*": ["admin"]},
        "writer": {DATABASE: ["writer"]},
        "reader": {DATABASE: ["reader"]},
    }
    users = [{"name": user, "password": _hash(known[user]), "databases": databases[user]} for user in USERS]
    write_private(layout.config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))
    groups = {name: _group(access, records) for name, (access, records) in _GROUPS.items()}
    content = {"databases": {"*": {"groups": groups}}, "version": 2}
    write_private(layout.config / "server-groups.json", json.dumps(content, indent=2))


def _group(access: list[str], records: list[str]) -> dict[str, object]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _hash(password: str) -> str:
    """In the server's form: algorithm, iterations, salt, digest."""
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(digest).decode()}"
