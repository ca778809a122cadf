"""The run of good starts for pictures: training, adaptation on the table, measurements and what layers do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.learners.picture_maml import reference
from metascope.simulator.learners.picture_maml.evaluation import adaptation
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.simulation import MetricSimulation
from metascope.simulator.stories.picture_starts.captions import captions_of
from metascope.simulator.stories.picture_starts.measuring import cka
from metascope.simulator.stories.picture_starts.names import ANIL, MAML, METHODS
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.stories.picture_starts.showing import tasks_of
from metascope.simulator.stories.picture_starts.teaching import frozen_rates, kind_of, layer_names, plan_of
from tests.simulator.stories.picture_starts import EVERY, INK, starts


@pytest.mark.parametrize("network", ["layers", "convolution"])
def test_the_table_shows_what_the_readable_learner_makes_of_the_episode(network: str) -> None:
    made = starts(**EVERY, network=network, statistics="support")
    made.step()
    frame, tasks = made.look(), tasks_of(made._on_table())
    for index, method in enumerate(METHODS):
        weights, plan = made._starts[method].weights, plan_of(made.settings, method, 3)
        moments = list(reference.walk(made._network, kind_of(method), weights, tasks, plan))
        wanted = np.stack([moment.query[0].softmax(-1).numpy() for moment in moments])
        np.testing.assert_allclose(frame.course.probabilities[:, index], wanted, atol=1e-4)


def test_what_others_learn_changes_nothing_for_a_method() -> None:
    alone, together = starts(), starts(**EVERY)
    for made in (alone, together):
        made.step()
    for name, weight in alone.weights().items():
        torch.testing.assert_close(weight, together.weights()[name], rtol=0, atol=0)


def test_methods_are_judged_by_the_episodes_of_the_metric_learning_story() -> None:
    shared = {"characters": 24, "side": 8, "ways": 3, "queries": 2, "shown": 3}
    compared = MetricSimulation(MetricSettings.parse({**shared, "width": 8, "train_ways": 5})).look()
    adapted = starts(**shared).look()
    assert adapted.metrics["pixels.accuracy"] == compared.metrics["pixels.accuracy"]
    np.testing.assert_array_equal(adapted.table.supports, compared.table.supports)


def test_freezing_nothing_is_adapting_and_freezing_all_is_not() -> None:
    test = starts(**EVERY).look().test
    np.testing.assert_allclose(test.layers.frozen[:, 0], test.accuracy[-1], atol=1e-6)
    np.testing.assert_allclose(test.layers.frozen[:, -1], test.accuracy[0], atol=1e-6)
    anil = METHODS.index(ANIL)
    np.testing.assert_allclose(test.layers.alike[anil, :-1], 1.0, atol=1e-5)
    assert (test.layers.moved[anil, :-1] == 0).all()
    assert (test.layers.moved[0] > 0).all()


@pytest.mark.parametrize("network", ["layers", "convolution"])
def test_frozen_layers_are_those_that_get_no_steps_in_the_readable_learner(network: str) -> None:
    made = starts(**EVERY, network=network)
    made.step()
    told, names = made.step().test.layers, layer_names(made._network)  # measured at every second one
    for index, (method, start) in enumerate(made._starts.items()):
        plan = plan_of(made.settings, method, made.settings.test_steps)
        moving = names[-1:] if method == ANIL else names
        for row, chosen in [*((count, names[count:]) for count in range(len(names) + 1)), (None, names[:-1])]:
            given = frozen_rates(made._network, start.weights, plan, frozenset(chosen) & frozenset(moving))
            found = adaptation(made._network, "meta_sgd", given, made._judge._tasks, plan, reference)
            wanted = float(found.query_accuracies[-1].mean())
            measured = told.body[index] if row is None else told.frozen[index, row]
            assert float(measured) == pytest.approx(wanted, abs=0.03), (method, chosen)  # one query of 36 at most


def test_cka_is_one_for_what_is_only_turned_and_scaled() -> None:
    draws = torch.Generator().manual_seed(0)
    features = torch.randn(40, 3, generator=draws)
    turn = torch.linalg.qr(torch.randn(3, 3, generator=draws)).Q
    assert float(cka(features, 2 * features @ turn + 1)) == pytest.approx(1, abs=1e-5)
    assert float(cka(features, torch.randn(40, 3, generator=draws))) < 0.4


def test_three_labels_of_the_rate_make_the_same_steps() -> None:
    found = [
        starts(shots=2, inner_rate=rate, rate_of=label).look().course.probabilities
        for rate, label in ((0.6, "mean"), (0.2, "class"), (0.1, "sum"))
    ]
    np.testing.assert_allclose(found[1], found[0], atol=1e-5)
    np.testing.assert_allclose(found[2], found[0], atol=1e-5)


def test_the_surface_goes_through_the_start_and_both_adapted_networks() -> None:
    frame = starts().look()
    surface = frame.surface
    np.testing.assert_allclose(surface.away[[0, -1]], 0, atol=1e-3)
    np.testing.assert_allclose(surface.paths[0], 0, atol=1e-6)
    assert surface.paths[-1, 0, 1] == pytest.approx(0, abs=1e-4)
    assert surface.episodes == (0, 1)
    start = int(np.abs(surface.v).argmin()), int(np.abs(surface.u).argmin())  # the nearest point of the grid
    right = frame.course.probabilities[0, 0][np.arange(len(frame.table.asked)), frame.table.asked]
    assert surface.losses[0][start] == pytest.approx(-np.log(right).mean(), rel=0.3)


def test_a_moved_support_changes_the_adaptation_and_undo_brings_it_back() -> None:
    made = starts()
    before = made.look().course.probabilities
    undo = made.inverse("move", {"support": 0, "to": 1})
    made.change("move", {"support": 0, "to": 1})
    assert not np.allclose(made.look().course.probabilities[1:], before[1:])
    for name, value in undo:
        made.change(name, value)
    np.testing.assert_array_equal(made.look().course.probabilities, before)


def test_a_drawn_query_is_answered_and_counts_as_neither_right_nor_wrong() -> None:
    made = starts()
    asked = made.look().course.asked
    made.change("add", {"picture": INK, "to": "query"})
    made.change("query", 6)
    frame = made.look()
    assert frame.course.asked == asked
    assert "yours" in str(captions_of(frame, MAML)[1])


def test_a_class_without_supports_is_adapted_to_and_training_goes_on() -> None:
    """Of the classes that are left the start learns; nothing becomes NaN, and all is put back."""
    made = starts(**EVERY)
    before = made.look()
    made.change("remove", {"support": 1})
    frame = made.look()
    assert frame.table.removed.tolist() == [False, True, False]
    assert np.isfinite(frame.course.probabilities).all()
    assert np.isfinite(frame.course.support_loss).all()
    assert (frame.course.probabilities[-1, :, :, 1] < before.course.probabilities[-1, :, :, 1]).mean() > 0.5
    assert made.step().table.edited
    made.change("remove", {"support": 1})
    assert not made.look().table.edited


BAD_EDITS: list[tuple[str, object, str]] = [
    ("move", {"support": 3, "to": 0}, "support must be a whole number from 0 to 2, not 3"),
    ("move", {"support": 0, "to": 3}, "to must be a whole number from 0 to 2, not 3"),
    ("remove", {"support": "0"}, "support must be a whole number"),
    ("add", {"picture": INK[:-2], "to": 0}, "picture must be 128 digits"),
    ("table", {"moved": [], "removed": [0, 1, 2], "added": []}, "must leave at least one support"),
]


@pytest.mark.parametrize(("name", "value", "told"), BAD_EDITS, ids=str)
def test_bad_edits_are_told_in_one_sentence_and_leave_everything_as_it_was(name: str, value: object, told: str) -> None:
    made = starts()
    made.change("move", {"support": 2, "to": 0})
    before = made.state()
    with pytest.raises(UserError, match=told) as caught:
        made.change(name, value)
    assert len(caught.value.problems) == 1
    assert made.state()["table"] == before["table"]
    assert made.step().table.labels.tolist() == [0, 1, 0]


def test_the_last_support_cannot_be_taken_away() -> None:
    made = starts()
    for support in (0, 1):
        made.change("remove", {"support": support})
    with pytest.raises(UserError, match="at least one support"):
        made.change("remove", {"support": 2})
    assert made.look().table.removed.tolist() == [True, True, False]


def test_a_support_that_is_put_into_its_own_class_changes_nothing() -> None:
    made = starts()
    before = made.look()
    made.change("move", {"support": 0, "to": 0})
    frame = made.look()
    assert not frame.table.edited
    np.testing.assert_array_equal(frame.course.probabilities, before.course.probabilities)


def test_a_folder_that_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    archive = tmp_path / "images_background.zip"
    archive.write_bytes(b"no archive")
    for folder, told in (("", "must name"), (tmp_path / "nowhere", "must be a folder"), (archive, "zip")):
        with pytest.raises(UserError, match=told) as caught:
            starts(pictures="omniglot", folder=str(folder))
        (problem,) = caught.value.problems
        assert problem.where == "folder"
        assert str(folder) in str(problem)


def test_without_a_step_there_is_still_a_plane() -> None:
    surface = starts(inner_rate=0.0).look().surface
    assert (surface.paths == 0).all()
    assert (surface.away == 0).all()
    assert np.isfinite(surface.losses).all()


def test_weights_of_another_network_are_refused_with_both_shapes() -> None:
    given = starts(network="convolution").weights()
    with pytest.raises(UserError) as caught:
        starts().load_weights(given)
    told = str(caught.value.problems[0].message)
    assert "layer1 8 × 64" in told
    assert "block1 8 × 1 × 3 × 3" in told


def test_weights_of_other_sizes_are_refused_with_both_shapes_and_change_nothing() -> None:
    made = starts()
    before = made.weights()
    with pytest.raises(UserError, match=r"layer1.weights: must be real numbers of shape \(8, 64\), not \(16, 64\)"):
        made.load_weights(starts(hidden_units=16).weights())
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


def test_impossible_settings_are_refused_at_once() -> None:
    with pytest.raises(UserError) as caught:
        StartsSettings.parse({"maml": False, "ways": 20, "characters": 40, "reptile": True, "shots": 15, "queries": 6})
    assert {problem.where for problem in caught.value.problems} == {"characters", "queries"}
    with pytest.raises(UserError, match="one must take part"):
        StartsSettings.parse({"maml": False})
