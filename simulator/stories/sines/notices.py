"""Writes the notices of the sine waves story: adaptations that diverge, and tasks unlike the training tasks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulator.engine.text import Message, say
from simulator.stories.sines.frame import Adaptation, Task
from simulator.stories.sines.names import METHOD_NAMES, ORACLE
from simulator.stories.sines.settings import SinesSettings


def notices(settings: SinesSettings, task: Task, told: Adaptation) -> tuple[Message, ...]:
    """Yield the notices of a frame, none if nothing is unusual."""
    return (*_lost(settings, told), *_of_task(settings, task))


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
