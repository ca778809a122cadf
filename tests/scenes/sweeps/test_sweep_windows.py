"""Sweeps in the program's window: opening a folder, and putting its runs on the stage."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.succession import succeed
from metascope.scenes.shell.window import Window
from metascope.scenes.sweeps.sweep_window import SweepWindow
from metascope.simulator.engine.sweeps.folder import session_path
from metascope.widgets.look.theme import DARK
from tests.scenes.hands import notices, the_stage
from tests.scenes.sweeps.made import begin, done, plan_of
from tests.waiting import LONGEST


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a sweep whose three runs were done."""
    return done(tmp_path_factory.mktemp("sweeps") / "rates")


def opened(qtbot: QtBot, window: Window, folder: Path) -> SweepWindow:
    """Open the folder, and return its window once it is read."""
    assert window.open_path(folder)
    (found,) = window.sweeps.windows
    qtbot.waitUntil(lambda: len(found.comparison.rows) == 3, timeout=LONGEST)
    return found


def test_a_folder_is_opened_once_and_is_among_the_recent_files(qtbot: QtBot, window: Window, folder: Path) -> None:
    sweep = opened(qtbot, window, folder)
    assert sweep.state == "3 of 3 runs done"
    assert opened(qtbot, window, folder) is sweep
    assert window.file_actions.recent.paths()[0] == folder
    window.file_actions.drop([folder])
    assert window.sweeps.windows == [sweep]
    assert window.file_actions.hint([folder]) == "Drop to watch the sweep rates"


def test_enter_puts_the_chosen_runs_on_the_stage_as_ghosts_of_each_other(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    sweep = opened(qtbot, window, folder)
    table = sweep.table.view.table
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Return)
    stage = the_stage(window)
    assert stage.settings.model_dump()["inner_rate"] == 0.05
    nodes = window.desk.tree.nodes
    assert [node.name for node in nodes] == ["rates, run 0", "rates, run 1", "rates, run 2"]
    assert [node.ghost for node in nodes] == [True] * 3
    assert window.desk._company.ghosts is not None
    assert len(window.desk._company.ghosts.runs) == 2
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert the_stage(window).settings.model_dump()["inner_rate"] == 0.1
    assert len(window.desk.tree.nodes) == 3  # none is opened twice


def test_a_run_whose_file_is_gone_is_told_and_the_others_are_shown(qtbot: QtBot, window: Window, folder: Path) -> None:
    sweep = opened(qtbot, window, folder)
    path = session_path(folder, 1)
    elsewhere = path.rename(path.with_suffix(".away"))
    try:
        sweep.table.view.table.selectAll()
        QTest.keyClick(sweep.table.view.table, Qt.Key.Key_Return)
    finally:
        elsewhere.rename(path)
    assert [node.name for node in window.desk.tree.nodes] == ["rates, run 0", "rates, run 2"]
    assert any(str(path) in text for text in notices(window))


def test_a_sweep_of_other_versions_is_not_gone_on_with_and_that_is_told(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    folder = begin(tmp_path / "old", plan_of())  # with versions that nobody has
    assert window.open_path(folder)
    (sweep,) = window.sweeps.windows
    qtbot.waitUntil(lambda: len(sweep.comparison.rows) == 30, timeout=LONGEST)
    assert sweep.run_button.text() == "Go on"
    sweep.run_button.click()
    qtbot.waitUntil(lambda: bool(sweep.problem), timeout=4 * LONGEST)
    assert "was begun with metascope 1" in sweep.problem
    assert len(sweep.problem.splitlines()) == 1


@pytest.mark.parametrize("name", ["nothing", "file.txt"])
def test_another_folder_is_refused(window: Window, tmp_path: Path, name: str) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    assert not window.open_path(tmp_path / name)
    assert window.sweeps.windows == []


def test_its_theme_is_the_windows_and_it_closes_with_it(qtbot: QtBot, window: Window, folder: Path) -> None:
    sweep = opened(qtbot, window, folder)
    window.set_theme(DARK)
    assert sweep.response.lines.theme.name == "dark"
    window.close()
    assert window.sweeps.windows == []
    assert not sweep.isVisible()


def test_escape_closes_it(qtbot: QtBot, window: Window, folder: Path) -> None:
    sweep = opened(qtbot, window, folder)
    sweep.activateWindow()
    qtbot.waitUntil(sweep.isActiveWindow, timeout=LONGEST)
    QTest.keyClick(sweep, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.sweeps.windows == [], timeout=LONGEST)


def test_another_language_leaves_filter_and_place(qtbot: QtBot, window: Window, folder: Path) -> None:
    sweep = opened(qtbot, window, folder)
    sweep.table.line.setText("inner_rate > 0.07")
    sweep.setGeometry(10, 10, 700, 500)
    new = succeed(window, new_window, None)
    (again,) = new.sweeps.windows
    qtbot.waitUntil(lambda: len(again.comparison.rows) == 2, timeout=LONGEST)
    assert again.table.line.text() == "inner_rate > 0.07"
    assert again.geometry().topLeft() == QPoint(10, 10)
    new.close()
    new.deleteLater()
