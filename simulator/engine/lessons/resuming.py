"""Tells in what state a run is where a lesson is taken up in the middle: as the steps before would have left it."""

from __future__ import annotations

from dataclasses import replace

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.lessons.lesson import Lesson, Opening, Reach, Set


def resumed(lesson: Lesson, index: int) -> Opening | None:
    """Return what to open so that a step can be taken without those before it, None where nothing was opened.

    Settings that steps on the way ask for are set, and the run is trained as far as they ask.
    """
    place = lesson.opening_of(index)
    if place is None:
        return None
    opening = lesson.steps[place].opens
    assert opening is not None, "as found"
    for step in lesson.steps[place:index]:
        if isinstance(step.do, Reach):
            opening = replace(opening, step=max(opening.step, step.do.step))
        elif isinstance(step.do, Set):
            values = {name: bound.equals for name, bound in step.do.values.items() if bound.equals is not None}
            try:
                opening = replace(opening, settings=opening.settings.replaced(**values))
            except UserError:
                continue  # only together with what a person changed besides
    return replace(opening, step=min(opening.step, opening.settings.steps if opening.settings.trains else 0))
