"""Computes one meta-step of all four methods, from their starts to the next ones, in one batch of tensors."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.learners import outer
from metascope.simulator.learners.outer import Moments
from metascope.simulator.learners.surfaces import fomaml, maml, pretraining, reptile
from metascope.simulator.learners.surfaces.adapt import adapt
from metascope.simulator.learners.surfaces.figures import figures
from metascope.simulator.learners.surfaces.metasteps import REPTILE, Array, Done, MetaSteps, Rules
from metascope.simulator.tasks.landscapes import Landscapes


def meta_step(landscapes: Landscapes, phi: Tensor, moments: Moments, noise: Tensor | None, rules: Rules) -> Done:
    """Return the meta-step from the starts `phi` (M, S, d).

    Args:
        landscapes: T tasks.
        phi: the methods' starts.
        moments: the outer optimizer's, (M - 1, S, d).
        noise: what minibatches add to gradients, (k or more, then one for the query; S, T, d), the same for every
            method: a minibatch's loss is l(theta) + noise' theta. None: full batches.
        rules: k, alpha, beta, epsilon, the outer optimizer and its clip.
    """
    with torch.inference_mode():  # no graph is needed, and every small operation is a sixth cheaper
        return _meta_step(landscapes, phi, moments, noise, rules)


def _meta_step(landscapes: Landscapes, phi: Tensor, moments: Moments, noise: Tensor | None, rules: Rules) -> Done:
    alpha, k = rules.inner_rate, rules.inner_steps
    at_phi = phi.unsqueeze(-2).expand(-1, -1, landscapes.tasks, -1)  # (M, S, T, d)
    path = adapt(landscapes, at_phi, alpha, k, noise)
    query_noise = None if noise is None else noise[-1]
    end = path.theta[-1]  # (M, S, T, d)
    hessians = landscapes.hessian(path.theta[:-1])  # (k, M, S, T, d, d)
    query = landscapes.gradient(end) if noise is None else landscapes.gradient(end) + noise[-1]
    directions = torch.stack(
        [
            pretraining.gradient(landscapes, at_phi, query_noise),
            maml.meta_gradient(query, hessians, alpha),
            fomaml.meta_gradient(query),
            reptile.direction(path.gradients),
        ],
        1,
    )
    next_phi, next_moments = _moved(phi, directions, end, moments, rules)
    loss: Array = landscapes.loss(path.theta).numpy()
    steps = MetaSteps.of(
        phi=_row(phi),
        next_phi=_row(next_phi),
        theta=_row(path.theta),
        loss=loss[None],
        support_gradients=_row(path.gradients),
        query_gradient=_row(query),
        directions=_row(directions),
        loss_now=loss[None, 0].sum(-1),
        loss_after=loss[None, -1].sum(-1),
        steepest=largest_curvature(hessians[:, :, 0].numpy()).max(0, initial=0.0)[None],
    )
    with np.errstate(all="ignore"):  # a path that diverges is told of by others
        return Done(steps, moments, next_moments, figures(steps))


def largest_curvature(hessians: Array) -> Array:
    """Return the larger eigenvalue (...) of symmetric matrices (..., d, d), d at most 2; 0 where it is not finite."""
    xx, xy, yy = hessians[..., 0, 0], hessians[..., 0, -1], hessians[..., -1, -1]
    with np.errstate(over="ignore", invalid="ignore"):
        largest = xx if hessians.shape[-1] == 1 else 0.5 * (xx + yy) + np.sqrt((0.5 * (xx - yy)) ** 2 + xy * xy)
    return np.nan_to_num(largest, nan=0.0, posinf=0.0, neginf=0.0)


def unseen_losses(landscapes: Landscapes, phi: Array, rules: Rules) -> Array:
    """Return the mean losses (n, 2, M) from starts `phi` (n, M, d), before and after adaptation without noise."""
    starts = torch.from_numpy(phi.copy()).unsqueeze(-2).expand(-1, -1, landscapes.tasks, -1)  # (n, M, T, d)
    path = adapt(landscapes, starts, rules.inner_rate, rules.inner_steps)
    losses: Array = landscapes.loss(path.theta[[0, -1]]).mean(-1).movedim(0, 1).numpy()
    return losses


def _moved(phi: Tensor, directions: Tensor, end: Tensor, moments: Moments, rules: Rules) -> tuple[Tensor, Moments]:
    """Return each method's next start by its own rule: the sum over tasks, for Reptile the mean."""
    own = directions.sum(-2).diagonal().movedim(-1, 0)[:REPTILE]  # (M - 1, S, d), rule m at method m's phi
    gradient = outer.clipped(own, rules.clip)
    starts = phi[:REPTILE]
    if rules.outer_optimizer == "sgd":
        stepped = outer.sgd(starts, gradient, rules.outer_rate)
    else:
        stepped, moments = outer.adam(starts, gradient, rules.outer_rate, moments)
    interpolated = reptile.interpolated(phi[REPTILE:], end[REPTILE:], rules.epsilon)
    return torch.cat([stepped, interpolated]), moments


def _row(values: Tensor) -> Array:
    array: Array = values.numpy()
    return array[None]
