"""The run of the bandit story: starts, what a person changes, captions."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.bandits.captions import captions_of, likely
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import METHODS
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.simulator.stories.bandits.simulation import BanditSimulation


def bandits(**values: object) -> BanditSimulation:
    small: dict[str, object] = {"updates": 2, "tasks": 20, "draws": 4}
    return BanditSimulation(BanditSettings.parse({**small, **values}))


def test_the_exact_start_climbs_and_what_others_do_changes_nothing_for_it() -> None:
    alone, together = bandits(first_order=False, surrogate=False, e_maml=False, dice=False), bandits()
    before = float(alone.look().after[0])
    for _ in range(3):
        one, all_of_them = alone.step(), together.step()
    assert float(one.after[0]) > before
    assert float(all_of_them.phi[METHODS.index("exact")]) == float(one.phi[0])


def test_what_is_drawn_is_what_the_curves_say_at_the_starts() -> None:
    frame = bandits().step()
    for values, curve in ((frame.after, frame.curves.after), (frame.before, frame.curves.before)):
        np.testing.assert_allclose(values, np.interp(frame.phi, frame.curves.axis, curve), atol=1e-4)
    own = [np.interp(place, frame.curves.axis, row) for place, row in zip(frame.phi, frame.curves.slopes, strict=True)]
    np.testing.assert_allclose(frame.expected, own, atol=1e-4)
    np.testing.assert_allclose(frame.chance.sum(-1), 1)


def test_the_episode_is_one_of_the_outcomes_and_follows_its_own_arithmetic() -> None:
    frame = bandits(focus=1, baseline=0.25).look()
    episode, index = frame.episode, METHODS.index("dice")
    pi = likely(float(frame.phi[index]))
    arms, paid = episode.arms[0, index], episode.paid[0, index]
    gradient = float(((paid - 0.25) * (arms - pi)).mean())
    assert episode.gradient[index] == pytest.approx(gradient)
    assert episode.theta[index] == pytest.approx(frame.phi[index] + 8 * gradient)
    assert np.abs(frame.reached[index] - likely(float(episode.theta[index]))).min() < 1e-12


def test_a_drag_moves_all_starts_and_begins_the_estimates_anew() -> None:
    made = bandits()
    made.step()
    before = made.look()
    assert before.comparison is not None
    undo = made.inverse("phi", {"method": None, "to": 1.5})
    made.change("phi", {"method": None, "to": 1.5})
    assert (made.look().phi == 1.5).all()
    assert made.look().comparison is None
    for name, value in undo:
        made.change(name, value)
    np.testing.assert_array_equal(made.look().phi, before.phi)
    made.change("phi", {"method": "surrogate", "to": -2.0})
    assert made.look().phi.tolist().count(-2.0) == 1


def test_undoing_a_drag_brings_the_place_of_the_estimates_back() -> None:
    made = bandits()
    undo = made.inverse("phi", {"method": None, "to": 1.5})
    made.change("phi", {"method": None, "to": 1.5})
    for name, value in undo:
        made.change(name, value)
    assert float(made._estimates.start) == -1.0


def test_other_tasks_have_other_curves() -> None:
    made = bandits()
    before = made.step().curves
    made.change("payoffs", [[0.2, 0.9]])
    after = made.look().curves
    assert after.best == pytest.approx(0.9)
    assert not np.array_equal(after.after, before.after)
    assert made.step().curves is after


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"payoffs": [[0.5, 1.2]]}, "between 0 and 1"),
        ({"payoffs": []}, "1 to 8"),
        ({"payoffs": [[0.5]]}, "two numbers"),
        (dict.fromkeys(("first_order", "surrogate", "e_maml", "dice", "exact"), False), "one must take part"),
    ],
)
def test_impossible_tasks_are_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(UserError, match=told):
        bandits(**values)


@pytest.mark.parametrize("value", [{"method": "nobody", "to": 0}, {"method": None, "to": 5}, {"to": 1}, 3.0])
def test_impossible_drags_are_refused(value: object) -> None:
    made = bandits()
    before = made.look()
    with pytest.raises(UserError):
        made.change("phi", value)
    np.testing.assert_array_equal(made.look().phi, before.phi)


def test_captions_have_the_frames_numbers() -> None:
    frame = bandits().step()
    assert isinstance(frame, BanditFrame)
    told = [str(caption) for caption in captions_of(frame, "e-maml")]
    assert len(told) == frame.ticks() == 5
    index = METHODS.index("e-maml")
    assert told[0].count("+") + told[0].count("–") - 2 == 5  # one sign of each pull, and the two explained
    assert f"{float(frame.episode.gradient[index]):.3g}".replace("-", "−") in told[2]
    assert f"{float(frame.after[index]):.3g}" in told[4]
    assert "56 outcomes" in told[4]
