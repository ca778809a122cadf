"""What has come about at an inner tick ends in the answer, and captions tell it."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest

from simulator.stories.metric_learning import lens
from simulator.stories.metric_learning.captions import captions_of
from simulator.stories.metric_learning.frame import MetricFrame
from simulator.stories.metric_learning.names import CONTEXT, FINETUNING, IMAGINED, METHODS, NEIGHBOURS, PROTOTYPES
from tests.simulator.stories.metric_learning import EVERY, INK, metric

WEIGHTED = ("matching", "cosine", "context", "siamese", "neighbours")


@cache
def frame() -> MetricFrame:
    made = metric(**EVERY, shots=2, neighbours_k=2)
    made.step()
    made.change("remove", {"support": 1})
    made.change("add", {"picture": INK, "to": 0})
    made.change("add", {"picture": INK, "to": "query"})
    return made.look()


def test_ticks_go_through_supports_context_scores_and_the_answer() -> None:
    phases = [lens.moment(frame(), tick) for tick in range(frame().ticks())]
    wanted = [("before", 0), *(("support", i) for i in range(7)), ("context", 0), ("context", 1)]
    assert phases == [*wanted, ("scores", 0), ("answer", 0)]


def test_removed_supports_are_never_seen() -> None:
    assert not lens.seen(frame(), 0).any()
    assert lens.seen(frame(), 7).tolist() == [True, False, *[True] * 5]


@pytest.mark.parametrize("method", [PROTOTYPES, IMAGINED])
def test_running_means_end_where_the_prototypes_are(method: str) -> None:
    plane = frame().answers[method].plane
    np.testing.assert_allclose(lens.prototypes(frame(), method, 7), plane.prototypes, atol=1e-5)
    assert np.isnan(lens.prototypes(frame(), method, 0)).all()
    one = lens.prototypes(frame(), PROTOTYPES, 1)
    np.testing.assert_allclose(one[0], frame().answers[PROTOTYPES].plane.supports[0], atol=1e-6)


@pytest.mark.parametrize("method", WEIGHTED)
def test_attention_to_all_supports_is_that_of_the_answer(method: str) -> None:
    before, last = (lens.attention(frame(), method, tick) for tick in (7, frame().ticks() - 1))
    np.testing.assert_allclose(before, last, atol=1e-5)
    assert not before[:, 1].any(), "it was removed"
    if method != "siamese":
        np.testing.assert_allclose(last.sum(1), 1, atol=1e-5)
        np.testing.assert_allclose(lens.attention(frame(), method, 3).sum(1), 1, atol=1e-5)
    assert not lens.attention(frame(), method, 0).any()


def test_context_shows_each_step_of_reading() -> None:
    for step in (0, 1):
        found = lens.attention(frame(), CONTEXT, 8 + step)
        np.testing.assert_array_equal(found, frame().answers[CONTEXT].reads[step])
        np.testing.assert_allclose(found.sum(1), 1, atol=1e-5)


def test_answers_come_last_and_those_of_fine_tuning_at_each_update() -> None:
    last = frame().ticks() - 1
    for method in METHODS:
        if method != FINETUNING:
            assert lens.probabilities(frame(), method, last - 1) is None
            assert lens.scores(frame(), method, last - 2) is None
            assert lens.scores(frame(), method, last - 1) is not None
        found = lens.probabilities(frame(), method, last)
        assert found is not None
        np.testing.assert_allclose(found, frame().answers[method].probabilities, atol=1e-6)
    updates = [lens.update(frame(), tick) for tick in range(last + 1)]
    assert updates == sorted(updates)
    assert set(updates) == {0, 1, 2, 3}
    assert np.ptp(np.asarray(lens.probabilities(frame(), FINETUNING, 0)), axis=1) == pytest.approx(0), "outputs of 0"


def test_the_classes_of_a_tuned_head_meet_where_their_regions_do() -> None:
    answer, last = frame().answers[FINETUNING], frame().ticks() - 1
    plane, tuned = answer.plane, answer.tuned
    assert tuned is not None
    np.testing.assert_allclose(tuned.supports[-1], plane.supports, atol=1e-4)
    np.testing.assert_allclose(tuned.queries[-1], plane.queries, atol=1e-4)
    assert plane.exact
    assert tuned.kept[-1] == 1
    logits = tuned.queries[-1] @ tuned.slopes[-1].T + tuned.offsets[-1]
    shares = np.exp(logits - logits.max(1, keepdims=True))
    np.testing.assert_allclose(shares / shares.sum(1, keepdims=True), answer.probabilities, atol=1e-4)
    head = lens.head(frame(), last)
    assert len(head.lines)
    for line, pair in zip(head.lines, head.pairs, strict=True):
        logits = line.mean(0) @ tuned.slopes[-1].T.astype(np.float64) + tuned.offsets[-1]
        np.testing.assert_allclose(logits[pair], logits.max(), atol=1e-5)
    assert len(lens.head(frame(), 0).lines) == 0


def test_captions_name_the_supports_and_end_with_the_answer() -> None:
    for method in METHODS:
        told = list(map(str, captions_of(frame(), method)))
        assert len(told) == frame().ticks()
        assert not any(re.search(r"[{}]|nan", sentence) for sentence in told), method
        if method != FINETUNING:
            assert told[2] == "Support 2 was taken away"
            assert told[-1].startswith("Query 1 is taken for ")
    tuned = frame().answers[FINETUNING].tuned
    assert tuned is not None
    assert str(captions_of(frame(), FINETUNING)[-1]).startswith("After update 3 of 3 the supports' loss is ")


def test_neighbours_so_far_are_the_nearest_of_those_seen() -> None:
    votes = lens.attention(frame(), NEIGHBOURS, 4)
    pairs = frame().answers[NEIGHBOURS].pairs
    there = [0, 2, 3]
    for query, row in enumerate(votes):
        nearest = sorted(there, key=lambda support: -pairs[query, support])[:2]
        assert set(np.flatnonzero(row)) == set(nearest)
