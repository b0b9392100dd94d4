"""A notice's own text with what was found in it marked in place. Pure: text and spans in, HTML out."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

ORDER = {"section": 0, "task": 1, "obligation": 2, "agency": 3, "citation": 4, "channel": 5, "when": 6, "predicate": 7}
"""What encloses what where two marks have the same extent; also the classes of the style sheet."""


@dataclass(frozen=True)
class Mark:
    """One finding in the text: code points [start, end), what it is, and plain words about it. `href` is where a click
    leads, `task` the number of the task it belongs to (see ui.web.notice), `anchor` a name that a link may lead to."""

    start: int
    end: int
    kind: str
    words: str = ""
    href: str = ""
    task: int | None = None
    anchor: str = ""


def render_notice(
    text: str, marks: Iterable[Mark], here: int | None = None, aside: Mapping[int, str] | None = None
) -> str:
    """`text`, escaped, with every mark as an element. Marks that cross are cut at each other's ends, so that the HTML
    nests; the longest mark that starts at `here` is the one to scroll to. `aside` is HTML to stand beside an offset."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    inside.sort(key=lambda mark: (mark.start, -mark.end, ORDER.get(mark.kind.split()[0], 9)))
    there = [mark for mark in inside if mark.start == here and mark.kind != "section"]
    sought = min(there, key=lambda mark: mark.kind.startswith("task"), default=None)
    beside = aside or {}
    ends = (end for mark in inside for end in (mark.start, mark.end))
    cuts = sorted({0, len(text), *ends, *(at for at in beside if 0 <= at <= len(text))})
    out: list[str] = []
    active: list[Mark] = []
    linked: set[Mark] = set()
    waiting = iter([*inside, None])
    following = next(waiting)
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while following is not None and following.start == start:
            active.append(following)
            following = next(waiting)
        out.append(beside.get(start, ""))
        out.append(_piece(text[start:end], active, sought, linked, start))
    return "".join(out)


def _piece(text: str, active: list[Mark], sought: Mark | None, linked: set[Mark], at: int) -> str:
    """A stretch between two ends, wrapped in everything that covers it, and in one link: that of the innermost mark.
    Only the first piece of a mark is a stop of the keyboard."""
    inner = html.escape(text)
    target = next((mark for mark in reversed(active) if mark.href), None)
    if target and text.strip():
        stop = "" if target not in linked else ' tabindex="-1"'
        linked.add(target)
        inner = f'<a href="{html.escape(target.href)}" target="_self"{stop}>{inner}</a>'
    for mark in reversed(active):
        classes = mark.kind + (" here" if mark is sought else "")
        title = f' title="{html.escape(mark.words)}"' if mark.words else ""
        task = f' data-t="{mark.task}"' if mark.task is not None else ""
        anchor = f' id="{html.escape(mark.anchor)}"' if mark.anchor and mark.start == at else ""
        inner = f'<span class="{html.escape(classes)}"{title}{task}{anchor}>{inner}</span>'
    return inner
