"""Files: opened by dialog, drop, palette and the list of recent ones; what is none of ours is told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from scenes.shell import palette_entries
from scenes.shell.window import Window
from scenes.stage.stage import Stage
from simulator.engine.files import presets
from tests.scenes.hands import notices, the_stage, trigger
from widgets.window.drops import DropTarget


@pytest.fixture
def preset_file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.json"
    path.write_text(presets.dumps(presets.find("two-tasks")), "utf-8")
    return path


def data(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def drag(window: Window, mime: QMimeData) -> QDragEnterEvent:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(100, 100), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, event)
    return event


def drop(window: Window, mime: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag(window, mime)
    QApplication.sendEvent(window, QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, mime, buttons, keys))


def hint(window: Window) -> str:
    found = window.findChild(DropTarget)
    assert isinstance(found, DropTarget)
    return found.hint


def test_any_kind_of_file_is_opened_by_what_it_is(window: Window, preset_file: Path) -> None:
    nameless = preset_file.with_suffix("")
    preset_file.rename(nameless)
    assert window.open_path(nameless)
    assert the_stage(window).run.preset.title == presets.find("two-tasks").title


@pytest.mark.parametrize(("name", "content"), [("it.png", b"\x89PNG\r\n"), ("it.txt", b"hello"), ("it", b"")])
def test_what_is_no_file_of_ours_is_told_in_one_sentence(
    window: Window, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not window.open_path(path)
    assert notices(window) == [
        f"{path}: must be a scenario (.json), a session (.metascope) or a weights file (.safetensors)"
    ]


def test_a_folder_and_a_missing_file_are_told(window: Window, tmp_path: Path) -> None:
    assert not window.open_path(tmp_path)
    assert "folder" in notices(window)[0]
    assert not window.open_path(tmp_path / "missing")
    assert "missing" in notices(window)[0]


def test_a_file_that_is_dragged_over_the_window_is_hinted_at(window: Window, preset_file: Path) -> None:
    assert drag(window, data(preset_file)).isAccepted()
    assert "mine.json" in hint(window)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert hint(window) == ""


def test_a_dropped_preset_is_opened(window: Window, preset_file: Path) -> None:
    drop(window, data(preset_file))
    assert the_stage(window).run.preset.name == "mine"
    assert hint(window) == ""


@pytest.mark.slow
def test_anything_else_that_is_dropped_is_told_once(qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path) -> None:
    picture = tmp_path / "it.png"
    picture.write_bytes(b"\x89PNG\r\n")
    text = QMimeData()
    text.setText("hello")
    for mime in (data(picture), data(picture, picture), text):
        drop(window, mime)
        assert len(notices(window)) == 1
        assert the_stage(window) is stage


def test_opened_files_are_listed_the_newest_first(window: Window, preset_file: Path) -> None:
    window.open_path(preset_file)
    other = preset_file.with_name("other.json")
    other.write_text(preset_file.read_text("utf-8"), "utf-8")
    window.open_path(other)
    assert recent_menu(window) == ["other.json", "mine.json"]
    trigger(window, "recent.clear")
    assert recent_menu(window) == []


@pytest.mark.slow
def test_a_file_that_is_gone_is_taken_off_the_list_with_a_message(window: Window, preset_file: Path) -> None:
    window.open_path(preset_file)
    preset_file.unlink()
    palette_entries.choose(window, f"recent {preset_file}")
    assert "no longer exists" in notices(window)[0]
    assert recent_menu(window) == []


def test_a_bad_file_is_not_listed(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text("{", "utf-8")
    window.open_path(path)
    assert recent_menu(window) == []


def recent_menu(window: Window) -> list[str]:
    menu = next(menu for menu in window.findChildren(QMenu) if window.actions_["recent.clear"] in menu.actions())
    menu.aboutToShow.emit()
    named = [action for action in menu.actions() if not action.isSeparator()]
    return [action.text() for action in named if action is not window.actions_["recent.clear"]]
