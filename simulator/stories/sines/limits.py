"""Checks the rules between the settings of the sine waves story, among them limits on memory and work."""

from __future__ import annotations

from collections.abc import Iterator

from metascope.simulator.engine.settings import Conflict, rules_for
from metascope.simulator.engine.text import say
from metascope.simulator.stories.sines.names import ORACLE, REACH, REPTILE, SCRATCH
from metascope.simulator.stories.sines.settings import SinesSettings

MOST_POINTS = 50  # drawn by a person
HIGHEST = 20.0  # |y| of a drawn point
KEPT_LIMIT = 100_000_000  # numbers that an update or a measurement keeps: about half a gigabyte
WORK_LIMIT = 3e12  # multiplications per meta-step: about a minute on one core


@rules_for(SinesSettings)
def conflicts(settings: SinesSettings) -> Iterator[Conflict]:
    """Yield every conflict between the settings."""
    if not settings.methods:
        yield "maml", say("must be true unless another method is: enable at least one method")
        return
    yield from _of_points(settings)
    yield from _of_memory(settings)
    yield from _of_work(settings)


def _of_points(settings: SinesSettings) -> Iterator[Conflict]:
    rows = settings.points
    if len(rows) > MOST_POINTS:
        yield "points", say("must be at most {most} points, not {got}", most=MOST_POINTS, got=len(rows))
    if any(len(row) != 2 for row in rows):
        yield "points", say("must have two numbers in each row, x and y")
    elif any(abs(x) > REACH or abs(y) > HIGHEST for x, y in rows):
        text = "must lie between -{x:.0f} and {x:.0f} along x, and between -{y:.0f} and {y:.0f} along y"
        yield "points", say(text, x=REACH, y=HIGHEST)
    if settings.shown >= settings.test_tasks:
        text = "must be less than {tasks}, the number of held-out waves (counted from 0), not {got}"
        yield "shown", say(text, tasks=settings.test_tasks, got=settings.shown)
    if settings.reptile and settings.reptile_batch > settings.reptile_points:
        text = "must be at most the {points} points of a wave, not {got}"
        yield "reptile_batch", say(text, points=settings.reptile_points, got=settings.reptile_batch)


def _of_memory(settings: SinesSettings) -> Iterator[Conflict]:
    n, learners = settings.parameters, sum(name not in (SCRATCH, ORACLE) for name in settings.methods)
    kept = settings.kept
    if kept > KEPT_LIMIT:
        yield (
            "tasks",
            say(
                "{tasks} waves with {steps} inner steps of {learners} methods' networks of {n} parameters need"
                " {kept:.2g} numbers, over the limit of {limit:.0e}; use at most {most} waves",
                tasks=settings.tasks,
                steps=settings.inner_steps,
                learners=learners,
                n=n,
                kept=kept,
                limit=KEPT_LIMIT,
                most=KEPT_LIMIT // (kept // settings.tasks),
            ),
        )
    tested = settings.tested
    if tested > KEPT_LIMIT:
        yield (
            "test_tasks",
            say(
                "{tasks} held-out waves with networks of {n} parameters of {methods} methods need {kept:.2g} numbers,"
                " over the limit of {limit:.0e}; use at most {most} waves",
                tasks=settings.test_tasks,
                n=n,
                methods=len(settings.methods),
                kept=tested,
                limit=KEPT_LIMIT,
                most=KEPT_LIMIT // (n * len(settings.methods)),
            ),
        )


def _of_work(settings: SinesSettings) -> Iterator[Conflict]:
    n, points = settings.parameters, settings.shots + settings.queries
    passes = 6 * settings.tasks * points * n * (settings.inner_steps + 1)  # forth and back, and the tangent's way
    each = passes * sum(name not in (SCRATCH, ORACLE, REPTILE) for name in settings.methods)
    if settings.reptile:
        each += 3 * settings.reptile_tasks * settings.reptile_batch * settings.reptile_steps * n
    if settings.updates * each > WORK_LIMIT:
        yield (
            "updates",
            say(
                "{updates} updates with {tasks} waves of {points} points, {steps} inner steps and {n}"
                " parameters take {work:.2g} multiplications, over the limit of {limit:.0e}; use at most {most}",
                updates=settings.updates,
                tasks=settings.tasks,
                points=points,
                steps=settings.inner_steps,
                n=n,
                work=settings.updates * each,
                limit=WORK_LIMIT,
                most=max(1, int(WORK_LIMIT // each)),
            ),
        )
