"""Declares the metric learning story: a handful of examples, and methods that learn to compare with them."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.episodes.names import STYLES
from metascope.simulator.stories.metric_learning.captions import baseline_of, captions_of
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import STORY_METHODS, SUBJECTS
from metascope.simulator.stories.metric_learning.settings import MetricSettings

STORY = Story(
    name="metric_learning",
    title="Comparing examples",
    about="A handful of examples, and methods that learn to compare new pictures with them.",
    settings=MetricSettings,
    frame=MetricFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.metric_learning.simulation:MetricSimulation"),
    goals={
        **dict.fromkeys(("accuracy", "base_before", "base_after"), "most"),
        **dict.fromkeys(("loss", "ci"), "least"),
    },
    subjects=SUBJECTS,
    methods=STORY_METHODS,
    styles=STYLES,
    baseline=baseline_of,
)
