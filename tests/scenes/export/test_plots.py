"""Plots that are written without a window name what they show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.export.plots import drawn_scene, write_plots
from metascope.scenes.stories.ntm.addressing import AddressingView
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history.metrics import Metrics
from metascope.widgets.look.theme import LIGHT
from tests.contracts.runs import light, played, simulation


def test_headless_plots_name_their_methods(qtbot: QtBot, tmp_path: Path) -> None:
    frames, metrics = played("two-tasks")
    write_plots(light(presets.find("two-tasks")), frames[-1], metrics, tmp_path)
    for name in ("landscape", "loss_after"):
        text = (tmp_path / "plots" / f"{name}.svg").read_text("utf-8")
        assert "MAML" in text, name
        assert "Reptile" in text, name


def test_what_trains_nothing_is_drawn_at_its_telling_moment(qapp: QApplication) -> None:
    preset = presets.find("addressing")
    frame = simulation(preset).look()
    scene = drawn_scene(preset, frame, Metrics(), LIGHT)
    view = next(view for view in scene.views() if isinstance(view, AddressingView))
    assert view.title == "Addressing: the shift decides"
    scene.deleteLater()
