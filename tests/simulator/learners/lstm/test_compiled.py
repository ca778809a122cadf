"""Compiled LSTM layers, compared with torch's in double precision and with autograd."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.lstm.compiled import Layer, Workspace
from metascope.simulator.learners.ntm import rival
from metascope.simulator.learners.ntm.rival import RivalDesign

pytestmark = pytest.mark.usefixtures("kernels")


def normal(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def stack(count: int, width: int, units: int) -> tuple[torch.nn.LSTM, list[Layer]]:
    """Return torch's LSTM in double precision, and its weights in single."""
    lstm = torch.nn.LSTM(width, units, count, dtype=torch.float64)
    with torch.no_grad():
        for i, weight in enumerate(lstm.parameters()):
            weight.copy_(normal(*weight.shape, seed=i) / units**0.5)
    parts = [weight.detach().float() for weight in lstm.parameters()]
    return lstm, [(parts[i], parts[i + 1], parts[i + 2] + parts[i + 3]) for i in range(0, len(parts), 4)]


def empty(layers: list[Layer]) -> list[Layer]:
    return [(torch.empty_like(a), torch.empty_like(b), torch.empty_like(c)) for a, b, c in layers]


@pytest.mark.parametrize(
    ("count", "steps", "batch", "width", "units"),
    [(1, 1, 1, 1, 1), (1, 9, 3, 17, 5), (2, 6, 16, 3, 33), (3, 12, 1, 9, 20), (4, 3, 5, 30, 8)],
)
def test_outputs_and_gradients_are_torchs(count: int, steps: int, batch: int, width: int, units: int) -> None:
    lstm, layers = stack(count, width, units)
    inputs, derivatives = normal(steps, batch, width, seed=20), normal(steps, batch, units, seed=21)
    wanted, _ = lstm(inputs.double())
    gradient = torch.autograd.grad((wanted * derivatives).sum(), list(lstm.parameters()))
    workspace, given = Workspace(), empty(layers)
    torch.testing.assert_close(workspace.forward(layers, inputs).double(), wanted.detach(), rtol=1e-5, atol=1e-5)
    workspace.backward(derivatives, given)
    for i, layer in enumerate(given):
        for part, right in zip(layer, gradient[4 * i : 4 * i + 3], strict=True):
            assert float((part - right).norm()) <= 1e-5 * float(right.norm())


@pytest.mark.parametrize("seen", [0.0, 0.05, 0.3, 0.4])
@pytest.mark.parametrize(("count", "units"), [(1, 5), (2, 33)])
def test_inputs_most_of_which_are_0_are_seen_alike(seen: float, count: int, units: int) -> None:
    lstm, layers = stack(count, 37, units)
    generator = torch.Generator().manual_seed(0)
    inputs = normal(7, 3, 37, seed=20) * (torch.rand(7, 3, 37, generator=generator) < seen)
    derivatives, workspace, given = normal(7, 3, units, seed=21), Workspace(), empty(layers)
    wanted, _ = lstm(inputs.double())
    gradient = torch.autograd.grad((wanted * derivatives).sum(), list(lstm.parameters()))
    for _ in range(2):
        torch.testing.assert_close(workspace.forward(layers, inputs).double(), wanted.detach(), rtol=1e-5, atol=1e-5)
        workspace.backward(derivatives, given)
    for i, layer in enumerate(given):
        for part, right in zip(layer, gradient[4 * i : 4 * i + 3], strict=True):
            assert float((part - right).norm()) <= 1e-5 * float(right.norm())


def test_what_is_no_number_among_zeros_is_not_lost() -> None:
    _, layers = stack(1, 40, 8)
    inputs = torch.zeros(5, 2, 40)
    inputs[2, 1, 39] = torch.nan
    found = Workspace().forward(layers, inputs)
    assert found[2:, 1].isnan().all()
    assert found[:2].isfinite().all()
    assert found[:, 0].isfinite().all()


def test_a_workspace_of_longer_sequences_does_shorter_ones_bit_for_bit() -> None:
    _, layers = stack(2, 7, 12)
    workspace = Workspace()
    for steps in (9, 4, 9, 12, 1):
        inputs, derivatives = normal(steps, 3, 7, seed=steps), normal(steps, 3, 12, seed=-steps)
        inputs[:, :, 1 + steps % 6 :] = 0  # listed, or not
        alone, one, other = Workspace(), empty(layers), empty(layers)
        assert torch.equal(workspace.forward(layers, inputs), alone.forward(layers, inputs))
        workspace.backward(derivatives, one)
        alone.backward(derivatives, other)
        assert all(torch.equal(a, b) for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True))


def test_what_is_no_number_stays_one() -> None:
    _, layers = stack(2, 7, 12)
    layers[0][2][3] = torch.nan
    assert workspace_output(layers).isnan().all(), "every unit of the second layer sees all of the first"


def workspace_output(layers: list[Layer]) -> Tensor:
    return Workspace().forward(layers, normal(3, 2, 7))[1:]


@pytest.mark.parametrize(("layers", "batch"), [(1, 1), (3, 5)])
def test_the_rival_of_the_turing_machine_is_the_one_that_autograd_trains(layers: int, batch: int) -> None:
    design = RivalDesign(inputs=9, outputs=8, units=19, layers=layers)
    weights = rival.initial(design, torch.Generator().manual_seed(0))
    inputs, mask = normal(11, batch, 9), (normal(11, batch, seed=1) > 0).float()
    targets = (normal(11, batch, 8, seed=2) > 0).float()
    bits, gradient = rival.lesson(design, weights, inputs, targets, mask)
    workspace = Workspace()
    found, moved = rival.lesson(design, weights, inputs, targets, mask, workspace)
    torch.testing.assert_close(found, bits, rtol=1e-5, atol=1e-5)
    outputs = rival.run(design, weights, inputs, workspace)
    torch.testing.assert_close(outputs, rival.run(design, weights, inputs), rtol=1e-5, atol=1e-5)
    assert list(moved) == list(gradient)
    for key, part in gradient.items():
        assert float((moved[key] - part).norm() / part.norm()) < 1e-5, key
