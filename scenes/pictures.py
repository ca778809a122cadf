"""Takes the gallery's pictures from the program itself: `python -m scenes.pictures` trains every shipped scenario."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from scenes.gallery import picture_of
from scenes.plots import application, drawn_scene
from simulator.engine import headless
from simulator.engine.files import atomic_write
from simulator.engine.headless import Outcome
from simulator.engine.presets import Preset, shipped
from widgets import export
from widgets.theme import DARK, LIGHT, Theme
from widgets.views import View

SIZE, SCALE = QSize(480, 270), 2  # units of a card's picture; pixels a unit


def main() -> int:
    """Train every shipped scenario for its steps and write its main view in both themes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        for preset in shipped():
            outcome = headless.train(preset, Path(folder), io.StringIO())
            for theme in (LIGHT, DARK):
                _take(preset, outcome, theme)
            print(preset.name, file=sys.stderr)
    return 0


def _take(preset: Preset, outcome: Outcome, theme: Theme) -> None:
    app = application(theme)
    theme.apply(app)
    assert outcome.frame is not None, "a shipped scenario runs"
    scene = drawn_scene(preset, outcome.frame, outcome.metrics, theme)
    atomic_write(picture_of(preset, theme.name), _picture(scene.views()[0]))
    scene.deleteLater()


def _picture(view: View) -> bytes:
    """Return the view's picture without its title as PNG."""
    made = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    made.fill(QColor(view.theme.panel))
    painter = QPainter(made)
    painter.scale(SCALE, SCALE)
    view.draw_picture(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return export.png_bytes(made)


if __name__ == "__main__":
    sys.exit(main())
