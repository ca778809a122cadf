"""Makes the network and the starts that the settings describe, and teaches the starts, all on the same episodes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast, final

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners.picture_maml import compiled, fast
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron, Weights
from metascope.simulator.learners.picture_maml.plan import Engine as Learner
from metascope.simulator.learners.picture_maml.plan import Kind, Lesson, Plan, Tasks, mean_rate, parted
from metascope.simulator.learners.picture_maml.training import MetaTraining, minibatches
from metascope.simulator.stories.picture_starts.names import META_SGD, METHOD_NAMES, REPTILE
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.tasks.episodes import EpisodeTask

_INITIAL, _RATES, _MINIBATCHES = 10, 11, 12  # streams of random numbers


def network_of(settings: StartsSettings) -> Network:
    """Return the sizes of the network that adapts."""
    if settings.network == "layers":
        return Perceptron(settings.side, settings.units, settings.ways)
    how = settings.shrinking, settings.reading
    return Convolutional(settings.side, settings.width, settings.blocks, settings.ways, *how)


def kind_of(method: str) -> Kind:
    """Return the learner of a method: they have the same names."""
    return cast("Kind", method)


def plan_of(settings: StartsSettings, method: str, steps: int) -> Plan:
    """Return how a method adapts by so many steps; Meta-SGD's rates are its own."""
    if method == REPTILE:
        return Plan(steps, settings.reptile_rate, settings.statistics)
    rate = mean_rate(settings.inner_rate, settings.rate_of, settings.ways, settings.shots)
    return Plan(steps, rate, settings.statistics)


def rate_of(settings: StartsSettings, method: str, weights: Mapping[str, Tensor]) -> float:
    """Return a method's rate of the mean loss; of learned ones the mean."""
    if method != META_SGD:
        return plan_of(settings, method, 0).rate
    rates = parted(dict(weights))[1]
    return float(torch.cat([rate.flatten() for rate in rates.values()]).mean())


def learner_of(engine: Engine) -> Learner:
    """Return what computes lessons and walks."""
    return compiled if engine == "compiled" else fast


def begun(settings: StartsSettings, network: Network, device: torch.device, engine: Engine) -> dict[str, MetaTraining]:
    """Return the training of every method, all from the same initial weights."""
    start = network.initial(generator(settings.seed, _INITIAL))
    found = {}
    for method in settings.methods:
        drawn = method == META_SGD and settings.meta_sgd_start == "drawn"
        rates = generator(settings.seed, _RATES) if drawn else plan_of(settings, method, 0).rate
        interpolated = method == REPTILE and settings.reptile_rule == "interpolation"
        found[method] = MetaTraining(
            network,
            kind_of(method),
            start,
            rates=rates,
            rule="sgd" if interpolated else "adam" if method == REPTILE else settings.outer_optimizer,
            largest=None if interpolated else settings.clip,
            device=device,
            engine=learner_of(engine),
        )
    return found


@final
class Teacher:
    """Teaches every start.

    Args:
        task: draws training episodes.
        device: of the starts.
    """

    def __init__(self, task: EpisodeTask, device: torch.device) -> None:
        self._task, self._device = task, device

    def teach(
        self, starts: Mapping[str, MetaTraining], settings: StartsSettings, step: int, draws: Generator
    ) -> dict[str, float]:
        """Do the updates of a meta-step, and return each method's mean loss before them.

        Args:
            starts: to be taught, by method.
            settings: as they are now.
            step: meta-steps done.
            draws: of the episodes; Reptile's minibatches depend on seed and step alone.

        Raises:
            Diverged: a loss is NaN or infinite; starts have changed.
        """
        own, total = generator(settings.seed, _MINIBATCHES, step), dict.fromkeys(starts, 0.0)
        for _ in range(settings.updates):
            episodes = self._task.draw(settings.tasks, draws)
            pictures = (self._task.pixels(rows).to(self._device) for rows in (episodes.support, episodes.query))
            tasks = Tasks.of_episodes(*pictures)
            for method, start in starts.items():
                loss = float(_taught(start, settings, method, tasks, own).loss)
                if not math.isfinite(loss):
                    raise Diverged(reason(settings, method))
                total[method] += loss / settings.updates
        return total


def _taught(training: MetaTraining, settings: StartsSettings, method: str, tasks: Tasks, own: Generator) -> Lesson:
    if method != REPTILE:
        return training.step(tasks, plan_of(settings, method, settings.inner_steps), settings.outer_rate)
    steps, each = settings.reptile_steps, settings.reptile_batch
    order = minibatches(tasks.count, settings.episode, steps, each, own).to(tasks.support.labels.device)
    rate = settings.epsilon if settings.reptile_rule == "interpolation" else settings.outer_rate
    return training.step(tasks, plan_of(settings, method, steps), rate, order)


def reason(settings: StartsSettings, method: str) -> Message:
    """Return why a method cannot continue, with its rates."""
    if method == REPTILE and settings.reptile_rule == "interpolation":
        text = "{method} became NaN or infinite with inner rate α = {alpha:.3g} and step size ε = {rate:.3g}"
        return say(text, method=METHOD_NAMES[method], alpha=settings.reptile_rate, rate=settings.epsilon)
    text = "{method} became NaN or infinite with inner rate α = {alpha:.3g} and outer rate β = {rate:.3g}"
    alpha = settings.reptile_rate if method == REPTILE else settings.inner_rate
    return say(text, method=METHOD_NAMES[method], alpha=alpha, rate=settings.outer_rate)


def frozen_rates(network: Network, weights: Weights, plan: Plan, adapting: frozenset[str]) -> Weights:
    """Return a start with rates by weight, such that `walk` of Meta-SGD moves some layers alone.

    Args:
        network: the sizes.
        weights: a start, Meta-SGD's with its rates.
        plan: with the rate of a start without rates of its own.
        adapting: names of the layers that move, such as "block1" or "head".
    """
    start, learned = parted(weights)
    found = dict(start)
    for name, weight in start.items():
        own = learned.get(name, torch.full_like(weight, plan.rate))
        found[f"rate.{name}"] = own if name.partition(".")[0] in adapting else torch.zeros_like(weight)
    return found


def layer_names(network: Network) -> tuple[str, ...]:
    """Return the names of the layers, (L,): blocks or layers of units, and the head."""
    return (*network.names, "head")
