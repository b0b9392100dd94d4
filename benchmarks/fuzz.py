"""Random mutations of notices: whatever a text has become, reading it raises nothing and every span cuts what it claims.

python -m benchmarks.fuzz [--runs 10000] [--seed 1] [--seeds DIR]
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import data
from benchmarks.mutations import mutate
from loaders.document_json import document_json
from loaders.extract.notice import extract
from loaders.read import find_files, read_source
from loaders.records import Copy, Notice
from loaders.text.fold import fold_name
from loaders.text.script import find_script


class Fault(NamedTuple):
    """What went wrong in run `run`, whose text can be made again."""

    run: int
    what: str
    text: str


def _letters(text: str) -> str:
    return "".join(char for char in fold_name(text) if char.isalnum())


def _within(word: str, cut: str) -> bool:
    """Whether the letters of `word` stand in `cut` in their order, others between them."""
    rest = iter(_letters(cut))
    return all(char in rest for char in _letters(word))


def faults_of(notice: Notice) -> Iterator[str]:
    """What is wrong with the spans of a notice."""
    text = notice.copy.text
    named: list[tuple[str, Any]] = [(f"section {s.path}", s.at) for s in notice.sections]
    for task in notice.tasks:
        named += [(f"task {task.id}", task.at), *((f"body {b.mention}", b.at) for b in task.agencies)]
        named += [(f"obligation {o.id}", o.at) for o in task.obligations]
    named += [(f"citation {c.text}", c.at) for c in notice.citations]
    yield from (
        f"{name}: [{at.start}, {at.end}) is no place in {len(text)} characters"
        for name, at in named
        if not 0 <= at.start <= at.end <= len(text)
    )
    for section in notice.sections:
        if section.title and not _within(section.title, text[section.at.start : section.at.end]):
            yield f"section {section.path}: its span has not the title {section.title!r}"
    for citation in notice.citations:
        if citation.text != text[citation.at.start : citation.at.end]:
            yield f"citation {citation.text!r}: cut {text[citation.at.start : citation.at.end]!r}"
    yield from _task_faults(notice)
    ids = [task.id for task in notice.tasks] + [o.id for task in notice.tasks for o in task.obligations]
    if len(ids) != len(set(ids)):
        yield "two findings of one id"
    document_json([notice])


def _task_faults(notice: Notice) -> Iterator[str]:
    text = notice.copy.text
    for task in notice.tasks:
        for body in task.agencies:
            cut = text[body.at.start : body.at.end]
            # The mention may have the level prefix of the list in front, which its span has not.
            if not any(_within(body.mention[n:], cut) for n in range(min(4, len(body.mention)))):
                yield f"task {task.id}: body {body.mention!r} cut {cut!r}"
        for duty in task.obligations:
            if duty.text != text[duty.at.start : duty.at.end] or not duty.text.strip():
                yield f"obligation {duty.id}: text {duty.text!r} cut {text[duty.at.start : duty.at.end]!r}"
            if not task.at.start <= duty.at.start <= duty.at.end <= task.at.end:
                yield f"obligation {duty.id}: outside its task"
        for body in task.agencies:
            if not task.at.start <= body.at.start <= body.at.end <= task.at.end:
                yield f"body {body.mention!r}: outside its task {task.id}"


def fuzz(texts: Sequence[str], runs: int, seed: int) -> Iterator[Fault]:
    """The faults of so many mutations; each run is made from `seed` and its number alone."""
    for run in range(runs):
        text = mutate(texts, Random(f"{seed}/{run}"))
        try:
            notice = extract(Copy(f"run-{run}", "", text, find_script(text)))
            found = list(faults_of(notice))
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        yield from (Fault(run, what, text) for what in found)


def notice_texts(*folders: Path) -> list[str]:
    """The texts of all notices of the folders that are there."""
    return [read_source(path).text for path in find_files(folder for folder in folders if folder.is_dir())]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path, default=Path(os.environ.get("ZWGK_SEEDS", "../shared/seeds")))
    options = parser.parse_args()
    texts = notice_texts(data.HERE / "notices", options.seeds)
    began = time.perf_counter()
    count = 0
    for fault in fuzz(texts, options.runs, options.seed):
        count += 1
        print(f"run {fault.run}: {fault.what[:300]}")
    print(f"{options.runs} mutations of {len(texts)} notices in {time.perf_counter() - began:.0f} s: {count} faults")
    raise SystemExit(1 if count else 0)


if __name__ == "__main__":
    main()
