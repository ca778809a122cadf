"""What of a run is shown: presentation, enlarged views, and scenarios that show some controls only."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.shell import palette_entries
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.widgets.form.rows import SettingRow
from metascope.widgets.methods.chips import Chip
from metascope.widgets.views.formula import FormulaLabel
from tests.scenes.hands import inner_track, open_stage, trigger
from tests.scenes.stories.looks import LIGHT
from tests.waiting import LONGEST


def test_a_presentation_shows_the_picture_and_the_clocks_in_larger_type_and_goes_back(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    window.docks["log"].show()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks["settings"])
    before = state(window)
    trigger(window, "view.presentation")
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    assert not window.statusBar().isVisible()
    assert stage.timeline.isVisible()
    assert stage.scene.isVisible()
    assert not window.docks["settings"].isVisible()
    assert not window.docks["log"].isVisible()
    assert stage.scene.views()[0].theme.font("body").pixelSize() > LIGHT.font("body").pixelSize()
    trigger(window, "view.back")
    assert state(window) == before


@pytest.mark.slow
def test_keys_work_in_a_presentation(qtbot: QtBot, window: Window, stage: Stage) -> None:
    trigger(window, "view.presentation")
    trigger(window, "run.step")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest == 1, timeout=LONGEST)
    trigger(window, "view.presentation")
    assert not window.isFullScreen()


@pytest.mark.slow
def test_another_scenario_in_a_presentation_is_presented_too(qtbot: QtBot, window: Window, stage: Stage) -> None:
    trigger(window, "view.presentation")
    other = open_stage(qtbot, window, "bad-start")
    assert other.timeline.isVisible()
    assert not window.docks["settings"].isVisible()
    trigger(window, "file.gallery")
    assert not window.docks["timeline"].isVisible()
    trigger(window, "view.presentation")
    open_stage(qtbot, window)
    assert window.docks["settings"].isVisible()


def state(window: Window) -> tuple[object, ...]:
    docks = [window.docks[name] for name in ("settings", "log", "timeline")]
    return (
        window.windowState(),
        window.theme,
        window.menuBar().isVisible(),
        window.statusBar().isVisible(),
        [(dock.isVisible(), dock.isFloating(), window.dockWidgetArea(dock)) for dock in docks],
    )


@pytest.mark.slow
def test_a_view_is_enlarged_to_the_whole_scene_and_back(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "two-dimensions")
    qtbot.wait(50)
    for view in stage.scene.views():
        before = [other.size() for other in stage.scene.views()]
        stage.enlarger.toggle(view)
        QApplication.processEvents()
        assert [other.isVisible() for other in stage.scene.views()] == [other is view for other in stage.scene.views()]
        assert view.width() >= stage.scene.width() - 2
        assert view.height() >= stage.scene.height() - 2
        trigger(window, "view.back")
        QApplication.processEvents()
        assert all(other.isVisible() for other in stage.scene.views())
        assert [other.size() for other in stage.scene.views()] == before


@pytest.mark.slow
def test_the_views_own_menu_enlarges_it(qtbot: QtBot, window: Window, stage: Stage) -> None:
    view = stage.scene.views()[1]
    view.menu().actions()[0].trigger()
    assert stage.enlarger.enlarged is view
    view.menu().actions()[0].trigger()
    assert stage.enlarger.enlarged is None


@pytest.mark.slow
def test_a_double_click_on_a_title_enlarges_it(qtbot: QtBot, window: Window, stage: Stage) -> None:
    view = stage.scene.views()[0]
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert stage.enlarger.enlarged is view
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert stage.enlarger.enlarged is None


def taught(tmp_path: Path, *controls: str) -> presets.Preset:
    path = tmp_path / "lesson.json"
    document = presets.dumps(presets.find("two-tasks")).rstrip().removesuffix("}").rstrip()
    names = ", ".join(f'"{name}"' for name in controls)
    path.write_text(f'{document},\n  "controls": [{names}]\n}}\n', "utf-8")
    return presets.read(path)


@pytest.mark.slow
def test_a_scenario_may_show_some_controls_only(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    stage = open_stage(qtbot, window, taught(tmp_path, "methods", "inner_rate", "inner_steps"))
    window.resize(1280, 800)
    shown = [row.declared.name for row in stage.form.findChildren(SettingRow) if row.isVisible()]
    assert sorted(shown) == ["inner_rate", "inner_steps"]
    assert stage.findChildren(Chip)[0].isVisible()
    assert not any(label.isVisible() for label in stage.findChildren(FormulaLabel))
    assert not inner_track(stage).isVisible()
    trigger(window, "view.all_controls")
    shown = [row.declared.name for row in stage.form.findChildren(SettingRow) if row.isVisible()]
    assert len(shown) > 10
    assert all(label.isVisible() for label in stage.findChildren(FormulaLabel))
    assert inner_track(stage).isVisible()
    assert not window.actions_["view.all_controls"].isEnabled()


@pytest.mark.slow
def test_a_scenario_without_settings_shows_no_form_and_the_next_one_does(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    open_stage(qtbot, window, taught(tmp_path, "description"))
    assert not window.docks["settings"].isVisible()
    assert not window.actions_["dock.settings"].isEnabled()
    trigger(window, "view.all_controls")
    assert window.docks["settings"].isVisible()
    open_stage(qtbot, window, taught(tmp_path, "description"))
    assert not window.docks["settings"].isVisible()
    open_stage(qtbot, window)
    assert window.docks["settings"].isVisible()


@pytest.mark.slow
def test_settings_that_are_not_shown_are_not_in_the_palette(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    open_stage(qtbot, window, taught(tmp_path, "inner_rate"))
    offered = {entry.id for entry in palette_entries.entries(window) if entry.id.startswith("setting")}
    assert offered == {"setting inner_rate"}
