"""Reads the pictures of cards while nothing else is to be done: each once, at the size at which it is drawn."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QWidget

SLICE = 0.006  # seconds in which pictures are read before the window is painted again; at least one is
KEPT = 48 << 20  # bytes of the pictures that are kept; those that were drawn longest ago are read again
_Key = tuple[Path, int, int]  # a file, and the size in device pixels at which it is drawn


class PictureLoader(QObject):
    """Pictures from the program's files, read a few at a time once a widget asks for them, and kept scaled.

    Example:
        picture = loader.picture(path, QSize(320, 180), card)  # None: the card is painted again once it is read
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()  # those drawn last at the end
        self._bytes = 0
        self._waiting: dict[_Key, list[QWidget]] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_some)
        self.read = 0  # how many files have been read so far

    @property
    def waiting(self) -> int:
        """How many pictures are still to be read."""
        return len(self._waiting)

    @property
    def nbytes(self) -> int:
        """How much memory the pictures take that are kept."""
        return self._bytes

    def picture(self, file: Path, size: QSize, asking: QWidget) -> QPixmap | None:
        """Return a picture that fills `size`, or None where it is not read yet.

        Args:
            file: an image file; one that is none gives a null picture.
            size: to be filled, in pixels of the screen's coordinates; what is too much is cut off by the caller.
            asking: the widget that is painted, and again once the picture is read.
        """
        pixels = size * asking.devicePixelRatioF()
        key = (file, pixels.width(), pixels.height())
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        self._waiting[key] = [*self._waiting.pop(key, ()), asking]  # who asked last is seen now
        self._timer.start()
        return None

    def ask_again(self) -> None:
        """Let whoever waits ask again where it is still seen: after much has moved, most of them are not."""
        waiting, self._waiting = list(self._waiting.values()), {}
        self._timer.stop()
        for asking in waiting:
            _paint_again(asking)

    def _read_some(self) -> None:
        began = time.perf_counter()
        while self._waiting:
            key, asking = self._waiting.popitem()
            self._keep(key, _scaled(key[0], QSize(key[1], key[2])))
            _paint_again(asking)
            if time.perf_counter() - began > SLICE:
                return
        self._timer.stop()

    def _keep(self, key: _Key, picture: QPixmap) -> None:
        self.read += 1
        self._pictures[key] = picture
        self._bytes += _nbytes(picture)
        while self._bytes > KEPT and len(self._pictures) > 1:
            _, oldest = self._pictures.popitem(last=False)
            self._bytes -= _nbytes(oldest)


def _paint_again(asking: Iterable[QWidget]) -> None:
    for widget in asking:
        if shiboken6.isValid(widget):  # it may be gone by now
            widget.update()


def _scaled(file: Path, size: QSize) -> QPixmap:
    """Return the picture in a file, as small as fills `size` device pixels; a null picture where there is none."""
    reader = QImageReader(str(file))
    own = reader.size()
    if not own.isValid():
        return QPixmap()
    filling = own.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if filling.width() < own.width():
        reader.setScaledSize(filling)
    return QPixmap.fromImage(reader.read())


def _nbytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
