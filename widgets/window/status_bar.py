"""The status bar: what the run is doing, on which device, how fast, and how much memory recordings take."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStatusBar, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID, Theme

_MEGABYTE = 1 << 20


class StatusBar(QStatusBar):
    """State, device, seed, meta-steps and frames per second, memory of the recordings. Setters emit nothing.

    Messages of `showMessage` cover the state for their time; the rest stays. Where there is no room for all of it, what
    matters less is left out, and the state's tooltip tells it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = self._field(self.tr("State of the run"))  # its tooltip tells what else there is no room for
        self._job = self._field(self.tr("What the program does beside training"))
        self._device = self._field(self.tr("Training device, its threads, and the engine that trains"))
        self._seed = self._field(self.tr("Seed of all random numbers of the run"))
        self._steps = self._field(self.tr("Meta-steps per second"))
        self._frames = self._field(self.tr("Frames drawn per second"))
        self._memory = self._field(self.tr("Recording memory / limit (older frames are thinned beyond it)"))
        self._fields = (self._state, self._job, self._device, self._seed, self._steps, self._frames, self._memory)
        self.addWidget(self._state, 1)
        for field in self._fields[1:]:
            self.addPermanentWidget(field)
        self.setSizeGripEnabled(False)
        self.setMinimumHeight(3 * GRID)  # a job's progress that comes and goes does not move the picture
        self.set_theme(theme)

    def set_state(self, text: str) -> None:
        """Show what the run is doing, in words."""
        self._say(self._state, text)

    def set_job(self, text: str) -> None:
        """Show what is done beside training, or nothing."""
        self._say(self._job, text)

    def set_device(self, device: str) -> None:
        """Show what trains, such as `cpu, 1 thread, compiled`."""
        self._say(self._device, device)

    def set_seed(self, seed: int | None) -> None:
        """Show the seed, or none."""
        self._say(self._seed, "" if seed is None else self.tr("seed {seed}").format(seed=seed))

    def set_rates(self, steps: float | None, frames: float | None) -> None:
        """Show meta-steps and frames per second, a dash where there are none."""
        self._say(self._steps, self.tr("{rate} meta-steps/s").format(rate=_rate(steps)))
        self._say(self._frames, self.tr("{rate} frames/s").format(rate=_rate(frames)))

    def forget_run(self) -> None:
        """Clear what is about one run; the memory of all recordings stays."""
        for field in (self._device, self._seed, self._steps, self._frames):
            self._say(field, "")

    def set_memory(self, used: int, budget: int) -> None:
        """Show what all recordings take and may take, in bytes."""
        text = self.tr("recordings {used} / {budget} MiB")
        self._say(self._memory, text.format(used=round(used / _MEGABYTE), budget=round(budget / _MEGABYTE)))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for field in self._fields:
            field.setFont(theme.font("small"))
            field.setStyleSheet(f"color: {theme.muted};")  # a palette would not outlive the program's style sheet
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for the state alone."""
        return QSize(20 * GRID, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many fields as there is room for, those first that matter most."""
        room = self.width() - 2 * GRID
        left_out = list[str]()
        for field in (self._state, self._steps, self._device, self._memory, self._job, self._seed, self._frames):
            room -= field.sizeHint().width() + GRID
            if field is not self._state and field.isHidden() == (room >= 0):
                field.setVisible(room >= 0)
            if field.isHidden() and field.text():
                left_out.append(field.accessibleName())
        self._state.setToolTip(plain_tip("\n".join((self.tr("State of the run"), *left_out))))

    def _say(self, label: Label, text: str) -> None:
        if text != label.text():  # setting a label repaints it
            label.setText(text)
            label.setAccessibleName(": ".join((label.accessibleDescription(), text)))
            self._fit()

    def _field(self, tooltip: str) -> Label:
        label = Label()
        label.setToolTip(plain_tip(tooltip))
        label.setAccessibleDescription(tooltip)
        label.setContentsMargins(GRID, 0, GRID, 0)
        return label


def _rate(rate: float | None) -> str:
    return "–" if rate is None else number(rate, 2)
