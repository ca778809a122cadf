"""Puts a new window in the place of another one, with its runs where they are: a window makes its texts once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from metascope.scenes.kept.start_warnings import missing_typeface
from metascope.scenes.shell.window import Window
from metascope.widgets.look.theme import Theme, by_name

if TYPE_CHECKING:  # imports pydantic and numpy, for which the first paint does not wait
    from metascope.simulator.engine.files.presets import Preset

    Make = Callable[[Theme, Preset | str | None, QSettings | None, Path | None], Window]


class Succession(QObject):
    """The window on the screen; another one takes its place where a person chooses another language.

    Example:
        shown = Succession(window, store, new_window, lambda language: set_language(app, language))
        shown.window.show()

    Signals:
        changed: another window is on the screen.
    """

    changed = Signal()

    def __init__(self, window: Window, store: QSettings | None, make: Make, speak: Callable[[str], object]) -> None:
        """Follow `window`; `make` makes its successors, once `speak` has chosen the language."""
        super().__init__()
        self.window = window
        self._store, self._make, self._speak = store, make, speak
        self._asked = ""  # the language to change to
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the dialog in which it was chosen has closed
        self._soon.timeout.connect(self._change)
        window.language_chosen.connect(self._ask)

    def _ask(self, language: str) -> None:
        self._asked = language
        self._soon.start()

    def _change(self) -> None:
        self._speak(self._asked)
        before = self.window
        self.window = succeed(before, self._make, self._store)
        self.window.language_chosen.connect(self._ask)
        before.close()
        before.deleteLater()
        self.changed.emit()


def succeed(old: Window, make: Make, store: QSettings | None) -> Window:
    """Return a window that is shown in the place of another one, which is left without runs, to be closed.

    What trains goes on; both clocks, the views, a lesson, what waits in the form and can be undone, the layout and the
    log stay.
    """
    from metascope.scenes.stage.whereabouts import Whereabouts  # imports pyqtgraph, so not before the first paint

    taken = old.lessons.hand_over() if old.takes_lesson else None
    presented = old.presentation.leave()
    layout, stage = old.docks.layout_kept(), old.stage
    place = None if stage is None else Whereabouts.of(stage)
    preset, path = old.waiting
    old.log_bridge.close()
    new = make(by_name(old.theme.name), preset, store, path)
    new.opening_linked, new.follows_first = old.opening_linked, old.follows_first
    new.log_view.add(old.log_view.lines)
    new.docks.restore(layout)
    new.desk.take_over(old.desk)
    if old.has_sweeps:
        new.sweeps.take_over(old.sweeps)
    if new.crash_recovery is not None and old.crash_recovery is not None:
        new.crash_recovery.take_over(old.crash_recovery)
    if not old.opening:
        new.open_nothing()
    for awaited in old.awaited:
        new.file_actions.follow_path(awaited)
    if stage is not None and place is not None:
        old.let_go()
        new.show_run(stage.run)
        if new.stage is not None:
            if place.everything:
                new.show_controls(every=True)
            place.go_to(new.stage)
    elif not old.opening:
        new.show_gallery()
    new.refresh_layout()
    new.show()
    if presented:
        new.presentation.enter()
    if taken is not None:
        new.lessons.take_over(taken)
    if lacking := missing_typeface():
        new.inform(lacking)
    new.kernel_preparation.start()
    new.calibration.start()
    return new
