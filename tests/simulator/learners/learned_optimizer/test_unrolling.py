"""Runs that are looked at, and what happens where a problem diverges or a number is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from metascope.simulator.learners.learned_optimizer.forward import Workspace
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, fresh, update
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.learners.learned_optimizer.unrolling import Objective, begin, chunk, run
from metascope.simulator.tasks.problems import TEST
from metascope.simulator.tasks.quadratics import QuadraticFamily
from tests.simulator.learners.learned_optimizer.test_meta_gradient import same
from tests.simulator.learners.learned_optimizer.waves import (
    DESIGNS,
    EVERYTHING,
    Waves,
    design,
    flattened,
    lively,
    name,
    waves,
)
from tests.simulator.learners.reference import generator

every_design = pytest.mark.parametrize("design", DESIGNS, ids=name)
GATED = design("gates", 1, sees=EVERYTHING, logsign=True)


@every_design
def test_what_a_run_kept_is_what_the_plain_equations_give(design: Design) -> None:
    problems, weights, keep = waves(count=10), lively(design), torch.tensor([0, 5, 39])
    course = run(design, weights, problems, problems.start(), 6, keep, Workspace(width=16))
    theta, memory = problems.start().flatten(), fresh(design, 40, torch.float64)
    for t in range(6):
        loss, gradient = problems.loss_and_gradient(theta.view(10, 4), t)
        done = update(design, weights, memory, theta, gradient.flatten(), loss.repeat_interleave(4))
        kept = (course.theta, course.gradient, course.forget, course.input, course.candidate, course.theta[1:])
        for rows, plain in zip(
            kept, (theta, gradient.flatten(), done.forget, done.input, done.candidate, done.theta), strict=True
        ):
            torch.testing.assert_close(rows[t], plain[keep], rtol=1e-10, atol=1e-12)
        torch.testing.assert_close(course.losses[t], loss, rtol=1e-10, atol=1e-12)
        theta, memory = done.theta, done.memory
    torch.testing.assert_close(course.ends, theta.view(10, 4), rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(course.test_losses, problems.loss(theta.view(10, 4), TEST), rtol=1e-10, atol=1e-12)


@every_design
def test_updates_of_a_run_are_the_sum_that_is_written(design: Design) -> None:
    problems = waves()
    course = run(design, lively(design), problems, problems.start(), 8, torch.arange(12))
    written = course.forget * course.theta[:-1] + course.input * course.candidate
    torch.testing.assert_close(course.theta[1:], written, rtol=1e-12, atol=1e-12)


@every_design
def test_a_run_and_a_chunk_go_the_same_way(design: Design) -> None:
    problems, weights = waves(), lively(design)
    course = run(design, weights, problems, problems.start(), 8)
    done = chunk(design, weights, problems, begin(design, problems, problems.start()), 8, "sum", 8)
    assert torch.equal(course.losses, done.losses)
    assert torch.equal(course.ends, done.stretch.theta)


def test_a_run_without_kept_coordinates_has_rows_of_none() -> None:
    problems = waves()
    course = run(GATED, lively(GATED), problems, problems.start(), 8)
    assert course.theta.shape == (9, 0)
    assert course.forget.shape == course.gradient.shape == (8, 0)


@pytest.mark.parametrize(("count", "size", "updates"), [(1, 2, 3), (5, 7, 4)])
def test_one_set_of_weights_serves_problems_of_any_size(count: int, size: int, updates: int) -> None:
    problems = QuadraticFamily(size, dtype=torch.float64).sample(count, updates, generator())
    assert run(GATED, lively(GATED), problems, problems.start(), updates).ends.shape == (count, size)


def test_a_long_run_needs_no_more_memory_than_a_short_one() -> None:
    problems, space = waves(updates=200), Workspace()
    run(GATED, lively(GATED), problems, problems.start(), 4, workspace=space)
    tape = space.tape(GATED, problems.start(), 2)
    run(GATED, lively(GATED), problems, problems.start(), 200, workspace=space)
    assert space.tape(GATED, problems.start(), 2) is tape


# Where a problem diverges


def jumper() -> tuple[Waves, Waves, Weights]:
    """Return three problems of which the second jumps out at the first update, the two others, and weights."""
    problems = waves()
    return problems.steep(1), problems.only([0, 2]), lively(GATED)


@pytest.mark.parametrize("objective", ["sum", "final"])
def test_a_problem_that_diverges_changes_nothing_of_the_others(objective: Objective) -> None:
    three, two, weights = jumper()
    with_it = chunk(GATED, weights, three, begin(GATED, three, three.start()), 4, objective, 8)
    without = chunk(GATED, weights, two, begin(GATED, two, two.start()), 4, objective, 8)
    assert with_it.stretch.stopped.tolist() == [-1, 1, -1]
    torch.testing.assert_close(with_it.losses[:, [0, 2]], without.losses, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(3 * flattened(with_it.gradient, weights), 2 * flattened(without.gradient, weights))
    assert 3 * with_it.meta_loss == pytest.approx(2 * without.meta_loss)


@pytest.mark.parametrize("objective", ["sum", "final"])
def test_autograd_stops_the_same_problems(objective: Objective) -> None:
    three, _, weights = jumper()
    stretch = begin(GATED, three, three.start())
    for _ in range(2):
        by_hand = chunk(GATED, weights, three, stretch, 4, objective, 8)
        same(by_hand, chunk_by_autograd(GATED, weights, three, stretch, 4, objective, 8), 1e-9)
        stretch = by_hand.stretch


def test_a_problem_that_diverged_stays_where_it_was_last_good() -> None:
    three, _, weights = jumper()
    done = chunk(GATED, weights, three, begin(GATED, three, three.start()), 4, "sum", 8)
    assert torch.equal(done.stretch.theta[1], three.start()[1])
    assert (done.losses[:, 1] == done.losses[0, 1]).all()
    assert not done.stretch.gradient[1].any()


def test_a_problem_that_diverges_later_counts_as_far_as_it_went() -> None:
    problems, slow = waves(count=2, updates=20), Design("gradient-descent", eta=3.0)
    done = chunk(slow, {}, problems, begin(slow, problems, problems.start()), 20, "sum", 20)
    good = [done.losses[1 : int(stop) if stop >= 0 else None, b] for b, stop in enumerate(done.stretch.stopped)]
    assert (done.stretch.stopped > 1).any()
    assert done.meta_loss == pytest.approx(sum(float(losses.sum()) for losses in good) / 2)


def test_where_all_problems_have_diverged_there_is_no_meta_loss_and_no_gradient() -> None:
    problems, weights = waves(count=1).steep(0), lively(GATED)
    first = chunk(GATED, weights, problems, begin(GATED, problems, problems.start()), 4, "sum", 8)
    second = chunk(GATED, weights, problems, first.stretch, 4, "sum", 8)
    assert second.meta_loss != second.meta_loss
    assert not flattened(second.gradient, weights).any()


def test_a_run_counts_a_diverged_problem_with_the_loss_at_which_it_was_stopped() -> None:
    three, _, weights = jumper()
    course = run(GATED, weights, three, three.start(), 8)
    assert course.stopped.tolist() == [-1, 1, -1]
    assert (course.losses[1:, 1] == LIMIT).all()
    assert course.losses[0, 1] < LIMIT
    assert course.test_losses[1] == LIMIT
    assert (course.losses[:, [0, 2]] < LIMIT).all()


class Lost(Waves):  # type: ignore[misc]
    """Problems of which the second has a gradient that is no number, though its loss is one."""

    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        loss, gradient = super().loss_and_gradient(theta, t)
        if t == 2:
            gradient[1, 0] = torch.nan
        return loss, gradient


def test_a_gradient_that_is_no_number_stops_its_problem() -> None:
    plain = waves()
    problems, weights = Lost(plain.matrix, plain.targets, plain.start()), lively(GATED)
    done = chunk(GATED, weights, problems, begin(GATED, problems, problems.start()), 4, "sum", 8)
    assert done.stretch.stopped.tolist() == [-1, 2, -1]
    assert flattened(done.gradient, weights).isfinite().all()


def test_weights_that_are_no_numbers_end_the_run_with_their_name() -> None:
    problems, weights = waves(), lively(GATED)
    weights["forget"][0] = torch.nan
    with pytest.raises(Diverged, match="weight of forget became NaN or infinite at update 0"):
        chunk(GATED, weights, problems, begin(GATED, problems, problems.start()), 4, "sum", 8)


def test_a_gate_that_is_no_number_ends_the_run_with_the_update() -> None:
    problems, weights = waves(), lively(GATED)
    stretch = begin(GATED, problems, problems.start())
    lost = replace(stretch.memory, hidden=(torch.full((3, 12), torch.nan).double(),))
    with pytest.raises(Diverged, match="forget gate is not a finite number at update 1"):
        chunk(GATED, weights, problems, replace(stretch, memory=lost), 4, "sum", 8)
