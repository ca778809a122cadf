"""Updates of learned optimizers and their meta-gradients by compiled kernels; the readable twin is `unrolling`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Array, Call
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.descent.compiled import Evaluator, has_kernel
from metascope.simulator.learners.kernels import LEARNED_OPTIMIZER
from metascope.simulator.learners.learned_optimizer.forward import Workspace
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, flat, shaped
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT, diverged, good
from metascope.simulator.learners.learned_optimizer.unrolling import Objective, Trajectory
from metascope.simulator.learners.learned_optimizer.unrolling import run as run_by_reference
from metascope.simulator.tasks.problems import Problems

WIDTHS = (32, 16, 24, 40, 48)  # lanes of a strip, the best first where they are as good
WIDE = {48: 1.0, 32: 1.07}  # lanes of the strips of a large problem, and what time a lane takes relative to others
RECORDED = 1 << 21  # numbers of a run that are recorded in one call
_VECTOR = 16  # lanes of the widest vectors
_LOST = (say("forget gate"), say("input gate"), say("LSTM's output"))


@dataclass(frozen=True)
class Grouping:
    """How B problems of n coordinates lie in strips: groups of `each` problems, of `strips` strips of `width` lanes."""

    problems: int
    size: int
    each: int
    strips: int
    groups: int
    width: int

    @property
    def shape(self) -> tuple[int, int]:
        """Groups, and lanes of each."""
        return self.groups, self.strips * self.width

    def spread(self, values: Tensor, lanes: Tensor) -> None:
        """Write `values` (..., B, n), in one piece, to their `lanes` (..., groups * strips * width)."""
        for mine, theirs in self._places(values, lanes):
            theirs.copy_(mine)

    def gathered(self, lanes: Tensor) -> Tensor:
        """Return the values (..., B, n) of `lanes` (..., groups * strips * width)."""
        values = lanes.new_empty(*lanes.shape[:-1], self.problems, self.size)
        for mine, theirs in self._places(values, lanes):
            mine.copy_(theirs)
        return values

    def _places(self, values: Tensor, lanes: Tensor) -> list[tuple[Tensor, Tensor]]:
        """Return pairs of views of the same numbers: of full groups, and of the last one if it is not full."""
        lead, used = lanes.shape[:-1], self.problems // self.each * self.each * self.size
        rows, own = lanes.view(*lead, *self.shape), values.view(*lead, -1)
        full = self.problems // self.each
        whole = own[..., :used].view(*lead, full, -1) if full else own[..., :0].view(*lead, 0, 0)
        found = [(whole, rows[..., :full, : whole.shape[-1]])]
        if used < own.shape[-1]:
            rest = own[..., used:]
            found.append((rest, rows[..., full, : rest.shape[-1]]))
        return found


def grouping(problems: int, size: int) -> Grouping:
    """Return how to lay out B problems of n coordinates."""
    total = problems * size
    if total <= max(WIDTHS):
        return Grouping(problems, size, problems, 1, 1, -(-total // _VECTOR) * _VECTOR)
    fitting = [width for width in WIDTHS if width >= size]
    if fitting:
        width = min(fitting, key=lambda width: width * -(-problems // (width // size)))
        return Grouping(problems, size, width // size, 1, -(-problems // (width // size)), width)
    width = min(WIDE, key=lambda width: WIDE[width] * width * -(-size // width))
    return Grouping(problems, size, 1, -(-size // width), problems, width)


@dataclass(frozen=True)
class Found:
    """What a chunk found."""

    meta_loss: float  # as in `unrolling.Chunk`
    norm: float  # of the meta-gradient, before it was clipped


@final
class Course:
    """Updates of B problems from their start on, with buffers for `moments` of them at a time.

    `vector` holds the weights, in the order of `reference.initial`, and behind them the start (n,), where it is
    learned; `first`, `second` and `count` hold Adam's moments. They may be written before any chunk.

    Args:
        design: the optimizer's equations; it must learn.
        like: weights of that design.
        problems: B of them, which have a kernel.
        steps: K, the most updates of a chunk.
        back: whether meta-gradients are wanted.
        learns_start: whether the start is meta-trained too.
        records: whether `moves` has those of all the updates of a chunk.
    """

    def __init__(
        self,
        design: Design,
        like: Weights,
        problems: Problems,
        steps: int,
        *,
        back: bool,
        learns_start: bool = False,
        records: bool = False,
    ) -> None:
        self.design, self.records = design, records
        self.group = group = grouping(problems.count, problems.size)
        self._weights = like
        b, n, w, lanes = group.problems, group.size, group.width, group.groups * group.strips * group.width
        layers, h, x, m = design.layers, design.units, design.inputs, steps if back else 1
        gated = design.gated
        theta, gates = design.sees_theta and gated, design.sees_gates and gated
        columns = design.features + theta + 2 * gates + 1
        rows, wide = (-(-size // _VECTOR) * _VECTOR for size in (max(x, h) + h + 1, columns))
        count, start = sum(weight.numel() for weight in like.values()), n if learns_start else 0
        self.vector, self.gradient, self.first, self.second = (torch.zeros(count + start) for _ in range(4))
        self.count, self.told = torch.zeros(1), torch.zeros(2, dtype=torch.float64)
        self.trained = (self.vector, self.first, self.second, self.count)
        memory = torch.zeros(group.groups * group.strips, layers, 2, h, w)
        self.memory, moments = memory, steps + 1
        self.theta, self.slopes = torch.zeros(moments, lanes), torch.zeros(moments, lanes)
        self.losses, self.stopped = torch.zeros(moments, b), torch.zeros(b, dtype=torch.long)
        self.gates, self.moves = torch.zeros(2, lanes), torch.zeros(steps if records else 1, 3, lanes)
        self.tests = torch.zeros(b)
        again = back and group.strips > 1
        z, seen = torch.zeros(layers, m + 1, rows, w), torch.zeros(m + 1, wide, w)
        for layer in range(layers):
            z[layer, :, (x if layer == 0 else h) + h] = 1  # what the bias is multiplied by
        seen[:, columns - 1] = 1
        arrays: list[Array] = [self.vector, self.gradient, self.first, self.second, self.count, self.told]
        arrays += [memory, torch.zeros_like(memory) if again else memory, self.gates]
        arrays += [torch.zeros_like(self.gates), self.theta, self.slopes, self.losses, self.stopped, self.moves]
        arrays += [torch.zeros(lanes), self.tests, torch.zeros(w), torch.zeros(w)]
        arrays += [z, torch.zeros(layers, m, 4 * h, w), torch.zeros(layers, m + 1, h, w), torch.zeros(layers, m, h, w)]
        arrays += [seen, torch.zeros(m, 3, w)]
        arrays += [torch.zeros(w), torch.zeros(3, w), torch.zeros(wide, w), torch.zeros(layers, 2 * h, w)]
        arrays += [
            torch.zeros(layers, h, w),
            torch.zeros(w, max(rows, wide)),
            torch.zeros(layers, 4 * h, max(x, h) + h),
        ]
        arrays += [torch.zeros(layers, 4 * h, w), *(torch.zeros(3, columns) for _ in range(3))]
        form = [layers, h, x, design.logsign, design.sees_gradient, design.sees_loss, theta, gates, gated]
        form += [design.proposes, w, rows, columns, wide, m]
        plan = [b, n, group.each, group.strips, group.groups, 0, 0, 0, 0, records, 0]
        sizes = [*form, *plan, 0, 0, count, start, moments, 0, 0, 0, 0]
        self._call = Call(LEARNED_OPTIMIZER, [(a, tuple(a.shape)) for a in arrays], sizes, [design.scale, 0.0, 0.0])
        self._sizes = self._call.sizes
        self._evaluator: Evaluator | None = None
        self._last = self.t = 0

    def begin(self, problems: Problems, theta: Tensor, updates: int) -> None:
        """Begin at theta (B, n), for T updates in all; a problem that starts diverged is stopped at 0."""
        if self._evaluator is None or self._evaluator.problems is not problems:
            self._evaluator = Evaluator(problems)  # must live as long as its tables are used
        self._sizes[22], self._sizes[31:35] = updates, self._evaluator.tables
        self._last = self.t = 0
        loss, gradient = self._evaluator(theta, 0)
        self.stopped.copy_(torch.where(diverged(loss, gradient), 0, -1))
        off = self.stopped >= 0
        self.losses[0] = loss.masked_fill(off, LIMIT)
        for lanes in (self.memory, self.gates, self.theta[0], self.slopes[0]):
            lanes.zero_()
        self.group.spread(theta.contiguous(), self.theta[0])
        self.group.spread(gradient.masked_fill(off.unsqueeze(-1), 0), self.slopes[0])

    def weights(self, vector: Tensor) -> Weights:
        """Return views of the optimizer's weights in `vector`."""
        return shaped(vector[: len(vector) - int(self._sizes[29])], self._weights)

    def chunk(self, steps: int, objective: Objective, rate: float | None = None, clip: float = math.inf) -> Found:
        """Do K updates and find their meta-gradient; with a `rate`, clip it and do a step of Adam with it.

        Raises:
            Diverged: as `unrolling.chunk`.
        """
        self._call.reals[1:3] = rate or 0.0, clip
        self._sizes[27] = rate is not None
        self._do(steps, 1 if objective == "sum" else 2, 0)
        return Found(*self.told.tolist())

    def forward(self, steps: int, ends: bool) -> None:
        """Do K updates; `ends`: find the test's losses too.

        Raises:
            Diverged: as `unrolling.run`.
        """
        self._do(steps, 0, int(ends))

    def _do(self, steps: int, back: int, tests: int) -> None:
        self._sizes[20], self._sizes[21], self._sizes[23] = steps, self.t, back
        self._sizes[25], self._sizes[26] = tests, self._last
        said = self._call()
        if said:
            self._refuse(said, steps)
        self._last, self.t = steps, self.t + steps

    def _refuse(self, said: int, steps: int) -> None:
        if said > 0:
            raise Diverged(
                say("the {quantity} is not a finite number at update {t}", quantity=_LOST[said % 4], t=said // 4)
            )
        searched, t = (self.gradient, self.t + steps) if said == -1 else (self.vector, self.t)
        what = say("meta-gradient") if said == -1 else say("weight")
        name = next((name for name, part in self.weights(searched).items() if not part.isfinite().all()), "start")
        text = "the {quantity} of {name} became NaN or infinite at update {t}"
        raise Diverged(say(text, quantity=what, name=name, t=t))


@final
class Runs:
    """Runs of learned optimizers, one after another, in the same buffers if they are alike."""

    def __init__(self) -> None:
        self._courses: dict[bool, tuple[object, Course]] = {}  # those that record, and those that do not

    def __call__(
        self,
        design: Design,
        weights: Weights,
        problems: Problems,
        theta: Tensor,
        updates: int,
        keep: Tensor | None = None,
        workspace: Workspace | None = None,
        watch: Callable[[Tensor], None] | None = None,
    ) -> Trajectory:
        """Do what `unrolling.run` does, by a kernel where the problems have one."""
        if not (design.learns and has_kernel(problems)):
            return run_by_reference(design, weights, problems, theta, updates, keep, workspace, watch)
        kept = torch.empty(0, dtype=torch.long) if keep is None else keep
        span = max(1, min(updates, RECORDED // max(1, theta.numel())))
        course = self._course(design, weights, problems, span, len(kept) > 0)
        course.vector.copy_(flat(weights))
        course.begin(problems, theta, updates)
        losses, rows = [course.losses[:1].clone()], _Rows(course, kept)
        if watch:
            watch(theta)
        for first in range(0, updates, span):
            steps = min(span, updates - first)
            course.forward(steps, ends=first + steps == updates)
            losses.append(course.losses[1 : steps + 1].clone())
            rows.take(steps)
            if watch:
                for s in range(1, steps + 1):
                    watch(course.group.gathered(course.theta[s]))
        return rows.trajectory(torch.cat(losses), course, steps)

    def _course(self, design: Design, weights: Weights, problems: Problems, span: int, records: bool) -> Course:
        alike = design, problems.count, problems.size, span
        if records not in self._courses or self._courses[records][0] != alike:
            self._courses.pop(records, None)  # frees the old buffers before the new ones are allocated
            self._courses[records] = alike, Course(design, weights, problems, span, back=False, records=records)
        return self._courses[records][1]


class _Rows:
    """The kept coordinates (C,) of a run."""

    def __init__(self, course: Course, keep: Tensor) -> None:
        group = course.group
        places = torch.zeros(group.groups * group.strips * group.width, dtype=torch.long)
        if len(keep):
            places = group.gathered(torch.arange(len(places))).flatten()[keep]
        self._course, self._lanes, self._any = course, places[: len(keep)], len(keep) > 0
        self._theta = [course.theta[:1, self._lanes]]
        self._moves: list[Tensor] = []  # (4, K, C): gradient, z^f, z^i, z

    def take(self, steps: int) -> None:
        """Keep those of the last K updates."""
        if not self._any:
            return
        course, design = self._course, self._course.design
        self._theta.append(course.theta[1 : steps + 1, self._lanes])
        gradient = course.slopes[:steps, self._lanes]
        forget, taken, candidate = course.moves[:steps, :, self._lanes].unbind(1)
        ones = torch.ones_like(gradient)
        rows = [gradient, forget, taken] if design.gated else [gradient, ones, ones]
        self._moves.append(torch.stack([*rows, candidate if design.proposes else -gradient]))

    def trajectory(self, losses: Tensor, course: Course, last: int) -> Trajectory:
        """Return all of a run whose last chunk had `last` updates; losses (T + 1, B)."""
        updates, stopped, test = len(losses) - 1, course.stopped.clone(), course.tests
        moves = torch.cat(self._moves, 1) if self._any else losses.new_empty(4, updates, 0)
        return Trajectory(
            losses=losses.where(good(stopped, -1, updates + 1), LIMIT),
            test_losses=torch.where((stopped >= 0) | ~(test <= LIMIT), LIMIT, test),
            theta=torch.cat(self._theta) if self._any else losses.new_empty(updates + 1, 0),
            gradient=moves[0],
            forget=moves[1],
            input=moves[2],
            candidate=moves[3],
            ends=course.group.gathered(course.theta[last]),
            stopped=stopped,
        )
