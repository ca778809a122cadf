"""Watches the file of a lesson that is being written; an editor may write into it or put another one in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE = 150  # ms: an editor that saves empties the file first, or writes another one beside it


class FileWatch(QObject):
    """Watches one file.

    Signals:
        changed: it was written, or replaced, and has come to rest.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._seen = self._stamp()
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._settling.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        self._watcher.directoryChanged.connect(lambda _: self._settling.start())
        self._watcher.addPath(str(path.parent))
        self._watch_file()

    def stop(self) -> None:
        """Watch no longer."""
        self._settling.stop()
        self._watcher.removePaths([*self._watcher.files(), *self._watcher.directories()])

    def _look(self) -> None:
        """Tell of the file if it is another one now; one that is gone may come back."""
        self._watch_file()
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.changed.emit()

    def _watch_file(self) -> None:
        """Watch the file that has the name now: one that was replaced is watched no more."""
        if self._path.exists() and str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size
