"""The driver comes without what it loads for data frames, and leaves those packages to whoever wants them."""

from __future__ import annotations

import subprocess
import sys


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_the_driver_loads_no_data_frames() -> None:
    assert (
        _run("import graph.store, sys; print([n for n in ('numpy', 'pandas', 'pyarrow') if n in sys.modules])") == "[]"
    )


def test_they_can_be_loaded_afterwards() -> None:
    assert _run("import graph.driver, numpy; print(numpy.arange(3).sum())") == "3"
