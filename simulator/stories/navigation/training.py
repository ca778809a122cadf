"""Makes the starts that the settings describe, and teaches them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from torch import Generator

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import say
from metascope.simulator.learners.policy_gradient.plan import Plan, Trust
from metascope.simulator.learners.policy_gradient.recurrent import Recurrent, RecurrentTraining
from metascope.simulator.learners.policy_gradient.training import Kind, PolicyTraining, Report
from metascope.simulator.stories.navigation.adapting import Training, judging_of, plane_of, policy_of, trial_plan_of
from metascope.simulator.stories.navigation.names import (
    MAML,
    METHOD_NAMES,
    METHODS,
    ORACLE,
    PRETRAINING,
    REPTILE,
    RL2,
    SCRATCH,
)
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.tasks.navigation.plane import drawn_goals

_INITIAL, _WALKS, _ORACLE, _MEMORY = 10, 11, 12, 13  # streams of random numbers
_KINDS: Mapping[str, Kind] = {
    MAML: "maml",
    REPTILE: "reptile",
    PRETRAINING: "together",
    SCRATCH: "together",
    ORACLE: "together",
}


def begun(settings: NavigationSettings, engine: Engine = "reference") -> dict[str, Training]:
    """Return every method's start: the same initial policy, but for the oracle's inputs and the memory of RL²."""
    found = dict[str, Training]()
    for method in settings.methods:
        if method == RL2:
            remembering = Recurrent(settings.memory)
            initial = remembering.initial(generator(settings.seed, _MEMORY))
            found[method] = RecurrentTraining(remembering, initial)
            continue
        policy = policy_of(settings, method)
        start = policy.initial(generator(settings.seed, _ORACLE if method == ORACLE else _INITIAL))
        found[method] = PolicyTraining(policy, _KINDS[method], start, engine=engine)
    return found


def plan_of(settings: NavigationSettings, method: str) -> Plan:
    """Return how a method learns."""
    return Plan(
        steps=settings.reptile_steps if method == REPTILE else settings.inner_steps,
        rate=settings.inner_rate,
        paths=settings.paths,
        estimator=settings.estimator if method == MAML else "surrogate",
        judging=judging_of(settings),
        rule=settings.rule,
        trust=Trust(settings.divergence, settings.directions, clip=settings.clip, epochs=settings.epochs),
    )


def teach(
    starts: Mapping[str, Training], settings: NavigationSettings, step: int, draws: Generator
) -> dict[str, Report]:
    """Do the updates of a meta-step, all on the same goals; return each method's last report.

    Args:
        starts: to be taught, by method.
        settings: as they are now.
        step: meta-steps done.
        draws: of the goals; the noise of a method's walks depends on seed, method and step alone.

    Raises:
        Diverged: a return is NaN; starts have changed.
    """
    plane, found = plane_of(settings), dict[str, Report]()
    own = {key: generator(settings.seed, _WALKS, METHODS.index(key), step) for key in starts}
    for update in range(settings.updates):
        goals = drawn_goals(settings.family, settings.tasks, draws)
        halved = 0.5 ** ((step * settings.updates + update) // settings.halving)
        for method, start in starts.items():
            if method == SCRATCH:
                continue
            if isinstance(start, RecurrentTraining):
                rate = settings.trial_rate * halved
                report = start.update(plane, goals, trial_plan_of(settings), rate, own[method])
            else:
                beta = settings.epsilon if method == REPTILE else settings.outer_rate * halved
                report = start.update(plane, goals, plan_of(settings, method), beta, own[method])
            if not math.isfinite(report.after) or not bool(start.start.isfinite().all()):
                text = "{method} became NaN or infinite with inner rate α = {alpha:.3g}"
                if method == RL2:
                    text = "{method} became NaN or infinite"
                raise Diverged(say(text, method=METHOD_NAMES[method], alpha=settings.inner_rate))
            found[method] = report
    return found
