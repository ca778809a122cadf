"""A small framed picture on a plane that a person drags: an embedded example of a class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import CLASS_LETTERS, GRID, Theme
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.labels import draw_kept_badge
from metascope.widgets.plots.canvas.mark import REACH, Reading
from metascope.widgets.plots.canvas.spots import Spot
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.maps.heatmap import CRISP
from metascope.widgets.plots.maps.thumbnails import ink_image

SIDE = 26.0  # pixels
TAG = 14.0  # pixels: side of the square with the class's letter


class PictureHandle(Handle):
    """A picture in a frame of its class's tint with the class's letter, or the letter alone."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "class.A")
        self._ink: NDArray[np.uint8] | None = None
        self._image: QImage | None = None
        self._told = ""
        self._looked_at = self._kept_here = False

    @property
    def way(self) -> int:
        """The class."""
        return CLASS_LETTERS.index(self.role.removeprefix("class."))

    def show_support(self, way: int, picture: NDArray[np.uint8] | None, text: str) -> None:
        """Show an example of a class with its picture (S, S), 255 is ink, and its reading."""
        role = f"class.{CLASS_LETTERS[way]}"
        if picture is not self._ink:
            self._ink, self._image = picture, None
        elif (role, text) == (self.role, self._told):
            return
        self.role, self._told = role, text
        self.update()

    def set_looked_at(self, looked_at: bool) -> None:
        """Highlight it, or not."""
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            self.update()

    def set_held(self, held: bool) -> None:
        """Frame it as one that a person holds at its place, or not."""
        if held != self._kept_here:
            self._kept_here = held
            self.update()

    def set_movable(self, movable: bool) -> None:
        """Let a person grasp it, as from the beginning, or not."""
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton if movable else Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable, movable)
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)

    @override
    def set_theme(self, theme: Theme) -> None:
        self._image = None
        super().set_theme(theme)

    @override
    def spots(self, pixels: Pixels) -> tuple[Spot, ...]:
        return ()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if not self._somewhere():
            return
        at, colour = pixels.point(*self.place), self.theme.style(self.role).colour
        if not pixels.sees_point(at):
            return
        letter, grown = CLASS_LETTERS[self.way], 2.0 if self._hovered or self._held else 0.0
        if self._looked_at or self.hasFocus():
            painter.setPen(pen(self.theme.accent, 3.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, SIDE * 0.78, SIDE * 0.78)
        if self._ink is None:
            draw_kept_badge(painter, pixels, at, letter, colour, self.theme, 1.5 + grown / 2)
            return
        side = SIDE + grown
        place = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        painter.drawImage(place, self._drawn(self._ink, pixels))
        painter.setPen(pen(colour, 1.75 + grown / 4, "dashed" if self._kept_here else "solid"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        tag = QRectF(place.right() - TAG + GRID / 2, place.bottom() - TAG + GRID / 2, TAG, TAG)
        painter.fillRect(tag, QColor(colour))
        font = self.theme.font("small", bold=True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.panel))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, letter)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        if not self._somewhere():
            return None
        gap = pixels.point(*self.place) - at
        distance = float(np.hypot(gap.x(), gap.y()))
        text = self.tr("{told} (drag)").format(told=self._told) if self.acceptedMouseButtons().value else self._told
        return Reading(distance, *self.place, text) if distance <= REACH + 3 else None

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {}  # the map has one column for all

    def _drawn(self, picture: NDArray[np.uint8], pixels: Pixels) -> QImage:
        if self._image is None:
            self._image = ink_image(picture, self.theme)
        image = self._image
        return image.scaled(image.width() * CRISP, image.height() * CRISP) if pixels.paper else image
