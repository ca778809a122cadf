"""Web pages and films of a run that another program recorded: both clocks, as of every run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from metascope.record import Recording
from metascope.scenes.export.animation_job import AnimationJob, Film, inner_shots, outer_shots
from metascope.scenes.export.composition import PictureOptions
from metascope.scenes.export.page_contents import PageOptions
from metascope.scenes.export.page_job import PageJob
from metascope.scenes.runs.run import Run, open_run
from metascope.simulator.engine.files.session import open_session
from metascope.widgets.look.theme import DARK, LIGHT
from tests.scenes.trained_runs import drawn
from tests.waiting import LONGEST

STEPS = 4
FULL = {"maml": "full", "mine": "full"}


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with Recording(tmp_path / "run", methods=list(FULL)) as r:
        for step in range(1, STEPS + 1):
            path = np.cumsum(np.full((3, 4), float(step)), axis=0)
            r.step(
                metrics={"loss": {"maml": 1 / step, "mine": 2 / step}},
                paths={"theta": {"maml": path, "mine": -path}},
                heatmaps={"memory": np.full((3, 2, 2), step)},
                gates={"forget": [0.0, 0.5, 1.0]},
            )
    made = open_run(open_session(tmp_path / "run.metascope"))
    yield made
    made.end(5.0)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_web_page_has_both_clocks_and_the_captions(qtbot: QtBot, tmp_path: Path, run: Run, window: QWidget) -> None:
    scene = drawn(qtbot, run)
    options = PageOptions(
        steps=(1, 4),
        ticks=3,
        method="maml",
        views=tuple(view.name for view in scene.views()),
        themes=(LIGHT, DARK),
        languages=("en", "zh_CN"),
        labels=("en",),
        width=320,
    )
    job = PageJob(run, scene, FULL, options, tmp_path / "page.html", window)
    with qtbot.waitSignal(job.finished, timeout=LONGEST):
        pass
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Another program recorded the numbers; Metascope " in text
    assert "seed 0" not in text.casefold()
    assert 'id="curves"' in text
    assert 'id="settings"' not in text
    assert "Inner step 2 of 2: theta = (" in text
    assert "内层步 2（共 2 步）" in text


def test_both_clocks_are_filmed(qtbot: QtBot, tmp_path: Path, run: Run, window: QWidget) -> None:
    scene, options = drawn(qtbot, run), PictureOptions(LIGHT, "mine", False)
    for name, shots, count in (
        ("outer", outer_shots(run.recording, 1, STEPS, 1), STEPS),
        ("inner", inner_shots(run.recording.at(STEPS)), 3),
    ):
        path = tmp_path / f"{name}.gif"
        job = AnimationJob(run, scene, FULL, Film(shots, options, "gif", 320, 240, 10), path, window)
        with qtbot.waitSignal(job.finished, timeout=LONGEST):
            pass
        assert QImageReader(str(path)).imageCount() == count
