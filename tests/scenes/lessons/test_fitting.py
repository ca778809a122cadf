"""A lesson where there is little room: a small window, large type."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.lessons.fitting import READING
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons.lesson import Bound, Set
from tests.scenes.hands import the_stage
from tests.scenes.lessons.written import OPENED, take, write

SMALL = (640, 400)  # px: 1280 x 800 at 200 %
SET = {"name": "set", "text": "x", "controls": ["methods", "inner_steps"],
       "highlight": ["setting:inner_steps"], "do": {"set": {"inner_steps": 0}}}  # fmt: skip


@pytest.mark.usefixtures("kernels")
def test_settings_take_the_pictures_place_in_a_small_window(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(*SMALL)
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, SET, {"text": "x"}))
    stage, dock = the_stage(window), window.docks["settings"]
    assert (window.width(), window.height()) == SMALL, "the panel has room beside the picture"
    person.press(Qt.Key.Key_PageDown)
    person.until(lambda: person.lessons.rings > 0, "see the setting")
    qtbot.wait(100)
    assert (window.width(), window.height()) == SMALL, "the settings have room beside the panel"
    row = stage.form.show_setting("inner_steps")
    assert row.mapTo(window, row.rect().topRight()).x() < window.width()
    assert not stage.isVisible()
    person.do(Set({"inner_steps": Bound(equals=0)}))
    person.until(stage.isVisible, "see what has come of it")
    assert dock.isHidden()
    assert not isinstance(QApplication.focusWidget(), QAbstractButton), "no button has the keys by accident"
    qtbot.wait(100)
    assert (window.width(), window.height()) == SMALL


@pytest.mark.usefixtures("kernels")
def test_the_settings_stay_while_a_slider_is_held(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(*SMALL)
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, SET, {"text": "x"}))
    stage = the_stage(window)
    person.press(Qt.Key.Key_PageDown)
    person.until(lambda: person.lessons.rings > 0, "see the setting")
    slider = window.docks["settings"].findChildren(QAbstractSlider)[0]
    slider.setSliderDown(True)
    person.do(Set({"inner_steps": Bound(equals=0)}))
    qtbot.wait(600)
    assert not stage.isVisible()
    slider.setSliderDown(False)
    person.until(stage.isVisible, "see what has come of it")


def test_the_picture_comes_back_where_the_lesson_is_left(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(*SMALL)
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, SET))
    person.press(Qt.Key.Key_PageDown)
    person.until(lambda: not the_stage(window).isVisible(), "see the settings instead of the picture")
    window.resize(1400, 800)
    person.until(lambda: the_stage(window).isVisible(), "see all where there is room")
    window.resize(*SMALL)
    person.lessons.leave()
    assert the_stage(window).isVisible()


def test_the_panel_is_as_wide_as_suits_the_window_and_the_type(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(1280, 800)
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, {"text": "x"}))
    panel = person.lessons.panel
    usual = panel.width()
    assert READING < usual <= panel.sizeHint().width()
    window.presentation.enter()
    person.until(lambda: panel.width() != usual, "see larger type")
    assert panel.width() <= window.width() * 2 // 7 + 1, "the picture has more"
    window.presentation.leave()
    window.resize(1280, 800)
    person.until(lambda: panel.width() == usual, "see it as before")
