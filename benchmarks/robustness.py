"""What damage costs: each kind done to the notices, the result scored against the readings of the undamaged text.

python -m benchmarks.robustness [kind …] [--seeds DIR] [--gold DIR] [--allowed 2]
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import data
from benchmarks.kinds import KINDS, WHOLE, Json, Kind
from benchmarks.words import each_word, folded
from loaders.document_json import document_json
from loaders.extract.notice import extract
from loaders.read import find_files, read_source
from loaders.records import Copy
from loaders.score import LAYERS, Report, score_document, sum_reports
from loaders.text.script import find_script
from loaders.verified.cuts import fill
from loaders.verified.files import find_json, read_json


def _placed(value: Any, place: Callable[[int, int], tuple[int, int]]) -> Any:
    """The findings with each span where `place` puts it."""
    if isinstance(value, list):
        return [_placed(item, place) for item in value]
    if not isinstance(value, Mapping):
        return value
    moved = {name: _placed(item, place) for name, item in value.items()}
    if "start" in moved:
        moved["start"], moved["end"] = place(moved["start"], moved["end"])
    return moved


def score_kind(kind: Kind, texts: Mapping[str, tuple[str, Json]]) -> Report:
    """The score over all notices, name to text and reading, once they are damaged: what is found, with its places in the
    original, against the readings, each span cut down to what the damage left of it."""
    reports = []
    for name, (text, gold) in texts.items():
        damaged = kind.damage(text)
        copy = Copy(name, "", damaged.text, find_script(damaged.text))
        found = _placed(document_json([extract(copy)]), damaged.back)
        reading = _placed(kind.reads(gold), damaged.left)
        expected, given = (each_word(doc, lambda word, _: folded(word, kind.ignored)) for doc in (reading, found))
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
    whole = score_kind(WHOLE, texts)
    _print(whole, {name: score_kind(KINDS[name], texts) for name in options.kinds or KINDS}, options.allowed)


if __name__ == "__main__":
    main()
