"""The machine-readable form of a comparison of two copies."""

from __future__ import annotations

from typing import Any

from loaders.differences import Comparison, Difference
from loaders.records import Notice


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as JSON; offsets are those of the source texts."""
    return {
        "same": comparison.same,
        "recognised": comparison.recognised,
        "alike": round(comparison.alike, 4),
        "copies": [_copy_json(notice) for notice in (comparison.one, comparison.other)],
        "differences": [_difference_json(found) for found in comparison.differences],
        "findings": [
            vars(finding)
            | {"at": finding.at and list(finding.at), "other_at": finding.other_at and list(finding.other_at)}
            | {"values": {name: list(pair) for name, pair in finding.values.items()}}
            for finding in comparison.findings
        ],
    }


def _copy_json(notice: Notice) -> dict[str, Any]:
    copy = notice.copy
    return {
        "source": copy.source,
        "sha256": copy.sha256,
        "script": notice.header.script,
        "number": notice.header.number,
        "title": notice.header.title,
    }


def _difference_json(found: Difference) -> dict[str, Any]:
    return vars(found) | {"one": vars(found.one), "other": vars(found.other), "findings": list(found.findings)}
