"""Reading by content, and writing to what was read or to the rows least used."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.mann import memory as rows
from tests.simulator.learners.mann.networks import generator, normal


def weightings(*shape: int, seed: int = 0) -> Tensor:
    return normal(*shape, seed=seed).softmax(-1)


def test_similarity_is_the_cosine_whatever_the_lengths() -> None:
    key, memory = normal(3, 2, 4), normal(3, 7, 4, seed=1)
    wanted = torch.nn.functional.cosine_similarity(key.unsqueeze(2), memory.unsqueeze(1), dim=-1)
    torch.testing.assert_close(rows.similarity(key, memory), wanted, rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(rows.similarity(9 * key, memory / 3), wanted, rtol=1e-4, atol=1e-4)


def test_an_empty_row_is_like_nothing_and_has_a_derivative() -> None:
    memory = torch.zeros(1, 3, 4, dtype=torch.float64, requires_grad=True)
    found = rows.similarity(normal(1, 1, 4), memory)
    assert not found.any()
    (gradient,) = torch.autograd.grad(found.sum(), memory)
    assert gradient.isfinite().all()


def test_weights_of_reading_are_positive_and_sum_to_1() -> None:
    weights = rows.read_weights(normal(3, 2, 4), normal(3, 7, 4, seed=1))
    assert (weights > 0).all()
    torch.testing.assert_close(weights.sum(-1), torch.ones(3, 2).double())


def test_an_open_gate_writes_where_was_read_and_a_closed_one_to_the_row_least_used() -> None:
    before, least = weightings(3, 2, 7), torch.tensor([[5, 0], [1, 2], [6, 3]])
    assert torch.equal(rows.write_weights(torch.ones(3, 2).double(), before, least), before)
    closed = rows.write_weights(torch.zeros(3, 2).double(), before, least)
    assert torch.equal(closed, torch.nn.functional.one_hot(least, 7).double())


def test_weights_of_writing_sum_to_1_for_every_head() -> None:
    gate, before = torch.rand(3, 4, generator=generator(), dtype=torch.float64), weightings(3, 4, 7)
    written = rows.write_weights(gate, before, rows.least_used(normal(3, 7).abs(), 4))
    torch.testing.assert_close(written.sum(-1), torch.ones(3, 4).double())


@pytest.mark.parametrize("heads", [1, 3])
def test_each_head_has_another_one_of_the_rows_least_used(heads: int) -> None:
    usage = normal(5, 9).abs()
    least = rows.least_used(usage, heads)
    limit = usage.sort(-1).values[:, heads - 1 : heads]  # m(w^u, n)
    marked = torch.zeros_like(usage).scatter(1, least, 1)
    assert torch.equal(marked, (usage <= limit).double())
    assert torch.equal(usage.gather(1, least[:, :1]).squeeze(1), usage.min(-1).values)


def test_of_rows_used_alike_the_first_are_taken_at_every_size() -> None:
    for n in (5, 16, 128, 1000):
        usage = torch.zeros(2, n)
        usage[0, 0], usage[1, 2] = 1, 1
        assert rows.least_used(usage, 4).tolist() == [[1, 2, 3, 4], [0, 1, 3, 4]]


def test_a_row_in_use_is_never_taken_while_enough_are_not() -> None:
    usage = normal(50, 12, seed=3).abs() * (torch.rand(50, 12, generator=generator(4)) < 0.5)
    for one, taken in zip(usage, rows.least_used(usage, 3), strict=True):
        free = int((one == 0).sum())
        assert int((one[taken] == 0).sum()) == min(free, 3)


def test_only_the_least_used_row_is_erased() -> None:
    memory = normal(2, 5, 3)
    after = rows.erase(memory, torch.tensor([[3, 1], [0, 4]]))
    assert not after[0, 3].any()
    assert not after[1, 0].any()
    kept = torch.ones(2, 5, dtype=torch.bool)
    kept[0, 3] = kept[1, 0] = False
    assert torch.equal(after[kept], memory[kept])


def test_writing_adds_to_a_row_what_its_weights_say() -> None:
    memory, weights, add = normal(2, 5, 3), weightings(2, 2, 5, seed=1), normal(2, 2, 3, seed=2)
    after = rows.write(memory, weights, add)
    for b in range(2):
        for i in range(5):
            wanted = memory[b, i] + sum(weights[b, h, i] * add[b, h] for h in range(2))
            torch.testing.assert_close(after[b, i], wanted)


def test_usage_grows_to_two_heads_weights_over_one_minus_gamma() -> None:
    heads, gamma = 4, 0.95
    usage = torch.zeros(1, 128).double()
    usage[0, 0] = 1
    for t in range(2000):
        usage = rows.use(usage, gamma, weightings(1, heads, 128, seed=t), weightings(1, heads, 128, seed=-t - 1))
        if t == 49:
            assert float(usage.sum()) == pytest.approx(147.77, abs=0.005)
    assert float(usage.sum()) == pytest.approx(2 * heads / (1 - gamma))


def test_what_is_stored_under_orthonormal_keys_is_recalled() -> None:
    n, width = 6, 5
    keys = torch.eye(width).double()
    memory, usage = torch.zeros(1, n, width).double(), torch.zeros(1, n).double()
    read = weightings(1, 1, n)
    for key in keys:
        least = rows.least_used(usage, 1)
        written = rows.write_weights(torch.zeros(1, 1).double(), read, least)
        memory = rows.write(rows.erase(memory, least), written, key.view(1, 1, -1))
        usage = rows.use(usage, 0.95, torch.zeros_like(read), written)
    found = rows.read_weights(keys.unsqueeze(0), memory)  # (1, keys, N)
    assert found.argmax(-1).tolist() == [[0, 1, 2, 3, 4]]
    torch.testing.assert_close(rows.read(memory, torch.nn.functional.one_hot(found.argmax(-1), n).double())[0], keys)
    right, others = math.e / (math.e + n - 1), 1 / (math.e + n - 1)  # softmax of a cosine of 1 among zeros
    torch.testing.assert_close(rows.read(memory, found)[0], others + (right - others) * keys, rtol=1e-5, atol=1e-5)
