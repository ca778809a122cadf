"""What the tests of the scene of the sine waves do with it: show it, draw in it, click, and read what is told."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from metascope.scenes.scene import Scene
from metascope.scenes.stories.sines import build
from metascope.simulator.stories.sines.frame import SinesFrame
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.view import View
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT

SETTINGS = SinesSettings(anil=True, meta_sgd=True, shots=5)  # every method
V = TypeVar("V")


def on_screen(settings: SinesSettings) -> AbstractContextManager[Scene]:
    """Show the scene of these settings, and delete it afterwards."""
    return shown(build(settings, LIGHT))


def draw(scene: Scene, shown: SinesFrame, inner: int = 3) -> None:
    scene.draw(shown, inner, "maml")
    QApplication.processEvents()


def view_of(scene: Scene, kind: type[V]) -> V:
    return next(view for view in scene.views() if isinstance(view, kind))


def bring_up(scene: Scene, page: int) -> None:
    """Show the first or the second page everywhere."""
    for pages in scene.findChildren(Pages):
        pages.show_page(page)
    QApplication.processEvents()


def choose(box: QComboBox, key: str) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def told(scene: Scene) -> list[tuple[str, object, bool]]:
    """Return what will be told of the person's changes."""
    found: list[tuple[str, object, bool]] = []
    scene.changed.connect(lambda *change: found.append(change))
    return found


def click(view: PlotView, x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QApplication.processEvents()
    QTest.mouseClick(view.viewport(), button, pos=view.viewport_point(x, y))


def close(view: View, name: str, wanted: NDArray[np.floating]) -> bool:
    """Tell whether a column of a view's data is this, as far as single precision goes."""
    found = np.asarray(view.table()[name], dtype=np.float64)
    return bool(np.allclose(found, wanted, rtol=1e-5, atol=1e-6, equal_nan=True))


def rows(change: tuple[str, object, bool]) -> list[list[float]]:
    """Return the points that were told."""
    name, value, _ = change
    assert name == "points"
    assert isinstance(value, list)
    return value
