"""The files of decisions: data/decisions.jsonl of the project, decisions.jsonl in the user's data folder.

One JSON object a line: source, target, verdict (same | different), reason, who, when (ISO 8601). The user's file is
read first and beats the project's; a line taken out is a decision undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import data
from graph.embedded.layout import layout
from loaders.json_lines import append_line, read_lines
from loaders.records import Issue
from loaders.resolve.decisions import Decision, Decisions, already, contradiction
from loaders.text.fold import fold_name

PROJECT_FILE = data.HERE / "decisions.jsonl"
KEYS = ("source", "target", "verdict", "reason", "who", "when")
MEND = "改正或删去这一行，格式见 README.md (mend or delete the line; README.md describes the form)"


def decision_files() -> tuple[Path, Path]:
    """The user's file and the project's, the stronger first."""
    return layout().decisions, PROJECT_FILE


def read_decisions(files: Iterable[Path]) -> tuple[Decisions, list[Issue]]:
    """The decisions of `files`, the stronger file first, and an issue for each line that is none.

    Within a file the first of two lines that contradict each other stands; what a weaker file says otherwise is
    overruled in silence."""
    known = Decisions()
    issues: list[Issue] = []
    for path in files:
        stronger = known
        for decision in read_lines(path, _decision, "不是决定 (no decision)", MEND, issues):
            if already(known, decision):
                continue
            if contradiction(stronger, decision):
                known = Decisions(known.taken, (*known.overruled, decision))
            elif why := contradiction(known, decision):
                issues.append(Issue("error", decision.where, f"与前面的决定矛盾 (contradicts another)：{why}", MEND))
            else:
                known = Decisions((*known.taken, decision), known.overruled)
    return known, issues


def _decision(fields: Any, where: str) -> Decision:
    """Raises ValueError, which says what is wrong."""
    if not isinstance(fields, dict):
        raise ValueError("不是 JSON 对象 (no JSON object)")
    for key in KEYS:
        if not isinstance(fields.get(key), str) or not fields[key].strip():
            raise ValueError(f"{key} 缺少或不是文字 (missing, or no text)")
    if fields["verdict"] not in ("same", "different"):
        raise ValueError(f"verdict 写作 same 或 different，不是 {fields['verdict']} (same or different)")
    datetime.fromisoformat(fields["when"])
    source, target = fold_name(fields["source"]), fold_name(fields["target"])
    if source == target:
        raise ValueError("source 与 target 相同 (source and target are one name)")
    return Decision(source, target, fields["verdict"], fields["reason"], fields["who"], fields["when"], where)


def append_decision(path: Path, decision: Decision) -> None:
    """Write one more line; the folder is made where it is not there yet.

    Raises ReadError where that cannot be done."""
    append_line(path, {key: getattr(decision, key) for key in KEYS})
