"""Compares the kernel of learned optimizers with autograd, before it is used."""

from __future__ import annotations

import torch
from torch import Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from metascope.simulator.learners.learned_optimizer.chunks.compiled import Course
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, flat, initial
from metascope.simulator.learners.learned_optimizer.unrolling import Objective, begin
from metascope.simulator.tasks.problems import Problems
from metascope.simulator.tasks.quadratics import Quadratics

CLOSE = 1e-4  # of a meta-gradient, relative to its norm
_DESIGNS = (
    Design("gates", 3, 0, sees_loss=True, sees_theta=True, sees_gates=True, logsign=True),
    Design("gates", 5, 1, sees_gradient=False, sees_loss=True),
    Design("additive", 20, 2, logsign=True),
    Design("combined", 4, 3, sees_loss=True, sees_theta=True, sees_gates=True),
)


def check() -> None:
    """Raise an AssertionError if a chunk's losses or meta-gradient are not those of autograd in double precision."""
    for design in _DESIGNS:
        weights = lively(design)
        for count, size in ((7, 5), (2, 37)):
            problems = gentle(count, size)
            compare(design, weights, problems, (3, 2), "sum")
            compare(design, weights, problems, (4,), "final")


def lively(design: Design) -> Weights:
    """Return weights far enough from their small beginnings that every path through the cell matters."""
    drawn = generator(1)
    return {name: w + 0.2 * torch.randn(w.shape, generator=drawn) for name, w in initial(design, generator(0)).items()}


def gentle(count: int, size: int) -> Quadratics:
    """Return quadratics whose losses are about 1, however large they are."""
    drawn = generator(2)
    matrix = torch.randn(count, size, size, generator=drawn) / size
    target, start = (torch.randn(count, size, generator=drawn) / size**0.5 for _ in range(2))
    return Quadratics(matrix, target, start)


def exact(problems: Quadratics) -> Quadratics:
    """Return the same problems in double precision."""
    return Quadratics(problems.matrix.double(), problems.target.double(), problems.start().double())


def compare(
    design: Design, weights: Weights, problems: Quadratics, chunks: tuple[int, ...], objective: Objective
) -> None:
    """Raise an AssertionError if what the kernel finds in chunks of so many updates is not what autograd finds."""
    course = Course(design, weights, problems, max(chunks), back=True, learns_start=True)
    course.vector[: len(flat(weights))] = flat(weights)
    course.begin(problems, problems.start(), sum(chunks))
    same: Problems = exact(problems)
    stretch, doubled = begin(design, same, same.start()), {name: w.double() for name, w in weights.items()}
    for steps in chunks:
        found = course.chunk(steps, objective)
        wanted = chunk_by_autograd(design, doubled, same, stretch, steps, objective, sum(chunks))
        gradient = torch.cat([flat({name: wanted.gradient[name] for name in weights}), wanted.start])
        close(course.gradient, gradient, f"the meta-gradient of {design}")
        close(course.losses[: steps + 1], wanted.losses, f"the losses of {design}")
        assert abs(found.meta_loss - wanted.meta_loss) <= CLOSE * abs(wanted.meta_loss)
        stretch = wanted.stretch


def close(found: Tensor, wanted: Tensor, what: str) -> None:
    """Raise an AssertionError if two tensors differ by more than rounding."""
    assert float((found - wanted).norm()) <= CLOSE * float(wanted.norm()), f"{what} differs"
