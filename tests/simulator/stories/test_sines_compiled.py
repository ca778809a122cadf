"""A run of the sines story that is trained by the compiled kernel, beside one that is not."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners.kernels import FEWSHOT
from metascope.simulator.stories.sines.names import METHODS
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.simulator.stories.sines.simulation import SinesSimulation
from tests.contracts.runs import assert_same
from tests.simulator.stories.played import after
from tests.simulator.stories.sines import simulation

pytestmark = pytest.mark.usefixtures("kernels")


@pytest.mark.parametrize("values", [{}, {"activation": "relu", "hidden_layers": 1, "inner_steps": 3, "tasks": 1}])
def test_both_engines_tell_the_same_story(values: dict[str, object]) -> None:
    one, other = simulation(**values, engine="compiled"), simulation(**values, engine="reference")
    assert (one.engine, other.engine) == ("compiled", "reference")
    found, wanted = after(one, 4), after(other, 4)
    assert found.metrics.keys() == wanted.metrics.keys()
    for name, value in wanted.metrics.items():
        assert found.metrics[name] == pytest.approx(value, rel=1e-3), name
    for name in ("fits", "support_loss", "error", "gradient_norm", "moved"):
        np.testing.assert_allclose(
            getattr(found.adaptation, name), getattr(wanted.adaptation, name), rtol=5e-3, atol=2e-3
        )
    assert found.plane is not None
    assert wanted.plane is not None
    np.testing.assert_allclose(found.plane.true, wanted.plane.true, rtol=1e-3)


def test_waves_that_do_not_fit_into_a_cache_are_drawn_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = after(simulation(engine="compiled", updates=5), 2)
    monkeypatch.setattr("metascope.simulator.stories.sines.training._TOGETHER", 45)  # two updates
    parts = after(simulation(engine="compiled", updates=5), 2)
    assert parts.metrics["maml.loss"] == pytest.approx(whole.metrics["maml.loss"], rel=1e-4)
    assert parts.metrics["reptile.loss"] == pytest.approx(whole.metrics["reptile.loss"], rel=1e-4)


@pytest.mark.parametrize("engine", ["compiled", "reference"])
def test_a_run_goes_on_from_its_state_bit_for_bit(engine: str) -> None:
    made = simulation(engine=engine)
    after(made, 3)
    state, wanted = made.state(), after(made, 3)
    other = simulation(engine="auto")
    other.restore(state)
    assert other.engine == engine
    assert_same(after(other, 3), wanted, METHODS)


def test_the_same_seed_gives_the_same_run() -> None:
    assert_same(after(simulation(engine="compiled"), 4), after(simulation(engine="compiled"), 4), METHODS)


def test_a_live_rate_is_followed() -> None:
    made, other = simulation(engine="compiled"), simulation(engine="compiled")
    made.change("outer_rate", 0.5)
    assert after(made, 1).metrics["maml.loss"] != after(other, 1).metrics["maml.loss"]


@pytest.mark.parametrize(
    "values",
    [
        {"outer_rate": 1.0, "outer_optimizer": "sgd", "clip": 1e6, "alpha": 10.0, "updates": 40},
        {"reptile_rate": 10.0, "reptile_steps": 50},
    ],
)
def test_what_diverges_is_undone_and_told_in_the_same_words(values: dict[str, object]) -> None:
    told = []
    for engine in ("compiled", "reference"):
        made = simulation(activation="relu", engine=engine, **values)
        before = made.weights()
        with pytest.raises(Diverged) as raised:
            after(made, 20)
        told.append(str(raised.value.reason))
        assert made.weights().keys() == before.keys()
        assert all(bool(weight.isfinite().all()) for weight in made.weights().values())
    assert told[0] == told[1]


def test_a_run_on_a_gpu_has_no_kernels() -> None:
    assert SinesSimulation.kernels(SinesSettings.parse({})) == (FEWSHOT,)
    assert SinesSimulation.kernels(SinesSettings.parse({"device": "cuda"})) == ()
