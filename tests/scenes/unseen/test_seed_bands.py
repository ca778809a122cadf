"""Bands over seeds follow the lines of their quantiles."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from metascope.scenes.runs.run import Run
from metascope.scenes.unseen.seed_bands import Bands, _aligned
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.series.lines import Line
from tests.scenes.recorded import recorded


def test_bands_keep_the_gaps_of_their_lines_and_the_points_beside_them() -> None:
    gappy = Line("a", "maml", "a", np.array([0.0, 1.0, 2.0, 8.0, 9.0]), np.array([0.0, 1.0, np.nan, 8.0, 9.0]))
    whole = Line("a", "maml", "a", np.array([0.0, 4.0, 9.0]), np.zeros(3))
    x, values = _aligned([gappy, whole])
    assert x.tolist() == [0.0, 1.0, 2.0, 4.0, 8.0, 9.0]
    np.testing.assert_array_equal(values, [[0.0, 1.0, np.nan, np.nan, 8.0, 9.0], np.zeros(6)])


def run_of(steps: int, seed: int) -> Run:
    return recorded(steps=steps, noise=0.3, seed=seed)


def test_it_says_how_many_runs_there_are_at_each_step_and_that_ended_ones_are_left_out(qtbot: QtBot) -> None:
    bands = Bands("noisy", [run_of(*it) for it in ((4, 0), (8, 1), (8, 2))], (0.25, 0.5, 0.75), LIGHT)
    qtbot.addWidget(bands.scene)
    bands.refresh()
    group = bands.of(bands.views["loss_after"])
    assert group is not None
    told = "of 3 seeds; 2 at meta-step 8, those that ended before are left out"
    assert group.label.endswith(told)
    band = group.bands[0]
    np.testing.assert_array_equal(band.counts, np.where(band.x <= 4, 3, 2))
    assert band.members == 3


def test_runs_of_one_length_are_all_there_to_the_end(qtbot: QtBot) -> None:
    bands = Bands("noisy", [run_of(5, seed) for seed in range(3)], (0.25, 0.5, 0.75), LIGHT)
    qtbot.addWidget(bands.scene)
    bands.refresh()
    group = bands.of(bands.views["loss_after"])
    assert group is not None
    assert group.label.endswith("of 3 seeds")
