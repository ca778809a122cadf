"""Draws the pictures of the gallery: trains every shipped scenario and draws its main view, in every language.

Of a scenario that opens others beside it there is a view of each, side by side. One that learns from data of a person's
shows its accuracy, or gates, instead of its main view: data that others made are not copied into the program, as
pictures neither.

python -m metascope.scenes.export.gallery_pictures                             # all scenarios
python -m metascope.scenes.export.gallery_pictures two-tasks quadratics        # these scenarios
python -m metascope.scenes.export.gallery_pictures results/session.metascope   # from a session, without training
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from metascope.scenes.catalog import picture_in
from metascope.scenes.export.plots import application, drawn_scene
from metascope.scenes.export.tongue import Tongue
from metascope.scenes.scene import Scene
from metascope.simulator.engine.cli import headless
from metascope.simulator.engine.cli.headless import Outcome
from metascope.simulator.engine.cli.languages import PSEUDO, languages
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset, find, opened_beside, shipped
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.history.recording import BUDGET
from metascope.simulator.engine.settings import declarations
from metascope.widgets.look.theme import DARK, LIGHT, Theme
from metascope.widgets.paper import export
from metascope.widgets.views.view import View

SIZE, SCALE = QSize(480, 270), 2  # units of a card's picture; pixels per unit
COLOURS = 256
SHRUNK = 0.42  # size of views side by side
BARE = ("accuracy", "gates")  # views that show none of the data, the first that a scene has


def main(given: Sequence[str]) -> int:
    """Train scenarios, or open sessions of them, and write their main views in both themes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for one in given or [preset.name for preset in shipped()]:
        preset, outcome = _opened(Path(one)) if Path(one).is_file() else _trained(find(one))
        runs = [(preset, outcome, BARE if learns_from_files(preset) else ()), *_beside(preset)]
        if wrong := next((outcome.failure for _, outcome, _ in runs if outcome.frame is None), None):
            print(f"{preset.name}: no picture, {wrong}", file=sys.stderr)
            continue
        for language in languages():
            if language != PSEUDO:
                with_words = Tongue(language)
                for theme in (LIGHT, DARK):
                    _take(runs, theme, with_words)
        print(preset.name, file=sys.stderr)
    return 0


def learns_from_files(preset: Preset) -> bool:
    """Return whether a scenario learns from data that a person must have."""
    values = preset.settings.model_dump(mode="json")
    return any(one.needed and one.matters(values) for one in declarations(type(preset.settings)))


def _trained(preset: Preset) -> tuple[Preset, Outcome]:
    with TemporaryDirectory() as folder:
        return preset, headless.train(preset, Path(folder), io.StringIO())


def _beside(preset: Preset) -> Iterator[tuple[Preset, Outcome, Sequence[str]]]:
    """Yield the scenarios that one opens beside itself, trained, each with the name of the view that is seen of it."""
    for other, companion in zip(opened_beside(preset), preset.beside, strict=True):
        yield *_trained(other), (companion.view,) if companion.view else ()


def _opened(path: Path) -> tuple[Preset, Outcome]:
    """Return the scenario of a session and the outcome of its run."""
    session = open_session(path, BUDGET)
    try:
        past = session.recording.snapshot()
        outcome = Outcome(session.recording.at(past.step), past.metrics, None)
    finally:
        session.close()
    return session.head.preset, outcome


def view_among(scene: Scene, names: Sequence[str]) -> View:
    """Return the first view of these names that a scene has, its main view if none is asked for.

    Raises:
        LookupError: it has none of them.
    """
    views = {view.name: view for view in reversed(scene.views())}
    found = [views[name] for name in names if name in views] if names else [scene.views()[0]]
    if not found:
        raise LookupError(f"no view of {', '.join(views)} is one of {', '.join(names)}")
    return found[0]


def _take(runs: Sequence[tuple[Preset, Outcome, Sequence[str]]], theme: Theme, words: Tongue) -> None:
    """Draw a picture of runs, each with names of views, and keep it as the first one's scenario's."""
    app = application(theme)
    theme.apply(app)
    scenes = []
    with words.spoken():
        for preset, outcome, _ in runs:
            assert outcome.frame is not None, "a shipped scenario runs"
            scenes.append(drawn_scene(preset, outcome.frame, outcome.metrics, theme))
        views = [view_among(scene, names) for scene, (_, _, names) in zip(scenes, runs, strict=True)]
        atomic_write(picture_in(runs[0][0], theme.name, words.language), _picture(views))
    for scene in scenes:
        scene.deleteLater()


def _picture(views: Sequence[View]) -> bytes:
    """Return the views side by side as PNG of 256 colours, without their titles."""
    made = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    made.fill(QColor(views[0].theme.panel))
    size = 1.0 if len(views) == 1 else SHRUNK
    wide, high = SIZE.width() / len(views) / size, SIZE.height() / size
    with QPainter(made) as painter:
        painter.scale(SCALE * size, SCALE * size)
        for place, view in enumerate(views):
            view.draw_picture(painter, QRectF(place * wide, 0, wide, high))
    return _fewer_colours(export.png_bytes(made))


def _fewer_colours(png: bytes) -> bytes:
    """Return a picture with the 256 colours that suit it best: a third as large, and no different to the eye."""
    found = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(found, "PNG", optimize=True)
    return found.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
