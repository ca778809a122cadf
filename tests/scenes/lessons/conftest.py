"""Gives what begins the runs that lessons open, by either engine where a story has two."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from tests.scenes.lessons.claims import Begin, opening


@pytest.fixture(params=["compiled", "reference"])
def begin(request: pytest.FixtureRequest) -> Begin:
    """Give what begins the run of a lesson's step, by each engine."""

    def begun(lesson: str, step: str) -> Simulation:
        opened = opening(lesson, step)
        if "engine" not in type(opened.settings).model_fields:
            if request.param == "reference":
                pytest.skip("the story has one engine")
            return all_stories()[opened.preset.story].load()(opened.settings)
        settings = opened.settings.replaced(engine=request.param)
        return all_stories()[opened.preset.story].load()(settings)

    return begun
