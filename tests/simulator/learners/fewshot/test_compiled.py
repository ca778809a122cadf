"""The compiled kernel of the few-shot learners, beside autograd in double precision and the methods in torch."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.fewshot import adapting, compiled, reference
from metascope.simulator.learners.fewshot.adapting import adapt, errors
from metascope.simulator.learners.fewshot.methods import (
    Anil,
    Fomaml,
    Maml,
    Meta,
    MetaSgd,
    Method,
    Oracle,
    PreTraining,
    Reptile,
    Scratch,
)
from metascope.simulator.learners.fewshot.outer import Outer, OuterRule
from metascope.simulator.learners.fewshot.starts import start
from metascope.simulator.learners.fewshot.tuning import tune
from metascope.simulator.tasks.networks import Activation, Network
from metascope.simulator.tasks.waves import WaveFamily, Waves
from tests.simulator.learners.fewshot.cases import close, generator

pytestmark = pytest.mark.usefixtures("kernels")

FAMILY = WaveFamily()
SINGLE = 2e-5  # what single precision leaves of a gradient
SIZES = [(1, 40, 40, 1), (1, 7, 1), (1, 17, 17, 17, 1), (1, 1, 1, 1)]
COUNTS = [(1, 10, 10, 1), (3, 5, 7, 0), (4, 3, 9, 5), (2, 1, 1, 2)]  # tasks, shots, queries, steps
META: list[type[Meta]] = [Maml, Fomaml, Anil, MetaSgd]


def begun(sizes: tuple[int, ...] = (1, 12, 12, 1), activation: Activation = "tanh") -> tuple[Network, Tensor]:
    network = Network(sizes, activation, "squares")
    return network, start(network, "uniform", generator())


def double(waves: Waves, shots: int) -> tuple[reference.Points, reference.Points]:
    near, far = waves.split(shots)
    return (near.x.double(), near.y.double()), (far.x.double(), far.y.double())


def everyone(rule: OuterRule = "adam", steps: int = 2) -> list[Method]:
    network, phi = begun()
    outer = Outer(0.01, rule, 1.0)
    meta: list[Method] = [kind(network, phi, 0.02, outer, steps) for kind in META]
    reptile = Reptile(network, phi, generator(8), iterations=50)
    return [*meta, reptile, PreTraining(network, phi, 0.02, outer), Oracle(network, phi, 0.02, outer)]


@pytest.mark.parametrize("kind", META)
@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("sizes", SIZES)
def test_a_meta_gradient_is_autograds(kind: type[Meta], activation: Activation, sizes: tuple[int, ...]) -> None:
    network, phi = begun(sizes, activation)
    for tasks, shots, queries, steps in COUNTS:
        method, waves = (
            kind(network, phi, 0.02, Outer(1.0, "sgd"), steps),
            FAMILY.sample(tasks, shots + queries, generator(1)),
        )
        given = method.rates
        rates = given.double().clone() if isinstance(given, Tensor) else torch.full_like(phi, given).double()
        loss, by_phi, by_rates = reference.mean_meta_gradient(
            network, phi.double(), rates, *double(waves, shots), steps, first=kind is Fomaml
        )
        assert close(method.learn_all(waves, 1, shots)[0], loss, SINGLE)
        assert close(phi.double() - method.phi, by_phi, SINGLE)
        if isinstance(method, MetaSgd):
            assert close(rates - method.rates, by_rates, SINGLE)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_a_joint_gradient_is_autograds_of_the_oracle_too(activation: Activation) -> None:
    network, phi = begun((1, 10, 10, 1), activation)
    outer = Outer(0.5, "sgd")
    for method in (PreTraining(network, phi, outer=outer), Oracle(network, phi, outer=outer)):
        before, waves = method.phi.double(), FAMILY.sample(5, 9, generator(1))
        given = waves.seen(method.network.layout.sizes[0]).double(), waves.y.double()
        loss, by_phi = reference.joint_gradient(method.network, before, given)
        assert close(method.learn_all(waves, 1, 4)[0], loss, SINGLE)
        assert close(before - method.phi, 0.5 * by_phi, SINGLE)


@pytest.mark.parametrize("tasks", [1, 3])
@pytest.mark.parametrize("rule", ["adam", "sgd"])
def test_several_updates_in_one_call_are_those_of_torch(rule: OuterRule, tasks: int) -> None:
    waves = FAMILY.sample(4 * tasks, 9, generator(2))
    for one, other in zip(everyone(rule), everyone(rule), strict=True):
        wanted = [other.learn(*batch.split(5)) for batch in waves.batches(4)]
        assert close(one.learn_all(waves, 4, 5), torch.stack(wanted), 1e-4), one.name
        state = other.state("a")
        for name, value in one.state("a").items():
            if value.is_floating_point():
                assert close(value, state[name], 2e-3 if rule == "adam" else 1e-4), f"{one.name}: {name}"
            else:
                assert torch.equal(value, state[name])


def test_reptile_draws_the_same_minibatches_for_many_updates_at_once() -> None:
    network, phi = begun()
    one, other = (Reptile(network, phi, generator(3)) for _ in range(2))
    each = torch.cat([other._order(2) for _ in range(5)])
    assert torch.equal(one._order(2, 5), each)
    assert torch.equal(one._generator.get_state(), other._generator.get_state())


def test_waves_of_many_batches_are_those_that_are_drawn_batch_by_batch() -> None:
    one, other = generator(4), generator(4)
    together = FAMILY.sample(5 * 7, 11, one)
    for batch in together.batches(5):
        alone = FAMILY.sample(7, 11, other)
        assert torch.equal(batch.x, alone.x)
        assert torch.equal(batch.phase, alone.phase)
        torch.testing.assert_close(batch.y, alone.y, rtol=0, atol=1e-6)
    assert torch.equal(one.get_state(), other.get_state())


def test_hundreds_of_updates_end_where_those_of_torch_end() -> None:
    network, phi = begun((1, 20, 20, 1), "relu")
    one, other = (Maml(network, phi, 0.01, Outer(3e-3, "adam", 10.0)) for _ in range(2))
    waves, held = FAMILY.sample(300 * 5, 20, generator(5)), FAMILY.sample(100, 20, generator(6)).split(10)
    found = one.learn_all(waves, 300, 10)
    wanted = torch.stack([other.learn(*batch.split(10)) for batch in waves.batches(300)])
    assert close(found[:20], wanted[:20], 1e-3)
    costs = [float(errors(network, method.phi.unsqueeze(0), 0.01, *held, 5)[-1].mean()) for method in (one, other)]
    assert costs[0] == pytest.approx(costs[1], rel=0.03)
    assert costs[0] < 0.8 * float(errors(network, phi.unsqueeze(0), 0.01, *held, 5)[-1].mean())


@pytest.mark.parametrize("which", range(7))
def test_a_method_goes_on_from_a_kept_state_bit_for_bit(which: int) -> None:
    method, waves = everyone()[which], FAMILY.sample(12, 9, generator(7))
    method.learn_all(waves, 4, 5)
    kept = method.state("a")
    drawn = method._generator.get_state() if isinstance(method, Reptile) else None
    other = everyone()[which]
    other.restore(kept, "a")
    if isinstance(other, Reptile) and drawn is not None:
        other._generator.set_state(drawn)
    assert torch.equal(method.learn_all(waves, 4, 5), other.learn_all(waves, 4, 5))
    wanted = method.state("a")
    assert all(torch.equal(value, wanted[name]) for name, value in other.state("a").items())
    assert not torch.equal(wanted["a.phi"], kept["a.phi"])


def test_what_has_no_kernel_learns_batch_by_batch() -> None:
    network, phi = begun()
    waves = FAMILY.sample(6, 9, generator(7))
    found = Scratch(network, phi).learn_all(waves, 3, 5)
    assert close(found, torch.stack([Scratch(network, phi).learn(*batch.split(5)) for batch in waves.batches(3)]), 1e-6)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("kind", ["one", "each start", "each parameter"])
def test_starts_are_adapted_as_by_torch(activation: Activation, kind: str) -> None:
    network, phi = begun((1, 9, 9, 1), activation)
    starts = torch.stack([phi, phi.flip(0), -phi])
    drawn = torch.rand(3, len(phi), generator=generator(4)) * 0.1
    chosen: dict[str, float | Tensor] = {"one": 0.05, "each start": drawn[:, 0], "each parameter": drawn}
    rates = chosen[kind]
    support, query = FAMILY.sample(5, 11, generator(1)).split(4)
    wanted = adapt(network, starts, rates, support.x, support.y, 3)
    found = adapt(network, starts, rates, support.x, support.y, 3, "compiled")
    assert close(found.theta, wanted.theta, 1e-5)
    assert close(found.loss, wanted.loss, 1e-5)
    far = errors(network, starts, rates, support, query, 3)
    assert close(errors(network, starts, rates, support, query, 3, "compiled"), far, 1e-5)


def test_the_errors_of_many_tasks_are_the_same_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    network, phi = begun((1, 9, 9, 1))
    starts = torch.stack([phi, phi.flip(0)])
    support, query = FAMILY.sample(13, 11, generator(1)).split(4)
    whole = errors(network, starts, 0.05, support, query, 3, "compiled")
    monkeypatch.setattr(adapting, "_AT_ONCE", 4 * starts.numel() * 11 * 4)  # four tasks in each part
    monkeypatch.setattr(compiled, "adapted", counted := Counted(compiled.adapted))
    assert torch.equal(errors(network, starts, 0.05, support, query, 3, "compiled"), whole)
    assert counted.tasks == [4, 4, 4, 1]


class Counted:
    """Notes of how many tasks a function is asked at a time."""

    def __init__(self, adapted: Callable[..., compiled.Course]) -> None:
        self._adapted, self.tasks = adapted, list[int]()

    def __call__(self, network: Network, phi: Tensor, rates: float, support: Any, *others: Any) -> compiled.Course:
        self.tasks.append(len(support[0]))
        return self._adapted(network, phi, rates, support, *others)


def test_answers_and_gradients_on_the_way_are_told() -> None:
    network, phi = begun()
    support, query = FAMILY.sample(2, 11, generator(1)).split(4)
    given = (support.x, support.y), (query.x, query.y)
    found = compiled.adapted(network, phi.unsqueeze(0), 0.05, *given, 2, keeps=True, answers=True)
    for j in range(3):
        assert close(found.answers[j, 0], network.outputs(found.theta[j, 0], query.x)[..., 0], 1e-5)
        _, slopes = network.loss_and_gradient(found.theta[j, 0], support.x, support.y)
        assert close(found.norm[j, 0], slopes.norm(dim=-1), 1e-5)


def test_the_same_rates_are_chosen() -> None:
    network, phi = begun()
    support, query = FAMILY.sample(20, 20, generator()).split(10)
    one = tune(network, phi.unsqueeze(0), support, query, 5)
    other = tune(network, phi.unsqueeze(0), support, query, 5, engine="compiled")
    assert torch.equal(one.best, other.best)
    assert close(other.error, one.error, 1e-4)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("lost", [math.nan, math.inf, 1e30])
def test_what_is_no_number_stays_none(activation: Activation, lost: float) -> None:
    network, phi = begun((1, 6, 6, 1), activation)
    waves = FAMILY.sample(3, 9, generator(1))
    for place in (0, 8, 20, len(phi) - 1):
        broken = phi.clone()
        broken[place] = lost
        for kind in (Maml, MetaSgd, PreTraining):
            one, other = (
                kind(network, broken, 0.02, Outer(0.1, "sgd", 10.0)),
                kind(network, broken, 0.02, Outer(0.1, "sgd", 10.0)),
            )
            found, wanted = one.learn_all(waves, 1, 4)[0], other.learn(*waves.split(4))
            assert bool(found.isfinite()) == bool(wanted.isfinite()), (place, kind.name)
            assert bool(one.phi.isfinite().all()) == bool(other.phi.isfinite().all()), (place, kind.name)


def test_a_wave_diverges_where_it_does_in_torch() -> None:
    network, phi = begun()
    support, query = FAMILY.sample(6, 11, generator(1)).split(4)
    for rate in (0.5, 50.0, 1e30):
        one = errors(network, phi.unsqueeze(0), rate, support, query, 12)
        other = errors(network, phi.unsqueeze(0), rate, support, query, 12, "compiled")
        assert torch.equal(one.isfinite(), other.isfinite())


def test_a_network_of_another_kind_is_refused() -> None:
    network = Network((1, 4, 6, 1), "tanh", "squares")
    with pytest.raises(ValueError, match="one width"):
        compiled.Lessons(network, 1, 2, 3, 3, 1, torch.zeros(network.layout.size))
