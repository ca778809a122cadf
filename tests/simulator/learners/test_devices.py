"""The readable twins of what trains, on a GPU: the same numbers as on the CPU."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.mann import reference as mann
from metascope.simulator.learners.ntm import addressing, bptt
from metascope.simulator.learners.ntm import reference as ntm
from metascope.simulator.learners.picture_maml import fast as pictures_by_hand
from metascope.simulator.learners.picture_maml.networks import Network
from metascope.simulator.learners.picture_maml.plan import KINDS, Examples, Kind, Tasks
from metascope.simulator.learners.picture_maml.training import minibatches
from metascope.simulator.learners.rules import RULES, clip
from tests.simulator.devices import GPU, pretended_gpu
from tests.simulator.learners.picture_maml.cases import CONVOLUTION, TWO_STEPS, UNITS, start
from tests.simulator.learners.picture_maml.cases import drawn as drawn_tasks

Tensors = dict[str, Tensor]


def drawn(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(*shape, generator=torch.Generator().manual_seed(seed))


def there(tensors: Tensors) -> Tensors:
    return {name: tensor.to(GPU) for name, tensor in tensors.items()}


def same(of: Callable[[Tensors], Tensors], given: Tensors) -> None:
    """Fail unless it makes the same of what is given there as of what is given here, and leaves it there."""
    with pretended_gpu():
        found = of(there(given))
        assert {tensor.device for tensor in found.values()} == {GPU}
        found = {name: tensor.cpu() for name, tensor in found.items()}
    wanted = of(given)
    assert all(torch.equal(found[name], wanted[name]) for name in wanted)


@pytest.mark.parametrize("controller", ["lstm", "feedforward"])
def test_the_readable_machine_goes_forth_and_back(controller: ntm.Controller) -> None:
    design = ntm.Design(3, 2, controller, units=4, heads=2, locations=5, width=3, memory="learned", bounded=True)

    def gradient(given: Tensors) -> Tensors:
        inputs, targets, mask = (given.pop(name) for name in ("inputs", "targets", "mask"))
        traced = {name: weight.detach().requires_grad_() for name, weight in given.items()}
        bits = bptt.cost(ntm.run(design, traced, inputs).outputs, targets, mask)
        return dict(zip(traced, torch.autograd.grad(bits.mean(), list(traced.values())), strict=True))

    sequences = {"inputs": drawn(4, 2, 3), "targets": drawn(4, 2, 2).round(), "mask": torch.ones(4, 2)}
    weights = ntm.initial(design, torch.Generator().manual_seed(1))
    same(lambda given: gradient(dict(given)), {**weights, **sequences})


def test_the_readable_network_with_a_memory_goes_forth_and_back() -> None:
    design = mann.Design(3, 2, units=4, heads=2, locations=5, width=3)

    def gradient(given: Tensors) -> Tensors:
        inputs, labels = given.pop("inputs"), given.pop("labels")
        return mann.lesson(design, given, inputs, labels)[1]

    weights = mann.initial(design, torch.Generator().manual_seed(1))
    episodes = {"inputs": drawn(4, 2, 3), "labels": drawn(4, 2).round().long()}
    same(lambda given: gradient(dict(given)), {**weights, **episodes})
    same(lambda given: {"outputs": mann.run(design, given, given["inputs"]).outputs}, {**weights, **episodes})


def test_a_shift_by_a_number_that_is_not_whole() -> None:
    same(lambda given: {"kernel": addressing.kernel_between(given["offset"], 1)}, {"offset": drawn(3)})


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("by", ["elements", "norm"])
def test_rules_and_clipping(rule: str, by: str) -> None:
    def moved(given: Tensors) -> Tensors:
        vector, gradient = given["vector"].clone(), given["gradient"].clone()
        made = RULES[rule](vector)
        for _ in range(3):
            clip(gradient, 0.1, "norm" if by == "norm" else "elements")
            made.step(vector, gradient, 0.01)
        again = RULES[rule](vector)
        again.restore(made.state())
        again.step(vector, gradient, 0.01)
        return {"vector": vector}

    same(moved, {"vector": drawn(7), "gradient": drawn(7, seed=1) - 0.5})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("network", [CONVOLUTION, UNITS])
def test_methods_adapt_to_pictures_by_hand(network: Network, kind: Kind) -> None:
    tasks = drawn_tasks(network)
    given = start(network, kind) | {"query": tasks.query.pictures, "support": tasks.support.pictures}
    labels = {"query_labels": tasks.query.labels, "support_labels": tasks.support.labels}
    order = minibatches(2, tasks.support.labels.shape[1] + tasks.query.labels.shape[1], 2, 4, torch.Generator())

    def lesson(tensors: Tensors) -> Tensors:
        weights = {name: tensors[name] for name in start(network, kind)}
        parts = (Examples(tensors[part], tensors[f"{part}_labels"]) for part in ("support", "query"))
        found = pictures_by_hand.lesson(
            network, kind, weights, Tasks(*parts), TWO_STEPS, order if kind == "reptile" else None
        )
        return {"loss": found.loss, **found.slopes}

    same(lesson, given | labels)
