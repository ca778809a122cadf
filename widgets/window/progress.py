"""The progress of a background job in the status bar: how far it is, the time left, and a button to cancel it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme


class JobProgress(QWidget):
    """A bar, the time left and a button. Setters emit nothing.

    Signals:
        cancelled: a person cancelled the job.
    """

    cancelled = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None, *, cancel: str = "") -> None:
        """Show no progress yet of the job `name`; `cancel` says what the button does, if not the usual."""
        super().__init__(parent)
        self._name, self._left, self._bar, self._cancel = Label(name), Label(), QProgressBar(), QToolButton()
        self._bar.setFixedWidth(16 * GRID)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(GRID)
        self._bar.setAccessibleName(name)
        self._cancel.setProperty("flat", True)
        self._cancel.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._cancel.setToolTip(plain_tip(cancel or self.tr("Cancel and delete the partial file")))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._cancel.clicked.connect(lambda: self.cancelled.emit())
        row = QHBoxLayout(self)
        self._cancel.setProperty("small", True)  # a status bar that grew would move the picture
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID)
        for part in (self._name, self._bar, self._left, self._cancel):
            row.addWidget(part)
        self.set_theme(theme)

    def show_progress(self, done: int, total: int, seconds_left: float, told: str = "") -> None:
        """Show how many parts are done, and about how long the rest takes; a total of 0 means unknown.

        Before the first part is done nobody knows how long, and nothing is said of it. The tooltip says `told`, or
        counts frames.
        """
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        minutes, seconds = divmod(round(seconds_left), 60)
        text = self.tr("{minutes}:{seconds:02d} left").format(minutes=minutes, seconds=seconds)
        self._left.setText(text if done or seconds_left else "")
        self.setToolTip(plain_tip(told or self.tr("{done} of {total} frames").format(done=done, total=total)))

    def show_busy(self) -> None:
        """Show that the job goes on, for nobody knows how long; it leaves nothing behind where it is cancelled."""
        self._bar.setRange(0, 0)
        self._cancel.setToolTip(self.tr("Cancel"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._cancel.setIcon(icon("close", theme))
        for label in (self._name, self._left):
            label.setFont(theme.font("small"))
            label.setStyleSheet(f"color: {theme.muted};")  # a palette would not outlive the program's style sheet
