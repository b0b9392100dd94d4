"""One sentence while it is read: its clauses, what they hold, and what it has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.extract.duties.channels import Use
from loaders.extract.duties.frames import Predicate
from loaders.extract.duties.segments import Segment
from loaders.records import Deadline, ObligationKind

Span = tuple[int, int]


@dataclass
class Duty:
    """An obligation in the page's own offsets, before it becomes a record. `adverbial` runs up to the verb."""

    predicate: Predicate
    kind: ObligationKind
    start: int
    end: int
    items: list[Span]
    adverbial: Span
    frequency: str | None = None
    times: int | None = None
    timing: tuple[str, ...] = ()
    deadline: Deadline | None = None
    trigger: str | None = None
    bearers: list[Span] = field(default_factory=list)
    channels: list[Use] = field(default_factory=list)


@dataclass
class Scene:
    """A sentence: `text` is the page's, `masked` the same with quotations blotted out. `found` holds the predicates of
    each clause, `used` the clauses that are only means of others, `before` the items of the sentence before. `goes_on`:
    a ； follows, its subject holds for the next sentence too.

    `deadline`, `trigger`, `bearers` and `duties` grow as the clauses are read."""

    text: str
    masked: str
    year: int | None
    segments: tuple[Segment, ...]
    found: list[list[Predicate]]
    used: frozenset[int]
    before: list[Span]
    goes_on: bool
    deadline: Deadline | None = None
    trigger: str | None = None
    bearers: list[Span] = field(default_factory=list)
    inherited: bool = False
    """Whether `bearers` are those of the sentence before a ；."""
    duties: list[Duty] = field(default_factory=list)

    def is_busy(self, at: int) -> bool:
        """Whether the clause holds a predicate of its own."""
        return bool(self.found[at])

    def clause(self, at: int) -> str:
        return self.text[self.segments[at].start : self.segments[at].end]

    def span(self, at: int) -> Span:
        return self.segments[at].start, self.segments[at].end
