"""Compares the kernels of problems and of hand-made optimizers with their references, before they are used."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.descent.compiled import Evaluator, descend
from metascope.simulator.learners.learned_optimizer.rivals import RULES
from metascope.simulator.learners.learned_optimizer.rivals import descend as descend_by_reference
from metascope.simulator.tasks.classification import ClassificationFamily, EpisodeFamily
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.problems import TEST, Family, Problems
from metascope.simulator.tasks.quadratics import QuadraticFamily
from metascope.simulator.tasks.sines import SineFamily

CLOSE = 2e-5  # relative to the largest number


def check_quadratics() -> None:
    """Raise an AssertionError if losses or gradients of quadratics are not those of the reference."""
    for dimension in (1, 10, 37):
        compare(QuadraticFamily(dimension))


def check_networks() -> None:
    """Raise an AssertionError if losses or gradients of networks are not those of the reference."""
    for family in _networks():
        compare(family)


def _networks() -> Iterator[Family]:
    pictures = draw_glyphs(0, 8, 20).resized(7)
    yield SineFamily(7, 10, (9, 5), "relu")
    yield ClassificationFamily(pictures, pictures, 3, 11, (6,), "sigmoid")
    yield EpisodeFamily(pictures, pictures, 4, 2, 3, 0, (20, 5, 3), "tanh")


def compare(family: Family) -> None:
    """Raise an AssertionError if the kernel's losses and gradients of three problems are not the reference's."""
    problems = family.sample(3, 4, generator(0))
    evaluator, theta = Evaluator(problems), problems.start() + 0.1
    for t in (0, 3, TEST, 3):
        for found, wanted in zip(evaluator(theta, t), problems.loss_and_gradient(theta, t), strict=True):
            close(found, wanted)


def check_rivals() -> None:
    """Raise an AssertionError if hand-made optimizers do not go where the reference's go."""
    problems = QuadraticFamily(5).sample(3, 20, generator(0))
    rates, keep = torch.tensor([0.001, 0.02, 3.0]), torch.tensor([0, 7, 14])
    for rule in RULES:
        compare_rule(rule, problems, rates, 20, keep)


def compare_rule(rule: str, problems: Problems, rates: Tensor, updates: int, keep: Tensor) -> None:
    """Raise an AssertionError if a rule's losses, paths or ends are not the reference's."""
    found = descend(rule, problems, problems.start(), rates, updates, keep)
    wanted = descend_by_reference(rule, problems, problems.start(), rates, updates, keep)
    assert torch.equal(found.stopped, wanted.stopped), f"{rule} stops elsewhere"
    for name in ("losses", "test_losses", "path", "ends"):
        close(getattr(found, name), getattr(wanted, name))


def close(found: Tensor, wanted: Tensor) -> None:
    """Raise an AssertionError if two tensors differ by more than rounding."""
    size = float(wanted.abs().max()) if wanted.numel() else 0.0
    assert float((found - wanted).abs().max() if wanted.numel() else 0.0) <= CLOSE * max(size, 1e-3)
