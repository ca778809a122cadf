"""Writes the captions of the landscapes story: what a method does at each inner step, with its numbers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
from typing_extensions import override

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.stories.landscapes.course import Tick, course
from metascope.simulator.stories.landscapes.frame import Array, LandscapesFrame
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS

ZERO = 0.005  # a loss below it is 0 to two decimals, or less
_SPELLED_OUT = 4  # tasks named in a sentence; if there are more, the mean over all follows


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the k + 4 ticks of `method`, created when it is looked up.

    The numbers are those of the first start; the last caption also says which of the parallel starts reached 0.
    """
    assert isinstance(frame, LandscapesFrame), "the frame must be of this story"
    told = (_Pretraining if method == "pretraining" else _Adapting)(frame, method)
    *ticks, last = course(frame, method)
    return Captions([*(partial(told.sentence, tick) for tick in ticks), partial(_ending, told, last, frame, method)])


def _ending(told: _CaptionWriter, last: Tick, frame: LandscapesFrame, method: str) -> Message:
    sentence, starts = told.sentence(last), parallel(frame, method)
    return sentence if starts is None else say("{first}; {second}", first=sentence, second=starts)


def parallel(frame: LandscapesFrame, method: str) -> Message | None:
    """Return which of several starts of a method reached a loss of 0 or less after adaptation; None for one start."""
    after: Array = frame.loss_after[METHODS.index(method)]  # (S,)
    if len(after) == 1:
        return None
    reached = np.flatnonzero(after < ZERO).tolist()
    if reached:
        names = [_start_name(frame, start) for start in reached[:_SPELLED_OUT]]
        text = "{reached} of its {all} starts reached loss 0 or less: {names}"
        if len(reached) > _SPELLED_OUT:
            text = "{reached} of its {all} starts reached loss 0 or less: {names} and {more} more"
        more = len(reached) - _SPELLED_OUT
        return say(text, reached=len(reached), all=len(after), names=listed(names), more=more)
    if not np.isfinite(after).any():
        return None
    best = int(np.nanargmin(after))
    text = "none of its {all} starts reached loss 0 or less; the best is {name}: {loss}"
    return say(text, all=len(after), name=_start_name(frame, best), loss=_number(after[best]))


def _start_name(frame: LandscapesFrame, start: int) -> Message:
    """Return the name of a parallel start: its number, and where it began as far as that is known."""
    if frame.begun is None:
        return say("start {number}", number=start + 1)
    return say("start {number} (from {place})", number=start + 1, place=place(frame.begun[start]))


def place(vector: Array) -> str:
    """Return a vector (d,) as text: its number, or its numbers in brackets."""
    numbers = [_number(value) for value in vector.tolist()]
    return numbers[0] if len(numbers) == 1 else f"({', '.join(numbers)})"


class _CaptionWriter(ABC):
    """The captions that both kinds of method share, with the numbers of a frame's first start. Abstract."""

    def __init__(self, frame: LandscapesFrame, method: str) -> None:
        index = METHODS.index(method)
        self.method = method
        self.k = len(frame.theta) - 1
        self.theta: Array = frame.theta[:, index, 0]  # (k + 1, T, d)
        self.loss: Array = frame.loss[:, index, 0]  # (k + 1, T)
        self.query: Array = frame.query_gradient[index, 0]  # (T, d)
        self.direction: Array = frame.directions[index, index, 0]  # (T, d)
        self.phi: Array = frame.phi[index, 0]  # (d,)
        self.next_phi: Array = frame.next_phi[index, 0]

    def sentence(self, at: Tick) -> Message:
        """Return the caption of a tick."""
        if at.kind in ("support", "test"):
            return self.adapted(at.inner)
        tell = {"start": self.start, "query": self.asked, "gradient": self.learned, "update": self.update}[at.kind]
        return tell()

    @abstractmethod
    def adapted(self, j: int) -> Message:
        """Return the caption of step `j` of adaptation."""

    @abstractmethod
    def asked(self) -> Message:
        """Return the caption of the losses by which the start is judged."""

    @abstractmethod
    def learned(self) -> Message:
        """Return the caption of the directions that the tasks give."""

    def start(self) -> Message:
        """Return the caption of where the method starts."""
        return say(
            "{method} starts at φ = {phi}: loss now {loss}",
            method=METHOD_NAMES[self.method],
            phi=place(self.phi),
            loss=_number(self.loss[0].sum()),
        )

    def adaptation(self, j: int) -> Message:
        """Return what step `j` of adaptation does to each task."""

        def one(task: int) -> Message:
            return say(
                "task {task} θ = {theta}, loss {before} → {after}",
                task=TASK_LETTERS[task],
                theta=place(self.theta[j, task]),
                before=_number(self.loss[j - 1, task]),
                after=_number(self.loss[j, task]),
            )

        mean = say(
            "mean loss of all {count}: {before} → {after}",
            count=self.loss.shape[1],
            before=_number(self.loss[j - 1].mean()),
            after=_number(self.loss[j].mean()),
        )
        return self.listed(one, mean)

    def losses(self, j: int) -> Message:
        """Return each task's loss after `j` steps, and their sum."""

        def one(task: int) -> Message:
            return say("task {task} {loss}", task=TASK_LETTERS[task], loss=_number(self.loss[j, task]))

        mean = say("mean of all {count}: {loss}", count=self.loss.shape[1], loss=_number(self.loss[j].mean()))
        return say("{tasks}; sum {sum}", tasks=self.listed(one, mean), sum=_number(self.loss[j].sum()))

    def vectors(self, of: Array) -> Message:
        """Return each task's vector in `of` (T, d), and their sum."""

        def one(task: int) -> Message:
            return say("task {task} {vector}", task=TASK_LETTERS[task], vector=place(of[task]))

        mean = say("mean of all {count}: {vector}", count=len(of), vector=place(of.mean(0)))
        return say("{tasks}; sum {sum}", tasks=self.listed(one, mean), sum=place(of.sum(0)))

    def listed(self, one: Callable[[int], Message], mean: Message) -> Message:
        """Return what `one` returns for the first tasks, followed by `mean` if there are more."""
        count = self.loss.shape[1]
        sayings = [one(task) for task in range(min(count, _SPELLED_OUT))]
        return _joined([*sayings, mean] if count > _SPELLED_OUT else sayings)

    def update(self) -> Message:
        """Return the caption of the update."""
        return say(
            "Update: {method} moves φ by {step} to {next_phi}",
            method=METHOD_NAMES[self.method],
            step=place(self.next_phi - self.phi),
            next_phi=place(self.next_phi),
        )


class _Adapting(_CaptionWriter):
    """MAML, FOMAML and Reptile: adapt first, then move the start."""

    @override
    def adapted(self, j: int) -> Message:
        return say("Support step {step} of {k}: {tasks}", step=j, k=self.k, tasks=self.adaptation(j))

    @override
    def asked(self) -> Message:
        if self.method == "reptile":
            return say("Reptile uses no query loss; it would be: {losses}", losses=self.losses(self.k))
        return say("Query loss at θ after {k} steps: {losses}", k=self.k, losses=self.losses(self.k))

    @override
    def learned(self) -> Message:
        directions = self.vectors(self.direction)
        if self.method == "maml":
            return say(
                "Exact meta-gradient, back through {k} steps: {directions}; the query gradient was {query}",
                k=self.k,
                directions=directions,
                query=place(self.query.sum(0)),
            )
        if self.method == "fomaml":
            return say("First order: the query gradient itself: {directions}", directions=directions)
        return say("Reptile's direction (φ − θ) / α: {directions}", directions=directions)


class _Pretraining(_CaptionWriter):
    """Pre-training: moves the start by the loss now; adaptation is only measured."""

    @override
    def adapted(self, j: int) -> Message:
        tasks = self.adaptation(j)
        return say("Measured only: adaptation step {step} of {k}: {tasks}", step=j, k=self.k, tasks=tasks)

    @override
    def asked(self) -> Message:
        return say("Loss at φ, without adaptation: {losses}", losses=self.losses(0))

    @override
    def learned(self) -> Message:
        return say("Gradient at φ: {directions}", directions=self.vectors(self.direction))


def _joined(sayings: Iterable[Message]) -> Message:
    first, *others = sayings
    for other in others:
        first = say("{first}; {second}", first=first, second=other)
    return first


def _number(value: float | np.float64) -> str:
    return f"{value:.3g}"
