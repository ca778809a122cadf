"""Runs that another program recorded, in the window: what is drawn, both clocks, export, ghosts, and bad files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from metascope.record import Recording
from metascope.scenes.catalog import build_scene
from metascope.scenes.export.script import script_of
from metascope.scenes.runs.run import branch_run, open_run, start_run
from metascope.scenes.scene import Scene
from metascope.scenes.shell.window import Window
from metascope.scenes.stories.own.maps import round_above
from metascope.scenes.stories.own.paths import PathView
from metascope.scenes.unseen.ghosts import Ghosts
from metascope.simulator.engine.cli import headless
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.link import link_of
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import SessionHead, open_session, save
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording as History
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.stories.own.contents import Contents, GatePart, HeatPart, PathPart
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.settings import OwnSettings
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.paper import export
from metascope.widgets.runs.seeds_dialog import SeedsDialog
from tests.scenes.hands import notices, the_stage, wait_for

SIZE = QSize(480, 360)
STEPS = 5
METHODS = ("maml", "own idea")


def given(step: int) -> dict[str, Any]:
    """Return what a loop hands over at a meta-step: of everything something."""
    theta = np.array([[step, 0, 0, 1], [step, 1, 0, 1], [step, 1, 2, 1]], float)
    return {
        "metrics": {"loss": {"maml": 1 / step, "own idea": 2 / step}, "seconds": 0.5 * step},
        "paths": {"theta": {"maml": theta, "own idea": -theta}, "phi": {"maml": [step, 1], "own idea": [1, step]}},
        "heatmaps": {"memory": np.arange(12.0).reshape(2, 2, 3) - step, "weights": np.full((2, 2), 0.5)},
        "gates": {"forget": [0.25, 0.5, 0.75], "read": {"maml": np.eye(8)[:3]}},
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the file of a run of a few meta-steps."""
    with Recording(tmp_path / "run.metascope", methods=METHODS, title="Mine", settings={"rate": 0.1}, steps=9) as r:
        for step in range(1, STEPS + 1):
            r.step(**given(step))
    return tmp_path / "run.metascope"


def drawn(qtbot: QtBot, path: Path, step: int = STEPS, inner: int = 2) -> Scene:
    """Return the scene of a file at a meta-step and an inner step."""
    session = open_session(path)
    scene = build_scene("own", session.head.settings, LIGHT)
    qtbot.addWidget(scene)
    scene.resize(900, 600)
    scene.draw_curves(session.recording.metrics, step)
    scene.draw(session.recording.at(step), inner, "maml")
    session.close()
    return scene


def table(scene: Scene, view: str) -> dict[str, list[float]]:
    assert scene.view_named(view).name == view
    return {name: np.asarray(column).tolist() for name, column in scene.view_named(view).table().items()}


def test_everything_that_was_recorded_has_its_view(qtbot: QtBot, path: Path) -> None:
    scene = drawn(qtbot, path, step=4, inner=1)
    assert [view.name for view in scene.views()] == [
        "path0", "path1", "heat0", "heat1", "gate0", "gate1", "learning"
    ]  # fmt: skip
    assert scene.methods() == (("maml", "maml"), ("own idea", "own idea"))
    paths = table(scene, "path0")
    assert paths["maml.theta.0.x"] == [4, 4, 4]
    assert paths["own idea.theta.0.y"] == [0, -1, -1]
    assert paths["maml.start.0.x"] == [1, 2, 3, 4]
    assert table(scene, "path1")["own idea.start.0.y"] == [1, 2, 3, 4]
    memory = table(scene, "heat0")
    assert memory["map"] == [6 - 4, 7 - 4, 8 - 4, 9 - 4, 10 - 4, 11 - 4]
    assert (memory["map.row"][:3], memory["map.column"][:3]) == ([1, 1, 1], [1, 2, 3])
    assert table(scene, "gate0")["forget"] == [0.25, 0.5, 0.75]
    read = table(scene, "gate1")
    assert (read["map.column"][:3], read["map.row"][::3]) == ([0, 1, 2], list(range(1, 9)))
    np.testing.assert_allclose(table(scene, "learning")["own idea.loss"], [2, 1, 2 / 3, 0.5, 0.4])
    assert scene.notes(open_frame(path, 4)) == {"maml": "0.25", "own idea": "0.5"}


def open_frame(path: Path, step: int) -> Frame:
    session = open_session(path)
    frame = session.recording.at(step)
    session.close()
    return frame


def test_the_plane_says_what_it_keeps(qtbot: QtBot, path: Path) -> None:
    scene = drawn(qtbot, path)
    view = scene.view_named("path0")
    assert isinstance(view, PathView)
    assert view.shown_remark() == "2 of 4 coordinates"
    view.show_plane(True)
    points = [np.array([[s, 0, 0, 1]], float) * sign for s in range(1, STEPS + 1) for sign in (1, -1)]
    theta = np.array([[STEPS, 0, 0, 1], [STEPS, 1, 0, 1], [STEPS, 1, 2, 1]], float)
    whole = np.concatenate([theta, -theta, *points])
    variance = np.sort(np.linalg.eigvalsh(np.cov(whole.T)))[::-1]
    share = 100 * variance[:2].sum() / variance.sum()
    assert view.shown_remark() == f"Plane keeps {share:.1f} % of the variance"
    found = table(scene, "path0")
    inner = np.stack([found["maml.theta.0.x"], found["maml.theta.0.y"]], axis=1)
    np.testing.assert_array_less(np.linalg.norm(np.diff(inner, axis=0), axis=1), [1 + 1e-9, 2 + 1e-9])


def test_colours_end_at_a_round_number_that_nothing_exceeds() -> None:
    assert [round_above(np.array(values)) for values in ([0.3, -0.7], [np.nan, 2.0], [11.0], [0.0])] == [
        1.0,
        2.0,
        20.0,
        1e-12,
    ]


def test_it_opens_in_the_window_and_can_only_be_looked_at(qtbot: QtBot, window: Window, path: Path) -> None:
    assert window.open_path(path)
    stage = the_stage(window)
    wait_for(qtbot, stage, RunState.IDLE)
    said: list[str] = []
    stage.training.said.connect(said.append)
    assert stage.playback.shown is not None
    assert (stage.playback.shown.step, stage.run.preset.title) == (STEPS, "Mine")
    stage.timeline.outer_clock.toggle_play()
    assert said == ["this run is recorded by another program, which alone can do its meta-steps"]
    assert stage.run.runner.state is RunState.IDLE
    assert stage.run.recording.incidents == ()
    window.desk.ask_seeds()
    assert "his run is recorded by another program" in " ".join(notices(window))
    assert not window.findChildren(SeedsDialog)
    stage.timeline.outer_clock.go(2)
    qtbot.waitUntil(lambda: stage.playback.shown is not None and stage.playback.shown.step == 2)
    stage.timeline.inner_clock.go(1)
    stage.playback.refresh()
    assert stage.run.recording.bookmark(2) == 2
    stage.run.runner.step_once()  # such as from a lesson
    wait_for(qtbot, stage, RunState.FAILED)
    assert "this run is recorded by another program, which alone can do its meta-steps" in " ".join(notices(stage))


def test_a_run_that_is_whole_is_planned_no_longer_than_it_is(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    with Recording(tmp_path / "run.metascope", methods=METHODS, steps=2) as r:
        for step in (1, 2):
            r.step(**given(step))
    assert window.open_path(tmp_path / "run.metascope")
    stage = the_stage(window)
    wait_for(qtbot, stage, RunState.IDLE)
    qtbot.waitUntil(lambda: stage.timeline.outer_clock._extent == (2, 2), timeout=10_000)


def test_it_is_saved_and_opened_again_as_it_was(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    run = open_run(open_session(path))
    qtbot.waitUntil(lambda: run.runner.state is RunState.IDLE, timeout=60_000)
    assert run.runner.planned == 9
    again = tmp_path / "again.metascope"
    save(again, run.head("Mine"), run.runner.snapshot(5.0))
    run.end(5.0)
    session = open_session(again)
    newest, metrics = session.recording.newest, session.recording.metrics
    assert isinstance(newest, OwnFrame)
    np.testing.assert_array_equal(newest.paths["theta"][0, 2], [STEPS, 1, 2, 1])
    assert metrics.column("run.seconds").tolist() == [0.5, 1.0, 1.5, 2.0, 2.5]
    reopened = open_run(session)
    qtbot.waitUntil(lambda: reopened.runner.state is RunState.IDLE, timeout=60_000)
    branch = reopened.runner.ask(lambda simulation: simulation.state()).result(60)
    assert {"paths/theta", "heatmaps/memory", "gates/maml.read"} <= branch.keys()
    reopened.end(5.0)


def test_what_would_train_it_again_is_refused(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    run = open_run(open_session(path))
    qtbot.waitUntil(lambda: run.runner.state is RunState.IDLE, timeout=60_000)
    acts: dict[str, Callable[[], object]] = {
        "start": lambda: start_run(run.preset, run.settings),
        "branch": lambda: branch_run(run, 2, {}),
        "script": lambda: script_of(run),
        "link": lambda: link_of(run.preset, run.settings),
        "headless": lambda: headless.train(run.preset, tmp_path / "out", StringIO()),
        "replay": lambda: headless.replay_session(path, tmp_path / "out", StringIO()),
    }
    for name, act in acts.items():
        with pytest.raises(UserError) as caught:
            act()
        told = "this run is recorded by another program, which alone can do its meta-steps"
        assert str(caught.value) == told, name
    assert not (tmp_path / "out").exists()
    run.end(5.0)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_its_views_are_exported(qtbot: QtBot, path: Path, theme: Any) -> None:
    scene = drawn(qtbot, path)
    scene.set_theme(theme)
    for view in scene.views():
        assert export.picture(view, "svg", SIZE, dpi=96).startswith(b"<?xml"), view.name
        assert len(export.picture(view, "png", SIZE, dpi=96)) > 1000, view.name


def test_other_runs_are_drawn_behind_it(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with Recording(tmp_path / "other", methods=METHODS) as r:
        for step in range(1, STEPS + 1):
            r.step(**given(step + 3))
    scene, other = drawn(qtbot, path), open_run(open_session(tmp_path / "other.metascope"))
    before = {view.name: export.picture(view, "png", SIZE, dpi=96) for view in scene.views()}
    ghosts = Ghosts(scene, LIGHT, "own")
    ghosts.set_runs([("other", other)])
    ghosts.draw(STEPS, 2, "maml", at_end=True)
    ghosts.settle()
    after = {view.name: export.picture(view, "png", SIZE, dpi=96) for view in scene.views()}
    assert {"path0", "path1", "learning"} <= {name for name in before if before[name] != after[name]}
    ghosts.close()
    other.end(5.0)


def test_boxes_are_offered_where_there_is_a_choice(qtbot: QtBot, path: Path) -> None:
    scene = drawn(qtbot, path)
    hidden = [view.findChildren(QComboBox)[0].isHidden() for view in scene.views() if isinstance(view, PathView)]
    assert hidden == [False, True]  # four coordinates, and two


def written(path: Path, settings: OwnSettings, frame: OwnFrame) -> Path:
    """Write a session with this frame, whether it fits the settings or not."""
    preset = Preset(
        name="x", story="own", title="x", description="", expected_seconds=1, pace=None, order=0, settings=settings
    )
    history = History()
    history.append(frame)
    save(path, SessionHead(preset=preset, settings=settings, name="x", fresh=False), history.snapshot())
    return path


FRAME = OwnFrame(
    step=1,
    metrics={},
    methods=("a",),
    paths={"p": np.zeros((1, 2, 3), np.float32)},
    heatmaps={"h": np.zeros((2, 3, 4), np.float32)},
    gates={"g": np.zeros((2, 1), np.float32)},
    undefined={},
)
CONTENTS = Contents(
    methods=("a",),
    paths=(PathPart(name="p", size=3, kept=3, inner=True),),
    heatmaps=(HeatPart(name="h", rows=3, columns=4),),
    gates=(GatePart(name="g", count=1),),
)


def test_what_does_not_fit_its_contents_is_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    other = CONTENTS.model_copy(
        update={
            "paths": (PathPart(name="p", size=9, kept=9, inner=True),),
            "heatmaps": (HeatPart(name="h", rows=4, columns=3),),
            "gates": (GatePart(name="g", count=5), GatePart(name="other", count=9)),
        }
    )
    path = written(tmp_path / "x.metascope", OwnSettings(contents=other), FRAME)
    scene = drawn(qtbot, path, step=1, inner=1)
    told = {view.name: view.shown_remark() for view in scene.views() if hasattr(view, "shown_remark")}
    assert told["heat0"] == told["gate0"] == told["gate1"] == "Not recorded at this meta-step"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"paths": {"p": np.zeros((1, 2), np.float32)}}, r"p must not have the shape \(1, 2\)"),
        ({"paths": {"p": np.zeros((2, 1, 1), np.float32)}}, "paths must be those of the methods"),
        ({"gates": {"g": np.zeros((0, 1), np.float32)}}, r"g must not have the shape \(0, 1\)"),
        ({"heatmaps": {"h": np.zeros((5000, 1, 1), np.float32)}}, r"h must not have the shape \(5000, 1, 1\)"),
        ({"methods": ()}, "a frame must have methods"),
    ],
)
def test_a_frame_of_another_shape_is_refused_when_it_is_read(
    tmp_path: Path, changes: dict[str, Any], told: str
) -> None:
    tampered = object.__new__(OwnFrame)
    for name, value in {**vars(FRAME), **changes}.items():
        object.__setattr__(tampered, name, value)
    path = written(tmp_path / "x.metascope", OwnSettings(contents=CONTENTS), tampered)
    session = open_session(path)
    with pytest.raises(UserError, match=f"is not as Metascope writes it: {told}"):
        session.recording.at(1)
    session.close()


def test_contents_that_cannot_be_are_refused_when_a_file_is_opened(tmp_path: Path) -> None:
    wrong = CONTENTS.model_copy(update={"gates": (GatePart.model_construct(name="_g", count=10**6),)})
    path = written(tmp_path / "x.metascope", OwnSettings.model_construct(steps=1, seed=0, contents=wrong), FRAME)
    with pytest.raises(UserError) as caught:
        open_session(path)
    text = str(caught.value)
    assert "contents.gates.0.name" in text
    assert "contents.gates.0.count: must be at most 4096, not 1000000" in text


def test_a_run_without_anything_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with Recording(tmp_path / "run") as r:
        r.step()
    scene = drawn(qtbot, tmp_path / "run.metascope", step=1, inner=0)
    assert [view.name for view in scene.views()] == ["learning"]
    assert replace(FRAME, gates={}).ticks() == 2
