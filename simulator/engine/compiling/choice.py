"""Chooses what a run is trained with: compiled kernels, or their readable references. One run never mixes them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from metascope.simulator.engine.compiling.cache import Cache, installed
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import ENGINE, Engine, EngineKind
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say


def chosen_engine(kind: EngineKind, kernels: Sequence[Kernel], begun: Engine | None = None) -> Engine:
    """Return what a run is to be trained with; kernels that it needs and that are missing are compiled first.

    Args:
        kind: the value of the setting.
        kernels: that its settings train with; none: there is only the reference.
        begun: what the run was trained with so far, which "auto" goes on with; None: it begins.

    Raises:
        UserError: compiled kernels are needed that cannot be made here.
    """
    if kind == "reference" or not kernels or (begun == "reference" and kind == "auto"):
        return "reference"
    if all(kernel.ready for kernel in kernels):
        return "compiled"
    if kind == "auto" and begun is None:
        return "reference"
    _require(kernels)
    return "compiled"


def _require(kernels: Sequence[Kernel]) -> None:
    if not installed():
        raise refuse(ENGINE, say("compiled kernels need numba, which is not installed; choose reference"))
    from metascope.simulator.engine.compiling.preparing import prepare

    needed = [needed for kernel in kernels for needed in (*kernel.needs, kernel)]
    if not prepare(needed, jobs=max(2, os.cpu_count() or 1)):
        entries = [entry for kernel in needed if (entry := Cache().entry(kernel.name, kernel.module)) is not None]
        reason = next((entry.failure for entry in entries if entry.failure), "")
        text = "the compiled kernels fail on this computer: {reason}. Choose reference"
        raise refuse(ENGINE, say(text, reason=reason))
