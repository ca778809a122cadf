"""Animations of either clock come out whole beside a run that does not notice, and can be cancelled at any moment."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.export.animation_job import AnimationJob, Film, inner_shots, outer_shots
from metascope.scenes.export.composition import PictureOptions
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.simulator.engine.errors import UserError
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.plots.views.plot import PlotView
from tests.scenes.rest import at_rest
from tests.scenes.trained_runs import do_steps, drawn, trained
from tests.tiers import first_quick
from tests.waiting import LONGEST

FULL = {"maml": "full", "fomaml": "full", "pretraining": "full", "reptile": "full"}


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with trained(steps=30) as made:
        yield made


@pytest.fixture
def scene(qtbot: QtBot, run: Run) -> Scene:
    return drawn(qtbot, run)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def outer(run: Run, **values: object) -> Film:
    film = Film(outer_shots(run.recording, 0, 30, 3), PictureOptions(LIGHT, "maml", False), "gif", 640, 360, 20)
    return replace(film, **values)  # type: ignore[arg-type]  # a test's own values


def make(qtbot: QtBot, run: Run, scene: Scene, film: Film, path: Path, window: QWidget) -> AnimationJob:
    job = AnimationJob(run, scene, FULL, film, path, window)
    with qtbot.waitSignal(job.finished, timeout=LONGEST):
        pass
    return job


def left_in(folder: Path) -> list[str]:
    return [found.name for found in folder.iterdir()]


def frames(path: Path) -> list[QImage]:
    """Return all pictures of a GIF."""
    with Image.open(path) as gif:
        found = []
        for frame in range(gif.n_frames):  # type: ignore[attr-defined]
            gif.seek(frame)
            pixels = np.ascontiguousarray(np.asarray(gif.convert("RGB")))
            height, width, _ = pixels.shape
            found.append(QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy())
        return found


def test_gif_of_the_outer_clock_has_a_picture_for_every_third_frame(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    make(qtbot, run, scene, outer(run), tmp_path / "a.gif", window)
    found = frames(tmp_path / "a.gif")
    assert len(found) == 11
    assert all((image.width(), image.height()) == (640, 360) for image in found)
    assert all(one != other for one, other in itertools.pairwise(found))
    assert left_in(tmp_path) == ["a.gif"]


@pytest.mark.slow
def test_mp4_of_the_inner_clock_has_a_picture_for_every_tick(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    frame = run.recording.at(20)
    film = outer(run, shots=inner_shots(frame), options=PictureOptions(DARK, "reptile", True), kind="mp4", rate=5)
    make(qtbot, run, scene, film, tmp_path / "a.mp4", window)
    count, seconds = imageio_ffmpeg.count_frames_and_secs(str(tmp_path / "a.mp4"))
    assert (count, seconds) == (frame.ticks(), pytest.approx(frame.ticks() / 5, abs=0.05))
    reader = imageio_ffmpeg.read_frames(str(tmp_path / "a.mp4"))
    assert next(reader)["size"] == (640, 360)
    first = np.frombuffer(next(reader), np.uint8).reshape(360, 640, 3)
    reader.close()
    assert np.median(first) < 60  # the dark theme


@pytest.mark.slow
def test_one_view_can_be_filmed(qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    name = scene.views()[0].name
    film = outer(run, options=PictureOptions(LIGHT, "maml", False, name), width=320, height=240)
    make(qtbot, run, scene, film, tmp_path / "view.gif", window)
    make(qtbot, run, scene, outer(run, width=320, height=240), tmp_path / "stage.gif", window)
    view, stage = frames(tmp_path / "view.gif"), frames(tmp_path / "stage.gif")
    assert len(view) == len(stage) == 11
    assert view[0].size() == stage[0].size()
    assert view[0] != stage[0]


@pytest.mark.slow
def test_the_scene_on_the_screen_and_its_run_stay_as_they_are(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    scene.resize(800, 500)
    before, state = at_rest(qtbot, scene), run.runner.state
    make(qtbot, run, scene, outer(run, options=PictureOptions(DARK, "maml", False)), tmp_path / "a.gif", window)
    assert at_rest(qtbot, scene) == before
    assert run.runner.state is state
    assert run.recording.steering == ()


@pytest.mark.slow
def test_the_views_choices_are_those_of_the_screen(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    name = "first_order_error"
    film = outer(run, shots=((30, -1),), options=PictureOptions(LIGHT, "maml", False, name))
    make(qtbot, run, scene, film, tmp_path / "one.gif", window)
    box = next(box for box in scene.findChildren(QComboBox) if box.accessibleName() == "First-order error shown")
    box.setCurrentIndex(1 - box.currentIndex())
    box.activated.emit(box.currentIndex())
    make(qtbot, run, scene, film, tmp_path / "other.gif", window)
    assert frames(tmp_path / "one.gif") != frames(tmp_path / "other.gif")


@pytest.mark.slow
def test_frames_that_the_recording_lets_go_meanwhile_are_still_filmed(
    qtbot: QtBot, tmp_path: Path, window: QWidget
) -> None:
    with trained(steps=20) as run:
        scene = drawn(qtbot, run)
        job = AnimationJob(
            run, scene, FULL, outer(run, shots=outer_shots(run.recording, 0, 20, 1)), tmp_path / "a.gif", window
        )
        run.recording.set_budget(4096)
        do_steps(run, 10)
        assert len(run.recording.kept_steps()) < 21
        with qtbot.waitSignal(job.finished, timeout=LONGEST):
            pass
    found = frames(tmp_path / "a.gif")
    assert len(found) == 21
    assert all(one != other for one, other in itertools.pairwise(found))


@pytest.mark.slow
def test_progress_counts_up_to_all_pictures(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    told: list[tuple[int, int, float]] = []
    job = AnimationJob(run, scene, FULL, outer(run), tmp_path / "a.gif", window)
    job.progressed.connect(lambda done, total, left: told.append((done, total, left)))
    with qtbot.waitSignal(job.ended, timeout=LONGEST):
        pass
    assert [done for done, _, _ in told] == list(range(12))
    assert {total for _, total, _ in told} == {11}
    assert told[3][2] > told[10][2] > 0
    assert told[-1][2] == 0


@pytest.mark.parametrize(("kind", "after"), first_quick([("gif", 4), ("gif", 0), ("mp4", 0), ("mp4", 4)]))
def test_cancelling_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget, kind: str, after: int
) -> None:
    job = AnimationJob(run, scene, FULL, outer(run, kind=kind), tmp_path / f"a.{kind}", window)
    if after:
        with qtbot.waitSignal(job.progressed, timeout=LONGEST, check_params_cb=lambda done, *_: done == after):
            pass
    with qtbot.waitSignal(job.ended, timeout=LONGEST), qtbot.assertNotEmitted(job.finished):
        job.cancel()
    assert left_in(tmp_path) == []
    job.cancel()  # once more does nothing


@pytest.mark.slow
def test_closing_the_window_cancels(qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    job = AnimationJob(run, scene, FULL, outer(run), tmp_path / "a.gif", window)
    with qtbot.waitSignal(job.progressed, timeout=LONGEST, check_params_cb=lambda done, *_: done == 3):
        pass
    with qtbot.waitSignal(job.ended, timeout=LONGEST):
        window.close()
    assert left_in(tmp_path) == []


@pytest.mark.slow
def test_what_cannot_be_written_is_told_with_the_path(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    path = tmp_path / "no" / "a.gif"
    job = AnimationJob(run, scene, FULL, outer(run), path, window)
    with qtbot.waitSignal(job.failed, timeout=LONGEST) as told:
        pass
    assert str(told.args[0]).startswith(f"{path}: cannot be written")
    assert left_in(tmp_path) == []


def test_a_defect_ends_the_job_without_a_file(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    def defect(*_: object) -> None:
        raise ZeroDivisionError

    job = AnimationJob(run, scene, FULL, outer(run), tmp_path / "a.gif", window)
    monkeypatch.setattr("metascope.scenes.export.animation_job.HiddenScene.draw", defect)
    with (
        qtbot.captureExceptions() as caught,
        qtbot.assertNotEmitted(job.finished),
        qtbot.waitSignal(job.ended, timeout=LONGEST),
    ):
        pass
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert left_in(tmp_path) == []


@pytest.mark.slow
def test_a_persons_zoom_is_kept(qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    view = scene.views()[0]
    assert isinstance(view, PlotView)
    film = outer(run, shots=((30, -1),), options=PictureOptions(LIGHT, "maml", False, view.name))
    make(qtbot, run, scene, film, tmp_path / "one.gif", window)
    panel = view.panels[0]
    panel.zoomed = True
    panel.show((-1.0, 0.0), (0.0, 0.5))
    make(qtbot, run, scene, film, tmp_path / "other.gif", window)
    assert frames(tmp_path / "one.gif") != frames(tmp_path / "other.gif")


def test_a_range_without_frames_is_refused(tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    with pytest.raises(UserError, match="no recorded frames"):
        AnimationJob(run, scene, FULL, outer(run, shots=()), tmp_path / "a.gif", window)


def test_shots_of_the_outer_clock_lie_within_the_range(run: Run) -> None:
    assert [step for step, _ in outer_shots(run.recording, 5, 12, 2)] == [5, 7, 9, 11]


def test_a_film_is_saved_as_the_kind_that_the_file_name_says(run: Run) -> None:
    assert outer(run).saved_as(Path("a.MP4")).kind == "mp4"
    assert outer(run).saved_as(Path("a")).kind == "gif"
