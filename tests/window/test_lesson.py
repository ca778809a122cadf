"""A lesson taken by real keys and a real mouse: read, train, choose, answer wrongly and rightly, and go on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.widgets.lessons.choices import Choice
from metascope.widgets.lessons.step_text import StepText
from metascope.widgets.methods.chips import MethodChips
from tests.scenes.hands import the_stage
from tests.waiting import LONGEST
from tests.window.hands import click, key
from tests.window.screen import picture

pytestmark = pytest.mark.window

LESSON = {
    "format": 1,
    "title": "By hand",
    "steps": [
        {"name": "open", "text": "Read.", "open": {"preset": "two-tasks"}, "controls": ["methods"]},
        {"name": "train", "text": "Train.", "highlight": ["view:landscape"], "do": {"reach": 15}, "controls": []},
        {"name": "choose", "text": "Choose.", "do": {"choose": "reptile"}, "controls": ["methods"]},
        {
            "name": "ask",
            "text": "Think.",
            "do": {"answer": {"question": "?", "choices": ["a", "b"], "right": 1, "told": ["no", "yes"]}},
        },
        {"name": "end", "text": "The end."},
    ],
}


def shown(window: Window) -> StepText:
    found = window.lessons.panel.shown
    assert found is not None
    return found


def test_a_lesson_is_taken_by_keys_and_clicks(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "by-hand.json"
    path.write_text(json.dumps(LESSON), encoding="utf-8")
    assert window.open_path(path)
    qtbot.waitUntil(lambda: window.stage is not None and not shown(window).waiting, timeout=LONGEST)
    qtbot.wait(300)
    picture("lesson-1-read")
    key(qtbot, "Next")  # Page Down
    assert window.lessons.index == 1
    key(qtbot, "Next")
    assert window.lessons.index == 1, "nothing is trained yet"
    key(qtbot, "space")
    qtbot.waitUntil(lambda: shown(window).done, timeout=LONGEST)
    picture("lesson-2-trained")
    key(qtbot, "Return")
    assert window.lessons.index == 2
    chips = the_stage(window).findChild(MethodChips)
    assert isinstance(chips, MethodChips)
    chip = chips.chip("reptile")
    assert chip is not None
    qtbot.waitUntil(chip.isVisible, timeout=LONGEST)
    qtbot.wait(500)  # what was hidden in the step before is laid out
    click(qtbot, chip)
    qtbot.waitUntil(lambda: shown(window).done, timeout=LONGEST)
    key(qtbot, "Next", "1")
    qtbot.waitUntil(lambda: "no" in shown(window).feedback, timeout=LONGEST)
    assert not shown(window).done
    right = window.lessons.panel.findChildren(Choice)[1]
    click(qtbot, right, QPoint(right.width() // 2, right.height() // 2))
    qtbot.waitUntil(lambda: shown(window).done, timeout=LONGEST)
    picture("lesson-3-answered")
    key(qtbot, "Prior")  # Page Up
    qtbot.waitUntil(lambda: window.lessons.index == 2 and shown(window).done, timeout=LONGEST)
    key(qtbot, "Next")
    assert window.lessons.index == 3
    assert shown(window).states == ("open", "open")
    key(qtbot, "2", "Next")
    qtbot.waitUntil(lambda: window.lessons.index == 4, timeout=LONGEST)
    key(qtbot, "Escape")
    assert window.lessons.panel.asking
    key(qtbot, "Escape", "Next")
    qtbot.waitUntil(lambda: not window.takes_lesson, timeout=LONGEST)
    picture("lesson-4-finished")
    assert window.lessons.panel.isHidden()
