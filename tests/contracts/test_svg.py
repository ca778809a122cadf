"""The SVG files of every view of every scenario look like their PNG files in programs that share no code with Qt."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.paper import export
from tests.contracts.runs import one_look, played
from tests.widgets.paper.readers import READERS, differing, lost_ink, read

SIZE = QSize(480, 360)
LOST = 0.03  # share of the ink that is not near where it should be, at most: CairoSVG sets small type more widely
DIFFERING = 0.06  # share of pixels whose colours differ much, at most: the edges of letters, many in a written view


@one_look
def test_every_view_looks_alike_in_other_readers(qtbot: QtBot, preset: Preset) -> None:
    frames, metrics = played(preset.name)
    scene = build_scene(preset.story, preset.settings, LIGHT)
    qtbot.addWidget(scene)
    scene.resize(1000, 700)
    scene.draw(frames[-1], frames[-1].ticks() - 1, scene.methods()[0][0])
    scene.draw_curves(metrics, frames[-1].step)
    for view in scene.views():
        wanted = read(export.picture(view, "png", SIZE, dpi=96))
        svg = export.picture(view, "svg", SIZE)
        for reader in READERS:
            got = reader(svg, SIZE.width(), SIZE.height())
            assert lost_ink(wanted, got) < LOST, (view.name, reader.__name__)
            assert lost_ink(got, wanted) < LOST, (view.name, reader.__name__)
            assert differing(wanted, got) < DIFFERING, (view.name, reader.__name__)
