"""A handle that a person can also remove: with the right button, or with Delete while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneContextMenuEvent, QGraphicsSceneMouseEvent
from typing_extensions import override

from metascope.widgets.plots.handles.handle import Handle

_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RemovableHandle(Handle):
    """A handle that can be moved and removed.

    Signals:
        removed: a person wants it removed; its owner removes it.
        doubled: a person double-clicked it.
    """

    removed = Signal()
    doubled = Signal()

    def __init__(self, name: str, role: str, label: str = "") -> None:
        super().__init__(name, role, label)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton)

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        """Open no menu: the right button removes."""
        event.accept()

    @override
    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._held:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.RightButton:
            super().mouseReleaseEvent(event)
        elif not self._held and self.shape().contains(event.pos()):
            self.removed.emit()

    @override
    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        self.doubled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DELETE:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
