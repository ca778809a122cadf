"""The workbench around a run: palette, preferences, log, what is kept between starts, and nothing left behind."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.preferences import Preferences
from metascope.scenes.shell import palette_entries
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.preferences_dialog import PreferencesDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.cli.languages import ENGLISH
from metascope.simulator.engine.files import presets
from metascope.widgets.language.speaking import set_language
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.matching import Entry, ranked
from metascope.widgets.window.notice import ErrorDialog
from metascope.widgets.window.palette import Palette
from tests.scenes.hands import notices, open_stage, run_steps, the_stage, trigger
from tests.tiers import first_quick
from tests.waiting import LONGEST


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def started(qtbot: QtBot) -> Iterator[Callable[[QSettings], Window]]:
    """Start the program's window with a store, as often as asked."""
    windows: list[Window] = []

    def start(store: QSettings) -> Window:
        for window in windows:
            window.close()
        made = new_window(LIGHT, store=QSettings(store.fileName(), QSettings.Format.IniFormat))
        windows.append(made)
        with qtbot.waitExposed(made, timeout=LONGEST):
            made.show()
        return made

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def preset_file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.json"
    path.write_text(presets.dumps(presets.find("two-tasks")), "utf-8")
    return path


def palette_of(window: Window) -> list[Entry]:
    return palette_entries.entries(window)


@pytest.mark.slow
def test_the_palette_offers_actions_scenarios_settings_and_recent_files(
    qtbot: QtBot, window: Window, preset_file: Path
) -> None:
    window.open_path(preset_file)
    offered = {entry.id for entry in palette_of(window)}
    assert {"action run.play", "scenario bad-start", "setting inner_rate", f"recent {preset_file}"} <= offered


def test_what_cannot_be_done_is_offered_as_such(window: Window) -> None:
    enabled = {entry.id: entry.enabled for entry in palette_of(window)}
    assert not enabled["action run.play"]
    assert enabled["action file.open"]


def test_what_is_named_in_chinese_is_found_by_its_english_name(qtbot: QtBot, qapp: QApplication) -> None:
    set_language(qapp, "zh_CN")
    try:
        made = new_window(LIGHT)
        qtbot.addWidget(made)
        found = palette_entries.entries(made)
    finally:
        set_language(qapp, ENGLISH)
    assert ranked("preferences", found)[0].id == "action edit.preferences"
    assert ranked("bad start", found)[0].id == "scenario bad-start"
    assert ranked("where a good", found)[0].id == "lesson where-a-good-start-lies"
    assert not ranked("preferences", found)[0].text.isascii()


@pytest.mark.slow
def test_choosing_in_the_palette_does_it(qtbot: QtBot, window: Window) -> None:
    trigger(window, "view.palette")
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    palette.search("open: bad")
    palette.search("wrong basin" if not palette.shown() else "bad")
    palette.chosen.emit("scenario bad-start")
    palette.close()
    assert the_stage(window).run.preset.name == "bad-start"


@pytest.mark.slow
def test_a_setting_chosen_in_the_palette_has_the_keyboard(qtbot: QtBot, window: Window, stage: Stage) -> None:
    window.docks["settings"].close()
    palette_entries.choose(window, "setting inner_rate")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=LONGEST)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Inner learning rate")


def test_layout_and_preferences_are_kept_between_starts(
    qtbot: QtBot, store: QSettings, started: Callable[[QSettings], Window]
) -> None:
    first = started(store)
    first.set_preferences(Preferences(theme="dark", recording_budget=128))
    open_stage(qtbot, first)
    first.docks["settings"].close()
    first.docks["log"].show()
    second = started(store)
    assert second.preferences == Preferences(theme="dark", recording_budget=128)
    stage = open_stage(qtbot, second)
    assert second.docks["settings"].isHidden()
    assert not second.docks["log"].isHidden()
    assert stage.run.recording.budget <= 128 << 20
    first.set_theme(LIGHT)


@pytest.mark.slow
def test_the_docks_are_not_shown_on_the_gallery_and_come_back_with_a_stage(qtbot: QtBot, window: Window) -> None:
    open_stage(qtbot, window)
    window.docks["log"].show()
    trigger(window, "file.gallery")
    assert not any(window.docks[name].isVisible() for name in ("settings", "log", "timeline"))
    assert not window.actions_["dock.log"].isEnabled()
    open_stage(qtbot, window)
    assert all(window.docks[name].isVisible() for name in ("settings", "log", "timeline"))


@pytest.mark.slow
def test_reset_layout_brings_the_docks_back(qtbot: QtBot, window: Window) -> None:
    open_stage(qtbot, window)
    window.docks["settings"].close()
    window.docks["log"].setFloating(True)
    trigger(window, "view.reset_layout")
    assert window.docks["settings"].isVisible()
    assert window.docks["log"].isHidden()


@pytest.mark.parametrize(
    "content",
    first_quick(
        [b"\x00\xff garbage", b"[window]\nlayout=7\n[preferences]\ntheme=purple\n[recent]\nfiles=no\n", b"[[[[", b""]
    ),
    ids=["bytes", "wrong", "broken", "empty"],
)
def test_a_store_that_cannot_be_read_gives_the_defaults_with_one_note(
    qtbot: QtBot, store: QSettings, started: Callable[[QSettings], Window], content: bytes
) -> None:
    Path(store.fileName()).write_bytes(content)
    window = started(store)
    qtbot.waitUntil(lambda: not content or bool(notices(window)), timeout=LONGEST)
    assert len(notices(window)) == bool(content)
    assert window.preferences == Preferences()
    open_stage(qtbot, window)
    assert window.docks["settings"].isVisible()


@pytest.mark.slow
def test_a_store_that_cannot_be_written_does_not_stop_the_program(
    qtbot: QtBot, tmp_path: Path, started: Callable[[QSettings], Window]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    window = started(QSettings(str(tmp_path / "file" / "kept.ini"), QSettings.Format.IniFormat))
    window.set_preferences(Preferences(recording_budget=128))
    open_stage(qtbot, window)
    assert window.close()


def test_chosen_preferences_hold_at_once(qtbot: QtBot, window: Window, stage: Stage) -> None:
    told: list[Preferences] = []
    window.preferences_changed.connect(told.append)
    trigger(window, "edit.preferences")
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    dialog.chosen.emit(Preferences(theme="dark", larger_type=True, recording_budget=64))
    dialog.close()
    assert len(told) == 1
    assert window.theme.name == "dark"
    assert window.theme.font("body").pixelSize() > DARK.font("body").pixelSize()
    qtbot.waitUntil(lambda: stage.run.recording.budget <= 64 << 20, timeout=LONGEST)
    window.set_preferences(Preferences(theme="light"))
    assert window.theme is LIGHT


@pytest.mark.slow
def test_the_log_tells_what_the_run_did(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    stage.steering.change("inner_rate", 0.25)
    qtbot.waitUntil(lambda: "Inner learning rate" in text_of_log(window), timeout=LONGEST)
    text = text_of_log(window)
    assert "0.25 after meta-step 3" in text
    assert "Two tasks, one start" in text
    assert "paused at meta-step 3" in text


def test_the_log_tells_notices_and_errors(window: Window, tmp_path: Path) -> None:
    window.open_path(tmp_path / "missing.json")
    window.report("ZeroDivisionError: one over nought", "Traceback\nof it")
    text = text_of_log(window)
    assert "warning" in text
    assert "missing.json" in text
    assert "error" in text
    assert "of it" in text
    for dialog in window.findChildren(ErrorDialog):
        dialog.close()


def test_a_closed_window_leaves_the_programs_logger_as_it_was(qtbot: QtBot) -> None:
    logger = logging.getLogger("metascope")
    before = (logger.level, logger.propagate, list(logger.handlers))
    window = new_window(LIGHT)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert (logger.level, logger.propagate, list(logger.handlers)) == before


def text_of_log(window: Window) -> str:
    window.log_bridge.look()
    return window.log_view.text()


@pytest.mark.slow
@pytest.mark.parametrize("id", ["view.palette", "edit.preferences", "help.keys"])
def test_dialogs_opened_and_closed_fifty_times_leave_nothing_behind(qtbot: QtBot, window: Window, id: str) -> None:
    trigger(window, id)
    close_dialogs(window)
    before = len(window.findChildren(QWidget))
    for _ in range(50):
        trigger(window, id)
        close_dialogs(window)
    assert len(window.findChildren(QWidget)) == before


@pytest.mark.slow
def test_docks_and_theme_changed_fifty_times_leave_nothing_behind(qtbot: QtBot, window: Window, stage: Stage) -> None:
    before = len(window.findChildren(QWidget))
    for _ in range(50):
        trigger(window, "dock.log")
        window.docks["settings"].setFloating(not window.docks["settings"].isFloating())
    for _ in range(4):
        trigger(window, "view.toggle_theme")
    assert len(window.findChildren(QWidget)) == before


def close_dialogs(window: Window) -> None:
    for dialog in window.findChildren(QDialog):
        dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
