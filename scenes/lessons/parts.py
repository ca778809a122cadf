"""What a lesson puts into a window: its panel beside the picture, the veil over the rest, the keys that answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter

from metascope.scenes.lessons.fitting import Fitting
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.lessons.action_parsing import MOST_CHOICES
from metascope.widgets.lessons.dimming import Dimmer, Lit
from metascope.widgets.lessons.panel import LessonPanel
from metascope.widgets.look.theme import Theme
from metascope.widgets.window.notice import Notice


class LessonParts(QObject):
    """The panel, the veil and the keys. They are there from the first lesson on, and out of sight between lessons.

    Signals:
        answered: a digit was pressed: the index of a choice.
        resized: the width that panel, picture and settings share is another one.
    """

    answered = Signal(int)
    resized = Signal()

    def __init__(self, host: Host, beside: QSplitter, parent: QObject) -> None:
        """Make the parts; the panel becomes the first part of `beside`."""
        super().__init__(parent)
        self.panel = LessonPanel(host.theme)
        self._dimmer = Dimmer(host, host.theme)
        self._notices = host.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.fitting = Fitting(host, beside, self.panel)
        self.fitting.changed.connect(self.resized)
        self._digits: list[QShortcut] = []
        for index in range(MOST_CHOICES):
            shortcut = QShortcut(QKeySequence(str(index + 1)), host)
            shortcut.setEnabled(False)
            shortcut.activated.connect(partial(self.answered.emit, index))
            self._digits.append(shortcut)

    @property
    def rings(self) -> int:
        """How many things are lit now."""
        return len(self._dimmer.rings)

    def light(self, lit: Sequence[Lit]) -> None:
        """Dim everything but this, the panel and the window's notice; nothing where nothing is lit."""
        self._dimmer.light(lit, (Lit(self.panel), *map(Lit, self._notices)))

    def follow(self) -> None:
        """Let the veil follow what has moved."""
        self._dimmer.refresh()

    def offer(self, choices: int) -> None:
        """Let the digits choose one of so many choices."""
        for index, shortcut in enumerate(self._digits):
            shortcut.setEnabled(index < choices)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.panel.set_theme(theme)
        self.fitting.share()
        self._dimmer.set_theme(theme)

    def end(self) -> None:
        """Put everything out of sight."""
        self.offer(0)
        self.light(())
        self.panel.ask_leave(False)
        self.fitting.end()
