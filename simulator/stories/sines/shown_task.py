"""Draws the waves that no method is trained on: held-out waves, validation waves and the shown one."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import single
from metascope.simulator.engine.randomness import generator
from metascope.simulator.stories.sines.frame import Task
from metascope.simulator.stories.sines.settings import QUERIES, VALIDATION, SinesSettings
from metascope.simulator.tasks.waves import WaveFamily, Waves, even

PLACES = 101  # G, places at which functions are shown
_HELD_OUT, _VALIDATION = 3, 4  # streams of random numbers

Episode = tuple[Waves, Waves]  # support and query points of the same waves


def held_out(settings: SinesSettings, device: torch.device) -> Episode:
    """Return the waves of the meta-test, which depend on the seed, the phases and the shots."""
    return _drawn(settings, settings.test_tasks, _HELD_OUT, device)


def validation(settings: SinesSettings, device: torch.device) -> Episode:
    """Return the waves on which the rates of adaptation are tuned; none of them is held out."""
    return _drawn(settings, VALIDATION, _VALIDATION, device)


def part(waves: Waves, first: int, last: int) -> Waves:
    """Return the waves from `first` to before `last`."""
    chosen = slice(first, last)
    return Waves(waves.amplitude[chosen], waves.phase[chosen], waves.x[chosen], waves.y[chosen])


def _drawn(settings: SinesSettings, tasks: int, stream: int, device: torch.device) -> Episode:
    family = WaveFamily(settings.largest_phase)
    points = settings.shots + QUERIES
    return family.sample(tasks, points, generator(settings.seed, stream), device).split(settings.shots)


class ShownTask:
    """The shown task: a held-out wave, a custom wave, or custom points."""

    def __init__(self, settings: SinesSettings, held: Waves) -> None:
        """Choose the task that the settings name; `held` are the held-out waves at their support points."""
        shown = part(held, settings.shown, settings.shown + 1)
        x = even(PLACES, held.x.device)
        truth = torch.full_like(x, math.nan)
        self.source = "points" if settings.points else "wave" if settings.wave else "held-out"
        if settings.points:
            self.support = fitted(torch.tensor(settings.points, dtype=x.dtype, device=x.device))
        elif settings.wave:
            amplitude, phase = (shown.x.new_full((1, 1, 1), value) for value in (settings.amplitude, settings.phase))
            self.support = Waves(amplitude, phase, shown.x, shown.y).at(shown.x)
        else:
            self.support = shown
        self.places = self.support.at(x)  # the wave at G places; for custom points the wave that fits them
        if not settings.points:
            truth = self.places.y[0, :, 0]
        self.task = Task(
            x=single(x),
            truth=single(truth),
            support=single(torch.cat([self.support.x[0], self.support.y[0]], -1)),
            amplitude=float(self.support.amplitude),
            phase=float(self.support.phase),
            source=self.source,
        )

    @property
    def judged(self) -> tuple[Tensor, Tensor]:
        """x and y, (1, N, 1) each, on which a plane's networks are judged: every second place, or custom points."""
        if self.source == "points":
            return self.support.x, self.support.y
        return self.places.x[:, ::2], self.places.y[:, ::2]


def fitted(points: Tensor) -> Waves:
    """Return points (K, 2) as points of the wave that fits them best, which an oracle is given.

    A sin(x - p) = a sin x - b cos x is linear in a = A cos p and b = A sin p: least squares, with the
    smallest A if there are several.
    """
    x, y = points.double().cpu().unbind(-1)
    (a, b), *_ = np.linalg.lstsq(torch.stack([x.sin(), -x.cos()], -1).numpy(), y.numpy(), rcond=None)
    amplitude, phase = math.hypot(a, b), math.atan2(b, a) % (2 * math.pi)
    told = (points.new_full((1, 1, 1), value) for value in (amplitude, phase))
    return Waves(*told, *(column.view(1, -1, 1) for column in points.unbind(-1)))
