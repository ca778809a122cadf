"""Typed conditions on a table's rows."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps.analysis.row_filter import Value, offers, parse_filter

COLUMNS = {"inner_rate": (), "method": ("maml", "fomaml", "reptile"), "seed": (), "maml.loss_after": ()}
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


@pytest.mark.parametrize(
    ("text", "after", "offered"),
    [
        ("", "", []),
        ("s", "s", ["seed", "maml.loss_after"]),  # what begins with it comes first
        ("in", "in", ["inner_rate"]),
        ("seed", "seed", []),
        ("LOSS", "LOSS", ["maml.loss_after"]),
        ("nothing", "nothing", []),
        ("seed ", "seed ", []),
        ("seed =", "seed =", []),
        ("seed = s", "seed = s", []),  # a column of numbers
        ("method = m", "method = m", ["maml", "fomaml"]),
        ("method=re", "method=re", ["reptile"]),
        ("seed = 3 a", "seed = 3 a", ["and"]),
        ("seed = 3 and m", "seed = 3 and m", ["method", "maml.loss_after"]),
        ("seed = 3 and me = maml", "seed = 3 and me", ["method"]),
        ("se  < 3", "se", ["seed"]),
        ('"see', '"see', ["seed"]),
        ("seed < ' and ", "seed < ' and ", []),
    ],
)
def test_what_a_word_may_become_is_offered(text: str, after: str, offered: list[str]) -> None:
    start, end, words = offers(text, len(after), COLUMNS)
    assert list(words) == offered
    if words:
        assert text[start:end].strip('"').casefold() in words[0]
        assert not text[:start] or text[:start][-1] in " ="
        assert not text[end:] or text[end:][0] == " "


def test_a_name_with_blanks_is_offered_in_quotes_and_can_be_read() -> None:
    columns = {"own idea.loss": (), 'a "b" c': ()}
    for typed, whole in (("own", '"own idea.loss" < 3'), ('"own id', '"own idea.loss" < 3'), ("b", "'a \"b\" c' < 3")):
        start, end, (word,) = offers(typed, len(typed), columns)
        text = f"{typed[:start]}{word}{typed[end:]} < 3"
        assert text == whole
        assert parse_filter(text, columns).alternatives
