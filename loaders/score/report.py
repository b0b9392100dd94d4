"""A score as a value: tallies a layer, failures with their places, and their JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

_SHOWN = 20
"""A failure quotes at most so many characters: a frozen run is kept where the notices themselves may not be."""


@dataclass(frozen=True)
class Tally:
    """`right` of `found` findings are among the `gold` ones; for information it is a sum of likenesses."""

    right: float = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


@dataclass(frozen=True)
class Failure:
    """One finding that is not as in the gold. `place` is a task, obligation or section; `start` an offset in the source;
    `cost` the share of a finding that is lost by it."""

    layer: str
    cause: str
    document: str
    place: str
    start: int | None
    gold: str
    found: str
    cost: float = 1.0

    @property
    def key(self) -> str:
        """Names the failure from one run to the next. A gold finding keeps its place; what is only found keeps its offset."""
        where = self.place if self.gold else f"{self.place}@{self.start}"
        return f"{self.document} {where} {self.layer}/{self.cause}: {self.gold} → {self.found}"


@dataclass(frozen=True)
class Report:
    """`paired` has the layers of an obligation's attributes once more, over the matched obligations only."""

    documents: tuple[str, ...]
    layers: Mapping[str, Tally]
    paired: Mapping[str, Tally] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def causes(self) -> list[tuple[str, str, list[Failure]]]:
        """(layer, cause, failures), the costliest first, and so within each."""
        groups: dict[tuple[str, str], list[Failure]] = {}
        for failure in self.failures:
            groups.setdefault((failure.layer, failure.cause), []).append(failure)
        ordered = sorted(groups.items(), key=lambda item: -sum(failure.cost for failure in item[1]))
        return [(*key, sorted(group, key=lambda failure: -failure.cost)) for key, group in ordered]


def sum_reports(reports: Iterable[Report]) -> Report:
    """The micro-average: tallies added up, failures one after the other."""
    documents: list[str] = []
    failures: list[Failure] = []
    layers: dict[str, Tally] = {}
    paired: dict[str, Tally] = {}
    for report in reports:
        documents += report.documents
        failures += report.failures
        for sums, tallies in ((layers, report.layers), (paired, report.paired)):
            for layer, tally in tallies.items():
                sums[layer] = sums.get(layer, Tally()) + tally
    return Report(tuple(documents), layers, paired, tuple(failures))


def short(text: str | None) -> str:
    """The text on one line, cut where it is long."""
    joined = "".join((text or "").split())
    return joined if len(joined) <= _SHOWN else joined[: _SHOWN - 1] + "…"


def report_json(report: Report) -> dict[str, Any]:
    """The report with every failure in full."""
    return {**_head(report), "failures": [asdict(failure) for failure in report.failures]}


def frozen_json(report: Report) -> dict[str, Any]:
    """What a later run is held against: tallies, and the failures by key."""
    return {**_head(report), "failures": sorted(failure.key for failure in report.failures)}


def _head(report: Report) -> dict[str, Any]:
    return {
        "documents": list(report.documents),
        "layers": {layer: _tally_json(tally) for layer, tally in report.layers.items()},
        "paired": {layer: _tally_json(tally) for layer, tally in report.paired.items()},
    }


def _tally_json(tally: Tally) -> dict[str, Any]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = {"right": round(tally.right, 6), "found": tally.found, "gold": tally.gold}
    return {**counts, **{name: round(value, 4) for name, value in shares.items()}}
