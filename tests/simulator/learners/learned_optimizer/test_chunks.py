"""Learned optimizers by the compiled kernel: every variant against autograd in double precision, and torch's runs."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners import outer
from metascope.simulator.learners.descent.compiled import Evaluator
from metascope.simulator.learners.learned_optimizer import unrolling
from metascope.simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from metascope.simulator.learners.learned_optimizer.chunks.checks import compare, exact, gentle
from metascope.simulator.learners.learned_optimizer.chunks.compiled import Course, Grouping, Runs, grouping
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, flat, logsign
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.learners.learned_optimizer.unrolling import Objective, Trajectory, begin, chunk
from metascope.simulator.tasks.classification import ClassificationFamily
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.problems import Problems
from metascope.simulator.tasks.quadratics import QuadraticFamily, Quadratics
from metascope.simulator.tasks.sines import SineFamily
from tests.simulator.learners.learned_optimizer.waves import DESIGNS, EVERYTHING, design, lively, name
from tests.simulator.learners.reference import generator

pytestmark = pytest.mark.usefixtures("kernels")

LEARNERS = [design for design in DESIGNS if design.learns]
every_learner = pytest.mark.parametrize("design", LEARNERS, ids=name)
both_objectives = pytest.mark.parametrize("objective", ["sum", "final"])
SEES_ALL = design("combined", 2, sees=EVERYTHING, logsign=True)
GATED = design("gates", 1, sees=EVERYTHING, logsign=True)


def single(design: Design) -> Weights:
    return lively(design, dtype=torch.float32)


@every_learner
@both_objectives
def test_meta_gradient_is_that_of_autograd_in_every_chunk(design: Design, objective: Objective) -> None:
    chunks = (3, 3, 1) if objective == "sum" else (5,)  # the last is shorter: truncation need not divide the updates
    for count, size in ((1, 1), (5, 3), (2, 51)):
        compare(design, single(design), gentle(count, size), chunks, objective)


@pytest.mark.parametrize("units", [1, 7, 20, 33])
def test_cells_of_any_number_of_units(units: int) -> None:
    wide = replace(SEES_ALL, units=units)
    compare(wide, single(wide), gentle(7, 5), (4, 4), "sum")


@pytest.mark.parametrize(("count", "size"), [(1, 10), (128, 10), (3, 48), (2, 49), (4, 1761), (33, 1), (7, 13)])
def test_a_layout_has_a_lane_for_every_coordinate(count: int, size: int) -> None:
    group = grouping(count, size)
    values = torch.arange(count * size).view(count, size)
    lanes = torch.full((group.groups * group.strips * group.width,), -1)
    group.spread(values, lanes)
    assert sorted(lanes[lanes >= 0].tolist()) == values.flatten().tolist()
    assert torch.equal(group.gathered(lanes), values)


def test_small_problems_share_a_strip_and_large_ones_have_many() -> None:
    assert grouping(1, 10) == Grouping(1, 10, each=1, strips=1, groups=1, width=16)
    assert grouping(128, 10) == Grouping(128, 10, each=4, strips=1, groups=32, width=40)
    assert grouping(2, 100) == Grouping(2, 100, each=1, strips=4, groups=2, width=32)


@pytest.mark.parametrize("network", ["sine", "glyphs"])
def test_networks_are_trained_as_by_torch(network: str) -> None:
    pictures = draw_glyphs(0, 4, 10).resized(7)
    families = {
        "sine": SineFamily(5, 5, (7, 6), "relu"),
        "glyphs": ClassificationFamily(pictures, pictures, 3, 9, (5,), "sigmoid"),
    }
    problems, weights = families[network].sample(3, 5, generator()), single(SEES_ALL)
    course = Course(SEES_ALL, weights, problems, 3, back=True, learns_start=True)
    course.vector[: -problems.size] = flat(weights)
    course.begin(problems, problems.start(), 5)
    stretch = begin(SEES_ALL, problems, problems.start())
    for steps in (3, 2):
        found = course.chunk(steps, "sum")
        wanted = chunk(SEES_ALL, weights, problems, stretch, steps, "sum", 5)
        gradient = torch.cat([flat({key: wanted.gradient[key] for key in weights}), wanted.start])
        assert (course.gradient - gradient).norm() <= 1e-4 * gradient.norm()
        assert found.norm == pytest.approx(float(gradient.norm()), rel=1e-4)
        assert found.meta_loss == pytest.approx(wanted.meta_loss, rel=1e-5)
        stretch = wanted.stretch


class Tiny:
    """Gradients at the preprocessing's corners: 0, denormal, next to e^-10, and huge."""

    values = torch.tensor([[0.0, 1e-42, -1e-38, 4.5e-5, -4.6e-5, 1e-3, -1.0, 1e5]])


def test_preprocessing_at_its_corners() -> None:
    seeing = design("additive", 1, logsign=True)
    weights, problems = single(seeing), gentle(1, 8)
    course = Course(seeing, weights, problems, 1, back=False, records=True)
    course.vector.copy_(flat(weights))
    course.begin(problems, problems.start(), 1)
    course.group.spread(Tiny.values, course.slopes[0])
    course.forward(1, ends=False)
    size, sign = logsign(Tiny.values[0].double())
    features = torch.stack([size, sign])  # what one step of the cell makes of them, from a memory of zeros
    rows = weights["lstm1"].double()[:, [0, 1, -1]] @ torch.cat([features, torch.ones(1, 8)])
    taken, _, out, new = rows.chunk(4)
    hidden = out.sigmoid() * (taken.sigmoid() * new.tanh()).tanh()
    wanted = seeing.scale * (weights["candidate"][:-1].double() @ hidden + weights["candidate"][-1])
    torch.testing.assert_close(course.moves[0, 2, :8].double(), wanted, rtol=1e-5, atol=1e-6)


def test_adams_step_in_the_call_is_the_one_of_torch() -> None:
    weights, problems = single(GATED), gentle(5, 3)
    vector = flat(weights)
    moments = outer.fresh(vector)
    apart, within = (Course(GATED, weights, problems, 4, back=True) for _ in range(2))
    within.vector.copy_(vector)
    for _ in range(3):
        apart.vector.copy_(vector)
        for course in (apart, within):
            course.begin(problems, problems.start(), 4)
        found = apart.chunk(4, "sum")
        assert found.norm == pytest.approx(float(apart.gradient.norm()), rel=1e-5)
        vector, moments = outer.adam(vector, outer.clipped(apart.gradient, 0.1), 0.01, moments)
        within.chunk(4, "sum", 0.01, 0.1)
        for mine, theirs in zip(within.trained, (vector, moments.first, moments.second, moments.count), strict=True):
            torch.testing.assert_close(mine, theirs, rtol=1e-4, atol=1e-6)


# Where a problem diverges


def jumper(count: int, size: int, which: int) -> Quadratics:
    """Return problems of which one jumps out at the first update."""
    problems = gentle(count, size)
    matrix = problems.matrix.clone()
    matrix[which] *= 1e5
    target = problems.target.clone()
    return Quadratics(matrix, target, problems.start() * torch.where(torch.arange(count) == which, 0.0, 1.0)[:, None])


@both_objectives
@pytest.mark.parametrize(("count", "size"), [(3, 4), (9, 7), (3, 60)])
def test_a_problem_that_diverges_changes_nothing_of_the_others(objective: Objective, count: int, size: int) -> None:
    problems, weights = jumper(count, size, 1), single(GATED)
    course = Course(GATED, weights, problems, 4, back=True)
    course.vector.copy_(flat(weights))
    course.begin(problems, problems.start(), 4)
    stretch = begin(GATED, exact(problems), exact(problems).start())
    found = course.chunk(4, objective)
    doubled = {key: weight.double() for key, weight in weights.items()}
    wanted = chunk_by_autograd(GATED, doubled, exact(problems), stretch, 4, objective, 4)
    assert wanted.stretch.stopped.tolist() == [1 if p == 1 else -1 for p in range(count)]
    assert course.stopped.tolist() == wanted.stretch.stopped.tolist()
    gradient = flat({key: wanted.gradient[key] for key in weights})
    assert (course.gradient - gradient).norm() <= 1e-4 * gradient.norm()
    assert found.meta_loss == pytest.approx(wanted.meta_loss, rel=1e-4)
    theta = course.group.gathered(course.theta[4])
    assert torch.equal(theta[1], problems.start()[1])
    assert not course.group.gathered(course.slopes[4])[1].any()


def test_where_all_problems_have_diverged_there_is_no_meta_loss_and_no_gradient() -> None:
    problems, weights = jumper(1, 4, 0), single(GATED)
    course = Course(GATED, weights, problems, 2, back=True)
    course.vector.copy_(flat(weights))
    course.begin(problems, problems.start(), 4)
    course.chunk(2, "sum")
    found = course.chunk(2, "sum", 0.1, 1.0)
    assert found.meta_loss != found.meta_loss
    assert found.norm == 0
    assert torch.equal(course.vector, flat(weights))


def test_weights_that_are_no_numbers_end_the_run_with_their_name() -> None:
    problems, weights = gentle(2, 3), single(GATED)
    weights["forget"][0] = torch.nan
    course = Course(GATED, weights, problems, 2, back=True)
    course.vector.copy_(flat(weights))
    course.begin(problems, problems.start(), 2)
    with pytest.raises(Diverged, match="weight of forget became NaN or infinite at update 0"):
        course.chunk(2, "sum")


def test_a_gate_that_is_no_number_ends_the_run_with_the_update() -> None:
    problems, weights = gentle(2, 3), single(GATED)
    course = Course(GATED, weights, problems, 2, back=True)
    course.vector.copy_(flat(weights))
    course.begin(problems, problems.start(), 2)
    course.memory.fill_(torch.nan)
    with pytest.raises(Diverged, match="forget gate is not a finite number at update 1"):
        course.chunk(2, "sum")


# Runs


def same_run(found: Trajectory, wanted: Trajectory) -> None:
    assert torch.equal(found.stopped, wanted.stopped)
    for field in fields(Trajectory):
        one, other = (getattr(it, field.name).double() for it in (found, wanted))
        assert one.shape == other.shape, field.name
        if one.numel():
            torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-4 * float(other.abs().max()), msg=field.name)


@every_learner
def test_runs_are_those_of_torch(design: Design) -> None:
    weights = single(design)
    for problems in (gentle(1, 7), gentle(9, 5), gentle(2, 40), gentle(2, 60)):
        keep = torch.tensor([0, problems.size - 1, problems.count * problems.size - 1])
        start = problems.start()
        same_run(
            Runs()(design, weights, problems, start, 6, keep),
            unrolling.run(design, weights, problems, start, 6, keep),
        )


def test_a_run_in_several_calls_is_the_run_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    problems, weights, keep = gentle(3, 20), single(SEES_ALL), torch.arange(60)
    whole = Runs()(SEES_ALL, weights, problems, problems.start(), 7, keep)
    monkeypatch.setattr("metascope.simulator.learners.learned_optimizer.chunks.compiled.RECORDED", 130)
    seen = list[Tensor]()
    parts = Runs()(
        SEES_ALL, weights, problems, problems.start(), 7, keep, watch=lambda theta: seen.append(theta.clone())
    )
    for field in fields(Trajectory):
        assert torch.equal(getattr(whole, field.name), getattr(parts, field.name))
    assert torch.equal(torch.stack(seen).flatten(1), whole.theta)


def test_a_run_leaves_nothing_behind_for_the_next_one() -> None:
    runs = Runs()
    for kind in (GATED, SEES_ALL, GATED):
        for problems in (jumper(3, 4, 1), gentle(3, 4), gentle(2, 60)):
            for keep in (torch.arange(12), None):
                given = kind, single(kind), problems, problems.start(), 8, keep
                found, wanted = runs(*given), Runs()(*given)
                for field in fields(Trajectory):
                    assert torch.equal(getattr(found, field.name), getattr(wanted, field.name)), field.name


def test_a_run_counts_a_diverged_problem_with_the_loss_at_which_it_was_stopped() -> None:
    problems, weights = jumper(3, 4, 1), single(GATED)
    course = Runs()(GATED, weights, problems, problems.start(), 8)
    assert course.stopped.tolist() == [-1, 1, -1]
    assert (course.losses[1:, 1] == LIMIT).all()
    assert course.test_losses[1] == LIMIT
    same_run(course, unrolling.run(GATED, weights, problems, problems.start(), 8))


def test_a_problem_that_begins_diverged_is_stopped_at_once() -> None:
    plain, weights = gentle(2, 3), single(GATED)
    problems: Problems = Quadratics(plain.matrix, plain.target + torch.tensor([[0.0], [1e4]]), plain.start())
    assert not (Evaluator(problems)(problems.start(), 0)[0] <= LIMIT).all()
    found = Runs()(GATED, weights, problems, problems.start(), 3, torch.arange(6))
    same_run(found, unrolling.run(GATED, weights, problems, problems.start(), 3, torch.arange(6)))


def test_gradient_descent_and_double_precision_are_left_to_torch() -> None:
    problems = QuadraticFamily(3, dtype=torch.float64).sample(2, 3, generator())
    weights = lively(GATED)
    same_run(
        Runs()(GATED, weights, problems, problems.start(), 3),
        unrolling.run(GATED, weights, problems, problems.start(), 3),
    )
    fixed = Design("gradient-descent")
    single_ones = gentle(2, 3)
    same_run(
        Runs()(fixed, {}, single_ones, single_ones.start(), 3),
        unrolling.run(fixed, {}, single_ones, single_ones.start(), 3),
    )
