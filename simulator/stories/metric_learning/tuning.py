"""Chooses at which rate and how often fine-tuning updates, by validation classes, and keeps the choice in a state."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.baselines.finetuning import NewClasses
from metascope.simulator.learners.metric.learner import by_class
from metascope.simulator.stories.metric_learning.frame import Plan
from metascope.simulator.stories.metric_learning.networks import Base, finetuning_of
from metascope.simulator.stories.metric_learning.settings import FINETUNING_STEPS, TRIED_STEPS, MetricSettings
from metascope.simulator.tasks.episodes import EpisodeTask

RATES = (0.1, 0.03, 0.01, 0.003)  # to choose from
EPISODES = 8  # of validation classes
_STREAM = 4  # of random numbers


def plan_of(
    settings: MetricSettings,
    weights: Mapping[str, Tensor],
    base: Base,
    validation: EpisodeTask,
    engine: Engine = "reference",
) -> Plan:
    """Return the rate and the steps of the settings; where one is 0, the best of those tried on validation episodes.

    Args:
        settings: of the run.
        weights: of the classifier, which is fine-tuned.
        base: the classes that it knows.
        validation: draws episodes of classes that are not trained on, nor measured where a run is judged on others.
        engine: by which pictures are embedded.
    """
    rate, steps = settings.finetuning_rate, settings.finetuning_steps
    if not settings.tunes:
        return unchosen(settings)
    episodes = _episodes(settings, validation, next(iter(weights.values())).device)
    tried = finetuning_of(settings, base, Plan(rate=rate, steps=steps or TRIED_STEPS), engine)
    found = tried.tune(weights, episodes, (rate,) if rate else RATES, steps or 1)
    course = found.accuracy[found.rates.index(found.rate)].tolist()
    chosen = "steps" if rate else "rate" if steps else "both"
    return Plan(rate=found.rate, steps=found.steps, chosen=chosen, validation=tuple(course))  # type: ignore[arg-type]


def unchosen(settings: MetricSettings) -> Plan:
    """Return a plan before anything is chosen, or where nothing is fine-tuned."""
    return Plan(rate=settings.finetuning_rate, steps=settings.finetuning_steps or TRIED_STEPS)


def kept(plan: Plan) -> list[object]:
    """Return what JSON holds of a plan beside its rate."""
    return [plan.steps, plan.chosen, list(plan.validation)]


def read(rate: float, found: Sequence[object], settings: MetricSettings) -> Plan:
    """Return the plan of which a state has the rate and what `kept` returned; a state of an earlier version has none.

    Raises:
        ValueError: it is no plan.
    """
    if not found:
        return Plan(rate=rate, steps=unchosen(settings).steps)
    steps, chosen, course = found
    if isinstance(steps, int) and 1 <= steps <= FINETUNING_STEPS and isinstance(course, list) and math.isfinite(rate):
        validation = tuple(one for one in course if isinstance(one, float))
        known = chosen == "" or (chosen in ("rate", "steps", "both") and len(validation) > steps)
        if known and len(validation) == len(course):
            return Plan(rate=rate, steps=steps, chosen=chosen, validation=validation)  # type: ignore[arg-type]
    raise ValueError("the choice of fine-tuning's rate and steps is damaged")


def _episodes(settings: MetricSettings, task: EpisodeTask, device: torch.device) -> list[NewClasses]:
    """Return the episodes by which is chosen: the same ones each time."""
    drawn, found = task.draw(EPISODES, generator(settings.seed, _STREAM)), []
    for support, query in zip(drawn.support, drawn.query, strict=True):
        known, asked = (task.pixels(rows.flatten()).to(device) for rows in (support, query))
        labels, wanted = (by_class(1, rows.shape[0], rows.shape[1], known)[0] for rows in (support, query))
        found.append(NewClasses(known, labels, asked, wanted, settings.ways))
    return found
