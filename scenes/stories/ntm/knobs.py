"""Lets a person try other parameters of a head with sliders."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QToolButton, QWidget

from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID
from metascope.widgets.look.translation import translate

STEPS = 1000  # of a slider


@dataclass(frozen=True)
class Reach:
    """A slider's range; `root` gives small values more room: value = low + (high - low) share^root."""

    symbol: str
    low: float
    high: float
    root: float = 1.0

    def value(self, position: int) -> float:
        """Return the value at a slider's position."""
        return self.low + (self.high - self.low) * float((position / STEPS) ** self.root)

    def position(self, value: float) -> int:
        """Return the slider's position for a value, limited to its ends."""
        share = (value - self.low) / (self.high - self.low)
        return round(STEPS * float(min(max(share, 0.0), 1.0) ** (1 / self.root)))


REACHES = {
    "strength": Reach("β", 0.0, 100.0, 3.0),
    "gate": Reach("g", 0.0, 1.0),
    "shift": Reach("s", -1.0, 1.0),
    "sharpness": Reach("γ", 1.0, 41.0, 3.0),
}


class Knobs(QWidget):
    """A slider per parameter, below its symbol and value, and a button that resets all of them.

    Signals:
        pushed: a person moved a slider: its name and value.
        let_go: a person wants the real values again.
    """

    pushed = Signal(str, float)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels = {name: FittingLabel() for name in REACHES}
        self._sliders = {name: QSlider(Qt.Orientation.Horizontal) for name in REACHES}
        self._release = QToolButton()
        self._lay_out()

    def show_values(self, values: dict[str, float], changed: frozenset[str]) -> None:
        """Show these values; those that are not the head's own are bold."""
        for name, value in values.items():
            label = self._labels[name]
            symbol, told = REACHES[name].symbol, short(value)
            label.say(self.tr("{symbol} = {value}").format(symbol=symbol, value=told), f"{symbol} {told}")
            if label.font().bold() != (name in changed):
                font = label.font()
                font.setBold(name in changed)
                label.setFont(font)
            slider = self._sliders[name]
            if not slider.isSliderDown():
                slider.setValue(REACHES[name].position(value))
        self._release.setEnabled(bool(changed))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID, 0, GRID, GRID // 2)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(0)
        told = _told()
        for column, (name, slider) in enumerate(self._sliders.items()):
            slider.setRange(0, STEPS)
            slider.setPageStep(STEPS // 10)
            slider.setSingleStep(STEPS // 100)
            slider.setMinimumWidth(5 * GRID)
            slider.setToolTip(plain_tip(told[name]))
            slider.setAccessibleName(told[name])
            slider.actionTriggered.connect(partial(self._push, name))
            self._labels[name].setToolTip(plain_tip(told[name]))
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(slider, 1, column)
            grid.setColumnStretch(column, 1)
        self._release.setText(self.tr("Reset"))
        self._release.setToolTip(self.tr("Reset all sliders to the head's own parameters"))
        self._release.setAccessibleName(self.tr("Reset the head's parameters"))
        self._release.setProperty("small", True)
        self._release.setEnabled(False)
        self._release.clicked.connect(lambda: self.let_go.emit())
        grid.addWidget(self._release, 0, len(self._sliders), 2, 1)

    def _push(self, name: str, action: int) -> None:
        value = REACHES[name].value(self._sliders[name].sliderPosition())
        if math.isfinite(value):
            self.pushed.emit(name, value)


def short(value: float) -> str:
    """Return a number with three digits and at most two decimals."""
    return number(round(value, 2) + 0.0, 3)


def _told() -> dict[str, str]:
    return {
        "strength": translate("Knobs", "Key strength β: how much the most similar row stands out"),
        "gate": translate("Knobs", "Interpolation gate g: 1 addresses by content, 0 continues from the previous place"),
        "shift": translate("Knobs", "Shift s: by −1, 0 or +1 location, or split between two of them"),
        "sharpness": translate("Knobs", "Sharpness γ: how much the weighting is sharpened after the shift"),
    }
