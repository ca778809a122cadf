"""Frames of the story of the sine waves without its learning: functions that come nearer to the wave step by step."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.sines.frame import (
    Adaptation,
    Anchors,
    MetaTest,
    Plane,
    Published,
    SinesFrame,
    Task,
    WaveSpread,
)
from metascope.simulator.stories.sines.names import MAML, METHODS, ORACLE, PRETRAINING
from metascope.simulator.stories.sines.settings import SinesSettings

Array = NDArray[np.float64]
PLACES, GRID = 41, 9
SPEEDS = dict(zip(METHODS, (0.6, 0.5, 0.4, 0.05, 0.45, 0.7, 0.02, 0.55), strict=True))  # share of the way in a step
PAPER = (
    Published(method=MAML, steps=(1, 5, 10), mse=(0.67, 0.38, 0.35)),
    Published(method=PRETRAINING, steps=(1, 5, 10), mse=(2.41, 2.23, 2.19)),
)


@cache
def task(shots: int = 5, source: str = "held-out", amplitude: float = 3.0, phase: float = 0.5) -> Task:
    """Return a wave and points of it; of drawn points the wave is not known."""
    x, at = np.linspace(-5, 5, PLACES), np.linspace(-4.3, 4.1, shots)
    truth = amplitude * np.sin(x - phase)
    support = np.stack([at, amplitude * np.sin(at - phase)], axis=1)
    return Task(
        x=single(x),
        truth=single(np.full(PLACES, np.nan) if source == "points" else truth),
        support=single(support),
        amplitude=amplitude,
        phase=phase,
        source=source,
    )


def adaptation(settings: SinesSettings, shown: Task, trained: float) -> Adaptation:
    """Return courses from 0 towards the wave, the faster the more is trained; the last layer goes farthest."""
    steps, methods = settings.test_steps, settings.methods
    wave = shown.amplitude * np.sin(shown.x.astype(np.float64) - shown.phase)
    done = np.stack([1 - (1 - trained * SPEEDS[key]) ** np.arange(steps + 1.0) for key in methods], axis=1)  # (J+1, M)
    error = (1 - done) ** 2 * float((wave**2).mean())
    layers = np.linspace(0.2, 1.0, len(settings.hidden) + 1)
    moved = 0.4 * done[:, :, None] * layers  # (J + 1, M, L)
    if "anil" in methods:
        moved[:, methods.index("anil"), :-1] = 0
    return Adaptation(
        fits=single(done[:, :, None] * wave),
        support_loss=single(error),
        error=single(np.full_like(error, np.nan) if shown.source == "points" else error),
        gradient_norm=single(np.sqrt(error[1:])),
        moved=single(moved),
        turned=single(60 * moved),
    )


def meta_test(settings: SinesSettings, step: int, course: Adaptation) -> MetaTest:
    """Return errors over held-out waves of the size of the shown one's, with intervals a tenth of them wide."""
    mse = course.support_loss.astype(np.float64)
    return MetaTest(
        step=step,
        tasks=settings.test_tasks,
        mse=single(mse),
        half=single(0.1 * mse),
        moved=single(0.9 * course.moved[-1].astype(np.float64)),
        turned=single(0.9 * course.turned[-1].astype(np.float64)),
        waves=WaveSpread(
            quartiles=single(np.array([0.4, 0.6, 1.2])[:, None, None] * mse),
            lost=single(np.zeros_like(mse)),
            largest=single(np.full_like(mse, 0.1)),
        ),
    )


def plane(settings: SinesSettings, step: int, kept: tuple[float, float] = (0.6, 0.25)) -> Plane:
    """Return a bowl with trails that begin at its rim; the oracle has no place on it."""
    methods, moments, steps = settings.methods, 6, settings.test_steps
    u, v = np.linspace(-2, 2, GRID), np.linspace(-1.5, 1.5, GRID)
    bowl = v[:, None] ** 2 + 0.5 * u**2
    angles = np.arange(len(methods)) * 0.7
    ends = np.stack([np.cos(angles), np.sin(angles)], axis=1)  # (M, 2)
    trail = (np.linspace(0, 1, moments)[:, None, None] * ends).astype(np.float64)  # (S, M, 2)
    away = np.arange(steps + 1.0)[:, None, None] / steps
    inner = ends * (1 - 0.4 * away)  # (J + 1, M, 2)
    residual = np.linspace(0.05, 0.6, len(methods)) * np.ones((moments, 1))
    absent = [index for index, key in enumerate(methods) if key == ORACLE]
    for array in (trail, inner, residual):
        array[:, absent] = np.nan
    true = 4 - 3 * np.linspace(0, 1, moments)[:, None] * np.ones(len(methods))
    true[:, absent] = np.nan
    return Plane(
        step=step,
        kind="pca",
        axes=("component", "component"),
        corners=(),
        u=single(u),
        v=single(v),
        task=single(1 + bowl),
        objective=single(bowl),
        objective_steps=settings.inner_steps,
        objective_rate=settings.alpha,
        objective_tasks=6,
        kept=single(np.array(kept)),
        trail=single(trail),
        trail_steps=single(np.linspace(0, step, moments)),
        residual=single(residual),
        true=single(true),
        flat=single(true * (1 + residual)),
        inner=single(inner),
        inner_residual=single(np.linspace(0, 0.2, steps + 1)[:, None] + residual[-1]),
    )


def metrics(settings: SinesSettings, test: MetaTest) -> dict[str, float]:
    """Return the errors as they stand in a run's metrics."""
    found: dict[str, float] = {}
    for index, key in enumerate(settings.methods):
        for steps in (0, 1, 5, 10, 32):
            if steps <= settings.test_steps:
                found[f"{key}.mse_{steps}"] = float(test.mse[steps, index])
                found[f"{key}.ci_{steps}"] = float(test.half[steps, index])
        found[f"{key}.loss"] = float(test.mse[1, index])
    return found


@cache
def frame(
    settings: SinesSettings,
    step: int = 40,
    *,
    source: str = "held-out",
    measured: bool = True,
    published: bool = False,
) -> SinesFrame:
    """Return the frame of a training step: at 0 adaptation hardly helps, from 40 on it does."""
    shown = task(settings.shots, source)
    course = adaptation(settings, shown, min(step / 40, 1.0))
    test = meta_test(settings, step, course)
    return SinesFrame(
        step=step,
        metrics=metrics(settings, test) if measured else {},
        iterations=step * settings.updates,
        methods=settings.methods,
        layers=tuple(str(layer + 1) for layer in range(len(settings.hidden) + 1)),
        task=shown,
        adaptation=course,
        test=test if measured else None,
        plane=plane(settings, step) if measured else None,
        rates=single(np.linspace(0.01, 0.05, len(settings.methods))),
        anchors=Anchors(zero=4.2517, joint=3.0057 if settings.largest_phase < 2 * math.pi else 4.2517),
        published=PAPER if published else (),
        notices=(),
    )


def single(values: Array) -> NDArray[np.float32]:
    """Return an array as frames hold them."""
    return np.asarray(values, np.float32)
