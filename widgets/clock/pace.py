"""A drop-down list of paces, from the slowest to as fast as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.widgets.form.control import WheelGuard
from metascope.widgets.look.combo_box import ComboBox

Pace = float | None  # events per second; None: as fast as possible


class PaceBox(ComboBox):
    """A drop-down list of paces, brief where there is little room. Setters emit nothing; without the focus it ignores
    the wheel.

    Signals:
        chosen: a person wants this pace: a float, or None for as fast as possible.
    """

    chosen = Signal(object)

    def __init__(
        self,
        paces: Iterable[Pace],
        chosen: Pace,
        text: Callable[[Pace], str],
        parent: QWidget | None = None,
        *,
        short: Callable[[Pace], str] | None = None,
    ) -> None:
        """Make a list of `paces`, ascending, None last; `text` returns the entry for a pace, `short` a brief one."""
        super().__init__(parent)
        self._text, self._full, self._short = text, text, short or text
        self._spare: int | None = None  # as it was measured last
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        for pace in paces:
            self.addItem(text(pace), pace or 0.0)
        self.set_pace(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(WheelGuard(self))
        self.activated.connect(lambda: self.chosen.emit(self.pace))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()  # which Qt measures again for other texts, unlike its own minimum

    @property
    def pace(self) -> Pace:
        """The pace chosen."""
        return float(self.currentData()) or None

    def set_brief(self, brief: bool) -> None:
        """Show entries in fewer words, or in full."""
        text = self._short if brief else self._full
        if text == self._text:
            return
        self._text, self._spare = text, None
        for index in range(self.count()):
            self.setItemText(index, text(float(self.itemData(index)) or None))

    def spare(self) -> int:
        """Return how many pixels it is wider than if it were brief."""
        if self._spare is None:
            self._spare = self._measured_spare()
        return self._spare

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._spare = None

    def _measured_spare(self) -> int:
        paces = [float(self.itemData(index)) or None for index in range(self.count())]
        now, brief = (
            max(map(self.fontMetrics().horizontalAdvance, map(text, paces))) for text in (self._text, self._short)
        )
        return now - brief

    def set_pace(self, pace: Pace) -> None:
        """Show a pace; one that is not listed is inserted in order."""
        value = pace or 0.0
        if self.findData(value) < 0:
            listed = [float(self.itemData(index)) for index in range(self.count())]
            place = next((index for index, other in enumerate(listed) if other == 0 or other > value), len(listed))
            self.insertItem(place, self._text(pace), value)
            self._spare = None
        self.setCurrentIndex(self.findData(value))
