"""Small kernels that work, that fail, and that give other numbers than their reference."""

from __future__ import annotations

import os
import socket
import time
from typing import Any

import numpy as np

from metascope.simulator.engine.compiling.functions import (
    exponential,
    logarithm,
    near_sigmoid,
    near_tanh,
    sigmoid,
    tanh,
)
from metascope.simulator.engine.compiling.kernel import Call, Kernel
from metascope.simulator.engine.compiling.writing import f4, f8, i8, piece

HERE = "tests.simulator.engine.compiling.sample"
PORT = "METASCOPE_TEST_PORT"  # the environment variable that names the port on which a test listens for `waiting`


@piece
def _total(x: Any) -> Any:
    total = 0.0
    for i in range(len(x)):
        total += x[i]
    return total


def sums(at: Any, n: Any, real: Any) -> int:
    """Add up the rows of an array (n0, n1), times a number; count them."""
    x, out, counted = f8(at[0], (n[0], n[1])), f8(at[1], (n[0],)), i8(at[2], (1,))
    for i in range(n[0]):
        out[i] = real[0] * _total(x[i])
    counted[0] += n[0]
    return 7


def functions(at: Any, n: Any, real: Any) -> int:
    """Apply each function to numbers (n0,)."""
    x, out = f4(at[1], (n[0],)), f4(at[2], (6, n[0]))  # at[0] is the address of what it needs
    for i in range(n[0]):
        out[0, i], out[1, i] = exponential(x[i]), sigmoid(x[i])
        out[2, i], out[3, i] = tanh(x[i]), logarithm(abs(x[i]) + np.float32(1e-6))
        out[4, i], out[5, i] = near_sigmoid(x[i]), near_tanh(x[i])
    return 0


def allocating(at: Any, n: Any, real: Any) -> int:
    """Do what kernels may not."""
    return len(np.zeros(n[0]))


def fine() -> None:
    """Find nothing wrong."""


def rows_are_added_up() -> None:
    """Compare `sums` with numpy's."""
    x, out = np.arange(6.0).reshape(2, 3), np.zeros(2)
    Call(SUMS, [(x, (2, 3)), (out, (2,)), (np.zeros(1, np.int64), (1,))], [2, 3], [2.0])()
    assert out.tolist() == [6.0, 24.0]


def differing() -> None:
    """Find something wrong."""
    raise AssertionError("it gives 3 and not 4")


def ending() -> None:
    """End the process, as machine code may that fails."""
    os._exit(11)


def waiting() -> None:
    """Say that the check has begun, and do not end: who listens hears when the process is gone."""
    with socket.create_connection(("127.0.0.1", int(os.environ[PORT]))):
        time.sleep(600)


SUMS = Kernel("sums", f"{HERE}:sums", f"{HERE}:rows_are_added_up")
FUNCTIONS = Kernel("functions", f"{HERE}:functions", f"{HERE}:fine", (SUMS,))
ALLOCATING = Kernel("allocating", f"{HERE}:allocating", f"{HERE}:fine")
DIFFERING = Kernel("differing", f"{HERE}:sums", f"{HERE}:differing")
ENDING = Kernel("ending", f"{HERE}:sums", f"{HERE}:ending")
KERNELS = (FUNCTIONS, ALLOCATING, DIFFERING, ENDING)
WAITING = (Kernel("waiting", f"{HERE}:sums", f"{HERE}:waiting"),)
