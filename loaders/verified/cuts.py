"""What is kept of a notice without its text: short values as they are, longer ones as offsets to cut from the source.

A cut value is `{"cut": [[start, end], "《", …]}`: stretches of the source and, between them, the few characters that
the source has otherwise. Clause and citation texts are not kept at all: their own span says where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LIMIT = 23
"""No longer run of a notice's characters is kept."""

_TITLES = ("title", "instrument")
_UNCUT = ("note", "verified", "copies")
_HAN = re.compile("[\u3400-\u9fff]")


def fill(facts: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The guide's form in full, cut from `text`. Where `text` is "" a cut value is None, and gone from its list."""
    filled = {key: value if key in _UNCUT else _filled(value, text) for key, value in facts.items()}
    for task in filled["tasks"]:
        for duty in task["obligations"]:
            duty["text"] = text[duty["start"] : duty["end"]]
    for citation in filled["citations"]:
        citation["text"] = text[citation["start"] : citation["end"]]
    return filled


def _filled(value: Any, text: str) -> Any:
    if isinstance(value, Mapping):
        if "cut" in value:
            return _joined(value["cut"], text) if text else None
        return {key: _filled(item, text) for key, item in value.items()}
    if isinstance(value, list):
        items = [(item, _filled(item, text)) for item in value]
        return [filled for item, filled in items if filled is not None or item is None]
    return value


def _joined(parts: list[Any], text: str) -> str:
    return "".join("".join(text[part[0] : part[1]].split()) if isinstance(part, list) else part for part in parts)


def leave_out(gold: Mapping[str, Any], text: str) -> dict[str, Any]:
    """What may be kept of `gold`, a full reading of `text`: `fill` gives the rest back. Longer values are cut; a title
    stays where the notice itself prints no long run of it."""
    source = _Source(text)
    return {key: value if key in _UNCUT else _left(value, source, 0) for key, value in gold.items()}


def _left(value: Any, source: _Source, near: int, key: str = "") -> Any:
    if isinstance(value, Mapping):
        near = value.get("start", near)
        kept = (name for name in value if not (name == "text" and "start" in value))
        return {name: value[name] if name in _UNCUT else _left(value[name], source, near, name) for name in kept}
    if isinstance(value, list):
        return [_left(item, source, near) for item in value]
    if not isinstance(value, str) or len(value) <= LIMIT or not _HAN.search(value):
        return value
    parts = source.parts("".join(value.split()), near)
    runs = any(isinstance(part, list) and part[1] - part[0] > LIMIT for part in parts)
    return {"cut": parts} if runs or key not in _TITLES else value


class _Source:
    """The text without blanks, each character with its place."""

    def __init__(self, text: str) -> None:
        self.places = [place for place, char in enumerate(text) if not char.isspace()]
        self.joined = "".join(text.split())

    def parts(self, value: str, near: int) -> list[Any]:
        """`value` as stretches of the source, each as long as can be and as near to `near`."""
        parts: list[Any] = []
        while value:
            size = self._longest(value)
            if size > 1:
                parts.append(self._stretch(value[:size], near))
            elif parts and isinstance(parts[-1], str):
                parts[-1] += value[:1]
            else:
                parts.append(value[:1])
            value = value[max(size, 1) :]
        return parts

    def _longest(self, value: str) -> int:
        return next((size for size in range(len(value), 1, -1) if value[:size] in self.joined), 0)

    def _stretch(self, value: str, near: int) -> list[int]:
        starts = (match.start() for match in re.finditer(f"(?={re.escape(value)})", self.joined))
        start = min(starts, key=lambda at: abs(self.places[at] - near))
        return [self.places[start], self.places[start + len(value) - 1] + 1]
