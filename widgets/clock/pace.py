"""A drop-down list of paces, from the slowest to as fast as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.form.controls import WheelGuard
from widgets.look.combo_box import ComboBox

Pace = float | None  # events per second; None: as fast as possible


class PaceBox(ComboBox):
    """A drop-down list of paces. Setters emit nothing; without the focus it ignores the wheel.

    Signals:
        chosen: a person wants this pace: a float, or None for as fast as possible.
    """

    chosen = Signal(object)

    def __init__(
        self, paces: Iterable[Pace], chosen: Pace, text: Callable[[Pace], str], parent: QWidget | None = None
    ) -> None:
        """Make a list of `paces`, ascending, None last; `text` returns the entry for a pace."""
        super().__init__(parent)
        self._text = text
        for pace in paces:
            self.addItem(text(pace), pace or 0.0)
        self.set_pace(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(WheelGuard(self))
        self.activated.connect(lambda: self.chosen.emit(self.pace))

    @property
    def pace(self) -> Pace:
        """The pace chosen."""
        return float(self.currentData()) or None

    def set_pace(self, pace: Pace) -> None:
        """Show a pace; one that is not listed is inserted in order."""
        value = pace or 0.0
        if self.findData(value) < 0:
            listed = [float(self.itemData(index)) for index in range(self.count())]
            place = next((index for index, other in enumerate(listed) if other == 0 or other > value), len(listed))
            self.insertItem(place, self._text(pace), value)
        self.setCurrentIndex(self.findData(value))
