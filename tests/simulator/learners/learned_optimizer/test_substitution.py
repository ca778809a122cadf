"""The five cells against references computed another way: torch's LSTM cell, torch's SGD, autograd through the loss."""

from __future__ import annotations

import pytest
import torch
from torch import Generator, Tensor

from metascope.simulator.learners.learned_optimizer import substitution
from metascope.simulator.learners.learned_optimizer.substitution import CELLS, Z_F, Z_I, Z_O, Trajectory, Weights, Z
from metascope.simulator.tasks.families import designed_wells, lecture_pair, random_bowls
from metascope.simulator.tasks.landscapes import Landscapes

SPAN = (-3.5, 3.5)
STEPS, ETA = 6, 0.1
LSTM, MEMORY, GRADIENT, KEPT, DESCENT = range(CELLS)


def weights(dimension: int, seed: int = 1) -> Weights:
    """Return weights that differ from cell to cell."""
    generator = Generator().manual_seed(seed)
    flat = substitution.drawn(dimension, generator).flat()
    return substitution.unflat(flat + 0.3 * torch.randn(flat.shape, generator=generator).double(), dimension)


def starts(landscapes: Landscapes, seed: int = 2) -> Tensor:
    shape = (3, landscapes.tasks, landscapes.dimension)
    return 4 * torch.rand(shape, generator=Generator().manual_seed(seed), dtype=torch.float64) - 2


def course(landscapes: Landscapes, given: Weights | None = None, eta: float = ETA) -> Trajectory:
    given = given or weights(landscapes.dimension)
    return substitution.unroll(given, landscapes, starts(landscapes), STEPS, eta, SPAN)


each_landscape = pytest.mark.parametrize("landscapes", [lecture_pair(), designed_wells(2)], ids=["1-D", "2-D"])


@each_landscape
def test_the_plain_cell_is_torchs_lstm_cell(landscapes: Landscapes) -> None:
    d = landscapes.dimension
    given = weights(d)
    found = course(landscapes, given)
    twin = torch.nn.LSTMCell(d + 1, d, dtype=torch.float64)
    rows = given.gates[LSTM][[Z_I, Z_F, Z, Z_O]].reshape(4 * d, 2 * d + 2)  # torch's order is i, f, g, o
    with torch.no_grad():
        twin.weight_ih.copy_(rows[:, : d + 1])
        twin.weight_hh.copy_(rows[:, d + 1 : -1])
        twin.bias_ih.copy_(rows[:, -1])
        twin.bias_hh.zero_()
        h = c = torch.zeros(3 * landscapes.tasks, d, dtype=torch.float64)
        for t in range(STEPS):
            h, c = twin(found.x[t, LSTM].reshape(-1, d + 1), (h, c))
            torch.testing.assert_close(found.c[t + 1, LSTM].reshape(-1, d), c, rtol=0, atol=1e-12)
            torch.testing.assert_close(found.h[t + 1, LSTM].reshape(-1, d), h, rtol=0, atol=1e-12)


def test_the_plain_cells_answer_is_read_on_the_range() -> None:
    given = weights(1)
    found = course(lecture_pair(), given)
    slope, bias = given.output[LSTM, 0].tolist()
    y = torch.sigmoid(slope * found.h[1:, LSTM] + bias)
    torch.testing.assert_close(found.y[:, LSTM], y)
    torch.testing.assert_close(found.theta[1:, LSTM], -3.5 + 7 * y)


@each_landscape
def test_the_last_cell_is_torchs_sgd(landscapes: Landscapes) -> None:
    theta = starts(landscapes).requires_grad_()
    optimizer = torch.optim.SGD([theta], lr=ETA)
    found = course(landscapes)
    for t in range(STEPS):
        theta.grad = landscapes.gradient(theta.detach())
        optimizer.step()
        torch.testing.assert_close(found.theta[t + 1, DESCENT], theta.detach(), rtol=0, atol=1e-12)


@each_landscape
def test_each_cell_has_made_the_substitutions_up_to_its_own_and_no_more(landscapes: Landscapes) -> None:
    found = course(landscapes)
    minus_gradient = -found.gradient[:-1]
    for cell in range(CELLS):
        gates = found.gates[:, :, cell]
        assert torch.equal(found.c[:, cell], found.theta[:, cell]) == (cell >= MEMORY)
        assert torch.equal(gates[:, Z], minus_gradient[:, cell]) == (cell >= GRADIENT)
        assert bool((gates[:, Z_F] == 1).all()) == (cell >= KEPT)
        assert bool((gates[:, Z_I] == ETA).all()) == (cell >= DESCENT)


def test_what_a_step_sees_is_gradient_and_loss_where_the_last_one_led() -> None:
    landscapes = designed_wells(2)
    found = course(landscapes)
    seen = torch.cat([landscapes.gradient(found.theta[:-1]), landscapes.loss(found.theta[:-1])[..., None]], -1)
    torch.testing.assert_close(found.x, seen, rtol=0, atol=1e-12)


@pytest.mark.parametrize("last_only", [False, True])
def test_the_meta_gradient_equals_autograd_through_the_loss(last_only: bool) -> None:
    landscapes = lecture_pair()
    plain = weights(1)
    leaves = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
    objective, gradient = substitution.objective_gradient(leaves, course(landscapes, leaves), last_only)
    found = course(landscapes, leaves)
    judged = landscapes.loss(found.theta)[-1:] if last_only else landscapes.loss(found.theta)[1:]  # (T, M, S, N)
    each = judged.mean((0, 2, 3))
    twin = torch.autograd.grad(each.sum(), [leaves.gates, leaves.output])
    torch.testing.assert_close(objective, each.detach())
    torch.testing.assert_close(gradient, Weights(*twin).flat(), rtol=1e-9, atol=1e-12)


def test_no_second_derivatives_are_taken() -> None:
    plain = weights(1)
    leaves = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
    found = course(lecture_pair(), leaves)
    assert found.theta.requires_grad
    assert not found.x.requires_grad
    assert not found.gradient.requires_grad


def test_gradient_descent_has_nothing_to_learn() -> None:
    plain = weights(1)
    leaves = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
    _, gradient = substitution.objective_gradient(leaves, course(lecture_pair(), leaves), False)
    assert bool((gradient[DESCENT] == 0).all())
    assert bool((gradient[:DESCENT] != 0).any(1).all())


def test_a_cell_learns_nothing_where_a_substitution_has_replaced_its_gate() -> None:
    plain = weights(1)
    leaves = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
    _, flat = substitution.objective_gradient(leaves, course(lecture_pair(), leaves), False)
    found = substitution.unflat(flat, 1).gates.abs().sum((2, 3)) > 0  # (M, 4)
    assert found[:, Z].tolist() == [True, True, False, False, False]
    assert found[:, Z_F].tolist() == [True, True, True, False, False]
    assert found[:, Z_I].tolist() == [True, True, True, True, False]


def test_a_step_that_would_leave_the_landscape_is_not_made() -> None:
    landscapes = lecture_pair()
    found = course(landscapes, eta=10.0)
    lost = found.refused[:, DESCENT]
    assert bool(lost.any())
    stays = (found.theta[1:, DESCENT] == found.theta[:-1, DESCENT])[..., 0]
    assert bool(stays[lost].all())
    assert bool((found.loss[1:, DESCENT] <= substitution.HIGHEST_LOSS).all())


def test_first_weights_are_the_same_for_every_cell_and_near_gradient_descent() -> None:
    first = substitution.drawn(2, Generator().manual_seed(0))
    assert all(torch.equal(first.gates[0], first.gates[cell]) for cell in range(CELLS))
    landscapes = random_bowls(4, 2, Generator().manual_seed(5))
    found = substitution.unroll(first, landscapes, 0.1 * torch.rand(3, 4, 2).double(), 1, ETA, SPAN)
    assert 0.9 < float(found.gates[:, Z_F, LSTM].mean()) < 1.0
    assert 0.05 < float(found.gates[:, Z_I, LSTM].mean()) < 0.25


def test_weights_survive_being_made_flat() -> None:
    given = weights(2)
    again = substitution.unflat(given.flat(), 2)
    assert torch.equal(given.gates, again.gates)
    assert torch.equal(given.output, again.output)
