"""What a person does with mouse and keyboard on the table: choose a query, move or remove a support."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid
from typing_extensions import override

from metascope.widgets.episode.arrangement import Arrangement
from metascope.widgets.look.theme import CLASS_LETTERS

Kind = Literal["query", "support"]
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True)
class Held:
    """A support in a person's hand: which one, where the pointer is, and over which column; None where over none."""

    support: int
    at: QPointF
    way: int | None


class Hands(QObject):
    """An event filter on the widget that draws a table.

    Signals:
        query_chosen(index): a person clicked a query or went to it with the arrow keys.
        support_moved(index, way): a person put a support into another class.
        support_removed(index): a person took a support away.
        changed: what is held or has the keyboard is another one.
    """

    query_chosen = Signal(int)
    support_moved = Signal(int, int)
    support_removed = Signal(int)
    changed = Signal()

    def __init__(self, canvas: QWidget, arrangement: WeakMethod[Callable[[], Arrangement]]) -> None:
        super().__init__(canvas)
        self._canvas, self._find = canvas, arrangement
        self._pressed: tuple[int, QPointF] | None = None  # the support under the button, and where
        self.held: Held | None = None
        self.current: tuple[Kind, int] = ("query", 0)
        self.movable = True  # whether supports can be moved and removed
        canvas.setMouseTracking(True)
        canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        canvas.installEventFilter(self)

    def place_on(self, kind: Kind, index: int) -> None:
        """Give the keyboard to a query or support."""
        if (kind, index) != self.current:
            self.current = (kind, index)
            self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isValid(self) or watched is not self._canvas:
            return False
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseButtonPress:
            return self._press(event)
        if isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseMove:
            return self._move(event)
        if isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseButtonRelease:
            return self._release(event)
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.ShortcutOverride:
            if event.key() in (*_STEPS, *_REMOVE) or (event.key() == Qt.Key.Key_Escape and self.held):
                event.accept()
            return False
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QContextMenuEvent):
            return self._menu(event)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.changed.emit()
        return False

    def _arrangement(self) -> Arrangement:
        found = self._find()
        assert found is not None, "the view outlives its canvas"
        return found()

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        at, arrangement = event.position(), self._arrangement()
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        support, query = arrangement.support_at(at), arrangement.query_at(at)
        if support is not None:
            self._pressed = (support, at)
            self.place_on("support", support)
        elif query is not None:
            self.place_on("query", query)
            self.query_chosen.emit(query)
        return False

    def _move(self, event: QMouseEvent) -> bool:
        at, arrangement = event.position(), self._arrangement()
        if self._pressed is None:
            over = arrangement.query_at(at) is not None
            grasp = self.movable and arrangement.support_at(at) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor if grasp else shape)
            return False
        support, start = self._pressed
        far = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if self.movable and (self.held is not None or far):
            self.held = Held(support, at, arrangement.way_at(at))
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.changed.emit()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return False
        held, self.held, self._pressed = self.held, None, None
        self._canvas.setCursor(Qt.CursorShape.ArrowCursor)
        if held is not None:
            arrangement = self._arrangement()
            way = arrangement.way_at(event.position())
            if way is None:
                self.support_removed.emit(held.support)
            elif not arrangement.columns[way].contains(arrangement.supports[held.support].center()):
                self.support_moved.emit(held.support, way)
            self.changed.emit()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        kind, index = self.current
        if key is Qt.Key.Key_Escape and self.held is not None:
            self.held = self._pressed = None
            self.changed.emit()
            return True
        if key in _STEPS:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return self._shift(int(_STEPS[key].x()))
            return self._go(_STEPS[key])
        if kind == "support" and self.movable and index < len(self._arrangement().supports):
            if key in _REMOVE:
                self.support_removed.emit(index)
                return True
            letter = event.text().upper()
            if letter and letter in CLASS_LETTERS[: len(self._arrangement().columns)]:
                self._put(index, CLASS_LETTERS.index(letter))
                return True
        return False

    def _shift(self, step: int) -> bool:
        """Move the support that has the keyboard to the class beside its own."""
        kind, index = self.current
        arrangement = self._arrangement()
        if kind != "support" or not self.movable or index >= len(arrangement.supports):
            return False
        way = arrangement.way_at(arrangement.supports[index].center())
        if way is not None and 0 <= way + step < len(arrangement.columns):
            self._put(index, way + step)
        return True

    def _put(self, index: int, way: int) -> None:
        arrangement = self._arrangement()
        if way != arrangement.way_at(arrangement.supports[index].center()):
            self.support_moved.emit(index, way)

    def _go(self, step: QPointF) -> bool:
        """Give the keyboard to what is nearest in a direction; to the sides queries come in their order."""
        arrangement = self._arrangement()
        places: dict[tuple[Kind, int], QPointF] = {
            ("query", index): query.cell.center() for index, query in enumerate(arrangement.queries)
        }
        places |= {("support", index): place.center() for index, place in enumerate(arrangement.supports)}
        here, beside = places.get(self.current), self.current[1] + int(step.x())
        found: tuple[Kind, int] | None
        if here is None:
            found = next(iter(places), None)
        elif self.current[0] == "query" and step.x():
            found = ("query", beside) if ("query", beside) in places else None
        else:
            found = _nearest(here, step, places, self.current)
        if found is None:
            return False
        self.place_on(*found)
        if found[0] == "query":
            self.query_chosen.emit(found[1])
        return True

    def _menu(self, event: QContextMenuEvent) -> bool:
        arrangement = self._arrangement()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = arrangement.support_at(QPointF(event.pos()))
        else:
            index = self.current[1] if self.current[0] == "support" else None
        if index is None or not self.movable or index >= len(arrangement.supports):
            return False
        self.place_on("support", index)
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self._canvas.mapToGlobal(arrangement.supports[index].center().toPoint())
        self.menu_for(index).popup(place)
        return True

    def menu_for(self, index: int) -> QMenu:
        """Return the menu of a support."""
        arrangement = self._arrangement()
        own = arrangement.way_at(arrangement.supports[index].center())
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in range(len(arrangement.columns)):
            action = menu.addAction(self.tr("Move to class {letter}").format(letter=CLASS_LETTERS[way]))
            action.setEnabled(way != own)
            action.triggered.connect(lambda _=False, way=way: self.support_moved.emit(index, way))
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(lambda _=False: self.support_removed.emit(index))
        return menu


def _nearest(
    here: QPointF, step: QPointF, places: dict[tuple[Kind, int], QPointF], current: tuple[Kind, int]
) -> tuple[Kind, int] | None:
    """Return what lies nearest in a direction; to the sides only of the same kind.

    What lies aside of the direction counts as twice as far.
    """
    best, nearest = None, float("inf")
    for key, place in places.items():
        gap = place - here
        along = QPointF.dotProduct(gap, step)
        aside = abs(gap.x() * step.y() - gap.y() * step.x())
        if step.y() == 0 and key[0] != current[0]:
            continue
        if key != current and along > 1 and aside <= 2 * along and along + 2 * aside < nearest:
            best, nearest = key, along + 2 * aside
    return best
