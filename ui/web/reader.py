"""A notice's own text with what was found in it marked in place. Pure: text and spans in, HTML out."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

ORDER = {"section": 0, "obligation": 1, "agency": 2, "predicate": 3}
"""What encloses what where two marks have the same extent; also the classes of the style sheet."""


@dataclass(frozen=True)
class Mark:
    """One finding in the text: code points [start, end), what it is, and plain words about it."""

    start: int
    end: int
    kind: str
    words: str = ""


def render_notice(text: str, marks: Iterable[Mark], here: int | None = None) -> str:
    """`text`, escaped, with every mark as an element. Marks that cross are cut at each other's ends, so that the HTML
    nests; the longest mark that starts at `here` is the one to scroll to."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    inside.sort(key=lambda mark: (mark.start, -mark.end, ORDER.get(mark.kind, 9)))
    sought = next((mark for mark in inside if mark.start == here and mark.kind != "section"), None)
    cuts = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    out: list[str] = []
    active: list[Mark] = []
    waiting = iter([*inside, None])
    following = next(waiting)
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while following is not None and following.start == start:
            active.append(following)
            following = next(waiting)
        out.append(_piece(text[start:end], active, sought))
    return "".join(out)


def _piece(text: str, active: list[Mark], sought: Mark | None) -> str:
    """A stretch between two ends, wrapped in everything that covers it."""
    inner = html.escape(text)
    for mark in reversed(active):
        classes = mark.kind + (" here" if mark is sought else "")
        title = f' title="{html.escape(mark.words)}"' if mark.words else ""
        inner = f'<span class="{html.escape(classes)}"{title}>{inner}</span>'
    return inner
