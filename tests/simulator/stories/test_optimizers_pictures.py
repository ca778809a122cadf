"""Pictures of the optimizers story: the answers shown and the accuracy measured are those of the networks."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.stories.optimizers.arena import _TESTING
from metascope.simulator.stories.optimizers.families import family_of
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation
from metascope.simulator.tasks.classification import PictureProblems
from tests.simulator.stories.optimizers import METHODS, simulation
from tests.simulator.stories.played import after

EPISODES = {"problem": "episodes", "side": 7, "ways": 3, "shots": 2, "batch": 0, "hidden_units": 4}
GLYPHS = {"problem": "glyphs", "side": 7, "ways": 3, "batch": 6, "hidden_units": 4}


def network(theta: Tensor, inputs: Tensor, units: int = 4, ways: int = 3) -> Tensor:
    """Return the outputs (N, ways) for inputs (N, pixels), written out for a single sigmoid layer."""
    pixels = inputs.shape[1]
    w1, b1, w2, b2 = torch.split(theta, [units * pixels, units, ways * units, ways])
    return torch.sigmoid(inputs @ w1.view(units, pixels).T + b1) @ w2.view(ways, units).T + b2


def shown_problem(made: OptimizersSimulation) -> PictureProblems:
    problem = made._subject.problem
    assert isinstance(problem, PictureProblems)
    return problem


@pytest.mark.parametrize("values", [EPISODES, GLYPHS], ids=["episodes", "glyphs"])
def test_answers_at_every_update_are_those_of_plain_gradient_descent(values: dict[str, object]) -> None:
    made = simulation(**values, variant="gradient-descent", eta=0.5, updates=6)
    frame, problem = made.look(), shown_problem(made)
    assert frame.guesses is not None
    assert frame.classified is not None
    theta, unseen = problem.start()[0], problem.examples(-1)[0][0]
    for t in range(7):
        np.testing.assert_array_equal(frame.guesses[t], network(theta, unseen).argmax(1))
        if t < 6:
            theta = theta.detach().requires_grad_()
            inputs, labels = problem.examples(t)
            loss = torch.nn.functional.cross_entropy(network(theta, inputs[0]), labels[0])
            theta = theta - 0.5 * torch.autograd.grad(loss, theta)[0]
    assert len(np.unique(frame.guesses, axis=0)) > 1
    np.testing.assert_array_equal(frame.classified.labels, problem.test_labels[0])


def test_pictures_of_a_class_are_drawings_of_one_character() -> None:
    made = simulation(**EPISODES)
    frame, problem = made.look(), shown_problem(made)
    assert frame.classified is not None
    shown = frame.classified
    assert shown.pictures.shape == (45, 7, 7)
    assert shown.examples.shape == (3, 7, 7)
    of_class = {int(row) // 40 for row in problem.rows[0, 0]}
    for label in range(3):
        examples = problem.rows[0, 0][problem.labels[0, 0] == label]
        np.testing.assert_array_equal(shown.examples[label], problem.pictures(examples)[0])
    assert {int(row) // 40 for row in problem.test_rows[0]} == of_class
    seen, unseen = set(problem.rows[0, 0].tolist()), set(problem.test_rows[0].tolist())
    assert not seen & unseen


@pytest.mark.parametrize("values", [EPISODES, GLYPHS], ids=["episodes", "glyphs"])
def test_measured_accuracy_is_that_on_the_held_out_problems(values: dict[str, object]) -> None:
    made = simulation(**values, variant="gradient-descent", eta=0.5, updates=6)
    frame = made.look()
    assert frame.tested is not None
    assert frame.tested.accuracy is not None
    shares = []
    assert made._arena.pieces == 1
    problems = family_of(made.settings).held_out(8, 6, generator(made.settings.seed, _TESTING, 0))
    assert isinstance(problems, PictureProblems)
    for index in range(8):
        theta = problems.start()[index]
        for t in range(6):
            theta = theta.detach().requires_grad_()
            inputs, labels = problems.examples(t)
            loss = torch.nn.functional.cross_entropy(network(theta, inputs[index]), labels[index])
            theta = theta - 0.5 * torch.autograd.grad(loss, theta)[0]
        inputs, labels = problems.examples(-1)
        shares.append(float((network(theta, inputs[index]).argmax(1) == labels[index]).double().mean()))
    assert frame.tested.accuracy.mean == pytest.approx(np.mean(shares))
    assert frame.tested.accuracy.half == pytest.approx(1.96 * np.std(shares, ddof=1) / np.sqrt(8))
    assert frame.metrics["learned.accuracy"] == frame.tested.accuracy.mean
    assert {f"{method}.accuracy" for method in METHODS} <= frame.metrics.keys()


def test_problems_without_classes_have_no_accuracy() -> None:
    frame = simulation().look()
    assert frame.classified is None
    assert frame.guesses is None
    assert frame.tested is not None
    assert frame.tested.accuracy is None
    assert not [name for name in frame.metrics if "accuracy" in name]


def test_accuracy_comes_back_with_a_state() -> None:
    made, again = simulation(**EPISODES, variant="gates"), simulation(**EPISODES, variant="gates")
    frame = after(made, 3)
    again.restore(made.state())
    back: OptimizersFrame = again.look()
    assert frame.tested is not None
    assert back.tested is not None
    assert back.tested.accuracy == frame.tested.accuracy
    assert back.tested.accuracy is not None


def test_a_state_without_accuracies_still_loads() -> None:
    made, again = simulation(**EPISODES, variant="gates"), simulation(**EPISODES, variant="gates")
    after(made, 3)
    again.restore({name: value for name, value in made.state().items() if not name.endswith(".accuracy")})
    back = again.look()
    assert back.tested is not None
    assert back.tested.accuracy is None
