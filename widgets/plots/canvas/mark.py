"""The base of all marks over a plot: sizes in pixels, emphasis, theme, a reading under the pointer."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, Protocol, overload
from weakref import ReferenceType

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from metascope.widgets.look.theme import DIM, LIGHT, Theme
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.spots import Focus, Spot

Emphasis = Literal["full", "dim", "hidden"]
REACH = 12.0  # pixels: how near the pointer must come
UNSEEN = 0.02  # pixels: by less than this nothing is seen to move,
GLIMPSED = 0.25  # and by less than this nothing that is seen for a moment


@dataclass(frozen=True)
class Reading:
    """What a mark shows about the place under the pointer."""

    distance: float  # pixels from the pointer
    x: float  # data coordinates of the thing that is read
    y: float
    text: str


class Texts(Sequence[str]):
    """Readings that are made when somebody reads them."""

    def __init__(self, count: int = 0, tell: Callable[[int], str] = str) -> None:
        """Make them of a function that returns the text of each number."""
        self._numbers, self._tell = range(count), tell

    @override
    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...

    @override
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self._tell(number) for number in self._numbers[index]]
        return self._tell(self._numbers[index])


@dataclass(slots=True)
class Known:
    """What a mark knows of how it was drawn.

    Apart from the mark: to set an attribute of one of Qt's objects takes Python eighty times as long.
    """

    screen: Pixels  # where it lies
    placed: bool = False  # whether anything has moved since it lies there
    still: int = 0  # times that it was drawn since it has changed
    spots: tuple[Pixels, Sequence[Spot]] | None = None  # the last ones, and where they are spots of
    picture: QPixmap = field(default_factory=QPixmap)
    covered: QRect = field(default_factory=QRect)  # by the picture, in pixels
    key: Pixels | None = None  # of the picture
    drawn_in: Pixels | None = None  # where it was drawn since it has changed


@dataclass(slots=True)
class _Eye:
    """How closely marks are looked at."""

    least: float = UNSEEN  # pixels: the smallest move that is drawn
    missed: bool = False  # whether a move was left out that would have been drawn otherwise


_EYE = _Eye()


@contextmanager
def glancing() -> Iterator[_Eye]:
    """Draw no small moves within this context, for a picture that is seen for a moment; tell whether there were any."""
    _EYE.least, _EYE.missed = GLIMPSED, False
    try:
        yield _EYE
    finally:
        _EYE.least = UNSEEN


def is_glimpsed() -> bool:
    """Return whether the picture is one that is seen for a moment."""
    return _EYE.least > UNSEEN


def miss() -> None:
    """Note that something is not drawn because the picture is seen for a moment only."""
    _EYE.missed = True


def seen_to_move_by(pixels: float) -> bool:
    """Return whether a move by so many pixels is drawn; NaN is."""
    if pixels <= UNSEEN:
        return False
    if pixels <= _EYE.least:
        miss()
        return False
    return True


class Plot(Protocol):
    """What a mark knows of the plot that draws it."""

    @property
    def marks(self) -> Sequence[Mark]:
        """Its marks, from the bottom to the top."""

    def in_focus(self, pixels: Pixels) -> Focus[Mark]:
        """Return the symbols of the marks that are drawn fully."""

    def draw_again(self) -> None:
        """Draw all marks again soon."""

    def sort(self) -> None:
        """Draw the marks in another order, or others of them."""


class Mark(QGraphicsObject):
    """Something drawn over a plot's data with sizes in pixels. Abstract.

        class Cross(Mark):
            def draw(self, painter: QPainter, pixels: Pixels) -> None:
                draw_symbol(painter, pixels.point(0.0, 1.0), "cross", 9.0, QBrush(), self.theme.style(self.role).pen())

    It draws in the plot's pixels, on the screen and on paper alike. Qt never paints it: its plot draws all marks in one
    go, whenever one of them calls `update`. Where `kept` is true its picture is cached when it is drawn a second time,
    until `changed` is called or the range changes, so that drawing it again costs nothing; what moves is drawn over it.
    Where `ghostly` is true it is also drawn behind another run's picture; where `pinnable`, a click pins a reading.
    """

    kept = False
    ghostly = False
    pinnable = True
    looks_around = False  # whether it is drawn by where the other marks are

    def __init__(self, name: str, role: str = "ink", label: str = "") -> None:
        super().__init__()
        self.name = name  # of its columns
        self.role = role
        self.label = label or name  # what a person reads
        self.theme = LIGHT
        self._emphasis: Emphasis = "full"
        self._plot: Callable[[], Plot | None] = _nowhere
        self._visible, self._z, self._opacity = True, 0.0, 1.0  # as Qt knows them, which is slow to tell
        self.known = Known(Pixels.of(QTransform(), QRectF()))
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)

    @abstractmethod
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw in pixels."""

    def blank(self, pixels: Pixels) -> bool:
        """Return whether there is nothing to draw: its plot then leaves it out. It asks before each drawing."""
        return False

    def inked(self, pixels: Pixels) -> QRectF:
        """Return the area of the cached picture in pixels: the whole plot unless a subclass knows better."""
        return pixels.rect

    def draw_over(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw in pixels what is not cached."""

    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw all of it in the pixels of another plot, behind another run's marks."""
        self.draw(painter, pixels)
        self.draw_over(painter, pixels)

    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the reading of the nearest thing drawn within `REACH` of the pixel `at`."""
        return None

    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        """Return its symbols, in sight or not; of the last one of a line only that it is not."""
        return ()

    def covered(self, pixels: Pixels) -> QRectF:
        """Return the pixels on which nothing else should be written."""
        return QRectF()

    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the data drawn, as one-dimensional columns."""
        return {}

    @property
    def emphasis(self) -> Emphasis:
        """Whether it is drawn fully, dimmed or not at all."""
        return self._emphasis

    def set_emphasis(self, emphasis: Emphasis) -> None:
        """Draw it fully, dimmed or not at all."""
        if emphasis == self._emphasis:
            return
        self._emphasis = emphasis
        self.setVisible(emphasis != "hidden")
        self.setOpacity(DIM if emphasis == "dim" else 1.0)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self.changed()

    def neighbours(self) -> Sequence[Mark]:
        """Return all marks of its plot, itself too, from the bottom to the top."""
        plot = self._plot()
        return () if plot is None else plot.marks

    def in_focus(self, pixels: Pixels) -> Focus[Mark]:
        """Return the symbols of all marks of its plot that are drawn fully."""
        plot = self._plot()
        return focus_of((), pixels) if plot is None else plot.in_focus(pixels)

    def known_spots(self, pixels: Pixels) -> Sequence[Spot]:
        """Return its `spots`, from the last time where nothing has changed since."""
        known = self.known.spots
        if known is None or known[0] is not pixels:
            known = self.known.spots = (pixels, self.spots(pixels))
        return known[1]

    def changed(self) -> None:
        """Draw again after a change."""
        self.known.key = self.known.drawn_in = None
        self.update()

    @override
    def update(self, *_: object, **__: object) -> None:
        """Draw again what is not cached, with the rest of the plot."""
        known = self.known
        known.spots, known.still = None, 0
        plot = self._plot()
        if plot is not None and self._visible:
            plot.draw_again()

    @override
    def setVisible(self, visible: bool) -> None:
        if visible != self._visible:
            self._visible = visible
            super().setVisible(visible)
            self._sort()

    @override
    def isVisible(self) -> bool:
        return self._visible

    @override
    def setZValue(self, z: float) -> None:
        if z != self._z:
            self._z = z
            super().setZValue(z)
            self._sort()

    @override
    def zValue(self) -> float:
        return self._z

    @override
    def setOpacity(self, opacity: float) -> None:
        if opacity != self._opacity:
            self._opacity = opacity
            super().setOpacity(opacity)
            self._sort()

    @override
    def opacity(self) -> float:
        return self._opacity

    def seen_to_move(self, now: Array, before: Array) -> bool:
        """Return whether points (..., 2) lie elsewhere than before, by more than can be seen in the present range.

        Who draws what has not moved need not draw again. Compare with what was drawn, or small moves add up. There must
        be as many before, or one.
        """
        if now is before or now.size == 0:
            return False
        if not self.known.placed:  # in another range what was drawn last may be far from `before`
            self.known.placed = True
            return True
        gaps = np.abs((now - before) * self.known.screen.scale)
        largest = float(gaps.max())
        if math.isnan(largest):
            if bool((np.isnan(gaps) & ~(np.isnan(now) & np.isnan(before))).any()):
                return True
            largest = float(np.nanmax(gaps, initial=0.0))
        return seen_to_move_by(largest)

    def join(self, plot: ReferenceType[Plot] | None) -> None:
        """Be drawn by this plot from now on, or by none."""
        self._plot = _nowhere if plot is None else plot

    def lie_in(self, pixels: Pixels) -> None:
        """Lie in the plot's pixels as they are now."""
        known = self.known
        known.screen, known.placed, known.spots, known.still = pixels, False, None, 0

    def pixels(self) -> Pixels:
        """Return where data lie in the plot's pixels at present."""
        return self.known.screen

    @override
    def boundingRect(self) -> QRectF:
        """Return where a person can touch it, in data coordinates: nowhere unless a subclass says where."""
        return QRectF()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw nothing: Qt does not ask."""

    def paint_in(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw in pixels: on a screen from the cached picture, as lines and text on paper."""
        if self.kept and not pixels.paper:
            self._paint_kept(painter, pixels)
        else:
            self.draw(painter, pixels)
        self.draw_over(painter, pixels)

    def _paint_kept(self, painter: QPainter, pixels: Pixels) -> None:
        known = self.known
        if known.drawn_in is not pixels:  # it may change before it is drawn again
            known.drawn_in = pixels
            self.draw(painter, pixels)
            return
        if known.key is not pixels:
            known.key = pixels
            known.covered = pixels.rect.intersected(self.inked(pixels)).toAlignedRect()
            known.picture = self._new_picture(pixels)
        if not known.covered.isEmpty():
            painter.drawPixmap(known.covered.topLeft(), known.picture)

    def _new_picture(self, pixels: Pixels) -> QPixmap:
        covered = self.known.covered
        picture = QPixmap(covered.size() * pixels.ratio)
        if covered.isEmpty():
            return picture
        picture.setDevicePixelRatio(pixels.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-covered.topLeft())
            self.draw(painter, pixels)
        return picture

    def _sort(self) -> None:
        plot = self._plot()
        if plot is not None:
            plot.sort()


def focus_of(marks: Sequence[Mark], pixels: Pixels) -> Focus[Mark]:
    """Return the symbols of all marks that are drawn fully, the topmost first."""
    owners, found = list[Mark](), list[Spot]()
    for mark in reversed(marks):
        if mark._emphasis == "full" and mark._visible and (spots := mark.known_spots(pixels)):
            owners += [mark] * len(spots)
            found += spots
    across, down, left, top = pixels.mapping
    return Focus(owners, found, [(spot.x * across + left, spot.y * down + top) for spot in found])


def _nowhere() -> None:
    """Return the plot of a mark that has none."""


def nearest(points: Array, at: QPointF) -> tuple[int, float]:
    """Return the index of the pixel (n, 2) nearest to `at` and its distance; infinite where there is none."""
    gaps = np.hypot(points[:, 0] - at.x(), points[:, 1] - at.y())
    gaps = np.where(np.isfinite(gaps), gaps, np.inf)
    if len(gaps) == 0:
        return -1, float("inf")
    index = int(gaps.argmin())
    return index, float(gaps[index])
