"""The bandit story by its kernel: the same run as by the reference, in blocks or one by one, and after a return."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.frame import Block
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.simulator.stories.bandits.simulation import BanditSimulation
from tests.simulator.engine.files.session_format.runs import assert_same_frame

pytestmark = pytest.mark.usefixtures("kernels")


def bandits(engine: str, **values: object) -> BanditSimulation:
    small: dict[str, object] = {"updates": 2, "tasks": 20, "draws": 4, "engine": engine}
    return BanditSimulation(BanditSettings.parse({**small, **values}))


@pytest.mark.parametrize("values", [{}, {"pulls": 2, "baseline": 0.5, "dice": False}, {"learn": False}])
def test_a_run_by_the_kernel_is_that_of_the_reference(values: dict[str, object]) -> None:
    one, other = bandits("compiled", **values), bandits("reference", **values)
    assert (one.engine, other.engine) == ("compiled", "reference")
    for _ in range(4):
        mine, its = one.step(), other.step()
        assert mine.metrics == pytest.approx(its.metrics, abs=1e-10)
        for name in ("phi", "before", "after", "slope", "expected", "chance", "reached"):
            np.testing.assert_allclose(getattr(mine, name), getattr(its, name), atol=1e-10)
        np.testing.assert_array_equal(mine.episode.arms, its.episode.arms)
        assert mine.comparison is not None
        assert its.comparison is not None
        assert mine.comparison.draws == its.comparison.draws
        np.testing.assert_allclose(mine.comparison.spread, its.comparison.spread, rtol=1e-5, atol=1e-6)
    assert torch.equal(one.draws.get_state(), other.draws.get_state())


def test_frames_of_a_block_are_those_of_single_meta_steps() -> None:
    whole, single = bandits("compiled"), bandits("compiled")
    block = whole.advance(6)
    assert isinstance(block, Block)
    for place in range(6):
        frame = block.frame(place)
        assert isinstance(frame, BanditFrame)
        assert_same_frame(frame, single.step())
    assert_same_frame(whole.look(), single.look())
    assert_same_frame(block.only([5]).frame(0), single.look())


def test_a_run_goes_on_from_a_state_and_from_what_a_person_changed() -> None:
    run = bandits("compiled")
    run.advance(3)
    again = bandits("compiled")
    again.restore(run.state())
    assert_same_frame(again.look(), run.look())
    for made in (run, again):
        made.change("phi", {"method": None, "to": 1.25})
        made.change("payoffs", [[0.1, 0.9], [0.6, 0.3]])
    assert (run.look().phi == 1.25).all()
    assert_same_frame(run.step(), again.step())
    assert run.look().comparison is not None
