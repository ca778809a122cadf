"""Declares the memory-augmented network story: a network that labels characters it has seen once or twice."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.mann.captions import captions_of
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.mann.names import STORY_METHODS, STYLES
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.tasks.images.settings import DRAWINGS

STORY = Story(
    name="mann",
    title="A memory for one look",
    about=(
        "A network with external memory labels characters that it has seen once or twice, and learns where to "
        "write them."
    ),
    settings=MannSettings,
    frame=MannFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.mann.simulation:MannSimulation"),
    goals={
        **dict.fromkeys(("cost", "best_cost", "loss"), "least"),
        **{f"accuracy_{instance}": "most" for instance in range(1, DRAWINGS + 1)},
    },
    methods=STORY_METHODS,
    styles=STYLES,
)
