"""Implements pre-training on all tasks, which finds the start that is best without adaptation."""

from __future__ import annotations

from torch import Tensor

from metascope.simulator.tasks.landscapes import Landscapes


def gradient(landscapes: Landscapes, phi: Tensor, noise: Tensor | None = None) -> Tensor:
    """Return grad l(phi), (..., T, d), on the query minibatch.

    Args:
        landscapes: T tasks in d dimensions.
        phi: the start for each task, (..., T, d).
        noise: what the query minibatch adds to each gradient, (..., T, d).
    """
    at_phi = landscapes.gradient(phi)
    return at_phi if noise is None else at_phi + noise
