"""Reads a picture that a person pastes or drops: limits are checked before anything is decoded."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.widgets.look.translation import translate

Grey = NDArray[np.uint8]  # (height, width) 255 is white
FORMATS = ("png", "jpeg", "bmp", "webp")
LARGEST_FILE = 32 << 20  # bytes
LARGEST_SIDE = 10_000  # pixels
MOST_PIXELS = 40_000_000
MEGABYTES = 256  # that Qt may allocate for one picture
FINE = 512  # pixels: larger pictures are made smaller


def can_read(data: QMimeData) -> bool:
    """Return whether what is dropped or pasted is a picture or one file."""
    return data.hasImage() or _file_of(data) is not None


def read_mime(data: QMimeData) -> Grey:
    """Return the picture that is dropped or pasted: a picture itself, or one file.

    Raises:
        UserError: there is none, or it is refused as by `read_file`.
    """
    path = _file_of(data)
    if path is not None:
        return read_file(path)
    image = data.imageData() if data.hasImage() else None
    where = translate("Reading", "Clipboard")
    if not isinstance(image, QImage) or image.isNull():
        raise refuse(where, say("must have a picture or the file of one"))
    _check_size(where, image.size())
    return grey_of(image)


def read_file(path: Path) -> Grey:
    """Return a picture file in grey, at most `FINE` pixels along an edge.

    Raises:
        UserError: it is no regular file, too large, unreadable, or not a PNG, JPEG, BMP or WebP picture.
    """
    content = _content(path)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace")
    if kind not in FORMATS:
        raise refuse(str(path), say("must be a picture: PNG, JPEG, BMP or WebP"))
    _check_size(str(path), reader.size())
    before = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(MEGABYTES)
    try:
        image = reader.read()
    finally:
        QImageReader.setAllocationLimit(before)
    if image.isNull():
        raise refuse(str(path), say("cannot be read as a picture: {reason}", reason=reader.errorString()))
    return grey_of(image)


def grey_of(image: QImage) -> Grey:
    """Return an image in grey, at most `FINE` pixels along an edge.

    What is transparent becomes white, or black where what is opaque is rather light.
    """
    if max(image.width(), image.height()) > FINE:
        image = image.scaled(
            QSize(FINE, FINE), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    colours = rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4).astype(np.float64)
    grey = colours[..., :3] @ np.array([0.299, 0.587, 0.114])  # (height, width) ITU-R BT.601
    opaque = colours[..., 3] / 255
    paper = 0.0 if opaque.min() < 1 and (grey * opaque).sum() > 127.5 * opaque.sum() else 255.0
    return np.asarray(np.rint(grey * opaque + paper * (1 - opaque)), np.uint8)


def _file_of(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None


def _content(path: Path) -> bytes:
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise refuse(str(path), say("must be a picture, but is not a file"))
            content = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=error.strerror)) from None
    if len(content) > LARGEST_FILE:
        raise refuse(str(path), say("must have at most {most} bytes", most=LARGEST_FILE))
    return content


def _check_size(where: str, size: QSize) -> None:
    """Refuse a size that is unknown or too large."""
    wide, high = size.width(), size.height()
    if not size.isValid() or wide < 1 or high < 1:
        raise refuse(where, say("must be a complete picture"))
    if max(wide, high) > LARGEST_SIDE or wide * high > MOST_PIXELS:
        sentence = "must have at most {most} pixels, {side} along an edge, not {width} × {height}"
        raise refuse(where, say(sentence, most=MOST_PIXELS, side=LARGEST_SIDE, width=wide, height=high))
