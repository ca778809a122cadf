"""The controls of the form, one for each kind of setting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractSlider,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from metascope.simulator.engine.settings import Declaration
from metascope.simulator.engine.text import Message
from metascope.widgets.form.fields import LineEdit, NumberBox
from metascope.widgets.form.tables import TableError, read_table, written_table
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.numbers import SLIDER_STEPS, near_zero_of, scale_of, written
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID, LARGER, Theme
from metascope.widgets.look.translation import choice_text

NUMBER_WIDTH = 88  # px: eight digits and the arrows


class WheelGuard(QObject):
    """An event filter that keeps the wheel from changing controls without focus: it scrolls the area around them."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on to the parent unless the control has the focus."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class Control(QWidget):
    """Edits one setting. Abstract; made by `control_for`.

    Signals:
        edited: a person changed the value; the flag is true while the gesture or the typing goes on. Half-typed
            values of a live setting are not reported: on the way to 0.05 a rate would be 0.
        typed: a person is typing, whatever the text is.
        refused(reason): a person typed an invalid value. The nearest valid one is shown instead; text that cannot be
            read stays, and `readable` is false.
    """

    edited = Signal(bool)
    typed = Signal()
    refused = Signal(str)

    @property
    def readable(self) -> bool:
        """Whether the text shown can be read; where it cannot, the value is the last one that could."""
        return True

    def unread(self) -> str | None:
        """Return the text shown if it cannot be read."""
        return None

    def retype(self, text: str) -> None:
        """Show a text as if a person had typed it and left the field; most controls have none."""

    def mark_wrong(self, colour: str) -> None:
        """Mark what cannot be read with this colour."""

    def value(self) -> object:
        """Return the value shown, as JSON holds it."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value; emits nothing."""
        raise NotImplementedError

    def shows(self, value: object) -> bool:
        """Return whether this is the value shown."""
        return self.value() == value

    def inputs(self) -> tuple[QWidget, ...]:
        """Return the widgets that take the focus: they have the accessible name and the tooltip."""
        raise NotImplementedError

    def set_names(self, name: str, unit: str) -> None:
        """Give the inputs the accessible name of the setting with the unit of its values, "" for none."""
        for part in self.inputs():
            part.setAccessibleName(self.tr("{name}, in {unit}").format(name=name, unit=unit) if unit else name)

    def _lay_out(self, *parts: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        guard = WheelGuard(self)
        for part in parts:
            row.addWidget(part)
        for part in self.inputs():
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.installEventFilter(guard)


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


class NumberControl(Control):
    """A number with arrows, next to a slider where one helps."""

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = declared.kind == "whole"
        self._live = declared.live
        self._name = self._unit = ""
        self._scale = scale_of(declared)
        self._box = NumberBox(whole=self._whole, near_zero=near_zero_of(declared))
        self._box.setRange(
            self._box.minimum() if declared.low is None else declared.low,
            self._box.maximum() if declared.high is None else declared.high,
        )
        self._box.setFixedWidth(NUMBER_WIDTH)
        self._box.edited.connect(lambda: self._box_edited(False))
        self._box.typing.connect(self._being_typed)
        self._box.beyond.connect(self._refuse)
        self._box.unread.connect(self._refuse_text)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, SLIDER_STEPS)
        self._slider.setPageStep(SLIDER_STEPS // 10)
        self._slider.sliderMoved.connect(lambda position: self._slid(position, True))
        self._slider.sliderReleased.connect(lambda: self.edited.emit(False))
        self._slider.actionTriggered.connect(self._slider_acted)
        self._slider.setVisible(self._scale is not None)
        self._lay_out(*((self._slider, self._box) if self._scale else (self._box,)))

    @property
    @override
    def readable(self) -> bool:
        return self._box.problem is None

    @override
    def unread(self) -> str | None:
        return None if self.readable else self._box.text()

    @override
    def retype(self, text: str) -> None:
        self._box.retype(text)

    @override
    def mark_wrong(self, colour: str) -> None:
        self._box.wrong = QColor(colour)

    @override
    def set_names(self, name: str, unit: str) -> None:
        """Name the number, and the slider with its value and unit: by itself it would say a position of a thousand."""
        super().set_names(name, unit)
        self._name, self._unit = name, unit
        self._name_slider()

    def _name_slider(self) -> None:
        value = f"{written(self._box.number(), self._whole)} {self._unit}".strip()
        self._slider.setAccessibleName(self.tr("{name}: {value}").format(name=self._name, value=value))

    @property
    def has_slider(self) -> bool:
        """Whether it has a slider, and so needs a line of its own."""
        return self._scale is not None

    @override
    def value(self) -> object:
        """Return the number: an int for a whole setting, else a float."""
        number = self._box.number()
        return round(number) if self._whole else number

    @override
    def set_value(self, value: object) -> None:
        """Show a number; anything else (an optional setting's absence) keeps the old one."""
        if isinstance(value, int | float):
            self._box.show_number(value)
            self._place_slider()

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        """Return the slider, if there is one, and the number."""
        return (self._slider, self._box) if self._scale else (self._box,)

    def _being_typed(self) -> None:
        if self.readable and not self._live:
            self._box_edited(True)
        self.typed.emit()

    def _refuse_text(self, problem: Message) -> None:
        self.refused.emit(localized(problem))
        self.typed.emit()

    def _box_edited(self, draft: bool) -> None:
        self._place_slider()
        self.edited.emit(draft)

    def _place_slider(self) -> None:
        if self._scale is not None:
            self._slider.setValue(self._scale.position(self._box.number()))
        self._name_slider()

    def _slider_acted(self, action: int) -> None:
        if self._slider.isSliderDown():
            return  # sliderMoved reports it
        position = self._slider.sliderPosition()
        forwards = action in (
            QAbstractSlider.SliderAction.SliderSingleStepAdd.value,
            QAbstractSlider.SliderAction.SliderPageStepAdd.value,
        )
        self._slid(position, False, 1 if forwards else -1)

    def _slid(self, position: int, draft: bool, direction: int = 0) -> None:
        assert self._scale is not None
        number, before = self._scale.at(position), self._box.number()
        if number == before and direction and self._whole:  # a key must reach the next whole number
            number = min(max(before + direction, self._scale.low), self._scale.high)
            self._slider.setSliderPosition(self._scale.position(number))
        if number == before:
            return
        self._box.show_number(number)
        self._name_slider()
        self.edited.emit(draft)

    def _refuse(self, asked: float) -> None:
        if asked < self._box.minimum():
            text = self.tr("must be at least {low}, not {got}")
        else:
            text = self.tr("must be at most {high}, not {got}")
        low, high = written(self._box.minimum()), written(self._box.maximum())
        self.refused.emit(text.format(low=low, high=high, got=written(asked)))


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
