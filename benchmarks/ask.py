"""How long a question takes: warm in one process, and cold as a command line, against the database that ZWGK_HOME names.

python -m benchmarks.ask [--rounds 20] [--cold 5]

Wall time and processor time: where other work shares the machine, the second tells what the program itself needs.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from graph.store import connect
from queries.ask import ask, read_vocabulary

QUESTIONS = (
    "省财政厅每月必须公开什么？",
    "谁牵头环境保护公开？",
    "每周要公开的有哪些？",
    "通过新闻发布会公开的有哪些？",
    "比较黑龙江和山西的环境保护公开",
    "5月到期的义务有哪些",
    "省财证厅每月必须公开什么",
    "what must 省财政厅 disclose monthly",
    "省长的工资是多少",
)


class Took(NamedTuple):
    """Seconds."""

    wall: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def warm(rounds: int) -> list[tuple[str, list[Took]]]:
    """Each question so often, with the vocabulary read before, as the page holds it; one round before is not counted."""
    with connect("reader") as store:
        vocabulary = read_vocabulary(store)

        def once(question: str) -> Took:
            return timed(lambda: ask(store, question, vocabulary=vocabulary))

        for question in QUESTIONS:
            once(question)
        return [(question, [once(question) for _ in range(rounds)]) for question in QUESTIONS]


def cold(times: int) -> list[Took]:
    """A command line of its own for the first question; the server is up."""
    command = [sys.executable, "-m", "ui.cli.main", "ask", QUESTIONS[0]]

    def once() -> Took:
        before = os.times()
        wall = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = os.times()
        spent = (after.children_user + after.children_system) - (before.children_user + before.children_system)
        return Took(time.perf_counter() - wall, spent)

    return [once() for _ in range(times)]


def _line(name: str, took: list[Took]) -> str:
    wall, processor = (sorted(getattr(one, field) for one in took) for field in Took._fields)
    worst = wall[min(len(wall) - 1, int(len(wall) * 0.95))]
    median = statistics.median(wall)
    return f"{median * 1000:8.0f} {worst * 1000:8.0f} {statistics.median(processor) * 1000:10.0f}  {name}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--cold", type=int, default=5)
    given = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; milliseconds")
    print("  median     95 %  processor")
    found = warm(given.rounds)
    for question, took in found:
        print(_line(question, took))
    print(_line("all, warm", [one for _, took in found for one in took]))
    print(_line("command line, cold", cold(given.cold)))
