"""The two examples of recorded loops: run for a few steps, opened, drawn, and compared with what the loops computed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from examples import own_maml, own_ntm
from metascope.scenes.catalog import build_scene
from metascope.scenes.scene import Scene
from metascope.simulator.engine.files.session import Session, open_session
from metascope.simulator.engine.story import all_stories
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.widgets.look.theme import LIGHT
from tests.examples.laid_out import EXAMPLES

LONG = 140  # lines of an example at most


@pytest.fixture(autouse=True)
def few_threads() -> Iterator[None]:
    """Let torch use one thread, as tests run beside each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    session = open_session(path)
    try:
        yield session
    finally:
        session.close()


def drawn(qtbot: QtBot, session: Session) -> Scene:
    """Return the scene of a session, at its last frame."""
    scene = build_scene("own", session.head.settings, LIGHT)
    qtbot.addWidget(scene)
    scene.resize(900, 600)
    frame = session.recording.newest
    assert frame is not None
    scene.draw(frame, frame.ticks() - 1, scene.first_method())
    scene.draw_curves(session.recording.metrics, frame.step)
    scene.grab()
    return scene


def test_maml_of_ones_own_is_shown_as_it_was_computed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_maml, "TASKS", 2)
    history = own_maml.train(3, tmp_path / "run.metascope")
    with opened(tmp_path / "run.metascope") as session:
        assert session.head.preset.title == "MAML on sine waves"
        for method, losses in history.items():
            assert session.recording.metrics.column(f"{method}.loss").tolist() == losses
        frame = session.recording.newest
        assert isinstance(frame, OwnFrame)
        assert frame.paths["theta"].shape == (2, own_maml.INNER_STEPS + 1, 64)
        scene = drawn(qtbot, session)
        table = scene.view_named("learning").table()
        np.testing.assert_array_equal(table["maml.loss"], history["maml"])
        assert "1,761 numbers mixed into 64" in remark(scene, "path0")
        told = all_stories()["own"].captions(frame, "maml")
        assert len(told) == own_maml.INNER_STEPS + 1
        assert str(told[0]).startswith("Inner step 0 of 5: theta = (")


def test_an_ntm_of_ones_own_is_shown_as_it_was_computed(qtbot: QtBot, tmp_path: Path) -> None:
    history, course = own_ntm.train(2, tmp_path / "ntm.metascope")
    with opened(tmp_path / "ntm.metascope") as session:
        assert session.recording.metrics.column("ntm.loss").tolist() == history
        frame = session.recording.newest
        assert isinstance(frame, OwnFrame)
        for array, parts in (
            (frame.heatmaps["memory"], course.memory),
            (frame.gates["read"], course.read),
            (frame.gates["write"], course.write),
            (frame.gates["interpolation"], course.gates),
        ):
            np.testing.assert_array_equal(array, torch.stack(parts).detach().numpy())
        table = {view.name: view.table() for view in drawn(qtbot, session).views()}
        np.testing.assert_array_equal(table["heat0"]["map"], frame.heatmaps["memory"][-1].ravel())
        np.testing.assert_array_equal(table["gate0"]["map"], frame.gates["read"].T.ravel())
        np.testing.assert_array_equal(table["gate2"]["interpolation.1"], frame.gates["interpolation"][:, 0])


def remark(scene: Scene, view: str) -> str:
    found = scene.view_named(view)
    return str(found.shown_remark())  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["own_maml", "own_ntm"])
def test_an_example_is_short_and_says_how_it_is_run(name: str) -> None:
    source = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONG
    told = ast.get_docstring(ast.parse(source)) or ""
    assert f"python examples/{name}.py --steps" in told
    assert "python main.py --open" in told
