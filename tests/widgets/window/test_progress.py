"""The progress of a job tells how far it is and can be cancelled."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.progress import JobProgress
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed


def test_progress_tells_how_far_it_is_and_how_long_yet(qtbot: QtBot) -> None:
    progress = JobProgress("Animation", LIGHT)
    qtbot.addWidget(progress)
    progress.show_progress(30, 120, 95.4)
    bar = progress.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum()) == (30, 120)
    assert "1:35 left" in [label.text() for label in progress.findChildren(QLabel)]
    assert progress.toolTip() == "30 of 120 frames"


def test_before_the_first_part_is_done_no_time_is_told(qtbot: QtBot) -> None:
    progress = JobProgress("Animation", LIGHT)
    qtbot.addWidget(progress)
    progress.show_progress(0, 120, 0.0)
    assert not any("left" in label.text() for label in progress.findChildren(QLabel))
    progress.show_progress(120, 120, 0.0)
    assert "0:00 left" in [label.text() for label in progress.findChildren(QLabel)]


def test_its_button_cancels(qtbot: QtBot) -> None:
    progress = JobProgress("Animation", DARK)
    qtbot.addWidget(progress)
    button = progress.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert button.accessibleName() == "Cancel"
    with qtbot.waitSignal(progress.cancelled, timeout=LONGEST):
        button.click()


def test_it_is_freed(qtbot: QtBot) -> None:
    assert is_freed(lambda: JobProgress("Animation", LIGHT))
