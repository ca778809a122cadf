"""A canvas with its buttons, a preview of what networks see, and what the drawing shall become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.widgets.draw.canvas import DrawingCanvas
from metascope.widgets.draw.pictures import WIDTHS, Ink
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import CLASS_LETTERS, GRID, Theme
from metascope.widgets.plots.maps.thumbnails import ink_image

PREVIEW = 7 * GRID  # pixels: side of the preview


class DrawingPad(QWidget):
    """A canvas to draw a character on, which becomes a query or a support.

        pad = DrawingPad(28, LIGHT)
        pad.set_classes(["Alpha", "Beta", "Gamma"])
        pad.drawn.connect(lambda picture, way: print(picture.shape, way))

    Signals:
        drawn(picture, way): a person is done: a picture (side, side), white ink on black, and the class that it shall
            be a support of, -1 for a query.
        refused(reason): what a person pasted or dropped cannot be read.
    """

    drawn = Signal(object, int)
    refused = Signal(str)

    def __init__(self, side: int, theme: Theme) -> None:
        """Make pictures of `side` pixels along an edge."""
        super().__init__()
        self.setObjectName("draw")  # by which a scenario names its page
        self._side = side
        self.canvas = DrawingCanvas(theme)
        self._preview = Preview(theme)
        self._note = Label()
        self._target, self._width = ComboBox(), ComboBox()
        self._undo = self._button(self.tr("Undo"), self.tr("Undo the last stroke (Ctrl+Z)"), self.canvas.undo)
        self._redo = self._button(self.tr("Redo"), self.tr("Draw again what was undone"), self.canvas.redo)
        self._clear = self._button(self.tr("Clear"), self.tr("Clear the canvas; can be undone"), self.canvas.clear)
        self._paste = self._button(self.tr("Paste"), self.tr("Paste a picture or a file of one"), self.canvas.paste)
        self._use = QPushButton(self.tr("Use"))
        self._use.setToolTip(self.tr("Put the drawing on the table"))
        self._use.clicked.connect(self._hand_over)
        self._prepare_choices()
        self._lay_out()
        self.canvas.changed.connect(self._follow)
        self.canvas.refused.connect(self._refuse)
        self.set_theme(theme)
        self._follow()

    @property
    def side(self) -> int:
        """The pixels along an edge of a picture."""
        return self._side

    def set_side(self, side: int) -> None:
        """Make pictures of so many pixels along an edge from now on."""
        self._side = side
        self._follow()

    def set_classes(self, names: Sequence[str]) -> None:
        """Offer these classes, and keep what is chosen where it is still there."""
        before = self._target.currentData()
        self._target.clear()
        self._target.addItem(self.tr("Query"), -1)
        for way, name in enumerate(names):
            text = self.tr("Support of {letter} ({name})").format(letter=CLASS_LETTERS[way], name=name)
            self._target.addItem(text, way)
        self._target.setCurrentIndex(max(self._target.findData(before), 0))

    def set_target(self, way: int) -> None:
        """Choose what the drawing becomes: a support of a class, or with -1 a query."""
        self._target.setCurrentIndex(max(self._target.findData(way), 0))

    def picture(self) -> Ink:
        """Return what networks see of the drawing, (side, side)."""
        return self.canvas.picture(self._side)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.canvas.set_theme(theme)
        self._preview.set_theme(theme)

    def _button(self, text: str, tip: str, pressed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("small", True)
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: pressed())
        return button

    def _prepare_choices(self) -> None:
        for text, width in zip((self.tr("Thin pen"), self.tr("Usual pen"), self.tr("Thick pen")), WIDTHS, strict=True):
            self._width.addItem(text, width)
        self._width.setCurrentIndex(1)
        self._width.setAccessibleName(self.tr("Width of strokes"))
        self._width.setToolTip(self.tr("Width of strokes"))
        self._width.activated.connect(self._set_width)
        self._target.setAccessibleName(self.tr("What the drawing becomes"))
        self._target.setToolTip(self.tr("What the drawing becomes"))
        self._note.setWordWrap(True)
        self.set_classes([])

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        for button in (self._undo, self._redo, self._clear, self._paste):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        seen = Label(self.tr("What networks see"))
        seen.setWordWrap(True)
        look, becomes = QHBoxLayout(), QHBoxLayout()
        for line in (look, becomes):
            line.setSpacing(GRID)
        look.addWidget(self._preview)
        look.addWidget(seen, 1)
        becomes.addWidget(self._target, 1)
        becomes.addWidget(self._use)
        side = QVBoxLayout()
        side.setSpacing(GRID)
        side.addLayout(buttons)
        side.addWidget(self._width)
        side.addLayout(look)
        side.addStretch(1)
        side.addLayout(becomes)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.canvas, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addLayout(row, 1)
        column.addWidget(self._note)
        self._note.hide()

    def _set_width(self) -> None:
        self.canvas.width_of_strokes = float(self._width.currentData())

    def _follow(self) -> None:
        """Show what networks see of the present drawing."""
        self._preview.show_picture(self.picture())
        self._undo.setEnabled(self.canvas.can_undo)
        self._redo.setEnabled(self.canvas.can_redo)
        empty = self.canvas.drawing.is_empty
        self._clear.setEnabled(not empty)
        self._use.setEnabled(not empty)
        self._note.hide()

    def _refuse(self, reason: str) -> None:
        self._note.setText(reason)
        self._note.show()
        self.refused.emit(reason)

    def _hand_over(self) -> None:
        self.drawn.emit(self.picture(), int(self._target.currentData()))


class Preview(QWidget):
    """A small picture, its pixels enlarged."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._picture: Ink | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What networks see of the drawing"))

    def show_picture(self, picture: Ink) -> None:
        """Show a picture (side, side), white ink on black."""
        self._picture = picture
        text = self.tr("{side} by {side} pixels, {share} % ink")
        share = f"{100 * float(picture.mean()) / 255:.0f}"
        self.setToolTip(plain_tip(text.format(side=len(picture), share=share)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self.theme.room(PREVIEW)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        with QPainter(self) as painter:
            place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawImage(place, ink_image(self._picture, self.theme))
            painter.setPen(pen(self.theme.border))
            painter.drawRect(place)
