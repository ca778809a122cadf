"""Contour lines and levels against geometry that is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.widgets.plots.canvas.contours import contours, nice_ticks, robust_levels
from tests.waiting import effort

AXIS = np.linspace(-2, 2, 65)
X, Y = np.meshgrid(AXIS, AXIS)


def test_contour_of_a_bowl_is_a_circle() -> None:
    lines = contours(AXIS, AXIS, X**2 + Y**2, np.array([1.0]))
    assert np.hypot(lines[..., 0], lines[..., 1]) == pytest.approx(1, abs=1e-3)
    length = np.hypot(*(lines[:, 1] - lines[:, 0]).T).sum()
    assert length == pytest.approx(2 * np.pi, rel=1e-3)


def test_contour_knows_which_axis_is_which() -> None:
    lines = contours(AXIS, np.linspace(0, 1, 9), np.tile(AXIS, (9, 1)), np.array([0.3]))
    assert lines[..., 0] == pytest.approx(0.3)
    assert (lines[..., 1].min(), lines[..., 1].max()) == (0, 1)


@pytest.mark.parametrize("level", [0.4, 0.6])
def test_saddle_is_joined_as_its_middle_says(level: float) -> None:
    lines = contours(np.array([0.0, 1.0]), np.array([0.0, 1.0]), np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([level]))
    middles = lines.mean(axis=1)  # (2, 2)
    on_the_rising_diagonal = np.abs(middles[:, 0] - middles[:, 1]) < 1e-9
    assert len(lines) == 2
    assert on_the_rising_diagonal.all() == (level > 0.5)  # each high corner is cut off alone above the middle's 0.5


def test_cells_without_numbers_have_no_lines() -> None:
    values = X**2 + Y**2
    values[:, X[0] > 0] = np.nan
    lines = contours(AXIS, AXIS, values, np.array([1.0]))
    assert len(lines)
    assert lines[..., 0].max() <= 0


def test_plain_has_no_contours() -> None:
    assert contours(AXIS, AXIS, np.ones_like(X), np.array([1.0, 2.0])).shape == (0, 2, 2)


def test_contours_are_quick() -> None:
    axis = np.linspace(-2, 2, 128)
    x, y = np.meshgrid(axis, axis)
    levels = np.linspace(0, 10, 12)
    heights = x**2 + 3 * y**2 + np.sin(5 * x)
    assert effort(lambda: contours(axis, axis, heights, levels)) < 5


def test_levels_leave_out_what_is_far_from_the_rest() -> None:
    values = X**2 + Y**2
    values[0, 0] = 1e6
    levels = robust_levels(values)
    assert levels.over
    assert not levels.under
    assert levels.low == pytest.approx(values.min())
    assert levels.high < 10


def test_levels_of_a_bowl_leave_out_nothing() -> None:
    levels = robust_levels(X**2 + Y**2)
    assert (levels.low, levels.high, levels.over, levels.under) == (0, 8, False, False)


def test_levels_of_a_plain_are_not_empty() -> None:
    levels = robust_levels(np.full((4, 4), 3.0))
    assert levels.low < 3 < levels.high


def test_levels_of_nothing_are_zero_to_one() -> None:
    levels = robust_levels(np.full((4, 4), np.nan))
    assert (levels.low, levels.high) == (0, 1)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.integers(2, 20))
def test_ticks_are_round_and_inside(low: float, span: float, about: int) -> None:
    high = low + span
    ticks = nice_ticks(low, high, about)
    slack = 1e-6 * span + 4 * np.spacing(max(abs(low), abs(high)))  # the numbers' own resolution
    assert (ticks >= low - slack).all()
    assert (ticks <= high + slack).all()
    if span > 1e-9 * abs(low):
        assert about / 3 - 1 <= len(ticks) <= 2 * about + 1


def test_ticks_of_an_empty_range_are_none() -> None:
    assert len(nice_ticks(1, 1, 5)) == 0
    assert len(nice_ticks(0, float("inf"), 5)) == 0
