"""The paces of the outer clock: that of training, or that of a loop while one plays, each with the pace achieved."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.pace import Pace, PaceBox
from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.text import duration, number
from metascope.widgets.look.theme import GRID

PACES: tuple[Pace, ...] = (1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 100.0, None)  # meta-steps per second
LOOP_PACES: tuple[Pace, ...] = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, None)  # recorded frames per second


@final
class Paces(QStackedWidget):
    """Two lists of paces, of which one is seen, and what is achieved. Setters emit nothing.

    Signals:
        pace_changed: a person wants this many meta-steps a second; None is as fast as it goes.
        loop_pace_changed: a person wants this many recorded frames a second; None is as fast as it goes.
    """

    pace_changed = Signal(object)
    loop_pace_changed = Signal(object)

    def __init__(self, clocks: Clocks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._narrow = False
        self.training = PaceBox(PACES, clocks.pace, self._pace_text, short=self._short_pace)
        self.training.setToolTip(self.tr("Training speed in meta-steps per second; max: as fast as the machine can"))
        self.training.setAccessibleName(self.tr("Pace of training"))
        self.training.chosen.connect(self._choose)
        self._achieved = FittingLabel()
        self._achieved.setToolTip(self.tr("Meta-steps per second achieved, and time left until the run pauses"))
        self._loop = PaceBox(LOOP_PACES, clocks.loop_pace, self._loop_pace_text, short=self._short_pace)
        self._loop.setToolTip(self.tr("Loop speed in recorded frames per second; max: as fast as the machine can"))
        self._loop.setAccessibleName(self.tr("Pace of the loop"))
        self._loop.chosen.connect(self._choose_for_loop)
        self._loop_achieved = FittingLabel()
        self._loop_achieved.setToolTip(self.tr("Frames per second achieved"))
        self.addWidget(_beside(self.training, self._achieved))
        self.addWidget(_beside(self._loop, self._loop_achieved))
        self.set_achieved(None, 0)
        self.set_loop_achieved(None)

    def show_clocks(self) -> None:
        """Show the paces that the model has now, those of the loop while it plays."""
        for box, pace in ((self.training, self._clocks.pace), (self._loop, self._clocks.loop_pace)):
            if box.pace != pace:
                box.set_pace(pace)
        self.setCurrentIndex(int(self._clocks.outer.looping))

    def set_achieved(self, rate: float | None, left: int) -> None:
        """Show how many meta-steps per second the run makes and how long `left` of them take; None: it makes none."""
        short = full = self._rate_text(rate)
        if rate:
            time = duration(max(0, left) / rate)
            full = self.tr("{rate}, {time} left").format(rate=short, time=time)
            short = self.tr("{rate}, {time}").format(rate=short, time=time)
        self._achieved.say(full, short)

    def set_loop_achieved(self, rate: float | None) -> None:
        """Show how many frames per second the loop plays, None where it plays none."""
        self._loop_achieved.say(self._rate_text(rate), self._rate_text(rate))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what is achieved, which is told elsewhere, or show everything."""
        self._narrow = narrow
        for box, rate in ((self.training, self._achieved), (self._loop, self._loop_achieved)):
            box.set_brief(narrow)
            rate.setVisible(not narrow)

    def spare(self) -> int:
        """Return how many pixels it is wider than if it were narrow."""
        words = max(self.training.spare(), self._loop.spare())
        if self._narrow:
            return words
        rates = max(self._achieved.minimumSizeHint().width(), self._loop_achieved.minimumSizeHint().width())
        return words + rates + GRID

    def _choose(self, pace: Pace) -> None:
        self._clocks.pace = pace
        self.pace_changed.emit(pace)

    def _choose_for_loop(self, pace: Pace) -> None:
        self._clocks.loop_pace = pace
        self.loop_pace_changed.emit(pace)

    def _rate_text(self, rate: float | None) -> str:
        return self.tr("{rate}/s").format(rate=number(rate, 2)) if rate else self.tr("–/s")

    def _pace_text(self, pace: Pace) -> str:
        return self.tr("max") if pace is None else self.tr("{pace} meta-steps/s").format(pace=number(pace))

    def _short_pace(self, pace: Pace) -> str:
        return self.tr("max") if pace is None else self.tr("{rate}/s").format(rate=number(pace))

    def _loop_pace_text(self, pace: Pace) -> str:
        return self.tr("max") if pace is None else self.tr("{pace} frames/s").format(pace=number(pace))


def _beside(box: QWidget, label: FittingLabel) -> QWidget:
    """Return a list of paces with the pace achieved next to it."""
    label.reserve("00000/s", "00000/s")
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(box, 1)
    row.addWidget(label)
    return both
