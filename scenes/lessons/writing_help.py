"""The dialog that tells how a lesson is written: the format, an example to save, and the names to use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from metascope.scenes.lessons.naming import gesture_text, names_of
from metascope.scenes.stage.host import Host
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.atomic import atomic_write, read_text
from metascope.simulator.engine.lessons.lesson_files import FOLDER, PAGE, parted
from metascope.widgets.lessons.manual import Manual
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID
from metascope.widgets.look.translation import lesson_text
from metascope.widgets.window.file_dialogs import ask_where_to_save

EXAMPLE = FOLDER / "example" / "my-first-lesson.json"
SIZE = (100 * GRID, 84 * GRID)
Actions = Callable[[], Iterable[tuple[str, str]]]  # ids and texts


def page_text() -> str:
    """Return the page in the person's language, with the example in it."""
    lines = [_localized(line) for line in read_text(PAGE).splitlines()]
    example = f"```\n{read_text(EXAMPLE).rstrip()}\n```"
    return "\n".join(lines).replace("[example]", example)


def _localized(line: str) -> str:
    """Return a line of the page in the person's language; the mark before a heading or an item stays."""
    mark, text = parted(line)
    return mark + lesson_text(text)


class WritingDialog(QDialog):
    """Tells how a lesson is written; it stays open beside the window.

    Signals:
        saved: the example was saved, and is to be taken: its path.
    """

    saved = Signal(object)

    def __init__(self, host: Host, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent or host)
        self._host, self._actions = host, actions
        self._listed = ""
        self.setWindowTitle(self.tr("Write a lesson"))
        self._page = Manual(self.tr("How to write it"), host.theme)
        self._names = Manual(self.tr("Names"), host.theme)
        host.theme_changed.connect(self._set_theme)  # ends with this, unlike a function
        self._page.tell(page_text())
        self._gesture = Label()
        self._gesture.setWordWrap(True)
        self._gesture.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._tabs = QTabWidget()
        self._tabs.addTab(self._page, self.tr("How to write it"))
        self._tabs.addTab(self._names_page(), self.tr("Names"))
        self._tabs.currentChanged.connect(lambda _: self._show_names())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = buttons.addButton(self.tr("Save this example and take it…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.setToolTip(self.tr("Save the example as a file of yours, and begin it in the window"))
        save.clicked.connect(self.ask_where)
        copy = buttons.addButton(self.tr("Copy the example"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setToolTip(self.tr("Copy the example to the clipboard"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(read_text(EXAMPLE)))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(buttons)
        self.resize(*SIZE)
        host.stage_opened.connect(self._take_stage)
        if host.stage is not None:
            self._take_stage(host.stage)
        self._show_names()

    def ask_where(self) -> None:
        """Ask where to save the example, save it and begin it."""
        if path := ask_where_to_save(self, EXAMPLE.stem, "json"):
            self.save_example(path)

    def save_example(self, path: Path) -> None:
        """Save the example and begin it; the window's notice says why it cannot be saved."""
        try:
            atomic_write(path, EXAMPLE.read_bytes())
        except UserError as error:
            self._host.tell(error)
            return
        self.saved.emit(path)

    def names(self) -> str:
        """Return what is listed under the names."""
        return self._names.toPlainText()

    def gesture(self) -> str:
        """Return the gesture that was made last, as it is written in a lesson."""
        return self._gesture.text()

    def _set_theme(self) -> None:
        self._page.set_theme(self._host.theme)
        self._names.set_theme(self._host.theme)

    def _names_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self._gesture)
        column.addWidget(self._names, 1)
        self._gesture.setText(self.tr("Make a gesture in the picture: it is shown here as a lesson has it."))
        return page

    def _take_stage(self, stage: Stage) -> None:
        stage.scene.changed.connect(self._note_gesture)
        stage.playback.state_changed.connect(self._show_names)  # as when it has trained for one meta-step
        self._show_names()

    def _note_gesture(self, name: str, value: object, draft: bool) -> None:
        if not draft:
            self._gesture.setText(gesture_text(name, value))

    def _show_names(self) -> None:
        """List the names, and leave the page where it is scrolled to."""
        names, bar = names_of(self._host.stage, self._actions()), self._names.verticalScrollBar()
        if names != self._listed:
            self._listed, place = names, bar.value()
            self._names.tell(names)
            bar.setValue(place)
