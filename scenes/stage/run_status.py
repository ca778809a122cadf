"""Says in the status bar what the run on the stage does, with what it is trained, and how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.runs.run import Run
from metascope.scenes.stage.stopped import state_of
from metascope.simulator.engine.computing import DEVICE, ENGINE
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.translation import translate
from metascope.widgets.window.status_bar import StatusBar

if TYPE_CHECKING:
    from metascope.scenes.stage.stage import Stage  # imports pyqtgraph, for which the first paint does not wait


def show_status(bar: StatusBar, stage: Stage) -> None:
    """Show what the run on a stage does."""
    runner = stage.run.runner
    bar.set_state(_state(stage))
    bar.set_device(_trained_with(stage.run))
    bar.set_seed(stage.run.seed)
    bar.set_rates(runner.steps_per_second or None, stage.playback.frames_per_second or None)


def _state(stage: Stage) -> str:
    states = {
        RunState.PREPARING: translate("Window", "Getting ready…"),
        RunState.IDLE: translate("Window", "Ready. Press Space to train"),
        RunState.RUNNING: translate("Window", "Training"),
        RunState.PAUSED: translate("Window", "Paused"),
        RunState.FINISHED: translate("Window", "Finished. Press Space to train longer"),
    }
    if not stage.settings.trains:
        states[RunState.IDLE] = translate("Window", "Ready. Press Space to play the inner steps")
        states[RunState.FINISHED] = translate("Window", "Finished. Press Space to play the inner steps")
    if stage.notice.stopped is not None:
        return stage.notice.stopped.state
    runner = stage.run.runner
    return state_of(runner) if isinstance(runner, FollowedRunner) else states.get(runner.state, "")


def _trained_with(run: Run) -> str:
    """Return the device, threads and engine of a run, in words, as far as they are known."""
    if run.recorded:
        return translate("Window", "recorded by another program")
    if run.follows:
        return translate("Window", "trained elsewhere")
    device = getattr(run.settings, DEVICE, "cpu")
    if run.runner.engine == "compiled":
        text = translate("Window", "{device}, threads: {count}, compiled kernels")
    elif hasattr(run.settings, ENGINE) and run.settings.trains:
        text = translate("Window", "{device}, threads: {count}, reference")
    else:
        text = translate("Window", "{device}, threads: {count}")
    return text.format(device=device, count=run.threads)
