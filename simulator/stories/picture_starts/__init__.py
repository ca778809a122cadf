"""Declares the picture starts story: starts from which a few gradient steps tell new pictures apart."""

from __future__ import annotations

from simulator.engine.story import Story, lazily
from simulator.learners.settings import MOST_STEPS
from simulator.stories.picture_starts.captions import captions_of
from simulator.stories.picture_starts.frame import StartsFrame
from simulator.stories.picture_starts.names import STORY_METHODS, STYLES, SUBJECTS
from simulator.stories.picture_starts.settings import StartsSettings

STORY = Story(
    name="picture_starts",
    title="A good start for pictures",
    about="Starts from which a few gradient steps tell new classes of pictures apart.",
    settings=StartsSettings,
    frame=StartsFrame,
    captions=captions_of,
    load=lazily("simulator.stories.picture_starts.simulation:StartsSimulation"),
    goals={
        "accuracy": "most",
        **{f"accuracy_{step}": "most" for step in range(MOST_STEPS + 1)},
        **dict.fromkeys(("loss", "ci"), "least"),
    },
    subjects=SUBJECTS,
    methods=STORY_METHODS,
    styles=STYLES,
)
