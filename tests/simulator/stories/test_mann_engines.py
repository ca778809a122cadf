"""A run of the MANN story by its compiled kernels: replayed bit for bit, and close to the readable code's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from metascope.simulator.engine.compiling.cache import PLACE
from metascope.simulator.learners.kernels import LSTM, MANN
from metascope.simulator.stories.mann.names import METHODS
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.mann.simulation import MannSimulation
from tests.contracts.runs import assert_same
from tests.simulator.stories.mann import KINDS, simulation
from tests.simulator.stories.played import after

each_kind = pytest.mark.parametrize("values", KINDS, ids=lambda values: "-".join(map(str, values)) or "plain")


@each_kind
@pytest.mark.usefixtures("kernels")
def test_a_compiled_run_does_what_the_reference_does(values: dict[str, object]) -> None:
    runs = [simulation(**values, engine=engine, rate=1e-4) for engine in ("compiled", "reference")]
    assert [made.engine for made in runs] == ["compiled", "reference"]
    one, other = (after(made, 2) for made in runs)
    np.testing.assert_allclose(one.answers, other.answers, atol=1e-3)
    np.testing.assert_allclose(one.rival, other.rival, atol=1e-3)
    np.testing.assert_array_equal(one.heads.least_used, other.heads.least_used)
    for name in ("key", "add", "gate", "write_weights", "read_weights", "usage"):
        np.testing.assert_allclose(getattr(one.heads, name), getattr(other.heads, name), atol=1e-2)
    assert set(one.metrics) == set(other.metrics)
    for name, value in one.metrics.items():
        assert value == pytest.approx(other.metrics[name], rel=1e-2, abs=0.1 if "accuracy" in name else 1e-3), name


@pytest.mark.parametrize("optimizer", ["rmsprop", "graves", "adam"])
@pytest.mark.usefixtures("kernels")
def test_a_compiled_run_goes_on_from_its_state_bit_for_bit(optimizer: str) -> None:
    made = simulation(optimizer=optimizer, engine="compiled")
    after(made, 3)
    made.change("shown", 2)
    made.change("disturb", {"before": 2, "row": 1, "how": "erase"})
    state, wanted = made.state(), after(made, 3)
    assert state["engine"] == "compiled"
    other = simulation(optimizer=optimizer)
    other.restore(state)
    assert_same(after(other, 3), wanted, METHODS)
    assert all(torch.equal(weight, other.weights()[name]) for name, weight in made.weights().items())


def test_without_kernels_the_reference_trains(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    assert simulation().engine == "reference"
    assert MannSimulation.kernels(MannSettings()) == (MANN, LSTM)
    assert MannSimulation.kernels(MannSettings(device="auto", units=4, batch=1)) == (MANN, LSTM)
