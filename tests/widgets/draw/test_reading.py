"""Pictures are read whole or refused by name, before anything large is decoded."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.errors import UserError
from metascope.widgets.draw import reading
from metascope.widgets.draw.reading import FINE, can_read, grey_of, read_file, read_mime


def saved(path: Path, size: tuple[int, int] = (40, 30), colour: tuple[int, ...] = (255, 255, 255)) -> Path:
    Image.new("RGB" if len(colour) == 3 else "RGBA", size, colour).save(path)
    return path


def huge(path: Path, side: int) -> Path:
    """Write the head of a PNG file that says it has side * side pixels, and no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")))
    return path


@pytest.mark.parametrize("ending", ["png", "jpg", "bmp", "webp"])
def test_common_files_are_read_in_grey(qapp: QApplication, tmp_path: Path, ending: str) -> None:
    found = read_file(saved(tmp_path / f"one.{ending}", colour=(0, 200, 0)))
    assert found.shape == (30, 40)
    assert abs(int(found.mean()) - round(0.587 * 200)) <= 2


def test_a_picture_is_known_by_its_content_not_its_name(qapp: QApplication, tmp_path: Path) -> None:
    saved(tmp_path / "one.png").rename(tmp_path / "one.jpg")
    assert read_file(tmp_path / "one.jpg").shape == (30, 40)
    (tmp_path / "two.png").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    with pytest.raises(UserError, match=r"two\.png: must be a picture: PNG, JPEG, BMP or WebP"):
        read_file(tmp_path / "two.png")


def test_what_is_too_large_is_refused_before_it_is_decoded(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decode(reader: QImageReader) -> QImage:
        raise AssertionError("decoded")

    monkeypatch.setattr(QImageReader, "read", decode)
    for side in (7_000, 20_000):
        with pytest.raises(UserError, match=f"at most .* pixels.* {side} × {side}"):
            read_file(huge(tmp_path / "huge.png", side))
    monkeypatch.setattr(reading, "LARGEST_FILE", 100)
    with pytest.raises(UserError, match="at most 100 bytes"):
        read_file(saved(tmp_path / "long.bmp"))


def test_broken_and_missing_files_are_refused_by_name(qapp: QApplication, tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.png").write_bytes(b"")
    for name in ("cut.png", "empty.png", "missing.png"):
        with pytest.raises(UserError, match=name):
            read_file(tmp_path / name)
    with pytest.raises(UserError, match=r"is not a file|cannot be read"):
        read_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(qapp: QApplication, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(UserError, match="is not a file"):
        read_file(tmp_path / "pipe.png")


def test_the_limit_of_allocation_is_left_as_it_was(qapp: QApplication, tmp_path: Path) -> None:
    before = QImageReader.allocationLimit()
    read_file(saved(tmp_path / "one.png"))
    assert QImageReader.allocationLimit() == before


def test_a_large_picture_becomes_smaller_in_proportion(qapp: QApplication, tmp_path: Path) -> None:
    assert read_file(saved(tmp_path / "wide.png", (4 * FINE, FINE))).shape == (FINE // 4, FINE)


def test_what_is_transparent_becomes_the_opposite_of_what_is_not(qapp: QApplication) -> None:
    for ink, paper in ((0, 255), (255, 0)):
        image = QImage(10, 10, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0))
        image.setPixelColor(4, 4, QColor(ink, ink, ink))
        grey = grey_of(image)
        assert (int(grey[4, 4]), int(grey[0, 0])) == (ink, paper)


def test_a_clipboards_picture_or_file_is_read(qapp: QApplication, tmp_path: Path) -> None:
    image, with_image, with_file, with_text = QImage(8, 6, QImage.Format.Format_RGB32), *(QMimeData() for _ in range(3))
    image.fill(QColor(255, 255, 255))
    with_image.setImageData(image)
    with_file.setUrls([QUrl.fromLocalFile(str(saved(tmp_path / "one.png")))])
    with_text.setText("hello")
    assert [can_read(one) for one in (with_image, with_file, with_text)] == [True, True, False]
    assert np.array_equal(read_mime(with_image), np.full((6, 8), 255))
    assert read_mime(with_file).shape == (30, 40)
    with pytest.raises(UserError, match="must have a picture"):
        read_mime(with_text)
