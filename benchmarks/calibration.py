"""How often each rule is right, on every notice with a reading, and whether the confidence it states says so.

python -m benchmarks.calibration [--write] [--seeds DIR]
"""

from __future__ import annotations

import argparse
import csv
import itertools
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import data
from loaders.document_json import document_json
from loaders.extract.confidence import TABLE, measured_rule, rate
from loaders.extract.notice import extract
from loaders.read import find_files, read_source
from loaders.score.rules import judged
from loaders.verified.cuts import fill
from loaders.verified.files import find_json, read_json

Rule = tuple[str, str]
Counts = dict[Rule, Counter[bool]]
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


def count(gold: Iterable[Path], sources: Iterable[Path]) -> dict[str, Counts]:
    """By notice and rule, how many findings readers confirm and how many they do not."""
    copies = {copy.sha256: copy for copy in map(read_source, find_files(sources))}
    counts: dict[str, Counts] = {}
    for path in find_json(gold):
        reading = read_json(path)
        copy = copies.get(reading["document"]["copies"][0]["sha256"])
        if copy:
            notice = extract(copy)
            rules: Counts = defaultdict(Counter)
            for finding, rule, right in judged(fill(reading, copy.text), document_json([notice]), notice):
                rules[finding, measured_rule(finding, rule)][right] += 1
            counts[path.stem] = rules
    return counts


def total(counts: Iterable[Counts]) -> Counts:
    summed: Counts = defaultdict(Counter)
    for rules in counts:
        for rule, tally in rules.items():
            summed[rule] += tally
    return summed


def reliability(counts: Mapping[str, Counts]) -> Iterator[tuple[float, float, int, float, float]]:
    """(from, to, findings, stated, right) by what the rules would state of a notice that was left out of the count."""
    seen: list[tuple[float, bool, int]] = []
    for name, rules in counts.items():
        others = total(found for other, found in counts.items() if other != name)
        for rule, tally in rules.items():
            stated = rate(others[rule][True], others[rule].total()) if rule in others else rate(0, 0)
            seen += [(stated, right, number) for right, number in tally.items()]
    for low, high in itertools.pairwise(_BINS):
        inside = [(stated, right, number) for stated, right, number in seen if low <= stated < high]
        number = sum(one[2] for one in inside)
        if number:
            stated = sum(one[0] * one[2] for one in inside) / number
            yield low, min(high, 1.0), number, stated, sum(one[2] for one in inside if one[1]) / number


def write(counts: Counts) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["finding", "rule", "seen", "right", "confidence"])
        for (finding, rule), tally in sorted(counts.items()):
            rows.writerow([finding, rule, tally.total(), tally[True], f"{rate(tally[True], tally.total()):.3f}"])


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.calibration", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--write", action="store_true", help=f"write {TABLE.name}, from which findings take their confidence"
    )
    parser.add_argument("--seeds", type=Path, default=Path(os.environ.get("ZWGK_SEEDS", "../shared/seeds")))
    options = parser.parse_args()
    here = Path(__file__).parent / "unseen"
    sources = [folder for folder in (data.HERE / "notices", here, options.seeds) if folder.is_dir()]
    counts = count([data.HERE / "verified", here], sources)
    summed = total(counts.values())
    print(f"{len(counts)} notices with a reading\n\n{'finding':12}{'rule':38}{'seen':>6}{'right':>7}{'confidence':>12}")
    for (finding, rule), tally in sorted(summed.items()):
        print(f"{finding:12}{rule:38}{tally.total():6}{tally[True]:7}{rate(tally[True], tally.total()):12.3f}")
    print("\nStated of a notice that was left out of the count, and found in it:")
    for low, high, number, stated, right in reliability(counts):
        print(f"{low:5.2f} to {high:4.2f}  {number:6} findings  stated {stated:.3f}  right {right:.3f}")
    if options.write:
        write(summed)


if __name__ == "__main__":
    main()
