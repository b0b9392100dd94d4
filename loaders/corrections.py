"""The file of corrections: corrections.jsonl in the user's data folder.

One JSON object a line: document, copy, what, finding, start, end, words, field, old, new, reason, who, when. Of two
lines on one field of one place the later stands; a line taken out is a correction undone."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from data import load
from graph.embedded.layout import layout
from loaders.correcting import FIELDS, Correction, Corrections, Value, misplaced
from loaders.errors import ReadError
from loaders.json_lines import append_line, read_lines
from loaders.records import Issue, Notice
from loaders.text.fold import fold_name

KEYS = ("document", "copy", "what", "finding", "start", "end", "words", "field", "old", "new", "reason", "who", "when")
MEND = "改正或删去这一行；zwgk correct list 列出全部 (mend or delete the line; zwgk correct list shows all)"
LONGEST = 200
"""Characters of a value; no name of a body and no kind of information is longer."""

_TEXTS = ("document", "copy", "what", "finding", "field", "reason", "who", "when")
_PERIOD = re.compile(r"P[1-9]\d{0,2}[DWMY]")
_ROLES = ("lead", "responsible", "support")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def corrections_file() -> Path:
    return layout().corrections


def read_corrections(path: Path) -> tuple[Corrections, list[Issue]]:
    """The corrections of a file, and an issue for each line that is none."""
    issues: list[Issue] = []
    last: dict[object, Correction] = {}
    overruled = []
    for correction in read_lines(path, correction_of, "不是更正 (no correction)", MEND, issues):
        if earlier := last.pop(correction.place, None):
            overruled.append(earlier)
        last[correction.place] = correction
    return Corrections(tuple(last.values()), tuple(overruled)), issues


def correction_of(fields: Any, where: str = "") -> Correction:
    """The correction that a line states. Raises ValueError, which says what is wrong."""
    if not isinstance(fields, dict):
        raise ValueError("不是 JSON 对象 (no JSON object)")
    for key in _TEXTS:
        if not isinstance(fields.get(key), str) or not fields[key].strip():
            raise ValueError(f"{key} 缺少或不是文字 (missing, or no text)")
    start, end, words = fields.get("start"), fields.get("end"), fields.get("words")
    if type(start) is not int or type(end) is not int or not 0 <= start < end or not isinstance(words, str):
        raise ValueError("start、end、words 缺少或写错 (missing or wrong)")
    if fields["field"] not in FIELDS.get(fields["what"], ()):
        raise ValueError(f"{fields['what']} 没有可更正的 {fields['field']} (cannot be corrected)")
    datetime.fromisoformat(fields["when"])
    new = checked(fields["field"], fields.get("new"))
    old = fields.get("old")
    values = {"old": tuple(old) if isinstance(old, list) else old, "new": new, "where": where}
    return Correction(**{key: fields[key] for key in KEYS} | values)


def checked(name: str, value: Any) -> Value:
    """A value as the field `name` takes it. Raises ValueError, which says what it takes."""
    if name == "wrong" or (name == "frequency" and value in (None, "")):
        return None
    if name == "information":
        items = [_text(item) for item in (value if isinstance(value, (list, tuple)) else [value])]
        if not items:
            raise ValueError("公开内容缺少；没有这项义务就标为有误 (no information: mark the duty wrong instead)")
        return tuple(dict.fromkeys(items))
    text = _text(value)
    if name == "frequency" and not _PERIOD.fullmatch(text):
        raise ValueError(f"频率写作 P1M 一类的周期，不是 {text} (a frequency is a period such as P1M)")
    if name == "role" and text not in _ROLES:
        raise ValueError(f"角色写作 lead、responsible 或 support，不是 {text} (no role)")
    if name == "domain" and text not in {entry["key"] for entry in load("domains")}:
        raise ValueError(f"没有 {text} 这个领域 (no such domain)")
    return fold_name(text) if name == "agency" else text


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("新的值缺少或不是文字 (the new value is missing, or no text)")
    if len(value) > LONGEST or _CONTROL.search(value):
        raise ValueError(f"新的值过长（上限 {LONGEST} 字）或有控制字符 (too long, or with control characters)")
    return value.strip()


def append_correction(path: Path, correction: Correction) -> None:
    """Write one more line; the folder is made where it is not there yet.

    Raises ReadError where that cannot be done."""
    append_line(path, {key: getattr(correction, key) for key in KEYS})


def remove_correction(path: Path, correction: Correction) -> None:
    """Take the line of `correction` out, and leave every other line as it is.

    Raises ReadError where the file cannot be written, or holds no such line any more."""
    try:
        lines = path.read_bytes().split(b"\n")
        index = next(i for i, line in enumerate(lines) if _is(line, correction))
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(b"\n".join(lines[:index] + lines[index + 1 :]))
        os.replace(beside, path)
    except StopIteration as error:
        raise ReadError("这条更正已不在文件里 (that correction is no longer in the file)", MEND) from error
    except OSError as error:
        raise ReadError(
            f"写不进 {path} (cannot write): {error.strerror}", "检查权限 (check the permissions)"
        ) from error


def _is(line: bytes, correction: Correction) -> bool:
    try:
        return bool(line.strip()) and correction_of(json.loads(line.removeprefix(b"\xef\xbb\xbf"))) == correction
    except ValueError:
        return False


def find_misplaced(copies: Sequence[Notice], corrections: Corrections) -> list[Issue]:
    """An issue for each correction whose place is no longer in its document."""
    return [Issue("warning", each.where or each.document, _lost(each), MEND) for each in misplaced(copies, corrections)]


def find_homeless(corrections: Corrections, groups: Iterable[Sequence[Notice]], held: Iterable[str]) -> list[Issue]:
    """An issue for each correction of a document that is neither in this build (`groups`) nor in the store (`held`)."""
    reached = {each for copies in groups for each in corrections.of(copies)} if corrections.taken else set()
    ids = set(held)
    lost = [each for each in corrections.taken if each not in reached and each.document not in ids]
    return [Issue("note", each.where or each.document, _homeless(each), MEND) for each in lost]


def _lost(each: Correction) -> str:
    shown = each.words[:20] + ("……" if len(each.words) > 20 else "")
    return (
        f"更正的位置已不在：{each.finding} “{shown}”，没有应用 (the place of a correction is gone; it is not applied)"
    )


def _homeless(each: Correction) -> str:
    name = each.document.removeprefix("document:")
    return f"更正所在的文件不在图里：{name} {each.finding} (a correction of a document that is not held)"
