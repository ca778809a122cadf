"""Sessions saved by earlier versions, opened in the window: every frame is drawn, and the run goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from tests.scenes.hands import notices, run_steps, settle, the_stage
from tests.tiers import first_quick
from tests.waiting import LONGEST

FILES = Path(__file__).parents[2] / "files"
OLDER = {"two-tasks": 12, "dragged": 12, "lstm-cell": 5}  # the newest meta-step


@pytest.mark.parametrize("name", first_quick(OLDER))
def test_an_older_session_is_drawn_and_goes_on(qtbot: QtBot, window: Window, name: str) -> None:
    assert window.open_path(FILES / f"{name}.metascope")
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    for step in range(OLDER[name] + 1):
        stage.timeline.outer_clock.go(step)
        settle()
        stage.playback.refresh()
        assert stage.playback.shown is not None
        assert stage.playback.shown.step == step
    stage.timeline.outer_clock.go_live()
    run_steps(qtbot, stage, 2)
    assert stage.run.recording.newest_step == OLDER[name] + 2
    qtbot.waitUntil(lambda: notices(window) == [], timeout=LONGEST)  # its progress, as long as it trains again
