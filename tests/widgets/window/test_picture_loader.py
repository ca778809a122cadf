"""Pictures of cards: read once they are seen, a few at a time, scaled once, and not all of them kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.window import picture_loader
from metascope.widgets.window.picture_loader import PictureLoader
from tests.waiting import LONGEST

SIZE = QSize(320, 180)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    paths = [tmp_path / f"{number}.png" for number in range(4)]
    for path in paths:
        assert image.save(str(path))
    return paths


@pytest.fixture
def asking(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def read(qtbot: QtBot, loader: PictureLoader) -> None:
    qtbot.waitUntil(lambda: not loader.waiting, timeout=LONGEST)


def test_a_picture_is_read_once_and_scaled_to_where_it_is_drawn(
    qtbot: QtBot, files: list[Path], asking: QWidget
) -> None:
    loader = PictureLoader()
    assert loader.picture(files[0], SIZE, asking) is None
    read(qtbot, loader)
    found = loader.picture(files[0], SIZE, asking)
    assert found is not None
    assert found.size() == SIZE * asking.devicePixelRatioF()
    assert loader.picture(files[0], SIZE, asking) is found
    assert loader.read == 1


def test_what_was_asked_for_last_is_read_first(qtbot: QtBot, files: list[Path], asking: QWidget) -> None:
    loader = PictureLoader()
    for path in files:
        loader.picture(path, SIZE, asking)
    qtbot.waitUntil(lambda: loader.read > 0, timeout=LONGEST)
    assert loader.picture(files[-1], SIZE, asking) is not None


def test_a_file_that_is_no_picture_gives_none_and_is_not_read_again(
    qtbot: QtBot, tmp_path: Path, asking: QWidget
) -> None:
    loader = PictureLoader()
    (tmp_path / "bad.png").write_text("no picture")
    for path in (tmp_path / "bad.png", tmp_path / "missing.png"):
        loader.picture(path, SIZE, asking)
        read(qtbot, loader)
        found = loader.picture(path, SIZE, asking)
        assert found is not None
        assert found.isNull()
    assert loader.read == 2


def test_no_more_is_kept_than_the_limit(
    qtbot: QtBot, files: list[Path], asking: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_loader, "KEPT", 2 * 4 * 320 * 180)
    loader = PictureLoader()
    for path in files:
        loader.picture(path, SIZE, asking)
        read(qtbot, loader)
    assert loader.nbytes <= 2 * 4 * 320 * 180
    assert loader.picture(files[0], SIZE, asking) is None, "it was drawn longest ago"


def test_a_widget_that_is_gone_is_not_painted(qtbot: QtBot, files: list[Path]) -> None:
    import shiboken6

    loader = PictureLoader()
    gone = QWidget()
    loader.picture(files[0], SIZE, gone)
    shiboken6.delete(gone)
    read(qtbot, loader)
    assert loader.read == 1


def test_whoever_waits_asks_again(files: list[Path], asking: QWidget) -> None:
    loader = PictureLoader()
    loader.picture(files[0], SIZE, asking)
    loader.ask_again()
    assert loader.waiting == 0
