"""One update of a learned optimizer: its cell, what it sees, and the optimizers that it contains as special cases."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer import cell
from metascope.simulator.learners.learned_optimizer.reference import (
    Design,
    Memory,
    Weights,
    flat,
    fresh,
    initial,
    logsign,
    logsign_into,
    shaped,
    update,
)
from metascope.simulator.learners.learned_optimizer.unrolling import run
from tests.simulator.learners.learned_optimizer.waves import DESIGNS, EVERYTHING, design, lively, name, waves
from tests.simulator.learners.reference import generator, normal


@pytest.mark.parametrize(("inputs", "units"), [(1, 20), (4, 3), (20, 20)])
def test_lstm_step_is_that_of_torch_with_its_rows_in_another_order(inputs: int, units: int) -> None:
    torchs = torch.nn.LSTMCell(inputs, units, dtype=torch.float64)
    x, h, c = normal(inputs, 7), normal(units, 7, seed=1), normal(units, 7, seed=2)
    with torch.no_grad():
        wanted = torchs(x.T, (h.T, c.T))
        bias = (torchs.bias_ih + torchs.bias_hh).unsqueeze(-1)
        i, f, z, o = torch.cat([torchs.weight_ih, torchs.weight_hh, bias], 1).chunk(4)
    done = cell.step(torch.cat([i, f, o, z]), x, h, c)
    torch.testing.assert_close(done.hidden, wanted[0].T, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(done.cell, wanted[1].T, rtol=1e-12, atol=1e-12)


def test_preprocessing_is_the_papers_on_both_sides_of_its_threshold() -> None:
    edge = math.exp(-10)
    x = torch.tensor([0.0, edge / 2, edge * (1 - 1e-12), edge * (1 + 1e-12), 1.0, math.exp(10), math.exp(20)]).double()
    wanted = torch.tensor([[-1, 0], [-1, 0.5], [-1, 1], [-1, 1], [0, 1], [1, 1], [2, 1]]).double()
    torch.testing.assert_close(torch.stack(logsign(x), 1), wanted, rtol=0, atol=1e-6)


def test_preprocessing_is_even_in_its_size_and_odd_in_its_sign() -> None:
    x = normal(200) * 10 ** (4 * normal(200, seed=1))
    (size, sign), (size_of_minus, sign_of_minus) = logsign(x), logsign(-x)
    assert torch.equal(size, size_of_minus)
    assert torch.equal(sign, -sign_of_minus)


def test_fast_preprocessing_is_the_plain_one() -> None:
    x = torch.cat([torch.zeros(1).double(), normal(500) * 10 ** (4 * normal(500, seed=1))])
    rows = torch.empty(2, 501).double()
    logsign_into(x, rows)
    torch.testing.assert_close(rows, torch.stack(logsign(x)), rtol=1e-14, atol=1e-14)


@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_permuting_coordinates_permutes_updates(design: Design) -> None:
    problems, weights, order = waves(), lively(design), torch.tensor([2, 0, 3, 1])
    plain = run(design, weights, problems, problems.start(), 5)
    permuted = problems.permuted(order)
    again = run(design, weights, permuted, permuted.start(), 5)
    torch.testing.assert_close(again.ends, plain.ends[:, order], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_coordinates_with_one_history_get_one_update(design: Design) -> None:
    weights, memory = lively(design), fresh(design, 2, torch.float64)
    theta = torch.full((2,), 0.7).double()
    for t in range(4):
        done = update(design, weights, memory, theta, normal(1, seed=t).expand(2), normal(1, seed=t + 9).expand(2))
        theta, memory = done.theta, done.memory
        assert theta[0] == theta[1]


@pytest.mark.parametrize(("rate", "decay"), [(0.1, 0.0), (0.05, 0.3)])
def test_gradient_descent_is_torchs_with_weight_decay(rate: float, decay: float) -> None:
    wanted = _torchs_descent(rate, decay)
    plain = Design("gradient-descent", eta=rate, decay=decay)
    torch.testing.assert_close(_ends(plain, {}), wanted, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("rate", "decay"), [(0.1, 0.0), (0.05, 0.3)])
def test_gates_with_biases_alone_are_weight_decay_and_learning_rate(rate: float, decay: float) -> None:
    gated = design("gates", 1)
    weights = {key: torch.zeros_like(w) for key, w in initial(gated, generator(), torch.float64).items()}
    weights["forget"][-1] = _logit(1 - rate * decay) if decay else 40.0
    weights["input"][-1] = _logit(rate)
    torch.testing.assert_close(_ends(gated, weights), _torchs_descent(rate, decay), rtol=1e-9, atol=1e-9)


def _logit(p: float) -> float:
    return math.log(p / (1 - p))


def _ends(design: Design, weights: Weights) -> Tensor:
    problems = waves()
    return run(design, weights, problems, problems.start(), 8).ends


def _torchs_descent(rate: float, decay: float) -> Tensor:
    problems = waves()
    theta = problems.start().clone().requires_grad_()
    descent = torch.optim.SGD([theta], lr=rate, weight_decay=decay)
    for t in range(8):
        descent.zero_grad()
        problems.loss(theta, t).sum().backward()  # type: ignore[no-untyped-call]
        descent.step()
    return theta.detach()


def test_combined_with_open_gates_is_additive() -> None:
    combined, additive = design("combined", 2), design("additive", 2)
    weights = lively(combined)
    for gate in ("forget", "input"):
        weights[gate] = torch.zeros_like(weights[gate])
        weights[gate][-1] = 60.0
    without = {key: w for key, w in weights.items() if key not in ("forget", "input")}
    torch.testing.assert_close(_ends(combined, weights), _ends(additive, without), rtol=1e-12, atol=1e-12)


def test_combined_whose_lstm_passes_the_gradient_on_is_the_gated_optimizer() -> None:
    combined, gated, tiny = (
        design("combined", 1, sees="gradient theta"),
        design("gates", 1, sees="gradient theta"),
        1e-5,
    )
    weights = lively(combined)
    lstm = torch.zeros_like(weights["lstm1"])
    lstm[:9, -1] = torch.tensor([60.0] * 3 + [-60.0] * 3 + [60.0] * 3)  # z^i = 1, z^f = 0, z^o = 1
    lstm[9, 0] = tiny  # h_1 = tanh(tanh(tiny g)), which is tiny g
    weights["lstm1"] = lstm
    weights["candidate"] = torch.tensor([-1 / (tiny * combined.scale), 0, 0, 0]).double()
    without = {key: w for key, w in weights.items() if key != "candidate"}
    torch.testing.assert_close(_ends(combined, weights), _ends(gated, without), rtol=1e-7, atol=1e-7)


def test_what_a_design_does_not_see_changes_nothing() -> None:
    blind, weights = design("gates", 1), lively(design("gates", 1))
    memory = Memory((normal(3, 5),), (normal(3, 5, seed=1),), normal(5, seed=2), normal(5, seed=3))
    other = Memory(memory.hidden, memory.cell, -memory.forget, -memory.input)
    theta, gradient = normal(5, seed=4), normal(5, seed=5)
    one = update(blind, weights, memory, theta, gradient, normal(5, seed=6))
    two = update(blind, weights, other, theta + 1, gradient, normal(5, seed=7))
    assert torch.equal(one.forget, two.forget)
    assert torch.equal(one.input, two.input)


@pytest.mark.parametrize("what", ["gradient", "loss", "theta", "gates"])
def test_what_a_design_sees_changes_its_gates(what: str) -> None:
    seeing = design("gates", 1, sees=EVERYTHING)
    zero = torch.zeros(5).double()
    memory = Memory((zero.expand(3, 5),), (zero.expand(3, 5),), zero, zero)
    given = {"theta": zero, "gradient": zero, "loss": zero}
    plain = update(seeing, lively(seeing), memory, **given)
    if what == "gates":
        memory = Memory(memory.hidden, memory.cell, zero + 1, zero + 1)
    else:
        given[what] = zero + 1
    other = update(seeing, lively(seeing), memory, **given)
    assert (other.forget != plain.forget).all()
    assert (other.input != plain.input).all()


@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_weights_begin_the_same_with_the_same_generator_and_only_then(design: Design) -> None:
    one, same, other = (flat(initial(design, generator(seed))) for seed in (0, 0, 1))
    assert torch.equal(one, same)
    assert not design.learns or not torch.equal(one, other)


def test_gates_begin_at_a_mild_decay_and_a_small_learning_rate() -> None:
    gated = Design("gates")
    memory, theta = fresh(gated, 4, torch.float64), normal(4)
    weights = initial(gated, generator(), torch.float64)
    done = update(gated, weights, memory, theta, normal(4, seed=1), theta)
    assert ((done.forget > 0.98) & (done.forget < 0.995)).all()
    assert ((done.input > 0.005) & (done.input < 0.02)).all()


def test_weights_come_back_from_their_vector() -> None:
    weights = lively(design("combined", 2, sees=EVERYTHING))
    back = shaped(flat(weights), weights)
    assert list(back) == list(weights)
    assert all(torch.equal(back[key], weights[key]) for key in weights)


def test_update_leaves_its_inputs_alone() -> None:
    gated, theta = design("combined", 2, sees=EVERYTHING), normal(5)
    weights, memory, gradient = lively(gated), fresh(gated, 5, torch.float64), normal(5, seed=1)
    before = flat(weights).clone(), theta.clone(), gradient.clone()
    update(gated, weights, memory, theta, gradient, gradient)
    assert all(torch.equal(a, b) for a, b in zip(before, (flat(weights), theta, gradient), strict=True))
    assert not memory.hidden[0].any()
