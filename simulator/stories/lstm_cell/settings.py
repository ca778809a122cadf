"""Defines the settings of the LSTM cell story: its tasks, time steps and training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import EngineKind, engine_setting
from metascope.simulator.engine.settings import Conflict, Settings, Shapes, rules_for, setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners.settings import clip_setting
from metascope.simulator.stories.lstm_cell.names import LEARNED, TASK_LETTERS

Row = tuple[float, ...]


class CellSettings(Settings):
    """Settings of the LSTM cell story: tasks, time steps and how the cells are trained."""

    dimension: Literal[1, 2] = setting(
        1,
        "Dimension",
        help="Coordinates of θ; the LSTM has one memory cell for each, and every gate sees all of them",
        symbol="d",
        group="Tasks",
    )
    family: Literal["lecture", "quadratics", "wells", "mixtures"] = setting(
        "quadratics",
        "Task family",
        help="lecture: two curves of Lee's lecture; wells: two per bowl; quadratics, mixtures: new each meta-step",
        group="Tasks",
    )
    tasks: int = setting(4, "Tasks", help="Tasks per meta-step", symbol="N", group="Tasks", low=1, high=8)
    shown: Literal["A", "B", "C", "D", "E", "F", "G", "H"] = setting(
        "A",
        "Task shown",
        help="Task on which the cells are shown; where tasks are drawn, it is never trained on",
        group="Tasks",
        live=True,
    )
    start: Row = setting(
        (2.5,),
        "Start",
        help="Where the shown trajectory starts, one number per dimension",
        symbol="θ⁰",
        group="Tasks",
        live=True,
    )
    time_steps: int = setting(
        8, "Time steps", help="Time steps of the cell on one task", symbol="T", group="Cell", low=1, high=40
    )
    eta: float = setting(
        0.1,
        "Learning rate",
        help="Value of the input gate after the last substitution",
        symbol="η",
        group="Cell",
        live=True,
        low=0.0,
        high=10.0,
    )
    objective: Literal["mean", "last"] = setting(
        "mean", "Objective", help="What training minimizes: the mean loss over the time steps, or the last one's"
    )
    starts: int = setting(
        16, "Starts per task", help="Random starts on each task in a meta-step", symbol="S", low=1, high=64
    )
    meta_rate: float = setting(
        0.02, "Meta learning rate", help="Adam's step size for the cells' weights", live=True, low=0.0, high=1.0
    )
    clip: float = clip_setting(1.0, help="Largest norm of a cell's meta-gradient")
    low: float = setting(
        -3.5, "Range from", help="Lower end of starts, guesses and pictures", group="Picture", low=-100.0, high=100.0
    )
    high: float = setting(
        3.5, "Range to", help="Upper end of starts, guesses and pictures", group="Picture", low=-100.0, high=100.0
    )

    engine: EngineKind = engine_setting()

    @property
    @override
    def weight_shapes(self) -> Shapes:
        d = self.dimension
        sizes = {key: (d, d + 1 if key == "y" else 2 * d + 2) for key in ("z", "z_i", "z_f", "z_o", "y")}
        return {f"{cell}.{part}": sizes[part] for cell, parts in LEARNED.items() for part in parts}

    @property
    def grid(self) -> int:
        """Grid points per axis of the pictures."""
        return 401 if self.dimension == 1 else 96

    @property
    def shown_index(self) -> int:
        """Index of the shown task."""
        return TASK_LETTERS.index(self.shown)


@rules_for(CellSettings)
def _conflicts(settings: CellSettings) -> Iterator[Conflict]:
    family, dimension, low, high, start = (
        settings.family,
        settings.dimension,
        settings.low,
        settings.high,
        settings.start,
    )
    if family == "lecture" and dimension != 1:
        yield "dimension", say("must be 1 for the two curves of the lecture, not {got}", got=dimension)
    if family == "lecture" and settings.tasks != 2:
        yield "tasks", say("must be 2 for the two curves of the lecture, not {got}", got=settings.tasks)
    if family == "wells" and dimension != 2:
        yield "dimension", say("must be 2 for wells in a bowl, not {got}", got=dimension)
    if settings.shown_index >= settings.tasks:
        letters = ", ".join(TASK_LETTERS[: settings.tasks])
        yield "shown", say("must be one of the tasks {letters}, not {got}", letters=letters, got=settings.shown)
    if low >= high:
        yield "low", say("must be less than the upper end {high}, not {low}", high=high, low=low)
    if len(start) != dimension:
        yield "start", say("must have one number per dimension ({d}), not {got}", d=dimension, got=len(start))
    if any(not low <= number <= high for number in start):
        got = ", ".join(f"{number:g}" for number in start)
        yield "start", say("must lie between {low} and {high}, not {got}", low=low, high=high, got=got)
