"""The square that a person draws on, with mouse, finger or pen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.simulator.engine.errors import UserError
from metascope.widgets.draw.pictures import WIDTHS, Ink, picture_of_grey, picture_of_strokes
from metascope.widgets.draw.reading import Grey, can_read, read_mime
from metascope.widgets.draw.strokes import Drawing, DrawingHistory
from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID, Theme

LEAST = 12 * GRID  # pixels: side
STEP = 0.02  # of the side that the pen goes with one press of an arrow key
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DrawingCanvas(QWidget):
    """A square to draw on. Strokes can be undone; a picture can be pasted and dropped.

        canvas = DrawingCanvas(LIGHT)
        canvas.changed.connect(lambda: print(canvas.picture(28).shape))

    With the keyboard the arrow keys move the pen, and Space lowers and lifts it.

    Signals:
        changed: what is drawn is another drawing; also while a stroke is being drawn.
        refused(reason): what a person dropped or pasted cannot be read.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.width_of_strokes = WIDTHS[1]  # relative to a picture's side
        self._history = DrawingHistory()
        self._pen = (0.5, 0.5)  # of the keyboard
        self._lowered = False
        self._image: tuple[Grey, QImage] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAcceptDrops(True)
        self.setMinimumSize(theme.room(LEAST), theme.room(LEAST))
        self.setAccessibleName(self.tr("Drawing canvas"))
        self.setAccessibleDescription(self.tr("Arrow keys move the pen, Space lowers and lifts it"))

    @property
    def drawing(self) -> Drawing:
        """What is drawn."""
        return self._history.now

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier drawing."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return self._history.can_redo

    def picture(self, side: int) -> Ink:
        """Return what networks see of the drawing, (side, side): white ink on black."""
        drawing = self.drawing
        if drawing.picture is not None:
            return picture_of_grey(drawing.picture, side)[0]
        return picture_of_strokes(drawing.strokes, side)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self.update()

    def undo(self) -> None:
        """Return to the drawing before."""
        self._history.undo()
        self._tell()

    def redo(self) -> None:
        """Return to the drawing that was undone last."""
        self._history.redo()
        self._tell()

    def clear(self) -> None:
        """Draw on an empty canvas."""
        self._history.clear()
        self._tell()

    def put(self, picture: Grey) -> None:
        """Put a grey picture (height, width), 255 is white, in place of what is drawn."""
        self._history.put(picture)
        self._tell()

    def paper(self) -> QRectF:
        """Return the square that is drawn on, in pixels."""
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    @override
    def sizeHint(self) -> QSize:
        side = self.theme.room(2 * LEAST)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paper, drawing = self.paper(), self.drawing
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                pen(self.theme.accent if self.hasFocus() else self.theme.border, 2 if self.hasFocus() else 1)
            )
            painter.setBrush(QColor(self.theme.field))
            painter.drawRect(paper)
            painter.setClipRect(paper)
            if drawing.picture is not None:
                self._draw_picture(painter, paper, drawing.picture)
            for stroke in drawing.strokes:
                painter.setPen(pen(self.theme.ink, stroke.width * paper.width()))
                places = [self._pixel(paper, x, y) for x, y in stroke.points.tolist()]
                if len(places) == 1:
                    painter.drawPoint(places[0])
                else:
                    painter.drawPolyline(QPolygonF(places))
            if self._lowered or (self.hasFocus() and self._pen != (0.5, 0.5)):
                self._draw_pen(painter, paper)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._end()

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, whatever its pressure."""
        kind = event.type()
        if kind is QEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind is QEvent.Type.TabletMove and event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(event.position())
        elif kind is QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        """Draw with the first finger; take undo and the like from the window's shortcuts."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.ShortcutOverride:
            if self._does(event) or event.key() in (*_STEPS, Qt.Key.Key_Space):
                event.accept()
                return True
        elif isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.clear()
        elif key is Qt.Key.Key_Space and not event.isAutoRepeat():
            self._lower()
        elif key in _STEPS:
            self._move_pen(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_read(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._read(event.mimeData())

    def paste(self) -> None:
        """Put the clipboard's picture, or that of the file in it, on the canvas."""
        self._read(QGuiApplication.clipboard().mimeData())

    def _read(self, data: QMimeData) -> None:
        try:
            grey = read_mime(data)
        except UserError as error:
            self.refused.emit("\n".join(f"{one.where}: {localized(one.message)}" for one in error.problems))
            return
        self.put(grey)

    @staticmethod
    def _does(event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return any(event.matches(one) for one in (keys.Undo, keys.Redo, keys.Paste, keys.Delete))

    def _touch(self, event: QTouchEvent) -> None:
        kind, points = event.type(), event.points()
        if kind is QEvent.Type.TouchCancel:
            self._history.abandon()
            self._tell()
        elif kind is QEvent.Type.TouchBegin and points:
            self._begin(points[0].position())
        elif kind is QEvent.Type.TouchUpdate and points:
            self._extend(points[0].position())
        elif kind is QEvent.Type.TouchEnd:
            self._end()
        event.accept()

    def _place(self, at: QPointF) -> tuple[float, float]:
        paper = self.paper()
        x, y = ((at - paper.topLeft()) / max(paper.width(), 1.0)).toTuple()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    @staticmethod
    def _pixel(paper: QRectF, x: float, y: float) -> QPointF:
        return QPointF(paper.left() + paper.width() * x, paper.top() + paper.width() * y)

    def _begin(self, at: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._lowered = False
        self._history.begin(*self._place(at), self.width_of_strokes)
        self._tell()

    def _extend(self, at: QPointF) -> None:
        if self._history.extend(*self._place(at)):
            self._tell()

    def _end(self) -> None:
        self._history.end()
        self._tell()

    def _lower(self) -> None:
        """Lower the keyboard's pen, or lift it."""
        self._lowered = not self._lowered
        if self._lowered:
            self._history.begin(*self._pen, self.width_of_strokes)
        else:
            self._history.end()
        self._tell()

    def _move_pen(self, across: int, down: int) -> None:
        x, y = self._pen
        self._pen = (min(max(x + across * STEP, 0.0), 1.0), min(max(y + down * STEP, 0.0), 1.0))
        if self._lowered:
            self._history.extend(*self._pen)
        self._tell()

    def _draw_picture(self, painter: QPainter, paper: QRectF, grey: Grey) -> None:
        """Draw a picture as it was given, as large as it fits."""
        if self._image is None or self._image[0] is not grey:
            high, wide = grey.shape
            made = QImage(grey.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()
            self._image = (grey, made)
        image = self._image[1]
        scale = paper.width() / max(image.width(), image.height())
        place = QRectF(0, 0, scale * image.width(), scale * image.height())
        place.moveCenter(paper.center())
        painter.drawImage(place, image)

    def _draw_pen(self, painter: QPainter, paper: QRectF) -> None:
        at = self._pixel(paper, *self._pen)
        painter.setBrush(QColor(self.theme.accent) if self._lowered else Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self.theme.accent, 2.0))
        painter.drawEllipse(at, GRID / 2, GRID / 2)

    def _tell(self) -> None:
        self.update()
        self.changed.emit()
