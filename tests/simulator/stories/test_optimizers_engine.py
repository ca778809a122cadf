"""Runs that compiled kernels train: near those of torch, and the same again from any moment."""

from __future__ import annotations

import pytest

from metascope.simulator.learners.kernels import LEARNED_OPTIMIZER
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation
from tests.simulator.stories.optimizers import assert_same, measure_slowly, settings, simulation
from tests.simulator.stories.played import after

pytestmark = pytest.mark.usefixtures("kernels")

KINDS = {
    "quadratics": {},
    "sine": {"problem": "sine", "hidden_units": 6, "variant": "gates", "layers": 1, "objective": "final"}
    | {"truncation": 10, "learned_start": True, "sees_loss": True, "sees_theta": True, "sees_gates": True},
    "glyphs": {"problem": "glyphs", "side": 7, "hidden_units": 5, "ways": 3, "batch": 8, "preprocessing": "log-sign"},
    "episodes": {"problem": "episodes", "side": 7, "hidden_units": 5, "ways": 3, "shots": 1, "batch": 0}
    | {"variant": "combined", "activation": "relu", "truncation": 4},
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_a_compiled_run_goes_where_the_reference_goes(kind: str) -> None:
    compiled, reference = (simulation(engine=engine, **KINDS[kind]) for engine in ("compiled", "reference"))
    assert (compiled.engine, reference.engine) == ("compiled", "reference")
    for _ in range(3):
        one, other = compiled.step().metrics, reference.step().metrics
        assert one.keys() == other.keys()
        assert one == pytest.approx(other, rel=2e-2, abs=1e-6)


@every_kind
def test_a_compiled_run_goes_on_from_any_moment(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    whole = simulation(engine="compiled", **KINDS[kind])
    for _ in range(4):
        state, frame = whole.state(), whole.look()
        restored = simulation(engine="reference")
        restored.restore(state)
        assert restored.engine == "compiled"
        assert_same(restored.look(), frame)
        assert_same(restored.step(), whole.step())


def test_a_compiled_run_is_the_same_again() -> None:
    assert_same(after(simulation(engine="compiled"), 4), after(simulation(engine="compiled"), 4))


def test_a_run_that_began_with_torch_goes_on_with_it() -> None:
    begun = simulation(engine="reference")
    state = {**begun.state(), "settings": simulation(engine="auto").state()["settings"]}
    restored = simulation(engine="auto")
    engines = [restored.engine]
    restored.restore(state)
    assert [*engines, restored.engine] == ["compiled", "reference"]


@pytest.mark.parametrize(
    "other", [{"variant": "gradient-descent"}, {"problem": "landscape"}, {"second_derivatives": True}]
)
def test_what_kernels_do_not_know_is_trained_by_torch(other: dict[str, object]) -> None:
    assert OptimizersSimulation.kernels(settings(**other)) == ()
    assert simulation(engine="compiled", **other).engine == "reference"


def test_what_kernels_know_needs_the_one_of_the_optimizer() -> None:
    for kind in KINDS.values():
        assert LEARNED_OPTIMIZER in OptimizersSimulation.kernels(settings(**kind))


def test_the_laboratory_measures_landscapes_by_torch_in_a_compiled_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metascope.simulator.stories.optimizers.simulation.LABORATORY_SHARE", 1e6)
    monkeypatch.setattr("metascope.simulator.stories.optimizers.arena.TUNED_ON", 2)
    frame = after(simulation(engine="compiled", laboratory=True, test_every=1), 2)
    assert frame.laboratory is not None
    trials = {trial.name: trial for trial in frame.laboratory.trials}
    assert trials["landscape"].problems == trials["own"].problems == 8
