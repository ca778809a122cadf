"""Says why a run stopped, could not start or is not written on elsewhere, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from metascope.scenes.runs.followed import FollowedRunner
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


def news_of(runner: FollowedRunner) -> tuple[Level, str]:
    """Return what a person should know of the file while it is followed, if anything."""
    following = runner.following
    name = following.path.name
    if following.stage == "gone":
        text = translate("Follow", "{name} is gone. It is followed again as soon as it is back.")
        return "warning", text.format(name=name)
    if following.overdue:
        text = translate(
            "Follow", "Nothing new in {name} for {time}. The program that writes it may have ended, or its run rests."
        )
        usual = following.usual
        if usual is not None:
            text = translate(
                "Follow",
                "Nothing new in {name} for {time}; before, there was something every {usual}. The program that writes "
                "it may have ended, or its run rests.",
            )
        return "warning", text.format(name=name, time=_about(following.quiet), usual=_about(usual or 0.0))
    return "warning", ""


def stopped_following(runner: FollowedRunner) -> Stopped | None:
    """Return the notice of a run that is not written any more, or that cannot be read any more."""
    following = runner.following
    name, reason = following.path.name, runner.reason
    if following.replaced:
        text = translate("Follow", "{name} holds another run now.").format(name=name)
        state, button = translate("Follow", "Another run in its file"), translate("Follow", "Follow it")
        return Stopped("warning", text, state, button, "follow")
    if following.problem is not None and reason is not None:
        text = translate("Follow", "{name} cannot be read on: {reason}. It is read on if that is mended.")
        state = translate("Follow", "Its file cannot be read")
        return Stopped("failure", text.format(name=name, reason=localized(reason)), state)
    if following.stage != "ended":
        return None
    opening = translate("Follow", "Open")
    step = f"{runner.recording.newest_step:,}"
    if reason is not None:
        text = translate("Follow", "The run in {name} stopped at meta-step {step}: {reason}.")
        text = text.format(name=name, step=step, reason=localized(reason))
        return Stopped("failure", text, translate("Follow", "Stopped elsewhere"), opening, "open")
    text = translate("Follow", "The run in {name} has ended at meta-step {step}. Open it to train on.")
    if runner.recorded:
        text = translate("Follow", "The run in {name} has ended at meta-step {step}.")
    return Stopped("info", text.format(name=name, step=step), translate("Follow", "Ended"), opening, "open")


def state_of(runner: FollowedRunner) -> str:
    """Return in a few words what becomes of the run, for the status bar."""
    following = runner.following
    if following.paused:
        return translate("Follow", "Not read on. Press Space to follow")
    if following.stage == "gone" or following.overdue:
        return translate("Follow", "Following: nothing new for {time}").format(time=_about(following.quiet))
    return translate("Follow", "Following {name}").format(name=following.path.name)


def _about(seconds: float) -> str:
    """Return a time that is told while it grows, in steps that a person can read."""
    if seconds < 60:
        return translate("Follow", "{count} s").format(count=int(seconds) // 10 * 10 or max(int(seconds), 1))
    if seconds < 3600:
        return translate("Follow", "{count} min").format(count=int(seconds / 60))
    if seconds < 86_400:
        return translate("Follow", "{count} h").format(count=int(seconds / 3600))
    return translate("Follow", "{count} days").format(count=round(seconds / 86_400))
