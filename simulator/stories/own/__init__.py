"""Declares the story of runs of one's own: what a training loop in another program recorded, as far as it goes."""

from __future__ import annotations

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.own.captions import captions_of
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.names import NAME
from metascope.simulator.stories.own.settings import OwnSettings


def _ended(settings: Settings, frame: Frame) -> Simulation:
    from metascope.simulator.stories.own.simulation import OwnSimulation  # a window is painted before

    assert isinstance(settings, OwnSettings), "the settings must be of this story"
    assert isinstance(frame, OwnFrame), "the frame must be of this story"
    return OwnSimulation.at(settings, frame)


STORY = Story(
    name=NAME,
    title="Your own run",
    about="What a training loop of your own recorded: paths, heat maps, gates and metrics.",
    settings=OwnSettings,
    frame=OwnFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.own.simulation:OwnSimulation"),
    recorded=_ended,
)
