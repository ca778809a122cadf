"""Every widget that a person uses has a name for screen readers, and those with a position or a unit tell it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.lessons.writing_help import WritingDialog
from metascope.scenes.shell import dialogs
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.story import all_stories
from metascope.widgets.clock.breakpoints import BreakpointsButton
from metascope.widgets.clock.track import Track
from metascope.widgets.form.rows import SettingRow
from metascope.widgets.look.theme import LIGHT
from tests.contracts.runs import light
from tests.scenes.accessible import nameless, told_name, used_widgets
from tests.scenes.hands import open_stage, run_steps
from tests.scenes.test_pseudo_translation import DIALOGS, EXAMPLES
from tests.tiers import first_quick
from tests.waiting import LONGEST


@pytest.fixture
def stage(qtbot: QtBot, window: Window) -> Stage:
    made = open_stage(qtbot, window)
    run_steps(qtbot, made, 10)
    return made


@pytest.mark.parametrize("name", first_quick([*EXAMPLES.values(), "learned-gates-glyphs", "two-dimensions"]))
def test_nothing_in_a_scene_is_nameless(qapp: QApplication, name: str) -> None:
    preset = light(presets.find(name))
    scene = build_scene(preset.story, preset.settings, LIGHT)
    assert list(used_widgets(scene))
    assert nameless(scene) == []
    scene.deleteLater()


def test_nothing_in_the_window_is_nameless(qtbot: QtBot, window: Window, stage: Stage) -> None:
    window.docks["log"].show()
    window.desk.show_compare()
    stage.show_controls(None)
    assert nameless(window) == []


def test_nothing_in_a_lesson_is_nameless(qtbot: QtBot, window: Window) -> None:
    window.open_lesson_named("where-a-good-start-lies")
    for _ in range(6):
        window.lessons.skip()
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.playback.shown is not None, timeout=LONGEST)
    assert nameless(window) == []
    dialogs.show_writing(window)
    dialog = window.findChild(WritingDialog)
    assert isinstance(dialog, WritingDialog)
    assert nameless(dialog) == []
    dialog.close()


def test_nothing_in_a_dialog_is_nameless(window: Window, stage: Stage) -> None:
    for kind, show in DIALOGS.items():
        show(window, stage)
        dialog = next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())
        assert list(used_widgets(dialog)), kind
        assert nameless(dialog) == [], kind
        for box in dialog.findChildren(QComboBox):
            names = told_name(box).split(", ")
            assert len(names) == len(set(names)), "it has one label"
        dialog.close()
    button = window.findChild(BreakpointsButton)
    assert isinstance(button, BreakpointsButton)
    assert nameless(button.popup) == []


def test_a_widget_without_a_name_is_found(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    box, button = QComboBox(outer), QToolButton(outer)
    button.setText("…")
    assert len(nameless(outer)) == 2
    box.setAccessibleName("Quantity")
    button.setAccessibleName("More")
    assert nameless(outer) == []


def test_timelines_tell_where_they_are(qtbot: QtBot, window: Window, stage: Stage) -> None:
    outer, inner = stage.timeline.outer_clock, stage.timeline.inner_clock
    tracks = [clock.findChild(Track) for clock in (outer, inner)]
    outer.go(7)
    inner.go(3)
    names = [told_name(track) for track in tracks if isinstance(track, Track)]
    last = stage.timeline.clocks.inner.newest
    planned = stage.run.runner.planned
    assert names == [
        f"Meta-step shown: meta-step 7 of {planned}",
        f"Inner step shown: inner step 3 of {last}",
    ]
    outer.go_live()
    run_steps(qtbot, stage, 5)
    qtbot.waitUntil(lambda: "meta-step 15 of" in told_name(tracks[0] or outer))


@pytest.mark.parametrize("story", first_quick(all_stories()))
def test_settings_are_named_with_their_unit(qtbot: QtBot, story: str) -> None:
    made = [SettingRow(declared, LIGHT) for declared in declarations(all_stories()[story].settings)]
    units = 0
    for row in made:
        qtbot.addWidget(row)
        for part in row.control.inputs():
            assert told_name(part).startswith(row.declared.title), row.declared.name
            units += bool(row.declared.unit)
            assert row.declared.unit in told_name(part), row.declared.name
    assert units or not any(row.declared.unit for row in made)
