"""Implements MAML and its relatives on pictures one task at a time with autograd: to read, and to test `fast` against.

MAML (Finn, Abbeel and Levine, 2017, algorithm 1) differentiates through the inner steps; FOMAML uses the gradient where
they end; ANIL (Raghu et al., 2020) adapts the head alone; Meta-SGD (Li et al., 2017) also learns a rate for each
weight; Reptile (Nichol, Achiam and Schulman, 2018) moves the start towards where training on the task ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.engine.running.building import check
from metascope.simulator.learners.embedding.reference import EPS
from metascope.simulator.learners.picture_maml.networks import HEAD, Convolutional, Network, Weights
from metascope.simulator.learners.picture_maml.plan import (
    RATE,
    Examples,
    Kind,
    Lesson,
    Moment,
    Plan,
    Tasks,
    adapting,
    parted,
)


def scores(network: Network, weights: Mapping[str, Tensor], pictures: Tensor, counted: int | None = None) -> Tensor:
    """Return the scores (M, N) of one task's pictures (M, S, S), before the softmax.

    Args:
        network: the sizes.
        weights: by name.
        pictures: (M, S, S).
        counted: so many, the first ones, give the statistics by which all are normalized; None: all.
    """
    return F.linear(features(network, weights, pictures, counted), weights[HEAD[0]], weights[HEAD[1]])


def features(network: Network, weights: Mapping[str, Tensor], pictures: Tensor, counted: int | None = None) -> Tensor:
    """Return the numbers (M, E) that the head is given; arguments as of `scores`."""
    if not isinstance(network, Convolutional):
        found = pictures.flatten(1)
        for name in network.names:
            found = F.relu(_normalized(weights, name, F.linear(found, weights[f"{name}.weights"]), counted))
        return found
    maps, stride = pictures.unsqueeze(1), 2 if network.shrinking == "stride" else 1
    for name in network.names:
        maps = F.conv2d(maps, weights[f"{name}.filters"], stride=stride, padding=1)
        maps = F.relu(_normalized(weights, name, maps, counted))
        if network.shrinking == "pool":
            maps = F.max_pool2d(maps, 2)
    return maps.mean((2, 3)) if network.reading == "mean" else maps.flatten(1)


def _normalized(weights: Mapping[str, Tensor], name: str, x: Tensor, counted: int | None) -> Tensor:
    """Return numbers of channels or units (M, C, ...) normalized by means and variances of the first `counted` rows."""
    axes, seen = [0, *range(2, x.dim())], x[:counted]
    mean, variance = seen.mean(axes, keepdim=True), seen.var(axes, correction=0, keepdim=True)
    scale, shift = (weights[f"{name}.{part}"].view(mean.shape) for part in ("scale", "shift"))
    return (x - mean) * torch.rsqrt(variance + EPS) * scale + shift


def answers(network: Network, weights: Mapping[str, Tensor], task: Tasks, plan: Plan) -> Tensor:
    """Return the scores (Q, N) of the queries of a batch of one task."""
    support, query = task.support.pictures[0], task.query.pictures[0]
    if plan.statistics == "batch":
        return scores(network, weights, query)
    return scores(network, weights, torch.cat([support, query]), len(support))[len(support) :]


def stepped(
    network: Network,
    kind: Kind,
    theta: Weights,
    rates: Mapping[str, Tensor] | Mapping[str, float],
    examples: Examples,
    *,
    second: bool,
) -> tuple[Weights, Tensor]:
    """Return one task's weights after an inner step on a batch of one, and the scores before it.

    Autograd can differentiate all of it with `second`, else the step but not its gradient.
    """
    names = adapting(kind, network)
    leaves = {
        name: theta[name] if theta[name].requires_grad else theta[name].clone().requires_grad_() for name in names
    }
    with torch.enable_grad():
        found = scores(network, theta | leaves, examples.pictures[0])
        loss = F.cross_entropy(found, examples.labels[0])
        slopes = torch.autograd.grad(loss, [leaves[name] for name in names], create_graph=second)
        moved = {name: leaves[name] - rates[name] * slope for name, slope in zip(names, slopes, strict=True)}
    return theta | moved, found


def lesson(
    network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan, order: Tensor | None = None
) -> Lesson:
    """Return what T tasks teach about a start.

    Args:
        network: the sizes.
        kind: which method's.
        weights: the start; Meta-SGD's rates are among them, named as in `rates_of`.
        tasks: to adapt to and to be judged by; Reptile trains on supports and queries alike.
        plan: how to adapt.
        order: Reptile's minibatches, places among supports and queries, (k, T, m); None: every step takes all.
    """
    each = []
    for t in range(tasks.count):
        task = tasks.part(slice(t, t + 1))
        if kind == "reptile":
            each.append(_reptile(network, weights, task, plan, None if order is None else order[:, t]))
        else:
            each.append(_meta(network, kind, weights, task, plan))
    losses, accuracies, slopes = zip(*each, strict=True)
    by_name = {name: torch.stack([of_task[name] for of_task in slopes]).mean(0) for name in slopes[0]}
    return Lesson(torch.stack(losses).mean(), torch.stack(accuracies).mean(), by_name)


def _meta(network: Network, kind: Kind, weights: Weights, task: Tasks, plan: Plan) -> tuple[Tensor, Tensor, Weights]:
    """Return one task's query loss () and accuracy () after adapting, and the gradient by the weights."""
    leaves = {name: weight.clone().requires_grad_() for name, weight in weights.items()}
    theta, rates = parted(leaves)
    with torch.enable_grad():
        for _ in range(plan.steps):
            given = rates or _alike(theta, plan.rate)
            theta, _ = stepped(network, kind, theta, given, task.support, second=kind != "fomaml")
        found = answers(network, theta, task, plan)
        loss = F.cross_entropy(found, task.query.labels[0])
        slopes = torch.autograd.grad(loss, list(leaves.values()), materialize_grads=True)
    accuracy = (found.argmax(-1) == task.query.labels[0]).to(loss.dtype).mean()
    return loss.detach(), accuracy, dict(zip(leaves, slopes, strict=True))


def _reptile(
    network: Network, weights: Weights, task: Tasks, plan: Plan, order: Tensor | None
) -> tuple[Tensor, Tensor, Weights]:
    """Return one task's loss () and accuracy () before the last step, and how far training has moved the start.

    The way is phi - theta_k, so that descent with the rate epsilon moves the start by epsilon (theta_k - phi).
    """
    assert plan.steps, "Reptile moves towards where steps lead"
    theta, every, found = dict(weights), task.support.joined(task.query), None
    given = every
    for step in range(plan.steps):
        if order is not None:
            some = order[step].to(every.labels.device)
            given = Examples(every.pictures[:, some], every.labels[:, some])
        theta, found = stepped(network, "reptile", theta, _alike(theta, plan.rate), given, second=False)
        theta = {name: weight.detach() for name, weight in theta.items()}
    assert found is not None
    loss = F.cross_entropy(found, given.labels[0]).detach()
    accuracy = (found.argmax(-1) == given.labels[0]).to(loss.dtype).mean()
    return loss, accuracy, {name: weights[name] - theta[name] for name in weights}


@torch.no_grad()
def walk(network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan) -> Iterator[Moment]:
    """Yield where the tasks are before the first inner step and after each: k + 1 moments.

    Args:
        network: the sizes.
        kind: which method's: ANIL adapts the head alone, Meta-SGD by its rates.
        weights: as of `lesson`.
        tasks: to adapt to, and to be answered.
        plan: how to adapt; minibatches are not used.
    """
    start, rates = parted(weights)
    given = rates or _alike(start, plan.rate)
    thetas = [dict(start) for _ in range(tasks.count)]
    for step in range(plan.steps + 1):
        check()
        each = [tasks.part(slice(t, t + 1)) for t in range(tasks.count)]
        support = [scores(network, theta, task.support.pictures[0]) for theta, task in zip(thetas, each, strict=True)]
        query = [answers(network, theta, task, plan) for theta, task in zip(thetas, each, strict=True)]
        together = {name: torch.stack([theta[name] for theta in thetas]) for name in start}
        yield Moment(together, torch.stack(support), torch.stack(query))
        if step < plan.steps:
            for t, task in enumerate(each):
                theta, _ = stepped(network, kind, thetas[t], given, task.support, second=False)
                thetas[t] = {name: weight.detach() for name, weight in theta.items()}


def rates_of(network: Network, rate: float | torch.Generator, like: Tensor) -> Weights:
    """Return Meta-SGD's initial rates, named "rate." and the weight: all alike, or from U[0.005, 0.1] as published."""
    found = {f"{RATE}{name}": like.new_zeros(shape) for name, shape in network.shapes().items()}
    for part in found.values():
        if isinstance(rate, float):
            part.fill_(rate)
        else:
            part.copy_(torch.empty(part.shape, dtype=part.dtype).uniform_(0.005, 0.1, generator=rate))
    return found


def _alike(weights: Weights, rate: float) -> dict[str, float]:
    """Return one rate for all."""
    return dict.fromkeys(weights, rate)
