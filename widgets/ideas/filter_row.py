"""The row above the map or the gallery in which a person says what to look for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from widgets.form.controls import WheelGuard
from widgets.form.fields import LineEdit
from widgets.look.combo_box import ComboBox
from widgets.look.theme import GRID, Theme
from widgets.window.filtering import Filters

SECONDS = (10, 30, 60)  # that may be offered as the most


class FilterRow(QWidget):
    """Letters, level, time, lessons and recent use. Setters emit nothing.

    Signals:
        changed: a person looks for something else: the `Filters`.
    """

    changed = Signal(object)

    def __init__(self, levels: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None) -> None:
        """Offer these levels, each with its name in the person's language."""
        super().__init__(parent)
        self._query, self._level, self._time = LineEdit(), ComboBox(), ComboBox()
        self._lesson, self._used = QCheckBox(self.tr("Has lesson")), QCheckBox(self.tr("Recently used"))
        self._fill(levels)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._query, 1)
        for part in (self._level, self._time, self._lesson, self._used):
            row.addWidget(part)
        self.set_theme(theme)

    @property
    def filters(self) -> Filters:
        """What a person looks for."""
        most = self._time.currentData()
        return Filters(
            query=self._query.text(),
            level=self._level.currentData() or "",
            most_seconds=None if most is None else float(most),
            with_lesson=self._lesson.isChecked() and not self._lesson.isHidden(),
            used=self._used.isChecked() and not self._used.isHidden(),
        )

    def clear(self) -> None:
        """Look for everything again."""
        self._query.setText("")
        for box in (self._level, self._time):
            box.setCurrentIndex(0)
        for check in (self._lesson, self._used):
            check.setChecked(False)

    def offer(self, *, lessons: bool, used: bool) -> None:
        """Offer to look for what has lessons, and for what was used recently, where there is any."""
        self._lesson.setVisible(lessons)
        self._used.setVisible(used)

    def focus_query(self) -> None:
        """Give the keyboard focus to the letters."""
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._query.setMinimumWidth(theme.room(16 * GRID))

    def _fill(self, levels: Sequence[tuple[str, str]]) -> None:
        self._query.setPlaceholderText(self.tr("Find a method, a scenario, an author or a year"))
        self._query.setAccessibleName(self.tr("Search"))
        self._query.setClearButtonEnabled(True)
        self._query.textEdited.connect(lambda _: self.changed.emit(self.filters))
        self._level.addItem(self.tr("Any level"), "")
        for level, name in levels:
            self._level.addItem(name, level)
        self._time.addItem(self.tr("Any time"), None)
        for seconds in SECONDS:
            self._time.addItem(self.tr("At most {seconds} s").format(seconds=seconds), seconds)
        for box, name in ((self._level, self.tr("Level")), (self._time, self.tr("Time needed"))):
            self._prepare(box, name)
        for check in (self._lesson, self._used):
            check.clicked.connect(lambda _: self.changed.emit(self.filters))

    def _prepare(self, box: QComboBox, name: str) -> None:
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.installEventFilter(WheelGuard(self))
        box.activated.connect(lambda _: self.changed.emit(self.filters))
