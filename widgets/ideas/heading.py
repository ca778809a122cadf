"""The heading of a group of cards: what stands there, and where that is seen."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme


class Heading(QWidget):
    """A title, a sentence, and a button to see it, or a remark that it is only named. Setters emit nothing.

    Signals:
        see_requested: a person wants to see it.
    """

    see_requested = Signal()

    def __init__(self, title: str, says: str, seen: str, named: str, theme: Theme, parent: QWidget) -> None:
        """Make a heading; `seen` is where it is seen, or `named` says that it is only named; both empty: neither."""
        super().__init__(parent)
        self._title, self._says, self._named, self._see = Label(title), Label(says), Label(named), QToolButton()
        self._seen = bool(seen)
        self._see.setText(self.tr("See it"))
        self._see.setAccessibleName(self.tr("See it: {title}").format(title=title))
        self._see.setToolTip(plain_tip(seen))
        self._see.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._see.setProperty("small", True)
        self._see.clicked.connect(lambda _=False: self.see_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID // 4)
        for label in (self._title, self._says, self._named):
            label.setWordWrap(True)
            column.addWidget(label)
            label.setVisible(bool(label.text()))
        column.addWidget(self._see, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._see.setVisible(self._seen)
        self.set_theme(theme)

    @property
    def button(self) -> QToolButton:
        """The button by which a person asks to see it."""
        return self._see

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for label in (self._says, self._named):
            label.setStyleSheet(f"color: {theme.muted};")  # a palette would not outlive the program's style sheet
            label.setFont(theme.font("small"))
        self._title.setFont(theme.font("body", bold=True))

    def needed(self, width: int) -> int:
        """Return the height, in pixels, that it takes in a column of this width."""
        total = GRID
        for label in (self._title, self._says, self._named):
            if label.text():
                metrics = QFontMetrics(label.font())
                flags = Qt.TextFlag.TextWordWrap
                total += metrics.boundingRect(QRect(0, 0, width, 10_000), flags, label.text()).height() + GRID // 2
        return total + (self._see.sizeHint().height() + GRID // 2 if self._seen else 0)
