"""Tasks that no meta-step trains with: measured where it is due, and shown until they are measured again."""

from __future__ import annotations

import numpy as np

from metascope.simulator.learners.surfaces import reference
from metascope.simulator.stories.landscapes import measure
from metascope.simulator.stories.landscapes.draws import Draws
from metascope.simulator.stories.landscapes.frame import Array
from metascope.simulator.stories.landscapes.names import METHODS
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.unseen import UnseenTasks
from tests.simulator.stories.landscapes import HARD

SETTINGS = LandscapesSettings.parse({**HARD, "test_every": 3})


def figures_of(starts: Array) -> Array:
    """Return figures that have no other numbers than the methods' first starts (n, M, d)."""
    names = measure.figure_names(SETTINGS.starts, SETTINGS.dimension)
    found = np.full((len(names), len(starts)), np.nan)
    found[[names.index(name) for name in measure.first_places(SETTINGS.dimension)]] = starts.reshape(len(starts), -1).T
    return found


def test_they_are_measured_where_it_is_due_and_shown_until_the_next_time() -> None:
    starts = np.random.default_rng(0).normal(size=(7, len(METHODS), 2))
    unseen, columns = UnseenTasks(Draws(SETTINGS).unseen(), "reference"), dict[str, Array]()
    shown = unseen.measured(figures_of(starts), 5, SETTINGS, columns)  # meta-steps 5 to 11
    due = [1, 4]
    losses = reference.unseen_losses(unseen.tasks, starts[due], SETTINGS).reshape(2, -1)
    names = measure.unseen_names()
    assert list(columns) == names
    for name, expected in zip(names, losses.T, strict=True):
        np.testing.assert_array_equal(np.flatnonzero(np.isfinite(columns[name])), due)
        np.testing.assert_array_equal(columns[name][due], expected)
    assert shown[0] == {}
    assert [dict(one) for one in shown[1:4]] == [dict(zip(names, losses[0].tolist(), strict=True))] * 3
    assert [dict(one) for one in shown[4:]] == [dict(zip(names, losses[1].tolist(), strict=True))] * 3
    assert unseen.newest == shown[-1]


def test_a_start_with_which_a_path_diverges_has_no_number() -> None:
    starts = np.full((1, len(METHODS), 2), 1e300)
    unseen, columns = UnseenTasks(Draws(SETTINGS).unseen(), "reference"), dict[str, Array]()
    (shown,) = unseen.measured(figures_of(starts), 3, SETTINGS, columns)
    assert all(np.isnan(column).all() or name in shown for name, column in columns.items())
    assert len(shown) < len(columns)
