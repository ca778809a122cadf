"""Training a start, and measuring how well it adapts."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.learners.picture_maml import fast, reference
from metascope.simulator.learners.picture_maml.evaluation import adaptation
from metascope.simulator.learners.picture_maml.networks import Perceptron
from metascope.simulator.learners.picture_maml.plan import KINDS, Kind, Plan, Tasks
from metascope.simulator.learners.picture_maml.training import MetaTraining, minibatches
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from tests.simulator.learners.picture_maml.cases import (
    CONVOLUTION,
    TWO_STEPS,
    UNITS,
    close,
    drawn,
    flat,
    generator,
    start,
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_copied_into_the_tensors_continues(kind: Kind) -> None:
    tasks, weights = drawn(UNITS), start(UNITS)
    one, other = (MetaTraining(UNITS, kind, weights, engine=fast) for _ in range(2))
    one.step(tasks, TWO_STEPS, 0.01)
    for name, value in other.tensors("x").items():
        value.copy_(one.tensors("x")[name])
    for training in (one, other):
        training.step(tasks, TWO_STEPS, 0.01)
    assert close(flat(one.weights), flat(other.weights))


def test_reptile_with_the_whole_way_ends_where_its_task_does() -> None:
    tasks, plan = drawn(UNITS, 1), Plan(3, 0.2)
    training = MetaTraining(UNITS, "reptile", start(UNITS), rule="sgd", engine=fast)
    every = tasks.support.joined(tasks.query)
    *_, last = reference.walk(UNITS, "reptile", start(UNITS), Tasks(every, tasks.query), plan)
    training.step(tasks, plan, 1.0)
    assert close(flat(training.weights), flat({name: weight[0] for name, weight in last.weights.items()}))


def test_only_meta_sgd_learns_rates() -> None:
    for kind in KINDS:
        training = MetaTraining(UNITS, kind, start(UNITS), rates=0.3)
        assert (set(training.weights) != set(training.start)) is (kind == "meta_sgd")
        assert set(training.start) == set(UNITS.shapes())


def test_long_gradients_are_clipped() -> None:
    tasks, before = drawn(UNITS), flat(start(UNITS))
    training = MetaTraining(UNITS, "maml", start(UNITS), rule="sgd", largest=1e-3, engine=fast)
    training.step(tasks, TWO_STEPS, 1.0)
    assert float((flat(training.weights) - before).norm()) == pytest.approx(1e-3)


def test_minibatches_take_every_picture_once_per_epoch() -> None:
    order = minibatches(3, 10, 4, 5, generator())
    assert order.shape == (4, 3, 5)
    for t in range(3):
        assert sorted(order[:2, t].flatten().tolist()) == sorted(order[2:, t].flatten().tolist()) == list(range(10))


@pytest.mark.parametrize("kind", ["maml", "anil"])
def test_episodes_measured_together_are_those_measured_one_by_one(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks, weights = drawn(CONVOLUTION, 5), start(CONVOLUTION)
    whole = adaptation(CONVOLUTION, kind, weights, tasks, TWO_STEPS, fast)
    monkeypatch.setattr("metascope.simulator.learners.picture_maml.evaluation._TOGETHER", 1)
    alone = adaptation(CONVOLUTION, kind, weights, tasks, TWO_STEPS, reference)
    for found, wanted in zip(vars(whole).values(), vars(alone).values(), strict=True):
        assert found.shape == (3, 5)
        assert close(found, wanted, 1e-9)
    assert whole.accuracies[2].mean == pytest.approx(float(alone.query_accuracies[2].mean()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "steps", "rate", "least"),
    [
        ("maml", 1, 3e-3, 0.8),
        ("fomaml", 1, 3e-3, 0.8),
        ("anil", 1, 3e-3, 0.7),
        ("meta_sgd", 1, 3e-3, 0.8),
        ("reptile", 5, 3e-3, 0.6),
    ],
)
def test_every_method_learns_to_tell_unseen_characters_apart(kind: Kind, steps: int, rate: float, least: float) -> None:
    network, draws = Perceptron(14, (64, 64)), generator()
    learned, unseen = (EpisodeTask(draw_glyphs(seed, 60, 20, 14, "calm"), 5, 1, 5) for seed in (0, 1))
    training = MetaTraining(network, kind, network.initial(draws), engine=fast)
    for _ in range(300):
        episodes = learned.draw(16, draws)
        tasks = Tasks.of_episodes(learned.pixels(episodes.support), learned.pixels(episodes.query))
        training.step(tasks, Plan(steps, 0.5), rate)
    episodes = unseen.draw(200, generator(1))
    tasks = Tasks.of_episodes(unseen.pixels(episodes.support), unseen.pixels(episodes.query))
    found = adaptation(network, kind, training.weights, tasks, Plan(3, 0.5), fast).accuracies
    assert found[0].mean == pytest.approx(0.2, abs=0.05)
    assert found[3].mean > least
    assert torch.isfinite(torch.tensor(found[3].margin))
