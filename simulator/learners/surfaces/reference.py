"""Computes one meta-step of all four methods, from their starts to the next ones, in one batch of tensors."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from simulator.learners import outer
from simulator.learners.outer import Moments
from simulator.learners.surfaces import fomaml, maml, pretraining, reptile
from simulator.learners.surfaces.adapt import adapt
from simulator.stories.landscapes.names import METHODS
from simulator.stories.landscapes.settings import LandscapesSettings
from simulator.tasks.landscapes import Landscapes

REPTILE = METHODS.index("reptile")  # the last: the methods before it share the outer optimizer


@dataclass(frozen=True)
class MetaStep:
    """Everything computed in a meta-step. Axes as in `LandscapesFrame`."""

    theta: Tensor  # (k + 1, M, S, T, d)
    loss: Tensor  # (k + 1, M, S, T)
    support_gradients: Tensor  # (k, M, S, T, d)
    hessians: Tensor  # (k, M, S, T, d, d) at theta_0 .. theta_{k-1}
    query_gradient: Tensor  # (M, S, T, d)
    directions: Tensor  # (M, R, S, T, d)
    next_phi: Tensor  # (M, S, d)
    next_moments: Moments  # of all methods but Reptile, (M - 1, S, d)


def meta_step(
    landscapes: Landscapes, phi: Tensor, moments: Moments, noise: Tensor | None, settings: LandscapesSettings
) -> MetaStep:
    """Return the meta-step from the starts `phi` (M, S, d).

    Args:
        landscapes: T tasks.
        phi: the methods' starts.
        moments: the outer optimizer's, (M - 1, S, d).
        noise: what minibatches add to gradients, (k or more, then one for the query; S, T, d), the same for every
            method: a minibatch's loss is l(theta) + noise' theta. None: full batches.
        settings: k, alpha, beta, epsilon, the outer optimizer and its clip.
    """
    alpha, k = settings.inner_rate, settings.inner_steps
    at_phi = phi.unsqueeze(-2).expand(-1, -1, landscapes.tasks, -1)  # (M, S, T, d)
    path = adapt(landscapes, at_phi, alpha, k, noise)
    query_noise = None if noise is None else noise[-1]
    end = path.theta[-1]  # (M, S, T, d)
    query = landscapes.gradient(end) if noise is None else landscapes.gradient(end) + noise[-1]
    hessians = landscapes.hessian(path.theta[:-1])
    directions = torch.stack(
        [
            pretraining.gradient(landscapes, at_phi, query_noise),
            maml.meta_gradient(query, hessians, alpha),
            fomaml.meta_gradient(query),
            reptile.direction(path.gradients),
        ],
        1,
    )
    next_phi, next_moments = _moved(phi, directions, end, moments, settings)
    return MetaStep(
        theta=path.theta,
        loss=landscapes.loss(path.theta),
        support_gradients=path.gradients,
        hessians=hessians,
        query_gradient=query,
        directions=directions,
        next_phi=next_phi,
        next_moments=next_moments,
    )


def _moved(
    phi: Tensor, directions: Tensor, end: Tensor, moments: Moments, settings: LandscapesSettings
) -> tuple[Tensor, Moments]:
    """Return each method's next start by its own rule: the sum over tasks, for Reptile the mean."""
    own = directions.sum(-2).diagonal().movedim(-1, 0)[:REPTILE]  # (M - 1, S, d), rule m at method m's phi
    gradient = outer.clipped(own, settings.clip)
    starts = phi[:REPTILE]
    if settings.outer_optimizer == "sgd":
        stepped = outer.sgd(starts, gradient, settings.outer_rate)
    else:
        stepped, moments = outer.adam(starts, gradient, settings.outer_rate, moments)
    interpolated = reptile.interpolated(phi[REPTILE:], end[REPTILE:], settings.epsilon)
    return torch.cat([stepped, interpolated]), moments
