"""Preferences: kept, read with mistrust, and chosen in a dialog."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.preferences import Preferences, read_preferences, write_preferences
from metascope.scenes.shell.preferences_dialog import PreferencesDialog
from metascope.widgets.form.rows import ProblemLine
from metascope.widgets.look.theme import LIGHT
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.person import named, press, type_text

OWN = Preferences(theme="dark", larger_type=True, recording_budget=512, autosave_interval=60)


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def reopened(store: QSettings) -> QSettings:
    store.sync()
    return QSettings(store.fileName(), QSettings.Format.IniFormat)


def test_what_is_kept_is_read_again(store: QSettings) -> None:
    write_preferences(store, OWN)
    assert read_preferences(reopened(store)) == (OWN, ())


def test_nothing_kept_is_the_default() -> None:
    assert read_preferences(None) == (Preferences(), ())


def test_what_goes_back_to_the_default_is_forgotten(store: QSettings) -> None:
    write_preferences(store, OWN)
    write_preferences(store, Preferences())
    assert reopened(store).allKeys() == []


@pytest.mark.parametrize("value", ["seven", "", "null, ", '"64"', "7", "1e999", "[" * 5000, "99999", "true", "64.5"])
def test_a_bad_value_gives_its_default_and_a_note_and_the_others_stay(store: QSettings, value: str) -> None:
    write_preferences(store, OWN)
    store.setValue("preferences/recording_budget", value)
    found, problems = read_preferences(reopened(store))
    assert found == OWN.replaced(recording_budget=160)
    assert len(problems) == 1
    assert "recording_budget" in problems[0].where


@pytest.mark.parametrize("content", [b"\x00\xff\x00garbage", b"[preferences\nrecording_budget", b"= = =\n[[[\n"])
def test_a_store_that_is_none_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kept.ini"
    path.write_bytes(content)
    found, _ = read_preferences(QSettings(str(path), QSettings.Format.IniFormat))
    assert found == Preferences()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> PreferencesDialog:
    made = PreferencesDialog(Preferences(), tmp_path, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(dialog: PreferencesDialog) -> list[Preferences]:
    heard: list[Preferences] = []
    dialog.chosen.connect(heard.append)
    return heard


def test_a_person_chooses_and_accepts(dialog: PreferencesDialog, told: list[Preferences]) -> None:
    named(dialog, QCheckBox, "Larger text").click()
    box = named(dialog, QDoubleSpinBox, "Autosave")
    box.selectAll()
    type_text(box, "120")
    dialog.accept()
    assert told == [Preferences(larger_type=True, autosave_interval=120)]
    assert not dialog.isVisible()


def test_changing_ones_mind_tells_nothing(dialog: PreferencesDialog, told: list[Preferences]) -> None:
    named(dialog, QCheckBox, "Larger text").click()
    dialog.reject()
    assert told == []


def test_a_budget_out_of_bounds_becomes_the_bound_and_says_so(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    box = named(dialog, QDoubleSpinBox, "Recording memory")
    dialog.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=LONGEST)
    box.selectAll()
    type_text(box, "9")
    press(box, Qt.Key.Key_Tab)
    assert box.value() == 64
    assert any("at least 64" in line.text() for line in dialog.findChildren(ProblemLine))


def test_the_defaults_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PreferencesDialog(OWN, tmp_path, LIGHT)
    qtbot.addWidget(dialog)
    heard: list[Preferences] = []
    dialog.chosen.connect(heard.append)
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    dialog.accept()
    assert heard == [Preferences()]


def test_the_dialog_says_where_autosaves_lie(dialog: PreferencesDialog, tmp_path: Path) -> None:
    assert any(str(tmp_path) in label.text() for label in dialog.findChildren(type(dialog._place)))


@pytest.mark.slow
def test_fifty_dialogs_leave_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(50):
        assert is_freed(lambda: PreferencesDialog(Preferences(), tmp_path, LIGHT))


def test_the_schema_is_plain_json() -> None:
    json.dumps(Preferences.model_json_schema())
