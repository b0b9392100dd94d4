"""The characters of a PDF page as printed: what they say, where they stand, which way they run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import pi
from sys import maxunicode
from typing import Any, NamedTuple

from loaders.read.rulings import UNTURNED, Turn

_SAMPLE = 400
_QUARTERS = (UNTURNED, Turn(0, 1), Turn(-1, 0), Turn(0, -1))
_HYPHEN = 0xFFFE  # PDFium's mark of one at a line's end
_NEXT_LINE = 0.5
# What no line's end parts: a Latin word, or a character and the marks behind it that begin no line.
_UNIT = re.compile(r"[!-~]+|.[，。、；：！？）〕》”]*")


class Char(NamedTuple):
    """A character and its box, in points as the reader sees the page: y goes up.

    A blank or line end that PDFium sets between others `is_added`: its place is the end of the one before."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    is_added: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(frozen=True)
class Line:
    """A printed line of a cell: how far from the cell's left side it begins, how wide it is, and how wide its first
    word, which the end of the line before could not part."""

    text: str
    indent: float
    width: float
    first: float


def find_turn(layer: Any) -> Turn:
    """How most of the text of a page runs: a wide table is often set sideways, with or without a rotated page."""
    from pypdfium2.raw import FPDFText_GetCharAngle

    seen = [0, 0, 0, 0]
    for index in range(min(layer.count_chars(), _SAMPLE)):
        angle = FPDFText_GetCharAngle(layer, index)  # clockwise; below 0 where there is none
        if angle >= 0:
            seen[round(-angle / (pi / 2)) % 4] += 1
    return _QUARTERS[seen.index(max(seen))]


def read_chars(layer: Any, turn: Turn) -> list[Char]:
    """The characters of a text layer (pypdfium2's) in its own order, seen as its text runs."""
    from pypdfium2.raw import FPDFText_GetUnicode, FPDFText_IsGenerated

    chars: list[Char] = []
    end = Char("", 0.0, 0.0, 0.0, 0.0, is_added=True)
    for index in range(layer.count_chars()):
        code = FPDFText_GetUnicode(layer, index)
        text = {_HYPHEN: "-", ord("\t"): " "}.get(code) or (chr(code) if code <= maxunicode else "\ufffd")
        if FPDFText_IsGenerated(layer, index) == 1:
            chars.append(end._replace(text=text))
        else:
            chars.append(Char(text, *_box(layer, index, turn)))
            end = chars[-1]._replace(left=chars[-1].right, is_added=True)
    return chars


def _box(layer: Any, index: int, turn: Turn) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character, the white around its shape included."""
    left, bottom, right, top = layer.get_charbox(index, loose=True)
    (x0, y0), (x1, y1) = turn.upright(left, bottom), turn.upright(right, top)
    return min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)


def write(chars: Iterable[Char]) -> str:
    """What the characters say; halves of one beyond the basic plane are one."""
    text = "".join(char.text for char in chars)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def find_lines(chars: Iterable[Char], left: float) -> Iterator[Line]:
    """The lines of the characters of a cell that begins at `left`, from the top down, in whatever order drawn."""
    line: list[Char] = []
    for char in sorted((char for char in chars if char.text not in "\r\n"), key=lambda char: -char.bottom):
        if line and line[0].bottom - char.bottom > _NEXT_LINE * (line[0].top - line[0].bottom):
            yield from _line(line, left)
            line = []
        line.append(char)
    yield from _line(line, left)


def _line(chars: list[Char], left: float) -> Iterator[Line]:
    chars.sort(key=lambda char: char.left)
    text = write(chars).strip()
    unit = _UNIT.match(text)
    if unit:
        placed = [char for char in chars if char.text.strip()]
        start = placed[0].left
        end = max(char.right for char in placed)
        yield Line(text, start - left, end - start, placed[: len(unit[0])][-1].right - start)
