"""Measures how fast this computer is, compared with the one on which the scenarios' `expected_seconds` were measured.

`python -m metascope.simulator.engine.cli.calibrating` prints one line, {"factor": 1.25, "spread": 0.08}: what takes a
second there takes 1.25 here. It does what training does, in small: numpy on the matrices of small networks, and Python
around it. It takes less than a second, counts the time of its own process alone, and of several tries the fastest.
"""

from __future__ import annotations

import json
import math
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import metascope
from metascope.simulator.engine.version import version

ROOT = Path(metascope.__file__).resolve().parents[1]  # the folder in which the module is found by its name
SINGLE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")  # for its environment
LEAST, MOST = 0.01, 100.0  # a factor beyond these is no measurement
_TRIES = 25
_STEPS = 400  # of each work in a try
# Seconds of process time per try on the computer on which `expected_seconds` were measured, the fastest of many.
_REFERENCE = {"numbers": 0.0019, "interpreter": 0.0072}


@dataclass(frozen=True)
class Speed:
    """How long something takes here if it takes a second where the scenarios' times were measured."""

    factor: float
    spread: float = 0.0  # relative: by how much the two works, numbers and interpreter, disagree about it

    def __post_init__(self) -> None:
        if not (LEAST <= self.factor <= MOST and 0 <= self.spread <= MOST):
            raise ValueError("no measurement")


def read(text: str) -> Speed:
    """Return the measurement that a process printed.

    Raises:
        ValueError: it is none.
    """
    try:
        document = json.loads(text)
        return Speed(float(document["factor"]), float(document["spread"]))
    except (KeyError, TypeError, ValueError, RecursionError):
        raise ValueError("no measurement") from None


def machine() -> str:
    """Return what this computer is: another one, or another version of what computes, is measured again."""
    processor = platform.processor()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        processor = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), processor)
    except OSError:
        pass  # not Linux
    parts = (platform.machine(), processor, f"{os.cpu_count()} cores", f"Python {platform.python_version()}")
    return "; ".join((*parts, f"numpy {np.__version__}", f"Metascope {version()}"))


def measure() -> Speed:
    """Return the speed of this computer, measured in less than a second of its process's time."""
    works = {"numbers": _numbers, "interpreter": _interpreter}
    ratios = [_fastest(work) / _REFERENCE[name] for name, work in works.items()]
    factor = math.sqrt(ratios[0] * ratios[1])
    return Speed(min(max(factor, LEAST), MOST), max(ratios) / factor - 1.0)


def _fastest(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TRIES):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return max(min(taken), 1e-6)


def _numbers() -> float:
    """Do what a network of two layers of 40 units does with 20 examples."""
    weights = np.full((40, 40), 0.02)
    units = np.linspace(-1.0, 1.0, 20 * 40).reshape(20, 40)
    for _ in range(_STEPS):
        units = np.tanh(units @ weights + 0.1)  # (20, 40)
    return float(units.sum())


def _interpreter() -> int:
    values: dict[int, int] = {}
    for number in range(_STEPS * 250):
        values[number & 63] = values.get(number & 63, 0) + number
    return sum(values.values())


def main() -> int:
    """Print a measurement, at the lowest priority."""
    if hasattr(os, "nice"):
        os.nice(19)
    speed = measure()
    print(json.dumps({"factor": speed.factor, "spread": speed.spread}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
