"""Imagined examples: an identity that changes nothing, exact numbers of examples, gradients through prototypes."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.embedding.reference import Weights
from metascope.simulator.learners.metric import imagined
from metascope.simulator.learners.metric.imagined import Imagined, head, imagine
from metascope.simulator.learners.metric.learner import Mode
from metascope.simulator.learners.metric.prototypes import Prototypes
from tests.simulator.learners.metric.episodes import TINY, episode, generator, moved, normal

E = TINY.features
START = Imagined(TINY).initial(generator(), torch.float64)
CHANGED = moved(START, size=0.1)
GENERATOR = [name for name in START if name.startswith("generator")]


def features(count: int, seed: int = 0) -> Tensor:
    return normal(count, E, seed=seed).abs()


def test_the_start_is_the_identity_of_features_that_are_not_negative() -> None:
    assert torch.equal(imagine(START, features(20), generator()), features(20))
    assert float((imagine(START, features(20) - 0.5, generator()) - (features(20) - 0.5)).abs().max()) > 0.4


@pytest.mark.parametrize("augmented", [1, 2, 5])
def test_with_the_identity_one_shot_is_plain_prototypes_behind_the_head(augmented: int) -> None:
    supports, queries = features(4), features(6, 1)
    found = Imagined(TINY, augmented).compare(START, supports, torch.arange(4), queries, 4)
    plain = Prototypes(TINY).compare({}, head(START, supports), torch.arange(4), head(START, queries), 4)
    assert torch.allclose(found.probabilities, plain.probabilities, atol=1e-14)


def test_with_the_identity_imagined_examples_are_copies_of_their_seeds() -> None:
    labels = torch.tensor([0, 0, 1])
    found = Imagined(TINY, 6).compare(START, features(3), labels, features(2, 1), 2)
    assert torch.equal(found.exists.sum(-1), torch.tensor([4, 5]))
    assert torch.equal(labels[found.seeds][found.exists], torch.tensor([0] * 4 + [1] * 5))
    assert torch.allclose(found.examples, found.supports[found.seeds], atol=1e-15)
    copies = torch.cat([found.supports[:2], found.examples[0, :4]])
    assert torch.allclose(found.prototypes[0], copies.mean(0), atol=1e-14)


def test_classes_that_have_enough_are_left_as_they_are() -> None:
    labels = torch.tensor([0, 0, 0, 1])
    found = Imagined(TINY, 2).compare(CHANGED, features(4), labels, features(2, 1), 3)
    assert found.exists.sum(-1).tolist() == [0, 1, 0]
    assert torch.allclose(found.prototypes[0], found.supports[:3].mean(0), atol=1e-14)
    assert float(found.probabilities[:, 2].abs().max()) == 0


def test_without_examples_to_add_the_generator_is_not_called(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_: object) -> Tensor:
        raise AssertionError

    monkeypatch.setattr(imagined, "imagine", called)
    Imagined(TINY, 2).compare(CHANGED, features(4), torch.tensor([0, 0, 1, 1]), features(2, 1), 2)
    with pytest.raises(AssertionError):
        Imagined(TINY, 3).compare(CHANGED, features(4), torch.tensor([0, 0, 1, 1]), features(2, 1), 2)


def generator_gradients(augmented: int) -> list[Tensor | None]:
    method, (support, query) = Imagined(TINY, augmented), episode(TINY)
    traced: Weights = {name: weight.clone().requires_grad_(name in GENERATOR) for name, weight in CHANGED.items()}
    loss = method.loss(traced, support, query).loss
    if not loss.requires_grad:
        return [None]
    return list(torch.autograd.grad(loss, [traced[name] for name in GENERATOR], allow_unused=True))


def test_gradients_reach_the_generator_through_the_prototypes_only() -> None:
    assert all(found is not None and float(found.abs().max()) > 0 for found in generator_gradients(4))
    assert all(found is None for found in generator_gradients(2))


def test_the_generator_learns_to_use_noise() -> None:
    noisy = {name: weight.clone() for name, weight in START.items()}
    noisy["generator1.weights"][:, E:] = 0.1
    seeds = features(1).expand(50, -1)
    assert float(imagine(noisy, seeds, generator()).std(0).min()) > 0
    assert float(imagine(START, seeds, generator()).std(0).max()) == 0


def test_the_same_draws_imagine_the_same() -> None:
    def examples(seed: int | None) -> Tensor:
        mode = Mode(draws=None if seed is None else generator(seed))
        return Imagined(TINY, 5).compare(CHANGED, features(4), torch.arange(4), features(1, 1), 4, mode).examples

    assert torch.equal(examples(1), examples(1))
    assert not torch.equal(examples(1), examples(2))
    assert torch.equal(examples(None), examples(None))


def test_cost_counts_the_head_and_one_prototype_per_class() -> None:
    assert Imagined(TINY).cost(5, 4).stored == 5 * E
    assert Imagined(TINY).cost(5, 4).comparing == 2 * E**2 + 5 * E
