"""Moments that the map offers to see: there are such views and methods, and one of each story opens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.moment import Moment
from metascope.widgets.look.theme import LIGHT
from tests.scenes.ideas.sights import moments, see
from tests.tiers import first_quick

MOMENTS = moments()
STORIES = [presets.find(moment.preset).story for moment in MOMENTS]
OF_STORIES = [moment for at, moment in enumerate(MOMENTS) if STORIES[at] not in STORIES[:at]]  # the first of each
SOON = 1  # meta-step: `test_moments` goes on to the moment's own


def test_moments_name_views_and_methods_of_their_scenes(qapp: QApplication) -> None:
    for moment in MOMENTS:
        scene = build_scene(presets.find(moment.preset).story, moment.settings, LIGHT)
        assert moment.view in [view.name for view in scene.all_views()], moment
        assert moment.method in ["", *(key for key, _ in scene.methods())], moment
        scene.deleteLater()


@pytest.mark.parametrize("moment", first_quick(OF_STORIES), ids=lambda it: it.preset)
def test_a_moment_of_a_story_opens_soon_after_the_start(qtbot: QtBot, window: Window, moment: Moment) -> None:
    see(qtbot, window, replace(moment, step=min(moment.step, SOON)))
