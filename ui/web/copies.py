"""Two copies of one notice side by side, with their differences marked: what `zwgk diff` says, on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ui import differences
from ui.web import page, source
from ui.web.markup import escape
from ui.web.reader import Mark, render_notice
from ui.wording import Language

if TYPE_CHECKING:
    from loaders.differences import Comparison

PLACE = "d-"
"""Before the number of a difference: the name that the list of differences leads to."""


def show_copies(document: str, copy: Mapping[str, Any], beside: Mapping[str, Any]) -> None:
    """The differences in a list, then both texts, level with each other."""
    language = page.language()
    if not copy["text"] or not beside["text"]:
        page.note(page.say("有一份副本没有原文，无从对照。", "One of the copies has no text to compare."))
        return
    comparison = source.compared(document, (str(copy["sha256"]), str(beside["sha256"])))
    page.sentence(differences.count(comparison, language))
    page.put(listed(comparison, language) + side_by_side(comparison, language))


def listed(comparison: Comparison, language: Language) -> str:
    """Each place that differs: its kind, what stands in both copies, and the findings that differ for it."""
    items = []
    told: set[int] = set()
    for number, found in enumerate(comparison.differences):
        what = f'<span class="muted">{escape(differences.kind(found.kind, language))}</span>'
        words = f"{_quoted(found.one.text)} ↔ {_quoted(found.other.text)}"
        follows = [comparison.findings[n] for n in found.findings if n not in told]
        told.update(found.findings)
        said = "；".join(differences.finding(each, comparison, language) for each in follows)
        meant = f'<br><span class="muted">→ {escape(said)}</span>' if said else ""
        items.append(f'<li><a href="#{PLACE}{number}" target="_self">{what} {words}</a>{meant}</li>')
    return f'<ul class="list differences">{"".join(items)}</ul>' if items else ""


def side_by_side(comparison: Comparison, language: Language) -> str:
    """Both texts as a table of two columns; each row begins level where a paragraph that differs begins."""
    texts = comparison.one.copy.text, comparison.other.copy.text
    marks = [list(_marks(comparison, side, language)) for side in (0, 1)]
    rows = []
    for spans in _rows(comparison):
        cells = (
            render_notice(texts[side][start:end], _within(marks[side], start, end))
            for side, (start, end) in enumerate(spans)
        )
        rows.append("<tr>" + "".join(f'<td class="notice">{cell}</td>' for cell in cells) + "</tr>")
    heads = "".join(
        f'<th scope="col">{escape(notice.copy.source)}</th>' for notice in (comparison.one, comparison.other)
    )
    return f'<table class="copies"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _marks(comparison: Comparison, side: int, language: Language) -> Iterable[Mark]:
    for number, found in enumerate(comparison.differences):
        place = (found.one, found.other)[side]
        if place.start < place.end:
            name = f"{PLACE}{number}" if side == 0 or found.one.start == found.one.end else ""
            yield Mark(place.start, place.end, "differs", differences.kind(found.kind, language), anchor=name)


def _rows(comparison: Comparison) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """Stretches of both texts that stand beside each other, [start, end) each: cut at the line in which a difference
    begins, where both lines lie behind those of the cut before."""
    texts = comparison.one.copy.text, comparison.other.copy.text
    before = (0, 0)
    for found in comparison.differences:
        cut = _line(texts[0], found.one.start), _line(texts[1], found.other.start)
        if all(here > there for here, there in zip(cut, before, strict=True)):
            yield (before[0], cut[0]), (before[1], cut[1])
            before = cut
    yield (before[0], len(texts[0])), (before[1], len(texts[1]))


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _within(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks of a stretch, in its own offsets; one that reaches over its end is cut there."""
    return [
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.words, anchor=mark.anchor)
        for mark in marks
        if mark.start < end and start < mark.end
    ]


def _quoted(words: str) -> str:
    return f"“{escape(differences.cut(words))}”" if words else "—"
