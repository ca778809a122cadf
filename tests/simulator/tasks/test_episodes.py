"""Few-shot episodes: what is drawn, from what, and how hard it is to answer."""

from __future__ import annotations

import math
from functools import cache
from typing import get_args

import numpy as np
import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.episode_settings import Rotations
from metascope.simulator.tasks.episodes import Episodes, EpisodeTask, lowest
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.images.settings import Variation
from tests.tiers import first_quick

ROTATIONS: tuple[Rotations, ...] = get_args(Rotations)


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def pictures(classes: int = 9, drawings: int = 7, side: int = 6) -> Pictures:
    """Return pictures of noise, no two of which are alike, however they are turned."""
    images = np.random.default_rng(0).integers(0, 256, (classes, drawings, side, side), dtype=np.uint8)
    return Pictures(images, tuple(f"class {c}" for c in range(classes)))


def drawn(rotations: Rotations = "classes", count: int = 40, seed: int = 0) -> tuple[EpisodeTask, Episodes]:
    task = EpisodeTask(pictures(), 5, 3, 4, rotations)
    return task, task.draw(count, generator(seed))


@pytest.mark.parametrize("rotations", ROTATIONS)
def test_episodes_have_the_announced_shapes_and_equal_seeds_equal_episodes(rotations: Rotations) -> None:
    _, one = drawn(rotations)
    assert (one.support.shape, one.query.shape, one.classes.shape) == ((40, 5, 3), (40, 5, 4), (40, 5))
    _, same = drawn(rotations)
    _, other = drawn(rotations, seed=1)
    for name in ("support", "query", "classes"):
        assert torch.equal(getattr(one, name), getattr(same, name))
        assert not torch.equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize("rotations", ROTATIONS)
def test_no_picture_is_both_support_and_query(rotations: Rotations) -> None:
    task, episodes = drawn(rotations)
    every = torch.cat([episodes.support, episodes.query], -1)
    for rows in every.flatten(1).tolist():
        assert len(set(rows)) == 5 * 7
        assert 0 <= min(rows) <= max(rows) < task.rows
    assert torch.equal(every // 7, episodes.classes.unsqueeze(-1).expand(-1, -1, 7))


def test_each_rotation_is_a_class_of_its_own() -> None:
    task, episodes = drawn("classes", 400)
    assert (task.classes, task.rows) == (4 * 9, 4 * 9 * 7)
    assert len(set(episodes.classes.flatten().tolist())) == 36
    of_class, _, turn = task.origins(episodes.support[..., 0])
    alike = (of_class[:, 0] == of_class[:, 1]) & (turn[:, 0] != turn[:, 1])
    assert alike.any()
    assert task.name(9 * 3 + 5) == "class 5"


def test_each_class_is_turned_by_itself_or_the_episode_as_a_whole_or_nothing() -> None:
    found: dict[Rotations, Tensor] = {}
    wanted: tuple[Rotations, ...] = ("class", "episode", "none")
    for rotations in wanted:
        task, episodes = drawn(rotations, 200)
        of_class, _, turn = task.origins(episodes.support)
        assert all(len(set(classes)) == 5 for classes in of_class[..., 0].tolist())
        assert bool((turn == turn[..., :1]).all())
        found[rotations] = turn[..., 0]
    assert all(set(found[name].flatten().tolist()) == {0, 1, 2, 3} for name in ("class", "episode"))
    assert bool((found["class"] != found["class"][:, :1]).any())
    assert bool((found["episode"] == found["episode"][:, :1]).all())
    assert not found["none"].any()


@pytest.mark.parametrize("rotations", ROTATIONS)
def test_pixels_are_the_ink_of_the_picture_turned(rotations: Rotations) -> None:
    task, episodes = drawn(rotations, 3)
    pixels = task.pixels(episodes.query)
    assert (pixels.shape, pixels.dtype) == ((3, 5, 4, 6, 6), torch.float32)
    origins = [part.flatten().tolist() for part in task.origins(episodes.query)]
    for c, d, turn, shown in zip(*origins, pixels.flatten(0, 2).numpy(), strict=True):
        np.testing.assert_allclose(shown, np.rot90(pictures().images[c, d], turn) / 255, atol=1e-6)


def test_pixels_have_the_wanted_precision() -> None:
    task = EpisodeTask(pictures(), 5, 1, 1, dtype=torch.float64)
    expected = torch.tensor(pictures().images[0, 0]).double() / 255
    torch.testing.assert_close(task.pixels(torch.tensor(0)), expected, atol=1e-15, rtol=0)


@pytest.mark.parametrize("rotations", ROTATIONS)
def test_labels_and_places_say_nothing_of_the_picture(rotations: Rotations) -> None:
    task = EpisodeTask(pictures(5, 4), 4, 1, 1, rotations)
    count = 4000
    of_class, drawing, _ = task.origins(task.draw(count, generator(3)).query[..., 0])
    for seen, kinds in ((of_class, 5), (drawing, 4)):
        for label in range(4):
            counts = torch.bincount(seen[:, label], minlength=kinds).double()
            expected = count / kinds
            assert float(((counts - expected) ** 2 / expected).sum()) < kinds - 1 + 5 * math.sqrt(2 * (kinds - 1))


def test_few_of_very_many_are_distinct_and_evenly_spread() -> None:
    images = np.zeros((2, 5000, 1, 1), np.uint8)
    episodes = EpisodeTask(Pictures(images, ("a", "b")), 2, 5, 5, "none").draw(500, generator())
    chosen = torch.cat([episodes.support, episodes.query], -1) % 5000
    assert all(len(set(rows)) == 10 for rows in chosen.flatten(0, 1).tolist())
    assert float(chosen.double().mean()) == pytest.approx(2499.5, abs=5 * 5000 / math.sqrt(12 * 10_000))
    assert torch.bincount(chosen[..., 0].flatten() // 1000).min() > 130  # of 200 in each fifth


def prototype_loss(support: Tensor, query: Tensor) -> Tensor:
    """Return the mean cross-entropies (B,) of prototypes in pixel space; pictures are (B, N, K or Q, P)."""
    prototypes = support.mean(2)  # (B, N, P)
    distances = (query.unsqueeze(3) - prototypes[:, None, None]).square().sum(-1)  # (B, N, Q, N)
    right = distances.diagonal(dim1=1, dim2=3).movedim(-1, 1)  # (B, N, Q)
    return (right + (-distances).logsumexp(-1)).mean((1, 2))


def test_labels_permuted_give_the_same_loss() -> None:
    task = EpisodeTask(draw_glyphs(0, 30, 8, 14, "hard"), 5, 2, 3, dtype=torch.float64)
    episodes = task.draw(6, generator())
    order = torch.randperm(5, generator=generator(1))
    support, query = (task.pixels(rows).flatten(3) for rows in (episodes.support, episodes.query))
    losses = prototype_loss(support, query)
    assert losses.std() > 0
    torch.testing.assert_close(prototype_loss(support[:, order], query[:, order]), losses, atol=1e-12, rtol=0)
    assert not torch.allclose(prototype_loss(support[:, order], query), losses, atol=1e-3)


def accuracy(support: Tensor, query: Tensor) -> tuple[float, float]:
    """Return how often the most similar vector, by cosine, is of the class, and half of its 95 % interval.

    Vectors are (B, N, P), one of each class.
    """
    unit = torch.nn.functional.normalize(support, dim=-1), torch.nn.functional.normalize(query, dim=-1)
    right = ((unit[1] @ unit[0].mT).argmax(-1) == torch.arange(support.shape[1])).double().mean(-1)  # (B,)
    return float(right.mean()), 1.96 * float(right.std()) / math.sqrt(len(right))


@pytest.mark.parametrize(("ways", "shots"), [(5, 1), (20, 1)])
def test_random_embeddings_are_right_by_chance(ways: int, shots: int) -> None:
    task = EpisodeTask(pictures(30), ways, shots, 1)
    episodes = task.draw(1500, generator())
    vectors = torch.randn(task.rows, 16, generator=generator(1))
    right, half = accuracy(vectors[episodes.support[..., 0]], vectors[episodes.query[..., 0]])
    assert abs(right - 1 / ways) < 2 * half < 0.03


@cache
def _glyphs(variation: Variation, side: int) -> Pictures:
    return draw_glyphs(0, 100, 20, side, variation)


EXPECTED = [  # measured over 600 characters and 4000 episodes, percent
    ("calm", 14, 5, 78.8),
    ("hard", 14, 5, 44.9),
    ("calm", 14, 20, 61.2),
    ("hard", 14, 20, 23.7),
    ("calm", 28, 5, 80.6),
    ("hard", 28, 5, 46.0),
]


@pytest.mark.parametrize(("variation", "side", "ways", "expected"), first_quick(EXPECTED, 2))
def test_comparing_pixels_answers_calm_glyphs_and_seldom_hard_ones(
    variation: Variation, side: int, ways: int, expected: float
) -> None:
    task = EpisodeTask(_glyphs(variation, side), ways, 1, 1)
    episodes = task.draw(2000, generator())
    support, query = (task.pixels(rows).flatten(2) for rows in (episodes.support, episodes.query))
    right, half = accuracy(support, query)
    assert 100 * right == pytest.approx(expected, abs=100 * 2 * half + 2)  # 2: a hundred characters differ from others


def test_too_few_classes_or_pictures_are_refused_all_at_once() -> None:
    with pytest.raises(UserError) as caught:
        EpisodeTask(pictures(3, 7), 13, 3, 5)
    assert str(caught.value) == (
        "ways: must be from 2 to 12, the number of classes, not 13\n"
        "shots: 3 for support and 5 for queries need 8 pictures of each class, not 7"
    )
    with pytest.raises(UserError, match="ways: must be from 2 to 3, the number of classes, not 4"):
        EpisodeTask(pictures(3), 4, 1, 1, "none")
    with pytest.raises(UserError, match="shots: must be at least 1, not 0"):
        EpisodeTask(pictures(3), 3, 0, 1)


def test_equal_numbers_are_ordered_as_when_all_are_sorted() -> None:
    numbers = torch.randint(4, (200, 9), generator=torch.Generator().manual_seed(0)).float()
    for count in (1, 4, 9):
        assert torch.equal(lowest(numbers, count), numbers.argsort(-1)[:, :count])
    apart = torch.rand(200, 9, generator=torch.Generator().manual_seed(0))
    assert torch.equal(lowest(apart, 4), apart.argsort(-1)[:, :4])
