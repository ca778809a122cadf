"""Draws figures and animations in a hidden copy of a run's scene, so that the window does not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSplitter, QWidget

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.unseen.guard import drawn_with_care
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.story import Telling
from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.view import View

W = TypeVar("W", bound=QWidget)


class HiddenScene:
    """A hidden copy of a scene: the same views in the same order, with the same choices, zoom and layout.

    Only the constructor reads the original, which may be deleted first. Call `close` at the end.
    """

    def __init__(self, run: Run, original: Scene, theme: Theme) -> None:
        self._run = run
        self.scene = build_scene(run.preset.story, run.settings, theme)
        self.scene.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # laid out, but never on the screen
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

    @property
    def captions(self) -> Telling:
        """The function that gives the captions of a frame's inner steps."""
        return self._run.captions

    def draw(self, frame: Frame, inner: int, method: str, metrics: Metrics) -> int:
        """Draw a frame at an inner step of a method, counted from the end if negative, and the curves.

        Returns the inner step from 0.

        Raises:
            UserError: the frame is from a file and cannot be drawn.
        """
        with drawn_with_care(self._run.recording, frame.step, self._run.where):
            inner %= frame.ticks()
            self.scene.draw_curves(metrics, frame.step)
            self.scene.draw(frame, inner, method)
        return inner

    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        """Draw each method "full", "dim" or "hidden"; call it after the first frame was drawn."""
        self.scene.set_emphasis(emphasis)

    def places(self, size: QSize) -> list[QRectF]:
        """Return the rectangles of the views in a scene of this size, in pixels, laid out as in the original."""
        self.scene.resize(size)
        self.scene.show()
        for splitter, sizes in zip(_within(self.scene, QSplitter), self._shares, strict=True):
            if 0 not in sizes:  # 0: a view is enlarged
                splitter.setSizes(sizes)
        return [QRectF(view.rect().translated(view.mapTo(self.scene, view.rect().topLeft()))) for view in self.views]

    def _choose_alike(self, original: Scene) -> None:
        """Copy the person's choices in the views."""
        for box, chosen in zip(_within(self.scene, QComboBox), _within(original, QComboBox), strict=True):
            if box.currentIndex() != chosen.currentIndex():
                box.setCurrentIndex(chosen.currentIndex())
                box.activated.emit(box.currentIndex())  # as if chosen by a person
        buttons = (_within(scene, QAbstractButton) for scene in (self.scene, original))
        for button, pressed in zip(*buttons, strict=True):
            if button.isCheckable() and button.isChecked() != pressed.isChecked():
                button.click()

    def _zoom_alike(self, original: Scene) -> None:
        """Copy the ranges to which a person has zoomed."""
        for own, other in zip(_within(self.scene, PlotView), _within(original, PlotView), strict=True):
            for panel, seen in zip(own.panels, other.panels, strict=True):
                if seen.zoomed:
                    panel.zoomed = True
                    panel.show(*seen.view())


def _within(scene: QWidget, kind: type[W]) -> list[W]:
    """Return the widgets of a kind in a scene, in an order that does not depend on which pages are seen."""
    return [found for found in _all(scene) if isinstance(found, kind)]


def _all(widget: QWidget) -> Iterator[QWidget]:
    inner = [child for child in widget.children() if isinstance(child, QWidget)]
    if isinstance(widget, Pages):  # the page that is seen is the last of its children
        pages = widget.pages()
        inner = [*(child for child in inner if child not in pages), *pages]
    for child in inner:
        yield child
        yield from _all(child)
