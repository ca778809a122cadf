"""Rules that move a vector: their formulas, torch's own, clipping, and going on from a kept state."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.rules import RULES, Adam, GravesRmsProp, RmsProp, clip

RATE = 0.01


def gradients(count: int, seed: int = 0, dtype: torch.dtype = torch.float64) -> Tensor:
    """Return gradients (count, 6) that differ much in size."""
    draws = torch.Generator().manual_seed(seed)
    return torch.randn(count, 6, generator=draws, dtype=dtype) * torch.tensor([1e-6, 1e-3, 0.1, 1, 10, 0], dtype=dtype)


def start(dtype: torch.dtype = torch.float64) -> Tensor:
    return torch.linspace(-1, 1, 6, dtype=dtype)


@pytest.mark.parametrize(
    ("rule", "theirs"),
    [
        (RmsProp, lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.95, momentum=0.9, eps=1e-8)),
        (Adam, lambda p: torch.optim.Adam(p, lr=RATE)),
    ],
)
def test_rules_take_the_steps_of_torchs(
    rule: type[RmsProp | Adam], theirs: Callable[[list[Tensor]], torch.optim.Optimizer]
) -> None:
    ours, parameter = start(), start().requires_grad_()
    mine, optimizer = rule(ours), theirs([parameter])
    for gradient in gradients(20):
        mine.step(ours, gradient, RATE)
        parameter.grad = gradient.clone()
        optimizer.step()
        torch.testing.assert_close(ours, parameter.detach(), rtol=1e-12, atol=1e-13)


def test_graves_rule_is_his_formula() -> None:
    vector = start()
    rule, expected = GravesRmsProp(vector), [float(x) for x in vector]
    n, m, d = ([0.0] * 6 for _ in range(3))
    for gradient in gradients(20):
        rule.step(vector, gradient, RATE)
        for i, g in enumerate(gradient.tolist()):
            n[i] = 0.95 * n[i] + 0.05 * g**2
            m[i] = 0.95 * m[i] + 0.05 * g
            d[i] = 0.9 * d[i] - RATE * g / (n[i] - m[i] ** 2 + 1e-4) ** 0.5
            expected[i] += d[i]
    torch.testing.assert_close(vector, torch.tensor(expected, dtype=torch.float64), rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_goes_on_from_a_kept_state_bit_for_bit(name: str) -> None:
    vector = start(torch.float32)
    rule, given = RULES[name](vector), gradients(10, dtype=torch.float32)
    for gradient in given[:5]:
        rule.step(vector, gradient, RATE)
    other, state = vector.clone(), rule.state()
    for gradient in given[5:]:
        rule.step(vector, gradient, RATE)
    second = RULES[name](other)
    second.restore(state)
    for gradient in given[5:]:
        second.step(other, gradient, RATE)
    assert torch.equal(other, vector)
    assert all(torch.equal(value, rule.state()[key]) for key, value in second.state().items())


@pytest.mark.parametrize("name", RULES)
def test_a_step_leaves_the_gradient_alone(name: str) -> None:
    vector, gradient = start(), gradients(1)[0]
    kept = gradient.clone()
    RULES[name](vector).step(vector, gradient, RATE)
    assert torch.equal(gradient, kept)


def test_clipping_by_elements_and_by_norm() -> None:
    elements = torch.tensor([-30.0, 5.0, 40.0])
    clip(elements, 10, "elements")
    assert elements.tolist() == [-10, 5, 10]
    long, short, nothing = torch.tensor([30.0, 40.0]), torch.tensor([3.0, 4.0]), torch.zeros(2)
    for gradient in (long, short, nothing):
        clip(gradient, 10, "norm")
    torch.testing.assert_close(long, torch.tensor([6.0, 8.0]))
    assert short.tolist() == [3, 4]
    assert nothing.tolist() == [0, 0]
