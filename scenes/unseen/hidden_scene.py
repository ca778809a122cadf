"""A second scene of a run that nobody sees: drawn on for figures and animations, so that the window stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSplitter, QWidget

from scenes.catalog import build_scene
from scenes.runs.run import Run
from scenes.scene import Scene
from scenes.unseen.guard import drawn_with_care
from simulator.engine.frame import Frame
from simulator.engine.history.metrics import Metrics
from widgets.look.theme import Theme
from widgets.plots.views.plot import PlotView
from widgets.views.view import View

W = TypeVar("W", bound=QWidget)


class Twin:
    """The hidden scene: its views in the original's order, with the same choices, zoom and shares of the room.

    The original is looked at once, in the constructor, and may go before its twin. `close` has to be called at the end.
    """

    def __init__(self, run: Run, original: Scene, theme: Theme) -> None:
        self._run = run
        self.scene = build_scene(run.preset.scene, run.settings, theme)
        self.scene.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # laid out, never on a screen
        self.scene.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._shares = [splitter.sizes() for splitter in _within(original, QSplitter)]
        self._choose_alike(original)
        self._zoom_alike(original)

    def close(self) -> None:
        """Delete the scene."""
        self.scene.hide()
        self.scene.deleteLater()

    @property
    def views(self) -> tuple[View, ...]:
        """The scene's views."""
        return self.scene.views()

    def draw(self, frame: Frame, inner: int, method: str, metrics: Metrics) -> int:
        """Draw a frame at an inner tick of a method's course, from its end where it is below 0, and the curves.

        Returns the tick.

        Raises:
            UserError: the frame is from a file and cannot be drawn.
        """
        with drawn_with_care(self._run.recording, frame.step, self._run.session):
            inner %= frame.ticks()
            self.scene.draw_curves(metrics, frame.step)
            self.scene.draw(frame, inner, method)
        return inner

    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        """Draw each method "full", "dim" or "hidden"; after the first frame was drawn."""
        self.scene.set_emphasis(emphasis)

    def places(self, size: QSize) -> list[QRectF]:
        """Return where the views lie in a scene of this size, in pixels, the room shared as in the original."""
        self.scene.resize(size)
        self.scene.show()
        for splitter, sizes in zip(_within(self.scene, QSplitter), self._shares, strict=True):
            if 0 not in sizes:  # as where one view has all the room for a while
                splitter.setSizes(sizes)
        return [QRectF(view.rect().translated(view.mapTo(self.scene, view.rect().topLeft()))) for view in self.views]

    def _choose_alike(self, original: Scene) -> None:
        """Make the choices that a person has made in the views."""
        for box, chosen in zip(_within(self.scene, QComboBox), _within(original, QComboBox), strict=True):
            if box.currentIndex() != chosen.currentIndex():
                box.setCurrentIndex(chosen.currentIndex())
                box.activated.emit(box.currentIndex())  # as if a person had chosen
        buttons = (_within(scene, QAbstractButton) for scene in (self.scene, original))
        for button, pressed in zip(*buttons, strict=True):
            if button.isCheckable() and button.isChecked() != pressed.isChecked():
                button.click()

    def _zoom_alike(self, original: Scene) -> None:
        """Show the ranges to which a person has zoomed."""
        for own, other in zip(_within(self.scene, PlotView), _within(original, PlotView), strict=True):
            for panel, seen in zip(own.panels, other.panels, strict=True):
                if seen.zoomed:
                    panel.zoomed = True
                    panel.show(*seen.view())


def _within(scene: QWidget, kind: type[W]) -> list[W]:
    """Return the widgets of a kind in a scene, in the order in which they were made."""
    return [found for found in scene.findChildren(kind) if isinstance(found, kind)]
