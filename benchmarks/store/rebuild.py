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


def main(count: int) -> dict[str, float]:
    """Whole `zwgk build` commands, interpreter and server start included; seconds."""
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
    ratio = statistics.median(again) / first
    return {"notices": count, "first": first, "again": statistics.median(again), "ratio": round(ratio, 4)}


def _build(folder: Path, environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    command = [*ZWGK, "build", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return round(time.perf_counter() - begun, 2)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)))
