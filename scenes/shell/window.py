"""The main window: the gallery or the stage of one run, the docks around it, and what the actions do."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget

from scenes.desk.desk import Desk
from scenes.files.crash_recovery import Keeping
from scenes.files.open_and_save import Filing
from scenes.kept.preferences import Preferences, read_preferences, write_preferences
from scenes.kept.store import settle, state_folder
from scenes.runs.run import Run, start_run
from scenes.shell.docks import Docks, Mode, read_layout, write_layout
from scenes.shell.gallery import Gallery
from scenes.shell.log_bridge import Logbook
from scenes.shell.presentation import SCALE, Presentation
from scenes.stage.host import DockName, Host
from simulator.engine.computing import DEVICE
from simulator.engine.errors import Problem, UserError
from simulator.engine.files import presets
from simulator.engine.files.presets import Preset
from simulator.engine.running.collecting import collect
from simulator.engine.running.runner import RunState
from simulator.engine.settings import Settings
from simulator.engine.story import all_stories
from widgets.look.text import localized
from widgets.look.theme import DARK, GRID, LIGHT, Theme, by_name
from widgets.window.actions import ActionRegistry
from widgets.window.drops import DropTarget
from widgets.window.log_view import LogView
from widgets.window.notice import ErrorReports, Notice
from widgets.window.status_bar import StatusBar

if TYPE_CHECKING:
    from scenes.stage.stage import Stage

SIZE = (1280, 800)
FRAME = (2 * GRID, 5 * GRID)  # that a desktop puts around a window
LARGER = 1.2  # larger type, as a person may prefer it
MESSAGE = 5000  # ms that the status bar says what was done
log = logging.getLogger("metascope")


class Window(Host):
    """Gallery or stage, docks, a menu bar and a status bar. One stage at a time.

    It is painted before pyqtgraph and torch are imported. What is kept between starts lies in `store`; without one
    nothing is kept.

    Signals: those of `Host`, and
        changed: what can be done may be different from now on.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, preset: Preset | None = None, store: QSettings | None = None, path: Path | None = None
    ) -> None:
        """Make a window that opens `preset`, or the file at `path`, once it is on the screen."""
        super().__init__()
        self.theme = theme  # as it is drawn: type may be larger than in the person's choice
        self.stage: Stage | None = None
        self.errors = ErrorReports()
        self.actions_ = ActionRegistry(theme, self)
        self.docks: Docks = Docks(self, theme)
        self.filing = Filing(self, store)
        self.presentation = Presentation(self)
        self.preferences, self._unread = read_preferences(store)
        self._looks = theme  # the person's choice
        self._store = store
        self._waiting, self._waiting_path = preset, path  # to be opened when the window is on the screen
        self._painted = self._closed = False
        self._loading = QTimer(self, singleShot=True, interval=0)  # goes with the window, as QTimer.singleShot does not
        self._loading.timeout.connect(self._load)
        self._gallery = Gallery(presets.shipped(), theme)
        self._ready = QLabel(self.tr("Getting ready…"))
        self._pages = QStackedWidget()
        self._notice = Notice(theme)
        self._status = StatusBar(theme)
        self._log = LogView(theme)
        self._logbook = Logbook(self._log, self)
        self._drops = DropTarget(self, self.filing.hint, theme)
        self.desk = Desk(self)
        self.keeping = Keeping(self, self.desk, state_folder() / "autosave") if store is not None else None
        self.desk.changed.connect(self._enable_actions)
        self._fill()

    # What is opened

    def open_named(self, name: str) -> None:
        """Open a shipped scenario, or the one in a file."""
        try:
            self.open_preset(presets.find(name))
        except UserError as error:
            self.tell(error)

    def open_path(self, path: Path) -> bool:
        """Open a preset, a session or weights; tell whether that could be done. The notice says why not."""
        return self.filing.open_path(path)

    def open_preset(self, preset: Preset, settings: Settings | None = None) -> None:
        """Open a scenario on the stage, with other settings than its own where given, ready to play."""
        self.show_run(start_run(preset, settings or preset.settings, self.preferences.torch_threads))

    def reopen_last(self) -> None:
        """Bring back the runs of the window that was closed last."""
        if self.keeping is not None:
            self.keeping.reopen_last()

    def show_run(self, run: Run) -> None:
        """Put a run on the stage; the one that was there pauses, and stays in the list of runs if it was trained."""
        from scenes.stage.stage import Stage  # imports pyqtgraph, for which the first paint does not wait

        self._drop_stage()
        stage = self.stage = Stage(run, self.theme)
        stage.restart_requested.connect(lambda new: self.open_preset(run.preset, new))
        stage.continue_requested.connect(self.desk.continue_from)
        stage.branch_requested.connect(self.desk.ask_branch)
        stage.save_requested.connect(self.filing.save_view)
        stage.details_requested.connect(lambda details: self.errors.report(self.tr("The run failed."), details, self))
        stage.failed.connect(self.tell)
        stage.looked.connect(self._show_status)
        stage.playback.prepared.connect(lambda: log.info("ready to train"))
        stage.changes.undo.indexChanged.connect(self._enable_actions)
        self._pages.addWidget(stage)
        self._pages.setCurrentWidget(stage)
        self.docks.put("settings", stage.form)
        self.docks.put("timeline", stage.timeline)
        self.show_controls()
        self.setWindowTitle(self.tr("{title} – Metascope").format(title=self.tr(run.preset.title)))
        self._notice.clear()
        device = getattr(run.preset.settings, DEVICE, "cpu")
        self._status.set_device(self.tr("{device}, threads: {count}").format(device=device, count=run.threads))
        self._show_status()
        stage.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        log.info("%s", self.tr("On the stage: {title}").format(title=self.tr(run.preset.title)))
        self.desk.enter(stage)
        self.stage_opened.emit(stage)

    def show_gallery(self) -> None:
        """Go back to the scenarios; the run pauses."""
        self._drop_stage()
        self._gallery.offer_back(bool(self.desk.tree.nodes))
        self._pages.setCurrentWidget(self._gallery)
        self.refresh_layout()
        self._gallery.focus_first()
        self.setWindowTitle(self.tr("Metascope"))
        self._status.set_state(self.tr("Choose a scenario"))
        self._status.forget_run()
        self._enable_actions()

    # How it looks

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme, in type as large as the person and the presentation want it."""
        self._looks = theme
        scale = (LARGER if self.preferences.larger_type else 1.0) * (SCALE if self.presentation.on else 1.0)
        self.theme = theme if scale == 1.0 else theme.scaled(scale)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window needs an application"
        self.theme.apply(app)
        parts = (
            self.actions_,
            self.docks,
            self._drops,
            self._gallery,
            self._notice,
            self._status,
            self._log,
            self.desk,
        )
        for part in parts:
            part.set_theme(self.theme)
        if self.stage is not None:
            self.stage.set_theme(self.theme)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self.prefer(theme=(LIGHT if self.theme.name == DARK.name else DARK).name)

    def prefer(self, **values: object) -> None:
        """Exchange some of the preferences."""
        self.set_preferences(self.preferences.replaced(**values))

    def set_preferences(self, preferences: Preferences) -> None:
        """Take over what a person prefers, and keep it."""
        self.preferences = preferences
        write_preferences(self._store, preferences)
        self.set_theme(by_name(preferences.theme))
        self.preferences_changed.emit(preferences)
        try:
            settle(self._store)
        except UserError as error:
            self.tell(error)

    def refresh_layout(self) -> None:
        """Show the docks and the type that the stage, the gallery or a presentation wants."""
        mode: Mode = "nothing" if self.stage is None else "timeline" if self.presentation.on else "everything"
        if mode == "everything":
            self.set_theme(self._looks)  # before the docks: in the presentation's type they would widen the window
            self.docks.show(mode)
        else:
            self.docks.show(mode)
            self.set_theme(self._looks)

    def show_controls(self, every: bool = False) -> None:
        """Show the controls that the scenario wants to be seen, or all of them."""
        if self.stage is None:
            return
        if every:
            self.stage.show_controls(None)
        withheld: set[DockName] = set() if self.stage.has_settings else {"settings"}
        if not self.stage.shows("runs"):
            withheld |= {"runs", "compare"}
        self.docks.withhold(withheld)
        self.docks.show("timeline" if self.presentation.on else "everything")
        self._enable_actions()

    def go_back(self) -> None:
        """Undo the last widening of the view: an enlarged view, a presentation, a marked range."""
        if self.stage is not None and self.stage.enlarger.shrink():
            return
        if not self.presentation.leave() and self.stage is not None:
            self.stage.timeline.outer_clock.mark(None)

    def reset_layout(self) -> None:
        """Put every dock where it stands at the first start, and forget what was kept."""
        self.docks.reset()
        write_layout(self._store, None)
        self._enable_actions()

    # What is told

    def report(self, message: str, details: str) -> None:
        """Show an error that nobody expected, each distinct one once."""
        if self.errors.report(message, details, self) is not None:
            log.error("%s\n%s", message, details)

    def tell(self, error: UserError) -> None:
        """Show what a person can mend."""
        self._tell("failure", _lines(error.problems))

    def say(self, text: str) -> None:
        """Say for a moment what was done."""
        self._status.showMessage(text, MESSAGE)

    # Inside

    def _fill(self) -> None:
        self._ready.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._gallery.opened.connect(self.open_named)
        self._gallery.back_requested.connect(self.desk.go_back)
        self._drops.dropped.connect(self.filing.drop)
        for page in (self._gallery, self._ready):
            self._pages.addWidget(page)
        waits = self._waiting is not None or self._waiting_path is not None
        self._pages.setCurrentWidget(self._ready if waits else self._gallery)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self._status)
        self._notice.setParent(self)
        self._notice.clear()
        self._status.set_state(self.tr("Getting ready…"))
        self.setWindowTitle(self.tr("Metascope"))
        self.docks.put("log", self._log)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(*FRAME)))
        self._restore_layout()
        self._enable_actions()

    def _restore_layout(self) -> None:
        self._unread += self.filing.recent.problems
        try:
            layout = read_layout(self._store)
            if layout is not None:
                self.docks.restore(layout)
        except UserError as error:
            self._unread += error.problems

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load what is slow to import once the window is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            log.info("window painted")
            self._loading.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the window's own notice over the page's top."""
        super().resizeEvent(event)
        self._place_notice()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout and stop the run, whatever it is doing."""
        self._loading.stop()
        if not self._closed:  # a window closes once more when it is deleted
            self._closed = True
            self.presentation.leave()
            write_layout(self._store, self.docks.layout_kept())
            self.filing.close()
            self._logbook.close()
            self._drop_stage()
            if self.keeping is not None:
                self.keeping.close()
            self.desk.close()
        event.accept()

    def _load(self) -> None:
        preset, path = self._waiting, self._waiting_path
        self._waiting = self._waiting_path = None
        if preset is not None:
            self.open_preset(preset)
        elif path is None or not self.open_path(path):
            if self.stage is None:
                self._pages.setCurrentWidget(self._gallery)
            for story in all_stories().values():
                threading.Thread(target=story.load, name="metascope-loader", daemon=True).start()
            import_module("scenes.stage.stage")
            self._status.set_state(self.tr("Choose a scenario"))
            self._gallery.focus_first()
            log.info("gallery ready")
        if self.keeping is not None:
            self.keeping.offer()
        if self._unread:
            text = self.tr("Something that was kept between starts cannot be read; its default is used.\n{problems}")
            self._tell("warning", text.format(problems=_lines(self._unread)))

    def _drop_stage(self) -> None:
        stage = self.stage
        if stage is None:
            return
        self.stage_closing.emit(stage)
        self.stage = None
        if self.desk.leave(stage):
            stage.let_go()
        else:
            stage.close_run()
        self.docks.take("settings", stage)
        self.docks.take("timeline", stage)
        self._pages.removeWidget(stage)
        stage.deleteLater()
        QTimer.singleShot(0, collect)  # when it is deleted: its recording may be large

    def _tell(self, level: str, text: str) -> None:
        self._notice.tell("warning" if level == "warning" else "failure", text)
        log.warning("%s", text)
        self._place_notice()
        self._notice.raise_()

    def _place_notice(self) -> None:
        width = min(self.width() - 4 * GRID, 100 * GRID)
        height = self._notice.heightForWidth(width)
        top = self._pages.y() + GRID
        self._notice.setGeometry((self.width() - width) // 2, top, width, height)

    def _enable_actions(self) -> None:
        self.changed.emit()

    def _show_status(self) -> None:
        stage = self.stage
        if stage is None:
            return
        runner = stage.run.runner
        states = {
            RunState.PREPARING: self.tr("Getting ready…"),
            RunState.IDLE: self.tr("Ready: press Space to train"),
            RunState.RUNNING: self.tr("Training"),
            RunState.PAUSED: self.tr("Paused"),
            RunState.FINISHED: self.tr("Finished: Space trains on"),
            RunState.FAILED: self.tr("Stopped by a failure"),
        }
        self._status.set_state(states[runner.state])
        self._status.set_seed(stage.settings.seed)
        self._status.set_rates(runner.steps_per_second or None, stage.playback.frames_per_second or None)
        self._status.set_memory(self.desk.nbytes, self.preferences.budget)
        self._enable_actions()


def _lines(problems: Iterable[Problem]) -> str:
    return "\n".join(": ".join(filter(None, (it.where, localized(it.message)))) for it in problems)
