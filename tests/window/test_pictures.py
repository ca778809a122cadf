"""Pictures of scenarios on a real screen, light and dark, for a person to look at: build/screenshots/."""

from __future__ import annotations

import os
import time

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files.presets import Preset
from tests.contracts.runs import kinds, with_their_data
from tests.widgets.plots.pictures import rgb
from tests.window.conftest import ready
from tests.window.screen import picture, running, screen, title, until, window_of, x

pytestmark = pytest.mark.window

TAKEN = with_their_data() if os.environ.get("METASCOPE_PICTURES") == "all" else kinds()


def take(name: str, preset: str, theme: str, display: str, **environment: str) -> QImage:
    """Open a scenario, train it for a while, and keep a picture of the screen."""
    with running("--preset", preset, "--theme", theme, DISPLAY=display, **environment) as process:
        window = window_of(process, display)
        until(lambda: "–" in title(window, display))
        time.sleep(2.5)  # torch is being imported
        x("windowactivate", "--sync", window, display=display)
        x("key", "space", display=display)
        time.sleep(3.0)
        x("key", "space", display=display)
        time.sleep(0.5)
        return QImage(str(picture(name, display)))


def colours(image: QImage) -> int:
    return len(np.unique(rgb(image).reshape(-1, 3), axis=0))


@pytest.mark.parametrize("preset", TAKEN, ids=lambda preset: preset.name)
def test_a_scenario_at_1280_by_800(qtbot: QtBot, window: Window, preset: Preset) -> None:
    window.open_preset(preset)
    stage = ready(qtbot, window)
    stage.run.runner.play()
    qtbot.wait(800)
    stage.run.runner.pause()
    qtbot.wait(250)
    light = QImage(str(picture(f"{preset.name}-light")))
    window.toggle_theme()
    qtbot.wait(250)
    dark = QImage(str(picture(f"{preset.name}-dark")))
    assert (dark.width(), dark.height()) == (1280, 800)
    assert min(colours(light), colours(dark)) > 100
    assert rgb(dark).mean() < 110 < rgb(light).mean()


def test_a_scenario_at_twice_the_scale() -> None:
    with screen(2560, 1600) as display:
        taken = take("two-tasks-200-percent", "two-tasks", "light", display, QT_SCALE_FACTOR="2")
    assert (taken.width(), taken.height()) == (2560, 1600)
    assert colours(taken) > 100


def test_a_map_at_twice_the_scale() -> None:
    with screen(2560, 1600) as display:
        taken = take("two-dimensions-200-percent", "two-dimensions", "dark", display, QT_SCALE_FACTOR="2")
    assert colours(taken) > 100
