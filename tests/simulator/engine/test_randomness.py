"""Seeds of many generators at once are those of each."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.randomness import generator, seeds


@pytest.mark.parametrize("words", [(0,), (5, 1), (2**40 + 3, 1), (3, 1, 2, 7), ((1 << 63) - 1, 0, 9)])
def test_seeds_at_once_are_those_of_single_generators(words: tuple[int, ...]) -> None:
    numbers = range(70_000, 70_005)
    found = seeds(*words, last=numbers)
    assert found.tolist() == [generator(*words, number).initial_seed() for number in numbers]


def test_there_may_be_none() -> None:
    assert seeds(1, last=range(0)).tolist() == []
