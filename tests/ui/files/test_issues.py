from __future__ import annotations

import csv
from pathlib import Path

from loaders.records import Issue
from ui.files.issues import write_issues


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "issues.csv"
    write_issues([Issue("warning", "=1+1.txt", "疑点，两行\n", "@see")], path, "en")
    rows = list(csv.reader(path.open(encoding="utf-8-sig", newline="")))
    assert rows == [["level", "place", "issue", "to do"], ["warning", "'=1+1.txt", "疑点，两行\n", "'@see"]]
