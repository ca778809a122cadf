"""Regions of classes: mixed from their tints, divided where the likeliest class changes."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.maps.regions import RegionsItem, borders
from metascope.widgets.plots.views.plot import PlotView
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import AXIS, plane, seen

MIDDLES = np.array([[-1.0, 1.0], [1.0, 1.0], [0.0, -1.0]])


def shares(sharpness: float = 4.0) -> NDArray[np.float64]:
    """Return probabilities (33, 33, 3) that fall with the squared distance from three places."""
    x, y = np.meshgrid(AXIS, AXIS)
    gaps = ((np.stack([x, y], axis=-1)[:, :, None] - MIDDLES) ** 2).sum(-1)
    made = np.exp(-sharpness * gaps)
    return np.asarray(made / made.sum(-1, keepdims=True))


def channels(colour: QColor) -> NDArray[np.int64]:
    return np.array([colour.red(), colour.green(), colour.blue()])


def regions(view: PlotView) -> RegionsItem:
    item = RegionsItem("regions")
    view.add(item)
    item.set(AXIS, AXIS, shares())
    return item


def test_a_region_has_the_tint_of_its_class_in_both_themes(qtbot: QtBot) -> None:
    view = plane()
    regions(view)
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        image = seen(qtbot, view)
        for way, (x, y) in enumerate((1.8 * MIDDLES).tolist()):
            read = QColor(image.pixelColor(view.viewport_point(x, y)))
            wanted = theme.class_shades[way]
            assert np.abs(channels(read) - wanted).max() <= 3


def test_where_classes_are_equally_likely_tints_are_mixed(qtbot: QtBot) -> None:
    view, item = plane(), RegionsItem("regions")
    view.add(item)
    even = np.full((len(AXIS), len(AXIS), 3), 1 / 3)
    item.set(AXIS, AXIS, even)
    read = QColor(seen(qtbot, view).pixelColor(view.viewport_point(0.5, 0.5)))
    assert np.abs(channels(read) - LIGHT.class_shades[:3].mean(0)).max() <= 3


def test_borders_lie_where_two_classes_are_equally_near() -> None:
    lines = borders(AXIS, AXIS, shares(1.0))
    points = lines.reshape(-1, 2)
    assert len(lines) > 30
    gaps = np.sort(((points[:, None] - MIDDLES) ** 2).sum(-1), axis=1)
    away = np.hypot(*points.T) > 0.3  # within a cell of the corner three classes meet
    assert np.abs(gaps[away, 1] - gaps[away, 0]).max() < 0.05


def test_one_class_has_no_borders() -> None:
    assert len(borders(AXIS, AXIS, np.ones((33, 33, 1)))) == 0
    sure = np.zeros((33, 33, 2))
    sure[..., 1] = 1
    assert len(borders(AXIS, AXIS, sure)) == 0


def test_the_likeliest_classes_are_read(qtbot: QtBot) -> None:
    view = plane()
    item = regions(view)
    seen(qtbot, view)
    pixels = item.pixels()
    found = item.reading(pixels.point(-1.0, 1.0), pixels)
    assert found is not None
    assert found.text.startswith("A 1, ")
    assert item.reading(pixels.point(40.0, 0.0), pixels) is None


def test_regions_are_saved_and_cleared(qtbot: QtBot) -> None:
    view = plane()
    qtbot.addWidget(view)
    item = regions(view)
    table = item.columns()
    assert list(table) == ["regions.x", "regions.y", *(f"regions.probability_{letter}" for letter in "ABC")]
    assert len(table["regions.x"]) == 33 * 33
    item.clear()
    assert item.is_empty
    assert item.columns() == {}


def test_shapes_that_do_not_fit_are_refused() -> None:
    item = RegionsItem("regions")
    for x, values in ((AXIS[::-1], shares()), (AXIS[1:], shares()), (AXIS, shares()[..., 0])):
        with pytest.raises(ValueError, match="rising"):
            item.set(x, AXIS, values)
    with pytest.raises(ValueError, match="classes"):
        item.set(AXIS, AXIS, np.ones((33, 33, 21)) / 21)
