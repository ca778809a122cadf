"""Lines that are drawn piece by piece look like Qt's own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from metascope.widgets.look.pens import pen
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.strokes import draw_fine_line, draw_walks
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import rgb


def inked_columns(line: Array, role: str, *, paper: bool = False) -> list[bool]:
    """Draw a line in pixels and return in which of 400 columns anything is seen."""
    image = QImage(400, 100, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    pixels = Pixels(np.ones(2), np.zeros(2), QRectF(0, 0, 400, 100), paper)
    draw_fine_line(painter, pixels, line, LIGHT.style(role).pen())
    painter.end()
    seen = np.frombuffer(image.constBits(), np.uint8).reshape(100, 400)
    return [bool((seen[:, column] < 200).any()) for column in range(400)]


def test_dashes_of_a_line_that_fills_an_area_are_told_apart_across_it(qtbot: QtBot) -> None:
    up_and_down = np.stack([np.linspace(0, 400, 800), 50 + 40 * (-1.0) ** np.arange(800)], axis=1)
    assert all(inked_columns(up_and_down, "maml")[2:-2])
    dashed = inked_columns(up_and_down, "fomaml")
    edges = np.count_nonzero(np.diff(np.array(dashed).astype(int)))
    assert edges >= 20  # a dash and a gap every 20 pixels
    assert 0.4 < np.mean(dashed) < 0.9


@pytest.mark.parametrize("role", ["fomaml", "reptile", "pretraining", "anil", "meta_sgd"])
def test_dashes_of_a_smooth_line_lie_where_qt_would_draw_them(qtbot: QtBot, role: str) -> None:
    x = np.linspace(0, 400, 120)
    wave = np.stack([x, 50 + 40 * np.sin(x / 40)], axis=1)
    ours, its = (np.array(inked_columns(wave, role, paper=paper)) for paper in (False, True))
    assert 0.3 < its.mean() < 0.98
    assert (ours == its).mean() > 0.93


@pytest.mark.parametrize("role", ["maml", "fomaml"])
def test_a_broken_line_has_ink_just_where_it_is_whole(qtbot: QtBot, role: str) -> None:
    x = np.linspace(0, 400, 401)
    wave = np.stack([x, 50 + 40 * np.sin(x / 40)], axis=1)
    wave[[60, 61, 62, 63, 64, 65, 200, 300, 302]] = np.nan  # the place between the last two is alone
    ours, its = (np.array(inked_columns(wave, role, paper=paper)) for paper in (False, True))
    assert not ours[62:64].any()
    assert (ours == its).mean() > 0.98


def walked(walks: Array, *, paper: bool = False) -> QImage:
    """Draw walks in pixels as a fan."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pixels = Pixels(np.ones(2), np.zeros(2), QRectF(0, 0, 200, 200), paper)
    draw_walks(painter, pixels, walks, pen(QColor("black"), 1.5))
    painter.end()
    return image


def fan() -> Array:
    """Return walks that turn often, some of which end early."""
    walks = 100 + np.cumsum(np.random.default_rng(0).normal(0, 6, (12, 40, 2)), axis=1)
    walks[3, 20:] = walks[7, 1:] = np.nan
    return walks


def test_a_fan_of_walks_looks_as_its_lines_do(qtbot: QtBot) -> None:
    ours, its = (255 - rgb(walked(fan(), paper=paper)).astype(float)[..., 0] for paper in (False, True))
    assert its.sum() > 255 * 1000, "it is seen"
    assert np.abs(ours - its).mean() < 0.08 * its.mean(), "a few pixels at the joins differ"


def test_a_walk_that_leaves_far_is_cut_at_the_edge_and_not_left_out(qtbot: QtBot) -> None:
    far = np.array([[[20.0, 50.0], [100.0, 50.0], [1e6, 50.0]]])
    seen = rgb(walked(far))[50, :, 0]
    assert (seen[25:195] < 200).all()
