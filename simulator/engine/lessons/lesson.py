"""Defines a lesson: its steps, what each opens, shows and highlights, and what a person does there to go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import Settings

FORMAT = 1
LEVELS = ("first look", "lecture", "research")
Level = Literal["first look", "lecture", "research"]
SHOWN_PARTS = (  # of the stage, that `highlight` may name after "part:"
    "picture", "methods", "formula", "description", "settings", "timeline", "outer-clock", "inner-clock",
)  # fmt: skip


@dataclass(frozen=True)
class Bound:
    """What a value must be: equal to `equals`, or a number within the bounds, inclusive."""

    equals: object = None  # None: the bounds decide
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Condition:
    """A metric's newest value lies below or above a number, or another metric's newest value."""

    metric: str
    relation: Literal["below", "above"]
    than: float | str


@dataclass(frozen=True)
class Continue:
    """Read, then go on."""


@dataclass(frozen=True)
class Play:
    """Let the run train."""


@dataclass(frozen=True)
class Pause:
    """Pause the run."""


@dataclass(frozen=True)
class Reach:
    """Train to a meta-step."""

    step: int


@dataclass(frozen=True)
class LookAt:
    """Put the clocks somewhere. An inner step of -1 is the last one."""

    step: Bound | None = None
    inner: Bound | None = None


@dataclass(frozen=True)
class Set:
    """Give settings these values."""

    values: Mapping[str, Bound]


@dataclass(frozen=True)
class Where:
    """What must hold for a part of a gesture's value: `at` are the keys and indices that lead to it."""

    at: tuple[str | int, ...]
    bound: Bound


@dataclass(frozen=True)
class Change:
    """Make a gesture in the picture: a `Simulation.change` of this name, with a value that fulfils `where`."""

    name: str
    where: tuple[Where, ...] = ()
    such_as: object = None  # a value that does; None: none is given


@dataclass(frozen=True)
class Choose:
    """Choose a method."""

    method: str


@dataclass(frozen=True)
class MetricIs:
    """Bring a metric below or above something."""

    condition: Condition


@dataclass(frozen=True)
class Answer:
    """Answer a question. What is right is an index, or for each choice the condition under which it is right.

    A choice whose condition is None is right where none of the others is.
    """

    question: str
    choices: tuple[str, ...]
    told: tuple[str, ...]  # to each choice
    right: int | tuple[Condition | None, ...]


@dataclass(frozen=True)
class AnyOf:
    """Do one of these."""

    actions: tuple[Action, ...]


Action = Continue | Play | Pause | Reach | LookAt | Set | Change | Choose | MetricIs | Answer | AnyOf


@dataclass(frozen=True)
class Opening:
    """A scenario that a step opens, with settings of its own, trained to a meta-step."""

    source: str  # the scenario's name, or the path of its file
    preset: Preset
    settings: Settings  # the scenario's, with those of the step in their place
    step: int = 0
    play: bool = False


@dataclass(frozen=True)
class Look:
    """Where a step puts the clocks, and what it shows; None leaves it as it is."""

    step: int | Literal["live"] | None = None
    inner: int | None = None  # -1: the last
    method: str | None = None  # whose inner steps the inner clock shows
    view: str | None = None
    enlarge: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a lesson."""

    name: str
    text: str
    title: str = ""
    formula: str = ""
    formula_says: str = ""  # the formula in words, as a screen reader says it
    opens: Opening | None = None
    look: Look = Look()
    highlight: tuple[str, ...] = ()  # "kind:name"
    controls: tuple[str, ...] | None = None  # None: as the scenario has them
    do: Action = Continue()
    task: str = ""  # what to do, in the lesson's own words; empty: as the program words it
    done: str = ""

    @property
    def lit(self) -> tuple[str, ...]:
        """What is lit where anything is: what is highlighted, and the view that fills the stage."""
        own = f"view:{self.look.view}"
        enlarged = self.look.enlarge and self.look.view is not None and own not in self.highlight
        return (*self.highlight, own) if self.highlight and enlarged else self.highlight

    def acts_as(self, other: Step) -> bool:
        """Return whether another step opens, looks at and asks for the same; what it says may differ."""
        return (self.opens, self.look, self.do) == (other.opens, other.look, other.do)


@dataclass(frozen=True)
class Lesson:
    """A lesson that a person can take."""

    name: str
    title: str
    description: str
    minutes: int
    level: Level
    order: int
    steps: tuple[Step, ...]
    path: Path | None = None  # of the file that it was read from
    shipped: bool = False  # comes with the program: its texts are translated

    @property
    def key(self) -> str:
        """Under which name a person's progress in it is kept."""
        return self.name if self.shipped or self.path is None else str(self.path.absolute())

    def opening_of(self, index: int) -> int | None:
        """Return the index of the step that opened the scenario in which a step takes place, None if none did."""
        return next((place for place in range(index, -1, -1) if self.steps[place].opens is not None), None)

    def place_of(self, name: str) -> int | None:
        """Return the index of the step with this name."""
        return next((place for place, step in enumerate(self.steps) if step.name == name), None)


def questions(action: Action) -> Iterator[Answer]:
    """Return the question that an action asks, if it does."""
    if isinstance(action, Answer):
        yield action


def conditions(action: Action) -> Iterator[Condition]:
    """Return every condition that decides about an action."""
    if isinstance(action, MetricIs):
        yield action.condition
    elif isinstance(action, Answer) and not isinstance(action.right, int):
        yield from (one for one in action.right if one is not None)
    elif isinstance(action, AnyOf):
        for one in action.actions:
            yield from conditions(one)


def texts_of(lesson: Lesson) -> Iterator[str]:
    """Return every text of a lesson that a person reads."""
    yield from filter(None, (lesson.title, lesson.description))
    for step in lesson.steps:
        yield from step_texts(step)


def step_texts(step: Step) -> Iterator[str]:
    """Return every text of a step that a person reads, without its formula."""
    yield from filter(None, (step.title, step.text, step.formula_says, step.task, step.done))
    for asked in questions(step.do):
        yield from filter(None, (asked.question, *asked.choices, *asked.told))
