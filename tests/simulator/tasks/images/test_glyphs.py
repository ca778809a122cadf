"""Drawn characters: the same for a seed, apart enough to be told, and never twice alike."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.pictures import Pictures
from tests.tiers import first_quick


def test_a_seed_always_draws_the_same() -> None:
    assert np.array_equal(draw_glyphs(3, 4, 5).images, draw_glyphs(3, 4, 5).images)


def test_another_seed_draws_others() -> None:
    assert not (draw_glyphs(3, 4, 5).images == draw_glyphs(4, 4, 5).images).all((2, 3)).any()


@pytest.mark.parametrize(("classes", "drawings"), [(1, 1), (2, 7), (5, 3), (5, 16)])
def test_a_drawing_does_not_depend_on_how_many_are_asked_for(classes: int, drawings: int) -> None:
    whole = draw_glyphs(1, 5, 16)
    assert np.array_equal(
        draw_glyphs(1, classes, drawings).images, whole.of_classes(0, classes).of_drawings(0, drawings).images
    )


def test_no_two_drawings_are_alike() -> None:
    images = draw_glyphs(2, 10, 20).images.reshape(200, -1)
    assert len(np.unique(images, axis=0)) == 200


@pytest.mark.parametrize("side", [14, 28, 40])
def test_drawings_are_white_on_black_with_smooth_edges(side: int) -> None:
    images = draw_glyphs(0, 20, 4, side).images
    assert images.shape == (20, 4, side, side)
    assert (images.max((2, 3)) > 200).all()
    assert 0.03 < (images > 127).mean() < 0.3
    assert ((images > 20) & (images < 235)).any((2, 3)).all()
    assert images[:, :, [0, -1]].mean() < 20


def nearest_mean_accuracy(pictures: Pictures, learned_from: int) -> float:
    """Return which share of the later drawings lies nearest to the mean of the earlier ones of its own class."""
    pixels = pictures.images.reshape(pictures.classes, pictures.drawings, -1) / 255
    means = pixels[:, :learned_from].mean(1)  # (C, pixels)
    later = pixels[:, learned_from:]  # (C, D, pixels)
    distance = ((later[:, :, None] - means) ** 2).sum(-1)  # (C, D, C)
    return float((distance.argmin(-1) == np.arange(pictures.classes)[:, None]).mean())


@pytest.mark.parametrize("seed", first_quick(range(5)))
def test_classes_can_be_told_apart_but_not_trivially(seed: int) -> None:
    assert 0.6 < nearest_mean_accuracy(draw_glyphs(seed, 10, 60), 20) < 0.995
    assert 0.2 < nearest_mean_accuracy(draw_glyphs(seed, 20, 20), 1) < 0.85


@pytest.mark.parametrize("side", [14, 28])
def test_hard_drawings_are_calm_ones_turned_scaled_and_moved(side: int) -> None:
    calm, hard = (draw_glyphs(0, 30, 20, side, variation).images.reshape(600, -1) for variation in ("calm", "hard"))
    assert not (calm == hard).all(-1).any()
    places = np.stack(np.divmod(np.arange(side**2), side), -1) / side
    middle = [ink @ places / ink.sum(1, keepdims=True) for ink in (calm.astype(float), hard.astype(float))]
    assert 0.04 < (middle[1] - middle[0]).std() < 0.08  # 0.1 / sqrt(3), less what leaves the picture
    ink = hard.sum(1) / calm.sum(1, dtype=float)
    assert 0.5 < ink.min() < 0.75 < 1.25 < ink.max() < 1.75  # length and width grow: about e^-0.4 to e^0.4


def test_the_same_hard_drawing_does_not_depend_on_how_many_are_asked_for() -> None:
    few, many = draw_glyphs(5, 2, 3, 14, "hard"), draw_glyphs(5, 4, 9, 14, "hard")
    assert np.array_equal(few.images, many.images[:2, :3])
