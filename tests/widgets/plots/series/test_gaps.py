"""What is said of curves that end before the others or have gaps."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.gaps import gaps_told
from metascope.widgets.plots.series.lines import Line

X = np.arange(0.0, 101.0)
NAN = float("nan")


def line(label: str, y: np.ndarray[tuple[int], np.dtype[np.float64]], emphasis: Emphasis = "full") -> Line:
    return Line(label, "maml", label, X[: len(y)], y, emphasis=emphasis)


def test_whole_curves_are_not_remarked_on() -> None:
    assert gaps_told([]) == ""
    assert gaps_told([line("MAML", X), line("Reptile", -X), Line("none", "maml", "none", X[:0], X[:0])]) == ""


@pytest.mark.parametrize("value", [NAN, np.inf])
def test_a_curve_that_becomes_undefined_is_named_with_its_last_place(value: float) -> None:
    told = gaps_told([line("MAML", X), line("Reptile", np.where(X > 30, value, X))])
    assert told in ("Reptile: undefined or infinite after 30",)


def test_a_curve_whose_points_end_is_named() -> None:
    assert gaps_told([line("MAML", X), line("Reptile", X[:31])]) == "Reptile: undefined or infinite after 30"


def test_a_curve_that_is_a_little_behind_is_not_named() -> None:
    assert gaps_told([line("MAML", X), line("Reptile", X[:99])]) == ""


def test_curves_that_end_together_are_not_named() -> None:
    assert gaps_told([line("MAML", X[:31]), line("Reptile", X[:31])]) == ""


def test_a_curve_without_a_number_is_named() -> None:
    assert gaps_told([line("MAML", X), line("Reptile", np.full(101, NAN))]) == "Reptile: undefined or infinite"


def test_gaps_are_told() -> None:
    assert gaps_told([line("MAML", np.where(abs(X - 50) < 5, NAN, X))]) == "Gaps: undefined or infinite there"


def test_hidden_curves_are_left_out() -> None:
    assert gaps_told([line("MAML", X), line("Reptile", X[:31], "hidden")]) == ""


def test_many_curves_are_counted() -> None:
    lines = [line("MAML", X), *(line(f"method {index}", X[:20]) for index in range(6))]
    assert gaps_told(lines).endswith("; and 3 more")


def test_places_are_told_as_they_are_read() -> None:
    bent = Line("b", "maml", "b", np.log10(X[1:]), np.where(X[1:] > 9, NAN, 1.0), told_x=X[1:])
    whole = Line("a", "maml", "a", np.log10(X[1:]), X[1:], told_x=X[1:])
    assert gaps_told([whole, bent]) == "b: undefined or infinite after 9"


def test_numbers_that_a_logarithmic_axis_does_not_show_are_not_called_undefined() -> None:
    told = np.where(X > 30, 0.0, 1.0)
    with np.errstate(divide="ignore"):
        line = Line("MAML", "maml", "MAML", X, np.where(told > 0, np.log10(told), NAN), told=told)
    assert gaps_told([line]) == "0 and negative numbers have no place on a logarithmic axis"
