"""A card of the map: a method with its line and mark, and how far it stands out."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from metascope.widgets.ideas.walking import ARROWS
from metascope.widgets.look.caption import broken
from metascope.widgets.look.colours import mixed
from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, RADIUS, Theme
from metascope.widgets.methods.swatch import paint_swatch

Standing = Literal["plain", "lit", "dim"]
HEIGHT = 6 * GRID  # px at a scale of 1
_SWATCH = 26  # px, length of the line
_LIT = 0.88  # share of the panel in the area of a lit card
_DIM = 0.38  # opacity


class IdeaCard(QAbstractButton):
    """One method, chosen by a click, Enter or Space; a double click opens its first scenario. Setters emit nothing.

    One that is only named has a dashed frame and no line.

    Signals:
        opened: a person double-clicked it, or pressed Enter with Ctrl.
    """

    opened = Signal()

    def __init__(
        self,
        key: str,
        title: str,
        detail: str,
        about: str,
        role: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card.

        Args:
            key: of the card.
            title: the method's name.
            detail: year and authors, in a line below it.
            about: what it learns, for the tooltip and screen readers.
            role: under which the theme knows the method's style; empty: it is only named.
            theme: the theme.
            parent: the parent widget.
        """
        super().__init__(parent)
        self.key = key
        self._title, self._detail, self._role, self._theme = title, detail, role, theme
        self._about = about
        self._standing: Standing = "plain"
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{detail}. {about}")
        self.setToolTip(plain_tip(about))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def standing(self) -> Standing:
        """How far it stands out."""
        return self._standing

    def set_standing(self, standing: Standing) -> None:
        """Let it stand out, or recede."""
        if standing != self._standing:
            self._standing = standing
            self.update()

    def set_detail(self, detail: str) -> None:
        """Say something else below the title."""
        if detail != self._detail:
            self._detail = detail
            self.setAccessibleDescription(f"{detail}. {self._about}")
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on; it knows the method's style."""
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.room(22 * GRID), self._theme.room(HEIGHT))

    def title_lines(self) -> list[str]:
        """Return the title as it is drawn, in one line or two."""
        return self._lines()[0]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter too; leave the arrow keys to the board."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.opened.emit()
            else:
                self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.fillPath(shape, self._back())
            painter.setPen(self._frame())
            painter.drawPath(shape)
            if self._standing == "dim" and not self.hasFocus() and not self.underMouse():
                painter.setOpacity(_DIM)
            if self._role:
                left = 0.75 * GRID
                place = QRectF(left, 0, theme.room(_SWATCH), self.height())
                paint_swatch(painter, place, theme.style(self._role))
            self._write(painter)

    def _write(self, painter: QPainter) -> None:
        lines, font = self._lines()
        title, small = QFontMetrics(font), QFontMetrics(self._theme.font("small"))
        detailed = self.height() - 4 >= len(lines) * title.height() + small.height()
        high = len(lines) * title.height() + (small.height() if detailed else 0)
        top = (self.height() - high) / 2
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        left, across = self._text_left(), self.width() - self._text_left() - GRID / 2
        for line in lines:
            painter.drawText(QRectF(left, top, across, title.height()), Qt.AlignmentFlag.AlignVCenter, line)
            top += title.height()
        if detailed:
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(self._theme.muted))
            text = small.elidedText(self._detail, Qt.TextElideMode.ElideRight, round(across))
            painter.drawText(QRectF(left, top, across, small.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _lines(self) -> tuple[list[str], QFont]:
        """Return the title's lines and their type: in smaller type and two lines where there is no room for one."""
        across = round(self.width() - self._text_left() - GRID / 2)
        for font, most in ((self._theme.font(bold=True), 1), (self._theme.font("small", bold=True), 1)):
            lines, whole = broken(self._title, font, across, most)
            if whole:
                return lines, font
        font = self._theme.font("small", bold=True)
        return broken(self._title, font, across, 2)[0], font

    def _text_left(self) -> float:
        return (1.5 * GRID + self._theme.room(_SWATCH)) if self._role else GRID

    def _back(self) -> QColor:
        theme = self._theme
        if self._standing == "lit":
            return mixed(theme.colours["crimson"], theme.hover if self.underMouse() else theme.panel, _LIT)
        return QColor(theme.hover if self.underMouse() else theme.panel)

    def _frame(self) -> QPen:
        theme = self._theme
        if self.hasFocus():
            return pen(theme.accent, 2.0)
        if self.isChecked():
            return pen(theme.text, 2.0)
        colour = theme.colours["crimson"] if self._standing == "lit" else theme.border
        return pen(colour, 1.5 if self._standing == "lit" else 1.0, "solid" if self._role else "dashed")
