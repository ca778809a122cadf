"""Writes every kind of file that the program writes, where it cannot be written, and tells what came of it."""

from __future__ import annotations

import io
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication

from metascope.scenes.desk import compare
from metascope.scenes.export.animation_job import AnimationJob, Film, outer_shots
from metascope.scenes.export.composition import PictureOptions
from metascope.scenes.files.autosave import Autosave, AutosavedRun
from metascope.scenes.files.formats import save_metrics, save_preset, save_session, save_weights
from metascope.scenes.files.slots import SlotRun
from metascope.scenes.kept.preferences import Preferences, write_preferences
from metascope.scenes.kept.store import settle
from metascope.scenes.runs.run import Run
from metascope.scenes.shell.application import new_window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.cli import headless, results
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.session import Journal
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.paper import export, figure
from metascope.widgets.paper.figure import Page
from tests.waiting import SECONDS, until

ROOM = 100  # bytes that a file may have
OLD = b"what was there before"
Writer = Callable[[Path], object]


class Writers:
    """A window with a trained run, and everything that can be written of it."""

    def __init__(self) -> None:
        self.window = new_window(LIGHT)
        self.window.resize(900, 700)
        self.window.show()
        self.window.open_preset(presets.find("two-dimensions"))
        self.run.runner.throttle(None)
        self.run.runner.run(12)
        self.wait(lambda: self.run.runner.state is RunState.PAUSED and self.stage.playback.shown is not None)

    @property
    def stage(self) -> Stage:
        assert self.window.stage is not None
        return self.window.stage

    @property
    def run(self) -> Run:
        return self.stage.run

    def writers(self) -> dict[str, tuple[str, Writer]]:
        """Return the ways to write, each with the name of its file."""
        view = self.stage.scene.views()[0]
        table = compare.comparison(self.window.desk.tree).written().encode()
        page = Page(width=80, height=60, type=8, dpi=72, columns=1)
        return {
            "preset": ("a.json", lambda path: save_preset(self.run, self.stage.settings, path)),
            "metrics as CSV": ("a.csv", lambda path: save_metrics(self.run, path)),
            "metrics as JSON": ("a.json", lambda path: save_metrics(self.run, path)),
            "weights": ("a.safetensors", lambda path: save_weights(self.run, path).result(SECONDS)),
            "session": ("a.metascope", lambda path: save_session(self.run, path).result(SECONDS)),
            "journal": ("a.metascope", lambda path: self.journal(path)),
            "comparison": ("a.csv", lambda path: atomic_write(path, table)),
            **{f"view as {it}": (f"a.{it}", lambda path: export.save(view, path)) for it in export.FORMATS},
            "view as csv": ("a.csv", lambda path: export.save(view, path)),
            **{f"figure as {it}": (f"a.{it}", lambda path: figure.save(path, [view], page)) for it in export.FORMATS},
            "animation as gif": ("a.gif", self.film),
            "animation as mp4": ("a.mp4", self.film),
        }

    def journal(self, path: Path) -> None:
        """Write the run along, as the autosave does."""
        journal = Journal(path, self.run.head())
        try:
            journal.write(self.run.recording.snapshot())
        finally:
            journal.close()

    def film(self, path: Path) -> None:
        """Make an animation, and raise what it failed by."""
        scene = self.stage.scene
        shots = outer_shots(self.run.recording, 0, 4, 1)
        film = Film(shots, PictureOptions(LIGHT, "maml", False), "gif", 320, 240, 5.0).saved_as(path)
        told: list[UserError] = []
        ended: list[bool] = []
        job = AnimationJob(self.run, scene, {}, film, path, self.window)
        job.failed.connect(told.append)
        job.ended.connect(lambda: ended.append(True))
        self.wait(lambda: bool(ended))
        if told:
            raise told[0]

    def close(self) -> None:
        """Close the window and let it go."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, condition: Callable[[], bool]) -> None:
        def met() -> bool:
            QApplication.processEvents()
            return condition()

        until(met)


@contextmanager
def no_room(room: int = ROOM) -> Iterator[None]:
    """Let no file become larger than so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def tried(write: Writer, path: Path) -> dict[str, object]:
    """Write a file, and tell what a person is told and what is there afterwards."""
    before = path.read_bytes() if path.is_file() else None
    try:
        write(path)
    except UserError as error:
        said = str(error)
    else:
        said = ""
    folder = path.parent
    return {
        "told": said,
        "names the path": str(path) in said,
        "as before": (path.read_bytes() if path.is_file() else None) == before,
        "left": sorted(found.name for found in folder.iterdir() if found != path) if folder.is_dir() else [],
    }


def trained_headless(folder: Path, room: int, fails: str) -> dict[str, object]:
    """Train without a window where only small files have room; `fails` is the first that has none."""
    folder.mkdir()
    names = ("preset.json", headless.SESSION, "metrics.csv", "weights.safetensors")
    for name in names:
        (folder / name).write_bytes(OLD)
    preset = presets.find("two-tasks")
    preset = replace(preset, settings=preset.settings.replaced(steps=5))
    unwritten: list[Problem] = []

    def train(path: Path) -> None:
        with patch.object(results, "WAITS", (0.0,)):
            unwritten.extend(headless.train(preset, folder, io.StringIO()).unwritten)
        if unwritten:
            raise UserError(unwritten)

    with no_room(room):
        result = tried(train, folder / fails)
    after = [Path(problem.where).name for problem in unwritten] or names
    result["as before"] = fails in after and all((folder / name).read_bytes() == OLD for name in after)
    result["left"] = sorted(found.name for found in folder.iterdir() if found.name not in names)
    return result


def kept_by_itself(folder: Path, writers: Writers) -> dict[str, object]:
    """Autosave a run where nothing has room."""
    told, owner = list[UserError](), QObject()
    autosave = Autosave(folder, lambda: [AutosavedRun(writers.run, SlotRun(key=1, name="a", step=0))], owner)
    autosave.failed.connect(told.append)
    with no_room():
        autosave.save()
        writers.wait(lambda: not autosave.saving)
        autosave.close()
    said = str(told[0]) if told else ""
    return {
        "told": said,
        "names the path": str(folder) in said,
        "as before": writers.run.recording.newest_step == 12,
        "left": [str(path) for path in folder.iterdir()],
    }


def remembered(folder: Path) -> dict[str, object]:
    """Keep preferences where nothing has room."""
    folder.mkdir()
    store = QSettings(str(folder / "kept.ini"), QSettings.Format.IniFormat)
    write_preferences(store, Preferences(autosave_interval=20))
    settle(store)

    def write(path: Path) -> None:
        write_preferences(store, Preferences(autosave_interval=40, larger_type=True))
        settle(store)

    with no_room(20):
        result = tried(write, folder / "kept.ini")
    settle(store)  # there is room again
    assert b"autosave_interval=40" in (folder / "kept.ini").read_bytes()
    return result


def everywhere(folder: Path, file: str, write: Writer) -> dict[str, dict[str, object]]:
    """Write a file of this name in a new folder, in every place where it cannot be written."""
    folder.mkdir()
    path = folder / file
    path.write_bytes(OLD)
    with no_room():
        found = {"no room": tried(write, path)}
    found["no folder"] = tried(write, folder / "missing" / file)
    found["a file for a folder"] = tried(write, path / file)
    path.unlink()
    path.mkdir()
    return found | {"a folder for the file": tried(write, path)}
