"""The controls of the form, one for each kind of setting."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QMenu, QToolButton, QWidget
from typing_extensions import override

from metascope.simulator.engine.settings import Declaration
from metascope.widgets.form.control import Control
from metascope.widgets.form.fields import LineEdit
from metascope.widgets.form.number_control import NumberControl
from metascope.widgets.form.tables import TableError, read_table, written_table
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.theme import GRID, LARGER, Theme
from metascope.widgets.look.translation import choice_text


class FlagControl(Control):
    """A check box, which shows the setting's title itself."""

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox(declared.title)
        self._box.clicked.connect(lambda: self.edited.emit(False))
        self._lay_out(self._box)

    @override
    def value(self) -> object:
        return self._box.isChecked()

    @override
    def set_value(self, value: object) -> None:
        self._box.setChecked(bool(value))

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self._box,)


class ChoiceControl(Control):
    """A list to choose one value from."""

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = declared.choices
        self._box = ComboBox()
        self._box.addItems([choice_text(choice) for choice in declared.choices])
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.activated.connect(lambda: self.edited.emit(False))
        self._lay_out(self._box)

    @override
    def value(self) -> object:
        return self._choices[self._box.currentIndex()]

    def widest(self, theme: Theme) -> int:
        """Return the width that the longest choice needs, also in larger text."""
        metrics = QFontMetrics(theme.scaled(LARGER / theme.font_scale).font("body"))
        longest = max(metrics.horizontalAdvance(self._box.itemText(at)) for at in range(self._box.count()))
        return longest + 5 * GRID

    @override
    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered is ignored."""
        if value in self._choices:
            self._box.setCurrentIndex(self._choices.index(value))

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self._box,)


class TableControl(Control):
    """Rows of numbers in one line: "1, 2, 30; 3, 4, 60"; a setting that is a single row has no semicolon."""

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        default = declared.default
        self._flat = isinstance(default, list) and bool(default) and not isinstance(default[0], list)
        self._table: object = default
        self._readable = True
        self._edit = LineEdit()
        self._edit.setPlaceholderText(self.tr("0, 0") if self._flat else self.tr("empty: chosen by the program"))
        if not declared.live:
            self._edit.textEdited.connect(lambda: self._read(True))
        self._edit.textEdited.connect(self._being_typed)
        self._edit.editingFinished.connect(self._finish_typing)
        self._lay_out(self._edit)

    @property
    @override
    def readable(self) -> bool:
        return self._readable

    @override
    def unread(self) -> str | None:
        return None if self._readable else self._edit.text()

    @override
    def retype(self, text: str) -> None:
        self._edit.setText(text)
        self._readable = False  # until it is found that it can be read
        self._read(False)

    @override
    def mark_wrong(self, colour: str) -> None:
        self._edit.wrong = QColor(colour)

    @override
    def value(self) -> object:
        """Return a list of numbers, or a list of rows of numbers: the last that could be read."""
        return self._table

    @override
    def set_value(self, value: object) -> None:
        self._table = value
        self._set_readable(True)
        self._edit.setText(written_table(value))
        self._edit.setModified(False)

    @override
    def shows(self, value: object) -> bool:
        return value == self._table and self._edit.text() == written_table(value)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self._edit,)

    def _finish_typing(self) -> None:
        if self._edit.isModified():
            self._edit.setModified(False)
            self._read(False)

    def _being_typed(self) -> None:
        try:
            read_table(self._edit.text(), self._flat)
            self._set_readable(True)
        except TableError:
            self._readable = False  # marked when the typing is finished
        self.typed.emit()

    def _set_readable(self, readable: bool) -> None:
        self._readable = readable
        self._edit.set_wrong(not readable)

    def _read(self, draft: bool) -> None:
        try:
            self._table = read_table(self._edit.text(), self._flat)
            self._set_readable(True)
        except TableError as error:
            if not draft:
                self._set_readable(False)
                self.refused.emit(
                    self.tr("must be numbers such as {example}, not {got}").format(
                        example="1, -2" if self._flat else "1, -2; 3, 4", got=error
                    )
                )
                self.typed.emit()
            return
        self.edited.emit(draft)


class FolderControl(Control):
    """The path of a folder, or of a file such as a zip: typed, or chosen in a dialog behind a button."""

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = declared.title
        self._edit = LineEdit()
        self._edit.setPlaceholderText(self.tr("no folder"))
        if not declared.live:
            self._edit.textEdited.connect(lambda: self.edited.emit(True))
        self._edit.editingFinished.connect(self._finish_typing)
        self._choose = QToolButton(self)
        self._choose.setText("…")
        self._choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._choose)
        menu.addAction(self.tr("Folder…"), self._ask)
        menu.addAction(self.tr("File, such as a zip…"), self._ask_for_file)
        self._choose.setMenu(menu)
        self._lay_out(self._edit, self._choose)

    @override
    def value(self) -> object:
        return self._edit.text()

    @override
    def set_value(self, value: object) -> None:
        """Show a path; anything else keeps the old one."""
        if isinstance(value, str):
            self._edit.setText(value)
            self._edit.setModified(False)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self._edit, self._choose)

    def _finish_typing(self) -> None:
        if self._edit.isModified():
            self._edit.setModified(False)
            self.edited.emit(False)

    def _ask(self) -> None:
        self._take(QFileDialog.getExistingDirectory(self, self._title, self._edit.text()))

    def _ask_for_file(self) -> None:
        self._take(QFileDialog.getOpenFileName(self, self._title, self._edit.text())[0])

    def _take(self, chosen: str) -> None:
        if chosen and chosen != self._edit.text():
            self.set_value(chosen)
            self.edited.emit(False)


def control_for(declared: Declaration) -> Control:
    """Return the control that suits a setting's kind, showing its default."""
    kinds: dict[str, type[FlagControl | ChoiceControl | NumberControl | TableControl | FolderControl]] = {
        "flag": FlagControl,
        "choice": ChoiceControl,
        "whole": NumberControl,
        "real": NumberControl,
        "table": TableControl,
        "folder": FolderControl,
    }
    control = kinds[declared.kind](declared)
    control.set_value(declared.default)
    return control
