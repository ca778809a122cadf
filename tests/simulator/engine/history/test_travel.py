from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history import checkpoints
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.replay import _difference, replay
from metascope.simulator.engine.history.travel import Way, restore_checked, settings_after, travel
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from tests.contracts.runs import assert_same
from tests.simulator.engine.toy import ToySimulation

METHODS = ("maml", "fomaml", "pretraining", "reptile")
Change = tuple[str, object, bool]


@pytest.fixture(autouse=True, scope="module")
def checkpoints_often() -> Iterator[None]:
    """Keep a state every 32 meta-steps, so that short runs have some."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoints, "FIRST_STRIDE", 32)
        yield


def made(preset: Preset) -> Simulation:
    return all_stories()[preset.story].load()(preset.settings)


def recorded(preset: Preset, steps: int, changes: Mapping[int, list[Change]]) -> tuple[Recording, list[Frame]]:
    """Return the recording of a run that was steered, and its frames, the last one of each step."""
    simulation, recording, frames = made(preset), Recording(), []
    recording.append(simulation.look())
    recording.keep_checkpoint(0, simulation.state())
    frames.append(simulation.look())
    for step in range(steps + 1):
        if step:
            frames.append(simulation.step())
            recording.append(frames[-1])
            if recording.checkpoint_due(step):
                recording.keep_checkpoint(step, simulation.state())
        for change in changes.get(step, ()):
            simulation.change(*change)
            recording.steer(step, *change)
            frames[-1] = simulation.look()
            recording.append(frames[-1])
    return recording, frames


STEERED: Mapping[int, list[Change]] = {
    0: [("inner_rate", 0.3, False)],
    20: [("phi", {"method": None, "to": [0.2]}, True), ("phi", {"method": None, "to": [0.4]}, False)],
    33: [("noise", 0.5, True), ("noise", 0.0, False)],  # draws random numbers that end up unused
    40: [("inner_rate", 0.4, True), ("inner_rate", 0.3, True)],  # back to what the finished picture shows
    50: [("noise", 0.2, False), ("task", {"task": 1, "to": [1.5]}, False)],
    70: [("inner_steps", 3, False)],
}


def test_every_moment_is_returned_to_bit_for_bit() -> None:
    preset = presets.find("two-tasks")
    recording, frames = recorded(preset, 80, STEERED)
    for step in (0, 1, 19, 20, 32, 33, 49, 50, 64, 79, 80):
        assert_same(travel(made(preset), recording, step), frames[step], METHODS)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_going_on_from_any_moment_gives_the_same_run(data: st.DataObject) -> None:
    preset = presets.find(data.draw(st.sampled_from(["two-tasks", "unseen-tasks", "two-dimensions"])))
    names = st.sampled_from(["inner_rate", "noise", "outer_rate"])
    value = st.floats(0.0, 0.4)
    one: st.SearchStrategy[Change] = st.tuples(names, value, st.booleans())
    changes = data.draw(st.dictionaries(st.integers(0, 45), st.lists(one), max_size=4))
    recording, frames = recorded(preset, 45, changes)
    step = data.draw(st.integers(0, 45))
    simulation = made(preset)
    assert_same(travel(simulation, recording, step), frames[step], METHODS)
    following = {at: [] if at == step else made_there for at, made_there in changes.items()}
    for later in range(step + 1, 46):
        frame = simulation.step()
        for change in following.get(later, ()):
            simulation.change(*change)
            frame = simulation.look()
        assert_same(frame, frames[later], METHODS)


def test_without_a_checkpoint_a_fresh_run_is_followed_from_its_start() -> None:
    preset = presets.find("two-tasks")
    recording, frames = recorded(preset, 25, STEERED)
    recording.begin_anew(0)
    for step, changes in STEERED.items():
        for change in changes:
            recording.steer(step, *change)
    assert_same(travel(made(preset), recording, 24, fresh=True), frames[24], METHODS)
    with pytest.raises(UserError, match="there is no checkpoint before it"):
        travel(made(preset), recording, 24)


@pytest.mark.slow
def test_a_replay_compares_everything_and_matches() -> None:
    preset = presets.find("unseen-tasks")
    changes: Mapping[int, list[Change]] = {10: [("inner_rate", 0.05, True), ("inner_rate", 0.1, False)]}
    recording, _ = recorded(preset, 40, changes)
    again, verdict = replay(made(preset), recording.snapshot())
    assert verdict.difference is None
    assert (verdict.rows, verdict.checkpoints, verdict.frames) == (41, 2, 41)
    assert again.metrics.csv() == recording.metrics.csv()
    assert str(verdict.text).startswith("matched bit for bit: 41 rows of metrics")


def test_a_replay_tells_the_first_difference() -> None:
    preset = presets.find("two-tasks")
    recording, _ = recorded(preset, 40, {})
    recording.metrics.append(40, {**recording.at(40).metrics, "maml.loss_after": 0.25})
    _, verdict = replay(made(preset), recording.snapshot())
    assert "maml.loss_after was 0.25 and is" in str(verdict.difference)
    assert "at meta-step 40" in str(verdict.difference)


def test_a_number_that_is_absent_both_times_is_the_same() -> None:
    assert _difference({"a": math.nan}, {"a": math.nan}, "frame") is None
    assert _difference({"a": math.nan}, {"a": 0.0}, "frame") == "frame.a"


def test_a_replay_does_not_miss_what_an_earlier_version_did_not_record() -> None:
    default = presets.find("two-tasks")
    preset = replace(default, settings=default.settings.replaced(inner_rate=0.3))
    recording, frames = recorded(preset, 32, {})
    now = recording.snapshot()
    older = {step: replace(cast("LandscapesFrame", frame), begun=None) for step, frame in enumerate(frames)}
    first, last = now.checkpoints[0], now.checkpoints[-1]
    _, verdict = replay(made(preset), replace(now, frames=older, checkpoints=(first, without(last, "noise"))))
    assert (verdict.frames, verdict.checkpoints, verdict.difference) == (33, 2, None)
    _, verdict = replay(made(preset), replace(now, checkpoints=(first, without(last, "inner_rate"))))
    assert str(verdict.difference) == "settings of the checkpoint at meta-step 32"


def without(checkpoint: Checkpoint, name: str) -> Checkpoint:
    """Return the checkpoint as it would be if the setting were new."""
    values = json.loads(str(checkpoint.state["settings"]))
    del values[name]
    return Checkpoint.of(checkpoint.step, checkpoint.steered, {**checkpoint.state, "settings": json.dumps(values)})


@pytest.mark.parametrize("text", ["[1]", "5", "null", '"a"', "{", '{"rate": 1}'])
def test_settings_of_a_state_that_are_none_are_a_difference_of_the_replay(text: str) -> None:
    recording, _ = recorded(presets.find("two-tasks"), 32, {})
    now = recording.snapshot()
    last = now.checkpoints[-1]
    damaged = Checkpoint.of(last.step, last.steered, {**last.state, "settings": text})
    _, verdict = replay(made(presets.find("two-tasks")), replace(now, checkpoints=(now.checkpoints[0], damaged)))
    assert str(verdict.difference) == "settings of the checkpoint at meta-step 32"


def test_a_replay_of_other_settings_does_not_match() -> None:
    preset = presets.find("two-tasks")
    recording, _ = recorded(preset, 40, {})
    recording.begin_anew(0)
    other = all_stories()[preset.story].load()(preset.settings.replaced(inner_rate=0.4999))
    _, verdict = replay(other, recording.snapshot())
    assert verdict.difference is not None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda state: {**state, "phi": torch.zeros(3)},
        lambda state: {**state, "phi": torch.zeros(4, 1, 2, dtype=torch.float64)},
        lambda state: {name: value for name, value in state.items() if name != "phi"},
        lambda state: {**state, "step": "7"},
        lambda state: {**state, "settings": '{"dimension": 2}'},
        lambda state: {**state, "settings": "["},
        lambda state: {**state, "settings": state["settings"].replace('"tasks": 2', '"tasks": 3')},
        lambda state: {**state, "draws.noise": torch.zeros(7, dtype=torch.uint8)},
        lambda state: {**state, "left": torch.zeros(2000, 4, 1, 1, dtype=torch.float64)},
    ],
)
def test_a_state_from_a_stranger_is_refused_and_changes_nothing(spoil: object) -> None:
    assert callable(spoil)
    simulation = made(presets.find("two-tasks"))
    before = simulation.step()
    with pytest.raises(UserError, match="the checkpoint does not fit this scenario"):
        restore_checked(simulation, spoil(simulation.state()))
    assert_same(simulation.look(), before, METHODS)


def test_a_damaged_way_is_told() -> None:
    preset = presets.find("two-tasks")
    recording = Recording()
    recording.adopt([0], lambda step: made(preset).look(), checkpoints=[Checkpoint.of(0, 0, {"phi": 1})])
    with pytest.raises(UserError, match="does not fit"):
        travel(made(preset), recording, 0)


def test_settings_after_steering_are_those_of_the_log() -> None:
    preset = presets.find("two-tasks")
    recording, _ = recorded(preset, 71, STEERED)
    after = settings_after(preset.settings, recording.steering)
    assert after.model_dump()["inner_steps"] == 3
    assert after.model_dump()["noise"] == 0.2


def test_the_way_back_is_trained_in_one_go_where_nobody_looks_at_its_frames() -> None:
    recording = Recording()
    recording.keep_checkpoint(0, {"done": 0, "place": 0.0})
    recording.steer(200, "place", -3.0)
    for told in (None, list[Frame]().append):
        simulation, way = ToySimulation(leaps=True), Way()
        frame = travel(simulation, recording, 1000, told, way=way)
        assert (frame.step, way.done) == (1000, 1000)
        assert frame.metrics == {"toy.place": 797.0, "toy.tenth": 797.0}
        assert len(simulation.asked) == (10 if told is None else 0)


def test_a_way_that_is_trained_in_one_go_can_be_ended() -> None:
    recording, way = Recording(), Way()
    recording.keep_checkpoint(0, {"done": 0, "place": 0.0})
    way.cancel()
    simulation = ToySimulation(leaps=True)
    with pytest.raises(UserError, match="was cancelled"):
        travel(simulation, recording, 1000, way=way)
    assert simulation.done < 1000
