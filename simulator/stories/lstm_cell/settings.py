"""Settings of the story of the LSTM cell: its tasks, its steps and its training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from simulator.engine.settings import Conflict, Settings, rules_for, setting
from simulator.engine.text import say
from simulator.stories.lstm_cell.names import TASK_LETTERS

Row = tuple[float, ...]


class CellSettings(Settings):
    """Which tasks, how many steps, and how the cells are trained. Rules between settings are checked together."""

    dimension: Literal[1, 2] = setting(
        1,
        "Dimension",
        help="Numbers in theta; the LSTM has a memory cell for each, and every gate sees all of them",
        symbol="d",
        group="Tasks",
    )
    family: Literal["lecture", "quadratics", "wells", "mixtures"] = setting(
        "quadratics",
        "Task family",
        help="lecture: Lee's pair of curves; wells: two wells in a bowl; quadratics, mixtures: new ones each meta-step",
        group="Tasks",
    )
    tasks: int = setting(4, "Tasks", help="Tasks of one meta-step", symbol="N", group="Tasks", low=1, high=8)
    shown: Literal["A", "B", "C", "D", "E", "F", "G", "H"] = setting(
        "A",
        "Task shown",
        help="On which task the cells are watched; no drawn task is trained on",
        group="Tasks",
        live=True,
    )
    start: Row = setting(
        (2.5,),
        "Start",
        help="Where the shown course begins, one number a dimension",
        symbol="θ⁰",
        group="Tasks",
        live=True,
    )
    time_steps: int = setting(
        8, "Time steps", help="Steps of the cell on one task", symbol="T", group="Cell", low=1, high=40
    )
    eta: float = setting(
        0.1,
        "Learning rate",
        help="What is put for the input gate in the last substitution",
        symbol="η",
        group="Cell",
        live=True,
        low=0.0,
        high=10.0,
    )
    objective: Literal["mean", "last"] = setting(
        "mean", "Objective", help="What training lowers: the mean loss over the steps, or the last step's"
    )
    starts: int = setting(
        16, "Starts a task", help="Random starts on each task in a meta-step", symbol="S", low=1, high=64
    )
    meta_rate: float = setting(
        0.02, "Meta learning rate", help="Adam's step size for the cells' weights", live=True, low=0.0, high=1.0
    )
    clip: float = setting(
        1.0, "Gradient clip", help="Largest norm of a cell's meta-gradient", low=0.001, high=1e6, logarithmic=True
    )
    low: float = setting(
        -3.5, "Range from", help="Left end of starts, guesses and pictures", group="Picture", low=-100.0, high=100.0
    )
    high: float = setting(
        3.5, "Range to", help="Right end of starts, guesses and pictures", group="Picture", low=-100.0, high=100.0
    )

    @property
    def grid(self) -> int:
        """Points along an axis of the pictures."""
        return 401 if self.dimension == 1 else 96

    @property
    def shown_index(self) -> int:
        """Which of the tasks is shown."""
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
        yield "dimension", say("must be 1 for the lecture's pair of curves, not {got}", got=dimension)
    if family == "lecture" and settings.tasks != 2:
        yield "tasks", say("must be 2 for the lecture's pair of curves, not {got}", got=settings.tasks)
    if family == "wells" and dimension != 2:
        yield "dimension", say("must be 2 for wells in a bowl, not {got}", got=dimension)
    if settings.shown_index >= settings.tasks:
        letters = ", ".join(TASK_LETTERS[: settings.tasks])
        yield "shown", say("must be one of the tasks {letters}, not {got}", letters=letters, got=settings.shown)
    if low >= high:
        yield "low", say("must be less than the range's right end {high}, not {low}", high=high, low=low)
    if len(start) != dimension:
        yield "start", say("must have one number a dimension, {d}, not {got}", d=dimension, got=len(start))
    if any(not low <= number <= high for number in start):
        got = ", ".join(f"{number:g}" for number in start)
        yield "start", say("must lie in the range from {low} to {high}, not {got}", low=low, high=high, got=got)
