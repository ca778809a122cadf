"""What the tests of the MANN scene do with it: show it, draw in it, click, and read what is marked."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from metascope.scenes.scene import Scene
from metascope.scenes.stories.mann import build
from metascope.scenes.stories.mann.episode import EpisodeView
from metascope.scenes.views.memory_matrix import MemoryView
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.widgets.plots.maps.thumbnails import Verdict
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT

SMALL = MannSettings(classes=3, images=4, heads=2, locations=40, width=12)
NOW, LAST = 8, 12  # a tick in the middle, and the last one
V = TypeVar("V")


def on_screen(settings: MannSettings) -> AbstractContextManager[Scene]:
    """Show the scene of these settings, and delete it afterwards."""
    return shown(build(settings, LIGHT))


def draw(scene: Scene, shown: MannFrame, inner: int = NOW) -> None:
    scene.draw(shown, inner, "mann")
    QApplication.processEvents()


def view_of(scene: Scene, kind: type[V]) -> V:
    return next(view for view in scene.views() if isinstance(view, kind))


def verdict(scene: Scene, role: str) -> Verdict | None:
    """Return the marks of those who answered, by their role; None where they are not drawn."""
    found = view_of(scene, EpisodeView)._verdicts.verdicts
    return next((one for one in found if one.role == role), None)


def outlined(scene: Scene, role: str) -> set[int]:
    """Return the rows of the memory that are outlined in a role."""
    view = view_of(scene, MemoryView)
    return {int(view._places[round(-0.5 * (box.top + box.bottom))]) for box in view._outlines.boxes if box.role == role}
