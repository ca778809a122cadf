"""Matching with and without temperature, with and without full context: four methods of one run, each as written down.

The reference is plain numpy in float64: cells of LSTMs and attention as their equations, support by support.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.settings import declarations
from metascope.simulator.learners.embedding import reference
from metascope.simulator.stories.metric_learning.captions import captions_of
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import METHOD_NAMES
from metascope.simulator.stories.metric_learning.notices import cap
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.simulation import MetricSimulation
from tests.simulator.stories.metric_learning import metric

Array = NDArray[np.float64]
FOUR = {  # method: whether with temperature, whether in context
    "matching": (True, False),
    "cosine": (False, False),
    "context": (True, True),
    "context_cosine": (False, True),
}
four = pytest.mark.parametrize("method", FOUR)
READS = 3


@cache
def run() -> tuple[MetricSimulation, MetricFrame]:
    """Return a run of all four that has learned a little."""
    made = metric(prototypes=False, **dict.fromkeys(FOUR, True), ways=3, shots=2, reads=READS, updates=5)
    for _ in range(3):
        made.step()
    return made, made.look()


def features(method: str) -> tuple[Array, Array]:
    """Return the embedded supports (M, E) and queries (Q, E) of the table."""
    made, _ = run()
    weights = {name: weight.double() for name, weight in made._networks[method].weights.items()}
    laid = made._laid[0]
    pictures = torch.cat([laid.supports, laid.queries]).double()
    found = reference.embed(weights, pictures).flatten(1).numpy()
    return found[: len(laid.supports)], found[len(laid.supports) :]


def sigmoid(values: Array) -> Array:
    return 1 / (1 + np.exp(-values))


def softmax(values: Array) -> Array:
    found: Array = np.exp(values - values.max(-1, keepdims=True))
    found /= found.sum(-1, keepdims=True)
    return found


def cell(weights: dict[str, Array], name: str, given: Array, h: Array, c: Array) -> tuple[Array, Array]:
    """Return h and c after one step of an LSTM cell on one input (I,)."""
    gates = weights[f"{name}.input"] @ given + weights[f"{name}.input_bias"]
    i, f, g, o = np.split(gates + weights[f"{name}.state"] @ h + weights[f"{name}.state_bias"], 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def in_context(weights: dict[str, Array], known: Array, asked: Array) -> tuple[Array, Array, Array]:
    """Return the supports and queries in context, and the attention of each step of reading (T, Q, M)."""
    outputs = np.zeros_like(known)
    for name, order in (("forward", range(len(known))), ("backward", range(len(known) - 1, -1, -1))):
        h = c = np.zeros(known.shape[1])
        for support in order:
            h, c = cell(weights, name, known[support], h, c)
            outputs[support] += h
    known = known + outputs
    reads, found = np.zeros((READS, len(asked), len(known))), asked.copy()
    for query, alone in enumerate(asked):
        h, c = alone, np.zeros_like(alone)
        for step in range(READS):
            reads[step, query] = softmax(known @ h)
            h, c = cell(weights, "read", np.concatenate([alone, reads[step, query] @ known]), h, c)
            h = h + alone
        found[query] = h
    return known, found, reads


def answered(method: str) -> tuple[Array, Array, Array, Array]:
    """Return class probabilities (Q, N), attention and logits (Q, M), and attention while reading (T, Q, M)."""
    made, shown = run()
    tempered, context = FOUR[method]
    weights = {name: weight.double().numpy() for name, weight in made._networks[method].weights.items()}
    (known, asked), reads = features(method), np.zeros((0, len(shown.table.queries), len(shown.table.labels)))
    if context:
        known, asked, reads = in_context(weights, known, asked)
    lengths = np.linalg.norm(asked, axis=1)[:, None] * np.linalg.norm(known, axis=1)
    logits = asked @ known.T / lengths * (np.exp(weights["log_temperature"]) if tempered else 1.0)
    attention = softmax(logits)
    shares = np.stack([attention[:, shown.table.labels == way].sum(1) for way in range(3)], 1)
    return shares, attention, logits, reads


@four
def test_each_combination_answers_as_its_equations_do(method: str) -> None:
    answer = run()[1].answers[method]
    shares, attention, logits, reads = answered(method)
    np.testing.assert_allclose(answer.probabilities, shares, atol=2e-4)
    np.testing.assert_allclose(answer.attention, attention, atol=2e-4)
    np.testing.assert_allclose(answer.pairs, logits, atol=2e-3)
    np.testing.assert_allclose(answer.reads, reads, atol=2e-4)
    np.testing.assert_array_equal(answer.predicted, shares.argmax(1))


def test_the_four_give_different_answers() -> None:
    every = [answered(method)[0] for method in FOUR]
    for place, one in enumerate(every):
        assert all(np.abs(one - other).max() > 1e-3 for other in every[:place])


@four
def test_each_combination_is_a_setting_of_its_own(method: str) -> None:
    values = {"prototypes": False, **dict.fromkeys(FOUR, False), method: True}
    settings = MetricSettings.parse(values)
    assert settings.methods == settings.trained == (method,)
    tempered, context = FOUR[method]
    assert settings.context_steps == (settings.reads if context else 0)
    name = METHOD_NAMES[method]
    assert ("without temperature" in name) == (not tempered)
    assert ("full context" in name.lower()) == context


def test_steps_of_reading_matter_where_one_of_both_methods_reads() -> None:
    reads = next(one for one in declarations(MetricSettings) if one.name == "reads")
    for method, (_, context) in FOUR.items():
        assert reads.matters({**dict.fromkeys(FOUR, False), method: True}) == context
    assert reads.matters(dict.fromkeys(FOUR, True))


@four
def test_what_is_trained_has_a_temperature_or_none_and_lstms_or_none(method: str) -> None:
    made, shown = run()
    tempered, context = FOUR[method]
    weights = made._networks[method].weights
    assert ("log_temperature" in weights) == tempered
    assert ("read.input" in weights) == context
    assert (shown.answers[method].temperature > 0) == tempered
    assert len(shown.answers[method].reads) == (READS if context else 0)
    alone = metric(prototypes=False, **{method: True})
    count = sum(weight.numel() for weight in alone.weights().values())
    assert alone.settings.weights_count == count


@four
def test_captions_tell_cosines_before_the_temperature(method: str) -> None:
    shown = run()[1]
    tempered, _ = FOUR[method]
    logit, factor = answered(method)[2][shown.query, 0], shown.answers[method].temperature if tempered else 1.0
    assert f"cosine {logit / factor:.2f}, 100% of the attention so far" in str(captions_of(shown, method)[1])


@four
def test_without_temperature_no_probability_passes_its_cap(method: str) -> None:
    tempered, context = FOUR[method]
    most = answered(method)[0].max()
    least = -1.0 if context else 0.0
    assert cap(3, 2, least) == pytest.approx(2 * np.e / (2 * np.e + 4 * np.exp(least)))
    assert tempered or most <= cap(3, 2, least)


def test_what_one_of_them_learns_does_not_depend_on_the_others() -> None:
    alone, (together, _) = metric(prototypes=False, context_cosine=True, shots=2, reads=READS, updates=5), run()
    for _ in range(3):
        alone.step()
    there = together.weights()
    assert all(torch.equal(weight, there[name]) for name, weight in alone.weights().items())


@pytest.mark.slow
def test_without_temperature_context_helps_as_the_scenario_tells() -> None:
    settings = find("context").settings.replaced(cosine=True, context_cosine=True, test_every=60)
    assert isinstance(settings, MetricSettings)
    made = MetricSimulation(settings)
    for _ in range(60):
        frame = made.step()
    found = {method: frame.metrics[f"{method}.accuracy"] for method in FOUR}
    assert found["matching"] == pytest.approx(0.80, abs=0.03)
    assert found["context"] == pytest.approx(0.80, abs=0.03)
    assert found["context_cosine"] == pytest.approx(0.71, abs=0.04)
    assert found["cosine"] == pytest.approx(0.56, abs=0.04)
    assert [cap(5, 1), cap(5, 1, least=-1.0)] == pytest.approx([0.40, 0.65], abs=0.005)
