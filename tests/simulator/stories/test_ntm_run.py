"""A run of the NTM story: frames that tell the truth, the same run from the same seed, going on from any state."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch

from metascope.simulator.learners.ntm import addressing, reference
from metascope.simulator.learners.ntm.reference import Trajectory
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.captions import captions_of
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.names import LSTM, METHODS, NTM
from metascope.simulator.stories.ntm.simulation import NtmSimulation
from tests.contracts.runs import assert_same
from tests.simulator.stories.ntm import TASKS, simulation
from tests.simulator.stories.played import after
from tests.tiers import first_quick

each_task = pytest.mark.parametrize(
    "values", first_quick(TASKS, 2), ids=lambda values: "-".join(map(str, values.values()))
)


def again(made: NtmSimulation, frame: NtmFrame) -> Trajectory:
    """Return the shown course by the readable machine, from the weights that the run exports."""
    weights = {name.removeprefix("ntm."): w for name, w in made.weights().items() if name.startswith("ntm.")}
    with torch.no_grad():
        return reference.run(made.design, weights, torch.from_numpy(frame.shown.inputs.copy()).unsqueeze(1))


def near(found: np.ndarray, wanted: torch.Tensor) -> None:
    np.testing.assert_allclose(found, wanted.numpy(), atol=2e-6)


@each_task
def test_a_frame_is_what_the_readable_machine_does(values: dict[str, object]) -> None:
    made = simulation(**values)
    frame = after(made, 1)
    course = again(made, frame)
    near(frame.outputs, course.outputs[:, 0].sigmoid())
    near(frame.weighting, course.state.weighting[:, 0])
    near(frame.reads, course.state.reads[:, 0])
    for name in ("key", "strength", "gate", "kernel", "sharpness", "erase", "add"):
        near(getattr(frame.heads, name), getattr(course.heads, name)[:, 0])


@each_task
def test_the_microscope_computes_what_the_machine_did(values: dict[str, object]) -> None:
    made = simulation(**values)
    frame = after(made, 1)
    course, memory = again(made, frame), lens.memories(frame)
    near(memory[1:], course.state.memory[:, 0])
    step, head = len(frame.outputs) - 1, 1
    found = lens.address(lens.told(frame, step, head), memory[step], lens.before(frame, step, head))
    near(found.content, course.content[step, 0, head])
    near(found.interpolated, course.interpolated[step, 0, head])
    near(found.shifted, course.shifted[step, 0, head])
    near(found.weighting, course.state.weighting[step, 0, head])
    told = course.heads.key[step], course.after(step - 1).memory
    near(found.similarity, addressing.cosine(*told)[0, head])


@pytest.mark.slow
def test_the_same_seed_gives_the_same_run_and_another_one_another() -> None:
    one, other = after(simulation(), 3), after(simulation(), 3)
    assert_same(one, other, METHODS)
    assert not np.array_equal(one.outputs, after(simulation(seed=1), 3).outputs)


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", ["rmsprop", "graves", "adam"])
def test_a_run_goes_on_from_its_state_as_if_nothing_had_come_since(optimizer: str) -> None:
    made = simulation(optimizer=optimizer)
    after(made, 3)
    made.change("disturb", {"before": 2, "row": 1, "how": "erase"})
    state, wanted = made.state(), after(made, 2)
    other = simulation(optimizer=optimizer)
    other.restore(state)
    assert_same(after(other, 2), wanted, METHODS)


@pytest.mark.slow
def test_training_moves_both_networks_and_counts_sequences() -> None:
    made = simulation()
    before, frame = made.weights(), after(made, 2)
    moved = made.weights()
    for method in METHODS:
        assert any(not torch.equal(before[name], moved[name]) for name in before if name.startswith(f"{method}."))
    assert frame.sequences == 2 * 2 * 4
    assert {"ntm.loss", "lstm.loss", "ntm.bits", "lstm.bits", "ntm.wrong_bits", "ntm.best_bits"} <= set(frame.metrics)


@pytest.mark.slow
def test_a_rival_that_is_switched_off_stays_as_it_is() -> None:
    made = simulation()
    made.change("rival", False)
    before, frame = made.weights(), after(made, 1)
    assert all(torch.equal(before[name], w) for name, w in made.weights().items() if name.startswith("lstm."))
    assert "lstm.loss" not in frame.metrics


@pytest.mark.slow
def test_what_does_not_train_stays_as_it_is() -> None:
    made = simulation(learn=False)
    before, frame = made.weights(), after(made, 2)
    assert all(torch.equal(before[name], w) for name, w in made.weights().items())
    assert frame.sequences == 0
    assert "ntm.loss" not in frame.metrics


@pytest.mark.slow
def test_a_rival_does_not_change_what_the_machine_learns() -> None:
    alone, beside = simulation(rival=False), simulation()
    np.testing.assert_array_equal(after(alone, 3).outputs, after(beside, 3).outputs)


@pytest.mark.slow
def test_measured_bits_are_those_of_the_held_out_sequences() -> None:
    made = simulation()
    frame = after(made, 2)
    assert frame.generalization is not None
    assert frame.generalization.step == frame.step
    shares = [value for name, value in frame.metrics.items() if name.startswith("ntm.wrong_percent_")]
    np.testing.assert_allclose(frame.generalization.ntm, shares, rtol=1e-6)
    assert 0 < frame.metrics["ntm.bits"] < 100
    assert not [name for name in after(made, 1).metrics if name.startswith("ntm.wrong")]


@pytest.mark.slow
def test_the_best_machine_is_kept() -> None:
    made = simulation(rate=0.003, test_every=1)
    seen = [(after(made, 1).metrics["ntm.bits"], made.weights()["ntm.heads.bias"]) for _ in range(6)]
    best = min(seen, key=lambda pair: pair[0])
    frame = made.look()
    assert frame.metrics["ntm.best_bits"] == min(best[0], frame.metrics["ntm.best_bits"])
    if frame.best_step > 0:
        assert torch.equal(made.weights()["best.heads.bias"], best[1])
        assert seen[frame.best_step - 1][0] == best[0]


@pytest.mark.slow
def test_bits_fall_well_below_chance_on_a_small_copy() -> None:
    made = simulation(
        bits=2, length=3, units=32, locations=8, width=8, batch=16, updates=20, rate=0.003, test_every=10, rival=False
    )
    start = made.look().metrics["ntm.bits"]
    assert min(after(made, 10).metrics["ntm.bits"] for _ in range(4)) < 0.5 * start


@pytest.mark.parametrize("method", METHODS)
def test_every_tick_has_a_sentence_with_the_numbers_of_the_frame(method: str) -> None:
    frame = after(simulation(), 1)
    sentences = list(map(str, captions_of(frame, method)))
    assert len(sentences) == frame.ticks() == len(frame.outputs) + 1
    assert f"{frame.bits[METHODS.index(method)]:.3g}" in sentences[0]
    if method == NTM:
        row = int(frame.weighting[3, 1].argmax())
        assert re.search(rf"row {row}(: | \(){frame.weighting[3, 1, row]:.2f}", sentences[4])
    assert ("right" in sentences[-1]) == (
        not ((frame.rival if method == LSTM else frame.outputs)[-1].round() != frame.shown.targets[-1]).any()
    )
