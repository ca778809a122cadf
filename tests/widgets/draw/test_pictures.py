"""Drawings become pictures like those that networks are trained on."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtWidgets import QApplication

from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.omniglot import read_omniglot
from metascope.simulator.tasks.images.pictures import averaging
from metascope.widgets.draw.pictures import (
    FILLED,
    WIDTHS,
    Stroke,
    bright,
    picture_of_grey,
    picture_of_strokes,
    shrunk,
    to_the_middle,
)

CORNER = np.array([[0.1, 0.1], [0.1, 0.4], [0.3, 0.4]])


def middle(picture: NDArray[np.uint8]) -> tuple[float, float]:
    mass, places = picture.astype(float), np.arange(len(picture))
    return float(mass.sum(1) @ places / mass.sum()), float(mass.sum(0) @ places / mass.sum())


def longer_side(picture: NDArray[np.uint8]) -> int:
    rows, columns = np.flatnonzero(picture.max(1) > 64), np.flatnonzero(picture.max(0) > 64)
    return int(max(np.ptp(rows), np.ptp(columns))) + 1


def test_centring_shrinking_and_brightening_are_those_of_omniglot(tmp_path: pytest.TempPathFactory) -> None:
    random = np.random.default_rng(0)
    inks = []
    for number in range(20):
        ink = np.zeros((105, 105), np.uint8)
        top, left = random.integers(0, 60, 2)
        ink[top : top + 40, left : left + 5] = 255
        ink[top : top + 4, left : left + 30] = 255
        inks.append(ink)
        path = tmp_path / "images_background" / "Ours" / "character01"  # type: ignore[operator]
        path.mkdir(parents=True, exist_ok=True)
        Image.fromarray(255 - ink).save(path / f"0001_{number + 1:02}.png")
    theirs = read_omniglot(str(tmp_path), side=28, centred=True).images[0]
    ours = [bright(shrunk(to_the_middle(ink.astype(float)), 28)) for ink in inks]
    assert np.abs(np.stack(ours).astype(int) - theirs.astype(int)).max() <= 1


@pytest.mark.parametrize(("old", "new"), [(105, 28), (224, 28), (30, 14), (28, 28)])
def test_a_pixel_is_the_mean_of_what_it_covers(old: int, new: int) -> None:
    ink = np.random.default_rng(1).uniform(0, 255, (old, old))
    mean = averaging(old, new).astype(np.float64)
    assert shrunk(ink, new) == pytest.approx(mean @ ink @ mean.T, abs=1e-3)


@pytest.mark.parametrize("scale", [0.2, 1.0, 2.2])
@pytest.mark.parametrize("side", [14, 28])
def test_a_drawing_is_of_the_usual_size_in_the_middle_wherever_it_is_drawn(
    qapp: QApplication, scale: float, side: int
) -> None:
    picture = picture_of_strokes([Stroke(CORNER * scale)], side)
    assert picture.shape == (side, side)
    assert picture.max() == 255
    assert longer_side(picture) == pytest.approx(FILLED * side, abs=1.5)
    assert middle(picture) == pytest.approx(((side - 1) / 2,) * 2, abs=0.51)


def test_the_width_of_strokes_does_not_depend_on_the_size_of_a_drawing(qapp: QApplication) -> None:
    inks = [int(picture_of_strokes([Stroke(CORNER * scale)], 28).sum()) for scale in (0.2, 1.0, 2.2)]
    assert max(inks) < 1.05 * min(inks)
    thick = picture_of_strokes([Stroke(CORNER, WIDTHS[2])], 28)
    assert thick.astype(int).sum() > 1.3 * inks[0]


def test_a_drawing_has_about_as_much_ink_as_a_drawn_glyph(qapp: QApplication) -> None:
    glyphs = draw_glyphs(0, 40, 5, 28).images
    low, high = np.percentile(glyphs.mean((2, 3)), [2, 98])
    assert low < picture_of_strokes([Stroke(np.concatenate([CORNER, [[0.3, 0.1]]]))], 28).mean() < high


def test_a_dot_stays_a_dot_and_nothing_stays_nothing(qapp: QApplication) -> None:
    dot = picture_of_strokes([Stroke(np.array([[0.9, 0.9]]))], 28)
    assert longer_side(dot) <= 3
    assert middle(dot) == pytest.approx((13.5, 13.5), abs=0.51)
    assert picture_of_strokes([], 14).max() == 0


@pytest.mark.parametrize("inverted", [False, True])
def test_either_polarity_of_a_picture_becomes_white_on_black(inverted: bool) -> None:
    grey = np.full((90, 60), 230, np.uint8)
    grey[30:70, 20:26] = 20
    found, was = picture_of_grey(255 - grey if inverted else grey, 28)
    assert was == inverted
    assert found.max() == 255
    assert found[0].max() == 0
    assert longer_side(found) == pytest.approx(FILLED * 28, abs=1.5)


def test_a_thick_character_on_white_is_not_taken_for_paper() -> None:
    grey = np.full((40, 40), 255, np.uint8)
    grey[3:37, 3:37] = 0  # most of it is ink
    assert picture_of_grey(grey, 28)[1] is False


def test_paper_without_ink_is_an_empty_picture() -> None:
    noise = np.random.default_rng(0).integers(240, 255, (50, 50)).astype(np.uint8)
    assert picture_of_grey(noise, 28)[0].max() == 0
    assert picture_of_grey(np.full((1, 1), 7, np.uint8), 28)[0].max() == 0
