"""Plots that are written without a window name what they show."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from scenes.export.plots import write_plots
from simulator.engine.files import presets
from tests.contracts.runs import light, played


def test_headless_plots_name_their_methods(qtbot: QtBot, tmp_path: Path) -> None:
    frames, metrics = played("two-tasks")
    write_plots(light(presets.find("two-tasks")), frames[-1], metrics, tmp_path)
    for name in ("landscape", "loss_after"):
        text = (tmp_path / "plots" / f"{name}.svg").read_text("utf-8")
        assert "MAML" in text, name
        assert "Reptile" in text, name
