"""What follows the first paint is done in portions, between which the window answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMetaObject, Qt
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.first_opening import FirstOpening
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.look.plain import Label
from tests.waiting import LONGEST


def opening(done: list[str], preset: str | None = None) -> tuple[FirstOpening, Label]:
    def note(what: Preset | str | Path) -> bool:
        done.append(str(what))
        return True

    owner = Label()
    return FirstOpening(preset, None, note, note, owner), owner


def test_what_came_in_during_a_portion_is_answered_before_the_next(qtbot: QtBot) -> None:
    done = list[str]()
    found, owner = opening(done)
    qtbot.addWidget(owner)

    def be_asked_to_stop() -> None:
        done.append("first")
        QMetaObject.invokeMethod(found._timer, "stop", Qt.ConnectionType.QueuedConnection)

    found.then(be_asked_to_stop, lambda: done.append("second"))
    assert not done
    qtbot.waitUntil(lambda: done == ["first"] and not found._timer.isActive(), timeout=LONGEST)
    qtbot.wait(20)
    assert done == ["first"]


def test_a_window_that_closes_meanwhile_does_not_do_the_rest(qtbot: QtBot) -> None:
    done = list[str]()
    found, owner = opening(done, "two-tasks")
    qtbot.addWidget(owner)
    found.then(found.stop, lambda: done.append("too late"))
    qtbot.waitUntil(lambda: not found._works, timeout=LONGEST)
    qtbot.wait(20)
    assert not done


def test_what_waits_is_opened_after_what_it_needs_is_imported(qtbot: QtBot) -> None:
    done = list[str]()
    found, owner = opening(done, "two-tasks")
    qtbot.addWidget(owner)
    found.begin()
    assert found.waits
    assert not found.over
    qtbot.waitUntil(lambda: found.over, timeout=LONGEST)
    assert done == ["two-tasks"]
