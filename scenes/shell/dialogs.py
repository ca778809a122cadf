"""Shows the window's dialogs: command palette, preferences, cheat sheet and about; none of them is modal.

Each is imported when it is shown, as no window waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from metascope.widgets.look.plain import MessageBox
from metascope.widgets.look.theme import GRID
from metascope.widgets.look.translation import translate

if TYPE_CHECKING:
    from metascope.scenes.shell.window import Window
    from metascope.scenes.stage.stage import Stage

_GONE = Qt.WidgetAttribute.WA_DeleteOnClose


def show_palette(window: Window) -> None:
    """Show the command palette: everything that can be done, opened or set."""
    from metascope.scenes.shell import palette_entries
    from metascope.widgets.window.palette import Palette

    palette = Palette(palette_entries.entries(window), window.theme, window)
    palette.setAttribute(_GONE)
    palette.chosen.connect(lambda id: palette_entries.choose(window, id))
    palette.move(window.mapToGlobal(QPoint((window.width() - palette.width()) // 2, 4 * GRID)))
    palette.show()
    palette.activateWindow()


def show_preferences(window: Window) -> None:
    """Show the preferences."""
    from metascope.scenes.kept.preferences import autosave_folder
    from metascope.scenes.shell.preferences_dialog import PreferencesDialog

    dialog = PreferencesDialog(window.preferences, autosave_folder(), window.theme, window)
    dialog.setAttribute(_GONE)
    dialog.chosen.connect(window.set_preferences)
    dialog.show()


def show_cheat_sheet(window: Window) -> None:
    """Show every key and gesture."""
    from metascope.widgets.window.cheat_sheet import CheatSheet

    gestures = window.stage.scene.words().gestures if window.stage is not None else ()
    sheet = CheatSheet(window.actions_.rows(), gestures, window.theme, window)
    sheet.setAttribute(_GONE)
    sheet.show()


def show_speed(window: Window, stage: Stage) -> None:
    """Measure reference and compiled kernels on the open scenario, and show it."""
    from metascope.scenes.shell.speed_dialog import SpeedDialog

    dialog = SpeedDialog(stage.run, window)
    dialog.setAttribute(_GONE)
    dialog.show()


def show_lessons(window: Window) -> None:
    """Show the lessons, and how far each is done."""
    from metascope.scenes.lessons.listing import LessonsDialog  # needed only here

    dialog = LessonsDialog(window.lesson_progress, window)
    dialog.setAttribute(_GONE)
    dialog.opened.connect(window.open_lesson_named)
    dialog.show()


def show_writing(window: Window) -> None:
    """Show how to write a lesson."""
    from metascope.scenes.lessons.writing_help import WritingDialog  # needed only here

    dialog = WritingDialog(window, lambda: [(row.id, row.text) for row in window.actions_.entries()])
    dialog.setAttribute(_GONE)
    dialog.saved.connect(window.open_path)
    dialog.saved.connect(lambda _: window.activateWindow())  # the lesson's keys are this window's
    dialog.show()


def show_about(window: Window) -> None:
    """Show version and licence, and those of the libraries."""
    from metascope.simulator.engine.cli.licences import licences
    from metascope.simulator.engine.version import version

    text = translate("Dialogs", "Metascope {version}: a desktop laboratory for meta-learning. MIT licence.")
    box = MessageBox(window)
    box.setWindowTitle(translate("Dialogs", "About Metascope"))
    box.setText(text.format(version=version()))
    made = translate("Dialogs", "It is made with these libraries, which keep their own licences:\n{libraries}")
    lines = (f"{name}: {licence}" for name, licence in licences().items())
    box.setInformativeText(made.format(libraries="\n".join(lines)))
    box.setAttribute(_GONE)
    box.open()
