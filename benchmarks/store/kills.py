"""Kill -9 of server, supervisor or loader at random moments under load: what was acknowledged must be there whole,
nothing by half, and the next start must need no help.

python -m benchmarks.store.kills [rounds] [seed]
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.store.graphs import notice_graph, notice_id

ROOT = Path(__file__).parents[2]
VICTIMS = (("server",), ("loader",), ("server", "loader"), ("supervisor",), ("server", "supervisor", "loader"))
TASKS = 20
ROWS = 2_000
"""Nodes and edges a transaction, about ten notices: small enough that kills fall between transactions as well as in them."""
ENOUGH = 100_000
"""More notices than a round comes to."""
BEYOND = 200
"""A round begins with notices of its own, beyond those that the one before stored and could not write down."""
_HOLDINGS = """MATCH (d:Document) WHERE d.held = true
RETURN d.id, COUNT { (d)<-[:PART_OF]-(:Task) }, COUNT { (d)<-[:PART_OF]-(:Task)<-[:LEADS]-(:Agency) },
  COUNT { (d)<-[:PART_OF]-(:Task)-[:REQUIRES]->(:Obligation)-[:DISCLOSES]->(:InformationType) },
  COUNT { (d)<-[:COPY_OF]-(:Copy) }"""


def load(begin: int, acknowledged: str) -> None:
    """Store notices from serial `begin` on, some a transaction, until killed; they are written down when the store has
    acknowledged them."""
    from graph import batching
    from graph.store import connect

    batching.ROWS = ROWS
    serials = {notice_id(serial): serial for serial in range(begin, begin + ENOUGH)}
    with connect("writer") as store, Path(acknowledged).open("a", encoding="utf-8") as file:
        for stored in store.replace_all((name, notice_graph(serial, TASKS)) for name, serial in serials.items()):
            if stored.error:
                raise stored.error
            file.write("".join(f"{serials[name]}\n" for name in stored.documents))
            file.flush()


def rounds(count: int, seed: int) -> dict[str, object]:
    """Kill `count` times; the number of acknowledged notices, and every breach in words."""
    dice = random.Random(seed)
    breaches: list[str] = []
    killed: Counter[str] = Counter()
    starts: list[float] = []
    with tempfile.TemporaryDirectory() as base:
        os.environ.update(ZWGK_HOME=f"{base}/home", ZWGK_HEAP="512m", NEO4J_URI="")
        from graph import embedded
        from graph.store import connect

        acknowledged = Path(base) / "acknowledged"
        acknowledged.touch()
        with connect("writer") as store:
            store.prepare()
        serial = 1
        for number in range(count):
            victims = VICTIMS[number % len(VICTIMS)]
            _round(victims, serial, acknowledged, dice)
            killed.update(victims)
            known = {int(line) for line in acknowledged.read_text().split()}
            begun = time.perf_counter()
            try:
                with connect("reader") as reader:
                    rows = reader.table(_HOLDINGS).rows
            except Exception as error:
                breaches.append(f"round {number}: the next start failed: {error}")
                break
            starts.append(time.perf_counter() - begun)
            held = {row[0] for row in rows}
            breaches += [f"round {number}: lost {s}" for s in known if notice_id(s) not in held]
            breaches += [f"round {number}: by half {row}" for row in rows if row[1:] != (TASKS, TASKS, TASKS, 1)]
            print(
                f"round {number + 1}: {len(known)} acknowledged, {len(breaches)} breaches", file=sys.stderr, flush=True
            )
            serial = max(known, default=serial) + BEYOND
        embedded.stop()
        total = len(acknowledged.read_text().split())
    seconds = round(sorted(starts)[len(starts) // 2], 2) if starts else None
    return {
        "rounds": count,
        "killed": dict(killed),
        "acknowledged": total,
        "breaches": breaches,
        "next start, median s": seconds,
    }


def _round(victims: tuple[str, ...], serial: int, acknowledged: Path, dice: random.Random) -> None:
    """Load, kill in the middle; a loader that was spared goes on with the server that comes back, then ends."""
    from graph import embedded

    state = embedded.start()
    before = acknowledged.stat().st_size
    command = [sys.executable, "-m", "benchmarks.store.kills", "load", str(serial), str(acknowledged)]
    loader = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    enough = before + dice.randrange(6, 400)
    while acknowledged.stat().st_size < enough and loader.poll() is None:
        time.sleep(0.01)
    time.sleep(dice.uniform(0, 0.3))
    pids = {"server": state.server, "supervisor": state.supervisor, "loader": loader.pid}
    for victim in victims:
        os.kill(pids[victim], 9)
    if "loader" not in victims:
        time.sleep(dice.uniform(0, 2))
        loader.kill()
    loader.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["load"]:
        load(int(sys.argv[2]), sys.argv[3])
    else:
        asked = [int(word) for word in sys.argv[1:]]
        print(json.dumps(rounds(*(asked + [10, 6][len(asked) :])), ensure_ascii=False, indent=2))
