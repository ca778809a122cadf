"""Dynamic n-grams: what they are drawn from, and the best that can be done."""

from __future__ import annotations

import math
from collections import defaultdict

import pytest
import torch

from metascope.simulator.tasks.sequences.ngrams import NGramsTask, contexts, optimal, probabilities
from tests.simulator.tasks.sequences.tasks import generator


def test_targets_are_the_next_bits() -> None:
    drawn = NGramsTask().draw(3, generator())
    assert torch.equal(drawn.targets[4:-1], drawn.inputs[5:])
    assert drawn.mask.sum(0).tolist() == [195] * 3


def test_probabilities_are_drawn_from_the_arcsine_law() -> None:
    drawn = probabilities(2000, 5, generator())
    for limit in (0.05, 0.25, 0.5, 0.9):
        expected = 2 / math.pi * math.asin(math.sqrt(limit))
        assert float((drawn < limit).float().mean()) == pytest.approx(expected, abs=0.006)


def test_the_oldest_bit_leads_a_context() -> None:
    drawn = torch.tensor([[1], [0], [0], [1], [1]])
    assert contexts(drawn, 3).flatten().tolist() == [0b100, 0b001]


def test_bits_follow_the_table_of_their_sequence() -> None:
    task = NGramsTask(context=1)
    tables = probabilities(3, 1, generator(2))  # what the task draws first
    drawn = task.draw(3, generator(2), length=2000)
    for at in range(3):
        for context in (0, 1):
            before = drawn.inputs[:, at, 0] == context
            share = float(drawn.targets[before, at].mean())
            assert share == pytest.approx(float(tables[at, context]), abs=4.5 * 0.5 / math.sqrt(int(before.sum())))


def test_the_best_predictor_counts_what_followed_a_context() -> None:
    drawn = torch.tensor([[0], [1], [1], [1], [0], [1]])
    # bits 1 to 5 follow 0, 1, 1, 1, 0; before each, the ones and all bits that followed the same context
    expected = [(0, 0), (0, 0), (1, 1), (2, 2), (1, 1)]
    assert optimal(drawn, 1).flatten().tolist() == [(ones + 0.5) / (seen + 1) for ones, seen in expected]


def test_the_optimum_is_the_probability_of_the_counts_alone() -> None:
    task = NGramsTask()
    drawn = task.draw(4, generator(3))
    optimum = task.optimum(drawn)
    for at in range(4):
        sequence = [*drawn.inputs[:, at, 0].tolist(), float(drawn.targets[-1, at, 0])]
        counts: dict[tuple[float, ...], list[int]] = defaultdict(lambda: [0, 0])
        for t in range(5, 200):
            counts[tuple(sequence[t - 5 : t])][int(sequence[t])] += 1
        nats = sum(  # B(n1 + 1/2, n0 + 1/2) / B(1/2, 1/2)
            math.lgamma(zeros + 0.5) + math.lgamma(ones + 0.5) - math.lgamma(zeros + ones + 1) - math.log(math.pi)
            for zeros, ones in counts.values()
        )
        assert float(optimum[at]) == pytest.approx(-nats / math.log(2))


def test_the_optimum_is_128_bits_in_the_mean() -> None:
    task, random = NGramsTask(), generator()
    optimum = torch.cat([task.optimum(task.draw(5000, random)) for _ in range(2)])
    assert float(optimum.mean()) == pytest.approx(128.16, abs=1)
