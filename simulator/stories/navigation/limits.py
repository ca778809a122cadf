"""Checks the rules between the settings of the navigation story, among them the limit on work."""

from __future__ import annotations

from collections.abc import Iterator

from metascope.simulator.engine.settings import Conflict, rules_for
from metascope.simulator.engine.text import say
from metascope.simulator.stories.navigation.names import ESTIMATES, FARTHEST, MAML, MOST_GOALS, REPTILE, RL2, SCRATCH
from metascope.simulator.stories.navigation.settings import NavigationSettings

WORK_LIMIT = 1e10  # activations that a meta-step may compute, at most


@rules_for(NavigationSettings)
def conflicts(settings: NavigationSettings) -> Iterator[Conflict]:
    """Yield every conflict between the settings."""
    if not settings.methods:
        yield "maml", say("must be on where all other methods are off: one must take part")
    rows = settings.goals
    if not 1 <= len(rows) <= MOST_GOALS:
        yield "goals", say("must be 1 to {most} goals, not {got}", most=MOST_GOALS, got=len(rows))
    if any(len(row) != 2 for row in rows):
        yield "goals", say("must have two numbers in each row, x and y")
    elif any(abs(x) > FARTHEST or abs(y) > FARTHEST for x, y in rows):
        yield "goals", say("must lie in the plane, between -{reach:.0f} and {reach:.0f} along x and y", reach=FARTHEST)
    if settings.maml and settings.estimator == "exact":
        if settings.ends:
            yield "ends", say("must be off where the meta-gradient is exact: an episode's end is a jump")
        if settings.rule != "adam":
            yield "rule", say("must be adam where the meta-gradient is exact, not {got}", got=settings.rule)
    yield from _too_much(settings)


def _too_much(settings: NavigationSettings) -> Iterator[Conflict]:
    """Yield what to do with less of, where a meta-step computes too much, and how much would fit."""
    each, draw = _work(settings), _draw_work(settings)
    draws = settings.draws if draw else 0
    if (work := settings.updates * each + draws * draw) <= WORK_LIMIT:
        return
    walks = {"tasks": settings.tasks, "paths": settings.paths, "horizon": settings.horizon, "limit": WORK_LIMIT}
    if (most := int((WORK_LIMIT - draws * draw) // each) if each else 0) >= 1:
        text = (
            "{updates} updates on {tasks} goals with {paths} paths of {horizon} steps compute about {work:.2g} numbers"
            " in a meta-step, over the limit of {limit:.0e}; use at most {most} updates"
        )
        yield "updates", say(text, updates=settings.updates, work=work, most=most, **walks)
        return
    work = each + draws * draw
    if draw and (most := int((WORK_LIMIT - each) // draw)) >= 1:
        text = (
            "even one update on {tasks} goals with {paths} paths of {horizon} steps, and {draws} draws of every"
            " estimator, compute about {work:.2g} numbers, over the limit of {limit:.0e}; one with at most {most} draws"
            " would fit"
        )
        yield "draws", say(text, draws=draws, work=work, most=most, **walks)
        return
    pairs = int(settings.tasks * settings.paths * WORK_LIMIT / (each + draw))
    goals = max(min(settings.tasks, pairs // 2), 1)
    text = (
        "even one update on {tasks} goals with {paths} paths of {horizon} steps computes about {work:.2g} numbers, over"
        " the limit of {limit:.0e}; one on {goals} goals with {fewer} paths would fit"
    )
    yield "paths", say(text, work=each + draw, goals=goals, fewer=pairs // goals, **walks)


def _work(settings: NavigationSettings) -> float:
    """Return about how many activations an update computes."""
    learners = [key for key in settings.methods if key not in (SCRATCH, RL2)]
    products = settings.directions * 4 if settings.rule == "trpo" else settings.epochs if settings.rule == "ppo" else 1
    passes = 0
    for key in learners:
        inner = {MAML: settings.inner_steps, REPTILE: settings.reptile_steps}.get(key, 0)
        exactly = key == MAML and settings.estimator == "exact"  # autograd goes through the walks, too
        passes += (inner + 1) * (3 if key == REPTILE else 12 if exactly else 6 * products)
    remembered = 6 * settings.memory * settings.episodes * (settings.trial_epochs + 1) if settings.rl2 else 0
    return _steps(settings) * (sum(settings.hidden) * passes + remembered)


def _draw_work(settings: NavigationSettings) -> float:
    """Return about how many activations one draw of every estimator computes; 0 where none is compared."""
    if not (settings.compare and settings.maml):
        return 0.0
    passes = 5 * len(ESTIMATES) * (settings.inner_steps + 1)  # four times an update of Adam, by processor time
    return _steps(settings) * sum(settings.hidden) * passes


def _steps(settings: NavigationSettings) -> float:
    """Return of how many steps walks are made that are as many as one inner step has."""
    return float(settings.tasks * settings.paths * settings.horizon)
