"""The ruling lines of a PDF page: strokes and thin filled rectangles, level or upright, their pieces joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float, c_int
from itertools import pairwise
from typing import Any, NamedTuple

SNAP = 4.0
"""Lines nearer than this, in points, are one: double rules, borders drawn by either cell, corners left open."""

_THIN = 3.0
_STRAIGHT = 0.5
_DRAWING = 10_000
"""A page with more paths, or a path with more corners, is a drawing or a map."""

Point = tuple[float, float]
Stroke = tuple[Point, Point]


class Turn(NamedTuple):
    """Cosine and sine of the quarter turn at which the text of a page runs, against the page's own axes."""

    cos: int
    sin: int

    def upright(self, x: float, y: float) -> Point:
        """A point of the page as the reader of its text sees it: x to the right, y up."""
        return x * self.cos + y * self.sin, y * self.cos - x * self.sin


UNTURNED = Turn(1, 0)


class Ruling(NamedTuple):
    """A level line at the height `at`, or an upright one at the distance `at`, from `low` to `high`; in points."""

    at: float
    low: float
    high: float


class Rulings(NamedTuple):
    """The ruling lines of a page, each kind sorted by place."""

    level: list[Ruling]
    upright: list[Ruling]


def find_strokes(page: Any) -> list[Stroke]:
    """The straight lines drawn on a page (pypdfium2's), from point to point; none of a page that is a drawing."""
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH

    strokes: list[Stroke] = []
    for count, path in enumerate(page.get_objects(filter=[FPDF_PAGEOBJ_PATH])):
        if count == _DRAWING:
            return []
        strokes += _strokes(path)
    return strokes


def join_strokes(strokes: Iterable[Stroke], turn: Turn) -> Rulings:
    """The ruling lines that the strokes of a page make, seen as its text runs; slanted strokes make none."""
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for start, end in strokes:
        (x0, y0), (x1, y1) = turn.upright(*start), turn.upright(*end)
        if abs(y1 - y0) <= _STRAIGHT:
            level.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT:
            upright.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Rulings(_joined(level), _joined(upright))


def _strokes(path: Any) -> Iterator[Stroke]:
    """The straight lines that a path draws; of a filled outline only one that is itself thin as a line."""
    import pypdfium2.raw as pdfium

    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    matrix, form = path.get_matrix(), path.container
    while form is not None:
        matrix, form = matrix.multiply(form.get_matrix()), form.container
    for outline in _outlines(path, matrix):
        if stroke.value:
            yield from pairwise(outline)
        elif fill.value:
            yield from _thin(outline)


def _outlines(path: Any, matrix: Any) -> Iterator[list[Point]]:
    """The corners of each part of a path, on the page; the first once more where it is closed. Curves end a part."""
    import pypdfium2.raw as pdfium

    corners: list[Point] = []
    x, y = c_float(), c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _DRAWING)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
            yield corners
            corners = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    yield corners


def _thin(outline: list[Point]) -> Iterator[Stroke]:
    """The line that a thin filled rectangle looks like."""
    if len(outline) < 4:
        return
    (left, right), (bottom, top) = ((min(axis), max(axis)) for axis in zip(*outline, strict=True))
    if top - bottom <= min(_THIN, right - left):
        yield (left, (bottom + top) / 2), (right, (bottom + top) / 2)
    elif right - left <= _THIN:
        yield ((left + right) / 2, bottom), ((left + right) / 2, top)


def _joined(pieces: list[Ruling]) -> list[Ruling]:
    """The pieces at one place as one line where they touch."""
    joined: list[Ruling] = []
    for at_one_place in _by_place(pieces):
        line: Ruling | None = None
        for piece in sorted(at_one_place, key=lambda piece: piece.low):
            if line and piece.low <= line.high + SNAP:
                line = line._replace(high=max(line.high, piece.high))
            else:
                joined += [line] if line else []
                line = piece._replace(at=at_one_place[0].at)
        joined += [line] if line else []
    return joined


def _by_place(pieces: list[Ruling]) -> Iterator[list[Ruling]]:
    """The pieces in groups of those that lie within SNAP of the first of them."""
    group: list[Ruling] = []
    for piece in sorted(pieces):
        if group and piece.at - group[0].at > SNAP:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def snap(places: Sequence[float]) -> list[float]:
    """The places sorted, those within SNAP of one before left out."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > SNAP:
            kept.append(place)
    return kept
