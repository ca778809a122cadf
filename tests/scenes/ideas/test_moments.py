"""Every moment that the map offers to see opens: trained to its meta-step, with its view in sight."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files.moment import Moment
from tests.scenes.ideas.sights import moments, see
from tests.tiers import first_quick


@pytest.mark.parametrize("moment", first_quick(moments()), ids=lambda it: f"{it.preset}-{it.view}")
def test_a_moment_is_there_as_it_is_told(qtbot: QtBot, window: Window, moment: Moment) -> None:
    see(qtbot, window, moment)
