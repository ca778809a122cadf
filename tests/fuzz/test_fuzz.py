"""Mutated files of every kind are refused in one message, or can be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fuzz.trials import KINDS, Tally, tried

pytestmark = pytest.mark.usefixtures("kernels")  # what is tried may ask for them
COUNT = 20_000
SEED = 13


@pytest.mark.parametrize("count", [200, pytest.param(COUNT, marks=pytest.mark.slow)])
def test_any_file_is_refused_in_one_message_or_can_be_used(qapp: QApplication, tmp_path: Path, count: int) -> None:
    tally = Tally()
    for number in range(count):
        tried(tally, tmp_path, SEED, number)
    assert not tally.failures, "\n".join(tally.failures.values())
    assert set(tally.tried) == set(KINDS)
    assert all(tally.refused.values())
    assert sum(tally.used.values()) > count / 50
