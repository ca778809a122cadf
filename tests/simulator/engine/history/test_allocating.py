"""What large arrays took goes back to the system as soon as they are freed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.waiting import SECONDS

TRIED = """
import sys
from pathlib import Path

import numpy as np

from metascope.simulator.engine.history.allocating import give_back_large_arrays

if sys.argv[1] == "yes":
    give_back_large_arrays()
kept = []
for _ in range(20):  # arrays of 3 MB come and go, between such as stay
    passing = [np.ones(3 << 20, np.uint8) for _ in range(20)]
    kept.append(np.ones(100_000, np.uint8))
    del passing
print(int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20)
"""


def taken(option: str) -> int:
    """Return the MB of a process in which large arrays were freed, with the option or without."""
    command = [sys.executable, "-c", TRIED, option]
    return int(subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it")
def test_freed_arrays_do_not_stay_between_others() -> None:
    assert taken("yes") < taken("no") - 30
