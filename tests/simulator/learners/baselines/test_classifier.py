"""The classifier of all classes mixed."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name

from metascope.simulator.learners.baselines.classifier import Classifier, scores
from metascope.simulator.learners.embedding.reference import embed, statistics_among
from metascope.simulator.learners.metric.training import MetaTraining
from tests.simulator.learners.metric.episodes import TINY, generator, moved, pictures

METHOD = Classifier(TINY, 6)
WEIGHTS = moved(METHOD.initial(generator(), torch.float64))
PICTURES, CLASSES = pictures(12, 8, 8), torch.arange(12) % 6


def test_loss_is_the_cross_entropy_of_a_linear_layer() -> None:
    logits = embed(WEIGHTS, PICTURES, "episode") @ WEIGHTS["classifier.weights"].T + WEIGHTS["classifier.bias"]
    lesson = METHOD.loss(WEIGHTS, PICTURES, CLASSES)
    assert float(lesson.loss) == pytest.approx(float(F.cross_entropy(logits, CLASSES)), abs=1e-13)
    assert lesson.accuracy == pytest.approx(float((logits.argmax(1) == CLASSES).double().mean()))


def test_gradients_agree_with_finite_differences() -> None:
    names = [name for name in WEIGHTS if name not in statistics_among(WEIGHTS)]
    traced = WEIGHTS | {name: WEIGHTS[name].clone().requires_grad_() for name in names}
    slopes = torch.autograd.grad(METHOD.loss(traced, PICTURES, CLASSES).loss, [traced[name] for name in names])
    for name, slope in zip(names, slopes, strict=True):
        way = torch.randn(slope.shape, generator=generator(3), dtype=torch.float64)
        low, high = (
            float(METHOD.loss(WEIGHTS | {name: WEIGHTS[name] + step * way}, PICTURES, CLASSES).loss)
            for step in (-1e-6, 1e-6)
        )
        assert (high - low) / 2e-6 == pytest.approx(float((slope * way).sum()), rel=1e-5, abs=1e-8), name


def test_learns_its_classes_with_running_statistics_too() -> None:
    training = MetaTraining(METHOD.initial(generator(), torch.float64))
    for _ in range(200):
        training.step(lambda weights, mode: METHOD.loss(weights, PICTURES, CLASSES, mode), 1e-2)
    found = scores(training.weights, METHOD.encode(training.weights, PICTURES))
    assert torch.equal(found.argmax(-1), CLASSES)
