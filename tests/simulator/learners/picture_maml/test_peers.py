"""Every method's meta-gradient against higher, an independent library; without it (extra `bench`) there is no test."""

from __future__ import annotations

from typing import Any

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from simulator.learners.picture_maml import fast, reference
from simulator.learners.picture_maml.networks import Convolutional, Network
from simulator.learners.picture_maml.plan import KINDS, RATE, Engine, Examples, Kind, Plan, parted
from simulator.learners.picture_maml.training import minibatches
from tests.simulator.learners.picture_maml.cases import CONVOLUTION, UNITS, drawn, generator, modules, start

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


@pytest.mark.parametrize("engine", [reference, fast], ids=["reference", "fast"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("network", [CONVOLUTION, UNITS, Convolutional(9, 3, 2, 4, "stride")])
def test_meta_gradients_are_those_of_higher(network: Network, kind: Kind, engine: Engine) -> None:
    tasks, weights = drawn(network), start(network, kind)
    order = minibatches(tasks.count, network.ways * 5, THREE_STEPS.steps, 4, generator())
    found = engine.lesson(network, kind, weights, tasks, THREE_STEPS, order if kind == "reptile" else None).slopes
    theta, rates = parted(weights)
    model, learned = modules(network, theta), [rate.clone().requires_grad_() for rate in rates.values()]
    each = []
    for t in range(tasks.count):
        task = tasks.part(slice(t, t + 1))
        each.append(of_task(kind, model, task.support, task.query, learned, order[:, t]))
    names = [*theta, *(f"{RATE}{name}" for name in rates)]
    assert set(names) == set(found)
    for name, slopes in zip(names, zip(*each, strict=True), strict=True):
        wanted = torch.stack(slopes).mean(0)
        assert float((found[name] - wanted).norm()) < 1e-10 * max(float(wanted.norm()), 1e-3), name
