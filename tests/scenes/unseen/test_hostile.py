"""Sessions that somebody else made, opened in the window: one clear notice, and never more than that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from metascope.scenes.export.animation_job import AnimationJob, Film, outer_shots
from metascope.scenes.export.composition import PictureOptions
from metascope.scenes.runs.run import Run
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import save
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.widgets.look.theme import LIGHT
from tests.scenes.hands import notices, open_stage, run_steps, settle, the_stage
from tests.scenes.trained_runs import trained
from tests.tiers import first_quick
from tests.waiting import LONGEST

LAST = 8
Change = Callable[[NDArray[Any]], NDArray[Any]]
CHANGES: dict[str, Change] = {
    "one less": lambda array: array[:-1],
    "none": lambda array: array[:0],
    "another axis": lambda array: array[None],
    "flat": lambda array: array.reshape(-1),
    "a number": lambda array: np.zeros((), array.dtype),
    "twice": lambda array: np.concatenate([array, array]),
    "not a number": lambda array: array * np.nan,
}
FIELDS = ("phi", "theta", "loss", "directions")
PAIRS = [pair for number, pair in enumerate(product(FIELDS, CHANGES)) if pair[0] == "phi" or number % 2]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with trained("two-dimensions", LAST, inner_steps=3) as made:
        yield made


def changed(frame: Frame | None, field: str, change: Change) -> Frame:
    """Return the frame with another array in one of its fields."""
    assert isinstance(frame, LandscapesFrame)
    values: dict[str, Any] = {field: np.array(change(getattr(frame, field)), order="C")}
    return replace(frame, **values)


def hostile(run: Run, path: Path, change: Callable[[Frame | None], Frame], steps: range) -> Path:
    """Save the run as a whole session, some frames of which are not what a run makes."""
    past = run.recording.snapshot()
    frames = {step: change(frame) if step in steps else frame for step, frame in past.frames.items()}
    save(path, run.head(), replace(past, frames=frames))
    return path


def opened(qtbot: QtBot, window: Window, path: Path) -> Stage:
    assert window.open_path(path)
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    return stage


def step_shown(stage: Stage) -> int:
    assert stage.playback.shown is not None
    return stage.playback.shown.step


def look_at_everything(stage: Stage) -> None:
    """Look at every meta-step and some of its inner ticks."""
    for step in range(LAST + 1):
        stage.timeline.outer_clock.go(step)
        for tick in (0, 2, stage.timeline.clocks.inner.newest):
            stage.timeline.inner_clock.go(tick)
            settle()
    stage.grab()


@pytest.mark.parametrize(("field", "change"), first_quick(PAIRS))
def test_a_session_of_other_shapes_is_refused_or_drawn_and_the_run_before_is_untouched(
    qtbot: QtBot, window: Window, stage: Stage, run: Run, tmp_path: Path, field: str, change: str
) -> None:
    run_steps(qtbot, stage, 2)
    path = hostile(run, tmp_path / "a.metascope", lambda frame: changed(frame, field, CHANGES[change]), range(LAST + 1))
    if window.open_path(path):
        qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)
        look_at_everything(the_stage(window))
        return
    assert the_stage(window) is stage
    (said,) = notices(window)
    assert str(path) in said
    assert "cannot be drawn" in said
    run_steps(qtbot, stage, 2)
    assert stage.run.recording.newest_step == 4
    assert [node.run for node in window.desk.tree.nodes] == [stage.run]


@pytest.mark.slow
@pytest.mark.parametrize("factor", [1e300, np.nan, 1e12, 1e-12, 0.0, -1.0])
def test_surfaces_beyond_all_measure_do_not_end_the_program(
    qtbot: QtBot, window: Window, run: Run, tmp_path: Path, factor: float
) -> None:
    def far(frame: Frame | None) -> Frame:
        assert isinstance(frame, LandscapesFrame)
        return replace(frame, surfaces=replace(frame.surfaces, axis=frame.surfaces.axis * factor))

    look_at_everything(opened(qtbot, window, hostile(run, tmp_path / "a.metascope", far, range(2, 6))))


def short(frame: Frame | None) -> Frame:
    return changed(frame, "phi", CHANGES["none"])


def test_frames_that_cannot_be_drawn_are_told_and_the_last_picture_stays(
    qtbot: QtBot, window: Window, run: Run, tmp_path: Path
) -> None:
    path = hostile(run, tmp_path / "a.metascope", short, range(2, 4))
    stage = opened(qtbot, window, path)
    stage.timeline.outer_clock.go(5)
    told: list[UserError] = []
    stage.playback.unreadable.connect(told.append)
    stage.timeline.outer_clock.go(3)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=LONGEST)
    assert step_shown(stage) == 5
    assert any(str(path) in text and "meta-step 3 cannot be drawn" in text for text in notices(window))
    stage.timeline.outer_clock.go(6)
    qtbot.waitUntil(lambda: step_shown(stage) == 6, timeout=LONGEST)
    look_at_everything(stage)
    assert len(told) == 2  # of meta-step 2


@pytest.mark.slow
def test_a_session_with_such_frames_trains_on_and_loops(qtbot: QtBot, window: Window, run: Run, tmp_path: Path) -> None:
    stage = opened(qtbot, window, hostile(run, tmp_path / "a.metascope", short, range(2, 4)))
    stage.timeline.toggle_loop()
    seen: set[int] = set()
    stage.playback.drawn.connect(lambda frame: seen.add(frame.step))
    qtbot.waitUntil(lambda: seen >= {0, 1, 4, 5, 6, 7}, timeout=LONGEST)
    assert not seen & {2, 3}
    stage.run.runner.throttle(None)
    run_steps(qtbot, stage, 4)
    assert stage.run.recording.newest_step == LAST + 4
    assert stage.run.runner.state is RunState.PAUSED


@pytest.mark.slow
def test_a_ghost_with_such_frames_is_not_seen_there(qtbot: QtBot, window: Window, run: Run, tmp_path: Path) -> None:
    opened(qtbot, window, hostile(run, tmp_path / "a.metascope", short, range(2, 4)))
    other = open_stage(qtbot, window, "two-dimensions", inner_steps=3)
    run_steps(qtbot, other, LAST)
    window.desk.view.ghost_toggled.emit(window.desk.tree.nodes[0].key, True)
    look_at_everything(other)
    ghosts = window.desk._company.ghosts
    assert ghosts is not None
    seen = []
    for step in (1, 3, 5):
        other.timeline.outer_clock.go(step)
        ghosts.settle()
        seen.append(ghosts._twins[0][1].present)
    assert seen == [True, False, True]


@pytest.mark.slow
def test_an_animation_of_such_frames_tells_why_it_is_not_made(
    qtbot: QtBot, window: Window, run: Run, tmp_path: Path
) -> None:
    stage = opened(qtbot, window, hostile(run, tmp_path / "a.metascope", short, range(2, 4)))
    film = Film(outer_shots(stage.run.recording, 0, LAST, 1), PictureOptions(LIGHT, "maml", False), "gif", 320, 240, 10)
    job = AnimationJob(stage.run, stage.scene, {}, film, tmp_path / "a.gif", window)
    with qtbot.waitSignal(job.failed, timeout=LONGEST) as failed:
        pass
    assert "meta-step 2 cannot be drawn" in str(failed.args[0])
    assert not (tmp_path / "a.gif").exists()
    settle()


@pytest.mark.parametrize("share", first_quick([0.3, 0.999, 0.0, 0.02, 0.7]))
def test_a_session_that_was_cut_off_opens_as_far_as_it_goes_or_is_refused(
    qtbot: QtBot, window: Window, stage: Stage, run: Run, tmp_path: Path, share: float
) -> None:
    path = tmp_path / "a.metascope"
    save(path, run.head(), run.recording.snapshot())
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    if window.open_path(path):
        qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)
        look_at_everything(the_stage(window))
    else:
        assert the_stage(window) is stage
    assert any(str(path) in text for text in notices(window))


@pytest.mark.slow
def test_a_foreign_archive_is_refused(qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("../../evil.txt", b"x" * 1000)
    path = tmp_path / "a.metascope"
    path.write_bytes(data.getvalue())
    assert not window.open_path(path)
    assert the_stage(window) is stage
    assert len([text for text in notices(window) if str(path) in text]) == 1
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.metascope"]
