"""Counts what answering costs each method with 1 to 20 supports of each class."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.learners.baselines.neighbours import Pixels
from metascope.simulator.stories.metric_learning.frame import Cost, Plan
from metascope.simulator.stories.metric_learning.names import FINETUNING
from metascope.simulator.stories.metric_learning.networks import Base, finetuning_of, learner_of
from metascope.simulator.stories.metric_learning.settings import MetricSettings

SHOTS = range(1, 21)


def costs_of(settings: MetricSettings, base: Base, plan: Plan) -> dict[str, Cost]:
    """Return the cost of every method that takes part, fine-tuning by a plan, and of nearest neighbours on pixels."""
    found = {}
    for method in (*settings.methods, PIXELS):
        if method == FINETUNING:
            counted = [finetuning_of(settings, base, plan).cost(settings.ways, shots) for shots in SHOTS]
        elif method == PIXELS:
            counted = [Pixels(settings.side).cost(settings.ways, shots) for shots in SHOTS]
        else:
            learner = learner_of(settings, method, settings.shots)
            counted = [learner.cost(settings.ways, shots) for shots in SHOTS]
        found[method] = Cost(
            shots=frozen(np.array(SHOTS, np.int32)),
            stored=frozen(np.array([one.stored for one in counted], np.int64)),
            multiply_adds=frozen(np.array([one.multiply_adds for one in counted], np.int64)),
        )
    return found
