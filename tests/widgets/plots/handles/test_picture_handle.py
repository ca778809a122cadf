"""A picture on a plane that a person drags."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.handles.picture_handle import PictureHandle
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.person import hold, move, release
from tests.widgets.plots.pictures import count, plane, seen

FULL = np.full((8, 8), 255, np.uint8)


def test_a_picture_stands_in_a_frame_of_its_class_in_both_themes(qtbot: QtBot) -> None:
    view, handle = plane(), PictureHandle("support 1")
    view.add(handle)
    handle.show_support(2, FULL, "support 1")
    handle.set_position(0.0, 0.0)
    assert handle.way == 2
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        image = seen(qtbot, view)
        assert image.pixelColor(view.viewport_point(0.0, 0.0)).name() == theme.ink
        assert count(image, theme.style("class.C").colour, 10) > 60


def test_a_letter_stands_where_there_is_no_picture(qtbot: QtBot) -> None:
    view, handle = plane(), PictureHandle("support 1")
    view.add(handle)
    handle.show_support(1, None, "support 1")
    handle.set_position(0.0, 0.0)
    assert count(seen(qtbot, view), LIGHT.style("class.B").colour, 40) > 20


def test_it_is_dragged_by_the_middle_and_by_its_edge(qtbot: QtBot) -> None:
    view, handle = plane(), PictureHandle("support 1")
    view.add(handle)
    handle.show_support(0, FULL, "support 1")
    handle.set_position(0.0, 0.0)
    seen(qtbot, view)
    told: list[tuple[float, float, bool]] = []
    handle.dragged.connect(lambda x, y, draft, _: told.append((round(x, 1), round(y, 1), draft)))
    at, to = view.viewport_point(0.0, 0.0) + QPoint(10, 0), view.viewport_point(1.0, 1.0)
    hold(view.viewport(), at)
    move(view.viewport(), to)
    handle.set_position(-1.0, -1.0)  # which has to wait
    release(view.viewport(), to)
    assert told[-1] == (1.0, 1.0, False)
    assert told[0][2] is True


def test_it_is_highlighted_and_read(qtbot: QtBot) -> None:
    view, handle = plane(), PictureHandle("support 1")
    view.add(handle)
    handle.show_support(0, FULL, "Support 1 of class A")
    handle.set_position(0.5, 0.5)
    before = count(seen(qtbot, view), LIGHT.accent, 10)
    handle.set_looked_at(True)
    assert count(seen(qtbot, view), LIGHT.accent, 10) > before + 100
    found = handle.reading(handle.pixels().point(0.5, 0.5), handle.pixels())
    assert found is not None
    assert found.text == "Support 1 of class A (drag)"
    handle.set_movable(False)
    found = handle.reading(handle.pixels().point(0.5, 0.5), handle.pixels())
    assert found is not None
    assert found.text == "Support 1 of class A"
