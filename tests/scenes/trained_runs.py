"""A run without a window, for tests of what draws runs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run, start_run
from metascope.scenes.scene import Scene
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.theme import LIGHT
from tests.waiting import until


@contextmanager
def trained(name: str = "two-tasks", steps: int = 30, **values: object) -> Iterator[Run]:
    """Give a run that has done some meta-steps and pauses; its worker ends afterwards."""
    preset = presets.find(name)
    run = start_run(preset, preset.settings.replaced(**values))
    run.runner.throttle(None)
    try:
        do_steps(run, steps)
        yield run
    finally:
        run.runner.stop()


def do_steps(run: Run, count: int) -> None:
    """Do so many meta-steps more."""
    run.runner.run(count)
    until(lambda: run.runner.state not in (RunState.PREPARING, RunState.IDLE, RunState.RUNNING))


def drawn(qtbot: QtBot, run: Run) -> Scene:
    """Return a scene of the run, its newest frame drawn."""
    scene = build_scene(run.preset.story, run.settings, LIGHT)
    qtbot.addWidget(scene)
    frame = run.recording.newest
    assert frame is not None
    scene.draw(frame, frame.ticks() - 1, scene.methods()[0][0])
    scene.draw_curves(run.recording.metrics, frame.step)
    return scene
