"""The kinds of damage by name, each with what it changes in the reading of a notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.damage import clauses, lines, marks, rewriting, strangers, tables
from benchmarks.damage.text import Damage, Damaged, whole
from benchmarks.words import converter, each_word

Json = dict[str, Any]

# Fields that keep their form whatever words the text has.
_KEPT = ("name", "issuer", "region", "id", "section", "path")


@dataclass(frozen=True)
class Kind:
    """A damage; `reads` turns the reading of the original into that of the damaged text where more than places change;
    `ignored` is what the damage put between words."""

    damage: Damage
    reads: Callable[[Json], Json] = lambda gold: gold
    ignored: str = ""


def _in_hant(gold: Json) -> Json:
    return gold | {"document": gold["document"] | {"script": "Hant"}}


def _in_taiwan(gold: Json) -> Json:
    return _in_hant(each_word(gold, lambda word, key: word if key in _KEPT else converter("s2twp").convert(word)))


def _labelled(gold: Json) -> Json:
    """责任单位：A、B says who answers for it, not that all of them lead."""
    tasks = [task if {b["role"] for b in task["agencies"]} != {"lead"} else _all_answer(task) for task in gold["tasks"]]
    return gold | {"tasks": tasks}


def _all_answer(task: Json) -> Json:
    return task | {"agencies": [body | {"role": "responsible"} for body in task["agencies"]]}


def _paged_full_width(text: str) -> Damaged:
    return lines.paged(text).then(marks.full_width)


def _portal(text: str) -> Damaged:
    return rewriting.traditional(text).then(strangers.chrome).then(marks.half_width).then(lines.crlf)


KINDS: dict[str, Kind] = {
    "traditional": Kind(rewriting.traditional, _in_hant),
    "taiwan": Kind(rewriting.taiwan, _in_taiwan),
    "hong-kong": Kind(rewriting.hong_kong, _in_hant),
    "old-hao": Kind(marks.old_hao),
    "radicals": Kind(marks.radicals),
    "half-width": Kind(marks.half_width),
    "full-width": Kind(marks.full_width),
    "ascii-brackets": Kind(marks.ascii_brackets),
    "square-brackets": Kind(clauses.square_brackets),
    "corner-quotes": Kind(marks.corner_quotes),
    "confused-punctuation": Kind(marks.confused_punctuation),
    "chapters": Kind(rewriting.chapters),
    "arabic": Kind(rewriting.arabic),
    "arabic-tight": Kind(rewriting.arabic_tight),
    "all-arabic": Kind(rewriting.all_arabic),
    "decimal": Kind(rewriting.decimal),
    "dotless": Kind(rewriting.dotless),
    "han-dates": Kind(rewriting.han_dates),
    "wrapped": Kind(lines.wrapped),
    "wrapped-narrow": Kind(lines.wrapped_narrow),
    "broken-words": Kind(lines.broken_words),
    "one-line": Kind(lines.one_line),
    "one-line-wide": Kind(lines.one_line_wide),
    "blank-lines": Kind(lines.blank_lines),
    "indented": Kind(lines.indented),
    "tab-indented": Kind(lines.tab_indented),
    "crlf": Kind(lines.crlf),
    "byte-order-mark": Kind(lines.marked),
    "page-marks": Kind(lines.page_marks),
    "paged": Kind(lines.paged),
    "paged-full-width": Kind(_paged_full_width),
    "cut-number": Kind(strangers.cut_number),
    "zero-width": Kind(strangers.zero_width),
    "spaced": Kind(strangers.spaced),
    "spaced-headings": Kind(strangers.spaced_headings),
    "doubled-headings": Kind(strangers.doubled_headings),
    "stray-latin": Kind(strangers.stray_latin, ignored="and|the|of|ok|to"),
    "glossed": Kind(strangers.glossed, ignored=r"\([a-z\u0300-\u036f\u00e0-\u01dc]+\)"),
    "chrome": Kind(strangers.chrome),
    "portal": Kind(_portal, _in_hant),
    "open-clauses": Kind(clauses.open_clauses),
    "labelled-clauses": Kind(clauses.labelled_clauses, _labelled),
    "bare-clauses": Kind(clauses.bare_clauses, _labelled),
    "signed-below": Kind(clauses.signed_below),
    "tabulated": Kind(tables.tabulated),
}
WHOLE = Kind(whole)
"""No damage: what the others are held against."""
