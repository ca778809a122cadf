"""Builds the main window: the gallery or the stage of one run, the docks around it, and what the actions do."""

from __future__ import annotations

import logging
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from metascope.scenes.kept.start_warnings import lines, start_warnings
from metascope.scenes.shell.belongings import Belongings
from metascope.scenes.shell.docks import Docks, Mode, restore_layout, write_layout
from metascope.scenes.shell.first_opening import IMPORTS, FirstOpening, load_stories
from metascope.scenes.shell.kernel_preparation import KernelPreparation
from metascope.scenes.shell.log_bridge import LogBridge
from metascope.scenes.stage.host import DockName
from metascope.scenes.stage.presentation import SCALE, Presentation
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.running.collecting import collect
from metascope.widgets.look.theme import GRID, LARGER, Theme
from metascope.widgets.look.translation import preset_text
from metascope.widgets.window.drops import DropTarget
from metascope.widgets.window.log_view import LogView
from metascope.widgets.window.notice import Level, Notice
from metascope.widgets.window.status_bar import StatusBar

if TYPE_CHECKING:  # with these come pyqtgraph, pydantic and numpy, for none of which the first paint waits
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.stage import Stage
    from metascope.scenes.start.start_page import StartPage
    from metascope.simulator.engine.files.link import Linked
    from metascope.simulator.engine.files.presets import Preset
    from metascope.simulator.engine.settings import Settings

SIZE = (1280, 800)
FRAME = (2 * GRID, 5 * GRID)  # width and height that the desktop adds around a window
MESSAGE = 5000  # ms that a message stays in the status bar
log = logging.getLogger("metascope")


class Window(Belongings):
    """Gallery or stage, docks, a menu bar and a status bar. One stage at a time.

    It is painted before anything heavy is imported: gallery, runs, files and preferences are made when they are first
    asked for. Signals and `store`: those of `Belongings`.
    """

    def __init__(
        self,
        theme: Theme,
        preset: Preset | str | None = None,
        store: QSettings | None = None,
        path: Path | None = None,
    ) -> None:
        """Make a window that opens `preset`, which may be a shipped one's name, or the file at `path` once painted."""
        super().__init__(theme, store)
        self.docks: Docks = Docks(self, theme)
        self.presentation = Presentation(self)
        self._looks = theme  # the person's theme
        self.follows_first = False  # the file that it opens with is followed
        self.opening_linked: Linked | None = None  # what is said beside the scenario that the window opens with
        self._closed = False
        self._opening = FirstOpening(preset, path, self._try_preset, self._open_first, self)
        self._opening.done.connect(self._opened)
        self._notice = Notice(theme)
        self._status = StatusBar(theme)
        self.log_view = LogView(theme)
        self.log_bridge = LogBridge(self.log_view, self)
        self._drops = DropTarget(self, lambda paths, text: self.file_actions.hint(paths, text), theme)
        self.kernel_preparation = KernelPreparation(self)
        self._misplaced: tuple[Problem, ...] = ()  # what of the kept layout cannot be used
        self._fill()

    # What is opened

    @cached_property
    def start_page(self) -> StartPage:
        """What a person can begin with."""
        from metascope.scenes.shell.entrance import start_page

        made = start_page(self, self._store)
        self._pages.addWidget(made)
        return made

    @override
    def open_named(self, name: str) -> None:
        self._try_preset(name)

    def open_path(self, path: Path) -> bool:
        """Open a preset, session or weights file and return whether that succeeded; the notice says why not."""
        return self.file_actions.open_path(path)

    def _open_first(self, path: Path) -> bool:
        return self.file_actions.follow_path(path) if self.follows_first else self.open_path(path)

    @override
    def open_preset(self, preset: Preset, settings: Settings | None = None) -> None:
        from metascope.scenes.runs.run import start_run

        self._yield_to_run()
        self.show_run(start_run(preset, settings or preset.settings, self.preferences.torch_threads))
        self.recent.add(preset.name)

    def find_scenario(self) -> None:
        """Let the person type what scenario they look for, on the start page."""
        if self.stage is None and not self.opening:
            self.start_page.focus_search()

    @override
    def show_run(self, run: Run) -> None:
        """Put a run on the stage; the previous one pauses, and stays in the list of runs if it was trained.

        Raises:
            UserError: a plug-in's scene cannot be built; the run that was there goes on.
        """
        stage = self._new_stage(run)
        self._drop_stage()
        self.stage = stage
        stage.looked.connect(self._show_status)
        stage.playback.prepared.connect(lambda: log.info("%s", self.tr("ready to train")))
        stage.steering.undo.indexChanged.connect(self.changed)
        self._pages.addWidget(stage)
        self._pages.setCurrentWidget(stage)
        self.docks.put("settings", stage.form)
        self.docks.put("timeline", stage.timeline)
        self.show_controls()
        self.setWindowTitle(self.tr("{title} – Metascope").format(title=preset_text(run.preset.title)))
        self._notice.clear()
        self._show_status()
        stage.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        log.info("%s", self.tr("On the stage: {title}").format(title=preset_text(run.preset.title)))
        self.desk.enter(stage)
        self.stage_opened.emit(stage)
        if self._opening.take_training():
            stage.training.train()

    @property
    def opening(self) -> bool:
        """Whether a scenario or a file waits to be opened."""
        return self._opening.waits

    @property
    def waiting(self) -> tuple[Preset | str | None, Path | None]:
        """The scenario or the file that waits to be opened."""
        return self._opening.waiting

    def open_nothing(self) -> None:
        """Go on with what another window has shown: nothing is opened, offered or told after the first paint."""
        self._opening.skip()

    def let_go(self) -> None:
        """Show no run any more, which goes on elsewhere as it is."""
        stage = self._take_stage()
        if stage is not None:
            stage.let_go()
            stage.deleteLater()

    def toggle_play(self) -> None:
        """Train or pause; where a scenario is still being opened, let it train then, or no longer."""
        if self.stage is not None:
            self.stage.training.toggle_play()
        elif self.opening:
            self._opening.toggle_training()

    @override
    def show_gallery(self) -> None:
        self._drop_stage()
        self.desk.forget_untouched()
        self._notice.clear_information()
        self.start_page.offer_back(self.has_runs)
        self.start_page.refresh()
        self._pages.setCurrentWidget(self.start_page)
        self.refresh_layout()
        self.start_page.focus_first()
        self.setWindowTitle(self.tr("Metascope"))
        self._status.set_state(self.tr("Choose a scenario"))
        self._status.forget_run()
        self.changed.emit()

    # How it looks

    @override
    def set_theme(self, theme: Theme) -> None:
        self._looks = theme
        scale = (LARGER if self._larger else 1.0) * (SCALE if self.presentation.on else 1.0)
        self.theme = theme if scale == 1.0 else theme.scaled(scale)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window needs an application"
        self.theme.apply(app)
        for part in (self.actions_, self.docks, self._drops, self._notice, self._status, self.log_view):
            part.set_theme(self.theme)
        if self._has("start_page"):
            self.start_page.set_theme(self.theme)
        self._set_theme_of_belongings()

    @override
    def refresh_layout(self) -> None:
        mode: Mode = "nothing" if self.stage is None else "timeline" if self.presentation.on else "everything"
        if mode == "everything":
            self.set_theme(self._looks)  # before the docks: with the larger text they would widen the window
            self.docks.show(mode)
        else:
            self.docks.show(mode)
            self.set_theme(self._looks)

    @override
    def show_controls(self, every: bool = False) -> None:
        if self.stage is None:
            return
        if every:
            self.stage.show_controls(None)
        withheld: set[DockName] = set() if self.stage.has_settings else {"settings"}
        if not self.stage.shows("runs"):
            withheld |= {"runs", "compare"}
        self.docks.withhold(withheld)
        self.docks.show("timeline" if self.presentation.on else "everything")
        self.changed.emit()

    def go_back(self) -> None:
        """Leave the first of these that is on: a notice, an enlarged view, presentation, a marked range, a lesson."""
        if self._notice.dismiss() or (self.stage is not None and self.stage.dismiss_notice()):
            return
        if self.stage is not None and self.stage.enlarger.shrink():
            return
        if self.presentation.leave():
            return
        if self.stage is not None and self.stage.timeline.clocks.outer.span is not None:
            self.stage.timeline.outer_clock.mark(None)
        elif self.takes_lesson:
            self.lessons.ask_leave()

    def reset_layout(self) -> None:
        """Reset the docks to the default layout, also in the store."""
        self.docks.reset()
        write_layout(self._store, None)
        self.changed.emit()

    # Messages

    def report(self, message: str, details: str) -> None:
        """Show an unexpected error, each distinct one once."""
        if self.errors.report(message, details, self) is not None:
            log.error("%s\n%s", message, details)

    @override
    def tell(self, error: UserError) -> None:
        self._tell("failure", lines(error.problems))

    @override
    def inform(self, text: str) -> None:
        self._tell("info", text)

    @override
    def say(self, text: str) -> None:
        self._status.showMessage(text, MESSAGE)

    # Inside

    def _tell_of_kernels(self, reason: str) -> None:
        text = self.tr(
            "Compiled kernels may be missing here ({reason}): runs without them train by their slower reference."
        )
        self.inform(text.format(reason=reason))

    def _fill(self) -> None:
        self._drops.dropped.connect(lambda paths: self.file_actions.drop(paths))
        self._drops.text_dropped.connect(lambda text: self.file_actions.drop_text(text))
        self.kernel_preparation.told.connect(self._status.set_job)
        self.kernel_preparation.failed.connect(self._tell_of_kernels)
        self._pages.addWidget(self._opening.page)
        self._middle.addWidget(self._pages)
        self._middle.setChildrenCollapsible(False)
        self.setCentralWidget(self._middle)
        self.setStatusBar(self._status)
        self._notice.setParent(self)
        self._notice.clear()
        self._status.set_state(self.tr("Getting ready…"))
        self.setWindowTitle(self.tr("Metascope"))
        self.docks.put("log", self.log_view)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(*FRAME)))
        self._misplaced = restore_layout(self.docks, self._store)
        self.changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._opening.begin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice at the top of the page, and docks at the sides only where there is room for them."""
        super().resizeEvent(event)
        self.docks.make_room()
        self._notice.lie_over(self._pages)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the layout and stop the runs, whatever they are doing."""
        self._opening.stop()
        if not self._closed:  # deleting the window closes it again
            self._closed = True
            self.kernel_preparation.let_end()
            self.presentation.leave()
            write_layout(self._store, self.docks.layout_kept())
            self._stop_belongings()
            self.log_bridge.close()
            self._drop_stage()
            self._end_runs()
            self.kernel_preparation.stop()
        event.accept()

    def _try_preset(self, preset: Preset | str) -> bool:
        """Open a scenario, a shipped one or that of a file by its name; return whether that succeeded."""
        from metascope.simulator.engine.files import presets

        return self.attempt(lambda: self.open_preset(presets.find(preset) if isinstance(preset, str) else preset))

    def _opened(self, opened: bool) -> None:
        """Show the gallery where nothing was opened."""
        if self.stage is None:
            self._opening.take_training()
            self._pages.setCurrentWidget(self.start_page)
        elif (linked := self.opening_linked) is not None:
            from metascope.scenes.files.links import open_linked

            self.attempt(lambda: open_linked(self, linked))
        if not opened:
            self._status.set_state(self.tr("Choose a scenario"))
            self.start_page.focus_first()
            self._pages.repaint()  # what follows takes a while
            log.info("%s", self.tr("gallery painted"))
            self._opening.then(*IMPORTS, lambda: load_stories(self.tell))
            self._opening.then(lambda: log.info("%s", self.tr("gallery ready")))
        self._opening.then(self._tell_what_was_left)

    def _tell_what_was_left(self) -> None:
        """Offer what a crash left, and tell what could not be read."""
        if self.crash_recovery is not None:
            self.crash_recovery.offer()
        unread = (*self._read[1], *self.file_actions.recent.problems, *self.lesson_progress.problems, *self._misplaced)
        if warnings := start_warnings(unread):
            said = self._notice.text  # why the file that was to be opened could not
            self._tell("failure" if said else "warning", "\n".join(filter(None, (said, *warnings))))

    @override
    def _replace(self, stage: Stage, run: Run, train: bool) -> None:
        from metascope.scenes.desk.restarts import left_over

        edits = left_over(stage, run.settings)
        if not self.attempt(lambda: self.show_run(run)):
            return
        assert self.stage is not None, "a run that was shown is on the stage"
        self.stage.form.show_edits(edits)
        self.desk.forget_edits(stage.run)
        if train:
            self.stage.training.train()

    def _drop_stage(self) -> None:
        stage = self._take_stage()
        if stage is None:
            return
        if self.desk.leave(stage):
            stage.let_go()
        else:
            stage.close_run()
        stage.deleteLater()
        QTimer.singleShot(0, collect)  # after its deletion, as its recording may be large

    def _take_stage(self) -> Stage | None:
        """Take the stage out of the window, and return it."""
        stage = self.stage
        if stage is None:
            return None
        self.stage_closing.emit(stage)
        self.stage = None
        self.docks.take("settings", stage)
        self.docks.take("timeline", stage)
        self._pages.removeWidget(stage)
        return stage

    def _tell(self, level: Level, text: str) -> None:
        self._notice.tell(level, text)
        log.log(logging.INFO if level == "info" else logging.WARNING, "%s", text)
        self._notice.lie_over(self._pages)
        self._notice.raise_()

    def _show_status(self) -> None:
        from metascope.scenes.stage.run_status import show_status

        if self.stage is not None:
            show_status(self._status, self.stage)
            self._status.set_memory(self.desk.nbytes, self.preferences.budget)
            self.changed.emit()
