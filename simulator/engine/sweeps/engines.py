"""Decides what the setting engine "auto" means in all runs of a sweep, so that none depends on when it began."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from metascope.simulator.engine.compiling.preparing import Told, installed, prepare
from metascope.simulator.engine.computing import ENGINE, Engine
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.sweeps.parsing import checked
from metascope.simulator.engine.sweeps.plan import Plan

if TYPE_CHECKING:
    from metascope.simulator.engine.compiling.kernel import Kernel


def common_engine(plan: Plan, told: Told) -> Engine:
    """Return "compiled" if all kernels that the runs need can be used here, which are compiled first; imports torch.

    Args:
        plan: the sweep.
        told: called when a kernel is begun and when it is done.

    Raises:
        UserError: the cache of kernels cannot be written.
    """
    if not installed():
        return "reference"
    kernels = _kernels(plan)
    return "compiled" if prepare(kernels, told, os.cpu_count() or 1) else "reference"


def _kernels(plan: Plan) -> tuple[Kernel, ...]:
    """Return the kernels that runs with the engine "auto" train with, those that others need first."""
    made = all_stories()[plan.preset.story].load()
    needed = getattr(made, "kernels", None)
    found: dict[str, Kernel] = {}
    if needed is None:
        return ()
    for index in checked(plan):
        try:
            settings = plan.settings(plan.point(index))
        except UserError:  # its row will say so
            continue
        if getattr(settings, ENGINE, "reference") != "auto":
            continue
        for kernel in needed(settings):
            for one in (*kernel.needs, kernel):
                found.setdefault(one.name, one)
    return tuple(found.values())
