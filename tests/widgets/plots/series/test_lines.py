"""Lines: one point is seen too, and letters at their ends do not cover each other."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.mark import GLIMPSED, glancing
from metascope.widgets.plots.series import lines
from metascope.widgets.plots.series.lines import Line, LinesItem, lonely
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen


def test_a_line_of_one_point_is_a_dot(qtbot: QtBot) -> None:
    view, item = plane(), LinesItem("step")
    view.add(item)
    item.set([Line("a", "ntm", "a", np.zeros(1), np.ones(1))])
    assert count(seen(qtbot, view), LIGHT.style("ntm").colour, 10) > 8


def test_letters_step_back_along_their_lines_from_others(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: dict[str, tuple[float, float]] = {}
    monkeypatch.setattr(
        lines, "draw_kept_badge", lambda _p, _pixels, at, letter, *_: placed.update({letter: at.toTuple()})
    )
    view, item, x = plane(), LinesItem("step"), np.linspace(-2, 1, 40)
    view.add(item)
    item.set(
        [Line(letter, "ntm", letter, x, np.full(40, height), letter) for letter, height in (("1", 0.0), ("2", 0.05))]
    )
    seen(qtbot, view)
    assert placed["1"][0] > placed["2"][0] + 10
    item.set(
        [Line(letter, "ntm", letter, x, np.full(40, height), letter) for letter, height in (("1", 0.0), ("2", 1.0))]
    )
    seen(qtbot, view)
    assert placed["1"][0] == placed["2"][0]


def test_a_point_between_two_gaps_is_a_dot() -> None:
    x, y = np.arange(6.0), np.array([np.nan, 1.0, np.nan, 2.0, 3.0, np.nan])
    assert lonely(np.stack([x, y], axis=1)).tolist() == [False, True, False, False, False, False]


def test_a_line_that_has_grown_by_less_than_is_seen_waits_at_a_glance(qtbot: QtBot) -> None:
    view, item, x = plane(), LinesItem("step"), np.linspace(-1, 0, 40)
    view.add(item)
    seen(qtbot, view)
    step = 0.6 * GLIMPSED / float(item.pixels().scale[0])

    def grown(by: float, lift: float = 0.0) -> list[Line]:
        return [Line("a", "ntm", "a", np.append(x, by), np.append(np.sin(9 * x), lift))]

    item.set(grown(step))
    with glancing() as eye:
        assert not item.set(grown(2 * step))
        assert eye.missed
        assert item.set(grown(2 * step, 1.5))
        assert item.set(grown(2 * step, 1.4))
        assert item.set(grown(4 * step, 1.4))
    item.set(grown(5 * step, 1.4))
    assert item.set(grown(5.1 * step, 1.4))
