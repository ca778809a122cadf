"""Full context embeddings: without LSTMs they are Matching; with them the supports' order matters."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from metascope.simulator.learners.embedding.reference import Weights
from metascope.simulator.learners.metric.context import Context, ContextAnswer
from metascope.simulator.learners.metric.matching import Matching
from tests.simulator.learners.metric.episodes import TINY, generator, normal

METHOD = Context(TINY, steps=3)
E = TINY.features
LABELS = torch.tensor([0, 0, 1, 2, 2])


def weights() -> Weights:
    return METHOD.initial(generator(), torch.float64)


def compared(given: Weights, order: Tensor | None = None) -> ContextAnswer:
    order = torch.arange(5) if order is None else order
    return METHOD.compare(given, normal(5, E)[order], LABELS[order], normal(4, E, seed=1), 3)


@pytest.mark.parametrize("tempered", [True, False])
def test_without_lstm_weights_it_is_matching(tempered: bool) -> None:
    method, given = Context(TINY, 3, tempered), weights()
    silent = {name: 0 * w if name.startswith(("forward", "backward", "read")) else w for name, w in given.items()}
    pictures = (normal(5, E), LABELS, normal(4, E, seed=1), 3)
    plain = Matching(TINY, tempered).compare(given, *pictures)
    assert torch.allclose(method.compare(silent, *pictures).probabilities, plain.probabilities, atol=1e-14)
    assert not torch.allclose(method.compare(given, *pictures).probabilities, plain.probabilities, atol=1e-4)


def test_without_temperature_there_is_no_weight_of_it_and_cosines_are_compared() -> None:
    method = Context(TINY, 3, tempered=False)
    given = method.initial(generator(), torch.float64)
    assert given.keys() == weights().keys() - {"log_temperature"}
    answer = method.compare(given, normal(5, E), LABELS, normal(4, E, seed=1), 3)
    assert torch.allclose(answer.attention, answer.cosines.softmax(-1), atol=1e-14)
    tempered = compared({**given, "log_temperature": torch.tensor(0.0, dtype=torch.float64)})
    assert torch.allclose(answer.probabilities, tempered.probabilities, atol=1e-14)


def test_the_order_of_the_supports_matters() -> None:
    backwards = torch.arange(4, -1, -1)
    assert not torch.allclose(
        compared(weights()).probabilities, compared(weights(), backwards).probabilities, atol=1e-4
    )
    assert METHOD.ordered
    assert not Matching.ordered


def test_agrees_with_torchs_modules() -> None:
    given = weights()
    both = nn.LSTM(E, E, batch_first=True, bidirectional=True, dtype=torch.float64)
    for suffix, name in (("", "forward"), ("_reverse", "backward")):
        parts = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        for theirs, ours in zip(parts, ("input", "state", "input_bias", "state_bias"), strict=True):
            getattr(both, f"{theirs}_l0{suffix}").data = given[f"{name}.{ours}"]
    cell = nn.LSTMCell(2 * E, E, dtype=torch.float64)
    cell.weight_ih.data, cell.weight_hh.data = given["read.input"], given["read.state"]
    cell.bias_ih.data, cell.bias_hh.data = given["read.input_bias"], given["read.state_bias"]
    supports, f = normal(5, E), normal(4, E, seed=1)
    out = both(supports.unsqueeze(0))[0].squeeze(0)
    g = supports + out[:, :E] + out[:, E:]
    h, c = f, torch.zeros_like(f)
    for _ in range(3):
        h, c = cell(torch.cat([f, (h @ g.T).softmax(-1) @ g], 1), (h, c))
        h = h + f
    answer = compared(given)
    assert torch.allclose(answer.supports, g, atol=1e-14)
    assert torch.allclose(answer.queries, h, atol=1e-14)


def test_its_steps_begin_with_the_queries_and_end_with_what_is_compared() -> None:
    answer = compared(weights())
    assert answer.states.shape == (4, 4, E)
    assert answer.reads.shape == (3, 4, 5)
    assert torch.equal(answer.states[0], normal(4, E, seed=1))
    assert torch.equal(answer.states[-1], answer.queries)
    assert torch.allclose(answer.reads.sum(-1), torch.ones(3, 4, dtype=torch.float64))
    assert torch.equal(answer.alone, normal(5, E))


def test_cost_is_twice_matchings_memory_and_all_reads() -> None:
    assert METHOD.cost(5, 2).stored == 2 * Matching(TINY).cost(5, 2).stored
    assert METHOD.cost(5, 2).comparing == 3 * (12 * E**2 + 2 * 10 * E) + 10 * E
