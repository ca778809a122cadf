"""The history of the starts stays short, evenly thinned and unbroken but where a person moved them."""

from __future__ import annotations

import numpy as np

from simulator.stories.landscapes.trail import ROWS, Trail
from tests.simulator.stories.landscapes import after, simulation

_NOWHERE = np.zeros((1, 1), dtype=bool)


def walked(steps: int) -> Trail:
    trail = Trail((1, 1, 1))
    for step in range(steps):
        trail.pass_by(step, np.full((1, 1, 1), float(step)))
    return trail


def test_trail_holds_every_earlier_start_of_a_short_run() -> None:
    run = simulation()
    starts = [run.look().phi] + [run.step().phi for _ in range(5)]
    np.testing.assert_array_equal(run.look().trail, starts[:-1])


def test_trail_of_a_long_run_is_short_and_evenly_spaced() -> None:
    rows = walked(10_000).rows()[:, 0, 0, 0]
    assert ROWS / 2 <= len(rows) <= ROWS
    assert rows[0] == 0
    assert len(set(np.diff(rows))) == 1
    assert rows[-1] > 10_000 - 32


def test_rows_already_shown_never_change() -> None:
    trail = walked(ROWS - 1)
    shown = trail.rows()
    kept = shown.copy()
    for step in range(ROWS - 1, ROWS + 50):
        trail.pass_by(step, np.full((1, 1, 1), -1.0))
    np.testing.assert_array_equal(shown, kept)


def test_consecutive_frames_share_the_trails_memory() -> None:
    run = simulation()
    after(run, 5)
    assert np.shares_memory(run.look().trail, run.step().trail)


def test_line_is_broken_where_a_person_moves_a_start() -> None:
    run = simulation()
    before = after(run, 3).phi
    run.change("phi", {"method": "maml", "to": [2.0]}, draft=True)
    run.change("phi", {"method": "maml", "to": [2.5]})
    trail = run.step().trail[:, 1, 0, 0]
    assert len(trail) == 6
    assert trail[3] == before[1, 0, 0]
    assert np.isnan(trail[4])
    assert trail[5] == 2.5
    assert not np.isnan(run.look().trail[:, 0]).any()


def test_breaks_outlive_thinning() -> None:
    trail = walked(501)
    trail.break_off(np.full((1, 1, 1), 501.0), ~_NOWHERE)
    for step in range(501, 5000):
        trail.pass_by(step, np.full((1, 1, 1), float(step)))
    assert np.isnan(trail.rows()).sum() == 1


def test_many_breaks_do_not_fill_the_trail() -> None:
    trail = Trail((1, 1, 1))
    for step in range(5 * ROWS):
        trail.pass_by(step, np.full((1, 1, 1), float(step)))
        trail.break_off(np.full((1, 1, 1), float(step)), ~_NOWHERE)
    assert len(trail.rows()) <= ROWS
