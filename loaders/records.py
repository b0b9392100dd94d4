"""The records that a notice is read into.

All offsets are 0-based Unicode code points [start, end) of the source text. Field meanings are those of the
annotation guide (docs/annotation.md); enumerations are closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["national", "province", "city", "county", "township", "department"]
Script = Literal["Hans", "Hant"]
Role = Literal["lead", "responsible", "support"]
BodyKind = Literal["agency", "group"]
ObligationKind = Literal["disclose", "interpret", "respond"]
CitationRole = Literal["basis", "self", "alias", "mention"]


@dataclass(frozen=True)
class Evidence:
    """Where a finding stands and which rule found it. `confidence` is in [0, 1]."""

    start: int
    end: int
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True)
class Corrected:
    """Who corrected a finding, when (ISO 8601) and why, in that person's words; see loaders.correcting."""

    who: str
    when: str
    reason: str


@dataclass(frozen=True)
class Copy:
    """One file that carries the notice. `text` is the source text that all offsets refer to."""

    source: str
    sha256: str
    text: str
    script: Script = "Hans"
    published_on: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Header:
    """What the notice says of itself; section 1 of the guide."""

    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    published_on: str | None = None
    region: tuple[str, ...] = ()
    level: Level | None = None
    instrument: str | None = None
    instrument_year: int | None = None
    addressees: tuple[str, ...] = ()
    script: Script = "Hans"
    url: str | None = None

    @property
    def year(self) -> int | None:
        """The year in which the notice was made, by its date, else by its instrument."""
        return int(self.issued_on[:4]) if self.issued_on else self.instrument_year


@dataclass(frozen=True)
class Section:
    path: str
    title: str | None
    at: Evidence


@dataclass(frozen=True)
class Body:
    """One agency or group named in a responsibility clause. `reason` says why the year of the notice decided its name."""

    mention: str
    name: str
    role: Role
    kind: BodyKind
    at: Evidence
    repaired: bool = False
    reason: str | None = None
    corrected: Corrected | None = None


@dataclass(frozen=True)
class Deadline:
    text: str
    date: str | None = None
    recurs: str | None = None
    amount: int | None = None
    unit: str | None = None
    counted_from: str | None = None
    event: str | None = None


@dataclass(frozen=True)
class ChannelUse:
    mention: str
    name: str
    type: str


@dataclass(frozen=True)
class Obligation:
    """One predicate that binds a body to make public, to explain or to answer; section 4 of the guide. `id` is task id and
    order; `text` is the source slice of its span."""

    id: str
    kind: ObligationKind
    predicate: str
    text: str
    at: Evidence
    information: tuple[str, ...] = ()
    frequency: str | None = None
    times: int | None = None
    timing: tuple[str, ...] = ()
    deadline: Deadline | None = None
    trigger: str | None = None
    bearers: tuple[str, ...] = ()
    channels: tuple[ChannelUse, ...] = ()
    corrected: Corrected | None = None


@dataclass(frozen=True)
class Domains:
    primary: str
    also: tuple[str, ...] = ()
    corrected: Corrected | None = None


@dataclass(frozen=True)
class Task:
    id: str
    section: str | None
    at: Evidence
    et_al: bool = False
    agencies: tuple[Body, ...] = ()
    domains: Domains = Domains("other")
    obligations: tuple[Obligation, ...] = ()


@dataclass(frozen=True)
class Citation:
    text: str
    title: str | None
    number: str | None
    role: CitationRole
    at: Evidence
    task: str | None = None


@dataclass(frozen=True)
class Issue:
    """Something a person should look at: a record, never a print. `level` is error, warning or note."""

    level: Literal["error", "warning", "note"]
    where: str
    what: str
    mend: str


@dataclass(frozen=True)
class Notice:
    """One copy, read."""

    copy: Copy
    header: Header
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    citations: tuple[Citation, ...] = ()
