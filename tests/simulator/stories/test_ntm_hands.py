"""What a person may do to the NTM story's run, and what untrusted weights and settings may not."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.ntm.simulation import NtmSimulation
from tests.simulator.stories.ntm import SMALL, simulation
from tests.tiers import first_quick


def disturbed(made: NtmSimulation, **value: object) -> np.ndarray:
    made.change("disturb", value)
    found = made.look().disturbed
    assert found is not None
    return found.outputs


@pytest.mark.parametrize(
    "value",
    first_quick(
        [
            {"row": 1, "how": "erase"},
            {"row": 1, "how": "overwrite"},
            {"row": 1, "how": "overwrite", "other": 3},
            {"row": 1, "how": "swap", "other": 3},
        ]
    ),
    ids=str,
)
def test_a_disturbed_memory_changes_what_follows_and_nothing_before(value: dict[str, object]) -> None:
    made = simulation()
    made.step()
    outputs, calm = disturbed(made, before=5, **value), made.look().outputs
    np.testing.assert_allclose(outputs[:5], calm[:5], atol=1e-6)
    assert np.abs(outputs[5:] - calm[5:]).max() > 1e-6


def test_the_disturbed_memory_is_told_from_the_change_on() -> None:
    made = simulation()
    made.step()
    calm = lens.memories(made.look())
    disturbed(made, before=5, row=1, how="swap", other=3)
    found = made.look().disturbed
    assert found is not None
    assert len(found.memory) == len(calm) - 5
    np.testing.assert_allclose(found.memory[0][[1, 3]], calm[5][[3, 1]], atol=1e-5)
    np.testing.assert_allclose(np.delete(found.memory[0], [1, 3], 0), np.delete(calm[5], [1, 3], 0), atol=1e-5)
    assert np.abs(found.memory[-1] - calm[-1]).max() > 1e-4


@pytest.mark.slow
def test_rows_that_are_swapped_twice_are_as_before() -> None:
    made = simulation()
    calm = made.look().outputs
    np.testing.assert_allclose(disturbed(made, before=0, row=2, how="swap", other=2), calm, atol=1e-6)
    assert made.inverse("disturb", None) == (("disturb", {"before": 0, "row": 2, "how": "swap", "other": 2}),)
    made.change("disturb", None)
    assert made.look().disturbed is None


@pytest.mark.parametrize(
    ("value", "told"),
    first_quick(
        [
            ("erase", "must have before"),
            ({"before": 0, "row": 0, "how": "burn"}, "not burn"),
            ({"before": 9, "row": 0, "how": "erase"}, "from 0 to 8, not 9"),
            ({"before": 0, "row": 6, "how": "erase"}, "from 0 to 5, not 6"),
            ({"before": 0, "row": 0, "how": "swap"}, "from 0 to 5, not -1"),
            ({"before": True, "row": 0, "how": "erase"}, "whole number"),
            ({"before": 0, "row": 0, "how": "erase", "more": 1}, "must have before"),
        ],
        2,
    ),
)
def test_what_cannot_be_done_to_a_memory_is_refused(value: object, told: str) -> None:
    made = simulation()
    with pytest.raises(UserError, match=told):
        made.change("disturb", value)
    assert made.look().disturbed is None


def test_another_sequence_is_shown_undisturbed() -> None:
    made = simulation()
    disturbed(made, before=0, row=0, how="erase")
    before = made.look().shown.inputs
    made.change("shown", 1)
    assert made.look().disturbed is None
    assert not np.array_equal(made.look().shown.inputs, before)
    made.change("shown_size", 7)
    assert len(made.look().outputs) == 15


def test_a_longer_sequence_than_the_memory_has_rows_is_told() -> None:
    made = simulation()
    assert not made.look().notices
    made.change("shown_size", 7)
    assert "7 vectors, more than the memory's 6 rows" in str(made.look().notices[0])


@pytest.mark.parametrize(
    ("values", "where", "told"),
    [
        ({"length": 60, "batch": 64, "width": 128}, "batch", "use at most 50 sequences"),
        ({"locations": 19}, "locations", "at least 20, .* not 19"),
        ({"locations": 17, "task": "associative-recall"}, "locations", "at least 18"),
        ({"locations": 19, "task": "priority-sort"}, "locations", "at least 20"),
    ],
)
def test_a_memory_that_is_too_small_or_too_large_is_refused(values: dict[str, object], where: str, told: str) -> None:
    with pytest.raises(UserError, match=told) as refused:
        NtmSettings.parse(values)
    assert [problem.where for problem in refused.value.problems] == [where]


@pytest.mark.slow
def test_exported_weights_give_the_same_answers_again() -> None:
    made = simulation()
    for _ in range(3):
        made.step()
    other = simulation(seed=5)
    other.load_weights(made.weights(), 3)
    other.change("shown", 0)
    assert other.look().step == 3
    np.testing.assert_array_equal(other.look().initial_weighting, made.look().initial_weighting)


@pytest.mark.slow
@pytest.mark.parametrize("memory", ["random", "learned"])
def test_the_best_machine_that_is_given_is_kept_until_a_better_one_comes(memory: str) -> None:
    made = simulation(memory=memory, optimizer="adam", rate=0.01, test_every=1)
    for _ in range(5):
        made.step()
    given, worse = made.weights(), simulation(memory=memory).weights()
    assert made.look().best_step > 0, "a step of five is better than none"
    best = {name: weight for name, weight in given.items() if name.startswith("best.")}
    present = {name: weight for name, weight in worse.items() if not name.startswith("best.")}
    other = simulation(memory=memory)
    other.load_weights(present | best, 7)
    kept, metrics = other.weights(), other.look().metrics
    assert all(torch.equal(weight, kept[name]) for name, weight in (present | best).items())
    assert metrics["ntm.best_bits"] == pytest.approx(made.look().metrics["ntm.best_bits"], rel=1e-5)
    assert metrics["ntm.bits"] > metrics["ntm.best_bits"]
    swapped = {f"ntm.{n.removeprefix('best.')}": w for n, w in best.items()}
    other.load_weights(
        present | swapped | {f"best.{n.removeprefix('ntm.')}": w for n, w in present.items() if "ntm." in n}
    )
    assert all(torch.equal(other.weights()[name], weight) for name, weight in best.items())


def test_a_best_machine_that_does_not_fit_is_refused_and_nothing_is_changed() -> None:
    made = simulation()
    before = made.weights()
    with pytest.raises(UserError, match=r"best\.heads\.bias: is missing"):
        made.load_weights({name: weight + 1 for name, weight in before.items() if name != "best.heads.bias"})
    assert all(torch.equal(weight, made.weights()[name]) for name, weight in before.items())


@pytest.mark.parametrize(
    "change", first_quick([{"locations": 7}, {"units": 9}, {"controller": "feedforward"}, {"task": "n-grams"}])
)
def test_weights_of_another_machine_are_refused_with_both_descriptions(change: dict[str, object]) -> None:
    made, other = simulation(), simulation(**change)
    before = made.weights()
    with pytest.raises(UserError, match=r"must be weights of a machine with 6 x 4 .*, not of a machine") as refused:
        made.load_weights(other.weights())
    assert refused.value.problems[0].where == ""
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


@pytest.mark.parametrize("bad", first_quick([float("nan"), float("inf"), 1e7]))
def test_weights_that_are_no_numbers_are_refused(bad: float) -> None:
    made = simulation()
    weights = made.weights()
    weights["ntm.heads.bias"][0] = bad
    with pytest.raises(UserError, match="must lie between"):
        made.load_weights(weights)


def test_a_run_that_leaves_the_numbers_stops_with_the_reason_at_its_last_good_step() -> None:
    made = simulation(rate=0.1, clip=1e6)
    made.step()
    before = made.weights()
    made._trained["ntm"].vector[5] = float("nan")
    state = made.weights()
    with pytest.raises(Diverged, match=r"training cannot continue from meta-step 1: .* became NaN or infinite"):
        made.step()
    assert made.look().step == 1
    assert all(torch.equal(w.nan_to_num(), state[n].nan_to_num()) for n, w in made.weights().items())
    assert not torch.equal(before["ntm.controller.input"], state["ntm.controller.input"])


def test_settings_that_need_a_new_run_are_not_changed() -> None:
    made = simulation()
    with pytest.raises(UserError, match="needs a new run"):
        made.change("locations", 12)
    with pytest.raises(UserError, match="did you mean disturb"):
        made.change("distrub", None)
    assert made.settings == NtmSettings.parse(SMALL)
