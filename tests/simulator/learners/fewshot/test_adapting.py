"""Adapting many starts to many tasks at once, and the rates that are chosen for it."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.fewshot import reference
from metascope.simulator.learners.fewshot.adapting import adapt, errors
from metascope.simulator.learners.fewshot.methods import Oracle, PreTraining
from metascope.simulator.learners.fewshot.outer import Outer
from metascope.simulator.learners.fewshot.starts import Init, start
from metascope.simulator.learners.fewshot.tuning import tune
from metascope.simulator.tasks.networks import Activation, Network
from metascope.simulator.tasks.waves import WaveFamily, Waves, even
from tests.simulator.learners.fewshot.cases import begun, close, generator, network
from tests.tiers import first_quick

FAMILY = WaveFamily(dtype=torch.float64)
STEPS = 3


def rates_of(kind: str, n: int) -> float | Tensor:
    if kind == "one":
        return 0.05
    drawn = torch.rand(2, n, generator=generator(4), dtype=torch.float64) * 0.1
    return drawn[:, 0] if kind == "each start" else drawn


def expected(of: Network, phi: Tensor, rates: float | Tensor, support: Waves) -> Tensor:
    """Return theta (J + 1, M, T, n), one task at a time."""
    found = torch.empty(STEPS + 1, len(phi), len(support.x), phi.shape[1], dtype=torch.float64)
    for j in range(STEPS + 1):
        for m, at in enumerate(phi):
            for t, points in enumerate(zip(support.x, support.y, strict=True)):
                rate = rates[m] if isinstance(rates, Tensor) else rates
                found[j, m, t] = reference.adapted(
                    of, at.clone().requires_grad_(), rate, points, j, first=True
                ).detach()
    return found


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("kind", ["one", "each start", "each parameter"])
def test_every_start_is_adapted_to_every_task(activation: Activation, kind: str) -> None:
    of = network((1, 5, 4, 1), activation)
    phi = torch.stack([begun(of, 1), begun(of, 2)])
    support, query = FAMILY.sample(5, 7, generator()).split(4)
    rates = rates_of(kind, phi.shape[1])
    found, theta = adapt(of, phi, rates, support.x, support.y, STEPS), expected(of, phi, rates, support)
    assert close(found.theta, theta)
    assert close(found.loss, of.loss(theta, support.x, support.y))
    assert close(errors(of, phi, rates, support, query, STEPS), of.loss(theta, query.x, query.y))


def test_errors_of_many_tasks_are_those_of_each() -> None:
    of, phi = network(), torch.stack([begun(network(), seed) for seed in range(5)])
    support, query = FAMILY.sample(30, 7, generator()).split(4)  # more than are taken at a time
    theta = adapt(of, phi, 0.05, support.x, support.y, STEPS).theta
    assert close(errors(of, phi, 0.05, support, query, STEPS), of.loss(theta, query.x, query.y))


def test_the_oracle_adapts_too() -> None:
    oracle = Oracle(network(), begun(network()))
    support, query = FAMILY.sample(3, 7, generator()).split(4)
    phi = oracle.phi.unsqueeze(0)
    theta = adapt(oracle.network, phi, 0.05, support.told(), support.y, STEPS).theta
    found = errors(oracle.network, phi, 0.05, support, query, STEPS)
    assert close(found, oracle.network.loss(theta, query.told(), query.y))


def test_the_rate_with_the_least_error_is_chosen_and_diverging_ones_never() -> None:
    of = network()
    phi = torch.stack([begun(of, 1), begun(of, 2)])
    support, query = FAMILY.sample(20, 20, generator()).split(10)
    grid = (0.001, 0.01, 0.05, 1e200)
    tuned = tune(of, phi, support, query, 5, grid)
    each = torch.stack([errors(of, phi, rate, support, query, 5)[-1].mean(-1) for rate in grid[:3]], 1)
    assert close(tuned.error[:, :3], each)
    assert torch.equal(tuned.best, tuned.rates[each.argmin(1)])
    assert tuned.error[:, 3].isinf().all()


@pytest.mark.parametrize(("init", "largest"), [("uniform", 1.0), ("truncated", 0.02)])
def test_starts_lie_within_their_bounds(init: Init, largest: float) -> None:
    of = network((1, 40, 40, 1))
    phi = start(of, init, generator())
    (first, _), (second, bias), _ = of.layout.layers(phi)
    assert 0.9 * largest < float(first.abs().max()) <= largest
    assert float(second.abs().max()) <= (largest if init == "truncated" else 1 / math.sqrt(40))
    assert bool(bias.any()) == (init == "uniform")
    assert torch.equal(phi, start(of, init, generator()))


@pytest.mark.parametrize(
    ("phases", "weight", "least"), first_quick([(math.pi, -1.6234, 3.0057), (2 * math.pi, 0.0, 4.2517)])
)
def test_joint_training_tends_to_the_mean_of_the_waves(phases: float, weight: float, least: float) -> None:
    of, draws = network((1, 20, 20, 1), "tanh"), generator(1)
    family, phi = WaveFamily(phases), start(network((1, 20, 20, 1), "tanh"), "uniform", generator())
    method = PreTraining(of, phi, outer=Outer(0.01))
    for count in range(1200):
        method.outer.rate = 0.01 if count < 900 else 0.001
        method.learn(*family.sample(100, 20, draws).split(10))
    x = even(41)
    made = of.outputs(method.phi.view(1, 1, -1), x.view(1, -1, 1)).flatten()
    torch.testing.assert_close(made, weight * x.cos(), rtol=0, atol=0.25)
    held_out = family.sample(2000, 20, generator(2))
    loss = float(of.loss(method.phi.view(1, 1, -1), held_out.x, held_out.y).mean())
    assert loss == pytest.approx(least, abs=0.15)
