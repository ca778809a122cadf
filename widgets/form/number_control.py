"""Edits a number of the form: a field with arrows, and a slider where one helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractSlider, QSlider, QWidget
from typing_extensions import override

from metascope.simulator.engine.settings import Declaration
from metascope.simulator.engine.text import Message
from metascope.widgets.form.control import Control
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.look.numbers import SLIDER_STEPS, near_zero_of, scale_of, written
from metascope.widgets.look.text import localized

NUMBER_WIDTH = 88  # px: eight digits and the arrows


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
