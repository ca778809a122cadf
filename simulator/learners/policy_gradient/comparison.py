"""Says how estimates of a meta-gradient compare with the exact one; no torch, so that frames can hold it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.arrays import Single

ESTIMATES = ("first-order", "surrogate", "e-maml", "dice", "exact")  # the order of a comparison's estimators


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Estimates of the meta-gradient of one start, E estimators as in `ESTIMATES`.

    The truth that they are compared with is the mean of all exact gradients so far.
    """

    step: int  # meta-step whose start it is
    draws: int  # estimates by each so far
    counts: NDArray[np.int32]  # (N,) numbers of estimates averaged: 1, 2, 4, ...
    angles: Single  # (N, E) degrees between the mean of so many estimates and the truth
    angle: Single  # (E,) of the mean of all
    noise: Single  # (E,) degrees by which the mean of all is off for its noise alone, about
    length: Single  # (E,) |mean| / |truth|
    spread: Single  # (E,) standard deviation of a single estimate / |truth|
    errors: Single | None = None  # (N, E) |mean of so many estimates - truth| / |truth|
    error: Single | None = None  # (E,) of the mean of all
    bias: Single | None = None  # (E,) |expectation - truth| / |truth|, where every outcome can be counted
