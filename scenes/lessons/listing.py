"""The list of lessons as the program has it, and a dialog with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from metascope.scenes.kept.lesson_progress import LessonProgress
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Level
from metascope.widgets.lessons.page import LessonEntry, LessonsPage
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import lesson_text, translate

SIZE = (88 * GRID, 72 * GRID)


def level_text(level: Level) -> str:
    """Return what a level is called in the person's language."""
    return {
        "first look": translate("Lessons", "first look"),
        "lecture": translate("Lessons", "lecture"),
        "research": translate("Lessons", "research"),
    }[level]


def entries(progress: LessonProgress) -> list[LessonEntry]:
    """Return the lessons that come with the program, as far as a person has done them."""
    found = []
    for lesson in lesson_files.shipped():
        kept = progress.of(lesson.name)
        place = lesson.place_of(kept.step)
        found.append(
            LessonEntry(
                name=lesson.name,
                title=lesson_text(lesson.title),
                description=lesson_text(lesson.description),
                minutes=lesson.minutes,
                level=level_text(lesson.level),
                steps=len(lesson.steps),
                reached=place or 0,
                done=kept.done and not place,
            )
        )
    return found


def lessons_page(progress: LessonProgress, theme: Theme) -> LessonsPage:
    """Return the list of lessons; `page.show_entries(entries(progress))` brings it up to date."""
    return LessonsPage(entries(progress), theme)


class LessonsDialog(QDialog):
    """The list of lessons; it closes when one is taken.

    Signals:
        opened: a person wants to take a lesson: its name.
    """

    opened = Signal(str)

    def __init__(self, progress: LessonProgress, host: Host) -> None:
        super().__init__(host)
        self.setWindowTitle(self.tr("Lessons"))
        page = lessons_page(progress, host.theme)
        host.theme_changed.connect(page.set_theme)
        page.opened.connect(self._open)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page, 1)
        column.addWidget(buttons)
        self.resize(*SIZE)
        page.focus_next()

    def _open(self, name: str) -> None:
        self.accept()
        self.opened.emit(name)
