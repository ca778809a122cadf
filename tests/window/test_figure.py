"""A figure for a paper, saved through its dialog on a real screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.export.figure_dialog import FigureDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from tests.waiting import LONGEST
from tests.widgets.plots.pictures import rgb
from tests.window.hands import answering, click, key, type_over
from tests.window.screen import picture

pytestmark = pytest.mark.window

MM = 25.4  # in an inch
POINTS = 72  # in an inch


@pytest.mark.parametrize("suffix", ["pdf", "png"])
def test_a_figure_has_the_size_that_was_typed(
    qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path, suffix: str
) -> None:
    stage.run.runner.run(30)
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.PAUSED, timeout=LONGEST)
    key(qtbot, "ctrl+shift+f")
    dialog = window.findChild(FigureDialog)
    assert isinstance(dialog, FigureDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=LONGEST)
    for field, text in ((dialog._width, "150"), (dialog._height, "100"), (dialog._dpi, "200")):
        click(qtbot, field, field.rect().center())
        type_over(qtbot, text)
        key(qtbot, "Tab")
    qtbot.wait(600)  # until the preview is drawn anew
    picture(f"figure-{suffix}")
    path = tmp_path / f"figure.{suffix}"
    with answering(path):
        click(qtbot, next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save…"))
        qtbot.waitUntil(path.exists, timeout=LONGEST)
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)
    if suffix == "pdf":
        sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
        assert [tuple(map(float, size)) for size in sizes] == [
            pytest.approx((150 / MM * POINTS, 100 / MM * POINTS), abs=1.0)
        ]
        return
    image = QImage(str(path))
    assert (image.width(), image.height()) == (round(150 / MM * 200), round(100 / MM * 200))
    assert image.dotsPerMeterX() == pytest.approx(200 / MM * 1000, abs=2)
    assert rgb(image).std() > 10  # something is drawn
