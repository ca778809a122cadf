"""Defines what the window offers to its helpers: the run on the stage, the theme, and ways to report."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from metascope.simulator.engine.errors import UserError
from metascope.widgets.look.theme import Theme

if TYPE_CHECKING:
    from metascope.scenes.kept.preferences import Preferences
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.stage import Stage
    from metascope.simulator.engine.files.link import Linked
    from metascope.simulator.engine.files.moment import Moment
    from metascope.simulator.engine.files.presets import Preset
    from metascope.simulator.engine.lessons.lesson import Lesson
    from metascope.simulator.engine.settings import Settings


DockName = Literal["settings", "runs", "compare", "log", "timeline"]


class DockArea(Protocol):
    """The docks of a window, by name."""

    def put(self, name: DockName, widget: QWidget) -> None:
        """Show a widget in a dock."""

    def __getitem__(self, name: DockName) -> QDockWidget: ...


class Host(QMainWindow):
    """The main window as its helpers see it; `Window` implements it.

    Helpers import this class instead of `Window`, which imports them.

    Signals:
        stage_opened: a run is on the stage: the `Stage`.
        stage_closing: the stage is about to close: the `Stage`, still complete.
        preferences_changed: a person changed the preferences: the new `Preferences`.
        theme_changed: everything is drawn in another theme, or with other type: the `Theme`.
    """

    stage_opened = Signal(object)
    stage_closing = Signal(object)
    preferences_changed = Signal(object)
    theme_changed = Signal(object)

    theme: Theme
    stage: Stage | None
    docks: DockArea

    @property
    @abstractmethod
    def preferences(self) -> Preferences:
        """The person's preferences."""

    @abstractmethod
    def tell(self, error: UserError) -> None:
        """Show an error that the person can correct."""

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something that a person asked for and return whether it could be done; the notice says why not."""
        try:
            action()
        except UserError as error:
            self.tell(error)
            return False
        return True

    @abstractmethod
    def inform(self, text: str) -> None:
        """Show a message that stays until the person closes it."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Show a short message in the status bar."""

    @abstractmethod
    def show_run(self, run: Run) -> None:
        """Put a run on the stage."""

    @abstractmethod
    def show_gallery(self) -> None:
        """Go back to the gallery."""

    @abstractmethod
    def open_preset(self, preset: Preset, settings: Settings | None = None) -> None:
        """Open a scenario on the stage."""

    @abstractmethod
    def open_moment(self, moment: Moment, told: str = "", preset: Preset | None = None) -> None:
        """Open a moment of a scenario, which may have to be trained first, and tell what is told there.

        The scenario is that of the moment's name, or `preset`, which may have no name in the gallery.

        Raises:
            UserError: it cannot be opened.
        """

    @abstractmethod
    def open_lesson(self, path: Path) -> None:
        """Begin the lesson in a file.

        Raises:
            UserError: everything that is wrong with it.
        """

    @property
    @abstractmethod
    def lesson_on_stage(self) -> tuple[Lesson, int] | None:
        """The lesson that is taken and the index of its step, where the step's scenario is on the stage."""

    @abstractmethod
    def open_shared_lesson(self, lesson: Lesson, index: int, linked: Linked) -> None:
        """Begin a lesson at a step, with the settings and the clocks that were shared."""

    @abstractmethod
    def open_sweep(self, path: Path) -> None:
        """Show the sweep in a folder in a window of its own, while it is being filled or afterwards."""

    @abstractmethod
    def show_controls(self, every: bool = False) -> None:
        """Show the controls that the stage is to show now, or all of them."""

    @abstractmethod
    def refresh_layout(self) -> None:
        """Show the docks and the font size that the current mode needs."""
