"""Figures for papers and slides: a page of exact size with views, letters, a legend and a caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.text import say
from metascope.widgets.look.theme import GRID, LIGHT, Theme
from metascope.widgets.paper.export import (
    FORMATS,
    MM_PER_INCH,
    MOST_PIXELS,
    SCREEN_DPI,
    Drawing,
    drawn,
    pdf_bytes,
    png_bytes,
    svg_bytes,
    to_clipboard,
)
from metascope.widgets.paper.legend import draw_legend
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import TITLE_HEIGHT, View

PAPERS: tuple[tuple[Literal["single", "double", "slide"], float, float, float], ...] = (
    ("single", 85.0, 65.0, 7.0),  # a journal's column: width and height in mm, type in pt
    ("double", 180.0, 120.0, 8.0),
    ("slide", 254.0, 143.0, 10.0),  # 16:9
)
SIDES = (30.0, 1000.0)  # mm
TYPE = (4.0, 48.0)  # pt
DPI = (50, 1200)
MOST_COLUMNS = 6
WIDE = 1.3  # width over height from which a leading view stands at the left

_SCREEN_TYPE = 12 * 72 / SCREEN_DPI  # pt: the small type of a view, which stands at its axes


@dataclass(frozen=True)
class Page:
    """The layout of a figure. Sizes are on paper; everything else that is drawn scales with the type."""

    width: float  # mm
    height: float  # mm
    type: float = 8.0  # pt, of axes, labels and caption
    dpi: int = 300  # of a PNG
    columns: int = 2
    lead: bool = True  # the first view has about half of the page, the others share the rest
    letters: bool = True  # (a), (b), … before the titles
    methods: tuple[tuple[str, str], ...] = ()  # of the legend: (role, name); none where it is empty
    caption: str = ""  # none where it is empty
    cursor: bool = False  # the line at the meta-step or inner step that is shown

    def check(self) -> None:
        """Check that such a page is possible.

        Raises:
            UserError: names every number that is impossible.
        """
        problems: list[Problem] = []
        for where, value, (low, high) in (
            ("width", self.width, SIDES),
            ("height", self.height, SIDES),
            ("type", self.type, TYPE),
            ("dpi", self.dpi, DPI),
            ("columns", self.columns, (1, MOST_COLUMNS)),
        ):
            if not low <= value <= high:
                text = say("must be {low:g} to {high:g}, not {got:g}", low=low, high=high, got=value)
                problems += refuse(where, text).problems
        pixels = self.width * self.height * (self.dpi / MM_PER_INCH) ** 2
        if pixels > MOST_PIXELS:
            most, got = f"{MOST_PIXELS:,}", f"{pixels:,.0f}"
            problems += refuse("dpi", say("must give at most {most} pixels, not {got}", most=most, got=got)).problems
        if problems:
            raise UserError(problems)

    @property
    def size(self) -> QSizeF:
        """Width and height in units of 1/96 inch."""
        return QSizeF(self.width, self.height) * (SCREEN_DPI / MM_PER_INCH)

    @property
    def scale(self) -> float:
        """Units per pixel of a view."""
        return self.type / _SCREEN_TYPE


def save(path: Path, views: Sequence[View], page: Page) -> None:
    """Write the figure to a file, as its suffix says: .png, .svg or .pdf.

    Raises:
        UserError: the page is impossible, the suffix is another, or the file cannot be written.
    """
    page.check()
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise refuse(str(path), say("must end in .png, .svg or .pdf"))
    draw = _drawing(views, page)
    if suffix == "png":
        data = png_bytes(drawn(draw, page.size, page.dpi, QColor(LIGHT.panel)))
    else:
        data = (svg_bytes if suffix == "svg" else pdf_bytes)(draw, page.size, path.stem)
    atomic_write(path, data)


def copy(views: Sequence[View], page: Page) -> None:
    """Copy the figure to the clipboard, as pixels and as drawings.

    Raises:
        UserError: the page is impossible.
    """
    page.check()
    to_clipboard(_drawing(views, page), page.size, views[0].title, QColor(LIGHT.panel))


def preview(views: Sequence[View], page: Page, width: int, height: int) -> QImage:
    """Return the figure as large as fits into `width` x `height` pixels."""
    dpi = min(width / page.width, height / page.height) * MM_PER_INCH
    return drawn(_drawing(views, page), page.size, dpi, QColor(LIGHT.panel))


def _drawing(views: Sequence[View], page: Page) -> Drawing:
    def draw(painter: QPainter) -> None:
        painter.scale(page.scale, page.scale)
        draw_page(painter, QRectF(QPointF(0, 0), page.size / page.scale), views, page)

    return draw


def draw_page(painter: QPainter, rect: QRectF, views: Sequence[View], page: Page) -> None:
    """Draw the views in rows over the legend and the caption, in the theme they have; `rect` in the views' pixels."""
    theme = views[0].theme if views else LIGHT
    painter.fillRect(rect, QColor(theme.panel))
    rest = rect.adjusted(GRID / 2, GRID / 2, -GRID / 2, -GRID / 2)
    if page.caption:
        rest.setBottom(_draw_caption(painter, rest, page.caption, theme))
    if page.methods:
        rest.setBottom(draw_legend(painter, rest, page.methods, theme))
    places = _led(rest, len(views), page.columns) if page.lead else _places(rest, len(views), page.columns)
    for index, (view, place) in enumerate(zip(views, places, strict=True)):
        letter = f"({chr(ord('a') + index)}) " if page.letters and len(views) > 1 else ""
        if isinstance(view, PlotView):
            view.draw_cursor_on_paper(page.cursor)
        draw_view(painter, place, view, letter, legend=not page.methods)
        if isinstance(view, PlotView):
            view.draw_cursor_on_paper(False)


def _places(rect: QRectF, count: int, columns: int) -> list[QRectF]:
    """Return the places of `count` views, row by row; the views of a row that is not full share its width."""
    found = []
    rows = ceil(count / columns)
    for row in range(rows):
        there = min(columns, count - row * columns)
        width, height = rect.width() / there, rect.height() / rows
        found += [QRectF(rect.left() + at * width, rect.top() + row * height, width, height) for at in range(there)]
    return found


def _led(rect: QRectF, count: int, columns: int) -> list[QRectF]:
    """Return the places of `count` views when the first has half: the left one of a wide page, else the upper one."""
    if count < 3:
        return _places(rect, count, columns)
    first, others = QRectF(rect), QRectF(rect)
    if rect.width() > WIDE * rect.height():
        first.setWidth(rect.width() / 2)
        others.setLeft(first.right())
        return [first, *_places(others, count - 1, max(1, columns - 1))]
    first.setHeight(rect.height() / 2)
    others.setTop(first.bottom())
    return [first, *_places(others, count - 1, columns)]


def draw_view(painter: QPainter, place: QRectF, view: View, letter: str, *, legend: bool) -> None:
    """Draw a view into `place`, with a letter before its title; `legend`: curves are named above them."""
    theme = view.theme
    height = theme.room(TITLE_HEIGHT)
    painter.setFont(theme.font("body", bold=True))
    painter.setPen(QColor(theme.text))
    top = QRectF(place.left() + GRID, place.top(), place.width() - 2 * GRID, height)
    title = QFontMetricsF(painter.font()).elidedText(letter + view.title, Qt.TextElideMode.ElideRight, top.width())
    painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
    picture = place.adjusted(0, height, 0, 0)
    if isinstance(view, CurvesView):
        view.legend_on_paper = legend
    view.draw_picture(painter, picture)
    if isinstance(view, CurvesView):
        view.legend_on_paper = True


def _draw_caption(painter: QPainter, rect: QRectF, caption: str, theme: Theme) -> float:
    """Draw the caption at the bottom and return the lower edge of what is above it."""
    painter.setFont(theme.font("small"))
    painter.setPen(QColor(theme.text))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    room = rect.adjusted(GRID, 0, -GRID, 0)
    height = QFontMetricsF(painter.font()).boundingRect(room, flags, caption).height()
    top = max(rect.bottom() - height, rect.center().y())  # the views keep half of the page
    painter.drawText(QRectF(room.left(), top, room.width(), rect.bottom() - top), flags, caption)
    return top - GRID / 2
