"""Every moment that the map offers to see opens: trained to its meta-step, with its view in sight."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scenes.catalog import build_scene
from scenes.shell.window import Window
from simulator.engine.files import presets
from simulator.engine.files.moment import Moment, document
from simulator.engine.ideas.parsing import shipped
from tests.scenes.hands import the_stage
from tests.tiers import first_quick
from tests.waiting import LONGEST
from widgets.look.theme import LIGHT

MOMENTS = sorted(
    {repr(document(it.see)): it.see for it in shipped().statements() if it.see is not None}.items(),
    key=lambda pair: (pair[1].preset != "two-tasks", pair[0]),  # the quick one first
)


def test_moments_name_views_and_methods_of_their_scenes(qapp: QApplication) -> None:
    for _, moment in MOMENTS:
        scene = build_scene(presets.find(moment.preset).story, moment.settings, LIGHT)
        assert moment.view in [view.name for view in scene.all_views()], moment
        assert moment.method in ["", *(key for key, _ in scene.methods())], moment
        scene.deleteLater()


@pytest.mark.parametrize(
    "moment", first_quick([moment for _, moment in MOMENTS]), ids=lambda it: f"{it.preset}-{it.view}"
)
def test_a_moment_is_there_as_it_is_told(qtbot: QtBot, window: Window, moment: Moment) -> None:
    with qtbot.waitSignal(window.moments.looked, timeout=5 * LONGEST):
        window.open_moment(moment)
    stage = the_stage(window)
    assert stage.playback.shown is not None
    assert stage.playback.shown.step == moment.step
    assert stage.playback.method == (moment.method or stage.scene.first_method())
    if moment.inner is not None:
        assert stage.playback.clocks.inner.position == moment.inner
    view = next(view for view in stage.scene.findChildren(QWidget, moment.view) if view.isVisible())
    picture = view.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(40, picture.height(), 3)}
    assert len(colours) > 3, "it is not empty"
