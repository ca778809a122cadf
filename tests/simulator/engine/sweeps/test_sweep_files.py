from __future__ import annotations

import pytest

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.sweeps import sweep_files
from metascope.simulator.engine.text import say


@pytest.mark.parametrize("name", sweep_files.names())
def test_each_shipped_sweep_can_be_run_and_is_short_enough_to_try(name: str) -> None:
    plan = sweep_files.find(name)
    assert 10 <= len(plan) <= 200
    assert plan.axes[-1].repeats
    assert plan.title != plan.preset.title


def test_there_are_shipped_sweeps() -> None:
    assert "sine-rates" in sweep_files.names()


def test_a_sweep_that_is_none_is_refused_with_those_alike_and_all_else_that_is_wrong() -> None:
    with pytest.raises(UserError) as caught:
        sweep_files.find("sine-rate", [Problem("--workers", say("is wrong"))])
    assert str(caught.value).splitlines()[0] == "--workers: is wrong"
    assert str(caught.value).splitlines()[1].startswith("--sweep: sine-rate is not a sweep; did you mean sine-rates")


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match=r"gone\.json: cannot be read: No such file or directory"):
        sweep_files.find("gone.json")
