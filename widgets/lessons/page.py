"""The list of lessons: what each is about, how long it takes, and how far a person has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from metascope.widgets.lessons.panel import ProgressLine
from metascope.widgets.look.plain import Label
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.theme import GRID, RADIUS, Theme


@dataclass(frozen=True, kw_only=True)
class LessonEntry:
    """One lesson of the list, in the person's language."""

    name: str
    title: str
    description: str
    minutes: int
    level: str
    steps: int
    reached: int = 0  # steps that a person has behind them
    done: bool = False


class LessonRow(QFrame):
    """One lesson.

    Signals:
        opened: a person wants to take it.
    """

    opened = Signal()

    def __init__(self, entry: LessonEntry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson-row")
        self._title, self._text, self._facts = Label(entry.title), Label(entry.description), Label()
        self._text.setWordWrap(True)
        self._title.setWordWrap(True)
        self._progress = ProgressLine(theme)
        self._open = QPushButton()
        self._open.clicked.connect(lambda: self.opened.emit())
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._facts)
        head.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._progress)
        self.show_entry(entry)
        self.set_theme(theme)

    def show_entry(self, entry: LessonEntry) -> None:
        """Show a lesson as far as it is done."""
        self.entry = entry
        self._title.setText(entry.title)
        self._text.setText(entry.description)
        text = self.tr("{minutes} min · {level}").format(minutes=entry.minutes, level=entry.level)
        if entry.done:
            text = self.tr("{facts} · done").format(facts=text)
        elif entry.reached:
            text = self.tr("{facts} · step {n} of {count}").format(facts=text, n=entry.reached + 1, count=entry.steps)
        self._facts.setText(text)
        reached = entry.steps if entry.done else entry.reached
        self._progress.show_progress(reached, entry.steps)
        self._progress.setVisible(reached > 0)
        way = self.tr("Again") if entry.done else self.tr("Go on") if entry.reached else self.tr("Start")
        self._open.setText(way)
        self._open.setToolTip(self.tr("Take this lesson"))
        self._open.setAccessibleName(self.tr("{way}: {title}, {facts}").format(way=way, title=entry.title, facts=text))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.setStyleSheet(
            f"#lesson-row {{ background: {theme.panel}; border: 1px solid {theme.border}; border-radius: {RADIUS}px; }}"
        )
        self._title.setFont(theme.font("body", bold=True))
        self._facts.setStyleSheet(f"color: {theme.muted};")
        self._facts.setFont(theme.font("small"))
        self._progress.set_theme(theme)

    def focus(self) -> None:
        """Put the focus on its button."""
        self._open.setFocus()


class LessonsPage(QWidget):
    """The lessons, one below the other.

        page = LessonsPage(entries, LIGHT)
        page.opened.connect(window.open_lesson_named)

    Signals:
        opened: a person wants to take a lesson: its name.
    """

    opened = Signal(str)

    def __init__(self, entries: Sequence[LessonEntry], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, LessonRow] = {}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[LessonEntry]) -> None:
        """Show these lessons, as far as they are done."""
        for name in self._rows.keys() - {entry.name for entry in entries}:
            self._rows.pop(name).deleteLater()
        for place, entry in enumerate(entries):
            row = self._rows.get(entry.name)
            if row is None:
                row = self._rows[entry.name] = LessonRow(entry, self._theme)
                row.opened.connect(partial(self.opened.emit, entry.name))
                self._column.insertWidget(place, row)
            row.show_entry(entry)

    def focus_next(self) -> None:
        """Put the focus on the lesson to go on with: the first that was begun, else the first that is not done."""
        rows = list(self._rows.values())
        begun = [row for row in rows if row.entry.reached and not row.entry.done]
        for row in [*begun, *(row for row in rows if not row.entry.done), *rows][:1]:
            row.focus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for row in self._rows.values():
            row.set_theme(theme)
