"""Measures the compiled kernels against compiled JAX, both on one thread, by the processor time of the process."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from benchmarks import learned_optimizer as optimizers
from benchmarks.in_jax import learned_optimizer, maml, ntm
from benchmarks.in_jax.thread import jax_on_one_thread
from benchmarks.table import Effort, Row
from benchmarks.timing import Work, in_turn
from metascope.simulator.engine.compiling.preparing import prepare
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.learners.kernels import DESCENT, FEWSHOT, LEARNED_OPTIMIZER, NETWORKS, NTM, PRODUCT, QUADRATICS

NTMS = {1: (1.7, 24), 16: (2.5, 8), 32: (3.0, 4)}  # by batch: the wanted ratio, and updates in a call
STEPS = (1, 5)  # of MAML's inner loop
OPTIMIZERS = 2.0  # the wanted ratio
MAMLS = 2.5
KERNELS = (PRODUCT, FEWSHOT, QUADRATICS, NETWORKS, DESCENT, LEARNED_OPTIMIZER, NTM)


def rows(effort: Effort) -> list[Row]:
    """Return the rows; the baseline is JAX with as many updates in a call as is fastest.

    Compiling by JAX is most of it, 20 s for each batch of NTM: what is quick has the first optimizer and MAML alone.
    """
    if find_spec("jax") is None:
        return [Row("compiled JAX", "is not installed: it comes with the extra `bench`")]
    jax = jax_on_one_thread()
    prepare_thread(1)
    if not prepare(KERNELS):
        return [Row("compiled JAX", "was not compared: the kernels fail on this machine")]
    found = []
    for batch, (wanted, updates) in () if effort.quick else NTMS.items():
        what = f"NTM, copies of {ntm.LENGTH} vectors, batches of {batch}, compiled"
        found.append(_row(what, "sequences/s", wanted, effort, _later(ntm.compared, jax, batch, updates)))
    for case in optimizers.cases()[: 1 if effort.quick else None]:
        what = f"meta-training, {case.name}, compiled"
        found.append(_row(what, "updates/s", OPTIMIZERS, effort, _later(learned_optimizer.compared, jax, case)))
    for steps in STEPS[: 1 if effort.quick else None]:
        what = f"MAML, 25 sine tasks, {steps} inner step{'s' * (steps > 1)}, compiled"
        found.append(_row(what, "iterations/s", MAMLS, effort, _later(maml.compared, jax, steps)))
    return found


def _later(function: Callable[..., dict[str, Work]], *arguments: Any) -> Callable[[], dict[str, Work]]:
    return lambda: function(*arguments)


def _row(what: str, unit: str, wanted: float, effort: Effort, made: Callable[[], dict[str, Work]]) -> Row:
    found = in_turn(made(), effort.rounds, effort.seconds, time.process_time)
    best = found.best([name for name in found.of if name != "compiled"])
    return found.row(what, unit, "compiled", best, f"JAX, {best}", wanted)
