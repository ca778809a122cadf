"""How long a thread keeps the interpreter when another one wants it."""

from __future__ import annotations

import sys

TURN = 0.0005  # seconds


def take_short_turns() -> None:
    """Let the worker have the interpreter a tenth as long after it has asked as Python's 5 ms.

    A worker that calls many short kernels asks each time, and a window that paints for milliseconds would keep it
    waiting for as long.
    """
    sys.setswitchinterval(TURN)
