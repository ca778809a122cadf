"""The hand-written meta-gradient of learned optimizers against autograd, Jacobians, closed forms and differences."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.autograd import chunk_by_autograd
from metascope.simulator.learners.learned_optimizer.forward import STRIP, Workspace, strips
from metascope.simulator.learners.learned_optimizer.reference import (
    Design,
    Weights,
    flat,
    fresh,
    initial,
    shaped,
    update,
)
from metascope.simulator.learners.learned_optimizer.unrolling import Chunk, Objective, Stretch, begin, chunk
from metascope.simulator.tasks.problems import TEST, Problems
from metascope.simulator.tasks.quadratics import QuadraticFamily
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
from tests.simulator.learners.reference import generator, normal

every_design = pytest.mark.parametrize("design", DESIGNS, ids=name)
both_objectives = pytest.mark.parametrize("objective", ["sum", "final"])
SEES_ALL = design("gates", 2, sees=EVERYTHING)


def same(one: Chunk, two: Chunk, tolerance: float) -> None:
    """Compare all that two chunks say."""

    def close(a: Tensor, b: Tensor) -> None:
        torch.testing.assert_close(a, b, rtol=tolerance, atol=tolerance * float(b.abs().max() if b.numel() else 0))

    assert one.gradient.keys() == two.gradient.keys()
    for key, gradient in two.gradient.items():
        close(one.gradient[key], gradient)
    close(one.start, two.start)
    close(one.losses, two.losses)
    assert one.meta_loss == pytest.approx(two.meta_loss, rel=tolerance, nan_ok=True)
    assert torch.equal(one.stretch.stopped, two.stretch.stopped)
    for a, b in zip(_tensors(one.stretch), _tensors(two.stretch), strict=True):
        close(a, b)


def _tensors(stretch: Stretch) -> list[Tensor]:
    memory = stretch.memory
    own = [stretch.theta, stretch.loss, stretch.gradient, memory.forget, memory.input]
    return [*own, *memory.hidden, *memory.cell]


@every_design
@both_objectives
def test_meta_gradient_by_hand_is_that_of_autograd_in_every_chunk(design: Design, objective: Objective) -> None:
    problems, weights = waves(updates=6), lively(design)
    stretch = begin(design, problems, problems.start())
    for _ in range(2):
        by_hand = chunk(design, weights, problems, stretch, 3, objective, 6)
        same(by_hand, chunk_by_autograd(design, weights, problems, stretch, 3, objective, 6), 1e-9)
        stretch = by_hand.stretch


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("variant", ["gates", "additive", "combined"])
def test_meta_gradient_in_single_precision_is_that_of_autograd(variant: str, layers: int) -> None:
    single = replace(design(variant, layers), units=20)
    weights = initial(single, generator(), torch.float32)
    problems = QuadraticFamily().sample(16, 20, generator(1))  # 160 coordinates: many enough for the fast tanh
    stretch = begin(single, problems, problems.start())
    by_hand = chunk(single, weights, problems, stretch, 20, "sum", 20)
    by_autograd = chunk_by_autograd(single, weights, problems, stretch, 20, "sum", 20)
    for key, gradient in by_autograd.gradient.items():
        assert (by_hand.gradient[key] - gradient).norm() <= 1e-5 * gradient.norm()


@every_design
def test_strips_narrower_than_the_coordinates_change_nothing(design: Design) -> None:
    problems, weights = waves(count=10), lively(design)
    stretch = begin(design, problems, problems.start())
    whole = chunk(design, weights, problems, stretch, 4, "sum", 8)
    same(chunk(design, weights, problems, stretch, 4, "sum", 8, Workspace(width=16)), whole, 1e-12)


@pytest.mark.parametrize(("coordinates", "widths"), [(12, [12]), (48, [16, 16, 16]), (40, [16, 16, 8]), (7, [7])])
def test_strips_cover_all_coordinates(coordinates: int, widths: list[int]) -> None:
    found = strips(coordinates, 16)
    assert [place.stop - place.start for place in found] == widths
    assert [place.start for place in found] == [sum(widths[:k]) for k in range(len(widths))]


def test_strips_of_a_large_network_have_no_power_of_two_in_common() -> None:
    widths = {place.stop - place.start for place in strips(15_910, STRIP)[:-1]}
    assert widths == {3984}


def test_wide_strips_compute_what_narrow_ones_do() -> None:
    problems, weights = waves(count=50), lively(SEES_ALL)  # 200 coordinates: many enough for the fast tanh
    stretch = begin(SEES_ALL, problems, problems.start())
    wide = chunk(SEES_ALL, weights, problems, stretch, 4, "sum", 8)
    same(wide, chunk_by_autograd(SEES_ALL, weights, problems, stretch, 4, "sum", 8), 1e-9)


def test_a_workspace_used_again_changes_nothing_of_what_came_before() -> None:
    problems, weights, space = waves(), lively(SEES_ALL), Workspace()
    stretch = begin(SEES_ALL, problems, problems.start())
    first = chunk(SEES_ALL, weights, problems, stretch, 4, "sum", 8, space)
    other = chunk(SEES_ALL, lively(SEES_ALL, seed=5), problems, first.stretch, 4, "sum", 8, space)
    same(first, chunk(SEES_ALL, weights, problems, stretch, 4, "sum", 8), 0)
    same(other, chunk(SEES_ALL, lively(SEES_ALL, seed=5), problems, first.stretch, 4, "sum", 8), 0)


@every_design
def test_many_problems_are_as_many_runs_of_one(design: Design) -> None:
    problems, weights = waves(), lively(design)
    together = chunk(design, weights, problems, begin(design, problems, problems.start()), 4, "sum", 8)
    singles = []
    for b in range(3):
        alone = problems.only([b])
        singles.append(chunk(design, weights, alone, begin(design, alone, alone.start()), 4, "sum", 8))
    torch.testing.assert_close(together.losses, torch.cat([one.losses for one in singles], 1))
    assert together.meta_loss == pytest.approx(sum(one.meta_loss for one in singles) / 3)
    for key in weights:
        torch.testing.assert_close(together.gradient[key], sum(one.gradient[key] for one in singles) / 3)


@pytest.mark.parametrize("design", [design for design in DESIGNS if design.learns], ids=name)
def test_meta_gradient_is_the_sum_over_updates_of_gradients_times_explicit_jacobians(design: Design) -> None:
    problems, weights = waves(count=1, size=2, updates=4), lively(design)
    done = chunk(design, weights, problems, begin(design, problems, problems.start()), 4, "sum", 4)
    path = _path(design, weights, problems, 4)
    expected = torch.zeros_like(flat(weights))
    for t in range(1, 5):
        jacobian = torch.autograd.functional.jacobian(  # type: ignore[no-untyped-call]
            lambda vector, t=t: _followed(design, shaped(vector, weights), problems, path[:t]), flat(weights)
        )  # (2, number of weights)
        expected += path[t][1] @ jacobian
    torch.testing.assert_close(flattened(done.gradient, weights), expected, rtol=1e-9, atol=1e-12)


Seen = tuple[Tensor, Tensor, Tensor]  # theta, gradient and loss, (n,) each


def _path(design: Design, weights: Weights, problems: Waves, updates: int) -> list[Seen]:
    """Return where one problem goes, and what is seen there: T + 1 of them."""
    theta, memory, path = problems.start()[0], fresh(design, problems.size, torch.float64), []
    for t in range(updates + 1):
        loss, gradient = problems.loss_and_gradient(theta.unsqueeze(0), min(t, updates - 1))
        path.append((theta, gradient[0], loss.expand(problems.size)))
        done = update(design, weights, memory, *path[-1])
        theta, memory = done.theta, done.memory
    return path


def _followed(design: Design, weights: Weights, problems: Waves, path: list[Seen]) -> Tensor:
    """Return theta_t as a function of the weights, what was seen on the way being numbers."""
    theta, memory = path[0][0], fresh(design, problems.size, torch.float64)
    for _, gradient, loss in path:
        done = update(design, weights, memory, theta, gradient, loss)
        theta, memory = done.theta, done.memory
    return theta


def test_a_chunk_knows_nothing_of_the_chunk_before() -> None:
    problems, weights = waves(), lively(SEES_ALL)
    first = chunk(SEES_ALL, weights, problems, begin(SEES_ALL, problems, problems.start()), 4, "sum", 8).stretch
    copied = Stretch(**{key: getattr(first, key) for key in ("theta", "memory", "t", "loss", "gradient", "stopped")})
    assert not any(tensor.requires_grad for tensor in _tensors(first))
    same(
        chunk(SEES_ALL, weights, problems, first, 4, "sum", 8),
        chunk_by_autograd(SEES_ALL, weights, problems, copied, 4, "sum", 8),
        1e-9,
    )


def test_chunks_go_where_one_long_one_goes() -> None:
    problems, weights = waves(), lively(SEES_ALL)
    stretch = begin(SEES_ALL, problems, problems.start())
    long = chunk(SEES_ALL, weights, problems, stretch, 8, "sum", 8)
    one = chunk(SEES_ALL, weights, problems, stretch, 4, "sum", 8)
    two = chunk(SEES_ALL, weights, problems, one.stretch, 4, "sum", 8)
    torch.testing.assert_close(torch.cat([one.losses, two.losses[1:]]), long.losses, rtol=1e-12, atol=1e-12)
    assert one.meta_loss + two.meta_loss == pytest.approx(long.meta_loss)


def test_every_loss_and_gradient_is_asked_for_once() -> None:
    problems, weights = waves(updates=6), lively(SEES_ALL)
    stretch = begin(SEES_ALL, problems, problems.start())
    for _ in range(2):
        stretch = chunk(SEES_ALL, weights, problems, stretch, 3, "sum", 6).stretch
    assert problems.asked == [0, 1, 2, 3, 4, 5, 5]  # after the last update its own minibatch, there being no other


def test_final_objective_is_the_loss_on_what_no_update_saw() -> None:
    problems, weights = waves(), lively(SEES_ALL)
    done = chunk(SEES_ALL, weights, problems, begin(SEES_ALL, problems, problems.start()), 8, "final", 8)
    assert done.meta_loss == pytest.approx(float(problems.loss(done.stretch.theta, TEST).mean()))


def test_derivative_by_the_start_is_the_product_of_forget_gates_where_gates_see_nothing() -> None:
    gated, problems = design("gates", 1), waves()
    weights = {key: torch.zeros_like(w) for key, w in initial(gated, generator(), torch.float64).items()}
    weights["forget"][-1], weights["input"][-1] = 3.0, -2.0
    done = chunk(gated, weights, problems, begin(gated, problems, problems.start()), 8, "final", 8)
    _, gradient = problems.loss_and_gradient(done.stretch.theta, TEST)
    forget = torch.tensor(3.0).double().sigmoid()
    torch.testing.assert_close(done.start, forget**8 * gradient.mean(0), rtol=1e-12, atol=1e-12)


class Linear(Problems):
    """What one problem looks like at each point of a path if it is taken for a plane there."""

    def __init__(self, path: list[Seen]) -> None:
        super().__init__(1, len(path[0][0]))
        self._path, self._next = path, 0

    def start(self) -> Tensor:
        return self._path[0][0].unsqueeze(0)

    def loss(self, theta: Tensor, t: int) -> Tensor:
        at, gradient, loss = self._path[self._next]  # the end comes with the minibatch of the update before it
        self._next += 1
        return loss[:1] + (theta - at) @ gradient

    def loss_and_gradient(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return self._path[t][2][:1], self._path[t][1].unsqueeze(0)


def test_a_problem_and_its_planes_along_the_path_have_one_meta_gradient() -> None:
    seeing = design("gates", 2, sees="gradient theta gates")  # the loss of a plane does depend on theta
    problems, weights = waves(count=1), lively(seeing)
    done = chunk(seeing, weights, problems, begin(seeing, problems, problems.start()), 6, "sum", 6)
    planes = Linear(_path(seeing, weights, problems, 6))
    stretch = begin(seeing, planes, planes.start())
    exact = chunk_by_autograd(seeing, weights, planes, stretch, 6, "sum", 6, second_derivatives=True)
    torch.testing.assert_close(flattened(done.gradient, weights), flattened(exact.gradient, weights))


@pytest.mark.parametrize("by", [chunk, chunk_by_autograd])
def test_no_second_derivative_is_taken(by: object, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = torch.autograd.grad

    def watched(*given: Any, create_graph: bool = False, **more: Any) -> object:
        assert not create_graph
        return plain(*given, **more)

    monkeypatch.setattr(torch.autograd, "grad", watched)
    problems = QuadraticFamily(3).sample(2, 4, generator())
    weights = initial(SEES_ALL, generator())
    stretch = begin(SEES_ALL, problems, problems.start())
    assert callable(by)
    assert by(SEES_ALL, weights, problems, stretch, 4, "sum", 4).meta_loss > 0


@both_objectives
@pytest.mark.parametrize("layers", [0, 2])
def test_with_second_derivatives_it_is_the_slope_of_the_true_meta_loss(objective: Objective, layers: int) -> None:
    seeing = design("gates", layers, sees=EVERYTHING)
    problems, weights, h = waves(), lively(seeing), 1e-5
    stretch = begin(seeing, problems, problems.start())
    exact = chunk_by_autograd(seeing, weights, problems, stretch, 5, objective, 8, second_derivatives=True)
    along = normal(flat(weights).numel(), seed=3)

    def meta_loss(by: float) -> float:
        moved = shaped(flat(weights) + by * along, weights)
        return chunk(seeing, moved, problems, stretch, 5, objective, 8).meta_loss

    slope = float(flattened(exact.gradient, weights) @ along)
    assert (meta_loss(h) - meta_loss(-h)) / (2 * h) == pytest.approx(slope, rel=1e-6)
    first_order = chunk(seeing, weights, problems, stretch, 5, objective, 8)
    assert float(flattened(first_order.gradient, weights) @ along) != pytest.approx(slope, rel=1e-3)


def test_with_second_derivatives_the_start_has_the_slope_of_the_true_meta_loss() -> None:
    problems, weights, h = waves(), lively(SEES_ALL), 1e-5
    along, theta = normal(4, seed=3), problems.start()

    def from_there(by: float) -> Stretch:
        return begin(SEES_ALL, problems, theta + by * along)

    exact = chunk_by_autograd(SEES_ALL, weights, problems, from_there(0), 5, "sum", 8, second_derivatives=True)
    ends = [chunk(SEES_ALL, weights, problems, from_there(by), 5, "sum", 8).meta_loss for by in (h, -h)]
    assert (ends[0] - ends[1]) / (2 * h) == pytest.approx(float(exact.start @ along), rel=1e-6)


def test_inputs_are_left_alone() -> None:
    problems, weights = waves(), lively(SEES_ALL)
    stretch = begin(SEES_ALL, problems, problems.start())
    before = [tensor.clone() for tensor in (flat(weights), *_tensors(stretch))]
    chunk(SEES_ALL, weights, problems, stretch, 4, "sum", 8)
    after = [flat(weights), *_tensors(stretch)]
    assert all(torch.equal(a, b) for a, b in zip(before, after, strict=True))


def test_meta_training_by_it_makes_the_meta_loss_smaller() -> None:
    problems, weights = waves(count=16), lively(SEES_ALL)
    losses = []
    for _ in range(20):
        done = chunk(SEES_ALL, weights, problems, begin(SEES_ALL, problems, problems.start()), 8, "sum", 8)
        losses.append(done.meta_loss)
        weights = {key: w - 0.02 * done.gradient[key] for key, w in weights.items()}
    assert all(after < before for before, after in pairwise(losses))
