"""Small pictures in a grid: they are drawn where they belong, veiled until their time, and marked as they should be."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.maps.thumbnails import (
    FOOT,
    GAP,
    ThumbnailsItem,
    VeilItem,
    Verdict,
    VerdictsItem,
    ink_image,
    spots,
)
from metascope.widgets.plots.views.plot import PlotView
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import count, plane, rgb, seen

FULL = np.full((3, 4, 4), 255, np.uint8)
PLACES = np.array([[-1.0, 1.0], [0.0, 0.0], [1.0, -1.0]])


def at(view: PlotView, image: QImage, place: tuple[float, float]) -> str:
    return image.pixelColor(view.viewport_point(*place)).name()


def pictures(view: PlotView) -> ThumbnailsItem:
    item = ThumbnailsItem("pictures", lambda index: f"picture {index + 1}")
    view.add(item)
    item.set(FULL, PLACES)
    return item


def test_pictures_are_drawn_in_their_cells_in_ink(qtbot: QtBot) -> None:
    view = plane()
    pictures(view)
    image = seen(qtbot, view)
    assert [at(view, image, (x, y)) for x, y in PLACES.tolist()] == [LIGHT.ink] * 3
    assert at(view, image, (1.0, 1.0)) != LIGHT.ink
    view.set_theme(DARK)
    assert at(view, seen(qtbot, view), (0.0, 0.0)) == DARK.ink


def test_a_picture_runs_from_paper_to_ink_in_both_themes() -> None:
    picture = np.array([[0, 255], [128, 0]], np.uint8)
    for theme in (LIGHT, DARK):
        image = ink_image(picture, theme)
        assert (image.pixelColor(0, 0).name(), image.pixelColor(1, 0).name()) == (theme.panel, theme.ink)
        assert rgb(image)[1, 0].tolist() == theme.unit_map[128].tolist()


def test_the_picture_under_the_pointer_is_told(qtbot: QtBot) -> None:
    view = plane()
    item = pictures(view)
    seen(qtbot, view)
    found = item.reading(item.pixels().point(0.2, -0.2), item.pixels())
    assert found is not None
    assert (found.text, found.x, found.y) == ("picture 2", 0.0, 0.0)
    assert item.reading(item.pixels().point(1.0, 1.0), item.pixels()) is None
    assert item.at(1.4, -0.6) == 2


def test_what_has_not_come_is_veiled_and_what_is_shown_now_outlined(qtbot: QtBot) -> None:
    view, veil = plane(), VeilItem("veil")
    pictures(view)
    view.add(veil)
    veil.set(PLACES, 0)
    assert count(seen(qtbot, view), LIGHT.accent, 10) == 0
    veil.set(PLACES, 2)
    image = seen(qtbot, view)
    assert [at(view, image, (x, y)) == LIGHT.ink for x, y in PLACES.tolist()] == [True, True, False]
    assert count(image, LIGHT.accent, 10) > 50


@pytest.mark.parametrize("level", ["full", "dim"])
def test_marks_are_filled_where_an_answer_is_right(qtbot: QtBot, level: str) -> None:
    view, item, colour = plane(), VerdictsItem("verdicts"), LIGHT.style("mann").colour
    view.add(item)
    inked = []
    for right in (0, 1, 3):
        flags = np.arange(3) < right
        item.set(PLACES, [Verdict("mann", flags, level="dim" if level == "dim" else "full")])
        inked.append(count(seen(qtbot, view), colour, 20))
    assert inked == sorted(inked)
    assert (inked[2] > inked[0] + 30) == (level == "full")


def test_a_picture_is_outlined_where_a_verdict_asks_for_it(qtbot: QtBot) -> None:
    view, item, colour = plane(), VerdictsItem("verdicts"), LIGHT.style("memory").colour
    view.add(item)
    right = np.ones(3, np.bool_)
    item.set(PLACES, [Verdict("memory", right)])
    before = count(seen(qtbot, view), colour, 20)
    item.set(PLACES, [Verdict("memory", right, np.array([False, True, False]))])
    assert count(seen(qtbot, view), colour, 20) > before + 100


def test_a_picture_leaves_room_for_its_foot_and_fills_small_cells_alone() -> None:
    for cell, foot in ((60.0, FOOT), (20.0, 0.0)):
        pixels = Pixels(np.array([cell, -cell]), np.zeros(2), QRectF(-500, -500, 1000, 1000))
        place = spots(pixels, np.zeros((1, 2)), LIGHT)[0]
        assert place.foot.height() == foot
        assert place.picture.height() == cell - GAP - foot
        assert place.picture.united(place.foot).height() <= cell


def test_in_a_wide_and_low_cell_the_foot_stands_beside_the_picture() -> None:
    pixels = Pixels(np.array([70.0, -34.0]), np.zeros(2), QRectF(-500, -500, 1000, 1000))
    place = spots(pixels, np.zeros((1, 2)), LIGHT)[0]
    assert place.picture.height() == 34 - GAP
    assert place.foot.left() > place.picture.right()
    both = place.picture.united(place.foot)
    assert (both.width() <= 70, both.height() <= 34) == (True, True)


def test_the_same_pictures_again_are_not_drawn_again(qtbot: QtBot) -> None:
    view = plane()
    item = pictures(view)
    seen(qtbot, view)
    key = item.known.key
    item.set(FULL, PLACES.copy())
    assert item.known.key == key is not None
    item.set(FULL.copy(), PLACES)
    assert item.known.key is None
