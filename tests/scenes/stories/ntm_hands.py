"""What the tests of the NTM scene do with it: show it, draw in it, click, and read what is marked."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from metascope.scenes.scene import Scene
from metascope.scenes.stories.ntm import build
from metascope.scenes.stories.ntm.weightings import STRIPS, WeightingsView
from metascope.scenes.views.memory_matrix import MemoryView
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.widgets.plots.views.plot import PlotView
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT

ONE = NtmSettings(shown_size=6, locations=40, width=10)
TWO = ONE.replaced(heads=2)
DELIMITER, LAST = 7, 13  # the tick of the delimiter, and of the last answer
V = TypeVar("V")


def on_screen(settings: NtmSettings) -> AbstractContextManager[Scene]:
    """Show the scene of these settings, and delete it afterwards."""
    return shown(build(settings, LIGHT))


def draw(scene: Scene, shown: NtmFrame, inner: int = DELIMITER) -> None:
    scene.draw(shown, inner, "ntm")
    QApplication.processEvents()


def view_of(scene: Scene, kind: type[V]) -> V:
    return next(view for view in scene.views() if isinstance(view, kind))


def choose(box: QComboBox, index: int) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(index)
    box.activated.emit(index)


def click(view: PlotView, x: float, y: float, row: int = 0) -> None:
    QApplication.processEvents()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport_point(x, y, row))


def told(scene: Scene) -> list[tuple[str, object, bool]]:
    """Return what will be told of the person's changes."""
    found: list[tuple[str, object, bool]] = []
    scene.changed.connect(lambda *change: found.append(change))
    return found


def spots(scene: Scene, name: str) -> int:
    """Return how many cells of a strip are marked."""
    strips = view_of(scene, WeightingsView)._maps[STRIPS].strips
    marked = next(strip.marked for strip in strips if strip.name == name)
    assert marked is not None
    return int(marked.sum())


def rows(scene: Scene, role: str) -> set[int]:
    """Return the locations that are outlined in a role."""
    view = view_of(scene, MemoryView)
    return {int(view._places[round(-0.5 * (box.top + box.bottom))]) for box in view._outlines.boxes if box.role == role}
