"""Lets a person choose the three classes whose means a plane goes through."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.stories.metric_learning.words import letters
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import CLASS_LETTERS, GRID, Theme

LISTED = 6  # classes at most of which every three stand in the list
LIKELIEST, CHOSEN = "likeliest", "chosen"


class SpanChoice(ComboBox):
    """A list of planes: the best one, that of the likeliest three classes, and those of any three.

    Of few classes every three stand in it; of more, three are chosen one by one beside it.

    Signals:
        best_wanted: a person wants the best plane.
        likeliest_wanted: a person wants the three classes that are most probable for the query in question.
        span_chosen(classes): a person chose three classes, in rising order.
    """

    best_wanted = Signal()
    likeliest_wanted = Signal()
    span_chosen = Signal(list)

    def __init__(self, ways: int, theme: Theme) -> None:
        super().__init__()
        self._spanning: tuple[int, ...] = ()
        self._three = ThreeClasses(ways, theme, self) if ways > LISTED else None
        self.addItem(self.tr("Best plane"), "")
        self.addItem(self.tr("Likeliest three"), LIKELIEST)
        if self._three is not None:
            self.addItem(self.tr("Choose three…"), CHOSEN)
            self._three.chosen.connect(self.span_chosen)
        else:
            for three in combinations(range(ways), 3):
                self.addItem(letters(three), letters(three))
        told = self.tr("Which classes' means the plane goes through: decisions among those are exact")
        self.setToolTip(plain_tip(told))
        self.setAccessibleName(self.tr("Classes that span the plane"))
        self.activated.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        if self._three is not None:
            self._three.set_theme(theme)

    def show_span(self, spanning: Sequence[int]) -> None:
        """Choose what the plane is: that of three classes, or the best one."""
        self._spanning = tuple(spanning) if len(spanning) == 3 else ()
        wanted = letters(self._spanning)
        if self.findData(wanted) < 0:
            self.addItem(wanted, wanted)
        if self.currentData() != wanted:
            self.setCurrentIndex(self.findData(wanted))

    def _choose(self, index: int) -> None:
        wanted = self.itemData(index)
        self.show_span(self._spanning)  # what is wanted comes with the next frame
        if wanted == "":
            self.best_wanted.emit()
        elif wanted == LIKELIEST:
            self.likeliest_wanted.emit()
        elif wanted != CHOSEN:
            self.span_chosen.emit([CLASS_LETTERS.index(letter) for letter in wanted.split(", ")])
        else:
            QTimer.singleShot(0, self._open)  # the key that chose this would close what it opens

    def _open(self) -> None:
        assert self._three is not None, "the entry is there for more classes alone"
        three = self._spanning or (0, 1, 2)
        self._three.open_at(self, three)
        if not self._spanning:
            self.span_chosen.emit([*three])  # the picture is that of the lists from the beginning


class ThreeClasses(QFrame):
    """Three lists of classes below a control; one that is chosen twice changes places with the other.

    Signals:
        chosen(classes): a person chose another class: all three, in rising order.
    """

    chosen = Signal(list)

    def __init__(self, ways: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._lists = tuple(ComboBox() for _ in range(3))
        self._now: tuple[int, ...] = (0, 1, 2)
        self._told = Label(self.tr("The plane through the means of"))
        named = (self.tr("First class"), self.tr("Second class"), self.tr("Third class"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for place, (one, name) in enumerate(zip(self._lists, named, strict=True)):
            one.addItems(list(CLASS_LETTERS[:ways]))
            one.setAccessibleName(name)
            one.activated.connect(lambda way, place=place: self._choose(place, way))
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self._told)
        column.addLayout(row)
        self.setObjectName("three-classes")
        self.setAccessibleName(self.tr("Three classes that span the plane"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.setStyleSheet(f"#three-classes {{ background: {theme.panel}; border: 1px solid {theme.border}; }}")

    def open_at(self, control: QWidget, classes: Sequence[int]) -> None:
        """Open below a control within the screen, with three classes chosen."""
        self._show(tuple(classes))
        self.adjustSize()
        screen, corner = control.screen().availableGeometry(), control.mapToGlobal(QPoint(0, control.height()))
        x = min(max(corner.x(), screen.left()), screen.right() - self.width())
        self.move(x, min(corner.y(), screen.bottom() - self.height()))
        self.show()
        self._lists[0].setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape and Return, as lists do."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _show(self, classes: tuple[int, ...]) -> None:
        self._now = classes
        for one, way in zip(self._lists, classes, strict=True):
            one.setCurrentIndex(way)

    def _choose(self, place: int, way: int) -> None:
        before = self._now[place]
        if way == before:
            return
        after = [before if one == way else one for one in self._now]
        after[place] = way
        self._show(tuple(after))
        self.chosen.emit(sorted(after))
