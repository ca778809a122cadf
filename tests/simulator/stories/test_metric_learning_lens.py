"""What has come about at an inner tick ends in the answer, and captions tell it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.captions import captions_of
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import (
    CONTEXT,
    FINETUNING,
    IMAGINED,
    IN_CONTEXT,
    METHODS,
    NEIGHBOURS,
    PROTOTYPES,
)
from tests.simulator.stories.metric_learning import EVERY, INK, metric

WEIGHTED = ("matching", "cosine", "context", "context_cosine", "siamese", "neighbours")


@cache
def frame() -> MetricFrame:
    made = metric(**EVERY, shots=2, neighbours_k=2)
    made.step()
    made.change("remove", {"support": 1})
    made.change("add", {"picture": INK, "to": 0})
    made.change("add", {"picture": INK, "to": "query"})
    return made.look()


@cache
def dreaming(ways: int, examples: int, shots: int = 1) -> MetricFrame:
    """Return a frame with imagined examples of a generator that has learned a little."""
    made = metric(imagined=True, context=True, ways=ways, shots=shots, imagined_examples=examples, updates=4)
    return made.step()


def imagining(shown: MetricFrame) -> list[int]:
    """Return the ticks in which examples are imagined."""
    return [tick for tick in range(shown.ticks()) if lens.moment(shown, tick).phase == "imagined"]


def test_ticks_go_through_supports_context_imagined_examples_scores_and_the_answer() -> None:
    phases = [lens.moment(frame(), tick) for tick in range(frame().ticks())]
    wanted = [("before", 0), *(("support", i) for i in range(7)), ("context", 0), ("context", 1)]
    wanted += [("imagined", i) for i in range(12)]
    assert phases == [*wanted, ("scores", 0), ("answer", 0)]


@pytest.mark.parametrize(("ways", "examples", "shots"), [(3, 4, 1), (5, 2, 2), (2, 6, 1)])
def test_few_imagined_examples_come_one_by_one_class_by_class(ways: int, examples: int, shots: int) -> None:
    shown = dreaming(ways, examples, shots)
    plane, ticks, order = shown.answers[IMAGINED].plane, imagining(shown), list[tuple[int, int]]()
    assert not lens.imagined(shown, IMAGINED, ticks[0] - 1).any()
    for tick in ticks:
        new = np.argwhere(lens.newest(shown, IMAGINED, tick))
        assert len(new) == 1
        order.append((int(new[0, 0]), int(new[0, 1])))
        assert int(lens.imagined(shown, IMAGINED, tick).sum()) == len(order)
    assert order == [(way, example) for way in range(ways) for example in range(examples)]
    assert lens.imagined(shown, IMAGINED, ticks[-1] + 1).sum() == (plane.seeds >= 0).sum() == ways * examples
    assert not lens.newest(shown, IMAGINED, ticks[-1] + 1).any()


@pytest.mark.parametrize(("ways", "examples"), [(5, 20), (5, 4), (3, 5)])
def test_of_many_imagined_examples_one_of_each_class_comes_at_a_tick(ways: int, examples: int) -> None:
    shown = dreaming(ways, examples)
    ticks = imagining(shown)
    assert len(ticks) == examples
    for number, tick in enumerate(ticks):
        new = lens.newest(shown, IMAGINED, tick)
        assert np.argwhere(new).tolist() == [[way, number] for way in range(ways)]
        told = str(captions_of(shown, IMAGINED)[tick])
        assert told.startswith(f"Imagined examples {number * ways + 1} to {(number + 1) * ways} of {ways * examples}, ")


def test_a_mean_moves_with_each_example_that_is_imagined_as_its_caption_tells() -> None:
    shown = dreaming(3, 4, 2)
    plane, labels = shown.answers[IMAGINED].plane, shown.table.labels
    there = [[*plane.supports[labels == way].astype(np.float64)] for way in range(3)]
    moved = 0.0
    for number, tick in enumerate(imagining(shown)):
        way, example = divmod(number, 4)
        before = np.mean(there[way], 0)
        there[way].append(plane.imagined[way, example].astype(np.float64))
        after = np.mean(there[way], 0)
        np.testing.assert_allclose(lens.prototypes(shown, IMAGINED, tick)[way], after, atol=1e-6)
        support = int(plane.seeds[way, example])
        assert labels[support] == way
        by, away = np.hypot(*(after - before)), np.hypot(*(there[way][-1] - plane.supports[support]))
        moved = max(moved, float(by))
        assert str(captions_of(shown, IMAGINED)[tick]) == (
            f"Imagined example {number + 1} of 12 lies {away:.3g} from its original, support {support + 1} of class"
            f" {'ABC'[way]}: the mean, now of {3 + example}, moves by {by:.3g} in the plane"
        )
        assert "only a method that imagines" in str(captions_of(shown, CONTEXT)[tick])
    assert moved > 1e-3
    np.testing.assert_allclose([np.mean(one, 0) for one in there], plane.prototypes, atol=1e-5)


def test_classes_may_have_other_numbers_of_imagined_examples() -> None:
    made = metric(imagined=True, shots=5, imagined_examples=3)
    for support in (0, 1, 2):
        made.change("remove", {"support": support})
    shown = made.look()
    seeds = shown.answers[IMAGINED].plane.seeds
    assert (seeds >= 0).sum(1).tolist() == [6, 3, 3]
    assert [len(imagining(shown)), shown.imagined_steps] == [12, 12]
    made.change("imagined_examples", 4)
    shown = made.look()
    news = [lens.newest(shown, IMAGINED, tick).sum(1).tolist() for tick in imagining(shown)]
    assert news == [[1, 1, 1]] * 4 + [[1, 0, 0]] * 3
    assert str(captions_of(shown, IMAGINED)[imagining(shown)[-1]]).startswith("Imagined example 15 of 15 lies ")


def test_without_imagined_examples_there_is_no_tick_of_them() -> None:
    assert not imagining(dreaming(3, 0))
    assert metric().look().imagined_steps == 0


def test_in_a_session_of_an_earlier_version_imagined_examples_come_with_the_scores() -> None:
    older = replace(dreaming(3, 4), imagined_steps=None)
    assert older.ticks() == dreaming(3, 4).ticks() - 12
    phases = [lens.moment(older, tick).phase for tick in range(older.ticks())]
    there = [int(lens.imagined(older, IMAGINED, tick).sum()) for tick in range(older.ticks())]
    assert "imagined" not in phases
    assert there == [12 * (phase in ("scores", "answer")) for phase in phases]


def test_removed_supports_are_never_seen() -> None:
    assert not lens.seen(frame(), 0).any()
    assert lens.seen(frame(), 7).tolist() == [True, False, *[True] * 5]


@pytest.mark.parametrize("method", [PROTOTYPES, IMAGINED])
def test_running_means_end_where_the_prototypes_are(method: str) -> None:
    plane = frame().answers[method].plane
    np.testing.assert_allclose(lens.prototypes(frame(), method, frame().ticks() - 2), plane.prototypes, atol=1e-5)
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


@pytest.mark.parametrize("method", IN_CONTEXT)
def test_context_shows_each_step_of_reading(method: str) -> None:
    for step in (0, 1):
        found = lens.attention(frame(), method, 8 + step)
        np.testing.assert_array_equal(found, frame().answers[method].reads[step])
        np.testing.assert_allclose(found.sum(1), 1, atol=1e-5)
        assert str(captions_of(frame(), method)[8 + step]).startswith(f"Step {step + 1} of reading: query 1 reads ")


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
