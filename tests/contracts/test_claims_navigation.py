"""What the scenarios of the navigation story tell in words is true in numbers."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from metascope.simulator.engine.files.presets import find
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.names import ESTIMATES
from tests.contracts.runs import simulation


@cache
def trained(name: str, steps: int) -> NavigationFrame:
    """Return the frame after so many meta-steps of a scenario; measured there, and nowhere before."""
    preset = find(name)
    made = simulation(preset, preset.settings.replaced(test_every=steps))
    for _ in range(steps):
        frame = made.step()
    assert isinstance(frame, NavigationFrame)
    return frame


def returned(frame: NavigationFrame, method: str, step: int) -> float:
    return float(frame.test.returns[step, frame.methods.index(method)])


def test_one_step_turns_the_start_towards_any_goal_after_forty_updates() -> None:
    frame = trained("navigation", 8)
    assert returned(frame, "maml", 0) == pytest.approx(-40, abs=5)
    assert returned(frame, "maml", 1) > -16
    assert returned(frame, "maml", 2) > -9


@pytest.mark.slow
def test_at_the_end_two_steps_reach_the_goal_and_pre_training_does_not() -> None:
    frame = trained("navigation", 24)
    for method, wanted in (("maml", (-40, -14, -6)), ("pretraining", (-40, -32, -28))):
        for step, value in enumerate(wanted):
            assert returned(frame, method, step) == pytest.approx(value, abs=2), (method, step)


@pytest.mark.slow
def test_a_policy_that_remembers_is_near_the_goal_in_its_first_episode() -> None:
    frame = trained("a-policy-that-remembers", 28)
    for step, value in enumerate((-16, -6, -4)):
        assert returned(frame, "maml", step) == pytest.approx(value, abs=1), step
    assert returned(frame, "rl2", 0) == pytest.approx(-3, abs=0.8)
    assert returned(frame, "rl2", 1) > returned(frame, "rl2", 0)  # it knows the goal by then
    assert returned(frame, "oracle", 0) > returned(frame, "rl2", 1)


@pytest.mark.slow
def test_on_the_ring_from_scratch_leads_nowhere() -> None:
    frame = trained("drag-the-goal", 20)
    assert returned(frame, "maml", 2) > -10
    assert returned(frame, "scratch", 3) < -50


@pytest.mark.slow
def test_trpo_comes_near_the_published_returns_within_fifteen_steps() -> None:
    frame = trained("navigation-paper", 15)
    for step, value in enumerate((-40, -12, -8)):
        assert returned(frame, "maml", step) == pytest.approx(value, abs=1.5), step


@pytest.mark.slow
def test_at_its_end_trpo_has_the_published_returns_but_for_one_after_two_steps() -> None:
    frame = trained("navigation-paper", 60)
    for step, value in enumerate((-40, -11, -4.3, -4.8)):
        assert returned(frame, "maml", step) == pytest.approx(value, abs=1.5), step


@pytest.mark.slow
def test_dice_has_the_exact_direction_at_first_and_drowns_in_noise_later() -> None:
    preset = find("estimators")
    made = simulation(preset)
    for _ in range(29):
        made.step()
    for begun in (0, 30):
        frame = made.step()
        assert isinstance(frame, NavigationFrame)
        told = frame.comparison
        assert told is not None
        assert (told.step, told.draws) == (begun, 240)
        angle, noise = (dict(zip(ESTIMATES, part.tolist(), strict=True)) for part in (told.angle, told.noise))
        assert noise["exact"] < 30  # else nothing could be said
        if begun == 0:
            assert angle["dice"] < np.hypot(noise["dice"], noise["exact"]) + 2
            assert noise["e-maml"] > 3 * noise["surrogate"]
            for _ in range(29):
                made.step()
        else:
            assert min(noise["dice"], noise["e-maml"]) > 3 * noise["surrogate"]
