"""Plays a story's simulation in a test."""

from __future__ import annotations

from typing import Any, TypeVar

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.steerable_simulation import SteerableSimulation

F = TypeVar("F", bound=Frame)


def after(made: SteerableSimulation[Any, F], steps: int) -> F:
    """Return the frame after so many more meta-steps."""
    for _ in range(steps):
        made.step()
    return made.look()
