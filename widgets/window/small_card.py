"""A small card in a row: a picture beside two lines, of something that can be opened again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, RADIUS, Theme
from metascope.widgets.window.cards import draw_filling
from metascope.widgets.window.picture_loader import PictureLoader

_WIDTH = 42 * GRID
_HEIGHT = 8 * GRID
_PICTURE = 14 * GRID  # width
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SmallCard(QAbstractButton):
    """Something that can be opened again: its title, and its last state; a click, Enter or Space opens it."""

    def __init__(
        self,
        title: str,
        state: str,
        tip: str,
        theme: Theme,
        loader: PictureLoader,
        picture: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._state, self._picture = title, state, picture
        self._theme, self._loader = theme, loader
        self.setText(title)
        self.setAccessibleName(self.tr("Reopen {title}").format(title=title))
        self.setAccessibleDescription(state)
        self.setToolTip(plain_tip(tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.room(_WIDTH), self._theme.room(_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.fillPath(shape, QColor(theme.hover if self.underMouse() else theme.panel))
            left = GRID
            if self._picture is not None:
                painter.setClipPath(shape)
                self._paint_picture(painter, QRect(0, 0, theme.room(_PICTURE), self.height()))
                painter.setClipping(False)
                left += theme.room(_PICTURE)
            half = self.height() // 2
            for top, text, font, colour in (
                (GRID // 2, self._title, theme.font(bold=True), theme.text),
                (half - GRID // 2, self._state, theme.font("small"), theme.muted),
            ):
                place = QRect(left, top, self.width() - left - GRID, half)
                painter.setFont(font)
                painter.setPen(QColor(colour))
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(place, _MIDDLE, shown)
            painter.setPen(pen(theme.accent, 2.0) if self.hasFocus() else pen(theme.border))
            painter.drawPath(shape)

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        assert self._picture is not None, "asked for by the caller"
        found = self._loader.picture(self._picture, place.size(), self)
        if found is None or found.isNull():
            painter.fillRect(place, QColor(self._theme.grid))
        else:
            draw_filling(painter, place, found)
