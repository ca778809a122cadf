"""Scales bend and unbend, and put ticks at round values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.widgets.plots.canvas.scales import LINEAR, Scale, rounded_up

VALUES = np.array([-100.0, -1.0, -0.001, 0.0, 0.01, 5.0, 1e5])


@pytest.mark.parametrize("scale", [LINEAR, Scale("symlog"), Scale("symlog", 1.0)])
def test_unbending_undoes_bending(scale: Scale) -> None:
    assert scale.unbend(scale.bend(VALUES)) == pytest.approx(VALUES)


def test_log_scale_hides_what_is_not_positive() -> None:
    assert np.isnan(Scale("log").bend(np.array([-1.0, 0.0, 10.0]))).tolist() == [True, True, False]


def test_symlog_keeps_signs_and_order() -> None:
    places = Scale("symlog").bend(VALUES)
    assert (np.diff(places) > 0).all()
    assert places[3] == 0


def test_ticks_of_a_log_scale_are_powers_of_ten() -> None:
    assert Scale("log").ticks(-3.2, 2.4, 6) == [
        (float(p), text) for p, text in zip(range(-3, 3), ["0.001", "0.01", "0.1", "1", "10", "100"], strict=True)
    ]


def test_ticks_of_a_symlog_scale_have_both_signs_and_zero() -> None:
    scale = Scale("symlog", 0.01)
    low, high = scale.bend(np.array([-10.0, 10.0])).tolist()
    texts = [text for _, text in scale.ticks(low, high, 8)]
    assert "0" in texts
    assert texts[0].startswith("−")
    assert texts == [
        text.replace("−", "") if text.startswith("−") else f"−{text}" if text != "0" else "0"
        for text in reversed(texts)
    ]
    assert "1" in texts


def test_ticks_of_a_linear_scale_are_read_as_they_stand() -> None:
    assert LINEAR.ticks(-1, 1, 4) == [(-1, "−1"), (-0.5, "−0.5"), (0, "0"), (0.5, "0.5"), (1, "1")]


def test_ticks_of_a_narrow_log_scale_differ_from_each_other() -> None:
    low, high = np.log10([2.296, 2.312]).tolist()
    texts = [text for _, text in Scale("log").ticks(low, high, 4)]
    assert len(set(texts)) == len(texts) > 2


@given(low=st.floats(-50, 50), span=st.floats(0.01, 1e3), about=st.integers(1, 5))
def test_no_axis_has_a_single_tick(low: float, span: float, about: int) -> None:
    assert len(LINEAR.ticks(low, low + span, about)) >= 2
    assert len(Scale("log").ticks(low / 10, low / 10 + min(span, 20), about)) >= 2


def test_ends_of_axes_are_round_and_not_below_what_they_hold() -> None:
    for value, end in ((0.0, 1), (-2.0, 1), (0.013, 0.02), (0.05, 0.05), (3.1, 5), (61.0, 100)):
        assert rounded_up(value) == pytest.approx(end)


def test_ticks_beyond_a_million_differ_from_each_other() -> None:
    assert [text for _, text in LINEAR.ticks(1_234_560, 1_234_564, 5)] == [
        "1.23456e6",
        "1.234561e6",
        "1.234562e6",
        "1.234563e6",
        "1.234564e6",
    ]


@given(
    low=st.floats(-1e300, 1e300),
    share=st.floats(1e-16, 1e3),
    about=st.integers(1, 20),
)
def test_ticks_of_any_range_differ_from_each_other_and_are_where_they_say(low: float, share: float, about: int) -> None:
    ticks = LINEAR.ticks(low, low + share * max(abs(low), 1e-300), about)
    texts = [text for _, text in ticks]
    assert len(set(texts)) == len(texts)
    places = [place for place, _ in ticks]
    assert places == sorted(set(places))
    for place, text in ticks:
        assert float(text.replace("−", "-")) == pytest.approx(place, rel=1e-5, abs=0)


@given(low=st.floats(-290, 290), span=st.floats(1e-9, 20), about=st.integers(1, 20))
def test_ticks_of_any_logarithmic_range_differ_from_each_other(low: float, span: float, about: int) -> None:
    texts = [text for _, text in Scale("log").ticks(low, min(low + span, 300), about)]
    assert len(set(texts)) == len(texts)
