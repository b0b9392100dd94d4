"""How fast notices are read, held against a tokenizer that only cuts the same text into words.

python -m benchmarks.extract [--rounds 5] [--seeds DIR]
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import data
from loaders.extract.notice import extract
from loaders.read import find_files, read_source
from loaders.records import Copy


def tokenizer() -> Callable[[str], object]:
    """spaCy's blank Chinese pipeline with jieba: nothing but its tokenizer."""
    import jieba
    import spacy

    jieba.setLogLevel(logging.WARNING)
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def rates(copies: Sequence[Copy], rounds: int) -> Iterator[tuple[float, float]]:
    """Characters a second of extract and of the tokenizer, both warm, in turn so that a busy machine hits both."""
    cut = tokenizer()
    size = sum(len(copy.text) for copy in copies)
    for number in range(rounds + 1):
        ours = seconds(lambda: [extract(copy) for copy in copies])
        theirs = seconds(lambda: [cut(copy.text) for copy in copies])
        if number:  # the first round loads word lists and dictionaries
            yield size / ours, size / theirs


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extract", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seeds", type=Path, default=Path(os.environ.get("ZWGK_SEEDS", "../shared/seeds")))
    options = parser.parse_args()
    folders = [folder for folder in (data.HERE / "notices", options.seeds) if folder.is_dir()]
    copies = [read_source(path) for path in find_files(folders)]
    measured = list(rates(copies, options.rounds))
    ours, theirs = (statistics.median(column) for column in zip(*measured, strict=True))
    ratios = sorted(one / other for one, other in measured)
    print(
        f"{len(copies)} notices, {sum(len(copy.text) for copy in copies)} characters, {options.rounds} rounds, one process, warm"
    )
    print(f"extract            {ours:10,.0f} characters/s   tasks, agencies, obligations, citations")
    print(f"spaCy zh + jieba   {theirs:10,.0f} characters/s   words only")
    print(f"ratio              {statistics.median(ratios):10.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
