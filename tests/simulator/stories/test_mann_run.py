"""A run of the MANN story: frames that tell the truth, the same run from the same seed, going on from any state."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.learners.mann import reference, rival
from metascope.simulator.learners.mann.reference import Trajectory
from metascope.simulator.learners.mann.rival import RivalDesign
from metascope.simulator.stories.mann.captions import captions_of
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.mann.names import LSTM, MANN, METHODS
from metascope.simulator.stories.mann.simulation import MannSimulation
from metascope.simulator.stories.mann.tasks import HeldOut, episodes_of, held_out, pictures_of
from metascope.simulator.tasks.images.source import source_of
from metascope.simulator.tasks.label_episodes import accuracy_by_instance
from tests.contracts.runs import assert_same
from tests.simulator.stories.mann import KINDS, simulation
from tests.simulator.stories.played import after
from tests.tiers import first_quick

each_kind = pytest.mark.parametrize("values", KINDS, ids=lambda values: "-".join(map(str, values)) or "plain")


def exported(made: MannSimulation, method: str) -> dict[str, torch.Tensor]:
    return {name.removeprefix(f"{method}."): w for name, w in made.weights().items() if name.startswith(f"{method}.")}


def inputs(frame: MannFrame) -> torch.Tensor:
    """Return what the networks are told, (T, 1, X), from what a person sees of the shown episode."""
    shown = frame.shown
    told = np.zeros((len(shown.labels), len(shown.names)), np.float32)
    told[np.arange(1, len(told)), shown.labels[:-1]] = 1
    pixels = shown.pictures.reshape(len(told), -1).astype(np.float32) / 255
    return torch.from_numpy(np.concatenate([pixels, told], 1)).unsqueeze(1)


def again(made: MannSimulation, frame: MannFrame) -> Trajectory:
    """Return the shown course by the readable network, from the weights that the run exports."""
    with torch.no_grad():
        return reference.run(made.design, exported(made, MANN), inputs(frame))


def near(found: np.ndarray, wanted: torch.Tensor) -> None:
    np.testing.assert_allclose(found, wanted.numpy(), atol=2e-6)


@each_kind
def test_a_frame_is_what_the_readable_network_does(values: dict[str, object]) -> None:
    made = simulation(**values)
    frame = after(made, 1)
    course, labels = again(made, frame), torch.from_numpy(frame.shown.labels.astype(np.int64)).unsqueeze(1)
    near(frame.answers, course.outputs[:, 0].softmax(-1))
    for name in ("key", "add", "gate", "write_weights", "read_weights", "usage"):
        near(getattr(frame.heads, name), getattr(course, name)[:, 0])
    np.testing.assert_array_equal(frame.heads.least_used, course.least_used[:, 0])
    assert frame.cost[0] == pytest.approx(float(reference.cost(course.outputs, labels)), rel=1e-5)
    assert frame.right == tuple(int((a.argmax(-1) == frame.shown.labels).sum()) for a in (frame.answers, frame.rival))


def test_the_rivals_answers_are_those_of_its_weights() -> None:
    made = simulation()
    frame = after(made, 1)
    design = RivalDesign(made.design.inputs, made.design.outputs, made.settings.rival_units)
    near(frame.rival, rival.run(design, exported(made, LSTM), inputs(frame))[:, 0].softmax(-1))


def test_the_same_seed_gives_the_same_run_and_another_one_another() -> None:
    one, other = after(simulation(), 3), after(simulation(), 3)
    assert_same(one, other, METHODS)
    assert not np.array_equal(one.shown.pictures, after(simulation(seed=1), 3).shown.pictures)


@pytest.mark.parametrize("optimizer", first_quick(["rmsprop", "graves", "adam"]))
def test_a_run_goes_on_from_its_state_as_if_nothing_had_come_since(optimizer: str) -> None:
    made = simulation(optimizer=optimizer)
    after(made, 3)
    made.change("shown", 2)
    made.change("disturb", {"before": 2, "row": 1, "how": "erase"})
    state, wanted = made.state(), after(made, 2)
    other = simulation(optimizer=optimizer)
    other.restore(state)
    assert_same(after(other, 2), wanted, METHODS)


def test_training_moves_both_networks_and_counts_episodes() -> None:
    made = simulation()
    before, frame = made.weights(), after(made, 2)
    moved = made.weights()
    for method in METHODS:
        assert any(not torch.equal(before[name], moved[name]) for name in before if name.startswith(f"{method}."))
    assert frame.episodes == 2 * 2 * 4
    wanted = {f"{method}.{name}" for method in METHODS for name in ("loss", "cost", "accuracy_1", "accuracy_4")}
    assert wanted | {"mann.best_cost"} <= set(frame.metrics)


def test_a_rival_that_is_switched_off_stays_as_it_is() -> None:
    made = simulation()
    made.change("rival", False)
    before, frame = made.weights(), after(made, 1)
    assert all(torch.equal(before[name], w) for name, w in made.weights().items() if name.startswith("lstm."))
    assert "lstm.loss" not in frame.metrics


def test_what_does_not_train_stays_as_it_is() -> None:
    made = simulation(learn=False)
    before, frame = made.weights(), after(made, 2)
    assert all(torch.equal(before[name], w) for name, w in made.weights().items())
    assert frame.episodes == 0
    assert "mann.loss" not in frame.metrics


def test_a_rival_does_not_change_what_the_network_learns() -> None:
    alone, beside = simulation(rival=False), simulation()
    np.testing.assert_array_equal(after(alone, 3).answers, after(beside, 3).answers)


@pytest.mark.parametrize("judged_on", ["validation", "test"])
def test_measured_accuracy_is_that_of_the_held_out_episodes(judged_on: str) -> None:
    made = simulation(judged_on=judged_on)
    frame = after(made, 2)
    told = frame.accuracy
    assert told is not None
    assert (told.step, told.episodes, told.judged_on) == (2, 6, judged_on)
    task = episodes_of(made.settings, pictures_of(source_of(made.settings).split, made.settings.judged_on))
    episodes = [held_out(task, made.settings.judged_on, 0, number) for number in range(6)]
    outputs = [reference.run(made.design, exported(made, MANN), one.inputs).outputs for one in episodes]
    labels, instances = (torch.cat([getattr(one, name) for one in episodes], 1) for name in ("labels", "instances"))
    wanted = accuracy_by_instance(torch.cat(outputs, 1).argmax(-1), labels, instances)
    near(told.mann, wanted.float())
    answers = torch.cat(outputs, 1).argmax(-1)
    right = (answers == labels).double()
    each = [[float(right[instances[:, e] == k, e].mean()) for e in range(6)] for k in (1, 2)]
    assert told.mann_half is not None
    halves = 1.96 * np.std(each, axis=1, ddof=1) / math.sqrt(6)
    np.testing.assert_allclose(told.mann_half[:2], halves, rtol=1e-5)
    assert frame.metrics["mann.ci_2"] == pytest.approx(halves[1])
    assert frame.metrics["mann.cost"] == pytest.approx(float(reference.cost(torch.cat(outputs, 1), labels)), rel=1e-5)
    assert [frame.metrics[f"lstm.accuracy_{k}"] for k in range(1, 5)] == pytest.approx(told.lstm, rel=1e-6)
    assert not [name for name in after(made, 1).metrics if "accuracy" in name]


def test_held_out_episodes_are_the_same_at_each_measurement() -> None:
    settings = simulation(batch=4).settings
    task = episodes_of(settings, source_of(settings).split.validation)
    again = HeldOut(task, "validation", settings)
    assert [one.labels.shape[1] for one in again] == [4, 2]
    for name in ("inputs", "labels"):
        alone = torch.cat([getattr(held_out(task, "validation", 0, number), name) for number in range(6)], 1)
        for _ in range(2):
            assert torch.equal(torch.cat([getattr(one, name) for one in again], 1), alone)


def test_the_shown_episode_is_one_of_the_held_out_ones() -> None:
    made = simulation(judged_on="test", shown=1)
    pictures = pictures_of(source_of(made.settings).split, "test")
    first = next(iter(HeldOut(episodes_of(made.settings, pictures), "test", made.settings)))
    np.testing.assert_array_equal(made.look().shown.labels, first.labels[:, 1])
    names = {pictures.names[int(c)] for c in first.classes[:, 1]}
    assert set(made.look().shown.names) == names
    assert not names & set(source_of(made.settings).split.train.names)


@pytest.mark.slow
def test_the_best_network_on_the_validation_characters_is_kept_whatever_is_judged_on() -> None:
    made, other = (
        simulation(optimizer="adam", rate=0.005, test_every=1, judged_on=part) for part in ("validation", "test")
    )
    seen = [(after(made, 1).metrics["mann.cost"], made.weights()["mann.output"]) for _ in range(8)]
    best = min(seen, key=lambda pair: pair[0])
    frame = made.look()
    assert frame.best_step > 0, "a step of eight is better than none"
    assert frame.metrics["mann.best_cost"] == best[0] == seen[frame.best_step - 1][0]
    assert torch.equal(made.weights()["best.output"], best[1])
    assert after(other, 8).best_step == frame.best_step
    assert torch.equal(other.weights()["best.output"], best[1])


@pytest.mark.slow
def test_a_class_is_known_again_after_a_little_training() -> None:
    task = {"classes": 2, "images": 4, "characters": 100, "side": 9, "test_episodes": 64}
    network = {"units": 50, "heads": 1, "locations": 16, "width": 20}
    made = simulation(rate=0.002, batch=16, updates=25, test_every=4, rival=False, **task, **network)
    first = again = 0.0
    for _ in range(10):
        metrics = after(made, 4).metrics
        first, again = metrics["mann.accuracy_1"], (metrics["mann.accuracy_3"] + metrics["mann.accuracy_4"]) / 2
        if again > max(0.77, first + 0.05):
            break
    assert again > max(0.77, first + 0.05), "chance is a half"


@pytest.mark.parametrize("method", METHODS)
def test_every_tick_has_a_sentence_with_the_numbers_of_the_frame(method: str) -> None:
    frame = after(simulation(), 1)
    sentences = list(map(str, captions_of(frame, method)))
    assert len(sentences) == frame.ticks() == len(frame.answers) + 1
    assert f"{frame.right[METHODS.index(method)]} of 12" in sentences[0]
    answers = (frame.rival if method == LSTM else frame.answers)[4]
    label, instance, chosen = frame.shown.labels[4], frame.shown.instances[4], answers.argmax()
    told = f"instance {instance} of class {'ABCDE'[label]} is labelled {chosen + 1} ({answers[chosen]:.2f})"
    assert told in sentences[5]
    assert sentences[5].split(";")[0].endswith("correctly" if label == chosen else "wrongly")


def test_weights_of_another_architecture_are_refused_with_both_shapes_and_change_nothing() -> None:
    made, before = simulation(), simulation().weights()
    with pytest.raises(UserError) as caught:
        made.load_weights(simulation(units=9).weights())
    told = {problem.where: str(problem.message) for problem in caught.value.problems}
    wanted, given = tuple(before["mann.output"].shape), tuple(simulation(units=9).weights()["mann.output"].shape)
    assert told["mann.output"] == f"must be real numbers of shape {wanted}, not {given} torch.float32"
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())
