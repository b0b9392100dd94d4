"""How sure a finding is: how often readers confirmed what its rule found (data/confidence.csv)."""

from __future__ import annotations

import csv
from functools import cache

from data import HERE

TABLE = HERE / "confidence.csv"
"""finding, rule, seen, right, confidence: measured by `python -m benchmarks.calibration --write`."""


def rate(right: int, seen: int) -> float:
    """Laplace's rule of succession: a rule never seen is as likely right as wrong, and none is ever certain."""
    return (right + 1) / (seen + 2)


@cache
def _table() -> dict[tuple[str, str], float]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["finding"], row["rule"]): float(row["confidence"]) for row in csv.DictReader(file)}


def confidence(finding: str, rule: str) -> float:
    """The confidence, in [0, 1], of a section, task, agency, obligation or citation that `rule` found."""
    return _table().get((finding, measured_rule(finding, rule)), rate(0, 0))


def measured_rule(finding: str, rule: str) -> str:
    """The part of a rule's name that its confidence hangs on: of a body how its name was found, not its role."""
    return rule.rpartition("/")[2] if finding == "agency" else rule
