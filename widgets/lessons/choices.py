"""The choices of a question: buttons whose texts wrap, with their keys before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import GRID, RADIUS, Theme

State = Literal["open", "right", "wrong"]
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIGNS = {"open": "", "right": "✓", "wrong": "✗"}


class Choice(QAbstractButton):
    """One choice. `number` is its key."""

    def __init__(self, number: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._theme = number, theme
        self.state: State = "open"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, state: State) -> None:
        """Show a text, and whether it was chosen rightly or wrongly."""
        self.state = state
        self.setText(text)
        told = {"open": self.tr("{n}: {text}"), "right": self.tr("{n}: {text} – right"),
                "wrong": self.tr("{n}: {text} – not right")}[state]  # fmt: skip
        self.setAccessibleName(told.format(n=self._number, text=text))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        inside = QRect(0, 0, max(width - self._left() - GRID, 4 * GRID), 1 << 16)
        return QFontMetrics(self.font()).boundingRect(inside, _FLAGS, self.text()).height() + 2 * GRID

    @override
    def sizeHint(self) -> QSize:
        return QSize(20 * GRID, self.heightForWidth(max(self.width(), 20 * GRID)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(10 * GRID, 4 * GRID)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter, as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        ink, back = {
            "open": (theme.text, theme.hover if self.underMouse() else theme.raised)
            if self.isEnabled()
            else (theme.muted, theme.window),
            "right": (theme.success, theme.raised),
            "wrong": (theme.muted, theme.raised),
        }[self.state]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = theme.accent if self.hasFocus() else theme.success if self.state == "right" else theme.border
            painter.setPen(pen(edge, 2.0 if edge != theme.border else 1.0))
            painter.setBrush(QColor(back))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.setPen(QColor(ink if self.state != "open" else theme.muted))
            sign = _SIGNS[self.state] or str(self._number)
            painter.drawText(QRect(GRID, 0, self._left() - GRID, self.height()), _FLAGS, sign)
            painter.setPen(QColor(ink))
            painter.drawText(self.rect().adjusted(self._left(), 0, -GRID, 0), _FLAGS, self.text())

    def _left(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance("8") + 5 * GRID // 2


class Choices(QWidget):
    """The choices of one question.

    Signals:
        chosen: a person chose one: its index.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[Choice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)

    def show_choices(self, texts: Sequence[str], states: Sequence[State]) -> None:
        """Show these choices, those with a state as they were chosen."""
        while len(self.buttons) < len(texts):
            self._add()
        for index, button in enumerate(self.buttons):
            button.setVisible(index < len(texts))
            if index < len(texts):
                button.say(texts[index], states[index])
        self.setVisible(bool(texts))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)

    def _add(self) -> None:
        button = Choice(len(self.buttons) + 1, self._theme, self)
        button.clicked.connect(partial(self._choose, len(self.buttons)))
        self.buttons.append(button)
        self._column.addWidget(button)

    def _choose(self, index: int, _checked: bool = False) -> None:
        self.chosen.emit(index)
