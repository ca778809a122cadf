"""Lessons that a teacher writes, for tests, and how they are begun."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from tests.scenes.lessons.person import Person

OPENED = {"name": "open", "text": "Two curves.", "open": {"preset": "two-tasks"}, "controls": ["methods"]}
QUESTION = {
    "name": "ask",
    "text": "k = {setting:inner_steps}",
    "do": {"answer": {"question": "?", "choices": ["a", "b"], "right": 1, "told": ["no", "yes"]}},
}


def write(path: Path, *steps: dict[str, Any], **more: Any) -> Path:
    """Write a lesson."""
    path.write_text(json.dumps({"format": 1, "title": "Mine", "steps": steps, **more}), encoding="utf-8")
    return path


def take(window: Window, qtbot: QtBot, path: Path) -> Person:
    """Begin a lesson, and wait until its first step can be taken."""
    assert window.open_path(path)
    person = Person(window, qtbot)
    person.until(lambda: not person.shown().waiting, "begin")
    return person
