"""Defines meta-steps of all four methods, held as arrays, and what decides them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.learners.outer import Moments

Array = NDArray[np.float64]
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


@dataclass(frozen=True)
class MetaSteps:
    """n meta-steps, ascending. Axes: M method, R rule (the same order), S parallel start, T task, d dimension."""

    phi: Array  # (n, M, S, d)
    next_phi: Array  # (n, M, S, d)
    theta: Array  # (n, k + 1, M, S, T, d); theta[:, 0] is phi
    loss: Array  # (n, k + 1, M, S, T), without noise
    support_gradients: Array  # (n, k, M, S, T, d)
    query_gradient: Array  # (n, M, S, T, d)
    directions: Array  # (n, M, R, S, T, d)
    loss_now: Array  # (n, M, S) sum over tasks
    loss_after: Array  # (n, M, S)
    steepest: Array  # (n, M, T) the largest curvature where gradients were taken on the first start's path; 0: none

    @property
    def nbytes(self) -> int:
        """Bytes of the arrays."""
        return sum(getattr(self, field.name).nbytes for field in fields(self))

    def only(self, places: Sequence[int]) -> MetaSteps:
        """Return copies of the meta-steps at these indices."""
        return MetaSteps(**{field.name: getattr(self, field.name)[list(places)] for field in fields(self)})

    def first(self, count: int) -> MetaSteps:
        """Return the first of the meta-steps, sharing memory."""
        return MetaSteps(**{field.name: getattr(self, field.name)[:count] for field in fields(self)})


@dataclass(frozen=True)
class Done:
    """Meta-steps in a row, and the outer optimizer's moments (M - 1, S, d) with which the last one begins and ends."""

    steps: MetaSteps  # those that were asked for, the last one among them
    moments: Moments
    next_moments: Moments
    figures: Array  # (columns, n) of all meta-steps, those between too: what is measured of each, see `figures`
