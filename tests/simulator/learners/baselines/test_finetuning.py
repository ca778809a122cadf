"""Fine-tuning: what it learns, what it forgets, and what nearest neighbours on the same features do not."""

from __future__ import annotations

from functools import cache

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.baselines.classifier import Classifier, scores
from metascope.simulator.learners.baselines.finetuning import FineTuning, FineTuningAnswer, NewClasses, Parts
from metascope.simulator.learners.baselines.neighbours import base_accuracy
from metascope.simulator.learners.embedding.reference import Blocks, Weights, statistics_among
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from tests.simulator.learners.metric.episodes import TINY, generator, moved, pictures

SMALL = Classifier(TINY, 4)
WEIGHTS = moved(SMALL.initial(generator(), torch.float64))
SUPPORTS, LABELS, QUERIES = pictures(5, 8, 8), torch.tensor([0, 1, 1, 2, 2]), pictures(3, 8, 8, seed=1)
BASE = pictures(6, 8, 8, seed=2), torch.arange(6) % 4

parts = pytest.mark.parametrize("parts", ["head", "all"])

OLD, NEW = 20, 5  # classes of glyphs


@cache
def glyphs() -> Tensor:
    """Return pictures (25, 20, 14, 14)."""
    return torch.tensor(draw_glyphs(3, OLD + NEW, 20, 14).images) / 255


@cache
def learned() -> tuple[Classifier, Weights]:
    """Return a classifier that has learned the first 15 drawings of each old class."""
    method = Classifier(Blocks(14, 16, 3), OLD)
    training = MetaTraining(method.initial(generator()))
    known, classes = glyphs()[:OLD, :15].flatten(0, 1), torch.arange(OLD).repeat_interleave(15)
    draws = generator(1)
    for _ in range(150):
        rows = torch.randint(len(known), (64,), generator=draws)
        training.step(lambda weights, mode: method.loss(weights, known[rows], classes[rows], mode), 1e-2)  # noqa: B023
    return method, training.weights


def tuned(moves: Parts, rate: float = 0.03, steps: int = 20) -> FineTuningAnswer:
    method, weights = learned()
    held = glyphs()[:OLD, 15:].flatten(0, 1), torch.arange(OLD).repeat_interleave(5)
    support, query = glyphs()[OLD:, :5].flatten(0, 1), glyphs()[OLD:, 5:].flatten(0, 1)
    labels = torch.arange(NEW).repeat_interleave(5)
    return FineTuning(method, rate, steps, moves).answer(weights, support, labels, query, NEW, held)


@parts
def test_with_a_rate_of_0_nothing_changes(parts: Parts) -> None:
    answer = FineTuning(SMALL, 0.0, 3, parts).answer(WEIGHTS, SUPPORTS, LABELS, QUERIES, 3, BASE)
    assert answer.base is not None
    for found in (answer.among_new, answer.among_all, answer.base, answer.losses):
        assert torch.equal(found, found[:1].expand_as(found))
    before = scores(WEIGHTS, SMALL.encode(WEIGHTS, BASE[0]))
    zeros = torch.cat([before, before.new_zeros(6, 3)], 1)
    assert float(answer.base[0]) == pytest.approx(float((zeros.argmax(1) == BASE[1]).double().mean()))


def test_new_classes_begin_equally_likely() -> None:
    answer = FineTuning(SMALL, 0.1, 2).answer(WEIGHTS, SUPPORTS, LABELS, QUERIES, 3)
    assert torch.allclose(answer.among_new[0], torch.tensor(1 / 3, dtype=torch.float64), atol=1e-15)
    assert answer.base is None


@parts
def test_steps_are_those_of_gradient_descent(parts: Parts) -> None:
    answer = FineTuning(SMALL, 0.1, 2, parts).answer(WEIGHTS, SUPPORTS, LABELS, QUERIES, 3)
    weights = {name: weight.clone() for name, weight in WEIGHTS.items()}
    for name in ("classifier.weights", "classifier.bias"):
        weights[name] = torch.cat([weights[name], torch.zeros(3, *weights[name].shape[1:], dtype=torch.float64)])
    moving = [n for n in weights if n.startswith("classifier" if parts == "head" else ("classifier", "block"))]
    moving = [n for n in moving if n not in statistics_among(weights)]
    for step in range(3):
        leaves = [weights[name].requires_grad_() for name in moving]
        loss = F.cross_entropy(scores(weights, SMALL.encode(weights, SUPPORTS)), LABELS + 4)
        slopes = torch.autograd.grad(loss, leaves)
        among = scores(weights, SMALL.encode(weights, QUERIES)).softmax(-1)
        assert float(answer.losses[step]) == pytest.approx(loss.item(), abs=1e-13)
        assert torch.allclose(answer.among_all[step], among, atol=1e-13)
        if step < 2:
            for name, slope in zip(moving, slopes, strict=True):
                weights[name] = (weights[name] - 0.1 * slope).detach()
    for name, weight in weights.items():
        assert torch.allclose(answer.tuned[name], weight, atol=1e-13), name


@parts
def test_given_weights_are_not_changed(parts: Parts) -> None:
    before = {name: weight.clone() for name, weight in WEIGHTS.items()}
    FineTuning(SMALL, 0.5, 3, parts).answer(WEIGHTS, SUPPORTS, LABELS, QUERIES, 3)
    assert all(torch.equal(WEIGHTS[name], weight) for name, weight in before.items())


@parts
def test_probabilities_sum_to_1_and_a_class_without_support_is_impossible(parts: Parts) -> None:
    answer = FineTuning(SMALL, 0.1, 2, parts).answer(WEIGHTS, SUPPORTS, torch.where(LABELS > 0, 3, 0), QUERIES, 4)
    for found in (answer.among_new, answer.among_all):
        assert torch.allclose(found.sum(-1), torch.ones(3, 3, dtype=torch.float64), atol=1e-13)
    assert float(answer.among_new[..., 1:3].abs().max()) == 0
    assert float(answer.among_all[..., 5:7].abs().max()) == 0
    assert torch.equal(answer.probabilities, answer.among_new[-1])


@parts
def test_without_supports_nothing_is_learned(parts: Parts) -> None:
    answer = FineTuning(SMALL, 0.1, 2, parts).answer(WEIGHTS, SUPPORTS[:0], LABELS[:0], QUERIES, 3, BASE)
    assert float(answer.among_new.abs().max()) == 0
    assert answer.base is not None
    assert float(answer.base[0]) == float(answer.base[-1])


@parts
def test_new_classes_are_learned_and_old_ones_forgotten(parts: Parts) -> None:
    answer = tuned(parts)
    asked = torch.arange(NEW).repeat_interleave(15)
    among_all = (answer.among_all.argmax(-1) == asked + OLD).double().mean(-1)
    among_new = (answer.among_new.argmax(-1) == asked).double().mean(-1)
    assert answer.base is not None
    assert float(answer.base[0]) > 0.8
    assert float(answer.base[-1]) < float(answer.base[0]) - 0.1
    assert float(among_all[0]) < 0.1 < 0.6 < float(among_all[-1])
    assert bool((among_new >= among_all).all())


def test_nearest_neighbours_on_the_same_features_do_not_forget() -> None:
    method, weights = learned()
    known = method.encode(weights, glyphs()[:, :5].flatten(0, 1))
    asked = torch.arange(OLD).repeat_interleave(5)
    found = base_accuracy(
        known[: OLD * 5], asked, known[OLD * 5 :], method.encode(weights, glyphs()[:OLD, 15:].flatten(0, 1)), asked
    )
    assert found.before > 0.8
    assert found.before - found.after == pytest.approx(found.stolen, abs=1e-15)
    assert found.after > found.before - 0.1


def test_rate_and_steps_are_searched_on_other_episodes() -> None:
    method, weights = learned()
    labels = torch.arange(NEW).repeat_interleave(2)
    episodes = [
        NewClasses(
            glyphs()[OLD:, 2 * i : 2 * i + 2].flatten(0, 1),
            labels,
            glyphs()[OLD:, 10:12].flatten(0, 1),
            labels,
            NEW,
        )
        for i in range(2)
    ]
    found = FineTuning(method, steps=6).tune(weights, episodes, (0.0, 0.001, 0.03))
    assert found.accuracy.shape == (3, 7)
    assert float(found.accuracy[0].max()) == pytest.approx(0.2)  # with a rate of 0 all are equally likely
    best = found.accuracy[found.rates.index(found.rate), found.steps]
    assert float(best) == float(found.accuracy.max()) > 0.5
    enough = FineTuning(method, steps=6).tune(weights, episodes, (0.0, 0.001, 0.03), least=5)
    assert torch.equal(enough.accuracy, found.accuracy)
    assert float(enough.accuracy[enough.rates.index(enough.rate), enough.steps]) == float(found.accuracy[:, 5:].max())
    assert enough.steps in (5, 6)
    again = FineTuning(method, found.rate, found.steps)
    right = [float(again.answer(weights, e.supports, e.labels, e.queries, e.ways).accuracy(e.asked)) for e in episodes]
    assert sum(right) / 2 == pytest.approx(float(best), abs=1e-6)


def test_cost_counts_what_has_moved_whatever_the_shots() -> None:
    whole = sum(w.numel() for name, w in WEIGHTS.items() if name not in statistics_among(WEIGHTS))
    new = 3 * (TINY.features + 1)
    assert FineTuning(SMALL, parts="all").cost(3, 1).stored == whole + new
    assert FineTuning(SMALL, parts="head").cost(3, 1).stored == 4 * (TINY.features + 1) + new
    assert FineTuning(SMALL).cost(3, 1).stored == FineTuning(SMALL).cost(3, 9).stored


@parts
def test_updates_are_part_of_an_answers_cost(parts: Parts) -> None:
    none, one, two = (FineTuning(SMALL, steps=steps, parts=parts).cost(3, 5).learning for steps in range(3))
    forth, head = TINY.multiply_adds, (SMALL.classes + 3) * TINY.features
    first = 9 * TINY.width * TINY.side**2
    update = 2 * head if parts == "head" else 3 * (forth + head) - first
    assert none == (15 * forth if parts == "head" else 0)
    assert two - one == one - none == 15 * update
