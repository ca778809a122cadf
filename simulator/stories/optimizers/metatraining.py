"""Does one meta-step: solves a batch of new problems update by update, with an Adam step per stretch of updates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from torch import Tensor

from simulator.learners import outer
from simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from simulator.learners.learned_optimizer.forward import Workspace
from simulator.learners.learned_optimizer.reference import Design, Weights
from simulator.learners.learned_optimizer.unrolling import Chunk, Stretch, begin, chunk
from simulator.learners.outer import Moments
from simulator.stories.optimizers.settings import OptimizersSettings
from simulator.stories.optimizers.trained import START, Layout
from simulator.tasks.problems import Problems


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


def meta_step(
    trained: Trained,
    layout: Layout,
    design: Design,
    problems: Problems,
    settings: OptimizersSettings,
    workspace: Workspace,
) -> Learned:
    """Do T updates on the problems, with an Adam step for each stretch of `truncation` updates.

    Raises:
        Diverged: a gate or weight became NaN or infinite.
    """
    start = layout.weights(trained.flat).get(START)
    theta = problems.start() if start is None else start.expand(problems.count, -1).clone()  # (B, n)
    stretch = begin(design, problems, theta)
    losses, norms = [], []
    for first in range(0, settings.updates, settings.truncation):
        steps = min(settings.truncation, settings.updates - first)
        weights = {name: part for name, part in layout.weights(trained.flat).items() if name != START}
        done = _stretch(weights, design, problems, stretch, steps, settings, workspace)
        gradient = layout.flat({**done.gradient, **({} if start is None else {START: done.start})})
        norms.append(float(gradient.norm()))
        trained, stretch = _moved(trained, gradient, settings), done.stretch
        losses.append(done.meta_loss)
    stopped = stretch.stopped[stretch.stopped >= 0]
    return Learned(
        trained=trained,
        meta_loss=sum(losses) / (settings.updates if settings.objective == "sum" else 1),
        meta_gradient=max(norms),
        stopped=len(stopped),
        stopped_at=int(stopped.min()) if len(stopped) else -1,
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
