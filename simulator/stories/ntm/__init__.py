"""Declares the Neural Turing Machine story: a network with external memory, what it writes, where, and reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import Story
from simulator.stories.ntm.captions import captions_of
from simulator.stories.ntm.frame import NtmFrame
from simulator.stories.ntm.settings import NtmSettings


def _load() -> Callable[[Settings], Simulation]:
    from simulator.stories.ntm.simulation import NtmSimulation  # imports torch

    return cast("Callable[[Settings], Simulation]", NtmSimulation)


STORY = Story(
    name="ntm",
    settings=NtmSettings,
    frame=NtmFrame,
    captions=captions_of,
    load=_load,
    goals={"bits": "least", "wrong_bits": "least", "loss": "least"},
)
