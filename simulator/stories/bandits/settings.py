"""Defines the settings of the bandit story: tasks, the policy's step, methods, training."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from metascope.simulator.engine.computing import EngineKind, engine_setting
from metascope.simulator.engine.settings import Conflict, Settings, Shapes, rules_for, setting
from metascope.simulator.engine.text import say
from metascope.simulator.stories.bandits.names import LETTERS, METHODS, REACH

Row = tuple[float, ...]
POINTS = 161  # of a curve over the start


class BanditSettings(Settings):
    """Settings of the bandit story."""

    looked_at = frozenset({"focus"})

    steps: int = setting(
        150,
        "Meta-steps",
        help="Meta-steps until the run finishes; each is one or several updates",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    updates: int = setting(
        5,
        "Updates per meta-step",
        help="Updates of every start in one meta-step, each on new tasks",
        group="Run",
        low=1,
        high=100,
        logarithmic=True,
    )

    payoffs: tuple[Row, ...] = setting(
        ((0.5, 1.0), (0.5, 0.2)),
        "Tasks",
        help="How often arm 1 and arm 2 pay on each task, from 0 to 1; all tasks are equally likely",
        group="Task",
        live=True,
    )
    pulls: int = setting(
        5, "Pulls", help="Pulls before the inner step, and as many after it", symbol="K", group="Task", low=1, high=12
    )

    first_order: bool = setting(
        True,
        "First order",
        help="Follows the gradient of the adapted policy, as if the step were no step",
        group="Methods",
    )
    surrogate: bool = setting(
        True, "Surrogate", help="Follows the gradient through the step, with its pulls as they are", group="Methods"
    )
    e_maml: bool = setting(
        True, "E-MAML", help="Also makes those pulls more likely that a good adaptation came from", group="Methods"
    )
    dice: bool = setting(True, "DiCE", help="Follows the gradient through the expected step", group="Methods")
    exact: bool = setting(True, "Exact", help="Counts every outcome: nothing is drawn", group="Methods")

    start: float = setting(
        -1.0,
        "Initial start",
        help="The logarithm of how much more likely arm 2 is than arm 1, before the first meta-step",
        symbol="φ",
        low=-REACH,
        high=REACH,
    )
    inner_rate: float = setting(
        8.0, "Inner learning rate", help="Step size of the inner step", symbol="α", live=True, low=0.0, high=20.0
    )
    baseline: float = setting(
        0.0,
        "Baseline",
        help="What a reward is compared with where actions are judged: 0 for none",
        symbol="b",
        live=True,
        low=0.0,
        high=1.0,
    )
    tasks: int = setting(200, "Meta-batch", help="Tasks per update", group="Training", low=1, high=500)
    outer_rate: float = setting(
        1.0,
        "Outer learning rate",
        help="Step size of a start's ascent",
        symbol="β",
        group="Training",
        live=True,
        low=1e-3,
        high=100.0,
        logarithmic=True,
    )
    learn: bool = setting(True, "Train", help="Off: every start stays fixed", group="Training", live=True)
    draws: int = setting(
        32,
        "Draws per meta-step",
        help="Estimates by each estimator in a meta-step, each on one task, at the initial start or where all starts"
        " were last dragged to",
        group="Estimators",
        low=1,
        high=64,
    )
    focus: int = setting(
        0,
        "Task in focus",
        help="The task of the pulls in the captions, counted from 0",
        group="Shown",
        live=True,
        low=0,
        high=len(LETTERS) - 1,
    )

    engine: EngineKind = engine_setting()

    @property
    def methods(self) -> tuple[str, ...]:
        """The keys of the methods that take part."""
        return tuple(key for key in METHODS if getattr(self, key.replace("-", "_")))

    @property
    def outcomes(self) -> int:
        """How many outcomes of an inner step differ."""
        return (self.pulls + 1) * (self.pulls + 2) * (self.pulls + 3) // 6

    @property
    @override
    def weight_shapes(self) -> Shapes:
        return {f"{key}.phi": () for key in self.methods}

    @property
    @override
    def working_bytes(self) -> int:
        return 8 * 24 * POINTS * len(self.payoffs) * self.outcomes


@rules_for(BanditSettings)
def _conflicts(settings: BanditSettings) -> Iterator[Conflict]:
    if not settings.methods:
        yield "surrogate", say("must be on where all other methods are off: one must take part")
    rows = settings.payoffs
    if not 1 <= len(rows) <= len(LETTERS):
        yield "payoffs", say("must be 1 to {most} tasks, not {got}", most=len(LETTERS), got=len(rows))
    if any(len(row) != 2 for row in rows):
        yield "payoffs", say("must have two numbers in each row, one for each arm")
    elif any(not 0 <= often <= 1 for row in rows for often in row):
        yield "payoffs", say("must lie between 0 and 1: how often an arm pays")
