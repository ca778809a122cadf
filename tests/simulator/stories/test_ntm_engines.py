"""A run of the NTM story by its compiled kernel: replayed bit for bit, and close to the readable code's."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.learners.kernels import LSTM
from metascope.simulator.learners.kernels import NTM as KERNEL
from metascope.simulator.stories.ntm.names import METHODS
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.ntm.simulation import NtmSimulation
from tests.contracts.runs import assert_same
from tests.simulator.stories.ntm import TASKS, simulation
from tests.simulator.stories.played import after

each_task = pytest.mark.parametrize("values", TASKS, ids=lambda values: "-".join(map(str, values.values())))


@each_task
@pytest.mark.usefixtures("kernels")
def test_a_compiled_run_does_what_the_reference_does(values: dict[str, object]) -> None:
    runs = [simulation(**values, engine=engine, rate=1e-4) for engine in ("compiled", "reference")]
    assert [made.engine for made in runs] == ["compiled", "reference"]
    one, other = (after(made, 2) for made in runs)
    np.testing.assert_allclose(one.outputs, other.outputs, atol=1e-3)
    np.testing.assert_allclose(one.rival, other.rival, atol=1e-6)  # the same engine
    assert set(one.metrics) == set(other.metrics)
    for name, value in one.metrics.items():
        assert value == pytest.approx(other.metrics[name], rel=1e-2, abs=2.0 if "wrong" in name else 1e-2), name


@pytest.mark.parametrize("optimizer", ["rmsprop", "graves", "adam"])
@pytest.mark.usefixtures("kernels")
def test_a_compiled_run_goes_on_from_its_state_bit_for_bit(optimizer: str) -> None:
    made = simulation(optimizer=optimizer, engine="compiled")
    after(made, 3)
    state, wanted = made.state(), after(made, 3)
    assert state["engine"] == "compiled"
    other = simulation(optimizer=optimizer)
    other.restore(state)
    assert_same(after(other, 3), wanted, METHODS)
    assert all(torch.equal(weight, other.weights()[name]) for name, weight in made.weights().items())


def test_without_kernels_the_reference_trains() -> None:
    assert simulation().engine == "reference"
    assert NtmSimulation.kernels(NtmSettings()) == (KERNEL, LSTM)
    assert NtmSimulation.kernels(NtmSettings(device="auto", units=4, batch=1)) == (KERNEL, LSTM)
