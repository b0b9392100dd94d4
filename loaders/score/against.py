"""A run held against a frozen one: which layers rose and fell, which failures went and came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loaders.score.report import Report, Tally

_EQUAL = 1e-6
"""Frozen tallies are rounded; a smaller difference of F1 is none."""


@dataclass(frozen=True)
class Comparison:
    """`gained` are failures of the frozen run that are gone, `lost` are new ones, both by key."""

    layers: tuple[tuple[str, float, float], ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    same_documents: bool

    @property
    def fallen(self) -> tuple[str, ...]:
        """The layers whose F1 is lower than it was."""
        return tuple(layer for layer, before, now in self.layers if now < before - _EQUAL)


def compare_runs(report: Report, frozen: Mapping[str, Any]) -> Comparison:
    """`frozen` as frozen_json made it. A layer that the frozen run did not have cannot fall."""
    layers = []
    for layer, tally in report.layers.items():
        kept = frozen["layers"].get(layer)
        before = Tally(kept["right"], kept["found"], kept["gold"]).f1 if kept else 0.0
        layers.append((layer, before, tally.f1))
    now, then = Counter(failure.key for failure in report.failures), Counter(frozen["failures"])
    gained, lost = sorted((then - now).elements()), sorted((now - then).elements())
    same = sorted(report.documents) == sorted(frozen["documents"])
    return Comparison(tuple(layers), tuple(gained), tuple(lost), same)
