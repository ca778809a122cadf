"""Whether weights and changes from outside fit a run."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.compatibility import fitting, unchangeable
from metascope.simulator.engine.text import Message, say

WANTED = {"a": torch.zeros(2), "b": torch.zeros(1, 3)}


def sizes(weights: Mapping[str, Tensor]) -> Message:
    return say("{count} numbers", count=sum(weight.numel() for weight in weights.values()))


def told(given: Mapping[str, Tensor]) -> list[str]:
    with pytest.raises(UserError) as caught:
        fitting(given, WANTED, sizes, limit=10)
    return [str(problem) for problem in caught.value.problems]


def test_what_fits_comes_in_the_wanted_order_and_precision() -> None:
    found = fitting({"b": torch.ones(1, 3, dtype=torch.float64), "a": torch.full((2,), 2.0)}, WANTED)
    assert list(found) == ["a", "b"]
    assert found["b"].dtype == torch.float32
    assert found["a"].tolist() == [2.0, 2.0]


def test_all_that_does_not_fit_is_told_at_once_with_what_both_are() -> None:
    assert told({"a": torch.zeros(3), "c": torch.zeros(1)}) == [
        "must be weights of 5 numbers, not of 4 numbers",
        "b: is missing",
        "c: is not a weight of this story",
        "a: must be real numbers of shape (2,), not (3,) torch.float32",
    ]


@pytest.mark.parametrize("value", [math.nan, math.inf, -11.0])
def test_numbers_beyond_the_limit_are_refused_without_a_description(value: float) -> None:
    assert told({**WANTED, "a": torch.tensor([0.0, value])}) == ["a: must lie between -10 and 10"]


def test_whole_numbers_are_no_weights() -> None:
    assert told({**WANTED, "a": torch.zeros(2, dtype=torch.int64)})[1:] == [
        "a: must be real numbers of shape (2,), not (2,) torch.int64"
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("seed", "seed: cannot change while running: it needs a new run"),
        ("rates", "rates: cannot be changed; did you mean rate?"),
        ("xyzzy", "xyzzy: cannot be changed: this story has nothing by that name"),
    ],
)
def test_a_change_that_cannot_be_made_is_told_with_the_nearest_name(name: str, sentence: str) -> None:
    assert str(unchangeable(name, ["seed", "rate"], ["rate", "disturb"])) == sentence
