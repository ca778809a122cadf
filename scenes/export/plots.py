"""Draws views without a window: the plots/ that `--headless` writes, and the pictures of the gallery."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from metascope.scenes.catalog import build_scene
from metascope.scenes.layout_scene import unnamed_methods
from metascope.scenes.scene import Scene
from metascope.simulator.engine.cli.results import make_folder
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.story import all_stories
from metascope.widgets.look.theme import LIGHT, Theme
from metascope.widgets.paper import export

SIZE = QSize(720, 540)  # units of 1/96 inch


def write_plots(preset: Preset, frame: Frame, metrics: Metrics, folder: Path) -> None:
    """Draw every view of the last frame as SVG and PNG into `folder`/plots, as the window would.

    Raises:
        UserError: a file cannot be written.
    """
    app = application(LIGHT)
    scene = drawn_scene(preset, frame, metrics, LIGHT)
    make_folder(folder / "plots")
    for view in scene.views():
        for suffix in ("svg", "png"):
            export.save(view, folder / "plots" / f"{view.name}.{suffix}", SIZE, methods=unnamed_methods(scene, view))
    scene.deleteLater()
    app.sendPostedEvents(None, DEFERRED_DELETE)


DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete: a plot that outlives the interpreter crashes it


def application(theme: Theme) -> QApplication:
    """Return the application; create it in this theme if there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
        theme.apply(app)
    return app


def drawn_scene(preset: Preset, frame: Frame, metrics: Metrics, theme: Theme) -> Scene:
    """Return the preset's scene with `frame` drawn at the inner step at which a person first sees it."""
    scene = build_scene(preset.story, preset.settings, theme)
    scene.resize(1000, 700)
    scene.draw(frame, all_stories()[preset.story].first_seen(frame, preset.settings), scene.first_method())
    scene.draw_curves(metrics, frame.step)
    return scene
