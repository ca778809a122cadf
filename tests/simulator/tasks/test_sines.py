"""Sine regression."""

from __future__ import annotations

import torch

from metascope.simulator.tasks.problems import TEST
from metascope.simulator.tasks.sines import SineFamily
from tests.simulator.learners.reference import generator


def test_the_usual_network_has_1761_coordinates() -> None:
    assert SineFamily().size == 1761


def test_points_lie_on_a_wave_of_the_published_ranges() -> None:
    problems = SineFamily(200, 10, dtype=torch.float64).sample(64, 0, generator())
    x, y = problems.support
    basis = torch.cat([x.sin(), x.cos()], -1)  # A sin(x - p) = A cos(p) sin(x) - A sin(p) cos(x)
    weights = torch.linalg.lstsq(basis, y).solution[..., 0]  # (B, 2)
    amplitude, phase = torch.hypot(*weights.unbind(-1)), torch.atan2(-weights[:, 1], weights[:, 0])
    torch.testing.assert_close(basis @ weights.unsqueeze(-1), y, rtol=0, atol=1e-9)
    assert 0.1 <= float(amplitude.min()) < 0.6
    assert 4.5 < float(amplitude.max()) <= 5
    assert 0 <= float(phase.min()) < 0.3
    assert 2.8 < float(phase.max()) <= torch.pi
    assert float(x.abs().max()) <= 5
    assert float(x.max()) > 4.9


def test_every_update_sees_the_support_and_the_test_sees_the_queries() -> None:
    problems = SineFamily(4, 6, (3,), dtype=torch.float64).sample(3, 10, generator())
    theta = problems.start()
    assert (problems.support[0].shape, problems.query[0].shape) == ((3, 4, 1), (3, 6, 1))
    assert torch.equal(problems.loss(theta, 0), problems.loss(theta, 9))
    assert not torch.isclose(problems.loss(theta, 0), problems.loss(theta, TEST)).any()
