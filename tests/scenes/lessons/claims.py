"""Gives the runs that steps of shipped lessons open, for tests of what the lessons claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Opening
from metascope.simulator.engine.simulation import Simulation

Begin = Callable[[str, str], Simulation]  # of a lesson's name and a step's


def opening(lesson: str, step: str) -> Opening:
    """Return what a step of a shipped lesson opens."""
    found = next(one for one in lesson_files.shipped() if one.name == lesson)
    place = found.place_of(step)
    assert place is not None
    opens = found.steps[place].opens
    assert opens is not None
    return opens


def trained(simulation: Simulation, step: int) -> Frame:
    """Return the frame at this meta-step."""
    while simulation.look().step < step:
        simulation.step()
    return simulation.look()


def told(frame: Frame, *names: str) -> Iterator[float]:
    """Return metrics of a frame."""
    return (frame.metrics[name] for name in names)
