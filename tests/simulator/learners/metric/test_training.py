"""Meta-training: Adam on named tensors, statistics that follow, and learning indeed."""

from __future__ import annotations

from functools import partial

import pytest
import torch

from metascope.simulator.learners import outer
from metascope.simulator.learners.embedding.reference import Weights, statistics_among
from metascope.simulator.learners.metric.learner import Lesson, Mode
from metascope.simulator.learners.metric.prototypes import Prototypes
from metascope.simulator.learners.metric.training import MetaTraining
from tests.simulator.learners.metric.episodes import TINY, episode, generator

METHOD = Prototypes(TINY)


def teach(weights: Weights, mode: Mode, seed: int = 0) -> Lesson:
    return METHOD.loss(weights, *episode(TINY, seed=seed), mode)


def begun(largest: float | None = None) -> MetaTraining:
    return MetaTraining(METHOD.initial(generator(), torch.float64), largest)


def test_each_weight_moves_by_adam() -> None:
    training = begun()
    weights = METHOD.initial(generator(), torch.float64)
    trained = [name for name in weights if name not in statistics_among(weights)]
    moments = {name: outer.fresh(weights[name].flatten()) for name in trained}
    for seed in range(3):
        training.step(partial(teach, seed=seed), 1e-2)
        traced = weights | {name: weights[name].requires_grad_() for name in trained}
        slopes = torch.autograd.grad(teach(traced, Mode("episode"), seed).loss, [traced[name] for name in trained])
        for name, slope in zip(trained, slopes, strict=True):
            flat = weights[name].detach().flatten()
            flat, moments[name] = outer.adam(flat, slope.flatten(), 1e-2, moments[name])
            weights[name] = flat.view_as(slope)
    for name in trained:
        assert torch.allclose(training.weights[name], weights[name], atol=1e-8), name


def test_running_statistics_move_a_tenth_of_the_way() -> None:
    training, measured = begun(), Weights()
    start = METHOD.initial(generator(), torch.float64)
    teach(start, Mode("episode", measured))
    training.step(teach, 0.0)
    for name in statistics_among(start):
        assert torch.allclose(training.weights[name], 0.9 * start[name] + 0.1 * measured[name], atol=1e-15)
    assert torch.equal(training.weights["block1.filters"], start["block1.filters"])


def test_goes_on_from_tensors_copied_into_another() -> None:
    one, other = begun(), begun()
    for seed in range(2):
        one.step(partial(teach, seed=seed), 1e-2)
    for name, tensor in other.tensors("a").items():
        tensor.copy_(one.tensors("a")[name])
    for training in (one, other):
        training.step(partial(teach, seed=2), 1e-2)
    for name, tensor in other.tensors("a").items():
        assert torch.equal(tensor, one.tensors("a")[name]), name


def test_forgets_the_optimizer_only() -> None:
    training = begun()
    training.step(teach, 1e-2)
    kept = {name: weight.clone() for name, weight in training.weights.items()}
    training.forget()
    for name, tensor in training.tensors("a").items():
        if ".rule." in name:
            assert float(tensor.abs().max()) == 0, name
    assert all(torch.equal(training.weights[name], weight) for name, weight in kept.items())


def test_clips_the_gradient() -> None:
    """After a clipped step, Adam's second moment is of a gradient whose norm is the largest allowed."""
    clipped, free = begun(1e-3), begun()
    norms = []
    for training in (clipped, free):
        training.step(teach, 1e-2)
        norms.append(float(training.tensors("a")["a.rule.second"].sum().div(1e-3).sqrt()))
    assert norms[0] == pytest.approx(1e-3, rel=1e-9)
    assert norms[1] > 1e-2


def test_learns_an_episode() -> None:
    training = begun()
    lessons = [training.step(teach, 1e-2) for _ in range(150)]
    assert float(lessons[-1].loss) < 0.1 * float(lessons[0].loss)
    assert lessons[-1].accuracy == 1
