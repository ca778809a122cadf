"""Says which functions run learned optimizers and their rivals: compiled kernels, or the readable ones in torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from metascope.simulator.engine.computing import Engine
from metascope.simulator.learners.descent import compiled as compiled_rivals
from metascope.simulator.learners.learned_optimizer import rivals, unrolling
from metascope.simulator.learners.learned_optimizer.chunks import compiled


@dataclass(frozen=True)
class Methods:
    """How problems are solved; both are used alike, whatever the engine."""

    run: Callable[..., unrolling.Trajectory]  # as `unrolling.run`
    descend: Callable[..., rivals.Descent]  # as `rivals.descend`


REFERENCE = Methods(unrolling.run, rivals.descend)


def methods(engine: Engine) -> Methods:
    """Return the functions of an engine; where a kernel does not know the problems, they are the reference's.

    Compiled ones keep buffers, for one thread at a time.
    """
    return Methods(compiled.Runs(), compiled_rivals.descend) if engine == "compiled" else REFERENCE
