"""The panel of the map shows a scenario's picture as it is, and its name as a whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.ideas.panel import Link, Panel, Told
from metascope.widgets.look.theme import LIGHT
from tests.waiting import LONGEST


def test_a_picture_is_made_small_by_the_mean_of_its_pixels(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "board.png"
    board = np.tile((np.arange(960) % 2 * 255).astype(np.uint8), (540, 1))  # narrow stripes: grey from afar
    Image.fromarray(board).save(path)
    panel = Panel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show_told(Told("kind", "title", "says", picture=path))
    panel.show()
    preview = next(one for one in panel.findChildren(QWidget) if getattr(one, "_path", None) == path)
    drawn = preview.grab().toImage()
    middle = [drawn.pixelColor(x, drawn.height() // 2).red() for x in range(20, drawn.width() - 20)]
    assert min(middle) > 100
    assert max(middle) < 155


def test_a_door_has_its_whole_name_in_two_lines_where_one_is_too_short(qtbot: QtBot) -> None:
    name = "Learning everything at once & learning nothing"
    panel = Panel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    panel.show_told(Told("kind", "title", "says", doors=(Link("one", name), Link("two", "Short"))))
    panel.show()
    long, short = panel.findChildren(QPushButton)
    assert long.text().replace("\n", " ").replace("&&", "&") == long.accessibleName() == name
    qtbot.waitUntil(lambda: short.height() < long.height(), timeout=LONGEST)
    drawn = long.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, long.text())
    assert drawn.width() <= long.width()
    assert drawn.height() <= long.height()
    assert short.text() == "Short"
