"""Opens and saves files for the window: dialogs, drops, recent files, and reports of the results."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, wait
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu

from metascope.scenes.files import formats
from metascope.scenes.files.building_progress import BuildingProgress
from metascope.scenes.files.completion import when_done
from metascope.scenes.files.follow import Follow
from metascope.scenes.files.formats import OpenedWeights, kind_of
from metascope.scenes.files.links import open_link
from metascope.scenes.kept.recent_files import RecentFiles
from metascope.scenes.runs.run import open_run, start_run
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.files.growing import is_being_written
from metascope.simulator.engine.files.link_text import is_link
from metascope.simulator.engine.files.tables import write_table
from metascope.simulator.engine.running.building import Building
from metascope.simulator.engine.sweeps.folder import is_sweep_folder
from metascope.simulator.engine.text import readable, say
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.views.view import View, view_around
from metascope.widgets.window.file_dialogs import (
    ask_for_data,
    ask_what_to_follow,
    ask_what_to_open,
    ask_where_to_save,
)

if TYPE_CHECKING:
    from metascope.scenes.desk.run_tree import RunTree
    from metascope.scenes.stage.host import Host
    from metascope.simulator.engine.files.session import Session

PICTURES = ("png", "svg", "pdf", "csv")  # formats of a saved view
PATIENCE = 10.0  # seconds that a closing window waits for a session being written
log = logging.getLogger("metascope.files")


class FileActions(QObject):
    """Opens and saves files for one window. Errors that the person can correct are shown there; the run continues."""

    def __init__(self, window: Host, store: QSettings | None, tree: RunTree) -> None:
        super().__init__(window)
        self.recent = RecentFiles(store)
        self._window = window
        self._building: tuple[Future[OpenedWeights], BuildingProgress] | None = None  # of weights that are being opened
        window.stage_opened.connect(lambda _: self._stop_building())  # a person has gone on with something else
        self.follow = Follow(window, tree, self._opened, self.open_path)
        self._saving: dict[Future[None], Path] = {}  # what is being written in the background, and where

    # Opening

    def open_path(self, path: Path) -> bool:
        """Open a preset, lesson, session or weights file, or a sweep's folder, and return whether that succeeded.

        If it cannot be opened, the window's notice says why, and the current run continues. It continues too while the
        simulation for weights is built; opening anything else meanwhile cancels that.
        """
        return self._window.attempt(lambda: self._open(path))

    def ask_what_to_open(self) -> None:
        """Ask for a file and open it."""
        if path := ask_what_to_open(self._window, *formats.OPENED):
            self.open_path(path)

    def follow_path(self, path: Path) -> bool:
        """Follow a session file that another process writes; return whether its run is on the stage already.

        A file that is not there yet is waited for. If it cannot be followed, the window's notice says why.
        """
        shown = False

        def begin() -> None:
            nonlocal shown
            self._stop_building()
            shown = self.follow.begin(path)

        self._window.attempt(begin)
        return shown

    def ask_what_to_follow(self) -> None:
        """Ask for a session file and follow it."""
        if path := ask_what_to_follow(self._window, "metascope"):
            self.follow_path(path)

    def open_or_follow(self, path: Path, follow: bool) -> None:
        """Open a file, or follow it."""
        (self.follow_path if follow else self.open_path)(path)

    def ask_which_sweep(self) -> None:
        """Ask for a sweep's folder and open it."""
        if path := ask_for_data(self._window, self.tr("Open a sweep's folder")):
            self.open_path(path)

    def open_recent(self, path: Path) -> None:
        """Open a recent file, or follow it while it is written; remove it from the list if it no longer exists."""
        if not path.exists():
            self.recent.remove(path)
            self._window.tell(refuse(str(path), say("no longer exists and was removed from the recent files")))
            return
        self.open_or_follow(path, is_being_written(path))

    def drop(self, paths: list[Path]) -> None:
        """Open the file that was dropped on the window."""
        if len(paths) == 1:
            self.open_path(paths[0])
        else:
            text = say("drop one scenario, lesson, session or weights file, or one sweep's folder, at a time")
            self._window.tell(refuse("", text))

    def drop_text(self, text: str) -> None:
        """Open the scenario in a line of text that was dropped on the window."""
        self._window.attempt(lambda: open_link(self._window, text))

    def hint(self, paths: list[Path], text: str = "") -> str:
        """Return a text that says what dropping these files, or this text, would do."""
        if not paths and is_link(text):
            return self.tr("Drop to open the shared scenario")
        if len(paths) != 1:
            return self.tr("Drop one scenario or lesson (.json), session (.metascope) or weights file (.safetensors)")
        if paths[0].is_dir() and is_sweep_folder(paths[0]):
            return self.tr("Drop to watch the sweep {name}").format(name=paths[0].name)
        hints = {
            "json": self.tr("Drop to open the scenario or lesson {name}"),
            "metascope": self.tr("Drop to open the session {name}"),
            "safetensors": self.tr("Drop to open the weights {name}"),
        }
        other = self.tr(
            "{name} is not a scenario or lesson (.json), session (.metascope) or weights file (.safetensors)"
        )
        return hints.get(paths[0].suffix.lower().removeprefix("."), other).format(name=paths[0].name)

    def fill_recent(self, menu: QMenu) -> None:
        """List the recent files in a menu, before its last two entries."""
        *old, separator, _ = menu.actions()
        for action in old:
            menu.removeAction(action)
            action.deleteLater()
        for path in self.recent.paths():
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(partial(self._recent_chosen, path))
            menu.insertAction(separator, action)
        separator.setVisible(bool(self.recent.paths()))

    def clear_recent(self) -> None:
        """Clear the list of recent files."""
        self.recent.clear()

    # Saving

    def save_view(self, view: View, format: str) -> None:
        """Ask where to save a view in this format and write it; "copy" copies it to the clipboard."""
        from metascope.widgets.paper import export  # imports pyqtgraph, so not before the first paint

        if format == "copy":
            export.copy(view, self._unnamed(view))
            self._window.say(self.tr("Picture copied to the clipboard: {title}").format(title=view.title))
            return
        others = (it for it in PICTURES if it != format)
        if path := ask_where_to_save(self._window, f"{self._stem()}-{view.name}", format, *others):
            european = self._window.preferences.european_tables
            self._save(lambda: export.save(view, path, methods=self._unnamed(view), european=european), path)

    def copy_view(self) -> None:
        """Copy the picture of the view under the pointer, or else of the one that has the keyboard."""
        view = self._meant()
        if view is None:
            self._window.say(self.tr("Point at a view, or click in it, to copy its picture"))
        else:
            self.save_view(view, "copy")

    def _meant(self) -> View | None:
        """Return the view that a person means: in this window, under the pointer or with the keyboard."""
        from metascope.scenes.desk.pane import pane_around  # imports pyqtgraph, so not before the first paint

        under = QApplication.widgetAt(QCursor.pos())
        pane = pane_around(under)  # its scene is not seen by the pointer
        for widget in (under, None if pane is None else pane.view, QApplication.focusWidget()):
            view = view_around(widget)
            if view is not None and self._window.isAncestorOf(view):
                return view
        return None

    def _unnamed(self, view: View) -> tuple[tuple[str, str], ...]:
        """Return the methods that the view draws without a name."""
        from metascope.scenes.layout_scene import unnamed_methods  # as above
        from metascope.scenes.scene import Scene
        from metascope.widgets.methods.chips import MethodChips

        stage = self._window.stage
        scene = view.parentWidget()
        while scene is not None and not isinstance(scene, Scene):
            scene = scene.parentWidget()
        if stage is None or scene is None:
            return ()
        chips = stage.findChild(MethodChips) if scene is stage.scene else None
        return unnamed_methods(scene, view, chips.emphasis() if isinstance(chips, MethodChips) else None)

    def save_table(self, text: str, stem: str) -> None:
        """Ask where to save a table, comma-separated, and write it."""
        if path := ask_where_to_save(self._window, stem, "csv"):
            european = self._window.preferences.european_tables
            self._save(lambda: write_table(path, text, european), path)

    def save_metrics(self, suffix: str) -> None:
        """Ask where to save the metrics and write them."""
        stage = self._window.stage
        if stage and (path := ask_where_to_save(self._window, f"{self._stem()}-metrics", suffix)):
            european = self._window.preferences.european_tables
            self._save(lambda: formats.save_metrics(stage.run, path, european), path)

    def save_preset(self) -> None:
        """Ask where to save the scenario with its current settings and write it."""
        stage = self._window.stage
        if stage and (path := ask_where_to_save(self._window, self._stem(), "json")):
            self._save(lambda: formats.save_preset(stage.run, stage.settings, path, stage.page), path, opens=True)

    def save_weights(self) -> None:
        """Ask where to save the weights and write them between two meta-steps."""
        stage = self._window.stage
        if stage and (path := ask_where_to_save(self._window, f"{self._stem()}-weights", "safetensors")):
            self._window.attempt(lambda: self._save_behind(formats.save_weights(stage.run, path), path))

    def save_session(self) -> None:
        """Ask where to save the whole run and write it while training continues."""
        stage = self._window.stage
        if stage and (path := ask_where_to_save(self._window, self._stem(), "metascope")):
            self._save_behind(formats.save_session(stage.run, path), path)

    def close(self) -> None:
        """Wait for sessions that are being written; what ends later is not reported, and nothing more is opened."""
        self._stop_building()
        self.follow.close()
        wait([future for future in self._saving if future.running()], PATIENCE)
        self._saving.clear()

    def _save_behind(self, future: Future[None], path: Path) -> None:
        """Report how a save in the background ended."""
        self._saving[future] = path
        when_done(future, self._end_saving)

    def _end_saving(self, future: Future[None]) -> None:
        path = self._saving.pop(future, None)
        if path is None:  # the window was closed meanwhile
            return
        if future.cancelled():  # the run ended before its turn came
            self._window.tell(refuse(str(path), say("was not saved: the run ended before")))
            return
        error = future.exception()
        if isinstance(error, UserError):
            self._window.tell(error)
        elif error is not None:
            raise error
        else:
            self._saved(path, opens=True)

    def _recent_chosen(self, path: Path) -> None:
        self.open_recent(path)

    def _open(self, path: Path) -> None:
        self._stop_building()
        from metascope.simulator.engine.lessons import lesson_files  # needed only here

        kind = kind_of(path)
        threads = self._window.preferences.torch_threads
        if kind == "json":
            if lesson_files.holds_lesson(path):
                self._window.open_lesson(path)
                if path.resolve().parent == lesson_files.FOLDER.resolve():
                    return
            else:
                self._window.open_preset(presets.parse(read_json(path), readable(path.stem), str(path)))
        elif kind == "safetensors":
            self._build(path, threads)
            return
        elif kind == "sweep":
            self._window.open_sweep(path)
        else:
            session = formats.read_session(path, self._window.preferences.budget)
            self._try_out(session)
            self._window.show_run(open_run(session, threads))
            if session.notice is not None:
                self._window.tell(refuse(str(path), session.notice))
            elif is_being_written(path):
                text = self.tr("{name} is still being written. File > Follow… reads on as it grows.")
                self._window.inform(text.format(name=path.name))
        self._opened(path)

    def _opened(self, path: Path) -> None:
        self.recent.add(path)
        log.info("%s", self.tr("Opened {path}").format(path=path))

    def _build(self, path: Path, threads: int) -> None:
        """Open weights once their simulation is built, which a stranger's settings may let take minutes."""
        building = Building()
        future = formats.build(path, threads, building)
        self._stop_building()
        progress = BuildingProgress(self.tr("Opening {name}").format(name=path.name), building, self._window.theme)
        progress.cancelled.connect(self._stop_building)
        self._window.statusBar().addPermanentWidget(progress)
        self._building = future, progress
        when_done(future, partial(self._built, path, threads))

    def _built(self, path: Path, threads: int, future: Future[OpenedWeights]) -> None:
        if self._building is None or self._building[0] is not future:  # cancelled
            return
        self._stop_building()

        def show() -> None:
            opened = future.result()
            preset, weights = opened.preset, opened.weights if opened.simulation is None else None
            self._window.show_run(start_run(preset, preset.settings, threads, weights, opened.simulation))
            if opened.notice is not None:
                self._window.tell(refuse(str(path), opened.notice))
            self._opened(path)

        self._window.attempt(show)

    def _stop_building(self) -> None:
        """Forget the weights that are being opened, and end what builds their simulation."""
        if self._building is not None:
            self._building[1].stop()
            self._building = None

    def _try_out(self, session: Session) -> None:
        """Refuse a session that cannot be drawn, before the current run is left."""
        from metascope.scenes.unseen.guard import try_out  # imports pyqtgraph, so not before the first paint

        try:
            try_out(session.head, session.recording, str(session.file.path), self._window.theme)
        except UserError:
            session.close()
            raise

    def _save(self, write: Callable[[], object], path: Path, opens: bool = False) -> None:
        if self._window.attempt(write):
            self._saved(path, opens)

    def _saved(self, path: Path, opens: bool) -> None:
        text = self.tr("Saved {path}").format(path=path)
        self._window.say(text)
        log.info("%s", text)
        if opens:
            self.recent.add(path)

    def _stem(self) -> str:
        return self._window.stage.run.preset.name if self._window.stage is not None else "metascope"
