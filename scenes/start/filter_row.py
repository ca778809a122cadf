"""The search field and filters of the gallery and of the map of ideas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from metascope.scenes.start.choosing import Choice
from metascope.simulator.engine.files.presets import LEVELS, Level
from metascope.widgets.form.fields import LineEdit
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.methods.flow import FlowLayout
from metascope.widgets.window.filtering import Filters

_SEARCH = 34 * GRID  # px, width of the search field
_HEIGHT = 3.5 * GRID  # px


def level_text(level: Level) -> str:
    """Return a level's name in the person's language."""
    return {
        "first look": translate("Gallery", "First look"),
        "lecture": translate("Gallery", "Lecture"),
        "research": translate("Gallery", "Research"),
    }[level]


class SearchField(LineEdit):
    """A field for a few letters. Esc clears it, and leaves it where it is empty.

    Signals:
        left: a person went on to what was found, by Enter (`opened`) or by an arrow, or left the empty field.
        entered: a person pressed Enter.
    """

    left = Signal()
    entered = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window."""
        asks = event.type() is QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class RowTexts:
    """What a row says of the things that are looked for, in the person's language."""

    find: str  # in the empty search field
    name: str  # of the search field
    all: str  # with {count}
    some: str  # with {shown} and {count}


class FilterRow(QWidget):
    """The search field, a list for each of level, time and story, and a switch for each other condition.

    Where there are no stories to choose from, only what has a level and takes time is looked for.

    Signals:
        changed: a person typed, or chose another filter.
    """

    changed = Signal()

    def __init__(
        self,
        stories: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget | None = None,
        texts: RowTexts | None = None,
    ) -> None:
        """Make a row for stories, each with its name and its title; it speaks of scenarios if `texts` do not differ."""
        super().__init__(parent)
        self._texts = texts or RowTexts(
            self.tr("Find by title, text, story or method"),
            self.tr("Find a scenario"),
            self.tr("{count} scenarios"),
            self.tr("{shown} of {count} scenarios"),
        )
        self.search = SearchField()
        self._level, self._duration, self._story = ComboBox(), ComboBox(), ComboBox()
        self._lesson = self._switch(self.tr("With a lesson"), self.tr("Only scenarios that a lesson opens"))
        self._data = self._switch(self.tr("With your data"), self.tr("Only scenarios that need data of yours"))
        self._recent = self._switch(
            self.tr("Recently used"), self.tr("Only scenarios opened lately, the last one first")
        )
        self._count = Label()
        self._clear = QPushButton(self.tr("Clear"))
        self._fill(stories)
        self._lay_out()
        self.set_theme(theme)
        self.show_count(0, 0)

    @property
    def query(self) -> str:
        """What a person typed."""
        return self.search.text()

    def choice(self) -> Choice:
        """Return what a person looks for."""
        filters = Filters(
            query=self.query,
            level=self._level.currentData(),
            most_seconds=self._duration.currentData(),
            with_lesson=self._lesson.isChecked(),
            used=self._recent.isChecked(),
        )
        return Choice(filters, self._story.currentData(), self._data.isChecked())

    def clear(self) -> None:
        """Show everything again, as a person asks for."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for box in (self._level, self._duration, self._story):
            box.setCurrentIndex(0)
        for switch in (self._lesson, self._data, self._recent):
            switch.setChecked(False)
        self.changed.emit()

    def offer(self, *, lessons: bool, recent: bool) -> None:
        """Offer the filters that find anything."""
        self._lesson.setVisible(lessons)
        self._recent.setVisible(recent)

    def show_count(self, shown: int, all: int) -> None:
        """Say how many there are and are shown; where a person looks for some, offer to show all."""
        text = self._texts.all if shown == all else self._texts.some
        self._count.setText(text.format(shown=shown, count=all))
        self._clear.setVisible(self.choice().on)

    def explain_times(self, text: str) -> None:
        """Say under the pointer of the list of times what they are."""
        self._duration.setToolTip(plain_tip(text))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        hint = QFontMetrics(theme.font()).horizontalAdvance(self._texts.find)
        self.search.setMinimumWidth(max(theme.room(_SEARCH), hint + 3 * GRID))
        for part in self._parts:
            part.setFixedHeight(theme.room(_HEIGHT))
        self._count.setStyleSheet(f"color: {theme.muted};")

    def _fill(self, stories: Iterable[tuple[str, str]]) -> None:
        self.search.setPlaceholderText(self._texts.find)
        self.search.setAccessibleName(self._texts.name)
        self.search.setToolTip(self.tr("Ctrl+F or /: search; Enter: open the first; arrow down: go to it; Esc: clear"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self.changed.emit())
        levels = [(level, level_text(level)) for level in LEVELS]
        durations = [
            (15.0, self.tr("Up to 15 s")),
            (60.0, self.tr("Up to a minute")),
            (300.0, self.tr("Up to 5 minutes")),
        ]
        self._list(self._level, self.tr("Level"), [("", self.tr("Every level")), *levels])
        self._list(self._duration, self.tr("Time"), [(None, self.tr("Any time")), *durations])
        stories = [*stories]
        self._list(self._story, self.tr("Story"), [("", self.tr("All stories")), *stories])
        if not stories:
            self._story.hide()
            self._data.hide()
        self._clear.setToolTip(self.tr("Clear the search and all filters"))
        self._clear.clicked.connect(self.clear)

    def _list(self, box: ComboBox, name: str, entries: Iterable[tuple[object, str]]) -> None:
        box.setAccessibleName(name)
        box.setToolTip(plain_tip(name))
        for value, text in entries:
            box.addItem(text, value)
        box.activated.connect(lambda _: self.changed.emit())

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _: self.changed.emit())
        return button

    def _lay_out(self) -> None:
        flow = FlowLayout(self, GRID)
        boxes = (self._level, self._duration, self._story)
        switches = (self._lesson, self._data, self._recent)
        self._parts: tuple[QWidget, ...] = (self.search, *boxes, *switches, self._count, self._clear)
        for part in self._parts:
            flow.addWidget(part)
