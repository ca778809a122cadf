"""Slider scales, steps and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.settings import Declaration
from metascope.simulator.engine.text import read_number
from metascope.widgets.form.tables import TableError, read_table, written_table
from metascope.widgets.look.numbers import SLIDER_STEPS, Scale, scale_of, stepped, written

SCALES = [
    Scale(0.0, 10.0, bend=4.0),
    Scale(-3.0, 5.0),
    Scale(0.001, 1e6, logarithmic=True),
    Scale(1, 10_000_000, whole=True, logarithmic=True),
    Scale(0, 50, whole=True),
]


def declared(default: object, low: float | None, high: float | None, **more: object) -> Declaration:
    kind = "whole" if isinstance(default, int) else "real"
    return Declaration("x", "X", "help", "", "", "G", True, kind, default, low, high, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_ends_at_its_bounds(scale: Scale) -> None:
    assert scale.at(0) == scale.low
    assert scale.at(SLIDER_STEPS) == scale.high


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_never_falls_and_finds_its_own_numbers(scale: Scale) -> None:
    numbers = [scale.at(position) for position in range(SLIDER_STEPS + 1)]
    assert numbers == sorted(numbers)
    for position in range(0, SLIDER_STEPS + 1, 37):
        assert scale.at(scale.position(numbers[position])) == numbers[position]


def test_a_small_default_in_wide_bounds_is_not_at_the_sliders_end() -> None:
    scale = scale_of(declared(0.02, 0.0, 10.0))
    assert scale is not None
    assert scale.position(0.02) > SLIDER_STEPS / 10


def test_a_seed_has_no_slider() -> None:
    assert scale_of(declared(0, 0, 2**31 - 1)) is None


def test_a_setting_without_bounds_has_no_slider() -> None:
    assert scale_of(declared(0.5, None, 1.0)) is None


@pytest.mark.parametrize(
    ("value", "steps", "expected"),
    [(0.5, 1, 0.51), (0.02, -1, 0.019), (0.1, -1, 0.099), (0.0, 1, 0.001), (0.001, -1, 0.0), (-0.5, -1, -0.51)],
)
def test_a_step_is_a_unit_of_the_second_digit(value: float, steps: int, expected: float) -> None:
    assert stepped(value, steps, whole=False, near_zero=0.001) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(("value", "expected"), [(3, 4), (0, 1), (400, 410), (-1, 0)])
def test_a_whole_number_steps_by_one_at_least(value: int, expected: int) -> None:
    assert stepped(value, 1, whole=True) == expected


@pytest.mark.parametrize(
    ("value", "text"), [(0.02, "0.02"), (1e-5, "1e-5"), (1e6, "1e6"), (0.1 + 0.2, "0.3"), (-3.5, "-3.5"), (0.0, "0")]
)
def test_numbers_have_the_digits_they_mean(value: float, text: str) -> None:
    assert written(value) == text


@given(st.floats(-1e9, 1e9))
def test_what_is_written_reads_back_to_six_digits(value: float) -> None:
    assert read_number(written(value)) == pytest.approx(value, rel=1e-5)


@given(st.lists(st.lists(st.integers(-999, 999).map(float), min_size=1, max_size=3), max_size=4))
def test_a_table_reads_back(table: list[list[float]]) -> None:
    assert read_table(written_table(table), flat=False) == table


def test_a_single_row_has_no_semicolon() -> None:
    assert read_table("1, -2", flat=True) == [1.0, -2.0]
    with pytest.raises(TableError):
        read_table("1; 2", flat=True)


def test_semicolons_leave_the_comma_to_the_decimals_of_a_single_row() -> None:
    assert read_table("0,3; -,5", flat=True) == [0.3, -0.5]
    assert read_table("0.3, -.5", flat=True) == [0.3, -0.5]
    with pytest.raises(TableError, match="1, 2"):
        read_table("1, 2; 3, 4", flat=True)


def test_a_table_names_what_is_no_number() -> None:
    with pytest.raises(TableError, match="two"):
        read_table("1, two", flat=False)
