"""What the optimizers story measures: everybody on the same held-out problems, the rivals tuned on others."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from torch import Generator

from metascope.simulator.learners.learned_optimizer.engines import REFERENCE
from metascope.simulator.learners.learned_optimizer.reference import Design
from metascope.simulator.learners.learned_optimizer.rivals import descend
from metascope.simulator.learners.learned_optimizer.tuning import GRID
from metascope.simulator.learners.learned_optimizer.unrolling import run
from metascope.simulator.stories.optimizers import arena
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.names import QUANTILES, RIVALS
from metascope.simulator.stories.optimizers.showing import ShownProblem
from metascope.simulator.stories.optimizers.trained import BEST
from metascope.simulator.tasks.quadratics import QuadraticFamily, Quadratics
from metascope.simulator.tasks.surfaces import SurfaceFamily
from tests.simulator.stories.optimizers import METHODS, measure_slowly, simulation
from tests.simulator.stories.played import after

ENDS = {f"{method}.{quantity}" for method in METHODS for quantity in ("loss_mean", "loss_10")}
BESTS = {"learned.best_loss_mean", "learned.best_loss_10"}
ALWAYS = {"gates.forget_mean", "gates.input_mean", "gates.input_std"}
TRAINED = {"meta.loss", "meta.gradient"}


class Drawn:
    """Notes the quadratics that are held out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.problems: list[Quadratics] = []
        held_out = QuadraticFamily.held_out

        def noted(family: QuadraticFamily, count: int, updates: int, generator: Generator) -> Quadratics:
            self.problems.append(held_out(family, count, updates, generator))
            return self.problems[-1]

        monkeypatch.setattr(QuadraticFamily, "held_out", noted)

    def of(self, count: int) -> list[Quadratics]:
        """Return the draws of so many problems at once."""
        return [problems for problems in self.problems if problems.count == count]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    return Drawn(monkeypatch)


def test_metrics_of_the_held_out_problems_come_with_every_measurement() -> None:
    made = simulation()
    names = [made.look().metrics.keys(), *(made.step().metrics.keys() for _ in range(6))]
    assert [step for step, found in enumerate(names) if "learned.loss_mean" in found] == [0, 3, 6]
    assert names[0] == ALWAYS | ENDS | BESTS
    assert names[1] == ALWAYS | TRAINED
    assert names[6] == ALWAYS | TRAINED | ENDS | BESTS


def test_metrics_are_named_after_the_number_of_updates() -> None:
    found = simulation(updates=7, truncation=7).look().metrics
    assert {"learned.loss_7", "adam.loss_7", "learned.best_loss_7"} <= found.keys()
    assert "learned.loss_10" not in found


def test_a_measurement_that_takes_several_steps_is_of_the_weights_at_its_beginning(
    monkeypatch: pytest.MonkeyPatch, drawn: Drawn
) -> None:
    measure_slowly(monkeypatch)
    made = simulation(test_every=4)
    frames = [made.look(), *(made.step() for _ in range(4))]
    weights = {name: tensor for name, tensor in made.weights().items() if not name.startswith(BEST)}
    frames += [made.step() for _ in range(8)]
    assert [frame.step for frame in frames if "learned.loss_mean" in frame.metrics] == [7, 11]
    assert [None if frame.tested is None else frame.tested.step for frame in frames] == [None] * 7 + [4] * 4 + [8] * 2
    pieces = drawn.of(2)[:7:2]  # those between are a rival's
    assert not torch.equal(pieces[0].matrix, pieces[1].matrix)
    losses = [run(Design("additive", 4, 2), weights, piece, piece.start(), 10).losses for piece in pieces]
    assert frames[7].tested is not None
    np.testing.assert_allclose(frames[7].tested.mean, torch.cat(losses, 1).mean(1), rtol=1e-5)


def test_metrics_are_the_means_of_what_the_frame_shows() -> None:
    frame = after(simulation(variant="gates"), 3)
    tested = dict(zip(METHODS, (frame.tested, *(rival.tested for rival in frame.rivals)), strict=True))
    for method, spread in tested.items():
        assert spread is not None
        assert spread.problems == 8
        assert frame.metrics[f"{method}.loss_mean"] == pytest.approx(float(spread.mean.mean()), rel=1e-5)
        assert spread.quantiles.shape == (len(QUANTILES), 11)
        assert (np.diff(spread.quantiles, axis=0) >= 0).all()


def test_losses_are_those_of_a_run_over_the_held_out_problems(drawn: Drawn) -> None:
    made = simulation(variant="gates")
    frame = after(made, 3)
    problems = drawn.of(8)[-1]
    course = run(Design("gates", 4, 2), made.weights(), problems, problems.start(), 10)
    assert frame.tested is not None
    np.testing.assert_allclose(frame.tested.mean, course.losses.mean(1), rtol=1e-5)
    quantiles = np.quantile(course.losses.numpy(), QUANTILES, axis=1)
    np.testing.assert_allclose(frame.tested.quantiles, quantiles, rtol=1e-5)
    assert frame.metrics["learned.loss_10"] == pytest.approx(float(course.losses[-1].mean()), rel=1e-5)


@pytest.mark.parametrize("r", range(len(RIVALS)), ids=RIVALS)
def test_a_rival_has_the_best_rate_of_its_grid_on_its_own_problems(r: int, drawn: Drawn) -> None:
    rival = simulation().look().rivals[r]
    problems, grid = drawn.of(arena.TUNED_ON)[r], torch.tensor(GRID[RIVALS[r]])
    found = descend(RIVALS[r], problems, problems.start(), grid, 10)
    lost = (found.stopped >= 0).any(-1)
    for told, best, criterion in (
        (rival.tuning.mean, rival.tuning.best_mean, found.losses.mean((0, 2))),
        (rival.tuning.last, rival.tuning.best_last, found.losses[-1].mean(-1)),
    ):
        np.testing.assert_allclose(told, criterion.masked_fill(lost, torch.nan), rtol=1e-4)
        assert best == np.nanargmin(told)
    assert rival.rate == pytest.approx(float(grid[rival.tuning.best_mean]))


@pytest.mark.parametrize("r", range(len(RIVALS)), ids=RIVALS)
def test_each_number_of_a_rival_comes_from_the_rate_that_was_tuned_for_it(r: int, drawn: Drawn) -> None:
    frame, name = simulation().look(), RIVALS[r]
    tuning = frame.rivals[r].tuning
    rates = torch.tensor([GRID[name][tuning.best_mean], GRID[name][tuning.best_last]])
    problems = drawn.of(8)[0]
    found = descend(name, problems, problems.start(), rates, 10)
    assert frame.metrics[f"{name}.loss_mean"] == pytest.approx(float(found.losses[:, 0].mean()), rel=1e-5)
    assert frame.metrics[f"{name}.loss_10"] == pytest.approx(float(found.losses[-1, 1].mean()), rel=1e-5)


@pytest.mark.slow
def test_where_only_the_end_counts_everybody_is_judged_by_unseen_examples() -> None:
    values: dict[str, object] = {"problem": "sine", "hidden_units": 3, "objective": "final", "truncation": 10}
    frames = [simulation(**{**values, "objective": objective}).look() for objective in ("sum", "final")]
    for method in METHODS:
        seen, unseen = (frame.metrics[f"{method}.loss_10"] for frame in frames)
        assert seen != unseen, method
    assert frames[0].metrics["learned.loss_mean"] == frames[1].metrics["learned.loss_mean"]
    for one, other in zip(frames[0].rivals, frames[1].rivals, strict=True):
        np.testing.assert_array_equal(one.tuning.mean, other.tuning.mean)
        assert not np.array_equal(one.tuning.last, other.tuning.last, equal_nan=True)


def test_problems_for_tuning_measuring_and_showing_have_none_in_common(drawn: Drawn) -> None:
    made = simulation()
    after(made, 3)
    for one, other in itertools.combinations((drawn.of(arena.TUNED_ON)[0], drawn.of(8)[0], drawn.of(1)[0]), 2):
        apart = (one.matrix.unsqueeze(1) - other.matrix).abs().amax((-1, -2))
        assert (apart > 0.01).all()


def test_held_out_problems_are_the_same_whatever_is_trained(drawn: Drawn) -> None:
    after(simulation(variant="gates", meta_rate=0.1), 6)
    simulation(variant="additive", problems=9)
    assert len(drawn.of(8)) == 3 + 4 + 1 + 4  # the learned optimizer and the rivals of the two runs
    for problems in drawn.of(8):
        assert torch.equal(problems.matrix, drawn.of(8)[0].matrix)
        assert torch.equal(problems.start(), drawn.of(8)[0].start())


def test_another_seed_holds_out_other_problems(drawn: Drawn) -> None:
    simulation(seed=0)
    simulation(seed=1)
    assert not torch.equal(drawn.of(8)[0].matrix, drawn.of(8)[-1].matrix)


def test_what_is_not_trained_is_measured_the_same_again() -> None:
    frames = [after(simulation(learn=False), steps) for steps in (0, 3)]
    assert frames[0].tested is not None
    assert frames[1].tested is not None
    np.testing.assert_array_equal(frames[0].tested.quantiles, frames[1].tested.quantiles)


def judged(frame: OptimizersFrame, objective: str) -> float:
    return frame.metrics["learned.loss_mean" if objective == "sum" else "learned.loss_10"]


@pytest.mark.parametrize("objective", ["sum", "final"])
def test_the_weights_that_did_best_so_far_are_kept(objective: str) -> None:
    made = simulation(objective=objective, truncation=10, meta_rate=0.5, test_every=1)
    frames, weights = [made.look()], [made.weights()["lstm1"]]
    for _ in range(10):
        frames.append(made.step())
        weights.append(made.weights()["lstm1"])
        losses = [judged(frame, objective) for frame in frames]
        best = int(np.argmin(losses))
        assert (frames[-1].best_step, frames[-1].best_loss) == (best, losses[best])
        assert frames[-1].metrics["learned.best_loss_mean"] == frames[best].metrics["learned.loss_mean"]
        assert frames[-1].metrics["learned.best_loss_10"] == frames[best].metrics["learned.loss_10"]
        assert torch.equal(made.weights()[f"{BEST}lstm1"], weights[best])
    assert len({frame.best_step for frame in frames}) > 2
    assert any(frame.best_step < frame.step for frame in frames)


def test_another_rate_of_gradient_descent_is_measured_at_once_and_is_not_the_best_that_was() -> None:
    made = simulation(variant="gradient-descent", eta=0.05)
    good = made.look()
    made.change("eta", 0.0)
    frame = made.look()
    assert frame.metrics["learned.loss_mean"] > good.metrics["learned.loss_mean"]
    assert frame.best_loss == frame.metrics["learned.loss_mean"] == frame.metrics["learned.best_loss_mean"]
    assert frame.tested is not None
    assert (frame.tested.step, frame.best_step) == (-1, -1)


def test_rivals_become_known_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    made = simulation()
    frames = [made.look(), *(made.step() for _ in range(20))]
    tuned = [[bool(rival.rate) for rival in frame.rivals] for frame in frames]
    assert tuned[:5] == [[r < done for r in range(4)] for done in range(5)]
    tested = [sum(rival.tested is not None for rival in frame.rivals) for frame in frames]
    assert tested == [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4 + [4]
    untuned = frames[0].rivals[0]
    assert (untuned.rate, len(untuned.loss), untuned.tuning.best_mean) == (0, 0, -1)
    assert np.isnan(untuned.tuning.mean).all()
    assert frames[20].rivals[0] is not frames[0].rivals[0]
    assert frames[7].rivals[0] is frames[4].rivals[0]


def test_large_problems_are_tuned_rate_by_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    monkeypatch.setattr(arena, "TUNED_ON", 2)
    made = simulation(problem="sine", hidden_units=2, variant="gradient-descent")
    tried = [int(np.isfinite(made.step().rivals[0].tuning.last).sum()) for _ in range(3)]
    assert tried == [1, 2, 3]
    assert made.look().rivals[0].tuning.best_mean == -1


def test_a_rivals_course_on_the_shown_problem_has_its_tuned_rate() -> None:
    frame = simulation(problem="landscape", shown=2).look()
    problem = ShownProblem(SurfaceFamily("wells", 2), 10, seed=0, which=2, methods=REFERENCE).problem
    for rival, name in zip(frame.rivals, RIVALS, strict=True):
        done = descend(name, problem, problem.start(), torch.tensor([rival.rate]), 10, torch.arange(2))
        np.testing.assert_array_equal(rival.loss, done.losses[:, 0, 0])
        np.testing.assert_array_equal(rival.path, done.path[:, 0])


def test_gates_are_compared_with_the_best_rate_of_sgd() -> None:
    frame = simulation(variant="gates", eta=0.9, decay=1.0).look()
    assert (frame.forget_equivalent, frame.input_equivalent) == (1.0, frame.rivals[0].rate)
