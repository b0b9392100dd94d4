"""What a build found to look into, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ui.files.inert import quoted

if TYPE_CHECKING:
    from loaders.records import Issue
    from ui.wording import Language

_HEADS = {"zh": ("级别", "位置", "疑点", "建议"), "en": ("level", "place", "issue", "to do")}


def write_issues(issues: Iterable[Issue], path: Path, language: Language) -> None:
    """One line an issue, with a byte-order mark, by which spreadsheets know UTF-8; no cell is a formula.

    Raises OSError where the file cannot be written."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(_HEADS[language])
        for issue in issues:
            writer.writerow(map(quoted, (issue.level, issue.where, issue.what, issue.mend)))
