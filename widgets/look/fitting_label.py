"""A label that switches to a shorter wording where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID


class FittingLabel(Label):
    """One line of plain text: in full where it fits, else in a shorter wording, elided where even that is too long.

    It keeps the largest width it has needed, so that its neighbours do not move while its numbers change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._text = self._short = ""
        self._brief = False
        self._kept: set[tuple[str, str]] = set()  # texts for which room is kept, however large the type
        self._widest = [0, 0]  # px, of the full and of the short wording

    @override
    def text(self) -> str:
        return self._text

    def say(self, full: str, short: str) -> None:
        """Show a text; `short` says it in fewer words. Nothing is laid out again unless it needs more room."""
        if (full, short) == (self._text, self._short):
            return
        self._text, self._short = full, short
        self.setAccessibleName(full)
        self._widen(full, short)
        self.update()

    def set_brief(self, brief: bool) -> None:
        """Ask for the width of the short wording only, or for that of the full one."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()

    def reserve(self, full: str, short: str) -> None:
        """Reserve the width of these texts."""
        self._kept.add((full, short))
        self._widen(full, short)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._widest = [0, 0]
            for texts in (*self._kept, (self.text(), self._short)):
                self._widen(*texts)

    def _widen(self, full: str, short: str) -> None:
        metrics = self.fontMetrics()
        needed = [metrics.horizontalAdvance(text) + GRID // 2 if text else 0 for text in (full, short)]
        if any(new > old for new, old in zip(needed, self._widest, strict=True)):
            self._widest = [max(pair) for pair in zip(needed, self._widest, strict=True)]
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return room for the full text, if that is asked for."""
        return QSize(self._widest[self._brief], self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest[1], self.fontMetrics().height())

    def shown_text(self) -> str:
        """Return what is drawn at the present width."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self._text) <= self.width():
            return self._text
        return metrics.elidedText(self._short, Qt.TextElideMode.ElideRight, self.width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text())
