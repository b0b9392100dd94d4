"""Gold files and sources to a report: each gold is matched to its source, the source is extracted and scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.document_json import document_json
from loaders.errors import ReadError
from loaders.extract.notice import extract
from loaders.read import find_files, read_sources
from loaders.records import Copy, Issue
from loaders.score.layers import score_document
from loaders.score.report import Report, sum_reports
from loaders.verified.cuts import fill
from loaders.verified.files import MEND, find_json, read_json


@dataclass(frozen=True)
class Run:
    """The report over all gold files that have a source, and an issue for each that has none."""

    report: Report
    issues: tuple[Issue, ...]


def score_files(gold: Path, sources: Iterable[Path]) -> Run:
    """Score the extractor on the gold file, or the folder of them.

    Raises ReadError where a path does not exist or a gold file cannot be read."""
    copies, issues = _copies(sources)
    reports = []
    for path in find_json([gold]):
        expected = read_json(path)
        copy = _source_of(path, expected, copies)
        if copy is None:
            issues.append(
                Issue(
                    "warning",
                    str(path),
                    "没有对应的原文 (no source for it)",
                    "加上原文所在的文件夹 (give its folder too)",
                )
            )
        else:
            reports.append(_score(path, expected, copy))
    return Run(sum_reports(reports), tuple(issues))


def _score(path: Path, gold: Mapping[str, Any], copy: Copy) -> Report:
    found = document_json([extract(copy)])
    try:
        return score_document(fill(gold, copy.text), found, path.stem)
    except (KeyError, TypeError) as error:
        raise ReadError(f"缺少或写错 (missing or wrong): {path}: {error}", MEND) from error


def _copies(sources: Iterable[Path]) -> tuple[list[Copy], list[Issue]]:
    found = [found for path in find_files(sources) for found in read_sources(path)]
    return [copy for copy in found if isinstance(copy, Copy)], [issue for issue in found if isinstance(issue, Issue)]


def _source_of(path: Path, gold: Mapping[str, Any], copies: list[Copy]) -> Copy | None:
    """The copy that the gold's offsets refer to: the one with its sha256, else the one with its file name."""
    stated = gold["document"].get("copies") or []
    first = stated[0] if stated else {}
    names = {path.stem, Path(first.get("source") or path).stem}
    by_sum = (copy for copy in copies if copy.sha256 == first.get("sha256"))
    by_name = (copy for copy in copies if Path(copy.source).stem in names)
    return next(by_sum, None) or next(by_name, None)
