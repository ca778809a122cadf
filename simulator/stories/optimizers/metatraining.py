"""Does one meta-step: solves a batch of new problems update by update, with an Adam step per stretch of updates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, final

from torch import Tensor

from metascope.simulator.learners import outer
from metascope.simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from metascope.simulator.learners.learned_optimizer.chunks.compiled import Course
from metascope.simulator.learners.learned_optimizer.forward import Workspace
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights
from metascope.simulator.learners.learned_optimizer.unrolling import Chunk, Stretch, begin, chunk
from metascope.simulator.learners.outer import Moments
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.simulator.stories.optimizers.trained import START, Layout
from metascope.simulator.tasks.problems import Problems


@dataclass(frozen=True)
class Trained:
    """The trained weights, P numbers in all, and Adam's moments."""

    flat: Tensor  # (P,)
    moments: Moments  # (P,)


@dataclass(frozen=True)
class Learned:
    """The result of a meta-step."""

    trained: Trained
    meta_loss: float  # objective sum: mean loss over updates and problems; final: the test loss
    meta_gradient: float  # largest norm of a stretch's meta-gradient, before clipping
    stopped: int  # problems that diverged
    stopped_at: int  # update at which the first one diverged; -1: none


class Teacher(Protocol):
    """Does meta-steps; used by one thread at a time."""

    def meta_step(
        self, trained: Trained, layout: Layout, design: Design, problems: Problems, settings: OptimizersSettings
    ) -> Learned:
        """Do T updates on the problems, with an Adam step for each stretch of `truncation` updates.

        Raises:
            Diverged: a gate or weight became NaN or infinite.
        """
        ...


@final
class Reference:
    """Meta-steps by torch."""

    def __init__(self) -> None:
        self._workspace = Workspace()

    def meta_step(
        self, trained: Trained, layout: Layout, design: Design, problems: Problems, settings: OptimizersSettings
    ) -> Learned:
        """Do a meta-step, see `Teacher`."""
        start = layout.weights(trained.flat).get(START)
        stretch = begin(design, problems, _start(problems, start))
        losses, norms = [], []
        for steps in _stretches(settings):
            weights = {name: part for name, part in layout.weights(trained.flat).items() if name != START}
            done = _stretch(weights, design, problems, stretch, steps, settings, self._workspace)
            gradient = layout.flat({**done.gradient, **({} if start is None else {START: done.start})})
            norms.append(float(gradient.norm()))
            trained, stretch = _moved(trained, gradient, settings), done.stretch
            losses.append(done.meta_loss)
        return _learned(trained, losses, norms, stretch.stopped, settings)


@final
class Compiled:
    """Meta-steps by a compiled kernel: a call for each stretch, with its Adam step."""

    def __init__(self) -> None:
        self._course: Course | None = None

    def meta_step(
        self, trained: Trained, layout: Layout, design: Design, problems: Problems, settings: OptimizersSettings
    ) -> Learned:
        """Do a meta-step, see `Teacher`."""
        course = self._course
        if course is None:
            weights = {name: part for name, part in layout.weights(trained.flat).items() if name != START}
            steps, learned = min(settings.truncation, settings.updates), START in layout.shapes
            course = Course(design, weights, problems, steps, back=True, learns_start=learned)
            self._course = course
        moments = trained.moments
        for mine, theirs in zip(course.trained, (trained.flat, *vars(moments).values()), strict=True):
            mine.copy_(theirs)
        course.begin(problems, _start(problems, layout.weights(trained.flat).get(START)), settings.updates)
        found = [
            course.chunk(steps, settings.objective, settings.meta_rate, settings.clip) for steps in _stretches(settings)
        ]
        flat, *three = (tensor.clone() for tensor in course.trained)
        after = Trained(flat, Moments(*three))
        return _learned(after, [it.meta_loss for it in found], [it.norm for it in found], course.stopped, settings)


def _start(problems: Problems, learned: Tensor | None) -> Tensor:
    """Return where the problems start, (B, n)."""
    return problems.start() if learned is None else learned.expand(problems.count, -1).clone()


def _stretches(settings: OptimizersSettings) -> list[int]:
    """Return the updates of each stretch."""
    every, updates = settings.truncation, settings.updates
    return [min(every, updates - first) for first in range(0, updates, every)]


def _learned(
    trained: Trained, losses: list[float], norms: list[float], stopped: Tensor, settings: OptimizersSettings
) -> Learned:
    """Return the result of a meta-step with these meta-losses and norms, one for each stretch."""
    bad = stopped[stopped >= 0]
    return Learned(
        trained=trained,
        meta_loss=sum(losses) / (settings.updates if settings.objective == "sum" else 1),
        meta_gradient=max(norms),
        stopped=len(bad),
        stopped_at=int(bad.min()) if len(bad) else -1,
    )


def fresh(flat: Tensor) -> Trained:
    """Return weights (P,) with empty moments."""
    return Trained(flat, outer.fresh(flat))


def _stretch(
    weights: Weights,
    design: Design,
    problems: Problems,
    stretch: Stretch,
    steps: int,
    settings: OptimizersSettings,
    workspace: Workspace,
) -> Chunk:
    objective, updates = settings.objective, settings.updates
    if settings.second_derivatives:
        return chunk_by_autograd(design, weights, problems, stretch, steps, objective, updates, second_derivatives=True)
    return chunk(design, weights, problems, stretch, steps, objective, updates, workspace)


def _moved(trained: Trained, gradient: Tensor, settings: OptimizersSettings) -> Trained:
    clipped = outer.clipped(gradient, settings.clip)
    flat, moments = outer.adam(trained.flat, clipped, settings.meta_rate, trained.moments)
    return replace(trained, flat=flat, moments=moments)
