"""The files of decisions: data/decisions.jsonl of the project, decisions.jsonl in the user's data folder.

One JSON object a line: source, target, verdict (same | different), reason, who, when (ISO 8601). The user's file is
read first and beats the project's; a line taken out is a decision undone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import data
from graph.embedded.layout import layout
from loaders.errors import ReadError
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
        for decision in _read_file(path, issues):
            if already(known, decision):
                continue
            if contradiction(stronger, decision):
                known = Decisions(known.taken, (*known.overruled, decision))
            elif why := contradiction(known, decision):
                issues.append(Issue("error", decision.where, f"与前面的决定矛盾 (contradicts another)：{why}", MEND))
            else:
                known = Decisions((*known.taken, decision), known.overruled)
    return known, issues


def _read_file(path: Path, issues: list[Issue]) -> Iterator[Decision]:
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except FileNotFoundError:
        return
    except OSError as error:
        what = f"打不开 (cannot open): {error.strerror}"
        issues.append(Issue("error", str(path), what, "检查权限 (check the permissions)"))
        return
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        if line.strip():
            try:
                yield _decision(json.loads(line), where)
            except ValueError as error:
                issues.append(Issue("error", where, f"不是决定 (no decision): {error}", MEND))


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


def append_line(path: Path, fields: dict[str, Any]) -> None:
    """Write `fields` as one more line of JSON, on a line of its own whatever the file ends with.

    Raises ReadError where that cannot be done."""
    line = json.dumps(fields, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("ab+") as file:
            if file.tell():
                file.seek(-1, 2)
                line = line if file.read() == b"\n" else "\n" + line
            file.write(line.encode())
    except OSError as error:
        raise ReadError(
            f"写不进 {path} (cannot write): {error.strerror}", "检查权限 (check the permissions)"
        ) from error
