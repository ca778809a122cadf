"""The metric learning story's run: training, answers, measurements and what it says beside."""

from __future__ import annotations

import json
import math
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.learners.metric.relation import plateau
from metascope.simulator.stories.metric_learning.captions import captions_of
from metascope.simulator.stories.metric_learning.edits import Edits, plain
from metascope.simulator.stories.metric_learning.frame import Answered, MetricFrame, Plane
from metascope.simulator.stories.metric_learning.names import FINETUNING, IMAGINED, METHODS, NEIGHBOURS, PROTOTYPES
from metascope.simulator.stories.metric_learning.networks import learner_of, rate_at
from metascope.simulator.stories.metric_learning.notices import cap
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.simulation import wilson
from tests.simulator.stories.metric_learning import EVERY, INK, SMALL, metric
from tests.simulator.tasks.images.samples import folder, omniglot


def assert_same(one: MetricFrame, other: MetricFrame) -> None:
    """Fail unless all answers are equal to the last bit."""
    assert one.answers.keys() == other.answers.keys()
    for method, answer in one.answers.items():
        again = other.answers[method]
        for part in (Answered, Plane):
            mine, its = (answer, again) if part is Answered else (answer.plane, again.plane)
            for field in fields(part):
                value = getattr(mine, field.name)
                if isinstance(value, np.ndarray):
                    np.testing.assert_array_equal(value, getattr(its, field.name), err_msg=f"{method}.{field.name}")
    np.testing.assert_array_equal(one.table.supports, other.table.supports)
    assert (one.metrics, one.quiz, one.query) == (other.metrics, other.quiz, other.query)


def test_prototypes_answer_by_the_distance_from_each_mean() -> None:
    made = metric(shots=3)
    made.step()
    answer, laid = made.look().answers[PROTOTYPES], made._laid[0]
    weights = {n.removeprefix("prototypes."): w for n, w in made.weights().items()}
    learner = learner_of(made.settings, PROTOTYPES, 3)
    with torch.no_grad():
        known, asked = (learner.encode(weights, part).double().numpy() for part in (laid.supports, laid.queries))
    means = np.stack([known[laid.labels.numpy() == label].mean(0) for label in range(3)])
    distances = np.square(asked[:, None] - means).sum(-1)
    np.testing.assert_allclose(answer.scores, distances, rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(answer.predicted, distances.argmin(1))
    in_plane = np.square(answer.plane.queries[:, None] - answer.plane.prototypes).sum(-1)
    shifted = distances - distances.min(1, keepdims=True)
    np.testing.assert_allclose(in_plane - in_plane.min(1, keepdims=True), shifted, atol=1e-4)


def test_what_others_learn_changes_nothing_for_a_method() -> None:
    alone, together = metric(), metric(**EVERY)
    for _ in range(2):
        alone.step(), together.step()
    there = together.weights()
    assert all(torch.equal(weight, there[name]) for name, weight in alone.weights().items())


def test_a_measured_accuracy_is_the_mean_over_the_same_episodes_one_by_one() -> None:
    made = metric(test_episodes=6)
    made.step()
    learner, judge = learner_of(made.settings, PROTOTYPES, 1), made._judge
    weights = {n.removeprefix("prototypes."): w for n, w in made.weights().items()}
    found = judge.measure(made.settings, made._networks, made._plan).metrics["prototypes.accuracy"]
    right = []
    for support, query in zip(judge._support, judge._query, strict=True):
        known, asked = judge._pool[support.flatten()], judge._pool[query.flatten()]
        answer = learner.answer(weights, known, torch.arange(3), asked, 3)
        right.append(float(answer.accuracy(torch.arange(3).repeat_interleave(2))))
    assert found == pytest.approx(np.mean(right), abs=1e-6)


def test_every_method_is_measured_with_pixels_beside_it() -> None:
    measured = metric(**EVERY).look().metrics
    assert {f"{method}.accuracy" for method in (*METHODS, "pixels")} <= set(measured)
    assert {f"{NEIGHBOURS}.base_after", f"{FINETUNING}.base_after"} <= set(measured)


def test_methods_are_measured_every_so_often_and_the_frame_says_when() -> None:
    made = metric(test_every=2)
    steps = [made.step() for _ in range(3)]
    assert ["prototypes.accuracy" in frame.metrics for frame in steps] == [False, True, False]
    accuracy = steps[-1].answers[PROTOTYPES].accuracy
    assert accuracy is not None
    assert (accuracy.step, accuracy.episodes) == (2, 12)
    assert accuracy.mean == steps[1].metrics["prototypes.accuracy"]


def test_what_is_not_trained_stays_as_it_is() -> None:
    made = metric(**EVERY, learn=False)
    before = made.weights()
    frame = made.step()
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())
    assert not any(name.endswith(".loss") for name in frame.metrics)


def test_the_rate_is_halved_every_so_many_meta_steps() -> None:
    one, other = metric(halve_every=1, rate=0.01), metric(rate=0.01)
    one.step(), other.step()
    assert torch.equal(one.weights()["prototypes.block1.filters"], other.weights()["prototypes.block1.filters"])
    other.change("rate", 0.005)
    one.step(), other.step()
    assert torch.equal(one.weights()["prototypes.block1.filters"], other.weights()["prototypes.block1.filters"])


def test_the_rate_falls_evenly_to_0() -> None:
    settings = MetricSettings.parse({**SMALL, "rate": 0.01, "annealing": 4, "halve_every": 2})
    assert [rate_at(settings, step) for step in range(6)] == pytest.approx([0.01, 0.0075, 0.0025, 0.00125, 0, 0])
    made = metric(annealing=1)
    made.step()
    before = made.weights()["prototypes.block1.filters"].clone()
    made.step()
    assert torch.equal(made.weights()["prototypes.block1.filters"], before)


def test_a_state_with_everything_a_person_did_goes_on_bit_for_bit() -> None:
    made = metric(**EVERY, shots=2)
    made.step()
    made.change("move", {"support": 0, "to": 1})
    made.change("remove", {"support": 3})
    made.change("add", {"picture": INK, "to": "query"})
    made.change("point", {"method": "matching", "support": 2, "to": [0.5, 0.5]})
    made.change("answered", {"to": 1})
    made.change("add", {"picture": INK, "to": 2})
    state = made.state()
    expected = [made.look(), made.step(), made.step()]
    other = metric(**EVERY, shots=2)
    other.restore(state)
    for frame, again in zip(expected, (other.look(), other.step(), other.step()), strict=True):
        assert_same(frame, again)


def test_a_damaged_state_is_refused() -> None:
    made = metric()
    table = {**plain(Edits()), "removed": [0, 1, 2]}
    state = {**made.state(), "table": json.dumps(table)}
    with pytest.raises(ValueError, match="at least one support"):
        made.restore(state)


def test_a_loss_that_is_no_number_stops_the_run_with_the_methods_name() -> None:
    made = metric(matching=True)
    with torch.no_grad():
        made.tensors["matching.weights.block1.filters"].fill_(1e30)
    with pytest.raises(Diverged, match="Matching Network"):
        made.step()


def test_a_new_number_of_imagined_examples_is_seen_at_once() -> None:
    made = metric(imagined=True, imagined_examples=4)
    assert made.look().answers[IMAGINED].plane.imagined.shape == (3, 4, 2)
    made.change("imagined_examples", 0)
    assert made.look().answers[IMAGINED].plane.imagined.shape == (3, 0, 2)


def test_fine_tuning_begins_with_no_opinion_and_learns_its_supports() -> None:
    made = metric(finetuning=True, finetuning_steps=5, finetuning_rate=0.3, characters=20)
    made.step()
    tuned = made.look().answers[FINETUNING].tuned
    assert tuned is not None
    assert len(tuned.losses) == len(tuned.base) == 6
    assert tuned.losses[-1] < tuned.losses[0] - 0.5
    np.testing.assert_allclose(tuned.probabilities[0], 1 / 3, atol=1e-6)


def test_fine_tuning_that_diverges_says_so_and_the_run_goes_on() -> None:
    made = metric(finetuning=True, finetuning_rate=1.0, shots=2, learn=False)
    with torch.no_grad():
        made.tensors["classifier.weights.classifier.weights"].mul_(1e18)
    frame = made.step()
    answer = frame.answers[FINETUNING]
    assert answer.tuned is not None
    assert answer.tuned.diverged > 0
    assert np.isfinite(answer.probabilities).all()
    told = [str(caption) for caption in captions_of(frame, FINETUNING)]
    assert "diverged" in told[-1]
    assert "diverged" not in told[0]


def test_weights_of_another_architecture_are_refused_with_both_shapes_and_change_nothing() -> None:
    made, before = metric(), metric().weights()
    shapes = r"must be real numbers of shape \(8, 1, 3, 3\), not \(16, 1, 3, 3\)"
    with pytest.raises(UserError, match=rf"prototypes.block1.filters: {shapes}"):
        made.load_weights(metric(width=16).weights())
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


def test_weights_of_another_method_are_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"relation.block1.filters: is not a weight of this story"):
        metric().load_weights(metric(prototypes=False, relation=True).weights())


def test_weights_that_give_no_numbers_are_refused_and_nothing_is_changed() -> None:
    made = metric()
    before, weights = made.look(), made.weights()
    with pytest.raises(UserError, match="NaN or infinite"):
        made.load_weights({**weights, "prototypes.block1.variance": torch.full((8,), -1.0)})
    assert_same(before, made.look())
    assert all(torch.equal(weight, weights[name]) for name, weight in made.weights().items())


def test_statistics_of_the_episode_are_told_and_let_queries_decide_together() -> None:
    apart, together = metric(), metric(statistics="episode")
    assert not any("transductive" in str(notice) for notice in apart.look().notices)
    assert any("transductive" in str(notice) for notice in together.look().notices)
    for made, same in ((apart, True), (together, False)):
        made.step()
        before = made.look().answers[PROTOTYPES].scores
        made.change("add", {"picture": INK, "to": "query"})
        after = made.look().answers[PROTOTYPES].scores[: len(before)]
        assert np.allclose(before, after, atol=1e-4) == same


@pytest.mark.parametrize(("start", "hope"), [("published", "may never leave"), ("default", "leaves this plateau")])
def test_a_relation_network_that_stays_on_its_plateau_is_told(start: str, hope: str) -> None:
    made = metric(relation=True, relation_start=start)
    made.step()
    made._plateau = [plateau(5)] * 10
    made._frame = None
    assert any("0.160" in str(notice) and hope in str(notice) for notice in made.look().notices)


def test_the_cap_without_temperature_is_told() -> None:
    assert cap(5, 1) == pytest.approx(0.4046, abs=1e-4)
    assert cap(5, 1, least=-1.0) == pytest.approx(math.e**2 / (math.e**2 + 4), abs=1e-12)
    for method, told in (("cosine", "0.40"), ("context_cosine", "0.65")):
        assert any(told in str(notice) for notice in metric(**{method: True}, ways=5).look().notices)


def test_costs_grow_with_the_supports_for_those_who_keep_them() -> None:
    costs = metric(**EVERY).look().costs
    assert costs["prototypes"].stored[0] == costs["prototypes"].stored[-1] == 3 * 8
    assert costs["matching"].stored[4] == 5 * costs["matching"].stored[0]
    assert costs["finetuning"].stored[0] == costs["finetuning"].stored[-1]
    assert costs["pixels"].stored[0] == 3 * 64


@pytest.mark.parametrize("name", ["point", "span"])
def test_an_answer_is_the_same_until_what_it_depends_on_changes(name: str) -> None:
    made = metric(matching=True, ways=4, shots=2)
    made.change("point", {"method": "prototypes", "support": 0, "to": [1.0, 0.0]})
    before = made.look()
    made.change(name, {"point": {"method": "prototypes", "support": 0, "to": [0.5, 0.0]}, "span": [0, 1, 2]}[name])
    after = made.look()
    assert after.table is before.table
    assert after.answers["prototypes"] is not before.answers["prototypes"]
    assert (after.answers["matching"] is before.answers["matching"]) == (name == "point")


def test_wilsons_interval_is_his() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_omniglot_is_read_from_a_folder_and_papers_stand_beside(tmp_path: Path) -> None:
    characters = tuple(f"{alphabet}/character0{number}" for alphabet in "ABCDEFGHI" for number in (1, 2, 3))
    path = folder(tmp_path, omniglot(characters))
    frame = metric(pictures="omniglot", folder=str(path), ways=5, train_ways=4).look()
    assert {one.method for one in frame.published} == {"prototypes"}


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"prototypes": False}, "prototypes"),
        ({"ways": 7}, "characters"),
        ({"shots": 10, "queries": 11}, "queries"),
        ({"train_shots": 10, "train_queries": 11}, "train_queries"),
        ({"train_ways": 60, "rotations": "none"}, "train_ways"),
    ],
    ids=str,
)
def test_settings_that_do_not_fit_are_refused(values: dict[str, object], where: str) -> None:
    with pytest.raises(UserError) as refused:
        MetricSettings.parse({**SMALL, **values})
    assert where in {problem.where for problem in refused.value.problems}
