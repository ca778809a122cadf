"""Classification problems and few-shot episodes."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.classification import ClassificationFamily, EpisodeFamily, PictureProblems
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.problems import TEST
from tests.simulator.learners.reference import generator

DRAWINGS = 10


def numbered(first_class: int, classes: int) -> Pictures:
    """Return pictures of two pixels a row, of which the upper ones are the class and the lower ones the drawing."""
    images = np.empty((classes, DRAWINGS, 2, 2), np.uint8)
    images[:, :, 0] = np.arange(first_class, first_class + classes)[:, None, None]
    images[:, :, 1] = np.arange(DRAWINGS)[:, None]
    return Pictures(images, tuple(map(str, range(classes))))


SEEN, APART = numbered(0, 6), numbered(100, 6)


def examples(problems: PictureProblems, t: int) -> tuple[Tensor, Tensor, Tensor]:
    """Return class, drawing and label of each example, (B, N)."""
    inputs, labels = problems.examples(t)
    pool = problems.pool
    numbers = (inputs * pool.deviation + pool.mean).round().long()
    return numbers[..., 0], numbers[..., 2], labels


def classification(ways: int = 3, batch: int = 40) -> ClassificationFamily:
    return ClassificationFamily(SEEN, APART, ways, batch, (4,), dtype=torch.float64)


def episodes(batch: int = 0) -> EpisodeFamily:
    return EpisodeFamily(SEEN, APART, 3, 2, 4, batch, (4,), dtype=torch.float64)


@pytest.mark.parametrize("family", [classification(), episodes(), episodes(4)])
@pytest.mark.parametrize("t", [0, 1, TEST])
def test_a_label_stands_for_one_class_of_the_problem(family: ClassificationFamily | EpisodeFamily, t: int) -> None:
    problems = family.sample(5, 2, generator())
    meaning: list[set[tuple[int, int]]] = [set() for _ in range(5)]
    for at in (t, TEST):
        classes, _, labels = examples(problems, at)
        for b in range(5):
            meaning[b] |= set(zip(labels[b].tolist(), classes[b].tolist(), strict=True))
    assert all(len(pairs) == len({label for label, _ in pairs}) == len({c for _, c in pairs}) for pairs in meaning)
    assert all(label in range(3) for pairs in meaning for label, _ in pairs)


@pytest.mark.parametrize("family", [classification(), episodes(), episodes(4)])
def test_held_out_problems_have_classes_that_no_sample_has(family: ClassificationFamily | EpisodeFamily) -> None:
    for problems, expected in (
        (family.sample(40, 2, generator()), set(range(6))),
        (family.held_out(40, 2, generator()), set(range(100, 106))),
    ):
        met = {c for t in (0, 1, TEST) for c in examples(problems, t)[0].flatten().tolist()}
        assert met == expected


@pytest.mark.parametrize("family", [classification(), episodes(), episodes(4)])
def test_the_test_has_drawings_that_no_update_sees(family: ClassificationFamily | EpisodeFamily) -> None:
    problems = family.sample(5, 8, generator())
    tested_class, tested_drawing, _ = examples(problems, TEST)
    for t in range(8):
        classes, drawings, _ = examples(problems, t)
        for b in range(5):
            seen = set(zip(classes[b].tolist(), drawings[b].tolist(), strict=True))
            assert not seen & set(zip(tested_class[b].tolist(), tested_drawing[b].tolist(), strict=True))


def test_as_many_ways_as_classes_use_them_all() -> None:
    problems = classification(ways=6, batch=200).sample(3, 1, generator())
    assert all(len(set(row)) == 6 for row in examples(problems, 0)[0].tolist())


def test_minibatches_are_drawn_anew_for_every_update() -> None:
    problems = classification().sample(2, 3, generator())
    assert not torch.equal(examples(problems, 0)[1], examples(problems, 1)[1])
    assert not torch.equal(examples(problems, 1)[1], examples(problems, 2)[1])


def test_a_minibatch_can_be_asked_for_again() -> None:
    problems = classification().sample(2, 3, generator())
    theta = problems.start()
    first, test = problems.loss(theta, 0), problems.loss(theta, TEST)
    problems.loss(theta, 2)
    assert torch.equal(problems.loss(theta, 0), first)
    assert torch.equal(problems.loss(theta, TEST), test)


def test_an_update_that_has_no_minibatch_is_an_error() -> None:
    problems = classification().sample(2, 3, generator())
    with pytest.raises(IndexError):
        problems.loss(problems.start(), 3)


def test_an_episode_has_as_many_drawings_of_each_class_as_it_says() -> None:
    problems = episodes().sample(4, 2, generator())
    for t, each in ((0, 2), (TEST, 4)):
        classes, drawings, labels = examples(problems, t)
        assert all(set(Counter(row).values()) == {each} for row in (*classes.tolist(), *labels.tolist()))
        assert all(
            len(set(zip(c.tolist(), d.tolist(), strict=True))) == 3 * each
            for c, d in zip(classes, drawings, strict=True)
        )


def test_every_update_of_an_episode_sees_its_whole_support() -> None:
    problems = episodes().sample(4, 2, generator())
    assert all(
        torch.equal(one, other) for one, other in zip(examples(problems, 0), examples(problems, 50), strict=True)
    )


def test_minibatches_of_an_episode_go_through_its_support_in_new_orders() -> None:
    problems = episodes(2).sample(4, 6, generator())  # three minibatches are an epoch
    for b in range(4):
        drawn = [tuple(map(tuple, torch.stack(examples(problems, t)[:2], -1)[b].tolist())) for t in range(6)]
        first, second = sum(drawn[:3], ()), sum(drawn[3:], ())
        assert len(set(first)) == 6
        assert set(first) == set(second)
        assert first != second


def test_pixels_are_given_from_zero_to_one() -> None:
    pictures = Pictures(np.array([0, 51, 255], np.uint8).repeat(4 * 6).reshape(3, 6, 2, 2), ("a", "b", "c"))
    problems = ClassificationFamily(pictures, pictures, 3, 200, dtype=torch.float64).sample(2, 1, generator())
    found = np.unique(problems.examples(0)[0][0, :, 0].numpy())
    np.testing.assert_allclose(found, [0.0, 0.2, 1.0])


def test_pixels_of_episodes_have_mean_0_and_variance_1_over_the_pictures_of_meta_training() -> None:
    bright = Pictures(SEEN.images + np.uint8(100), SEEN.names)
    family = EpisodeFamily(SEEN, bright, 6, 2, DRAWINGS - 2, dtype=torch.float64)
    problems = family.sample(1, 1, generator())
    everything = torch.cat([problems.examples(t)[0].flatten() for t in (0, TEST)])  # each picture once
    assert everything.numel() == SEEN.images.size
    assert float(everything.mean()) == pytest.approx(0.0, abs=1e-9)
    assert float(everything.std(correction=0)) == pytest.approx(1.0)
    apart = torch.cat([family.held_out(1, 1, generator()).examples(t)[0].flatten() for t in (0, TEST)])
    assert float(apart.mean()) == pytest.approx(100 / SEEN.images.std())


def test_accuracy_is_the_share_of_the_test_that_is_right() -> None:
    problems = classification().sample(3, 1, generator())
    theta = problems.start().new_zeros(2, 3, problems.size)
    theta[0, :, -3] = 1.0  # the bias of the first output: every guess is label 0
    theta[1, :, -1] = 1.0
    labels = examples(problems, TEST)[2]
    expected = torch.stack([(labels == guess).double().mean(-1) for guess in (0, 2)])
    torch.testing.assert_close(problems.accuracy(theta), expected)


def test_the_usual_network_has_15910_coordinates() -> None:
    pictures = Pictures(np.zeros((10, 2, 28, 28), np.uint8), tuple("abcdefghij"))
    assert ClassificationFamily(pictures, pictures).size == 15910


def test_too_few_pictures_are_refused_with_all_that_is_missing() -> None:
    with pytest.raises(UserError) as caught:
        EpisodeFamily(SEEN, APART.of_classes(0, 4), 5, 5, 15)
    assert str(caught.value).splitlines() == [
        "ways: must be at most 4, the number of classes, not 5",
        "drawings: must be at least 20 for each class (for updates and test), not 10",
    ]


def test_gradient_descent_learns_to_tell_the_classes_apart() -> None:
    images = np.zeros((3, DRAWINGS, 3, 3), np.uint8)
    for c in range(3):
        images[c, :, c] = np.arange(155, 255, 10)[:, None]
    pictures = Pictures(images, ("top", "middle", "bottom"))
    problems = ClassificationFamily(pictures, pictures, 3, 16, (8,), spread=0.5).sample(4, 200, generator())
    theta = problems.start()
    for t in range(200):
        theta = theta - 2.0 * problems.loss_and_gradient(theta, t)[1]
    assert (problems.accuracy(theta) == 1).all()
