"""Bands over seeds follow the lines of their quantiles."""

from __future__ import annotations

import numpy as np

from scenes.unseen.seed_bands import _aligned
from widgets.plots.series.lines import Line


def test_bands_keep_the_gaps_of_their_lines_and_the_points_beside_them() -> None:
    gappy = Line("a", "maml", "a", np.array([0.0, 1.0, 2.0, 8.0, 9.0]), np.array([0.0, 1.0, np.nan, 8.0, 9.0]))
    whole = Line("a", "maml", "a", np.array([0.0, 4.0, 9.0]), np.zeros(3))
    x, values = _aligned([gappy, whole])
    assert x.tolist() == [0.0, 1.0, 2.0, 4.0, 8.0, 9.0]
    np.testing.assert_array_equal(values, [[0.0, 1.0, np.nan, np.nan, 8.0, 9.0], np.zeros(6)])
