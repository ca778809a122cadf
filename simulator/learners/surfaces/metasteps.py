"""Defines meta-steps of all four methods, held as arrays, and what decides them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import prod
from typing import Literal, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.learners.outer import Moments

Array = NDArray[np.float64]
METHODS = 4
REPTILE = 3  # of the methods: pre-training, MAML, FOMAML, Reptile; those before it share the outer optimizer
FARTHEST = 1e8  # a start beyond has left the landscape


class Rules(Protocol):
    """The settings by which starts are moved."""

    @property
    def inner_steps(self) -> int:
        """K."""

    @property
    def inner_rate(self) -> float:
        """Alpha."""

    @property
    def outer_optimizer(self) -> Literal["adam", "sgd"]:
        """What moves the starts of all methods but Reptile."""

    @property
    def outer_rate(self) -> float:
        """Beta."""

    @property
    def epsilon(self) -> float:
        """Reptile's share of the way."""

    @property
    def clip(self) -> float:
        """The largest norm of a meta-gradient."""


class Shape(NamedTuple):
    """Of what a meta-step holds, with M methods."""

    inner_steps: int
    starts: int
    tasks: int
    dimension: int


@cache
def layout(shape: Shape) -> Mapping[str, tuple[slice, tuple[int, ...]]]:
    """Return where each part of a meta-step lies in its row of numbers, and the part's shape, in the rows' order."""
    k, starts, tasks, d = shape
    phi, path = (METHODS, starts, d), (METHODS, starts, tasks)
    parts = {
        "phi": phi,
        "next_phi": phi,
        "theta": (k + 1, *path, d),
        "loss": (k + 1, *path),
        "support_gradients": (k, *path, d),
        "query_gradient": (*path, d),
        "directions": (METHODS, *path, d),
        "loss_now": phi[:2],
        "loss_after": phi[:2],
        "steepest": (METHODS, tasks),
    }
    ends = list(accumulate(map(prod, parts.values())))
    places = map(slice, [0, *ends], ends)
    return dict(zip(parts, zip(places, parts.values(), strict=True), strict=True))


PARTS = tuple(layout(Shape(0, 1, 1, 1)))


class _Part:
    """A part of all meta-steps, (n, ...), which shares their memory."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, steps: MetaSteps, owner: type) -> Array:
        place, shape = layout(steps.shape)[self._name]
        return steps.rows[:, place].reshape(len(steps.rows), *shape)


@dataclass(frozen=True)
class MetaSteps:
    """n meta-steps, ascending, each a row of numbers: those of a run are kept and thinned by the thousand.

    Axes: M method, R rule (the same order), S parallel start, T task, d dimension.
    """

    rows: Array  # (n, numbers)
    shape: Shape

    phi = _Part()  # (n, M, S, d)
    next_phi = _Part()  # (n, M, S, d)
    theta = _Part()  # (n, k + 1, M, S, T, d); theta[:, 0] is phi
    loss = _Part()  # (n, k + 1, M, S, T), without noise
    support_gradients = _Part()  # (n, k, M, S, T, d)
    query_gradient = _Part()  # (n, M, S, T, d)
    directions = _Part()  # (n, M, R, S, T, d)
    loss_now = _Part()  # (n, M, S) sum over tasks
    loss_after = _Part()  # (n, M, S)
    steepest = _Part()  # (n, M, T) the largest curvature where gradients were taken on the first start's path; 0: none

    @classmethod
    def empty(cls, count: int, shape: Shape) -> MetaSteps:
        """Return room for so many."""
        return cls(np.empty((count, list(layout(shape).values())[-1][0].stop)), shape)

    @classmethod
    def of(cls, **parts: Array) -> MetaSteps:
        """Return meta-steps that hold copies of these parts."""
        k, _, starts, tasks, d = parts["support_gradients"].shape[1:]
        rows = [parts[name].reshape(len(parts["phi"]), -1) for name in PARTS]
        return cls(np.concatenate(rows, axis=1), Shape(k, starts, tasks, d))

    @property
    def nbytes(self) -> int:
        """Bytes of the numbers."""
        return self.rows.nbytes

    def only(self, places: Sequence[int]) -> MetaSteps:
        """Return copies of the meta-steps at these indices."""
        return MetaSteps(self.rows[list(places)], self.shape)

    def first(self, count: int) -> MetaSteps:
        """Return the first of the meta-steps, sharing memory."""
        return MetaSteps(self.rows[:count], self.shape)


@dataclass(frozen=True)
class Done:
    """Meta-steps in a row, and the outer optimizer's moments (M - 1, S, d) with which the last one begins and ends."""

    steps: MetaSteps  # those that were asked for, the last one among them
    moments: Moments
    next_moments: Moments
    figures: Array  # (columns, n) of all meta-steps, those between too: what is measured of each, see `figures`
