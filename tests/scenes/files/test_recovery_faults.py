"""A kill before every call with which runs are autosaved: what was written comes back, and nothing else is deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from metascope.scenes.files.autosave import Autosave
from metascope.scenes.files.recovery_dialog import recover
from metascope.scenes.files.slots import LOCK, Slot
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.history.recording import BUDGET
from tests.faults import kept_at_each_call
from tests.scenes.files.test_autosave import entry, trained, until_paused


def readable(folder: Path) -> dict[str, int]:
    """Return the last meta-step of each file of a run that opens by itself."""
    found = {}
    for path in folder.glob("run-*"):
        try:
            session = open_session(path)
        except UserError:
            continue
        session.close()
        found[path.name] = session.recording.newest_step
    return found


@pytest.mark.parametrize("every", [40, pytest.param(1, marks=pytest.mark.slow)])
def test_whatever_a_kill_leaves_comes_back(qtbot: QtBot, tmp_path: Path, every: int) -> None:
    owner, tried = QObject(), 0
    (copies := tmp_path / "copies").mkdir()
    with trained(5) as first, trained(3) as second:
        autosave = Autosave(tmp_path / "live", lambda: [], owner)
        slot = Slot.new(tmp_path / "live")
        states: list[Path] = []
        for place, runs in enumerate(((first,), (first, second), (second,), (second, first))):
            if place:
                second.runner.run(2)
                until_paused(second)
            target = copies / str(place)
            target.mkdir()
            with kept_at_each_call(slot.folder, target) as made:
                autosave._write(slot, [entry(run, 1 if run is first else 2) for run in runs])
            states += made
        for state in states[::every]:
            (state / LOCK).unlink(missing_ok=True)
            left = Slot(state)
            there = readable(state)
            found, _ = recover(left, 1, BUDGET)
            assert {left.path(one.entry.key).name: one.run.recording.newest_step for one in found} == there
            for one in found:
                assert one.run.end(5.0)
            left.release()
            tried += 1
        for _, journal in autosave._journals.values():
            journal.close()
        slot.remove()
    owner.deleteLater()
    assert tried > 60 // every
