"""Declares the Meta Networks story: what an episode is lies in fast weights, made of its gradients and kept by keys."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.meta_networks.captions import baseline_of, captions_of
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import STORY_METHODS, STYLES, SUBJECTS
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings

STORY = Story(
    name="meta_networks",
    title="Fast weights",
    about="The gradients of an episode become weights that answer for this episode alone.",
    settings=MetaNetSettings,
    frame=MetaNetFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.meta_networks.simulation:MetaNetSimulation"),
    goals={"accuracy": "most", "loss": "least", "ci": "least"},
    subjects=SUBJECTS,
    methods=STORY_METHODS,
    styles=STYLES,
    baseline=baseline_of,
)
