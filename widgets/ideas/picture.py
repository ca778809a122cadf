"""The lecture's picture of a learning algorithm: data, steps of gradient descent, and the red boxes that people design.

After Hung-yi Lee's lectures on meta learning: whatever stands in a red box is chosen by people, and can be learned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from metascope.widgets.ideas.picture_ink import PictureInk, PictureTexts
from metascope.widgets.ideas.picture_places import HEIGHT, LEAST, places
from metascope.widgets.ideas.walking import ARROWS
from metascope.widgets.look.caption import broken
from metascope.widgets.look.colours import mixed
from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, RADIUS, Theme

_BACK, _LIT = 0.94, 0.72  # share of the panel in a red box's area, and in that of one that is lit


@dataclass(frozen=True)
class BoxLook:
    """What a red box says."""

    key: str
    title: str
    count: str  # how many methods learn it, in words
    about: str


class RedBox(QAbstractButton):
    """What people design: chosen by a click, Enter or Space."""

    def __init__(self, look: BoxLook, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = look.key
        self._look, self._theme, self._lit = look, theme, False
        self.setText(look.title)
        self.setCheckable(True)
        self.setAccessibleName(look.title)
        self.setAccessibleDescription(f"{look.count}. {look.about}")
        self.setToolTip(plain_tip(f"{look.count}. {look.about}"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def lit(self) -> bool:
        """Whether the method that is chosen learns it."""
        return self._lit

    def set_lit(self, lit: bool) -> None:
        """Let it stand out, as the method that is chosen learns it."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    def lines(self) -> tuple[list[str], QFont, bool]:
        """Return the title's lines and type, and whether they hold all of it."""
        across = self.width() - GRID
        for font in (self._theme.font(bold=True), self._theme.font("small", bold=True)):
            lines, whole = broken(self._look.title, font, across, 2)
            if whole and len(lines) * QFontMetrics(font).height() <= self.height() - 4:
                return lines, font, True
        return lines, font, whole

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, red = self._theme, self._theme.colours["crimson"]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
            on = self.isChecked() or self._lit
            share = _LIT if on else _BACK - (0.08 if self.underMouse() else 0.0)
            painter.fillPath(shape, mixed(red, theme.panel, share))
            painter.setPen(pen(theme.accent if self.hasFocus() else red, 3.0 if on or self.hasFocus() else 2.0))
            painter.drawPath(shape)
            lines, font, _ = self.lines()
            painter.setFont(font)
            painter.setPen(QColor(theme.text))
            high = QFontMetrics(font).height()
            top = (self.height() - high * len(lines)) / 2
            for index, line in enumerate(lines):
                row = QRectF(0, top + index * high, self.width(), high)
                painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


class Picture(QWidget):
    """The whole picture. Setters emit nothing.

    Signals:
        box_chosen: a person clicked a red box: its key; empty where it was chosen before.
    """

    box_chosen = Signal(str)

    def __init__(self, looks: Sequence[BoxLook], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: Mapping[str, RedBox] = {look.key: RedBox(look, theme, self) for look in looks}
        for box in self._boxes.values():
            box.clicked.connect(lambda _=False, key=box.key: self._choose(key))
        self.setAccessibleName(self.tr("A learning algorithm and what people design in it"))
        self.setMinimumSize(self.least_width(), self.sizeHint().height())

    def boxes(self) -> tuple[RedBox, ...]:
        """Return the red boxes, in the order of the Tab key."""
        return tuple(self._boxes.values())

    def least_width(self) -> int:
        """Return the width, in pixels, below which texts would not fit."""
        return self._theme.room(LEAST)

    def set_chosen(self, key: str) -> None:
        """Show which box is chosen; empty: none."""
        for box in self._boxes.values():
            box.setChecked(box.key == key)

    def set_lit(self, keys: Sequence[str]) -> None:
        """Let the boxes stand out that a method learns."""
        for box in self._boxes.values():
            box.set_lit(box.key in keys)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for box in self._boxes.values():
            box.set_theme(theme)
        self.setMinimumSize(self.least_width(), self.sizeHint().height())
        self._place()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.least_width(), self._theme.room(HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            PictureInk(painter, places(self.width(), self._scale()), self._theme, self._texts()).draw()

    def _scale(self) -> float:
        return max(self._theme.font_scale, 0.5)

    def _choose(self, key: str) -> None:
        chosen = key if self._boxes[key].isChecked() else ""
        self.set_chosen(chosen)
        self.box_chosen.emit(chosen)

    def _place(self) -> None:
        found = places(self.width(), self._scale())
        for key, box in self._boxes.items():
            box.setGeometry(found.boxes[key].toAlignedRect())

    def _texts(self) -> PictureTexts:
        return PictureTexts(
            training=self.tr("Training data"),
            test=self.tr("Test data"),
            gradient=self.tr("Compute gradient"),
            batch=self.tr("a batch"),
            update=self.tr("the same again"),
            loss=self.tr("Test loss l"),
            algorithm=self.tr("Learning algorithm F"),
            promise=self.tr("Meta-training changes the red boxes so that l, summed over many tasks, falls"),
        )
