"""Pictures and tables taken away are whole, and what cannot be made is refused."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.errors import UserError
from metascope.widgets.paper.export import Drawing, Format, copy, csv_text, drawn, pdf_bytes, picture, save, svg_bytes
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import TrailItem
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import AXIS, count, plane, seen, surface

SIZE = QSize(400, 300)
BLUE = LIGHT.style("maml").colour


def view_with_all(qtbot: QtBot) -> PlotView:
    view = plane()
    qtbot.addWidget(view)
    surface(view)
    trail = TrailItem("maml", "maml")
    trail.set(np.linspace([-1.5, -1.5], [1.0, 1.5], 30)[:, None])
    view.add(trail)
    return view


def read(data: bytes, format: Format) -> QImage:
    if format == "png":
        return QImage.fromData(QByteArray(data))
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return image


@pytest.mark.parametrize("format", ["png", "svg"])
def test_picture_of_a_view_never_shown_has_all_its_ink(qtbot: QtBot, format: Format) -> None:
    image = read(picture(view_with_all(qtbot), format, SIZE, dpi=96), format)
    assert image.size() == SIZE
    assert count(image, BLUE) > 100
    assert count(image, LIGHT.text) > 50  # title and axes
    assert count(image, "#aeb4c0") > 1000  # the surface


@pytest.mark.parametrize(
    "make",
    [
        lambda draw: drawn(draw, QSizeF(SIZE), 96, QColor("white")),
        lambda draw: svg_bytes(draw, QSizeF(SIZE), "a"),
        lambda draw: pdf_bytes(draw, QSizeF(SIZE), "a"),
    ],
    ids=["image", "svg", "pdf"],
)
def test_a_drawing_that_fails_does_not_end_the_program(qtbot: QtBot, make: Callable[[Drawing], object]) -> None:
    def fail(painter: QPainter) -> None:
        raise ZeroDivisionError

    for _ in range(10):  # a painter that outlives what it paints on reaches into freed memory
        with pytest.raises(ZeroDivisionError):
            make(fail)


def test_pdf_has_one_page_of_the_right_size_with_text_and_lines(qtbot: QtBot) -> None:
    data = picture(view_with_all(qtbot), "pdf", SIZE)
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert [float(side) for side in box.groups()] == pytest.approx([300, 225], abs=1)
    drawing = b"".join(
        zlib.decompress(found)
        for found in re.findall(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream", data, re.S)
        if found[:1] == b"\x78"
    )
    assert drawing.count(b" l\n") > 50
    assert b" Tj" in drawing or b" TJ" in drawing


@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_picture_is_not_that_of_an_empty_view(qtbot: QtBot, format: Format) -> None:
    empty = plane()
    qtbot.addWidget(empty)
    assert len(picture(view_with_all(qtbot), format, SIZE)) > 1.2 * len(picture(empty, format, SIZE))


def test_resolution_makes_the_picture_finer_not_different(qtbot: QtBot) -> None:
    view = view_with_all(qtbot)
    coarse, fine = (read(picture(view, "png", SIZE, dpi=dpi), "png") for dpi in (96, 288))
    assert fine.size() == SIZE * 3
    assert count(fine, BLUE) == pytest.approx(9 * count(coarse, BLUE), rel=0.25)
    assert round(fine.dotsPerMeterX() * 0.0254) == 288


def test_picture_wears_a_theme_of_its_own(qtbot: QtBot) -> None:
    view = view_with_all(qtbot)
    view.set_theme(DARK)
    image = read(picture(view, "png", SIZE, dpi=96, theme=LIGHT), "png")
    assert count(image, LIGHT.panel, 2) > 10_000
    assert view.theme is DARK


def test_export_leaves_the_screen_as_it_was(qtbot: QtBot) -> None:
    view = view_with_all(qtbot)
    before = seen(qtbot, view)
    for format in ("png", "svg", "pdf"):
        picture(view, format, QSize(900, 350), theme=DARK)
    assert seen(qtbot, view) == before


def test_lines_on_paper_stay_within_the_plot_without_clipping(qtbot: QtBot) -> None:
    view = plane()
    qtbot.addWidget(view)
    lines = LinesItem("phi")
    lines.set([Line("steep", "maml", "steep", AXIS, 50 * AXIS)])
    view.add(lines)
    text = picture(view, "svg", SIZE).decode()
    outside = re.sub(r"<clipPath.*?</clipPath>", "", text, flags=re.S)
    drawn = read(re.sub(r' clip-path="[^"]*"', "", outside).encode(), "svg")
    title = drawn.copy(0, 0, SIZE.width(), 36)
    assert count(drawn, BLUE) > 50
    assert count(title, BLUE) == 0


@pytest.mark.parametrize("size", [QSize(0, 300), QSize(300, 9000), QSize(-5, -5)])
def test_impossible_size_is_refused(qtbot: QtBot, size: QSize) -> None:
    with pytest.raises(UserError, match=rf"64 to 8192 units \(1/96 inch\) in both directions, not {size.width()} x"):
        picture(view_with_all(qtbot), "png", size)


def test_too_many_pixels_are_refused_before_they_are_made(qtbot: QtBot) -> None:
    with pytest.raises(UserError, match="at most 100,000,000 pixels"):
        picture(view_with_all(qtbot), "png", QSize(8000, 8000), dpi=1200)


@pytest.mark.parametrize("dpi", [0, 5000])
def test_impossible_resolution_is_refused(qtbot: QtBot, dpi: int) -> None:
    with pytest.raises(UserError, match=f"10 to 1200, not {dpi}"):
        picture(view_with_all(qtbot), "png", SIZE, dpi=dpi)


def test_csv_round_trips_and_pads_short_columns() -> None:
    data = csv_text({"a": np.array([0.1, np.nan, 1e-300]), "b, c": np.array([1, 2]), "d": np.array(["x"])})
    assert data == 'a,"b, c",d\r\n0.1,1,x\r\n,2,\r\n1e-300,,\r\n'


def test_csv_of_nothing_is_an_empty_row() -> None:
    assert csv_text({}).strip() == ""


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "csv"])
def test_view_is_saved_as_its_suffix_says(qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plot.{suffix.upper()}"
    save(view_with_all(qtbot), path, SIZE)
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"loss.x,"}[suffix]
    assert path.read_bytes().startswith(start)


def test_unknown_suffix_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"must end in \.png"):
        save(view_with_all(qtbot), tmp_path / "plot.bmp")
    assert not list(tmp_path.iterdir())


def test_copied_picture_has_two_pixels_for_one_of_the_screen_and_is_a_drawing_too(qtbot: QtBot) -> None:
    view = view_with_all(qtbot)
    seen(qtbot, view)
    copy(view)
    data = QGuiApplication.clipboard().mimeData()
    assert QGuiApplication.clipboard().image().size() == view.size() * 2
    assert read(bytes(data.data("image/png").data()), "png").size() == view.size() * 2
    assert count(read(bytes(data.data("image/svg+xml").data()), "svg"), BLUE) > 100
    assert data.data("application/pdf").startsWith(b"%PDF")


def test_methods_are_named_below_a_view_that_does_not_name_them(qtbot: QtBot) -> None:
    view = view_with_all(qtbot)
    methods = [("maml", "MAML"), ("reptile", "Reptile")]
    assert view.unnamed(methods) == tuple(methods)
    assert "MAML" not in picture(view, "svg", SIZE).decode()
    named = picture(view, "svg", SIZE, methods=methods).decode()
    assert "MAML" in named
    assert "Reptile" in named


def test_a_view_with_a_legend_of_methods_needs_no_other(qtbot: QtBot) -> None:
    view = curves(qtbot)
    assert view.unnamed([("maml", "MAML"), ("reptile", "Reptile")]) == ()


def test_the_cursor_is_on_paper_only_where_it_is_asked_for(qtbot: QtBot) -> None:
    view = curves(qtbot)
    without = picture(view, "png", SIZE, dpi=96)
    view.set_cursor(30)
    assert picture(view, "png", SIZE, dpi=96) == without
    view.draw_cursor_on_paper(True)
    assert picture(view, "png", SIZE, dpi=96) != without


def curves(qtbot: QtBot) -> CurvesView:
    view = CurvesView("curves", "Curves", LIGHT, Axis("Meta-step"), Axis("Loss"))
    qtbot.addWidget(view)
    view.set_series("maml", "maml", np.arange(50.0), np.linspace(3, 1, 50), "MAML")
    return view
