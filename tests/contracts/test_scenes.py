"""What every scene promises, on every scenario: it draws any frame in any emphasis and theme, and exports it."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.scene import Scene
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import DARK, LIGHT, Theme
from metascope.widgets.paper import export
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import View
from tests.contracts.runs import each_task, one_look, played
from tests.tiers import first_quick
from tests.widgets.plots.pictures import rgb

SIZE = QSize(640, 480)
BLANK = 0.002  # share of pixels that differ from the background in a picture with nothing on it, at most


@pytest.fixture
def scene(preset: Preset, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scenario's scene with nothing drawn in it."""
    made = build_scene(preset.story, preset.settings, LIGHT)
    made.resize(1000, 700)
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def draw(scene: Scene, preset: Preset, index: int = -1, inner: int = -1, method: str = "") -> None:
    """Draw one of the scenario's frames, at its last tick where none is named, and the curves up to it."""
    seen, metrics = played(preset.name)
    frame = seen[index]
    scene.draw(frame, frame.ticks() - 1 if inner < 0 else inner, method or scene.methods()[0][0])
    scene.draw_curves(metrics, frame.step)


def picture(view: View, theme: Theme | None = None) -> QImage:
    """Return the view as its PNG shows it."""
    found = QImage.fromData(export.picture(view, "png", SIZE, dpi=96, theme=theme), "PNG")  # type: ignore[arg-type]
    assert (found.width(), found.height()) == (SIZE.width(), SIZE.height())
    return found


def ink(image: QImage) -> float:
    """Return the share of pixels that are not of the most common colour."""
    packed = rgb(image).astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    return 1.0 - float(np.unique(packed, return_counts=True)[1].max()) / packed.size


@each_task
def test_a_scene_tells_what_it_is(scene: Scene, preset: Preset) -> None:
    words = scene.words()
    assert words.title
    assert words.formulas
    assert all(latex and said for latex, said in words.formulas)
    assert all(gesture and does for gesture, does in words.gestures)


@each_task
def test_a_scenes_views_are_named_and_titled_each_its_own(scene: Scene, preset: Preset) -> None:
    views = scene.views()
    assert views
    assert len({view.name for view in views}) == len({view.title for view in views}) == len(views)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", view.name) for view in views)


@each_task
def test_a_scene_draws_every_tick_of_every_method(scene: Scene, preset: Preset) -> None:
    seen, _ = played(preset.name)
    for index in (0, 1, len(seen) // 2):
        for method, _ in scene.methods():
            for inner in range(seen[index].ticks()):
                draw(scene, preset, index, inner, method)


@each_task
def test_the_inner_clock_is_seen_in_the_main_view(scene: Scene, preset: Preset) -> None:
    ticks = played(preset.name)[0][0].ticks()
    view, seen = scene.views()[0], set()
    if isinstance(view, PlotView):
        view.draw_cursor_on_paper(True)  # as in an animation
    for inner in (0, ticks // 2, ticks - 1):
        draw(scene, preset, 0, inner)
        seen.add(rgb(picture(view)).tobytes())
    assert len(seen) >= 2


@each_task
def test_a_scene_goes_back_to_what_it_drew(scene: Scene, preset: Preset) -> None:
    draw(scene, preset, 1, 0)
    before = [rgb(picture(view)).tobytes() for view in scene.views()]
    draw(scene, preset, 5, min(2, played(preset.name)[0][5].ticks() - 1), scene.methods()[-1][0])
    draw(scene, preset, 1, 0)
    assert before == [rgb(picture(view)).tobytes() for view in scene.views()]


@pytest.mark.parametrize("level", first_quick(["dim", "hidden"]))
@one_look
def test_emphasis_changes_what_is_drawn_and_comes_back(scene: Scene, preset: Preset, level: Level) -> None:
    methods = [key for key, _ in scene.methods()]
    draw(scene, preset)
    full = rgb(picture(scene.views()[0])).tobytes()
    seen = []
    for focused in methods:  # a method may use all that the others use
        others = [key for key in methods if key != focused]
        scene.set_emphasis({focused: "full", **dict.fromkeys(others or methods, level)})
        draw(scene, preset)
        seen.append(rgb(picture(scene.views()[0])).tobytes())
        if seen[-1] != full:
            break
    assert seen[-1] != full
    scene.set_emphasis(dict.fromkeys(methods, "full"))
    draw(scene, preset)
    assert rgb(picture(scene.views()[0])).tobytes() == full


@one_look
def test_a_hidden_method_is_left_out_of_the_data(scene: Scene, preset: Preset) -> None:
    hidden = scene.methods()[-1][0]
    draw(scene, preset)
    assert any(name.startswith(f"{hidden}.") for view in scene.views() for name in view.table())
    scene.set_emphasis({key: "hidden" if key == hidden else "full" for key, _ in scene.methods()})
    draw(scene, preset)
    assert not [name for view in scene.views() for name in view.table() if name.startswith(f"{hidden}.")]


@pytest.mark.parametrize("theme", first_quick([LIGHT, DARK]), ids=lambda theme: theme.name)
@one_look
def test_every_view_is_drawn_in_every_theme(scene: Scene, preset: Preset, theme: Theme) -> None:
    scene.set_theme(theme)
    draw(scene, preset)
    for view in scene.views():
        found = picture(view)
        assert found.pixelColor(1, 1) == QColor(theme.panel), view.name
        assert ink(found) > BLANK, view.name


@pytest.mark.slow
@each_task
def test_every_view_shows_something_once_a_frame_is_drawn(scene: Scene, preset: Preset) -> None:
    empty = [rgb(picture(view)) for view in scene.views()]
    draw(scene, preset)
    for view, before in zip(scene.views(), empty, strict=True):
        assert (rgb(picture(view)) != before).any(axis=-1).mean() > BLANK, view.name


@one_look
def test_an_svg_draws_the_same_as_the_screen(scene: Scene, preset: Preset) -> None:
    draw(scene, preset)
    for view in scene.views():
        renderer = QSvgRenderer(QByteArray(export.picture(view, "svg", SIZE)))
        assert renderer.isValid(), view.name
        image = QImage(SIZE, QImage.Format.Format_RGB32)
        image.fill(QColor("magenta"))
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        wanted, found = (rgb(one).astype(int) for one in (picture(view), image))
        assert ink(image) > BLANK, view.name
        differing = (np.abs(wanted - found).max(axis=-1) > 60).mean()
        assert differing < 0.05, f"{view.name}: {differing:.1%} of the pixels differ"


@one_look
def test_a_pdf_has_one_page_of_the_right_size_with_something_on_it(scene: Scene, preset: Preset) -> None:
    empty = {view.name: drawn_on(export.picture(view, "pdf", SIZE)) for view in scene.views()}
    draw(scene, preset)
    for view in scene.views():
        made = export.picture(view, "pdf", SIZE)
        assert made.startswith(b"%PDF-")
        boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", made)
        assert len(boxes) == 1, view.name
        assert [float(side) for side in boxes[0].split()] == pytest.approx([0, 0, 480, 360], abs=1), view.name
        assert drawn_on(made) != empty[view.name], view.name


def drawn_on(pdf: bytes) -> bytes:
    """Return what is drawn on a PDF's page: lines, text and images, without the letters' shapes and without dates."""
    streams = re.findall(rb"<<((?:(?!>>).)*)>>\s*stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    drawn = [(b"/FlateDecode" in head, data) for head, data in streams if b"/Length1" not in head]
    return b"".join(zlib.decompressobj().decompress(data) for packed, data in drawn if packed)


@each_task
def test_a_csv_holds_the_numbers_that_are_drawn(scene: Scene, preset: Preset) -> None:
    draw(scene, preset)
    for view in scene.views():
        header, *rows = csv.reader(io.StringIO(export.csv_text(view.table())))
        assert header, view.name
        assert len(set(header)) == len(header), view.name
        assert all(len(row) == len(header) for row in rows), view.name
        numbers = [number(cell) for row in rows for cell in row if cell]
        assert sum(found is not None for found in numbers) > len(numbers) / 2, view.name


def number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


@pytest.mark.slow
@each_task
def test_a_scene_leaves_no_trace_of_another_theme_after_an_export(scene: Scene, preset: Preset) -> None:
    draw(scene, preset)
    view = scene.views()[0]
    before = rgb(picture(view)).tobytes()
    assert rgb(picture(view, DARK)).tobytes() != before
    assert rgb(picture(view)).tobytes() == before
