"""A node in words: its caption, wrapped for a small box, and the plain text shown when the pointer rests on it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from graph.schema import NODES
from graph.values import Node
from ui.wording import Language, label_name, task_place

LINE = 16
"""Columns in a line of a caption; a Chinese character takes two."""
LINES = 3
_TIP = 120
_OPENING = 30


def caption(node: Node) -> str:
    """The property that the schema names as the caption, else the readable end of the id."""
    node_type = NODES.get(node.label)
    value = node.properties.get(node_type.caption) if node_type else None
    value = value or _task_words(node) or node.properties.get("number") or node.properties.get("name")
    return " ".join(str(value).split()) if value else node.id.partition(":")[2] or node.id


def _task_words(node: Node) -> str:
    """A task without a heading is called by its first words, or by its place in the notice: 一（四）."""
    if node.label != "Task":
        return ""
    return str(node.properties.get("text") or "")[:_OPENING] or task_place(str(node.properties.get("number") or ""))


def columns(text: str) -> int:
    """How many columns `text` takes in a fixed grid: two for each wide character."""
    return sum(map(_width, text))


@lru_cache(maxsize=16_384)
def _width(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, line: int = LINE, lines: int = LINES) -> str:
    """`text` in at most `lines` lines of `line` columns, broken between characters (Latin words stay whole where they
    fit), the rest replaced by an ellipsis."""
    rows, width = [""], 0
    for piece in _pieces(text, line):
        room = columns(piece)
        if rows[-1] and width + room > line:
            rows.append("")
            width = 0
        if len(rows) > lines + 1:
            break
        rows[-1] += piece if rows[-1] else piece.lstrip()
        width += room if rows[-1] else 0
    rows = [row.rstrip() for row in rows if row.strip()]
    if len(rows) > lines:
        rows = [*rows[: lines - 1], _shorten(rows[lines - 1], line)]
    return "\n".join(rows)


def tooltip(node: Node, language: Language) -> str:
    """Plain text (never markup): what kind of thing it is, its whole caption, and the clause where it has one."""
    clause = node.properties.get("text") if node.label in ("Task", "Obligation") else None
    parts = [f"{label_name(node.label, language)}  {caption(node)}"]
    if clause:
        joined = "".join(str(clause).split())
        parts.append(joined if len(joined) <= _TIP else joined[:_TIP] + "…")
    return "\n".join(wrap(part, 44, 4) for part in parts)


def _pieces(text: str, line: int) -> list[str]:
    """Wide characters one by one; runs of narrow ones as words, cut where longer than a line."""
    pieces: list[str] = []
    for char in text:
        narrow = _width(char) == 1
        joins = pieces and narrow and char != " " and pieces[-1] != " " and _width(pieces[-1][-1]) == 1
        if joins and len(pieces[-1]) < line:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _shorten(row: str, line: int) -> str:
    while columns(row) > line - 2:
        row = row[:-1]
    return row + "…"
