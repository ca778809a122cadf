"""Defines the settings of the landscapes story: tasks with one or two parameters, so that the loss can be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import EngineKind, engine_setting
from metascope.simulator.engine.settings import Conflict, Settings, Shapes, rules_for, setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners.settings import clip_setting, epsilon_setting
from metascope.simulator.stories.landscapes.names import METHODS

Row = tuple[float, ...]
FARTHEST_START = 1e6
SURFACE_LIMIT = 20_000_000  # evaluations of a task's gradient for one picture: about a second


class LandscapesSettings(Settings):
    """Settings of the landscapes story: tasks, learning rates and the range that is drawn."""

    dimension: Literal[1, 2] = setting(1, "Dimension", help="Coordinates of a start φ", symbol="d", group="Tasks")
    family: Literal["lecture", "quadratics", "wells", "mixtures"] = setting(
        "lecture",
        "Task family",
        help="lecture: two curves of Lee's lecture; quadratics: bowls; wells: two per bowl; mixtures: random wells",
        group="Tasks",
    )
    tasks: int = setting(
        2, "Tasks", help="Tasks per meta-step; their losses are summed", symbol="N", group="Tasks", low=1, high=16
    )
    sampled: bool = setting(
        False,
        "New tasks each meta-step",
        help="Draw new tasks at each meta-step and meta-test on unseen ones",
        group="Tasks",
    )
    test_tasks: int = setting(
        64,
        "Unseen tasks",
        help="Held-out tasks in the meta-test",
        group="Tasks",
        low=4,
        high=256,
        only_for={"sampled": [True]},
    )
    test_every: int = setting(
        10,
        "Meta-test every",
        help="Meta-steps between meta-tests",
        unit="meta-steps",
        group="Tasks",
        low=1,
        high=1000,
        only_for={"sampled": [True]},
    )
    curvatures: tuple[Row, ...] = setting(
        (),
        "Curvatures",
        help="Quadratics only, one row per task: a (1-D), or a1, a2 and the angle in degrees (2-D); empty: random",
        symbol="a",
        group="Tasks",
    )
    positions: tuple[Row, ...] = setting(
        (),
        "Optima",
        help="Position of each task's optimum, one row per task; empty: the family's own",
        symbol="c",
        group="Tasks",
        live=True,
    )
    start: Row = setting(
        (0.6,), "Start", help="Where every method starts, one number per dimension", symbol="φ⁰", live=True
    )
    starts: int = setting(
        1, "Parallel starts", help="Starts trained in parallel, the others spread evenly over the range", low=1, high=32
    )
    inner_steps: int = setting(
        20, "Inner steps", help="Gradient steps when adapting to a task", symbol="k", live=True, low=0, high=50
    )
    inner_rate: float = setting(
        0.5, "Inner learning rate", help="Step size of the inner steps", symbol="α", live=True, low=0.0, high=10.0
    )
    outer_optimizer: Literal["adam", "sgd"] = setting(
        "adam", "Outer optimizer", help="Moves φ by the meta-gradient; Reptile has its own rule"
    )
    outer_rate: float = setting(
        0.02, "Outer learning rate", help="Step size of the outer optimizer", symbol="β", live=True, low=0.0, high=10.0
    )
    epsilon: float = epsilon_setting(0.1, help="Fraction of the way from φ to the mean adapted θ", group="Training")
    clip: float = clip_setting(help="Largest norm of a meta-gradient, which explodes near a barrier")
    noise: float = setting(
        0.0,
        "Gradient noise",
        help="Standard deviation of the minibatch noise in each gradient; support and query noise are independent",
        symbol="σ",
        live=True,
        low=0.0,
        high=10.0,
    )
    low: float = setting(
        -3.5, "Range from", help="Lower end of the range that is drawn", group="Picture", low=-100.0, high=100.0
    )
    high: float = setting(
        3.5, "Range to", help="Upper end of the range that is drawn", group="Picture", low=-100.0, high=100.0
    )
    engine: EngineKind = engine_setting()

    @property
    @override
    def is_random(self) -> bool:
        """Whether the seed decides anything: noise, or tasks that are drawn."""
        fixed = self.family in ("lecture", "wells") or bool(self.curvatures and self.positions)
        return bool(self.noise) or self.sampled or not fixed

    @property
    @override
    def weight_shapes(self) -> Shapes:
        return {f"{key}.phi": (self.starts, self.dimension) for key in METHODS}

    @property
    def grid(self) -> int:
        """Grid points per axis of a finished picture."""
        return 401 if self.dimension == 1 else 128


@rules_for(LandscapesSettings)
def _conflicts(settings: LandscapesSettings) -> Iterator[Conflict]:
    yield from _of_family(settings)
    yield from _of_places(settings)
    yield from _misshapen(settings, "positions", settings.positions, settings.dimension)
    yield from _misshapen(settings, "curvatures", settings.curvatures, 1 if settings.dimension == 1 else 3)
    yield from _of_work(settings)


def _of_family(settings: LandscapesSettings) -> Iterator[Conflict]:
    family, dimension = settings.family, settings.dimension
    if family == "lecture" and dimension != 1:
        yield "dimension", say("must be 1 for the two curves of the lecture, not {got}", got=dimension)
    if family == "lecture" and settings.tasks != 2:
        yield "tasks", say("must be 2 for the two curves of the lecture, not {got}", got=settings.tasks)
    if family == "wells" and dimension != 2:
        yield "dimension", say("must be 2 for wells in a bowl, not {got}", got=dimension)
    if settings.sampled and family in ("lecture", "wells"):
        yield "sampled", say("needs the family quadratics or mixtures, not {got}", got=family)
    if settings.sampled and (settings.positions or settings.curvatures):
        yield "sampled", say("must be false when curvatures or optima are given")
    if settings.curvatures and family != "quadratics":
        yield "curvatures", say("must be empty unless the family is quadratics, not {family}", family=family)


def _of_places(settings: LandscapesSettings) -> Iterator[Conflict]:
    low, high, start = settings.low, settings.high, settings.start
    if low >= high:
        yield "low", say("must be less than the upper end {high}, not {low}", high=high, low=low)
    if len(start) != settings.dimension:
        yield "start", say("must have one number per dimension ({d}), not {got}", d=settings.dimension, got=len(start))
    if any(abs(number) > FARTHEST_START for number in start):
        yield "start", say("must lie between -{limit:.0f} and {limit:.0f}", limit=FARTHEST_START)
    if any(curvature <= 0 for row in settings.curvatures for curvature in row[:2]):
        yield "curvatures", say("must be above 0, or the loss has no minimum")


def _misshapen(settings: LandscapesSettings, where: str, rows: tuple[Row, ...], width: int) -> Iterator[Conflict]:
    if rows and len(rows) != settings.tasks:
        tasks, got = settings.tasks, len(rows)
        yield where, say("must have one row for each of the {tasks} tasks, not {got}", tasks=tasks, got=got)
    if any(len(row) != width for row in rows):
        yield where, say("must have {width} numbers in each row", width=width)
    if any(abs(number) > 1000 for row in rows for number in row):
        yield where, say("must lie between -1000 and 1000")


def _of_work(settings: LandscapesSettings) -> Iterator[Conflict]:
    points, steps = settings.grid**settings.dimension, settings.inner_steps + 1
    tasks = settings.test_tasks if settings.sampled else settings.tasks
    work = points * tasks * steps
    if work > SURFACE_LIMIT:
        values = {"points": points, "tasks": tasks, "steps": steps, "work": work, "limit": SURFACE_LIMIT}
        values["most"] = SURFACE_LIMIT // (points * tasks) - 1
        yield (
            "inner_steps",
            say(
                "the surface after adaptation needs {points} points x {tasks} tasks x {steps} steps"
                " = {work:.2g} gradients, over the limit of {limit:.0e}; use at most {most} inner steps",
                **values,
            ),
        )
