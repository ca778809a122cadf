"""What a window is worked with and its first paint does not wait for: each part is made when it is first asked for."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget
from typing_extensions import override

from metascope.scenes.kept.appearance import read_appearance
from metascope.scenes.kept.lesson_progress import LessonProgress
from metascope.scenes.kept.store import settle
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.errors import Problem, UserError
from metascope.widgets.look.theme import DARK, LIGHT, Theme, by_name
from metascope.widgets.look.translation import translate
from metascope.widgets.window.actions import ActionRegistry
from metascope.widgets.window.notice import ErrorReports

if TYPE_CHECKING:  # with these come pyqtgraph, pydantic and numpy, for none of which the first paint waits
    from metascope.scenes.desk.desk import Desk
    from metascope.scenes.desk.moments import Moments
    from metascope.scenes.files.crash_recovery import CrashRecovery
    from metascope.scenes.files.open_and_save import FileActions
    from metascope.scenes.files.workshop import Workshop
    from metascope.scenes.kept.preferences import Preferences
    from metascope.scenes.kept.recent_scenarios import RecentScenarios
    from metascope.scenes.lessons.lessons import Lessons
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.stage import Stage
    from metascope.scenes.start.calibration import Calibration
    from metascope.scenes.sweeps.sweep_windows import SweepWindows
    from metascope.simulator.engine.files.link import Linked
    from metascope.simulator.engine.files.moment import Moment
    from metascope.simulator.engine.files.presets import Preset
    from metascope.simulator.engine.lessons.lesson import Lesson


class Belongings(Host):
    """A window's runs, files, preferences and lessons; `Window` is built upon it.

    `store` keeps what lasts between starts; without it nothing is kept.

    Signals: those of `Host`, and
        changed: the set of possible actions may have changed.
        language_chosen: a person prefers another language: its code, or "system".
    """

    changed = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, store: QSettings | None) -> None:
        super().__init__()
        self.theme = theme  # as drawn: text may be larger than in the person's theme
        self.stage: Stage | None = None
        self.actions_ = ActionRegistry(theme, self)
        self.errors = ErrorReports()
        self.lesson_progress = LessonProgress(store)
        self._larger = read_appearance(store).larger_type
        self._store = store
        self._pages = QStackedWidget()
        self._middle = QSplitter()  # the pages, and a lesson beside them

    # Runs and files

    @cached_property
    def _workshop(self) -> Workshop:
        from metascope.scenes.files.workshop import Workshop

        made = Workshop(self, self._store, self._replace)
        made.desk.changed.connect(self.changed)
        made.desk.seeds_wanted.connect(lambda *wanted: self.attempt(lambda: self.sweeps.train_seeds(*wanted)))
        return made

    @abstractmethod
    def _replace(self, stage: Stage, run: Run, train: bool) -> None:
        """Put a run in the place of another one of its scenario; what else waits in the form stays there."""

    @property
    def desk(self) -> Desk:
        """The runs."""
        return self._workshop.desk

    @property
    def file_actions(self) -> FileActions:
        """What opens and saves files."""
        return self._workshop.file_actions

    @property
    def awaited(self) -> tuple[Path, ...]:
        """The files that are followed as soon as they are there."""
        return self.file_actions.follow.awaited if self._has("_workshop") else ()

    @property
    def moments(self) -> Moments:
        """What opens moments of scenarios."""
        return self._workshop.moments

    @property
    def crash_recovery(self) -> CrashRecovery | None:
        """What keeps the runs, if anything is kept between starts."""
        return self._workshop.crash_recovery

    @property
    def has_runs(self) -> bool:
        """Whether there are runs."""
        return self._has("_workshop") and bool(self.desk.tree.nodes)

    @property
    def keeps_runs(self) -> bool:
        """Whether runs are kept between starts."""
        return self._store is not None

    @override
    def open_moment(self, moment: Moment, told: str = "", preset: Preset | None = None) -> None:
        self.moments.open(moment, told, preset)

    @abstractmethod
    def open_named(self, name: str) -> None:
        """Open a shipped scenario, or the one in a file."""

    def reopen_last(self, key: int | None = None) -> None:
        """Reopen the runs of the window that was closed last, and show the one with this key, or its last one."""
        if self.crash_recovery is not None:
            self.crash_recovery.reopen_last(key)

    def _new_stage(self, run: Run) -> Stage:
        """Return a stage for a run, which ends where that cannot be made: a plug-in's scene may raise anything."""
        from metascope.scenes.stage.stage import Stage  # imports pyqtgraph, for which the first paint does not wait
        from metascope.scenes.start.durations import preparing_text

        desk = self.desk  # is made, with what watches runs, before there is a stage
        with ExitStack() as failing:
            if desk.tree.key_of(run) is None:
                failing.callback(run.end, 0.0)
            stage = Stage(run, self.theme)
            stage.notice.expected = preparing_text(run.settings.preparing_seconds, self.calibration.speed)
            failing.pop_all()
        self._serve(stage)
        return stage

    def _serve(self, stage: Stage) -> None:
        """Do what a person asks for on a stage and its run alone cannot do."""
        training, branches = stage.training, self.desk.branches
        files, restarts = self.file_actions, self._workshop.restarts
        failed = translate("Window", "The run failed.")
        training.details_requested.connect(lambda details: self.errors.report(failed, details, self))
        training.said.connect(self.say)
        training.restart_requested.connect(lambda new: restarts.restart(stage, new))
        training.train_requested.connect(lambda new: restarts.restart(stage, new, train=True))
        training.elsewhere_requested.connect(branches.go_elsewhere)
        training.file_wanted.connect(files.open_or_follow)
        stage.continue_requested.connect(branches.continue_from)
        stage.branch_requested.connect(branches.ask)
        stage.save_requested.connect(files.save_view)
        stage.failed.connect(self.tell)

    # Preferences

    @cached_property
    def _read(self) -> tuple[Preferences, tuple[Problem, ...]]:
        from metascope.scenes.kept.preferences import read_preferences

        return read_preferences(self._store)

    @property
    @override
    def preferences(self) -> Preferences:
        return self._read[0]

    @abstractmethod
    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme, with the text size of the preferences and the presentation mode."""

    def toggle_theme(self) -> None:
        """Switch between the light and the dark theme."""
        self.prefer(theme=(LIGHT if self.theme.name == DARK.name else DARK).name)

    def prefer(self, **values: object) -> None:
        """Change some of the preferences."""
        self.set_preferences(self.preferences.replaced(**values))

    def set_preferences(self, preferences: Preferences) -> None:
        """Apply the preferences and store them."""
        from metascope.scenes.kept.preferences import write_preferences

        if preferences.language != self.preferences.language:
            self.language_chosen.emit(preferences.language)
        self._read = preferences, ()
        self._larger = preferences.larger_type
        write_preferences(self._store, preferences)
        self.set_theme(by_name(preferences.theme))
        self.preferences_changed.emit(preferences)
        try:
            settle(self._store)
        except UserError as error:
            self.tell(error)

    # What the start page tells

    @cached_property
    def calibration(self) -> Calibration:
        """How fast this computer is."""
        from metascope.scenes.start.calibration import Calibration

        return Calibration(self._store, lambda: self.stage is not None, self)

    @cached_property
    def recent(self) -> RecentScenarios:
        """The scenarios opened lately."""
        from metascope.scenes.kept.recent_scenarios import RecentScenarios

        return RecentScenarios(self._store)

    # Lessons

    @cached_property
    def lessons(self) -> Lessons:
        """The lesson that is taken."""
        from metascope.scenes.lessons.lessons import Lessons

        made = Lessons(self, self.moments, self.actions_.find, self._middle, self.lesson_progress)
        made.changed.connect(self.changed)
        return made

    @property
    def takes_lesson(self) -> bool:
        """Whether a lesson is taken, or the next one offered."""
        return self._has("lessons") and self.lessons.in_sight

    @override
    def open_lesson(self, path: Path) -> None:
        self.lessons.open(path)

    @property
    @override
    def lesson_on_stage(self) -> tuple[Lesson, int] | None:
        return self.lessons.on_stage if self._has("lessons") else None

    @override
    def open_shared_lesson(self, lesson: Lesson, index: int, linked: Linked) -> None:
        self.lessons.start_shared(lesson, index, linked)

    def open_lesson_named(self, name: str) -> None:
        """Begin a lesson that comes with the program, or go on with it."""
        from metascope.simulator.engine.lessons.lesson_files import path_of  # needed only here

        self.attempt(lambda: self.open_lesson(path_of(name)))

    # Sweeps

    @cached_property
    def sweeps(self) -> SweepWindows:
        """The windows on sweeps."""
        from metascope.scenes.sweeps.sweep_windows import (
            SweepWindows,  # imports pyqtgraph, so not before the first paint
        )

        return SweepWindows(self, self.desk, self.file_actions)

    @property
    def has_sweeps(self) -> bool:
        """Whether a sweep was opened, or seeds were trained."""
        return self._has("sweeps")

    @override
    def open_sweep(self, path: Path) -> None:
        self.sweeps.open(path)

    # What concerns those that have been made

    def _has(self, name: str) -> bool:
        """Tell whether a part has been made."""
        return name in vars(self)

    def _set_theme_of_belongings(self) -> None:
        """Draw in the window's theme what has been made, and tell of it."""
        if self._has("_workshop"):
            self.desk.set_theme(self.theme)
        if self.stage is not None:
            self.stage.set_theme(self.theme)
        if self._has("lessons"):
            self.lessons.set_theme(self.theme)
        if self._has("sweeps"):
            self.sweeps.set_theme(self.theme)
        self.theme_changed.emit(self.theme)

    def _yield_to_run(self) -> None:
        """Leave the processor to a run that is about to begin."""
        if self._has("calibration"):
            self.calibration.yield_to_run()

    def _stop_belongings(self) -> None:
        """Stop what goes on beside the runs, and store what it keeps."""
        if self._has("calibration"):
            self.calibration.stop()
        if self._has("sweeps"):
            self.sweeps.close()
        if self._has("_workshop"):
            self.file_actions.close()
        if self._has("lessons"):
            self.lessons.close()

    def _end_runs(self) -> None:
        """Store what is to last of the runs, and end them."""
        if self._has("_workshop"):
            self._workshop.close()
