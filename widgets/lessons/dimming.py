"""Dims a window around what a lesson is about. Clicks and keys go through: nothing is ever shut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import Theme

VEIL = 0.6  # opacity of what is laid over the rest
RING = 3  # px around what is lit
_EDGE = (-RING - 2, -RING - 2, RING + 2, RING + 2)
_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange,
                     QEvent.Type.ParentChange})  # fmt: skip


@dataclass(frozen=True, eq=False)
class Lit:
    """What is not dimmed: a widget, or a part of it in its own coordinates."""

    widget: QWidget
    part: Callable[[], QRect] | None = None

    def place(self, within: QWidget) -> QRect:
        """Return where it is seen in a window, empty where it is not."""
        widget = self.widget
        if not shiboken6.isValid(widget) or not widget.isVisible() or widget.window() is not within:
            return QRect()
        inside = widget.rect() if self.part is None else self.part()
        around = widget
        while not inside.isEmpty() and around is not within:  # what scrolls may be out of sight
            parent = around.parentWidget()
            if parent is None:
                break
            inside = inside.translated(around.pos()).intersected(parent.rect())
            around = parent
        return inside


class Dimmer(QWidget):
    """A veil over a window with holes in it. It has a mask: what is lit is painted as if there were no veil."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._lit: tuple[Lit, ...] = ()
        self._spared: tuple[Lit, ...] = ()
        self._rings: tuple[QRect, ...] = ()
        self._holes: tuple[QRect, ...] = ()
        self._watched: set[QObject] = set()
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self.refresh)
        for attribute in (Qt.WidgetAttribute.WA_TransparentForMouseEvents, Qt.WidgetAttribute.WA_NoSystemBackground):
            self.setAttribute(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        self.hide()

    @property
    def rings(self) -> tuple[QRect, ...]:
        """Where things are lit, in the window's coordinates; empty while nothing is dimmed."""
        return () if self.isHidden() else self._rings

    def light(self, lit: Sequence[Lit], spared: Sequence[Lit] = ()) -> None:
        """Dim everything but what is `lit`, which gets a ring, and what is `spared`; nothing where nothing is lit."""
        self._lit, self._spared = tuple(lit), tuple(spared)
        self._watch()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    def refresh(self) -> None:
        """Follow what has moved; costs next to nothing where nothing has."""
        window = self.window()
        rings = tuple(place for one in self._lit if not (place := one.place(window)).isEmpty())
        holes = rings + tuple(place for one in self._spared if not (place := one.place(window)).isEmpty())
        if not rings:
            self.hide()
            return
        shape = QRect(QPoint(0, 0), window.size())
        if (rings, holes) != (self._rings, self._holes) or shape != self.geometry() or self.isHidden():
            before = QRegion() if self.isHidden() else self.mask()
            edges = [ring.adjusted(*_EDGE) for ring in (*self._rings, *rings)]
            self._rings, self._holes = rings, holes
            self.setGeometry(shape)
            mask = QRegion(shape)
            for hole in holes:
                mask -= QRegion(hole)
            if not before.subtracted(mask).isEmpty():
                self.hide()  # paints again what lay under the veil: an update of the window leaves opaque widgets out
            self.setMask(mask)
            self.show()
            stale = mask.subtracted(before)
            for edge in edges:
                stale += edge
            self.update(stale)
        if window.children()[-1] is not self:
            self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._due.start()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(self._theme.window)
        veil.setAlphaF(VEIL)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), veil)
            painter.setPen(pen(self._theme.accent, RING))
            for ring in self._rings:
                painter.drawRect(ring.adjusted(-2, -2, 1, 1))

    def _watch(self) -> None:
        """Hear of every move of what is lit or spared, and of everything around it."""
        wanted: set[QObject] = set()
        for one in (*self._lit, *self._spared):
            widget: QWidget | None = one.widget
            while widget is not None:
                wanted.add(widget)
                widget = None if widget.isWindow() else widget.parentWidget()
        for gone in self._watched - wanted:
            if shiboken6.isValid(gone):
                gone.removeEventFilter(self)
        for fresh in wanted - self._watched:
            fresh.installEventFilter(self)
        self._watched = wanted
