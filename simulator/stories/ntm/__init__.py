"""Declares the Neural Turing Machine story: a network with external memory, what it writes, where, and reads."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.ntm.captions import captions_of, opening_of
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.names import STORY_METHODS, STYLES
from metascope.simulator.stories.ntm.settings import LONGER, NtmSettings

STORY = Story(
    name="ntm",
    title="Neural Turing Machines",
    about="A network with external memory: what it writes, where, and what it reads back.",
    settings=NtmSettings,
    frame=NtmFrame,
    captions=captions_of,
    opening=opening_of,
    load=lazily("metascope.simulator.stories.ntm.simulation:NtmSimulation"),
    goals={
        **dict.fromkeys(("bits", "best_bits", "wrong_bits", "loss"), "least"),
        **{
            f"wrong_percent_{'_'.join(map(str, sizes.values()))}": "least"
            for longer in LONGER.values()
            for sizes in longer
        },
    },
    methods=STORY_METHODS,
    styles=STYLES,
)
