"""Typed conditions on a table's rows."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps.analysis.row_filter import Value, parse_filter

COLUMNS = {"inner_rate": False, "method": True, "seed": False, "maml.loss_after": False}
ROWS: list[dict[str, Value]] = [
    {"inner_rate": 0.01, "method": "maml", "seed": 0, "maml.loss_after": 0.5},
    {"inner_rate": 0.1, "method": "maml", "seed": 1, "maml.loss_after": float("nan")},
    {"inner_rate": 0.3, "method": "reptile", "seed": 2, "maml.loss_after": None},
]


def kept(text: str) -> list[Value]:
    wanted = parse_filter(text, COLUMNS)
    return [row["seed"] for row in ROWS if wanted.keeps(row)]


@pytest.mark.parametrize(
    ("text", "seeds"),
    [
        ("", [0, 1, 2]),
        ("  ", [0, 1, 2]),
        ("inner_rate < 0.1", [0]),
        ("inner_rate<=0.1", [0, 1]),
        ("inner_rate ≤ 0,1", [0, 1]),
        ("inner_rate < 1 and method = maml", [0, 1]),
        ("INNER_RATE = 3 or seed == 2", None),
        ("seed = 0 or seed == 2", [0, 2]),
        ("method != maml", [2]),
        ('method = "MAML" and seed > 0', [1]),
        ("maml.loss_after < 1", [0]),
        ("maml.loss_after != 7", [0]),  # what is missing meets nothing
    ],
)
def test_rows_that_meet_the_conditions_are_kept(text: str, seeds: list[int] | None) -> None:
    if seeds is None:
        with pytest.raises(UserError):
            kept(text)
    else:
        assert kept(text) == seeds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("inner_rat < 1", "inner_rat: is no column; did you mean inner_rate?"),
        ("zzz < 1", "zzz: is no column; there are inner_rate, method, seed, maml.loss_after"),
        ("seed", "a condition is a column, a sign and a value, such as seed = 3, not 'seed'"),
        ("seed < 1 and", "a condition is a column, a sign and a value, such as seed = 3, not ''"),
        ("seed < maml", "seed: must be a number such as 0.05, not 'maml'"),
        ("method < maml", "method: holds words: compare it by = or !=, not by <"),
        ("method = 'maml", "'maml cannot be read: a quotation mark or a sign is incomplete"),
        ("seed < 1" * 200, "a filter must be at most 1,000 characters long"),
        ("a = 1 and b = 2", "a: is no column; there are inner_rate, method, seed, maml.loss_after\n"
         "b: is no column; there are inner_rate, method, seed, maml.loss_after"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_every_mistake_named(text: str, told: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_filter(text, COLUMNS)
    assert str(refused.value) == told
