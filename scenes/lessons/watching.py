"""Watches the file of a lesson that is being written; an editor may write into it or put another one in its place.

One that was refused when it was opened is begun once it is mended.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from metascope.scenes.stage.host import Host
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.lessons.parsing import is_lesson
from metascope.simulator.engine.text import say
from metascope.widgets.look.translation import translate

SETTLE = 150  # ms: an editor that saves empties the file first, or writes another one beside it


Stamp = tuple[int, int, int] | None  # tells one state of a file from another; None where there is none


def stamp_of(path: Path) -> Stamp:
    """Return the state of a file as it is now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


class FileWatch(QObject):
    """Watches one file.

    Signals:
        changed: it was written, or replaced, and has come to rest.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject, seen: Stamp) -> None:
        """Watch the file from the state `seen` on, in which it was read: reading it can take seconds."""
        super().__init__(parent)
        self._path, self._seen = path, seen
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._settling.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        self._watcher.directoryChanged.connect(lambda _: self._settling.start())
        self._watcher.addPath(str(path.parent))
        self._watch_file()
        if stamp_of(path) != seen:
            self._settling.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._settling.stop()
        self._watcher.removePaths([*self._watcher.files(), *self._watcher.directories()])

    def _look(self) -> None:
        """Tell of the file if it is another one now; one that is gone may come back."""
        self._watch_file()
        stamp = stamp_of(self._path)
        if stamp != self._seen:
            self._seen = stamp
            self.changed.emit()

    def _watch_file(self) -> None:
        """Watch the file that has the name now: one that was replaced is watched no more."""
        if self._path.exists() and str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))


class Mending:
    """The refused file that is watched, if one is: until a lesson begins."""

    def __init__(self, host: Host, open: Callable[[Path], object]) -> None:
        """Watch for `open`, which begins the lesson in a file, or waits for it again and raises a `UserError`."""
        self._host, self._open = host, open
        self._watch: FileWatch | None = None

    def wait_for(self, path: Path, error: UserError, seen: Stamp) -> UserError:
        """Watch a file that was refused as `seen`, and return what to tell: what is wrong, and that it is watched."""
        if not path.is_file():
            return error
        self.stop()
        self._watch = FileWatch(path, self._host, seen)
        self._watch.changed.connect(lambda: self._look(path))
        told = say("the file is watched: a lesson in it begins as soon as it is saved without mistakes")
        short = (Problem(it.where.replace(str(path), path.name, 1), it.message) for it in error.problems)
        return UserError([Problem(str(path), told), *short])  # first, as a notice has few lines

    def stop(self) -> None:
        """Watch no longer."""
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None

    def _look(self, path: Path) -> None:
        """Begin the lesson, or tell what is wrong now. A file that is gone may come back; another kind is let alone."""
        if not path.is_file():
            return
        try:
            if not is_lesson(read_json(path)):
                self.stop()
                return
        except UserError:
            pass  # told when it is opened
        if self._host.attempt(lambda: self._open(path)):
            self._host.inform(translate("Lessons", "No mistakes are left in {name}.").format(name=path.name))
