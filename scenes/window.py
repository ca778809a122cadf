"""The main window: the gallery, the stage of one run, and the actions behind menus and shortcuts."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QStackedWidget

from scenes.collecting import collect
from scenes.gallery import Gallery
from scenes.menus import declare_actions, fill_menu_bar
from scenes.run import start_run
from scenes.saving import (
    ask_what_to_open,
    ask_where_to_save,
    read_weights,
    save_metrics,
    save_preset,
    save_weights,
)
from simulator.engine import presets
from simulator.engine.errors import UserError, refuse
from simulator.engine.presets import Preset
from simulator.engine.runner import RunState
from simulator.engine.settings import Settings
from simulator.engine.story import all_stories
from simulator.engine.text import say
from simulator.engine.version import version
from widgets.actions import ActionRegistry
from widgets.cheatsheet import CheatSheet
from widgets.notice import ErrorReports, Notice
from widgets.status import StatusBar
from widgets.text import localized
from widgets.theme import DARK, GRID, LIGHT, Theme
from widgets.views import View

if TYPE_CHECKING:
    from scenes.stage import Stage

SIZE = (1280, 800)
PICTURES = ("png", "svg", "pdf", "csv")  # what a view can be saved as
FRAME = (2 * GRID, 5 * GRID)  # that a desktop puts around a window
log = logging.getLogger("metascope")


class Window(QMainWindow):
    """Gallery or stage, a menu bar and a status bar. One run at a time; opening another stops the one before.

    It is painted before pyqtgraph and torch are imported.
    """

    def __init__(self, theme: Theme, preset: Preset | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.stage: Stage | None = None
        self.errors = ErrorReports()
        self.actions_ = ActionRegistry(theme, self)
        self._waiting = preset  # to be opened when the window is on the screen
        self._painted = False
        self._loading = QTimer(self, singleShot=True, interval=0)  # goes with the window, as QTimer.singleShot does not
        self._loading.timeout.connect(self._load)
        self._saving: Future[None] | None = None
        self._saving_to = Path()
        self._gallery = Gallery(presets.shipped(), theme)
        self._ready = QLabel(self.tr("Getting ready…"))
        self._pages = QStackedWidget()
        self._notice = Notice(theme)
        self._status = StatusBar(theme)
        declare_actions(self)
        fill_menu_bar(self)
        self._fill()

    # What actions do

    def open_named(self, name: str) -> None:
        """Open a shipped scenario, or the one in a file."""
        self._attempt(lambda: self.open_preset(presets.find(name)))

    def open_preset(self, preset: Preset, settings: Settings | None = None) -> None:
        """Open a scenario on the stage, with other settings than its own where given, ready to play."""
        from scenes.stage import Stage  # imports pyqtgraph, for which the first paint does not wait

        self._drop_stage()
        run = start_run(preset, settings or preset.settings)
        stage = Stage(run, self.theme)
        stage.restart_requested.connect(lambda new: self.open_preset(preset, new))
        stage.save_requested.connect(self.save_view)
        stage.details_requested.connect(lambda details: self.errors.report(self.tr("The run failed."), details, self))
        stage.looked.connect(self._show_status)
        stage.playback.prepared.connect(lambda: log.info("ready to train"))
        self.stage = stage
        self._pages.addWidget(stage)
        self._pages.setCurrentWidget(stage)
        self.setWindowTitle(self.tr("{title} – Metascope").format(title=self.tr(preset.title)))
        self._notice.clear()
        self._status.set_device(self.tr("cpu, 1 thread"))
        self._show_status()
        self._enable_actions()
        stage.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_gallery(self) -> None:
        """Stop the run and go back to the scenarios."""
        self._drop_stage()
        self._pages.setCurrentWidget(self._gallery)
        self._gallery.focus_first()
        self.setWindowTitle(self.tr("Metascope"))
        self._status.set_state(self.tr("Choose a scenario"))
        self._enable_actions()

    def open_preset_file(self) -> None:
        """Ask for a preset and open it."""
        if path := ask_what_to_open(self, "json"):
            self._attempt(lambda: self.open_preset(presets.read(path)))

    def open_weights_file(self) -> None:
        """Ask for weights and open their scenario with them."""
        if path := ask_what_to_open(self, "safetensors"):
            self._attempt(lambda: self.open_weights(path))

    def open_weights(self, path: Path) -> None:
        """Open the scenario that the weights in a file were trained in, and go on from them.

        Raises:
            UserError: every problem of the file; the present run goes on.
        """
        preset, weights = read_weights(path)
        self.open_preset(preset)
        assert self.stage is not None, "a preset was just opened"
        self._saving = self.stage.run.runner.ask(lambda simulation: simulation.load_weights(weights), touches=True)
        self._saving_to = path

    def save_view(self, view: View, format: str) -> None:
        """Ask where to save a view in this format and write it; "copy" puts it into the clipboard."""
        from widgets import export  # after the first paint, as the stage

        if format == "copy":
            export.copy(view)
            self._status.showMessage(self.tr("The picture is in the clipboard"), 5000)
        elif path := ask_where_to_save(
            self, f"{self._stem()}-{view.name}", format, *(it for it in PICTURES if it != format)
        ):
            self._attempt(lambda: export.save(view, path), path)

    def save_metrics(self, suffix: str) -> None:
        """Ask where to save the metrics and write them."""
        if self.stage is not None and (path := ask_where_to_save(self, f"{self._stem()}-metrics", suffix)):
            run = self.stage.run
            self._attempt(lambda: save_metrics(run, path), path)

    def save_preset(self) -> None:
        """Ask where to save the scenario with its present settings and write it."""
        if self.stage is not None and (path := ask_where_to_save(self, self._stem(), "json")):
            run, settings = self.stage.run, self.stage.settings
            self._attempt(lambda: save_preset(run, settings, path), path)

    def save_weights(self) -> None:
        """Ask where to save the weights and have them written between two meta-steps."""
        if self.stage is not None and (path := ask_where_to_save(self, f"{self._stem()}-weights", "safetensors")):
            self._saving, self._saving_to = save_weights(self.stage.run, path), path

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme."""
        self.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window needs an application"
        theme.apply(app)
        self.actions_.set_theme(theme)
        for part in (self._gallery, self._notice, self._status, self.stage):
            if part is not None:
                part.set_theme(theme)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self.set_theme(LIGHT if self.theme is DARK else DARK)

    def show_cheat_sheet(self) -> None:
        """Show every key and gesture."""
        gestures = self.stage.scene.words().gestures if self.stage is not None else ()
        sheet = CheatSheet(self.actions_.rows(), gestures, self.theme, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    def show_about(self) -> None:
        """Say what this is."""
        text = self.tr("Metascope {version}: a desktop laboratory for meta-learning. MIT licence.")
        QMessageBox.about(self, self.tr("About Metascope"), text.format(version=version()))

    def report(self, message: str, details: str) -> None:
        """Show an error that nobody expected, each distinct one once."""
        self.errors.report(message, details, self)

    # Inside

    def _fill(self) -> None:
        self._ready.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._gallery.opened.connect(self.open_named)
        for page in (self._gallery, self._ready):
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self._ready if self._waiting else self._gallery)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self._status)
        self._notice.setParent(self)
        self._notice.clear()
        self._status.set_state(self.tr("Getting ready…"))
        self.setWindowTitle(self.tr("Metascope"))
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(*FRAME)))
        self._enable_actions()

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
        """Stop the run, whatever it is doing."""
        self._loading.stop()
        self._drop_stage()
        event.accept()

    def _load(self) -> None:
        if self._waiting is not None:
            preset, self._waiting = self._waiting, None
            self.open_preset(preset)
            return
        for story in all_stories().values():
            threading.Thread(target=story.load, name="metascope-loader", daemon=True).start()
        import_module("scenes.stage")
        self._status.set_state(self.tr("Choose a scenario"))
        self._gallery.focus_first()
        log.info("gallery ready")

    def _drop_stage(self) -> None:
        stage, self.stage = self.stage, None
        if stage is not None:
            stage.close_run()
            self._pages.removeWidget(stage)
            stage.deleteLater()
            QTimer.singleShot(0, collect)  # when it is deleted: its recording may be large

    def _attempt(self, action: Callable[[], object], path: Path | None = None) -> None:
        """Do something that a person asked for; what the person can mend is told, the run goes on."""
        try:
            action()
        except UserError as error:
            self._tell(error)
        else:
            if path is not None:
                self._status.showMessage(self.tr("Saved {path}").format(path=path), 5000)

    def _tell(self, error: UserError) -> None:
        lines = (": ".join(filter(None, (it.where, localized(it.message)))) for it in error.problems)
        self._notice.tell("failure", "\n".join(lines))
        self._place_notice()
        self._notice.raise_()

    def _place_notice(self) -> None:
        width = min(self.width() - 4 * GRID, 100 * GRID)
        height = max(self._notice.heightForWidth(width), self._notice.sizeHint().height())
        top = self._pages.y() + GRID
        self._notice.setGeometry((self.width() - width) // 2, top, width, height)

    def _stem(self) -> str:
        return self.stage.run.preset.name if self.stage is not None else "metascope"

    def _enable_actions(self) -> None:
        for id in self.actions_.ids():
            if id.partition(".")[0] in ("run", "save", "look"):
                self.actions_[id].setEnabled(self.stage is not None)

    def _show_status(self) -> None:
        stage = self.stage
        if stage is None:
            return
        runner, recording = stage.run.runner, stage.run.recording
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
        self._status.set_memory(recording.nbytes, recording.budget)
        self._finish_saving()

    def _finish_saving(self) -> None:
        future = self._saving
        if future is None or not future.done():
            return
        self._saving = None
        if future.cancelled():  # the run ended before its turn came
            self._tell(refuse(str(self._saving_to), say("was not done: the run ended before")))
            return
        error = future.exception()
        if isinstance(error, UserError):
            self._tell(error)
        elif error is not None:
            raise error
        else:
            self._status.showMessage(self.tr("Done: {path}").format(path=self._saving_to), 5000)
