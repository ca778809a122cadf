"""Computes the metrics, notices and divergence reasons of a meta-step of the landscapes story."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from simulator.engine.text import Message, listed, say
from simulator.learners.surfaces.adapt import adapt
from simulator.stories.landscapes.captions import place
from simulator.stories.landscapes.frame import Array
from simulator.stories.landscapes.metastep import MetaStep
from simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS
from simulator.tasks.landscapes import Landscapes

FARTHEST = 1e8  # a start beyond has left the landscape
_STABLE = 2.0  # gradient descent on a quadratic of curvature a diverges where alpha a is above


def start_metrics(phi: Array, now: Array, after: Array) -> dict[str, float]:
    """Return each method's first start and its losses before and after adaptation; phi (M, S, d), now (M, S)."""
    metrics: dict[str, float] = {}
    starts, now_here, after_here = phi[:, 0].tolist(), now[:, 0].tolist(), after[:, 0].tolist()
    for method, start, before, then in zip(METHODS, starts, now_here, after_here, strict=True):
        if len(start) == 1:
            metrics[f"{method}.phi"] = start[0]
        else:
            metrics[f"{method}.phi_0"], metrics[f"{method}.phi_1"] = start
        metrics[f"{method}.loss_now"] = before
        metrics[f"{method}.loss_after"] = then
    if after.shape[1] > 1:
        for method, best in zip(METHODS, after.min(1).tolist(), strict=True):
            metrics[f"{method}.best_loss_after"] = best
    return metrics


def unseen_metrics(landscapes: Landscapes, phi: Array, alpha: float, k: int) -> dict[str, float]:
    """Return each method's mean loss on unseen tasks from its first start, before and after noiseless adaptation."""
    starts = torch.from_numpy(phi[:, 0].copy())  # (M, d)
    path = adapt(landscapes, starts.unsqueeze(1).expand(-1, landscapes.tasks, -1), alpha, k)
    losses = landscapes.loss(path.theta[[0, -1]]).mean(-1).tolist()  # 2 of (M,)
    return {
        f"{method}.test_loss_{when}": value
        for when, values in zip(("now", "after"), losses, strict=True)
        for method, value in zip(METHODS, values, strict=True)
    }


def notices(meta_step: MetaStep, alpha: float) -> tuple[Message, ...]:
    """Return why inner paths of the first start diverge: one sentence per task, naming the methods."""
    loss = meta_step.loss[:, :, 0].numpy()  # (k + 1, M, T)
    grows = ~(loss[-1] <= loss[0])  # (M, T), also true where the loss is NaN
    if not grows.any():
        return ()
    product = alpha * _curvatures(meta_step, 0).max(0, initial=0.0)  # (M, T)
    return tuple(_notices(grows & (product > _STABLE), product, alpha))


def divergence(step: int, phi: Tensor, coming: MetaStep, alpha: float) -> Message:
    """Return why the meta-step `coming` from `phi` (M, S, d) cannot be done, with the numbers."""
    lost = ~np.isfinite(coming.loss.numpy()).all(0)  # (M, S, T)
    if lost.any():
        method, start, task = (int(index) for index in np.argwhere(lost)[0])
        product = alpha * _curvatures(coming, start)[:, method, task]  # (k,)
        j = int((product > _STABLE).argmax()) if len(product) else 0
        return say(
            "{method} cannot continue from meta-step {step}: from φ = {phi} the path of task {task} becomes NaN or"
            " infinite; at θ = {theta}, α × curvature = {product:.3g}, and more than 2 diverges",
            method=METHOD_NAMES[METHODS[method]],
            step=step,
            phi=place(phi[method, start].numpy()),
            task=TASK_LETTERS[task],
            theta=place(coming.theta[j, method, start, task].numpy()),
            product=float(product[j]) if len(product) else 0.0,
        )
    left = ~(np.abs(coming.next_phi.numpy()) <= FARTHEST).all(-1)  # (M, S)
    method, start = (int(index) for index in np.argwhere(left)[0])
    return say(
        "{method} cannot continue from meta-step {step}: its update would move φ = {phi} to {next_phi};"
        " its meta-gradient has norm {norm:.3g}",
        method=METHOD_NAMES[METHODS[method]],
        step=step,
        phi=place(phi[method, start].numpy()),
        next_phi=place(coming.next_phi[method, start].numpy()),
        norm=float(coming.directions[method, method, start].sum(0).norm()),
    )


def _curvatures(meta_step: MetaStep, start: int) -> Array:
    """Return the largest curvature at each point of each path of a start, (k, M, T); 0 where it is NaN."""
    hessians = np.nan_to_num(meta_step.hessians[:, :, start].numpy(), nan=0.0, posinf=0.0, neginf=0.0)
    largest: Array = np.linalg.eigvalsh(hessians)[..., -1]
    return largest


def _notices(diverges: Array, product: Array, alpha: float) -> Iterator[Message]:
    for task in np.flatnonzero(diverges.any(0)).tolist():
        methods = np.flatnonzero(diverges[:, task]).tolist()
        largest = float(product[methods, task].max())
        yield say(
            "Task {task}: α × largest curvature = {product:.2f} > 2: each inner step ends farther from the minimum"
            " than it began ({methods}). Use α below {limit:.3g}.",
            task=TASK_LETTERS[task],
            product=largest,
            limit=alpha * _STABLE / largest,
            methods=listed(METHOD_NAMES[METHODS[method]] for method in methods),
        )
