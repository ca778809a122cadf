"""Writes the notices of the sine waves story: adaptations that diverge, and tasks unlike the training tasks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.sines.frame import Adaptation, MetaTest, Task
from metascope.simulator.stories.sines.names import METHOD_NAMES, ORACLE
from metascope.simulator.stories.sines.settings import SinesSettings

_SHARE, _FEW = 0.25, 20  # of the mean that one wave makes up, and waves so few that one may


def notices(settings: SinesSettings, task: Task, told: Adaptation, test: MetaTest | None = None) -> tuple[Message, ...]:
    """Return the notices of a frame, none if nothing is unusual."""
    return (*_lost(settings, told), *_of_waves(settings, test), *_of_task(settings, task))


def _of_waves(settings: SinesSettings, test: MetaTest | None) -> Iterator[Message]:
    """Yield where the mean over the held-out waves says little: some diverged, or one makes up much of it."""
    if test is None or test.waves is None:
        return
    steps = len(test.mse) - 1
    for index, name in enumerate(settings.methods):
        lost, share = int(test.waves.lost[-1, index]), float(test.waves.largest[-1, index])
        values = {
            "method": METHOD_NAMES[name],
            "waves": test.tasks,
            "steps": steps,
            "median": f"{float(test.waves.quartiles[1, -1, index]):.3g}",
        }
        if lost:
            yield say(
                "{method} diverges on {lost} of {waves} held-out waves within {steps} steps, so that their mean is no"
                " number; the median error is {median}",
                lost=lost,
                **values,
            )
        elif share > _SHARE and test.tasks >= _FEW:
            yield say(
                "{method}: one of {waves} held-out waves makes up {share:.0%} of the mean error after {steps} steps;"
                " the median error is {median}",
                share=share,
                **values,
            )


def _lost(settings: SinesSettings, told: Adaptation) -> Iterator[Message]:
    for index, name in enumerate(settings.methods):
        bad = ~np.isfinite(told.support_loss[:, index])
        if bad.any():
            text = "{method} becomes NaN or infinite at inner step {step}: its step size is too large"
            yield say(text, method=METHOD_NAMES[name], step=int(bad.argmax()))


def _of_task(settings: SinesSettings, task: Task) -> Iterator[Message]:
    wave = {"amplitude": f"{task.amplitude:.3g}", "phase": f"{task.phase:.3g}"}
    if task.source == "points" and ORACLE in settings.methods:
        yield say("The oracle is given the wave that fits the points best: A = {amplitude}, φ = {phase}", **wave)
    if task.source == "wave" and task.phase > settings.largest_phase:
        text = "No training wave has a phase of {phase}: they go up to {most:.3g}"
        yield say(text, phase=wave["phase"], most=settings.largest_phase)
