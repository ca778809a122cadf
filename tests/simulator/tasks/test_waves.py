"""Waves: what is drawn, what is seen, and the same waves at other points."""

from __future__ import annotations

import math

import pytest
import torch

from metascope.simulator.tasks.waves import WaveFamily, Waves, even


def drawn(tasks: int = 500, points: int = 20, phases: float = math.pi, *, grid: bool = False) -> Waves:
    return WaveFamily(phases, grid=grid, dtype=torch.float64).sample(tasks, points, torch.Generator().manual_seed(0))


@pytest.mark.parametrize("phases", [math.pi, 2 * math.pi])
def test_amplitudes_phases_and_points_are_uniform_over_their_ranges(phases: float) -> None:
    waves = drawn(4000, 3, phases)
    for values, low, high in ((waves.amplitude, 0.1, 5.0), (waves.phase, 0.0, phases), (waves.x, -5.0, 5.0)):
        share = (values.flatten() - low) / (high - low)
        assert 0 <= float(share.min()) < 0.01
        assert 0.99 < float(share.max()) <= 1
        torch.testing.assert_close(float(share.mean()), 0.5, rtol=0, atol=0.02)


def test_heights_are_those_of_the_wave() -> None:
    waves = drawn()
    expected = [
        [a * math.sin(x - p) for x in points]
        for a, p, points in zip(
            waves.amplitude.flatten().tolist(), waves.phase.flatten().tolist(), waves.x[..., 0].tolist(), strict=True
        )
    ]
    torch.testing.assert_close(waves.y[..., 0], torch.tensor(expected, dtype=torch.float64))


def test_an_even_grid_is_the_same_for_all_waves_and_ends_at_five() -> None:
    waves = drawn(3, 50, grid=True)
    assert waves.x.shape == waves.y.shape == (3, 50, 1)
    assert waves.x[0, [0, -1], 0].tolist() == [-5, 5]
    assert torch.equal(waves.x[0], waves.x[2])
    assert not torch.equal(waves.y[0], waves.y[2])
    assert torch.equal(waves.x[0, :, 0], even(50, dtype=torch.float64))


def test_support_and_query_share_the_wave_and_no_point() -> None:
    waves = drawn(4, 8)
    support, query = waves.split(3)
    assert (support.x.shape, query.x.shape) == ((4, 3, 1), (4, 5, 1))
    joined = support.joined(query)
    assert torch.equal(joined.x, waves.x)
    assert torch.equal(joined.y, waves.y)
    assert torch.equal(query.at(waves.x).y, waves.y)


def test_the_oracle_is_told_amplitude_and_phase_at_every_point() -> None:
    waves = drawn(4, 8)
    x, amplitude, phase = waves.told().split_with_sizes([1, 1, 1], -1)
    assert torch.equal(amplitude * torch.sin(x - phase), waves.y)
    assert torch.equal(waves.seen(3), waves.told())
    assert waves.seen(1) is waves.x


def test_the_same_generator_gives_the_same_waves_and_then_others() -> None:
    draws, family = torch.Generator().manual_seed(3), WaveFamily()
    first, second = family.sample(5, 4, draws), family.sample(5, 4, draws)
    again = family.sample(5, 4, torch.Generator().manual_seed(3))
    assert torch.equal(first.y, again.y)
    assert not torch.equal(first.y, second.y)
