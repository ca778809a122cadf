"""Copies the run on the stage to the clipboard as a Python script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.files.script import script
from metascope.simulator.engine.story import require_trained
from metascope.widgets.look.translation import preset_text

if TYPE_CHECKING:
    from metascope.scenes.stage.stage import Stage


def copy_script(stage: Stage) -> str:
    """Copy a script that reproduces the run so far to the clipboard, and return it."""
    text = script_of(stage.run)
    QGuiApplication.clipboard().setText(text)
    return text


def script_of(run: Run) -> str:
    """Return a script that reproduces the run up to its newest frame.

    Raises:
        UserError: another program recorded the run.
    """
    require_trained(run.preset.story)
    past = run.recording.snapshot()
    return script(
        run.preset.story,
        run.settings,
        past.steering,
        max(past.step, 0),
        title=preset_text(run.preset.title),
        threads=run.threads,
        origin=None if run.fresh else past.origin,
    )
