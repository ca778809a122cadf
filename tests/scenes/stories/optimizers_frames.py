"""Frames of the optimizers story without its learning: real little courses of gates over gradients, in numpy alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.optimizers.frame import (
    Accuracy,
    Classified,
    Coordinates,
    Laboratory,
    OptimizersFrame,
    Rival,
    Spread,
    Terrain,
    Trial,
    Tuning,
)
from metascope.simulator.stories.optimizers.names import QUANTILES, RIVALS
from metascope.simulator.stories.optimizers.settings import PICTURES, OptimizersSettings

Array = NDArray[np.float64]
Single = NDArray[np.float32]
RATES = np.geomspace(1e-3, 1.0, 7)
PROBLEMS = 64


@dataclass(frozen=True)
class Hills:
    """Losses that numpy can differentiate: theta is (..., n), each function keeps the leading axes."""

    size: int
    loss: Callable[[Array], Array]
    gradient: Callable[[Array], Array]
    start: Array  # (n,)
    optimum: Array  # (n,)


def quadratic(rng: np.random.Generator, size: int) -> Hills:
    """Return |W theta - y|^2 with W and y drawn."""
    w, y = rng.normal(size=(size, size)) / np.sqrt(size), rng.normal(size=size)
    return Hills(
        size,
        lambda theta: ((theta @ w.T - y) ** 2).sum(axis=-1),
        lambda theta: 2 * (theta @ w.T - y) @ w,
        rng.normal(size=size) * 0.1,
        np.linalg.solve(w, y),
    )


def bowl(rng: np.random.Generator, size: int) -> Hills:
    """Return a long bowl with ripples, in one or two dimensions."""
    steep = np.array([1.0, 0.25])[:size]
    centre = rng.uniform(-1, 1, size)
    return Hills(
        size,
        lambda theta: (steep * (theta - centre) ** 2 + 0.1 * (1 - np.cos(3 * (theta - centre)))).sum(axis=-1),
        lambda theta: 2 * steep * (theta - centre) + 0.3 * np.sin(3 * (theta - centre)),
        rng.uniform(-2, 2, size),
        centre,
    )


def courses(settings: OptimizersSettings, step: int) -> tuple[list[Hills], dict[str, Array], Array, Array, Array]:
    """Return problems, the losses (B, T + 1) of every method on them, and the gates' course on the first of them."""
    rng = np.random.default_rng(settings.seed)
    make = bowl if settings.problem == "landscape" else quadratic
    hills = [make(rng, settings.coordinates) for _ in range(PROBLEMS)]
    trained = step / (step + 20)
    runs = [gated(hill, settings.updates, trained) for hill in hills]
    losses = {"learned": np.stack([run[0] for run in runs])}
    for index, name in enumerate(RIVALS):
        rate = RATES[2 + index % 2]
        losses[name] = np.stack([handmade(hill, settings.updates, rate, 0.9 * (index == 1))[0] for hill in hills])
    return hills, losses, *runs[0][1:]


def gated(hill: Hills, updates: int, trained: float) -> tuple[Array, Array, Array, Array]:
    """Return losses (T + 1,), theta (T + 1, n), forget and input gates (T, n) of gates that decay and see gradients."""
    theta, losses, gates = [hill.start], [float(hill.loss(hill.start))], []
    for t in range(updates):
        gradient = hill.gradient(theta[-1])
        slow = 1 / (1 + np.abs(gradient))
        push = 0.011 + trained * 0.05 * np.exp(-t / updates) * slow
        keep = 1 - 0.011 * (1 - trained) - 0.002 * slow
        gates.append((keep, push))
        theta.append(keep * theta[-1] - push * gradient)
        losses.append(float(hill.loss(theta[-1])))
    forget, push = (np.stack([pair[index] for pair in gates]) for index in (0, 1))
    return np.array(losses), np.stack(theta), forget, push


def handmade(hill: Hills, updates: int, rate: float, momentum: float) -> tuple[Array, Array]:
    """Return losses (T + 1,) and theta (T + 1, n) of gradient descent with momentum."""
    theta, losses, speed = [hill.start], [float(hill.loss(hill.start))], np.zeros(hill.size)
    for _ in range(updates):
        speed = momentum * speed - rate * hill.gradient(theta[-1])
        theta.append(theta[-1] + speed)
        losses.append(min(float(hill.loss(theta[-1])), 1e6))
    return np.array(losses), np.stack(theta)


@cache
def frame(settings: OptimizersSettings, step: int = 40, *, tuned: bool = True) -> OptimizersFrame:
    """Return the frame of a meta-step; before anything is `tuned` the rivals' rates are not known."""
    hills, losses, theta, forget, push = courses(settings, step)
    shown, flat = hills[0], settings.problem == "landscape"
    gradient = shown.gradient(theta[:-1])
    candidate = -gradient
    if settings.variant == "additive":
        candidate, forget, push = np.diff(theta, axis=0), np.ones_like(forget), np.ones_like(push)
    none = np.zeros((settings.updates + 1, 0), np.float32)
    eta = float(RATES[2]) if tuned else 0.0
    return OptimizersFrame(
        step=step,
        metrics=metrics(losses, forget, push, step),
        variant=settings.variant,
        coordinates=coordinates(shown.size),
        theta=theta.astype(np.float32),
        gradient=gradient.astype(np.float32),
        forget=forget.astype(np.float32),
        input=push.astype(np.float32),
        candidate=candidate.astype(np.float32),
        loss=losses["learned"][0].astype(np.float32),
        test_loss=float(losses["learned"][0, -1]),
        stopped=-1,
        forget_equivalent=1 - eta * settings.decay,
        input_equivalent=eta,
        terrain=terrain(shown) if flat else None,
        path=theta.astype(np.float32) if flat else none,
        rivals=tuple(rival(hills, losses[name], index, settings, tuned) for index, name in enumerate(RIVALS)),
        tested=spread(losses["learned"], step, classes=settings.problem in PICTURES),
        best_step=step // 2,
        best_loss=float(losses["learned"].mean()),
        meta_loss=float(losses["learned"].sum(axis=1).mean()),
        meta_gradient=1.5,
        laboratory=laboratory(settings, losses) if settings.laboratory else None,
        classified=classified(settings) if settings.problem in PICTURES else None,
        guesses=guesses(settings, step) if settings.problem in PICTURES else None,
        notices=(),
    )


def metrics(losses: dict[str, Array], forget: Array, push: Array, step: int) -> dict[str, float]:
    """Return what a frame measures."""
    found = {"meta.loss": float(losses["learned"].sum(axis=1).mean())}
    for name, course in losses.items():
        found |= {
            f"{name}.loss_mean": float(course.mean()),
            f"{name}.loss_{course.shape[1] - 1}": float(course[:, -1].mean()),
        }
    return found | {
        "gates.forget_mean": float(forget.mean()),
        "gates.input_mean": float(push.mean()),
        "gates.input_std": float(push.mean(axis=1).std()),
    }


@cache
def classified(settings: OptimizersSettings) -> Classified:
    """Return pictures drawn at random, three unseen ones of each class."""
    rng = np.random.default_rng(settings.seed)
    labels = np.repeat(np.arange(settings.ways, dtype=np.int32), 3)
    examples, pictures = (
        rng.integers(0, 256, (count, settings.side, settings.side), dtype=np.uint8)
        for count in (settings.ways, len(labels))
    )
    return Classified(examples=examples, pictures=pictures, labels=labels)


def guesses(settings: OptimizersSettings, step: int) -> NDArray[np.uint8]:
    """Return answers (T + 1, Q) of which more are right with each update."""
    labels = classified(settings).labels
    wrong = (labels + 1 + step) % settings.ways
    right = np.arange(settings.updates + 1)[:, None] > np.arange(len(labels))
    return np.where(right, labels, wrong).astype(np.uint8)


def coordinates(size: int) -> Coordinates:
    """Return the coordinates in two groups where there are enough."""
    half = size // 2
    groups = ("W₁", "b₁") if size > 2 else ("θ",)
    group = (np.arange(size) >= half).astype(np.int32) if size > 2 else np.zeros(size, np.int32)
    return Coordinates(index=np.arange(size, dtype=np.int32), group=group, groups=groups, total=size)


def terrain(hill: Hills) -> Terrain:
    """Return the surface around a problem in one or two dimensions."""
    axis = np.linspace(-3, 3, 61)
    grid = axis[:, None] if hill.size == 1 else np.stack(np.meshgrid(axis, axis), axis=-1)  # (P, P, 2) by [y, x]
    return Terrain(
        axis=axis.astype(np.float32),
        loss=hill.loss(grid).astype(np.float32),
        optimum=hill.optimum.astype(np.float32),
    )


def spread(losses: Array, step: int, *, classes: bool = False) -> Spread:
    """Return the spread of losses (B, T + 1); examples that no update saw cost half as much again."""
    return Spread(
        step=step,
        problems=len(losses),
        stopped=0,
        mean=losses.mean(axis=0).astype(np.float32),
        quantiles=np.quantile(losses, QUANTILES, axis=0).astype(np.float32),
        end=1.5 * float(np.median(losses[:, -1])),
        accuracy=Accuracy(mean=0.614, half=0.021) if classes else None,
    )


def rival(hills: list[Hills], losses: Array, index: int, settings: OptimizersSettings, tuned: bool) -> Rival:
    """Return a hand-made optimizer, its rates tried on the first few problems."""
    size = settings.coordinates if settings.problem == "landscape" else 0
    rate = float(RATES[2 + index % 2])
    empty = np.full(len(RATES), np.nan, np.float32)
    if not tuned:
        return Rival(
            tuning=Tuning(rates=RATES.astype(np.float32), mean=empty, last=empty, best_mean=-1, best_last=-1),
            rate=0.0,
            loss=np.zeros(0, np.float32),
            path=np.zeros((settings.updates + 1, 0), np.float32),
            tested=None,
        )
    tried = np.stack(
        [[handmade(hill, settings.updates, rate, 0.9 * (index == 1))[0] for hill in hills[:4]] for rate in RATES]
    )  # (K, 4, T + 1)
    mean, last = tried.mean(axis=(1, 2)), tried[:, :, -1].mean(axis=1)
    mean, last = (np.where(numbers < 1e4, numbers, np.nan) for numbers in (mean, last))
    return Rival(
        tuning=Tuning(
            rates=RATES.astype(np.float32),
            mean=mean.astype(np.float32),
            last=last.astype(np.float32),
            best_mean=int(np.nanargmin(mean)),
            best_last=int(np.nanargmin(last)),
        ),
        rate=rate,
        loss=losses[0].astype(np.float32),
        path=handmade(hills[0], settings.updates, rate, 0.9 * (index == 1))[1][:, :size].astype(np.float32),
        tested=spread(losses, 0),
    )


def laboratory(settings: OptimizersSettings, losses: dict[str, Array]) -> Laboratory:
    """Return three rows: measured whole, in part and not at all."""
    shown = np.arange(0, settings.updates + 1, 2, dtype=np.int32)
    median = np.stack([np.median(course, axis=0)[shown] for course in losses.values()])  # (M, U)
    last = np.stack([course[:, -1] for course in losses.values()])  # (M, B)
    trials = []
    for name, problems in (("own", 64), ("relu", 16), ("longer", 0)):
        there = np.nan if problems == 0 else 1.0
        trials.append(
            Trial(
                name=name,
                updates=settings.updates,
                problems=problems,
                wanted=64,
                rates=(0.0,) * 4 if problems == 0 else tuple(RATES[2:6].tolist()),
                stopped=(0, 0, 0, 1, 0),
                updates_shown=shown,
                median=(median * there).astype(np.float32),
                log_mean=(np.log10(last).mean(axis=1) * there).astype(np.float32),
                last=(last.mean(axis=1) * there).astype(np.float32),
            )
        )
    return Laboratory(step=40, trials=tuple(trials))
