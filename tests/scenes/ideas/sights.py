"""Opens moments of the map of ideas, and looks whether what is told of them is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files.moment import Moment, document
from metascope.simulator.engine.ideas.parsing import shipped
from tests.scenes.hands import the_stage
from tests.waiting import LONGEST

FIRST = "two-tasks"  # the scenario that is trained quickest


def moments() -> list[Moment]:
    """Return every moment that the map offers to see, the quickest one first."""
    found = {repr(document(it.see)): it.see for it in shipped().statements() if it.see is not None}
    return [found[key] for key in sorted(found, key=lambda key: (found[key].preset != FIRST, key))]


def see(qtbot: QtBot, window: Window, moment: Moment) -> None:
    """Open a moment, and look for its meta-step, inner tick and method, and for its view."""
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
