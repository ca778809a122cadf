"""Losses and gradients of problems, and hand-made optimizers, by compiled kernels against those in torch."""

from __future__ import annotations

from dataclasses import fields

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.descent.compiled import Evaluator, descend, has_kernel
from metascope.simulator.learners.learned_optimizer import rivals
from metascope.simulator.learners.learned_optimizer.rivals import RULES
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.tasks.classification import ClassificationFamily, EpisodeFamily
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.problems import TEST, Family, Problems
from metascope.simulator.tasks.quadratics import QuadraticFamily, Quadratics
from metascope.simulator.tasks.sines import SineFamily
from metascope.simulator.tasks.surfaces import SurfaceFamily
from tests.simulator.learners.reference import generator

pytestmark = pytest.mark.usefixtures("kernels")


def families() -> dict[str, Family]:
    pictures = draw_glyphs(0, 6, 20).resized(7)
    return {
        "quadratics": QuadraticFamily(10),
        "one-dimension": QuadraticFamily(1),
        "large-quadratics": QuadraticFamily(67),
        "sine": SineFamily(10, 10, (40, 40), "relu"),
        "small-sine": SineFamily(1, 3, (3,), "tanh"),
        "classification": ClassificationFamily(pictures, pictures, 4, 13, (20,), "sigmoid"),
        "deep": ClassificationFamily(pictures, pictures, 2, 1, (5, 7, 3), "tanh"),
        "episodes": EpisodeFamily(pictures, pictures, 5, 1, 15, 0, (32,), "relu"),
        "episodes-in-batches": EpisodeFamily(pictures, pictures, 3, 4, 2, 5, (6, 6), "sigmoid"),
    }


FAMILIES = families()
every_family = pytest.mark.parametrize("name", FAMILIES)


def close(found: Tensor, wanted: Tensor, tolerance: float = 3e-6) -> None:
    torch.testing.assert_close(found, wanted, rtol=tolerance, atol=tolerance * float(wanted.abs().max()))


@every_family
@pytest.mark.parametrize("count", [1, 3])
def test_losses_and_gradients_are_those_of_torch(name: str, count: int) -> None:
    problems = FAMILIES[name].sample(count, 4, generator())
    evaluator, theta = Evaluator(problems), problems.start() + 0.05
    for t in (0, 3, TEST, 3, 0):
        loss, gradient = problems.loss_and_gradient(theta, t)
        found = evaluator(theta, t)
        close(found[0], loss)
        close(found[1], gradient, 1e-5)


def test_a_parameter_that_is_no_number_makes_the_loss_none() -> None:
    for name in ("sine", "classification", "episodes"):
        problems = FAMILIES[name].sample(1, 2, generator())
        for place in (0, problems.size - 1):
            theta = problems.start().clone()
            theta[0, place] = torch.nan
            assert not Evaluator(problems)(theta, 0)[0].isfinite().any()


def test_only_problems_in_single_precision_have_a_kernel() -> None:
    assert has_kernel(QuadraticFamily(3).sample(1, 1, generator()))
    assert not has_kernel(QuadraticFamily(3, dtype=torch.float64).sample(1, 1, generator()))
    assert not has_kernel(SurfaceFamily("wells", 2).sample(1, 1, generator()))


def same_way(found: rivals.Descent, wanted: rivals.Descent, tolerance: float) -> None:
    assert torch.equal(found.stopped, wanted.stopped)
    for field in fields(rivals.Descent):
        close(getattr(found, field.name).float(), getattr(wanted, field.name).float(), tolerance)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", ["quadratics", "sine", "classification", "episodes-in-batches"])
def test_hand_made_optimizers_go_where_those_in_torch_go(rule: str, name: str) -> None:
    problems = FAMILIES[name].sample(2, 6, generator())
    start, rates = problems.start(), torch.tensor([0.001, 0.01])
    keep = torch.tensor([0, problems.size - 1, problems.size, 2 * problems.size - 1])
    wanted = rivals.descend(rule, problems, start, rates, 6, keep)
    same_way(descend(rule, problems, start, rates, 6, keep), wanted, 2e-4)


def steep() -> Problems:
    """Return three quadratics of which the second jumps out."""
    problems = QuadraticFamily(4).sample(3, 1, generator())
    matrix = problems.matrix * torch.tensor([1.0, 1e3, 1.0]).view(3, 1, 1)
    return Quadratics(matrix, problems.target, problems.start())


@pytest.mark.parametrize("rule", RULES)
def test_a_problem_that_diverges_stays_at_its_last_good_point(rule: str) -> None:
    problems, rates = steep(), torch.tensor([1e-3, 5.0])
    found = descend(rule, problems, problems.start(), rates, 12, torch.arange(12))
    wanted = rivals.descend(rule, problems, problems.start(), rates, 12, torch.arange(12))
    assert (wanted.stopped >= 0).any()
    assert (found.losses <= LIMIT).all()
    same_way(found, wanted, 1e-4)


def test_equal_rates_do_not_change_each_others_runs() -> None:
    problems, keep = QuadraticFamily(3).sample(2, 6, generator()), torch.arange(6)
    given = "adam", problems, problems.start()
    found = descend(*given, torch.tensor([0.1, 0.01, 0.1]), 6, keep)
    for place, rate in enumerate((0.1, 0.01, 0.1)):
        alone = descend(*given, torch.tensor([rate]), 6, keep)
        assert torch.equal(found.losses[:, place], alone.losses[:, 0])
        assert torch.equal(found.path[:, place], alone.path[:, 0])
        for several, one in ((getattr(it, n) for it in (found, alone)) for n in ("test_losses", "ends", "stopped")):
            assert torch.equal(several[place], one[0])


def test_problems_without_a_kernel_are_left_to_torch() -> None:
    problems = SurfaceFamily("wells", 2).sample(2, 3, generator())
    rates = torch.tensor([0.1])
    given = "adam", problems, problems.start(), rates, 3, torch.arange(4)
    same_way(descend(*given), rivals.descend(*given), 0)
