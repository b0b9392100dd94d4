"""What damage costs: each kind done to the notices, the result scored against the readings of the undamaged text.

python -m benchmarks.robustness [kind …] [--seeds DIR] [--gold DIR] [--allowed 2]
"""

from __future__ import annotations

import argparse
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import data
from benchmarks import damage, rewriting
from benchmarks.damage import Damage, Damaged
from loaders.document_json import document_json
from loaders.extract.notice import extract
from loaders.read import find_files, read_source
from loaders.records import Copy
from loaders.score import LAYERS, Report, score_document, sum_reports
from loaders.text.script import find_script
from loaders.verified.cuts import fill
from loaders.verified.files import find_json, read_json

Json = dict[str, Any]

_KEPT = ("name", "issuer", "region", "id", "section", "path")
_QUOTES = {
    **dict.fromkeys(map(ord, "“”‘’„「」『』'"), '"'),
    **dict.fromkeys(map(ord, "（〔【[{"), "("),
    **dict.fromkeys(map(ord, "）〕】]}"), ")"),
    ord("、"): ",",
    ord("。"): ".",
    ord("〈"): "《",
    ord("〉"): "》",
}
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200d\ufeff]")


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
    return _in_hant(_each_word(gold, lambda word, key: word if key in _KEPT else _opencc("s2twp").convert(word)))


def _labelled(gold: Json) -> Json:
    """责任单位：A、B says who answers for it, not that all of them lead."""
    tasks = [task if {b["role"] for b in task["agencies"]} != {"lead"} else _all_answer(task) for task in gold["tasks"]]
    return gold | {"tasks": tasks}


def _all_answer(task: Json) -> Json:
    return task | {"agencies": [body | {"role": "responsible"} for body in task["agencies"]]}


def _paged_full_width(text: str) -> Damaged:
    return damage.paged(text).then(damage.full_width)


def _portal(text: str) -> Damaged:
    return rewriting.traditional(text).then(damage.chrome).then(damage.half_width).then(damage.crlf)


KINDS: dict[str, Kind] = {
    "traditional": Kind(rewriting.traditional, _in_hant),
    "taiwan": Kind(rewriting.taiwan, _in_taiwan),
    "hong-kong": Kind(rewriting.hong_kong, _in_hant),
    "old-hao": Kind(damage.old_hao),
    "radicals": Kind(damage.radicals),
    "half-width": Kind(damage.half_width),
    "full-width": Kind(damage.full_width),
    "ascii-brackets": Kind(damage.ascii_brackets),
    "square-brackets": Kind(damage.square_brackets),
    "corner-quotes": Kind(damage.corner_quotes),
    "confused-punctuation": Kind(damage.confused_punctuation),
    "chapters": Kind(rewriting.chapters),
    "arabic": Kind(rewriting.arabic),
    "arabic-tight": Kind(rewriting.arabic_tight),
    "all-arabic": Kind(rewriting.all_arabic),
    "decimal": Kind(rewriting.decimal),
    "dotless": Kind(rewriting.dotless),
    "han-dates": Kind(rewriting.han_dates),
    "wrapped": Kind(damage.wrapped),
    "wrapped-narrow": Kind(damage.wrapped_narrow),
    "broken-words": Kind(damage.broken_words),
    "one-line": Kind(damage.one_line),
    "one-line-wide": Kind(damage.one_line_wide),
    "blank-lines": Kind(damage.blank_lines),
    "indented": Kind(damage.indented),
    "tab-indented": Kind(damage.tab_indented),
    "crlf": Kind(damage.crlf),
    "byte-order-mark": Kind(damage.marked),
    "page-marks": Kind(damage.page_marks),
    "paged": Kind(damage.paged),
    "paged-full-width": Kind(_paged_full_width),
    "cut-number": Kind(damage.cut_number),
    "zero-width": Kind(damage.zero_width),
    "spaced": Kind(damage.spaced),
    "spaced-headings": Kind(damage.spaced_headings),
    "doubled-headings": Kind(damage.doubled_headings),
    "stray-latin": Kind(damage.stray_latin, ignored="and|the|of|ok|to"),
    "glossed": Kind(damage.glossed, ignored=r"\([a-z\u0300-\u036f\u00e0-\u01dc]+\)"),
    "chrome": Kind(damage.chrome),
    "portal": Kind(_portal, _in_hant),
    "open-clauses": Kind(damage.open_clauses),
    "labelled-clauses": Kind(damage.labelled_clauses, _labelled),
    "bare-clauses": Kind(damage.bare_clauses, _labelled),
    "signed-below": Kind(damage.signed_below),
    "tabulated": Kind(rewriting.tabulated),
}
_WHOLE = Kind(damage.whole)


@cache
def _opencc(name: str) -> Any:
    from opencc import OpenCC

    return OpenCC(name)


@cache
def _folded(word: str, ignored: str) -> str:
    """Words that differ only by script, width, blanks or the look of a mark are the same."""
    for name in ("hk2s", "tw2s"):
        word = _opencc(name).convert(word)
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", word).translate(_QUOTES)).translate(_QUOTES)
    return re.sub(ignored, "", plain) if ignored and re.search("[\u4e00-\u9fff]", plain) else plain


def _each_word(value: Any, change: Callable[[str, str], str], key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {name: _each_word(item, change, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_each_word(item, change, key) for item in value]
    return change(value, key) if isinstance(value, str) else value


def _placed(value: Any, damaged: Damaged) -> Any:
    """The findings with their places in the original."""
    if isinstance(value, list):
        return [_placed(item, damaged) for item in value]
    if not isinstance(value, Mapping):
        return value
    moved = {name: _placed(item, damaged) for name, item in value.items()}
    if "start" in moved:
        moved["start"], moved["end"] = damaged.back(moved["start"], moved["end"])
    return moved


def score_kind(kind: Kind, texts: Mapping[str, tuple[str, Json]]) -> Report:
    """The score over all notices, name to text and reading, once they are damaged."""
    reports = []
    for name, (text, gold) in texts.items():
        damaged = kind.damage(text)
        copy = Copy(name, "", damaged.text, find_script(damaged.text))
        found = _placed(document_json([extract(copy)]), damaged)
        expected, given = (
            _each_word(doc, lambda word, _: _folded(word, kind.ignored)) for doc in (kind.reads(gold), found)
        )
        reports.append(score_document(expected, given, name))
    return sum_reports(reports)


def read_texts(seeds: Path, gold: Path) -> dict[str, tuple[str, Json]]:
    """Each reading with the text it was made from, found by the file's hash."""
    copies = {copy.sha256: copy for copy in map(read_source, find_files([seeds]))}
    texts = {}
    for path in find_json([gold]):
        reading = read_json(path)
        copy = copies.get(reading["document"]["copies"][0]["sha256"])
        if copy:
            texts[path.stem] = copy.text, fill(reading, copy.text)
    return texts


def _lost(whole: Report, report: Report) -> dict[str, float]:
    return {layer: 100 * (whole.layers[layer].f1 - report.layers[layer].f1) for layer in LAYERS}


def _row(name: str, values: Iterable[float]) -> str:
    return f"{name:22}" + "".join(f"{value:6.1f}" if abs(value) >= 0.05 else "     ." for value in values)


def _causes(whole: Report, report: Report) -> list[str]:
    """The three costliest causes that the undamaged text has not."""
    known = {failure.key for failure in whole.failures}
    fresh = tuple(failure for failure in report.failures if failure.key not in known)
    lines = []
    for layer, cause, failures in replace(report, failures=fresh).causes()[:3]:
        first = failures[0]
        lines.append(
            f"    {layer}/{cause} × {len(failures)}: {first.document} {first.place}: {first.gold} → {first.found}"
        )
    return lines


def _print(whole: Report, reports: Mapping[str, Report], allowed: float) -> None:
    lost = {name: _lost(whole, report) for name, report in reports.items()}
    print(
        f"{'points lost':22}" + "".join(f"{layer.replace('domain primary', 'main').title()[:5]:>6}" for layer in LAYERS)
    )
    print(_row("(undamaged F1)", (100 * whole.layers[layer].f1 for layer in LAYERS)))
    ordered = sorted(reports, key=lambda name: -max(lost[name].values()))
    for name in ordered:
        print(_row(name, lost[name].values()))
    worse = [name for name in ordered if max(lost[name].values()) > allowed]
    print(f"\n{len(reports) - len(worse)} of {len(reports)} kinds lose at most {allowed:g} points in every layer.")
    for name in worse[:10]:
        print(name, *_causes(whole, reports[name]), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="kind", help=", ".join(KINDS))
    parser.add_argument("--seeds", type=Path, default=Path(os.environ.get("ZWGK_SEEDS", "../shared/seeds")))
    parser.add_argument("--gold", type=Path, default=data.HERE / "verified")
    parser.add_argument("--allowed", type=float, default=2.0, help="points that a layer may lose")
    options = parser.parse_args()
    unknown = set(options.kinds) - set(KINDS)
    if unknown:
        parser.error(f"no such kind: {', '.join(sorted(unknown))}; known: {', '.join(KINDS)}")
    texts = read_texts(options.seeds, options.gold)
    if not texts:
        parser.error(f"no notice in {options.seeds} that a reading in {options.gold} was made from")
    whole = score_kind(_WHOLE, texts)
    _print(whole, {name: score_kind(KINDS[name], texts) for name in options.kinds or KINDS}, options.allowed)


if __name__ == "__main__":
    main()
