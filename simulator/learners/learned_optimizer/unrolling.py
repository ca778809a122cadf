"""Unrolls a learned optimizer: chunks of truncated back-propagation through time, and runs to be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.running.building import check
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners.learned_optimizer.forward import Workspace
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT, diverged, good
from metascope.simulator.learners.learned_optimizer.strip import unpacked
from metascope.simulator.learners.learned_optimizer.walk import Stretch as Stretch
from metascope.simulator.learners.learned_optimizer.walk import Walk
from metascope.simulator.learners.learned_optimizer.walk import begin as begin
from metascope.simulator.tasks.problems import TEST, Problems

Objective = Literal["sum", "final"]


@dataclass(frozen=True)
class Chunk:
    """K updates and the derivatives of their meta-loss."""

    stretch: Stretch  # the state at the end
    losses: Tensor  # (K + 1, B) at theta_first .. theta_{first+K}; the last good one for a stopped problem
    meta_loss: float  # mean over the problems still running at its start; NaN if there are none
    gradient: Weights  # d meta_loss / d weights
    start: Tensor  # (n,) d meta_loss / d theta_first, if all problems share it


@dataclass(frozen=True)
class Trajectory:
    """A recorded run. Axes: T updates, B problems, C recorded coordinates out of B * n."""

    losses: Tensor  # (T + 1, B); LIMIT from where a problem is stopped
    test_losses: Tensor  # (B,) at the end, on examples that no update saw; LIMIT for a stopped problem
    theta: Tensor  # (T + 1, C)
    gradient: Tensor  # (T, C)
    forget: Tensor  # (T, C) z^f
    input: Tensor  # (T, C) z^i
    candidate: Tensor  # (T, C) z
    ends: Tensor  # (B, n)
    stopped: Tensor  # (B,) as in `Stretch`


def chunk(
    design: Design,
    weights: Weights,
    problems: Problems,
    stretch: Stretch,
    steps: int,
    objective: Objective,
    updates: int,
    workspace: Workspace | None = None,
) -> Chunk:
    """Do `steps` updates from `stretch` and return the meta-gradient, by hand (see `backward`).

    The meta-loss is the mean over problems of sum_{t=first+1}^{first+K} l_t(theta_t), each loss on the minibatch of the
    next update ("sum"), or of the loss at theta_{first+K} on examples that no update saw ("final").
    Back-propagation is truncated at the chunk's start. A problem that diverges is frozen at its last good point, and
    its losses count up to there.

    Args:
        design: the optimizer's equations.
        weights: what is meta-trained.
        problems: B of them.
        stretch: from `begin` or the previous chunk.
        steps: K.
        objective: what meta-training minimizes.
        updates: T, the number of minibatches; after update T the last one is evaluated again.
        workspace: buffers to reuse; results never share memory with it.

    Raises:
        Diverged: the weights, a gate or the meta-gradient became NaN or infinite.
    """
    _check(weights, say("weight"), stretch.t)
    tape = (workspace or Workspace()).tape(design, stretch.theta, steps + 1)
    walk = Walk(problems, tape, stretch, updates)
    tape.load(weights, stretch.theta, stretch.memory)
    losses = torch.stack([stretch.loss, *(walk.update() for _ in range(steps))])  # (K + 1, B)
    alive = stretch.stopped < 0
    count = int(alive.sum())
    sources: Sequence[Tensor | None]
    if objective == "sum":
        sources, counted = tape.gradients, losses[1:] * good(walk.stopped, stretch.t, steps)
    else:
        counted, gradient = _final(problems, walk)
        sources = [*[None] * steps, gradient.flatten()]
    sums, first = tape.backward(sources)
    share = 1 / max(count, 1)
    found = unpacked(design, sums, share) if sums is not None else {}
    _check(found, say("meta-gradient"), stretch.t + steps)
    meta_loss = float(counted.sum()) / count if count else float("nan")
    return Chunk(walk.end(), losses, meta_loss, found, first.view_as(stretch.theta).sum(0) * share)


def run(
    design: Design,
    weights: Weights,
    problems: Problems,
    theta: Tensor,
    updates: int,
    keep: Tensor | None = None,
    workspace: Workspace | None = None,
    watch: Callable[[Tensor], None] | None = None,
) -> Trajectory:
    """Do `updates` updates from `theta` (B, n) and record them; the same computation as `chunk`'s forward pass.

    Args:
        design: the optimizer's equations.
        weights: for that design; the problems may have any number of coordinates.
        problems: B of them.
        theta: where they start, (B, n).
        updates: T.
        keep: indices of the coordinates, out of B * n, that are recorded, (C,); None: none.
        workspace: as in `chunk`.
        watch: is handed theta (B, n) at the start and after each update; it is overwritten afterwards.

    Raises:
        Diverged: as `chunk`.
    """
    _check(weights, say("weight"), 0)
    stretch = begin(design, problems, theta)
    tape = (workspace or Workspace()).tape(design, theta, 2)
    walk = Walk(problems, tape, stretch, updates)
    tape.load(weights, theta, stretch.memory)
    keep = torch.empty(0, dtype=torch.long, device=theta.device) if keep is None else keep
    kept, moments, losses = [theta.flatten()[keep]], [], [stretch.loss]
    watch = watch or _unwatched
    watch(walk.theta)
    for t in range(updates):
        check()
        losses.append(walk.update())
        watch(walk.theta)
        if len(keep):
            moments.append(tape.kept(t % 2, keep))
            kept.append(walk.theta.flatten()[keep])
    fields = [torch.stack(rows) for rows in zip(*moments, strict=True)] or [theta.new_empty(updates, 0)] * 4
    test = problems.loss(walk.theta, TEST)
    return Trajectory(
        losses=torch.stack(losses).where(good(walk.stopped, -1, updates + 1), LIMIT),
        test_losses=torch.where((walk.stopped >= 0) | ~(test <= LIMIT), LIMIT, test),
        theta=torch.stack(kept) if len(keep) else theta.new_empty(updates + 1, 0),
        gradient=fields[0],
        forget=fields[1],
        input=fields[2],
        candidate=fields[3],
        ends=walk.theta.clone(),
        stopped=walk.stopped,
    )


def _unwatched(theta: Tensor) -> None:
    pass


def _final(problems: Problems, walk: Walk) -> tuple[Tensor, Tensor]:
    """Return loss (B,) and gradient (B, n) on examples that no update saw; 0 for a stopped problem."""
    loss, gradient = problems.loss_and_gradient(walk.theta, TEST)
    off = walk.off | diverged(loss, gradient).unsqueeze(-1)  # (B, 1)
    return loss.masked_fill(off.squeeze(-1), 0), gradient.masked_fill(off, 0)


def _check(weights: Weights, quantity: Message, t: int) -> None:
    for name, weight in weights.items():
        if not weight.isfinite().all():
            raise Diverged(
                say(
                    "the {quantity} of {name} became NaN or infinite at update {t}",
                    quantity=quantity,
                    name=name,
                    t=t,
                )
            )
