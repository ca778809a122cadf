"""What a person may do to the episode on the table, and what every method makes of it."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.metric_learning import geometry
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import FINETUNING, METHODS, PROTOTYPES
from tests.simulator.stories.metric_learning import EVERY, INK, metric
from tests.simulator.stories.test_metric_learning_run import assert_same

HELD = tuple(method for method in METHODS if method != FINETUNING)
CHANGES: list[tuple[str, object]] = [
    ("move", {"support": 0, "to": 2}),
    ("remove", {"support": 1}),
    ("add", {"picture": INK, "to": 1}),
    ("add", {"picture": INK, "to": "query"}),
    ("point", {"method": "prototypes", "support": 0, "to": [3, 3]}),
    ("span", [0, 1, 3]),
    ("answered", {"to": 0}),
    ("next", None),
    ("reset", None),
    ("shown", 7),
]


@pytest.mark.parametrize(("name", "value"), CHANGES, ids=str)
def test_every_change_is_undone_bit_for_bit(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    for module in ("simulation", "answering.showing"):  # nothing is kept, all is computed again
        monkeypatch.setattr(f"metascope.simulator.stories.metric_learning.{module}.LATELY", 0)
    made = metric(ways=4, shots=2)
    made.step()
    made.change("remove", {"support": 7})
    made.change("add", {"picture": INK, "to": 3})
    before, back = made.look(), made.inverse(name, value)
    made.change(name, value)
    changed = made.look()
    assert changed is not before
    for undo in back:
        made.change(*undo)
    assert_same(before, made.look())
    assert made.look().table.number == before.table.number


def test_what_is_taken_back_is_there_at_once_until_weights_are_others() -> None:
    made = metric(shots=2, **EVERY)
    before = made.look()
    made.change("remove", {"support": 1})
    without = made.look()
    made.change("remove", {"support": 1})
    back = made.look()
    assert back.table is before.table
    for method, answer in back.answers.items():
        assert answer is before.answers[method]
        assert answer is not without.answers[method]
    made.step()
    assert all(answer is not before.answers[method] for method, answer in made.look().answers.items())


def test_a_support_that_is_moved_counts_for_its_new_class() -> None:
    made = metric(shots=2)
    before = made.look().answers[PROTOTYPES].plane
    made.change("move", {"support": 0, "to": 1})
    frame = made.look()
    assert frame.table.labels.tolist() == [1, 0, 1, 1, 2, 2]
    assert frame.table.own.tolist() == [0, 0, 1, 1, 2, 2]
    assert frame.table.edited
    after = frame.answers[PROTOTYPES].plane
    distances = np.square(after.prototypes[:, None] - after.supports).sum(-1)
    assert distances[0].argmin() == 1, "the mean of one support is the support"
    assert not np.allclose(before.prototypes, after.prototypes)


@pytest.mark.parametrize("method", METHODS)
def test_a_class_without_supports_is_never_answered(method: str) -> None:
    made = metric(**EVERY)
    made.step()
    made.change("remove", {"support": 1})
    answer = made.look().answers[method]
    assert not answer.probabilities[:, 1].any()
    assert 1 not in answer.predicted
    np.testing.assert_allclose(answer.probabilities.sum(1), 1, atol=1e-5)
    assert np.isnan(answer.plane.prototypes[1]).all()
    assert answer.plane.spanning.tolist() == [0, 2]


def test_a_drawing_is_a_support_like_any_other() -> None:
    made = metric(**EVERY)
    first = made.look().table.supports[0].tobytes().hex()
    made.change("add", {"picture": first, "to": 1})
    frame = made.look()
    assert frame.table.own.tolist() == [0, 1, 2, -1]
    for method in ("prototypes", "matching", "siamese"):
        supports = frame.answers[method].plane.supports
        np.testing.assert_allclose(supports[3], supports[0], atol=1e-5)


def test_a_drawing_may_be_asked_about() -> None:
    made = metric()
    made.change("add", {"picture": made.look().table.supports[2].tobytes().hex(), "to": "query"})
    made.change("query", 359)
    frame = made.look()
    assert frame.query == 6
    assert frame.table.asked[6] == -1
    assert frame.answers[PROTOTYPES].predicted[6] == 2
    assert frame.answers[PROTOTYPES].scores[6, 2] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("method", HELD)
def test_a_point_lies_where_it_is_held_and_its_method_alone_answers_otherwise(method: str) -> None:
    made = metric(**EVERY, shots=2)
    for _ in range(2):
        made.step()
    before = made.look()
    to = before.answers[method].plane.supports[2] + np.float32(0.5)
    made.change("point", {"method": method, "support": 2, "to": to.tolist()})
    after = made.look()
    np.testing.assert_allclose(after.answers[method].plane.supports[2], to, atol=1e-4)
    assert after.answers[method].plane.moved.tolist() == [False, False, True, False, False, False]
    others = np.delete(after.answers[method].plane.supports, 2, axis=0)
    np.testing.assert_allclose(others, np.delete(before.answers[method].plane.supports, 2, axis=0), atol=1e-4)
    changed = {key for key in HELD if _answers(before, key) != _answers(after, key)}
    assert changed == {method}


def _answers(frame: MetricFrame, method: str) -> bytes:
    return frame.answers[method].probabilities.tobytes()


def test_a_held_point_decides_by_where_it_is() -> None:
    made = metric()
    made.step()
    query = made.look().answers[PROTOTYPES].plane.queries[0]
    made.change("point", {"method": PROTOTYPES, "support": 2, "to": query.tolist()})
    answer = made.look().answers[PROTOTYPES]
    assert answer.predicted[0] == 2
    made.change("point", {"method": PROTOTYPES, "support": 2, "to": [1000, 1000]})
    assert 2 not in made.look().answers[PROTOTYPES].predicted


def test_regions_are_the_probabilities_of_the_method() -> None:
    made = metric(imagined=True)
    for _ in range(3):
        made.step()
    for method in (PROTOTYPES, "imagined"):
        answer = made.look().answers[method]
        plane = answer.plane
        assert plane.exact
        assert plane.kept == 1.0
        distances = np.square(plane.queries[:, None] - plane.prototypes).sum(-1).astype(np.float64)
        shares = np.exp(-distances + distances.min(1, keepdims=True))
        np.testing.assert_allclose(answer.probabilities, shares / shares.sum(1, keepdims=True), atol=1e-4)
        (left, right), (low, high) = geometry.widened(plane.extent.astype(np.float64))
        down, across = plane.regions.shape[:2]
        x, y = np.linspace(left, right, across), np.linspace(low, high, down)
        for place, share in zip(plane.queries, answer.probabilities, strict=True):
            row, column = np.abs(y - place[1]).argmin(), np.abs(x - place[0]).argmin()
            assert np.abs(plane.regions[row, column] - share).max() < 0.2


def test_of_more_classes_any_three_have_exact_regions_among_themselves() -> None:
    made = metric(ways=5)
    best = made.look().answers[PROTOTYPES].plane
    assert (best.exact, best.regions.size, best.spanning.tolist()) == (False, 0, [])
    made.change("span", [4, 0, 2])
    plane = made.look().answers[PROTOTYPES].plane
    assert (plane.exact, plane.spanning.tolist(), plane.regions.shape[2]) == (True, [4, 0, 2], 3)
    assert 0 <= plane.kept <= 1


def test_answers_of_a_person_are_counted_and_stay_until_the_next_episode_comes() -> None:
    made = metric()
    for right in (True, False, True):
        frame = made.look()
        own = int(frame.table.asked[frame.query])
        answer = own if right else (own + 1) % 3
        made.change("answered", {"to": answer})
        answered = made.look()
        assert answered.table.number == frame.table.number
        assert (answered.quiz.query, answered.quiz.answer) == (frame.query, answer)
        made.change("next", None)
    frame = made.look()
    assert frame.quiz.answer == -1
    assert (frame.quiz.right, frame.quiz.asked, frame.table.number) == (2, 3, 3)
    assert frame.quiz.low < 2 / 3 < frame.quiz.high
    assert frame.metrics["you.accuracy"] == pytest.approx(2 / 3)
    made.change("shown", 3)
    assert made.look().table.number == 3
    assert made.look().quiz.asked == 3


@pytest.mark.parametrize(("name", "value"), [("move", {"support": 9, "to": 0}), ("add", {"picture": "", "to": 0})])
def test_what_is_refused_changes_nothing(name: str, value: object) -> None:
    made = metric()
    before = made.look()
    with pytest.raises(UserError):
        made.change(name, value)
    assert_same(before, made.look())


def test_training_is_not_disturbed_by_what_is_done_to_the_table() -> None:
    calm, busy = metric(), metric()
    busy.change("move", {"support": 0, "to": 1})
    busy.change("add", {"picture": INK, "to": "query"})
    calm.step(), busy.step()
    weights = busy.weights()
    assert all((weight == weights[name]).all() for name, weight in calm.weights().items())
