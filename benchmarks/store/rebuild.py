"""Build a folder of invented notices, build it again: what the second time costs.

python -m benchmarks.store.rebuild [notices]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.store.notices import write_notices

ROOT = Path(__file__).parents[2]
ZWGK = [sys.executable, "-c", "from ui.cli.main import main; main()"]


def main(count: int) -> dict[str, object]:
    """Whole `zwgk build` commands, interpreter included; wall and processor seconds (the command's, not the server's)."""
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base) / "notices"
        write_notices(folder, count)
        time.sleep(2.5)
        environment = {**os.environ, "ZWGK_HOME": f"{base}/home", "NEO4J_URI": ""}
        try:
            first = _build(folder, environment)
            again = [_build(folder, environment) for _ in range(3)]
        finally:
            subprocess.run([*ZWGK, "db", "stop"], cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL)
    found: dict[str, object] = {"notices": count, "load average": round(os.getloadavg()[0], 1)}
    for place, name in enumerate(("wall", "processor")):
        later = statistics.median(times[place] for times in again)
        found[name] = {"first": first[place], "again": later, "ratio": round(later / first[place], 4)}
    return found


def _build(folder: Path, environment: dict[str, str]) -> tuple[float, float]:
    begun, before = time.perf_counter(), os.times()
    command = [*ZWGK, "build", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return round(time.perf_counter() - begun, 2), round(used, 2)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)))
