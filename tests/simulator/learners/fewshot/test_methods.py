"""Methods: the steps they take, beside the plain ones; keeping and going on; many as a team."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners import rules
from metascope.simulator.learners.fewshot import reference
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
    Team,
)
from metascope.simulator.learners.fewshot.outer import FusedAdam, Outer
from metascope.simulator.learners.fewshot.training import Minibatches
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import WaveFamily, Waves, even
from tests.simulator.learners.fewshot.cases import begun, close, generator, network

OF = network((1, 8, 6, 1), "tanh")
PHI = begun(OF)
FAMILY = WaveFamily(dtype=torch.float64)


def waves(count: int = 3, seed: int = 5) -> tuple[Waves, Waves]:
    return FAMILY.sample(count, 9, generator(seed)).split(4)


def descent(rate: float = 0.1) -> Outer:
    return Outer(rate, "sgd")


def everyone(steps: int = 2) -> list[Method]:
    meta: list[Method] = [kind(OF, PHI, 0.02, None, steps) for kind in (Maml, Fomaml, Anil, MetaSgd)]
    reptile = Reptile(OF, PHI, generator(8), iterations=50)
    return [*meta, reptile, PreTraining(OF, PHI), Oracle(OF, PHI), Scratch(OF, PHI)]


@pytest.mark.parametrize(("kind", "first"), [(Maml, False), (Fomaml, True), (Anil, False), (MetaSgd, False)])
@pytest.mark.parametrize("steps", [0, 1, 3, 5])
def test_a_step_is_the_plain_methods(kind: type[Meta], first: bool, steps: int) -> None:
    method, (support, query) = kind(OF, PHI, 0.02, descent(), steps), waves()
    rates = method.rates.clone() if isinstance(method.rates, Tensor) else torch.full_like(PHI, method.rates)
    given = (support.x, support.y), (query.x, query.y)
    loss, by_phi, by_rates = reference.mean_meta_gradient(OF, PHI, rates, *given, steps, first=first)
    assert close(method.learn(support, query), loss)
    assert close(method.phi, PHI - 0.1 * by_phi)
    if isinstance(method, MetaSgd):
        assert close(method.rates, rates - 0.1 * by_rates)


def test_anil_adapts_the_last_layer_alone() -> None:
    rates = Anil(OF, PHI, 0.02).rates
    last = OF.layout.sizes[-2] + 1
    assert rates[-last:].tolist() == [0.02] * last
    assert not rates[:-last].any()
    theta = reference.adapted(OF, PHI.clone().requires_grad_(), rates, _points(waves()[0]), 3, first=True)
    assert torch.equal(theta[:-last], PHI[:-last])
    assert not torch.isclose(theta[-last:], PHI[-last:]).any()


def test_meta_sgd_begins_as_maml_or_with_drawn_rates() -> None:
    support, query = waves()
    one, other = MetaSgd(OF, PHI, 0.02, descent(), 3), Maml(OF, PHI, 0.02, descent(), 3)
    assert close(one.learn(support, query), other.learn(support, query), 1e-13)
    assert close(one.phi, other.phi, 1e-13)
    assert not close(one.rates, torch.full_like(PHI, 0.02), 1e-6)
    drawn = MetaSgd(OF, PHI, generator=generator()).rates
    assert 0.005 <= float(drawn.min()) < 0.01
    assert 0.095 < float(drawn.max()) <= 0.1


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("epsilon", "points"), [(0.1, 50), (1.0, 10), (0.0, 20)])
def test_reptile_goes_part_of_the_way_to_what_minibatches_made(count: int, epsilon: float, points: int) -> None:
    support, query = waves(count)
    method = Reptile(OF, PHI, generator(8), steps=7, minibatch=5, points=points, epsilon=epsilon)
    order = torch.rand(count, -(-35 // points), points, generator=generator(8)).argsort(-1).flatten(1)[:, :35]
    grid = support.at(even(points, dtype=torch.float64))
    each = []
    for task, chosen in enumerate(order.view(count, 7, 5)):
        batches = [(grid.x[task, some], grid.y[task, some]) for some in chosen]
        each.append(reference.reptile(OF, PHI, 0.02, batches, epsilon))
    method.learn(support, query)
    assert close(method.phi, torch.stack(each).mean(0))


def test_each_epoch_of_reptile_sees_every_point_once() -> None:
    method = Reptile(OF, PHI, generator(), steps=10, minibatch=10, points=50)
    order = method._order(4)[0].movedim(0, 1).reshape(4, 2, 50)
    assert torch.equal(order.sort(-1).values, torch.arange(50).expand(4, 2, 50))
    assert not torch.equal(order[:, 0], order[:, 1])


def test_reptile_is_the_sum_of_the_gradients_and_in_one_step_joint_training() -> None:
    support, query = waves(2)
    one = Reptile(OF, PHI, generator(), alpha=0.02, steps=1, minibatch=20, points=20, epsilon=0.5)
    one.learn(support, query)
    grid = support.at(even(20, dtype=torch.float64))
    assert close(one.phi, PHI - 0.5 * 0.02 * reference.joint_gradient(OF, PHI, (grid.x, grid.y))[1])
    path, theta, total = _points(grid), PHI, torch.zeros_like(PHI)
    for _ in range(4):
        slope = reference.joint_gradient(OF, theta, (path[0].unsqueeze(0), path[1].unsqueeze(0)))[1]
        theta, total = theta - 0.02 * slope, total + slope
    many = Reptile(OF, PHI, generator(), alpha=0.02, steps=4, minibatch=20, points=20, epsilon=1)
    many.learn(*(_first(part) for part in (support, query)))
    assert close((PHI - many.phi) / 0.02, total)
    assert close(many.phi, theta)


def test_epsilon_falls_to_0_over_the_iterations() -> None:
    method, (support, query) = Reptile(OF, PHI, generator(), epsilon=0.4, iterations=4), waves()
    assert [round(method._share(), 9) for _ in range(6)] == [0.4, 0.3, 0.2, 0.1, 0, 0]
    method.learn(support, query)
    assert torch.equal(method.phi, PHI)


def test_pre_training_descends_on_all_points_and_the_oracle_is_told_more() -> None:
    support, query = waves()
    joined = support.joined(query)
    method, oracle = PreTraining(OF, PHI, 0.02, descent()), Oracle(OF, PHI, 0.02, descent())
    loss, by_phi = reference.joint_gradient(OF, PHI, (joined.x, joined.y))
    assert close(method.learn(support, query), loss)
    assert close(method.phi, PHI - 0.1 * by_phi)
    wide, begun_at = oracle.network, oracle.phi.clone()
    assert wide.layout.sizes == (3, 8, 6, 1)
    assert close(wide.outputs(begun_at, joined.told()), OF.outputs(PHI, joined.x), 1e-14)
    loss, by_phi = reference.joint_gradient(wide, begun_at, (joined.told(), joined.y))
    assert close(oracle.learn(support, query), loss)
    assert close(oracle.phi, begun_at - 0.1 * by_phi)


def test_from_scratch_nothing_is_learned() -> None:
    method, (support, query) = Scratch(OF, PHI), waves()
    assert close(method.learn(support, query), reference.joint_gradient(OF, PHI, (query.x, query.y))[0])
    assert torch.equal(method.phi, PHI)


def test_a_team_learns_what_each_learns_alone() -> None:
    alone, team = everyone(), Team(everyone())
    for seed, count in enumerate((3, 1, 5, 3)):
        support, query = waves(count, seed)
        losses = team.learn(support, query)
        assert [float(losses[method.name]) for method in alone] == [float(m.learn(support, query)) for m in alone]
    assert all(torch.equal(team.methods[method.name].phi, method.phi) for method in alone)


@pytest.mark.parametrize("which", range(8))
def test_a_method_goes_on_from_a_kept_state_bit_for_bit(which: int) -> None:
    method, draws = everyone()[which], generator(8)
    if isinstance(method, Reptile):
        method._generator = draws
    for seed in range(3):
        method.learn(*waves(seed=seed))
    kept, drawn = method.state("a"), draws.get_state()
    method.learn(*waves(seed=3))
    other = everyone()[which]
    if isinstance(other, Reptile):
        other._generator = generator().set_state(drawn)
    other.restore(kept, "a")
    other.learn(*waves(seed=3))
    expected = method.state("a")
    assert all(torch.equal(value, expected[name]) for name, value in other.state("a").items())
    assert which == 7 or not torch.equal(expected["a.phi"], kept["a.phi"])


def test_what_is_loaded_is_gone_on_from_with_a_new_optimizer() -> None:
    method, fresh = Maml(OF, PHI), Maml(OF, PHI)
    method.learn(*waves())
    method.load(PHI)
    for each in (method, fresh):
        each.learn(*waves())
    assert torch.equal(method.phi, fresh.phi)


def test_a_gradient_that_is_too_long_is_shortened() -> None:
    support, query = waves()
    method = Maml(OF, PHI, 0.02, Outer(1.0, "sgd", largest=1e-3))
    method.learn(support, query)
    assert float(torch.linalg.vector_norm(method.phi - PHI)) == pytest.approx(1e-3)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_fused_adam_takes_the_steps_of_adam(dtype: torch.dtype) -> None:
    ours = PHI.to(dtype)
    theirs = ours.clone()
    fast, readable = FusedAdam(ours), rules.Adam(theirs)
    for step in range(20):
        slope = torch.randn(len(PHI), generator=generator(step), dtype=dtype) * 10 ** (step % 4 - 3)
        fast.step(ours, slope, 0.01)
        readable.step(theirs, slope, 0.01)
    torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-6 if dtype == torch.float32 else 1e-13)


@pytest.mark.parametrize(
    ("weight", "steps", "expected"),
    [("maml", 0, 1.4), ("maml", 1, 0.92), ("maml", 5, -0.8054), ("fomaml", 1, 1.1818), ("fomaml", 5, 0.035)],
)
def test_two_quadratics_have_the_known_fixed_points(weight: str, steps: int, expected: float) -> None:
    support = _bowls()
    method = (Maml if weight == "maml" else Fomaml)(Network((1, 1), "relu", "squares"), _at(expected), 0.1, None, steps)
    before = method.phi.clone()
    method.outer = descent(1.0)
    method._rule = method.outer.begun(method.phi)
    method.learn(support, support)
    assert float((method.phi - before).abs().max()) < 2e-4


@pytest.mark.parametrize(("steps", "expected"), [(1, 1.4), (5, 1.0775)])
def test_two_quadratics_have_reptiles_fixed_points(steps: int, expected: float) -> None:
    bowls, phi = _bowls(), _at(expected)
    x, y = (part.expand(steps, *part.shape) for part in (bowls.x, bowls.y))
    theta, _ = Minibatches(Network((1, 1), "relu", "squares"), 2, 2, phi).train(phi, 0.1, x, y)
    assert close(theta, phi, 1e-4)


def _bowls() -> Waves:
    """Return tasks with losses a (p - c)² / 2 by the weight p, a = 1, 4 and c = -1, 2, and least at a bias of 0."""
    a, c = torch.tensor([[1.0], [4.0]], dtype=torch.float64), torch.tensor([[-1.0], [2.0]], dtype=torch.float64)
    x = (a / 2).sqrt() * torch.tensor([[1.0, -1.0]], dtype=torch.float64)  # (2, 2)
    nothing = torch.zeros(2, 1, 1, dtype=torch.float64)
    return Waves(nothing, nothing, x.unsqueeze(-1), (c * x).unsqueeze(-1))


def _at(p: float) -> Tensor:
    return torch.tensor([p, 0.0], dtype=torch.float64)


def _points(given: Waves) -> reference.Points:
    return given.x[0], given.y[0]


def _first(given: Waves) -> Waves:
    return Waves(given.amplitude[:1], given.phase[:1], given.x[:1], given.y[:1])
