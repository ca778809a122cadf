"""The way of the starts, read from the metrics, stays short, evenly thinned, and unbroken where nobody moved one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.landscapes.frame import Array
from metascope.simulator.stories.landscapes.trail import BREAKS, ROWS, Trail
from tests.simulator.engine.toy import frame
from tests.simulator.stories.landscapes import HARD, WELLS, simulation


def walked(steps: int, broken: Iterable[int] = ()) -> Metrics:
    """Return the metrics of a walk along the numbers; at some steps a person took MAML's start away from -1."""
    metrics, breaks = Metrics(), set(broken)
    for step in range(steps):
        places = {f"{method}.phi": float(step) for method in ("pretraining", "maml", "fomaml", "reptile")}
        metrics.append(step, places | ({"_maml.left.0.0": -1.0} if step in breaks else {}))
    return metrics


def seen(metrics: Metrics, step: int) -> Array:
    """Return MAML's way (n,) as it is seen at a meta-step by somebody who looks there first."""
    return Trail(metrics, 1, 1).until(frame(step))[:, 1, 0, 0]


def followed(frames: Iterable[Frame]) -> Metrics:
    metrics = Metrics()
    for each in frames:
        metrics.append(each.step, each.metrics)
    return metrics


@pytest.mark.parametrize("values", [{}, {"starts": 3}, WELLS, {**HARD, "starts": 2}], ids=str)
def test_it_holds_every_earlier_place_of_every_start(values: dict[str, object]) -> None:
    run = simulation(**values)
    frames = [run.look()] + [run.step() for _ in range(5)]
    _, starts, dimension = frames[0].phi.shape
    trail = Trail(followed(frames), starts, dimension)
    for last, each in enumerate(frames):
        before = np.array([it.phi for it in frames[:last]]).reshape(-1, *each.phi.shape)
        np.testing.assert_array_equal(trail.until(each), before)


def test_a_long_one_is_short_and_evenly_spaced() -> None:
    rows = seen(walked(10_001), 10_000)
    assert ROWS / 2 <= len(rows) <= ROWS
    assert rows[0] == 0
    assert len(set(np.diff(rows))) == 1
    assert rows[-1] > 10_000 - 32


def test_it_is_the_same_whatever_was_looked_at_before() -> None:
    metrics = walked(5000, broken=[700, 3000])
    trail = Trail(metrics, 1, 1)
    for step in (4999, 100, 1024, 1025, 3000, 3001, 701, 700, 0, 4000):
        np.testing.assert_array_equal(trail.until(frame(step))[:, 1, 0, 0], seen(metrics, step), err_msg=str(step))


def test_it_follows_metrics_that_grow() -> None:
    metrics = Metrics()
    trail = Trail(metrics, 1, 1)
    for step in range(3000):
        metrics.append(step, {"maml.phi": float(step)})
        if step % 7 == 0:
            assert trail.until(frame(step))[-1:, 1, 0, 0] == pytest.approx(step - 1, abs=step // ROWS * 2 + 0.1)
    np.testing.assert_array_equal(trail.until(frame(2999))[:, 1, 0, 0], seen(metrics, 2999))


def test_the_line_is_broken_where_a_person_moves_a_start() -> None:
    run = simulation()
    frames = [run.look()] + [run.step() for _ in range(3)]
    metrics = followed(frames)
    for draft, place in ((True, 2.0), (False, 2.5)):
        run.change("phi", {"method": "maml", "to": [place]}, draft=draft)
        metrics.append(3, run.look().metrics)
    at_break = Trail(metrics, 1, 1).until(run.look())
    assert at_break[3, 1, 0, 0] == frames[3].phi[1, 0, 0]
    assert np.isnan(at_break[4, 1, 0, 0])
    last = run.step()
    metrics.append(4, last.metrics)
    later = Trail(metrics, 1, 1).until(last)
    np.testing.assert_array_equal(later[:5], at_break)
    assert later[5, 1, 0, 0] == 2.5
    assert len(later) == 6
    assert not np.isnan(later[:, 0]).any()


def test_starts_that_stay_are_not_broken_by_one_that_is_moved() -> None:
    run = simulation(starts=3)
    metrics = followed([run.look(), run.step()])
    run.change("start", [2.0])
    metrics.append(1, run.look().metrics)
    rows = Trail(metrics, 3, 1).until(run.look())
    assert np.isnan(rows[:, :, 0]).any(axis=0).all()
    assert not np.isnan(rows[:, :, 1:]).any()


def test_a_gesture_goes_on_from_where_it_began_after_a_state_was_restored() -> None:
    run, again = simulation(), simulation()
    run.step()
    run.change("phi", {"method": "maml", "to": [2.0]}, draft=True)
    again.restore(run.state())
    for each in (run, again):
        each.change("phi", {"method": "maml", "to": [2.5]})
    assert again.look().metrics == run.look().metrics
    assert again.step().metrics == run.step().metrics
    assert not [name for name in run.look().metrics if name.startswith("_")]


def test_breaks_outlive_thinning() -> None:
    rows = seen(walked(5001, broken=[501]), 5000)
    assert np.isnan(rows).sum() == 1
    assert rows[int(np.flatnonzero(np.isnan(rows))[0]) - 1] == -1.0


def test_many_breaks_do_not_fill_it() -> None:
    assert len(seen(walked(5 * ROWS, broken=range(5 * ROWS)), 5 * ROWS - 1)) <= ROWS + 2 * (BREAKS + ROWS)


def test_it_begins_where_starts_were_loaded() -> None:
    run = simulation()
    metrics = followed([run.look()] + [run.step() for _ in range(9)])
    other = simulation()
    other.load_weights(run.weights(), step=9)
    metrics.append(9, other.look().metrics)
    trail = Trail(metrics, 1, 1)
    assert len(trail.until(other.look())) == 0
    for _ in range(4):
        last = other.step()
        metrics.append(last.step, last.metrics)
    assert trail.until(last)[0, 1, 0, 0] == run.look().phi[1, 0, 0]
    assert len(trail.until(last)) == 4
    assert len(trail.until(frame(5))) == 5  # the run before is seen as it was


def test_a_run_of_another_dimension_has_no_places() -> None:
    assert np.isnan(Trail(walked(10), 1, 2).until(frame(9))).all()


def test_what_only_the_trail_needs_is_listed_nowhere() -> None:
    run = simulation(starts=3)
    run.change("start", [2.0])
    metrics = followed([run.look(), run.step()])
    assert not [name for name in metrics.names if name.startswith("_")]
    header, *rows = metrics.csv().splitlines()
    assert header.split(",") == ["step", *metrics.names]
    assert [len(row.split(",")) for row in rows] == [len(header.split(","))] * 2
    assert "_maml.left.0.0" in metrics.between(0, 1)[0]
