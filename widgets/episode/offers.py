"""Pictures that a person drops on the table of an episode or pastes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import final
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from metascope.simulator.engine.errors import UserError
from metascope.widgets.draw.pictures import picture_of_grey
from metascope.widgets.draw.reading import can_read, read_mime
from metascope.widgets.episode.arrangement import Arrangement
from metascope.widgets.look.text import localized


@final
class Offers(QObject):
    """An event filter on the widget that draws a table; takes pictures where the widget accepts drops.

    Signals:
        offered(picture, way): a person dropped a picture, as networks see it (S, S), on a class's column, or with way
            -1 elsewhere, or pasted it.
        refused(reason): what a person dropped or pasted cannot be read.
        changed: what is dragged is over another column.
    """

    offered = Signal(object, int)
    refused = Signal(str)
    changed = Signal()

    def __init__(self, canvas: QWidget, arrangement: WeakMethod[Callable[[], Arrangement]]) -> None:
        super().__init__(canvas)
        self._canvas, self._find = canvas, arrangement
        self.side = 0  # pixels of the pictures that are made, S; none are taken before there is an episode
        self.over: int | None = None  # the column under what is dragged
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isValid(self) or watched is not self._canvas:
            return False
        if isinstance(event, QDragLeaveEvent):
            self._drag_over(None)
        elif isinstance(event, QDropEvent):
            return self._drag(event)
        elif isinstance(event, QKeyEvent) and self._pastes(event):
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._take(QGuiApplication.clipboard().mimeData(), -1)
            return True
        return False

    def _drag(self, event: QDropEvent) -> bool:
        """Follow what is dragged, and take what is dropped."""
        if not self.side or not can_read(event.mimeData()):
            return False
        event.acceptProposedAction()
        arrangement = self._find()
        assert arrangement is not None, "the view outlives its canvas"
        over = arrangement().way_at(event.position())
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._drag_over(over)
        else:
            self._drag_over(None)
            self._take(event.mimeData(), -1 if over is None else over)
        return True

    def _drag_over(self, way: int | None) -> None:
        if way != self.over:
            self.over = way
            self.changed.emit()

    def _pastes(self, event: QKeyEvent) -> bool:
        """Return whether a key is to add the clipboard's picture."""
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        there = self.side > 0 and self._canvas.acceptDrops()
        return pressed and there and event.matches(QKeySequence.StandardKey.Paste)

    def _take(self, data: QMimeData, way: int) -> None:
        """Read what is dropped or pasted, and tell what it is, or why it is refused."""
        try:
            grey = read_mime(data)
        except UserError as error:
            self.refused.emit("\n".join(f"{one.where}: {localized(one.message)}" for one in error.problems))
            return
        self.offered.emit(picture_of_grey(grey, self.side)[0], way)
