"""Lines in pixels are broken and cut where they must be; symbols are kept as pictures."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.method import Symbol
from metascope.simulator.engine.story import Story, all_stories
from metascope.widgets.episode.ink import SIGN
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.plots.canvas.ink import Pixels, draw_symbols, runs
from metascope.widgets.plots.series.lines import thinned
from metascope.widgets.plots.series.paths import spread
from tests.widgets.plots.pictures import rgb

LIMITS = np.array([[0.0, 0.0], [100.0, 100.0]])
ALIKE = 0.87  # of the ink of two symbols: a disc and a diamond of 8 pixels share 0.84


def test_line_in_sight_stays_whole() -> None:
    line = np.array([[1.0, 1.0], [50.0, 60.0], [99.0, 2.0]])
    (run,) = runs(line, LIMITS)
    assert run is line


def test_line_is_broken_where_it_is_not_a_number() -> None:
    line = np.array([[1.0, 1.0], [2.0, 2.0], [np.nan, 3.0], [4.0, np.inf], [5.0, 5.0], [6.0, 6.0]])
    assert [run.tolist() for run in runs(line, LIMITS)] == [[[1, 1], [2, 2]], [[5, 5], [6, 6]]]


def test_line_that_leaves_keeps_its_direction() -> None:
    line = np.array([[50.0, 50.0], [50.0 + 1e6, 50.0 + 2e6]])
    (run,) = runs(line, LIMITS)
    assert run == pytest.approx(np.array([[50, 50], [75, 100]]))


def test_line_that_comes_back_is_in_two_whole_parts() -> None:
    line = np.array([[10.0, 10.0], [50.0, 50.0], [50.0, 1e6], [60.0, 1e6], [60.0, 50.0], [70.0, 40.0]])
    first, second = runs(line, LIMITS)
    assert first == pytest.approx(np.array([[10, 10], [50, 50], [50, 100]]))
    assert second == pytest.approx(np.array([[60, 100], [60, 50], [70, 40]]))


def test_line_out_of_sight_is_not_drawn() -> None:
    assert runs(np.array([[200.0, 0.0], [200.0, 1e9]]), LIMITS) == []
    assert runs(np.empty((0, 2)), LIMITS) == []


def test_thinned_line_keeps_every_columns_extremes() -> None:
    x = np.arange(100_000.0)
    y = np.sin(x)
    y[54_321], y[77_777] = 9.0, np.nan
    line = thinned(x, y, 300)
    assert len(line) <= 4 * 301
    assert np.nanmax(line[:, 1]) == 9
    assert (line[0].tolist(), line[-1, 0]) == ([0, 0], 99_999)
    assert (np.diff(line[:, 0]) >= 0).all()


def test_short_line_is_not_thinned() -> None:
    x = np.arange(10.0)
    assert thinned(x, x**2, 300).tolist() == np.stack([x, x**2], axis=1).tolist()


def test_crowded_path_is_drawn_with_fewer_points_and_the_same_end() -> None:
    line = np.stack([np.linspace(0, 10, 1000), np.zeros(1000)], axis=1)
    kept = spread(line)
    assert len(kept) < 12
    assert kept[-1].tolist() == [10, 0]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("symbol", ["disc", "square", "triangle", "diamond", "star", "ring", "bow"])
def test_a_kept_picture_of_a_symbol_is_what_would_be_drawn(qtbot: QtBot, symbol: Symbol, ratio: float) -> None:
    def drawn(*, kept: bool) -> QImage:
        image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixels = Pixels(np.ones(2), np.zeros(2), QRectF(0, 0, 40, 40), paper=not kept, ratio=ratio)
        draw_symbols(painter, pixels, [(20, 20)], symbol, 13, "#2060a0", "#c04000", 2.0)
        painter.end()
        return image

    exact, kept = (rgb(drawn(kept=kept)).astype(int) for kept in (False, True))
    assert np.ptp(exact) > 100, "it is seen"
    assert np.abs(exact - kept).max() <= 3


@pytest.mark.parametrize("hollow", [False, True])
@pytest.mark.parametrize("story", all_stories().values(), ids=lambda story: story.name)
def test_symbols_of_a_storys_methods_look_different_where_they_are_smallest(
    qtbot: QtBot, story: Story, hollow: bool
) -> None:
    def drawn(symbol: Symbol) -> NDArray[np.float64]:
        image = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QBrush(Qt.GlobalColor.white if hollow else Qt.GlobalColor.black)
        draw_symbol(painter, QPointF(10, 10), symbol, SIGN, fill, QPen(Qt.GlobalColor.black, 1.25))
        painter.end()
        return 1 - rgb(image)[..., 0] / 255

    found = {method.style.symbol: drawn(method.style.symbol) for method in story.methods}
    assert len(found) == len(story.methods)
    for one, other in itertools.combinations(found, 2):
        overlap = np.minimum(found[one], found[other]).sum() / np.maximum(found[one], found[other]).sum()
        assert overlap < ALIKE, f"{one} and {other}"
