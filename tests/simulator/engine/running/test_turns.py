"""Turns: a thread that wants the interpreter gets it soon from one that computes in Python."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from metascope.simulator.engine.running.turns import TURN, take_short_turns


@pytest.fixture(autouse=True)
def own_interval() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def test_turns_are_shorter_than_pythons() -> None:
    sys.setswitchinterval(0.005)
    take_short_turns()
    assert sys.getswitchinterval() == pytest.approx(TURN)
    assert TURN < 0.005
