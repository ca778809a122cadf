from __future__ import annotations

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.running.breakpoints import Breakpoint, parse

NAMES = ("maml.loss_after", "reptile.loss_after", "maml.phi")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("maml.loss_after < 0", Breakpoint("maml.loss_after", "<", 0.0)),
        ("  maml.loss_after   <=  -1.5e-3 ", Breakpoint("maml.loss_after", "<=", -0.0015)),
        ("maml.phi>2", Breakpoint("maml.phi", ">", 2.0)),
        ("maml.phi ≥ −2", Breakpoint("maml.phi", ">=", -2.0)),
        ("in 500 steps", Breakpoint("", ">=", 600.0)),
        ("In 1 step", Breakpoint("", ">=", 101.0)),
        ("in 20", Breakpoint("", ">=", 120.0)),
        ("at 1000", Breakpoint("", ">=", 1000.0)),
        ("at meta-step 101", Breakpoint("", ">=", 101.0)),
    ],
)
def test_what_a_person_writes_is_understood(text: str, wanted: Breakpoint) -> None:
    assert parse(text, NAMES, 100) == wanted


def test_its_own_text_is_understood_again() -> None:
    for one in (Breakpoint("maml.phi", ">=", -2.5), Breakpoint("", ">=", 1000.0)):
        assert parse(str(one.text), NAMES, 100) == one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("maml.loss_aftre < 0", "did you mean maml.loss_after?"),
        ("nothing.like.it < 0", "is not a metric of this run"),
        ("maml.phi < nan", "finite number"),
        ("maml.phi < x", "finite number, not 'x'"),
        ("maml.phi = 3", "must be a condition"),
        ("", "must be a condition"),
        ("at 100", "must be a meta-step after 100, not 100"),
        ("in 0 steps", "must be a meta-step after 100"),
    ],
)
def test_what_cannot_be_understood_is_told(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told.replace("?", r"\?")):
        parse(text, NAMES, 100)


def test_before_anything_was_measured_any_name_will_do() -> None:
    assert parse("accuracy > 0.9", (), 0) == Breakpoint("accuracy", ">", 0.9)


def test_a_metric_that_was_not_measured_makes_nothing_true() -> None:
    assert not Breakpoint("maml.phi", "<", 9.0).holds(3, {})
    assert Breakpoint("maml.phi", "<", 9.0).holds(3, {"maml.phi": 8.0})
    assert Breakpoint("", ">=", 3.0).holds(3, {})
    assert not Breakpoint("", ">=", 4.0).holds(3, {})
