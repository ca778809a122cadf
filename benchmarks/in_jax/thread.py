"""Brings JAX to one thread, the caller's own, so that processor time tells what it takes."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

T = TypeVar("T")
Array = NDArray[np.float32]


def jax_on_one_thread() -> Any:
    """Return JAX, which computes on the calling thread alone from now on.

    The flags that are usually set for it, `--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1`, leave
    all of its threads at work: it takes as many as there are processors that the process may use when it begins.
    """
    there = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()  # Linux; elsewhere it takes several
    if there:
        os.sched_setaffinity(0, {min(there)})
    jax: Any = import_module("jax")
    jax.config.update("jax_cpu_enable_async_dispatch", False)
    jax.devices()
    if there:
        os.sched_setaffinity(0, there)
    return jax


def arrays(tensors: dict[str, Tensor]) -> dict[str, Array]:
    """Return the tensors by name as arrays, which do not share memory with them."""
    return {name: tensor.detach().numpy().copy() for name, tensor in tensors.items()}


def require_alike(found: Array, wanted: Array, what: str, within: float = 1e-4) -> None:
    """Require that a gradient is ours but for rounding, relative to its largest number.

    Raises:
        AssertionError: it is not.
    """
    furthest = float(np.abs(found - wanted).max() / np.abs(wanted).max())
    assert furthest < within, f"{what}: JAX's gradient differs from ours by {furthest:.1e}"
