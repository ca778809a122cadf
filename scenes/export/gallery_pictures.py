"""Draws the pictures of the gallery: trains every shipped scenario and draws its main view.

python -m scenes.export.gallery_pictures                             # all scenarios
python -m scenes.export.gallery_pictures two-tasks quadratics        # these scenarios
python -m scenes.export.gallery_pictures results/session.metascope   # from a session, without training
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from scenes.catalog import picture_of
from scenes.export.plots import application, drawn_scene
from simulator.engine.cli import headless
from simulator.engine.cli.headless import Outcome
from simulator.engine.files.atomic import atomic_write
from simulator.engine.files.presets import Preset, find, shipped
from simulator.engine.files.session import open_session
from simulator.engine.history.recording import BUDGET
from widgets.look.theme import DARK, LIGHT, Theme
from widgets.paper import export
from widgets.views.view import View

SIZE, SCALE = QSize(480, 270), 2  # units of a card's picture; pixels per unit


def main(given: Sequence[str]) -> int:
    """Train scenarios, or open sessions of them, and write their main views in both themes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for one in given or [preset.name for preset in shipped()]:
        preset, outcome = _opened(Path(one)) if Path(one).is_file() else _trained(find(one))
        if outcome.frame is None:
            print(f"{preset.name}: no picture, {outcome.failure}", file=sys.stderr)
            continue
        for theme in (LIGHT, DARK):
            _take(preset, outcome, theme)
        print(preset.name, file=sys.stderr)
    return 0


def _trained(preset: Preset) -> tuple[Preset, Outcome]:
    with TemporaryDirectory() as folder:
        return preset, headless.train(preset, Path(folder), io.StringIO())


def _opened(path: Path) -> tuple[Preset, Outcome]:
    """Return the scenario of a session and the outcome of its run."""
    session = open_session(path, BUDGET)
    try:
        past = session.recording.snapshot()
        outcome = Outcome(session.recording.at(past.step), past.metrics, None)
    finally:
        session.close()
    return session.head.preset, outcome


def _take(preset: Preset, outcome: Outcome, theme: Theme) -> None:
    app = application(theme)
    theme.apply(app)
    assert outcome.frame is not None, "a shipped scenario runs"
    scene = drawn_scene(preset, outcome.frame, outcome.metrics, theme)
    atomic_write(picture_of(preset, theme.name), _picture(scene.views()[0]))
    scene.deleteLater()


def _picture(view: View) -> bytes:
    """Return the view as PNG, without its title."""
    made = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    made.fill(QColor(view.theme.panel))
    with QPainter(made) as painter:
        painter.scale(SCALE, SCALE)
        view.draw_picture(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    return export.png_bytes(made)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
