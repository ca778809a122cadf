"""Exports views: PNG, SVG and PDF of the picture, CSV of its data."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QMimeData, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPicture
from PySide6.QtSvg import QSvgGenerator

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.tables import write_table
from metascope.simulator.engine.text import say
from metascope.widgets.look.fonts import HAN, chinese_families
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.paper.legend import draw_legend
from metascope.widgets.views.view import Table, View

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
Methods = Sequence[tuple[str, str]]  # (role, name)
Drawing = Callable[[QPainter], None]  # draws in units
SCREEN_DPI = 96  # one unit of a view is 1/96 inch on paper
COPIED_DPI = 2 * SCREEN_DPI  # of a picture in the clipboard, whatever the screen
MM_PER_INCH = 25.4
SMALLEST, LARGEST = 64, 8192  # units of a picture's sides
MOST_PIXELS = 100_000_000  # of a PNG: 400 MB while it is made


def picture(
    view: View,
    format: Format,
    size: QSize | None = None,
    dpi: int = 192,
    theme: Theme | None = None,
    methods: Methods = (),
) -> bytes:
    """Return the view as a file's bytes, title included.

    Args:
        size: in units of 1/96 inch; as on the screen where None.
        dpi: of a PNG.
        theme: used for the picture; the view's own where None.
        methods: named below the picture.

    Raises:
        UserError: the size or the resolution is impossible.
    """
    wanted = view.size() if size is None else size
    _check(wanted, dpi if format == "png" else SCREEN_DPI)
    own = view.theme
    if theme is not None and theme is not own:
        view.set_theme(theme)
    try:
        if format == "png":
            return png_bytes(image(view, wanted, dpi, methods))
        return (svg_bytes if format == "svg" else pdf_bytes)(
            _drawing(view, wanted, methods), QSizeF(wanted), view.title
        )
    finally:
        if view.theme is not own:
            view.set_theme(own)


def image(view: View, size: QSize, dpi: int, methods: Methods = ()) -> QImage:
    """Return the view drawn at `size` units and `dpi` dots per inch, with these methods named below it."""
    return drawn(_drawing(view, size, methods), QSizeF(size), dpi, QColor(view.theme.panel))


def _drawing(view: View, size: QSize, methods: Methods) -> Drawing:
    def draw(painter: QPainter) -> None:
        rect = QRectF(QPointF(0, 0), QSizeF(size))
        painter.fillRect(rect, QColor(view.theme.panel))
        if methods:
            within = rect.adjusted(GRID / 2, 0, -GRID / 2, -GRID / 2)
            rect.setBottom(draw_legend(painter, within, methods, view.theme))
        view.render_to(painter, rect)

    return draw


def drawn(draw: Drawing, size: QSizeF, dpi: float, back: QColor) -> QImage:
    """Return what `draw` draws within `size` units, at `dpi` dots per inch over the colour `back`."""
    scale = dpi / SCREEN_DPI
    made = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    made.fill(back)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(made.width() / size.width(), made.height() / size.height())
        draw(painter)
    made.setDotsPerMeterX(round(dpi / 0.0254))  # not before: axes are recorded at the screen's resolution
    made.setDotsPerMeterY(round(dpi / 0.0254))
    return made


def copy(view: View, methods: Methods = ()) -> None:
    """Copy the view's picture to the clipboard, with these methods named below it: see `to_clipboard`."""
    size = view.size()
    to_clipboard(_drawing(view, size, methods), QSizeF(size), view.title, QColor(view.theme.panel))


def to_clipboard(draw: Drawing, size: QSizeF, title: str, back: QColor) -> None:
    """Copy what `draw` draws within `size` units: as pixels, two for a unit, and as SVG and PDF.

    Each program takes what it can use best.
    """
    made = drawn(draw, size, COPIED_DPI, back)
    data = QMimeData()
    data.setImageData(made)
    data.setData("image/png", QByteArray(png_bytes(made)))
    data.setData("image/svg+xml", QByteArray(svg_bytes(draw, size, title)))
    data.setData("application/pdf", QByteArray(pdf_bytes(draw, size, title)))
    QGuiApplication.clipboard().setMimeData(data)


def save(
    view: View,
    path: Path,
    size: QSize | None = None,
    theme: Theme | None = None,
    methods: Methods = (),
    european: bool = False,
) -> None:
    """Write the view to a file, as its suffix says: .png, .svg or .pdf, `methods` named below it, or .csv.

    `european` is of a table in CSV, see `write_table`.

    Raises:
        UserError: the suffix is none of these, the size is impossible, or the file cannot be written.
    """
    suffix = path.suffix.lower().removeprefix(".")
    if suffix == "csv":
        write_table(path, csv_text(view.table()), european)
        return
    for format in FORMATS:
        if suffix == format:
            atomic_write(path, picture(view, format, size, theme=theme, methods=methods))
            return
    raise refuse(str(path), say("must end in .png, .svg, .pdf or .csv"))


def csv_text(table: Table) -> str:
    """Return columns as CSV (RFC 4180), names, then round-tripping numbers; short columns are padded."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table)
    columns = [[_cell(value) for value in column.tolist()] for column in table.values()]
    longest = max(map(len, columns), default=0)
    padded = (column + [""] * (longest - len(column)) for column in columns)
    writer.writerows(zip(*padded, strict=True))
    return text.getvalue()


def _cell(value: object) -> str:
    """Return a number so that it round-trips; NaN is empty."""
    if isinstance(value, float):
        return "" if np.isnan(value) else repr(value)
    return str(value)


def _check(size: QSize, dpi: int) -> None:
    width, height = size.width(), size.height()
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise refuse(
            "size",
            say(
                "must be {low} to {high} units (1/96 inch) in both directions, not {width} x {height}",
                low=SMALLEST,
                high=LARGEST,
                width=width,
                height=height,
            ),
        )
    if not 10 <= dpi <= 1200:
        raise refuse("dpi", say("must be 10 to 1200, not {dpi}", dpi=dpi))
    pixels = width * height * (dpi / SCREEN_DPI) ** 2
    if pixels > MOST_PIXELS:
        raise refuse(
            "size",
            say("must give at most {most} pixels, not {pixels}", most=f"{MOST_PIXELS:,}", pixels=f"{pixels:,.0f}"),
        )


def png_bytes(made: QImage) -> bytes:
    """Return an image as a PNG file's bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    saved = made.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stubs want bytes, Qt wants text
    assert saved, "Qt writes PNG to memory wherever it runs"
    return bytes(buffer.data().data())


def svg_bytes(draw: Drawing, size: QSizeF, title: str) -> bytes:
    """Return what `draw` draws within `size` units as an SVG file's bytes, in millimetres on paper."""
    data = QByteArray()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(QBuffer(data))
    generator.setResolution(_logical_dpi())
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(QPointF(0, 0), size))
    generator.setTitle(title)
    record = (
        QPicture()
    )  # Qt's generator, drawn into directly, keeps an inner clip where a painter goes back to the outer
    with QPainter(record) as painter:
        draw(painter)
    with QPainter(generator) as painter:
        record.play(painter)
    width, height = (side / SCREEN_DPI * MM_PER_INCH for side in size.toTuple())
    exact = f'width="{width:.6g}mm" height="{height:.6g}mm"'.encode()  # Qt knows whole units only
    return _with_chinese(re.sub(rb'width="[\d.]+mm" height="[\d.]+mm"', exact, bytes(data.data()), count=1))


def _with_chinese(svg: bytes) -> bytes:
    """Return the file with the typeface of Chinese characters named first where there are some.

    Qt lists those of Latin letters first, and some programs look in no other one.
    """
    text = svg.decode("utf-8")
    if not HAN.search(text):
        return svg

    def named(found: re.Match[str]) -> str:
        if not HAN.search(found[3]):
            return found[0]
        return f"{found[1]}{','.join((*chinese_families(), *found[2].split(',')))}{found[3]}"

    return re.sub(r'(<text [^>]*font-family=")([^"]*)("[^>]*>[^<]*)', named, text).encode("utf-8")


def pdf_bytes(draw: Drawing, size: QSizeF, title: str) -> bytes:
    """Return what `draw` draws within `size` units as a PDF file's bytes: one page of that size."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_logical_dpi())  # pyqtgraph's axes are recorded at the screen's and drawn wrong at another
    writer.setTitle(title)
    page = QPageSize(size * (72 / SCREEN_DPI), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    writer.setPageLayout(layout)
    with QPainter(writer) as painter:
        scale = _logical_dpi() / SCREEN_DPI
        painter.scale(scale, scale)
        draw(painter)
    return _exact_page(bytes(data.data()), size * (72 / SCREEN_DPI))


def _exact_page(pdf: bytes, size: QSizeF) -> bytes:
    """Return the file with its page's sides in fractions of a point, which Qt rounds; no byte offset changes."""

    def exact(found: re.Match[bytes]) -> bytes:
        sides = (size.width(), size.height())
        texts = [
            f"{side:.6f}"[: len(old)].rjust(len(old)).encode() for old, side in zip(found.groups(), sides, strict=True)
        ]
        return b"Box [0 0 " + b" ".join(texts) + b"]"

    return re.sub(rb"Box \[0 0 (\d+\.0{6}) (\d+\.0{6})\]", exact, pdf)


def _logical_dpi() -> int:
    screen = QGuiApplication.primaryScreen()
    return round(screen.logicalDotsPerInch()) if screen is not None else SCREEN_DPI
