"""Shares a window's width among the panel of a lesson, the picture and the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractSlider, QApplication, QSplitter, QWidget
from typing_extensions import override

from metascope.scenes.lessons import targets
from metascope.scenes.stage.host import Host
from metascope.widgets.lessons.panel import LessonPanel
from metascope.widgets.look.theme import GRID

PICTURE = 44 * GRID  # px: a picture that is less wide shows nothing
READING = 30 * GRID  # px: a panel that is less wide is tiring to read
SHARE = 2 / 7  # of the window's width that the panel may take


class Fitting(QObject):
    """Fits the panel into the first part of `beside`; where settings are to be set and there is no room for all
    three, they take the picture's place until that is done.

    Signals:
        changed: the width to share is another one.
    """

    changed = Signal()

    def __init__(self, host: Host, beside: QSplitter, panel: LessonPanel) -> None:
        super().__init__(panel)
        self._host, self._beside, self._panel = host, beside, panel
        self._dragged = False
        picture = beside.widget(0)
        assert picture is not None, "the panel comes beside something"
        self._picture: QWidget = picture
        beside.insertWidget(0, panel)
        beside.setCollapsible(0, False)
        beside.setStretchFactor(0, 0)
        beside.setStretchFactor(1, 1)
        beside.installEventFilter(self)
        beside.splitterMoved.connect(self._note_drag)

    def show(self) -> None:
        """Show the panel, as wide as its text reads well and leaves room for the picture."""
        self._panel.show()
        self._dragged = False
        self.share()

    def share(self) -> None:
        """Make the panel as wide as suits the window and the font now; where a person has dragged it, it stays."""
        if self._dragged or self._panel.isHidden() or self._picture.isHidden():
            return
        panel, whole = self._panel, self._beside.width()
        least = max(panel.minimumSizeHint().width(), READING)
        wide = max(least, min(panel.sizeHint().width(), round(SHARE * self._host.width())))
        self._beside.setSizes([wide, max(whole - wide, 1)])

    def open_settings(self) -> None:
        """Show the settings; the picture yields first where they have no room beside it: the window would grow."""
        if not self._has_settings() and self._is_narrow():
            self._show_picture(False)
        targets.show_settings(self._host)

    def make_way(self, sets: bool, done: bool) -> None:
        """Show the picture, or the settings instead of it: the step asks to set some, and is `done` or not."""
        narrow = sets and self._has_settings() and self._is_narrow()
        if narrow and done and self._is_dragged():
            return
        focus = QApplication.focusWidget()
        self._show_picture(not narrow or done)
        if narrow and done:
            self._host.docks["settings"].hide()
        if focus is not None and not focus.isVisible():
            self._panel.setFocus()  # else Qt gives the keys to the next button, which Space then presses

    def end(self) -> None:
        """Hide the panel and show the picture."""
        self._panel.hide()
        self._show_picture(True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._panel.isHidden():
            self.changed.emit()
        return False

    def _has_settings(self) -> bool:
        dock = self._host.docks["settings"]
        return not dock.isHidden() and not dock.isFloating()

    def _is_dragged(self) -> bool:
        """Return whether a person still holds a slider of the settings."""
        return any(one.isSliderDown() for one in self._host.docks["settings"].findChildren(QAbstractSlider))

    def _is_narrow(self) -> bool:
        dock, room = self._host.docks["settings"], self._host.theme.room
        needed = self._panel.minimumSizeHint().width() + room(PICTURE) + dock.minimumSizeHint().width()
        return self._host.width() < needed

    def _show_picture(self, shown: bool) -> None:
        if self._picture.isHidden() == shown:
            self._picture.setVisible(shown)
            QCoreApplication.sendPostedEvents(self._beside, QEvent.Type.LayoutRequest.value)  # what is needed now
            self.share()

    def _note_drag(self) -> None:
        self._dragged = True
