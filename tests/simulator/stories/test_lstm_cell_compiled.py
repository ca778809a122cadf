"""Runs of the LSTM cell with the compiled kernel: near the reference's, alike however many meta-steps are at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.history.travel import restore_checked
from metascope.simulator.stories.lstm_cell.names import METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.simulator.stories.lstm_cell.simulation import CellSimulation
from tests.contracts.runs import arrays, assert_same

pytestmark = pytest.mark.usefixtures("kernels")

SETTINGS: list[dict[str, object]] = [
    {},
    {"family": "lecture", "tasks": 2, "start": [0.6], "shown": "B"},
    {"family": "lecture", "tasks": 2, "start": [-3.0], "shown": "B", "eta": 10.0, "starts": 3},  # leaves the landscape
    {"family": "wells", "dimension": 2, "tasks": 3, "start": [0.6, 1.2], "objective": "last", "starts": 5},
    {"family": "mixtures", "dimension": 2, "tasks": 1, "start": [1.0, -1.0], "time_steps": 3},
    {"family": "mixtures", "tasks": 8, "starts": 1, "time_steps": 1, "clip": 0.01},
    {"shown": "B", "eta": 1.9},  # has notices
]
each = pytest.mark.parametrize("values", SETTINGS, ids=str)


def simulation(**values: object) -> CellSimulation:
    return CellSimulation(CellSettings.parse({"engine": "compiled", **values}))


@each
def test_a_run_is_near_the_references(values: Mapping[str, object]) -> None:
    run, twin = simulation(**values), simulation(**values, engine="reference")
    assert (run.engine, twin.engine) == ("compiled", "reference")
    for _ in range(6):
        mine, its = run.look(), twin.look()
        assert mine.metrics == pytest.approx(dict(its.metrics), rel=1e-8, abs=1e-9)
        assert list(map(str, mine.notices)) == list(map(str, its.notices))
        found = dict(arrays(mine))
        for name, wanted in arrays(its):
            np.testing.assert_allclose(
                found[name].astype(float), wanted.astype(float), rtol=1e-7, atol=1e-8, err_msg=name
            )
        run.step()
        twin.step()


@each
def test_several_meta_steps_at_once_are_one_by_one(values: Mapping[str, object]) -> None:
    run, twin = simulation(**values), simulation(**values)
    for count in (1, 5, 2):
        block = run.advance(count)
        assert block is not None
        for place in range(count):
            wanted = twin.step()
            assert_same(block.frame(place), wanted, METHODS)
            assert {name: column[place] for name, column in block.metrics.items()} == dict(wanted.metrics)
        assert_same(run.look(), wanted, METHODS)
    one, other = run.state(), twin.state()
    assert torch.equal(one["generator"], other["generator"])  # type: ignore[arg-type]


def test_what_moves_live_is_measured_again() -> None:
    run = simulation()
    run.advance(3)
    before = run.look()
    run.change("start", [-1.0])
    assert run.look().metrics == before.metrics
    assert (run.look().theta[:, 0] == -1.0).all()
    run.change("eta", 0.2)
    twin = simulation()
    restore_checked(twin, run.state())
    assert run.look().metrics["descent.loss_mean"] != before.metrics["descent.loss_mean"]
    assert_same(twin.look(), run.look(), METHODS)


def test_frames_of_a_block_keep_what_was_set_when_it_was_done() -> None:
    run = simulation()
    block = run.advance(3)
    assert block is not None
    wanted = run.look()
    run.change("shown", "C")
    run.change("eta", 0.5)
    assert_same(block.frame(2), wanted, METHODS)
    assert_same(block.only([0, 2]).frame(1), wanted, METHODS)
    assert block.only([2]).nbytes < block.nbytes


def test_it_stops_before_a_meta_step_that_diverges_which_the_next_one_tells() -> None:
    run = simulation()
    run.step()
    lost = torch.full_like(run.state()["moments.first"], torch.inf)  # type: ignore[arg-type]
    run.restore({**run.state(), "moments.first": lost})
    before = run.state()["generator"]
    assert run.advance(5) is None
    assert torch.equal(run.state()["generator"], before)  # type: ignore[arg-type]
    with pytest.raises(Diverged, match="meta-step 2"):
        run.step()
    assert run.look().step == 1
