"""Says why a run stopped or could not start, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.computing import DEVICE, FOLDER, unavailable
from metascope.simulator.engine.settings import missing_data
from metascope.widgets.look.text import localized
from metascope.widgets.look.translation import setting_text, translate
from metascope.widgets.window.notice import Level

# nothing, show the traceback, choose where the data are, use the CPU; of a file that was followed: open or follow it
Remedy = Literal["", "details", "folder", "cpu", "open", "follow"]


@dataclass(frozen=True)
class Stopped:
    """The notice of a run that stopped: its text, and what its button, if any, offers."""

    level: Level
    text: str
    state: str  # in a few words
    button: str = ""
    remedy: Remedy = ""
    setting: str = ""  # that names the folder


def stopped(run: Run) -> Stopped | None:
    """Return the notice of a run that has failed, None where there is no reason yet."""
    runner, missing = run.runner, missing_data(run.settings)
    choose, error = translate("Stage", "Choose folder"), translate("Stage", "Stopped by an error")
    waiting = translate("Stage", "Waiting for data")
    if missing is not None:
        text = translate("Stage", "This scenario learns from data of yours. Choose where they are: {title}.")
        return Stopped("info", text.format(title=setting_text(missing.title)), waiting, choose, "folder", missing.name)
    if runner.reason is None:
        return None
    place, reason = unavailable(run.settings) if runner.settings is None else "", localized(runner.reason)
    if place == DEVICE and run.recording.newest_step >= 0:
        text = translate(
            "Stage",
            "This run was trained on a GPU, which torch does not find here. Press Space to train the rest on the CPU, "
            "in a branch",
        )
        state = translate("Stage", "Trained on a GPU. Press Space to train the rest on the CPU")
        return Stopped("info", text, state, translate("Stage", "Use the CPU"), "cpu")
    if place == DEVICE:
        text = translate("Stage", "The run could not start: {reason}. Press Space to start it on the CPU")
        return Stopped("failure", text.format(reason=reason), error, translate("Stage", "Use the CPU"), "cpu")
    text = translate("Stage", "The run stopped: {reason}. The last valid picture and weights are kept.")
    if runner.settings is None:
        text = translate("Stage", "The run could not start: {reason}. Press Space to try again")
    if place == FOLDER:
        return Stopped("failure", text.format(reason=reason), waiting, choose, "folder", FOLDER)
    details = translate("Stage", "Details") if runner.traceback else ""
    return Stopped("failure", text.format(reason=reason), error, details, "details")
