"""Composes a picture of the stage: title, views placed as in the window, legend of methods, caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from metascope.scenes.unseen.hidden_scene import HiddenScene
from metascope.simulator.engine.frame import Frame
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.paper.figure import draw_view
from metascope.widgets.paper.legend import draw_legend
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import View

STAGE_WIDTH, VIEW_WIDTH = 1280, 720  # units across a picture of the stage, of one view: text scales with it
MARGIN = 2 * GRID

Piece = Callable[[QPainter], None]


@dataclass(frozen=True)
class PictureOptions:
    """What a picture shows: the whole stage or one view, in which theme, and the method of its caption."""

    theme: Theme
    method: str
    inner: bool  # the caption is that of the inner step
    view: str = ""


class Composition:
    """Draws a hidden scene into pictures of one size, in pieces of a few milliseconds each."""

    def __init__(self, twin: HiddenScene, title: str, options: PictureOptions, size: QSize) -> None:
        """Lay everything out for pictures of `size` pixels."""
        self._options, self._size, self._title = options, size, title
        self._captions = twin.captions
        self._methods = () if options.view else twin.scene.methods()
        self._styled = twin.scene.styled(options.theme)
        self._scale = size.width() / (VIEW_WIDTH if options.view else STAGE_WIDTH)
        self._rect = QRectF(0, 0, size.width() / self._scale, size.height() / self._scale)
        self._views = self._placed(twin)
        for view, _ in self._views:
            if isinstance(view, PlotView):
                view.draw_cursor_on_paper(True)  # in an animation it moves

    def blank(self) -> QImage:
        """Return an empty picture."""
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(QColor(self._options.theme.window))
        return image

    def draw(self, piece: Piece, image: QImage) -> None:
        """Draw a piece into a picture."""
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale, self._scale)
            piece(painter)

    def pieces(self, frame: Frame, tick: int) -> Sequence[Piece]:
        """Return the pieces of a picture of a frame at an inner step; the hidden scene has drawn it already."""
        views = [partial(self._draw_view, view, place) for view, place in self._views]
        return [partial(self._draw_words, self._caption(frame, tick)), *views]

    def _placed(self, twin: HiddenScene) -> list[tuple[View, QRectF]]:
        room = self._rect.adjusted(MARGIN, self._above(), -MARGIN, -self._below())
        if self._options.view:
            return [(view, room) for view in twin.views if view.name == self._options.view]
        places = twin.places(room.size().toSize())
        return [
            (view, place.translated(room.topLeft()))
            for view, place in zip(twin.views, places, strict=True)
            if view.isVisibleTo(twin.scene)  # not on a hidden page
        ]

    def _above(self) -> float:
        return MARGIN if self._options.view else self._options.theme.room(5 * GRID)

    def _below(self) -> float:
        """Return the height of two caption lines and the legend of methods."""
        line = QFontMetricsF(self._options.theme.font()).height()
        return 2 * line + MARGIN + (1.5 * line if self._methods else 0.0)

    def _caption(self, frame: Frame, tick: int) -> str:
        step = translate("Composition", "meta-step {step:,}").format(step=frame.step)
        if not self._options.inner:
            return step
        told = localized(self._captions(frame, self._options.method)[tick])
        return translate("Composition", "{step}: {told}").format(step=step, told=told)

    def _draw_view(self, view: View, place: QRectF, painter: QPainter) -> None:
        painter.fillRect(place, QColor(self._options.theme.panel))
        draw_view(painter, place, view, "", legend=bool(self._options.view))

    def _draw_words(self, caption: str, painter: QPainter) -> None:
        theme = self._options.theme
        painter.setPen(QColor(theme.text))
        if not self._options.view:
            painter.setFont(theme.font("title", bold=True))
            top = QRectF(MARGIN, 0, self._rect.width() - 2 * MARGIN, self._above())
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._title)
        below = self._rect.adjusted(MARGIN, self._rect.height() - self._below() + GRID, -MARGIN, -GRID)
        if self._methods:
            line = QRectF(below.topLeft(), QSizeF(below.width(), 1.25 * QFontMetricsF(theme.font()).height()))
            draw_legend(painter, line, self._methods, self._styled)
            below.setTop(line.bottom())
        painter.setFont(theme.font())
        painter.setPen(QColor(theme.text))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(flags), caption)
