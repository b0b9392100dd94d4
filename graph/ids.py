"""Stable node ids, made from few raw facts. An id is text of the form `kind:fact`, unique over all labels."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def document_id(
    number: str | None, issuer: str | None = None, title: str | None = None, issued_on: str | None = None
) -> str:
    """The 发文字号 where there is one, else a digest of issuer, title (Simplified) and date of issue."""
    if number:
        return f"document:{number}"
    facts = "|".join(part or "" for part in (issuer, title, issued_on))
    return "document:" + hashlib.sha256(facts.encode()).hexdigest()[:16]


def copy_id(sha256: str) -> str:
    return f"copy:{sha256[:16]}"


def section_id(document: str, path: str) -> str:
    return f"section:{document.removeprefix('document:')}/{path}"


def task_id(document: str, number: str) -> str:
    return f"task:{document.removeprefix('document:')}/{number}"


def obligation_id(document: str, number: str) -> str:
    return f"obligation:{document.removeprefix('document:')}/{number}"


def agency_id(name: str) -> str:
    return f"agency:{name}"


def region_id(chain: Sequence[str]) -> str:
    """`chain` runs from the province down; [] is the country."""
    return "region:" + "/".join(chain or ("中国",))


def domain_id(key: str) -> str:
    return f"domain:{key}"


def information_id(name: str) -> str:
    return f"information:{name}"


def channel_id(name: str) -> str:
    return f"channel:{name}"


def system_id(name: str) -> str:
    return f"system:{name}"


_LABELS = {
    "document": "Document",
    "copy": "Copy",
    "section": "Section",
    "task": "Task",
    "obligation": "Obligation",
    "agency": "Agency",
    "region": "Region",
    "domain": "PolicyDomain",
    "information": "InformationType",
    "channel": "Channel",
    "system": "AgencySystem",
}


def label_of(id_: str) -> str:
    """The label of the node that has this id."""
    return _LABELS[id_.partition(":")[0]]
