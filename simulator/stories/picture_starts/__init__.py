"""Declares the picture starts story: starts from which a few gradient steps tell new pictures apart."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.learners.settings import MOST_STEPS
from metascope.simulator.stories.picture_starts.captions import captions_of
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.simulator.stories.picture_starts.names import STORY_METHODS, STYLES, SUBJECTS
from metascope.simulator.stories.picture_starts.settings import StartsSettings

STORY = Story(
    name="picture_starts",
    title="A good start for pictures",
    about="Starts from which a few gradient steps tell new classes of pictures apart.",
    settings=StartsSettings,
    frame=StartsFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.picture_starts.simulation:StartsSimulation"),
    goals={
        "accuracy": "most",
        **{f"accuracy_{step}": "most" for step in range(MOST_STEPS + 1)},
        **dict.fromkeys(("loss", "ci"), "least"),
    },
    subjects=SUBJECTS,
    methods=STORY_METHODS,
    styles=STYLES,
)
