"""Computes the metrics, notices and divergence reasons of meta-steps of the landscapes story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import torch

from metascope.simulator.engine.history.metrics import is_hidden
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.surfaces.metasteps import FARTHEST, MetaSteps
from metascope.simulator.learners.surfaces.reference import largest_curvature
from metascope.simulator.stories.landscapes.captions import place
from metascope.simulator.stories.landscapes.first_order import first_order_names
from metascope.simulator.stories.landscapes.frame import Array
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS
from metascope.simulator.stories.landscapes.trail import place_names
from metascope.simulator.tasks.landscapes import Landscapes

_STABLE = 2.0  # gradient descent on a quadratic of curvature a diverges where alpha a is above


@cache
def figure_names(starts: int, dimension: int) -> tuple[str, ...]:
    """Return the metrics that are measured at every meta-step, in the order of the learners' `figures`."""
    places = place_names((len(METHODS), starts, dimension))
    own = len(places) // len(METHODS)  # each method's
    names: list[str] = []
    for index, method in enumerate(METHODS):
        names += places[index * own : index * own + dimension]
        names += [f"{method}.loss_now", f"{method}.loss_after"]
    if starts > 1:
        names += [f"{method}.best_loss_after" for method in METHODS]
    return (*names, *first_order_names(), *filter(is_hidden, places))


def first_places(dimension: int) -> list[str]:
    """Return the metrics of where each method's first start is."""
    return place_names((len(METHODS), 1, dimension))


def unseen_names() -> list[str]:
    """Return the metrics of the meta-test: of each method before, then of each after adaptation."""
    return [f"{method}.test_loss_{when}" for when in ("now", "after") for method in METHODS]


def sound(steps: MetaSteps) -> bool:
    """Return whether the first of the meta-steps can be done: its paths and where it leads are in the landscape."""
    return bool(np.isfinite(steps.loss[0]).all() and (np.abs(steps.next_phi[0]) <= FARTHEST).all())


def notices(steps: MetaSteps, row: int, alpha: float) -> tuple[Message, ...]:
    """Return why inner paths of the first start diverge: one sentence per task, naming the methods."""
    loss = steps.loss[row, :, :, 0]  # (k + 1, M, T)
    grows = ~(loss[-1] <= loss[0])  # (M, T), also true where the loss is NaN
    if not grows.any():
        return ()
    product = alpha * steps.steepest[row]  # (M, T)
    return tuple(_notices(grows & (product > _STABLE), product, alpha))


def divergence(step: int, coming: MetaSteps, landscapes: Landscapes, alpha: float) -> Message:
    """Return why the first meta-step of `coming` cannot be done, with the numbers."""
    phi, next_phi = coming.phi[0], coming.next_phi[0]
    lost = ~np.isfinite(coming.loss[0]).all(0)  # (M, S, T)
    if lost.any():
        method, start, task = (int(index) for index in np.argwhere(lost)[0])
        product = alpha * _curvatures(coming, method, start, landscapes)[:, task]  # (k,)
        j = int((product > _STABLE).argmax()) if len(product) else 0
        return say(
            "{method} cannot continue from meta-step {step}: from φ = {phi} the path of task {task} becomes NaN or"
            " infinite; at θ = {theta}, α × curvature = {product:.3g}, and more than 2 diverges",
            method=METHOD_NAMES[METHODS[method]],
            step=step,
            phi=place(phi[method, start]),
            task=TASK_LETTERS[task],
            theta=place(coming.theta[0, j, method, start, task]),
            product=float(product[j]) if len(product) else 0.0,
        )
    left = ~(np.abs(next_phi) <= FARTHEST).all(-1)  # (M, S)
    method, start = (int(index) for index in np.argwhere(left)[0])
    return say(
        "{method} cannot continue from meta-step {step}: its update would move φ = {phi} to {next_phi};"
        " its meta-gradient has norm {norm:.3g}",
        method=METHOD_NAMES[METHODS[method]],
        step=step,
        phi=place(phi[method, start]),
        next_phi=place(next_phi[method, start]),
        norm=float(np.linalg.norm(coming.directions[0, method, method, start].sum(0))),
    )


def _curvatures(coming: MetaSteps, method: int, start: int, landscapes: Landscapes) -> Array:
    """Return the largest curvature at each point of each path of a start, (k, T); 0 where it is NaN."""
    theta = torch.from_numpy(coming.theta[0, :-1, method, start].copy())  # (k, T, d)
    return largest_curvature(landscapes.hessian(theta).numpy())


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
