"""Measures updates per second when meta-training a learned optimizer, against the plain loop; memory; time to win.

The plain loop is what public PyTorch reproductions of Andrychowicz et al. (2016) do, rewritten: a Python loop over
updates; two `nn.LSTMCell` layers; the problem's parameters one by one, each one's slice of the state copied into a new
state; gradients by `loss.backward(retain_graph=True)`, which at every update walks back through all those since the
last truncation; after 20 of 100 updates the backward pass of the summed losses and a step of `torch.optim.Adam`. "Lean
autograd" is this program's own twin of the hand-written pass: one graph, walked once. "Compiled" is the kernel, against
the hand-written pass.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from benchmarks.timing import Rates, in_turn, repeated
from metascope.simulator.engine.compiling.preparing import prepare
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.learners import outer
from metascope.simulator.learners.kernels import DESCENT, LEARNED_OPTIMIZER, NETWORKS, PRODUCT, QUADRATICS
from metascope.simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from metascope.simulator.learners.learned_optimizer.chunks.compiled import Course
from metascope.simulator.learners.learned_optimizer.forward import Workspace
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, flat, initial, shaped
from metascope.simulator.learners.learned_optimizer.tuning import tune
from metascope.simulator.learners.learned_optimizer.unrolling import Chunk, Stretch, begin, chunk, run
from metascope.simulator.tasks.classification import ClassificationFamily, PictureProblems
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.problems import Problems
from metascope.simulator.tasks.quadratics import QuadraticFamily, Quadratics

UPDATES, UNROLL, RATE = 100, 20, 0.001
Parameters = list[Tensor]
MetaStep = Callable[[], None]  # UNROLL updates and a step of the meta-optimizer


class PlainOptimizer(nn.Module):
    """Two `nn.LSTMCell` layers over coordinates, and a linear output."""

    def __init__(self, design: Design) -> None:
        super().__init__()
        self.design = design
        self.first = nn.LSTMCell(2 if design.logsign else 1, design.units)
        self.second = nn.LSTMCell(design.units, design.units)
        self.output = nn.Linear(design.units, 1)

    def forward(
        self, gradient: Tensor, hidden: Parameters, cells: Parameters
    ) -> tuple[Tensor, tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
        """Return the update (N, 1) and the states of both layers after it."""
        seen = self._preprocessed(gradient) if self.design.logsign else gradient
        h1, c1 = self.first(seen, (hidden[0], cells[0]))
        h2, c2 = self.second(h1, (hidden[1], cells[1]))
        return self.output(h2), (h1, h2), (c1, c2)

    @staticmethod
    def _preprocessed(gradient: Tensor) -> Tensor:
        size, p = gradient.abs(), 10.0
        large = (size >= torch.exp(torch.tensor(-p))).squeeze(-1)
        seen = torch.zeros(len(gradient), 2)
        seen[large, 0] = (torch.log(size[large] + 1e-8) / p).squeeze(-1)
        seen[large, 1] = torch.sign(gradient[large]).squeeze(-1)
        seen[~large, 0] = -1
        seen[~large, 1] = (float(torch.exp(torch.tensor(p))) * gradient[~large]).squeeze(-1)
        return seen


class PlainLoop:
    """Meta-training as the reproductions implement it."""

    def __init__(self, design: Design, loss: Callable[[Parameters, int], Tensor], start: Parameters) -> None:
        self._design, self._loss, self._start = design, loss, start
        self._optimizer = PlainOptimizer(design)
        self._meta = torch.optim.Adam(self._optimizer.parameters(), lr=RATE)
        self._t = 0
        self._begin()

    def _begin(self) -> None:
        count = sum(p.numel() for p in self._start)
        self._parameters = [p.clone().requires_grad_() for p in self._start]
        self._hidden = [torch.zeros(count, self._design.units) for _ in range(2)]
        self._cells = [torch.zeros(count, self._design.units) for _ in range(2)]

    def __call__(self) -> None:
        """Do UNROLL updates and a step of the meta-optimizer."""
        if self._t == UPDATES:
            self._t = 0
            self._begin()
        losses: Tensor | None = None
        for _ in range(UNROLL):
            loss = self._loss(self._parameters, self._t)
            losses = loss if losses is None else losses + loss
            loss.backward(retain_graph=True)  # type: ignore[no-untyped-call]
            self._update()
            self._t += 1
        assert losses is not None
        self._meta.zero_grad()
        losses.backward()  # type: ignore[no-untyped-call]
        self._meta.step()
        self._parameters = [p.detach().requires_grad_() for p in self._parameters]
        self._hidden = [h.detach() for h in self._hidden]
        self._cells = [c.detach() for c in self._cells]

    def _update(self) -> None:
        then, offset = [], 0
        hidden, cells = ([torch.zeros_like(s) for s in states] for states in (self._hidden, self._cells))
        for p in self._parameters:
            part = slice(offset, offset + p.numel())
            assert p.grad is not None
            gradient = p.grad.detach().clone().view(-1, 1)
            change, h, c = self._optimizer(gradient, [x[part] for x in self._hidden], [x[part] for x in self._cells])
            for i in range(2):
                hidden[i][part], cells[i][part] = h[i], c[i]
            moved = p + self._design.scale * change.view_as(p)
            moved.retain_grad()
            then.append(moved)
            offset = part.stop
        self._parameters, self._hidden, self._cells = then, hidden, cells


class Training:
    """Meta-training with this program's learners: `step` is one chunk by hand or by autograd, then Adam."""

    def __init__(
        self, design: Design, draw: Callable[[], Problems], step: Callable[..., Chunk], rate: float = RATE
    ) -> None:
        self._design, self._draw, self._step, self._rate = design, draw, step, rate
        self.weights: Weights = initial(design, Generator().manual_seed(0))
        self._moments = outer.fresh(flat(self.weights))
        self._stretch: Stretch | None = None

    def __call__(self) -> None:
        """Do UNROLL updates and a step of the meta-optimizer."""
        if self._stretch is None or self._stretch.t == UPDATES:
            self._problems = self._draw()
            self._stretch = begin(self._design, self._problems, self._problems.start())
        done = self._step(self._design, self.weights, self._problems, self._stretch, UNROLL, "sum", UPDATES)
        self._stretch = done.stretch
        vector, gradient = flat(self.weights), flat({name: done.gradient[name] for name in self.weights})
        vector, self._moments = outer.adam(vector, gradient, self._rate, self._moments)
        self.weights = shaped(vector, self.weights)


class CompiledTraining:
    """Meta-training by the compiled kernel."""

    def __init__(self, design: Design, problems: Problems) -> None:
        weights = initial(design, Generator().manual_seed(0))
        self._problems = problems
        self._course = Course(design, weights, problems, UNROLL, back=True)
        self._course.vector.copy_(flat(weights))
        self._begin()

    def _begin(self) -> None:
        self._course.begin(self._problems, self._problems.start(), UPDATES)

    def __call__(self) -> None:
        """Do UNROLL updates and a step of the meta-optimizer."""
        if self._course.t == UPDATES:
            self._begin()
        self._course.chunk(UNROLL, "sum", RATE)


@dataclass(frozen=True)
class Case:
    """The problems to meta-train on, for this program and for the plain loop."""

    name: str
    design: Design
    problems: Problems
    loss: Callable[[Parameters, int], Tensor]
    start: Parameters
    wanted: float  # wanted ratio to the plain loop
    compiled: float  # wanted ratio of the kernel to the hand-written pass


def cases(*, quick: bool = False) -> list[Case]:
    """Return the three cases; without the network, which takes the plain loop 4 s a meta-step, if quick."""
    one, many = _quadratics("one 10-D quadratic", 1, 7, 20), _quadratics("128 10-D quadratics", 128, 8, 2.5)
    return [one, many] if quick else [one, many, _network()]


def _quadratics(name: str, count: int, wanted: float, compiled: float) -> Case:
    problems = QuadraticFamily().sample(count, UPDATES, Generator().manual_seed(0))
    return Case(name, Design("additive"), problems, _loss_of(problems), [problems.start().clone()], wanted, compiled)


def _loss_of(problems: Quadratics) -> Callable[[Parameters, int], Tensor]:
    w, y = problems.matrix, problems.target
    return lambda parameters, t: (torch.bmm(w, parameters[0].unsqueeze(-1)).squeeze(-1) - y).pow(2).sum()


def _network() -> Case:
    family = ClassificationFamily(draw_glyphs(0, 10, 50), draw_glyphs(1, 10, 50))
    problems = family.sample(1, UPDATES, Generator().manual_seed(0))
    parts = [part.view(shape) for part, shape in zip(_split(problems.start()[0]), _SHAPES, strict=True)]
    return Case(
        "784-20-10 network", Design("additive", logsign=True), problems, _cross_entropy(problems), parts, 11, 1.6
    )


_SHAPES = ((20, 784), (20,), (10, 20), (10,))


def _split(theta: Tensor) -> tuple[Tensor, ...]:
    return torch.split(theta, [15_680, 20, 200, 10])


def _cross_entropy(problems: PictureProblems) -> Callable[[Parameters, int], Tensor]:
    def loss(parameters: Parameters, t: int) -> Tensor:
        inputs, labels = problems.examples(t)
        w1, b1, w2, b2 = parameters
        return F.cross_entropy(F.linear(F.linear(inputs[0], w1, b1).sigmoid(), w2, b2), labels[0])

    return loss


def engines(case: Case) -> dict[str, MetaStep]:
    """Return the ways of meta-training that are compared."""
    by_hand = partial(chunk, workspace=Workspace())
    return {
        "plain loop": PlainLoop(case.design, case.loss, case.start),
        "lean autograd": Training(case.design, lambda: case.problems, chunk_by_autograd),
        "by hand": Training(case.design, lambda: case.problems, by_hand),
        "compiled": CompiledTraining(case.design, case.problems),
    }


def rates(case: Case, rounds: int, seconds: float) -> Rates:
    """Return updates per second of each engine."""
    return in_turn({name: repeated(step, UNROLL) for name, step in engines(case).items()}, rounds, seconds)


def seconds_to_win(seed: int, most: float = 30.0) -> float:
    """Return seconds of meta-training until the learned optimizer beats Adam with its best rates; `most`: never.

    On 256 held-out quadratics, by mean loss over the updates and by the loss after the last; looked at every 100
    updates, which costs no training time.
    """
    family, draws = QuadraticFamily(), Generator().manual_seed(seed)
    tests = family.held_out(256, UPDATES, Generator().manual_seed(1_000_003))
    tuned = tune("adam", tests, tests.start(), UPDATES)
    wanted = [min(x for x in row.tolist() if x == x) for row in (tuned.mean, tuned.last)]
    design, look = Design("additive"), Workspace()
    by_hand = partial(chunk, workspace=Workspace())
    training = Training(design, lambda: family.sample(32, UPDATES, draws), by_hand, rate=0.01)
    passed = 0.0
    while passed < most:
        begun = time.thread_time()
        for _ in range(UPDATES // UNROLL):
            training()
        passed += time.thread_time() - begun
        losses = run(design, training.weights, tests, tests.start(), UPDATES, workspace=look).losses
        if float(losses.mean()) < wanted[0] and float(losses[-1].mean()) < wanted[1]:
            return passed
    return most


def peak_memory() -> float:
    """Return the peak memory of a separate process that meta-trains on 128 quadratics, in MB."""
    code = "from benchmarks.learned_optimizer import train_and_tell; train_and_tell()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def train_and_tell() -> None:
    """Meta-train on 128 quadratics for some steps and print the process's peak memory in MB."""
    prepare_thread(1)
    problems = QuadraticFamily().sample(128, UPDATES, Generator().manual_seed(0))
    step = Training(Design("additive"), lambda: problems, partial(chunk, workspace=Workspace()))
    for _ in range(20):
        step()
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())  # getrusage counts the parent's too
    assert peak
    print(int(peak[1]) / 1024)


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    assert prepare([PRODUCT, QUADRATICS, NETWORKS, DESCENT, LEARNED_OPTIMIZER]), "the kernels fail on this machine"
    table = []
    for case in cases(quick=effort.quick):
        found = rates(case, effort.rounds, effort.seconds)
        what = f"meta-training, {case.name}"
        for name, wanted in (("lean autograd", None), ("by hand", case.wanted)):
            row = found.row(f"{what}, {name}", "updates/s", name, "plain loop", "the plain loop", wanted)
            table.append(row)
        row = found.row(f"{what}, compiled", "updates/s", "compiled", "by hand", "the pass by hand", case.compiled)
        table.append(row)
    peak = peak_memory()
    table.append(Row("meta-training, 128 quadratics, peak memory of the process", ours=peak, unit="MB"))
    seeds = range(1 if effort.quick else 3)
    told = ", ".join(f"{seconds_to_win(seed):.1f} s" for seed in seeds)
    table.append(Row("learned optimizer beats tuned Adam after", f"{told} (seeds 0 to {len(seeds) - 1})"))
    return table
