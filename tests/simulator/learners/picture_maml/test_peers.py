"""Every method's meta-gradient against higher, an independent library; without it (extra `bench`) there is no test."""

from __future__ import annotations

from typing import Any

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from metascope.simulator.learners.picture_maml import compiled, fast, reference
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Weights
from metascope.simulator.learners.picture_maml.plan import KINDS, RATE, Engine, Examples, Kind, Plan, Tasks, parted
from metascope.simulator.learners.picture_maml.training import minibatches
from tests.simulator.learners.picture_maml.cases import (
    CONVOLUTION,
    UNITS,
    drawn,
    flat,
    generator,
    modules,
    narrow,
    start,
)

higher: Any = pytest.importorskip("higher")
THREE_STEPS = Plan(steps=3, rate=0.3)


def loss_of(model: Any, examples: Examples) -> Tensor:
    """Return the mean cross-entropy of a batch of one task."""
    return F.cross_entropy(model(examples.pictures[0].unsqueeze(1)), examples.labels[0])


def of_task(
    kind: Kind, model: nn.Sequential, support: Examples, query: Examples, rates: list[Tensor], order: Tensor
) -> list[Tensor]:
    """Return one task's meta-gradient by the modules' parameters, Meta-SGD's by its rates behind them.

    Reptile's is the way back from where training on minibatches of all pictures leads, in the places of `order`.
    """
    weights = list(model.parameters())
    moved = list(model[-1].parameters()) if kind == "anil" else weights
    optimizer = torch.optim.SGD([{"params": [weight]} for weight in moved], lr=THREE_STEPS.rate)
    with higher.innerloop_ctx(
        model,
        optimizer,
        copy_initial_weights=False,
        override={"lr": rates} if rates else None,
        track_higher_grads=kind not in ("fomaml", "reptile"),
    ) as (adapted, steps):
        for step in range(THREE_STEPS.steps):
            given = support
            if kind == "reptile":
                every = support.joined(query)
                given = Examples(every.pictures[:, order[step]], every.labels[:, order[step]])
            steps.step(loss_of(adapted, given))
        there = list(adapted.parameters())
        if kind == "reptile":
            return [weight.detach() - end.detach() for weight, end in zip(weights, there, strict=True)]
        by = there if kind == "fomaml" else weights + rates
        return list(torch.autograd.grad(loss_of(adapted, query), by))


def of_higher(network: Network, kind: Kind, weights: Weights, tasks: Tasks, order: Tensor | None) -> Weights:
    """Return the mean meta-gradient of all tasks, by name."""
    theta, rates = parted(weights)
    model, learned = modules(network, theta), [rate.clone().requires_grad_() for rate in rates.values()]
    each = []
    for t in range(tasks.count):
        task = tasks.part(slice(t, t + 1))
        minibatch = torch.empty(0) if order is None else order[:, t]
        each.append(of_task(kind, model, task.support, task.query, learned, minibatch))
    names = [*theta, *(f"{RATE}{name}" for name in rates)]
    return {name: torch.stack(slopes).mean(0) for name, slopes in zip(names, zip(*each, strict=True), strict=True)}


def minibatches_of(network: Network, kind: Kind, tasks: Tasks) -> Tensor | None:
    """Return the pictures of Reptile's minibatches; other methods have none."""
    if kind != "reptile":
        return None
    return minibatches(tasks.count, network.ways * 5, THREE_STEPS.steps, 4, generator())


@pytest.mark.parametrize("engine", [reference, fast], ids=["reference", "fast"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("network", [CONVOLUTION, UNITS, Convolutional(9, 3, 2, 4, "stride")])
def test_meta_gradients_are_those_of_higher(network: Network, kind: Kind, engine: Engine) -> None:
    tasks, weights = drawn(network), start(network, kind)
    order = minibatches_of(network, kind, tasks)
    found = engine.lesson(network, kind, weights, tasks, THREE_STEPS, order).slopes
    wanted = of_higher(network, kind, weights, tasks, order)
    assert set(wanted) == set(found)
    for name, slopes in wanted.items():
        assert float((found[name] - slopes).norm()) < 1e-10 * max(float(slopes.norm()), 1e-3), name


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("network", [CONVOLUTION, Convolutional(13, 16, 2, 2)])
@pytest.mark.usefixtures("kernels")
def test_compiled_ones_in_single_precision_differ_by_rounding(network: Network, kind: Kind) -> None:
    """Higher computes in double precision; the largest difference measured is 5e-6 of a meta-gradient's length."""
    tasks, weights = drawn(network), start(network, kind)
    order = minibatches_of(network, kind, tasks)
    wanted = of_higher(network, kind, weights, tasks, order)
    found = compiled.lesson(network, kind, *narrow(weights, tasks), THREE_STEPS, order).slopes
    assert set(wanted) == set(found)
    exact = flat(wanted)
    apart = float((flat({name: found[name] for name in wanted}).double() - exact).norm() / exact.norm())
    assert apart < 2e-5
