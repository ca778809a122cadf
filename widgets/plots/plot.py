"""One or more plots over a common axis, with fixed ranges, readings under the pointer and the same look on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from widgets.plots.handle import Handle
from widgets.plots.ink import Pixels
from widgets.plots.labels import Callout
from widgets.plots.legend import Legend
from widgets.plots.mark import REACH, Mark, Reading
from widgets.plots.scales import LINEAR, Scale, Tick
from widgets.plots.surface import ColorBar
from widgets.theme import GRID, Theme
from widgets.views import Table, View

Range = tuple[float, float]
LEFT_WIDTH = 9 * GRID  # of the left axes: fixed, so that plots above each other are aligned and never jump
BOTTOM_HEIGHT = 5 * GRID
PINS = 12  # readings kept at most


@dataclass(frozen=True)
class Axis:
    """What an axis shows: its name, the paper's symbol, its unit and its scale."""

    name: str
    symbol: str = ""
    unit: str = ""
    scale: Scale = LINEAR

    @property
    def text(self) -> str:
        """Name, symbol and unit as they stand beside the axis."""
        named = f"{self.name} {self.symbol}".strip()
        return f"{named} ({self.unit})" if self.unit else named


class Grid(Mark):
    """Thin lines at the ticks, behind everything."""

    kept = True

    def __init__(self) -> None:
        super().__init__("grid")
        self._x: Sequence[Tick] = ()
        self._y: Sequence[Tick] = ()
        self.setZValue(-1000)

    def set(self, x: Sequence[Tick], y: Sequence[Tick]) -> None:
        """Stand at these ticks."""
        self._x, self._y = x, y
        self.changed()

    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.grid), 1))
        rect = pixels.rect
        for place, _ in self._x:
            x = pixels.point(place, 0).x()
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        for place, _ in self._y:
            y = pixels.point(0, place).y()
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


class Panel:
    """One plot of a `PlotView`: the border to pyqtgraph, which lays out axes, zooms and moves."""

    def __init__(self, item: Any, x: Axis, y: Axis, bottom: bool) -> None:
        self.item = item  # pg.PlotItem
        self.box = item.getViewBox()
        self.x, self.y = x, y
        self.bottom = bottom  # the x axis's text is only below the lowest plot
        self.marks: list[Mark] = []
        self.pins: list[Callout] = []
        self.home: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self.zoomed = False  # by a person
        self.grid = Grid()
        self._prepare()

    def _prepare(self) -> None:
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        left, bottom = self.item.getAxis("left"), self.item.getAxis("bottom")
        left.setWidth(LEFT_WIDTH)
        bottom.setHeight(BOTTOM_HEIGHT if self.bottom else GRID)
        for axis in (left, bottom):
            axis.enableAutoSIPrefix(False)
        self.item.layout.setContentsMargins(0, GRID, 2 * GRID, 0)
        self.attach(self.grid)

    def attach(self, mark: Mark) -> None:
        """Draw a mark over this plot from now on."""
        z = mark.zValue()
        self.box.addItem(mark, ignoreBounds=True)
        mark.setZValue(z)  # pyqtgraph lifts what lies below the plot
        self.box.sigTransformChanged.connect(mark.view_changed)
        mark.view_changed()

    def detach(self, mark: Mark) -> None:
        """Take a mark off."""
        self.box.sigTransformChanged.disconnect(mark.view_changed)
        self.box.removeItem(mark)

    def view(self) -> tuple[Range, Range]:
        """Return the ranges of x and y that are in sight."""
        (left, right), (bottom, top) = self.box.viewRange()
        return (float(left), float(right)), (float(bottom), float(top))

    def show(self, x: Range, y: Range) -> None:
        """Bring these ranges into sight."""
        if (x, y) != self.view():
            self.box.setRange(xRange=x, yRange=y, padding=0)

    def retick(self) -> None:
        """Put ticks at round numbers, as many as there is room for."""
        (left, right), (bottom, top) = self.view()
        x = self.x.scale.ticks(left, right, max(2, int(self.box.width() / 80)))
        y = self.y.scale.ticks(bottom, top, max(3, int(self.box.height() / 40)))
        self.item.getAxis("bottom").setTicks([x])
        self.item.getAxis("left").setTicks([y])
        self.grid.set(x, y)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for name, text in (("left", self.y.text), ("bottom", self.x.text if self.bottom else "")):
            axis = self.item.getAxis(name)
            axis.setPen(QPen(QColor(theme.border), 1))
            axis.setTextPen(QColor(theme.muted))
            axis.setStyle(
                tickFont=theme.font("small"),
                tickLength=4,
                showValues=name == "left" or self.bottom,
                hideOverlappingLabels=False,
            )
            axis.label.setFont(theme.font("small"))
            axis.setLabel(text, color=theme.text)
            axis.showLabel(bool(text))
        for mark in (self.grid, *self.marks, *self.pins):
            mark.set_theme(theme)


class Hover(Callout):
    """The reading under the pointer, read anew whenever it is drawn, so that it is never out of date."""

    def __init__(self, read: Callable[[Pixels], Reading | None]) -> None:
        super().__init__("hover")
        self._read = read

    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Read and draw."""
        self._reading = self._read(pixels)
        super().draw(painter, pixels)


class PlotView(View):
    """A view of plots above each other over one x axis.

    Ranges are set, never found from the data at each frame. The wheel zooms, dragging moves, a double click resets;
    a mark under the pointer tells its value, a click pins it and another lets it go. Tab goes through the handles.
    """

    def __init__(
        self, name: str, title: str, theme: Theme, x: Axis, ys: Sequence[Axis], *, equal: bool = False
    ) -> None:
        """Make one plot for each axis in `ys`, the first on top; `equal`: one unit is as long on both axes."""
        super().__init__(name, title, theme)
        self._canvas = pg.GraphicsLayoutWidget()
        self._canvas.ci.layout.setContentsMargins(GRID // 2, 0, 0, 0)
        self._canvas.ci.layout.setSpacing(0)
        self._pointer: tuple[int, QPointF] | None = None  # row, and pixels in its plot
        self.panels = [
            Panel(self._canvas.ci.addPlot(row=2 * row + 1, col=0), x, y, row == len(ys) - 1)  # between rows: legends
            for row, y in enumerate(ys)
        ]
        self._hovers = [Hover(partial(self._read, row)) for row in range(len(ys))]
        self._bars: list[ColorBar] = []
        self._legends: list[Legend] = []
        for panel, hover in zip(self.panels, self._hovers, strict=True):
            panel.attach(hover)
            panel.box.setAspectLocked(equal)
            panel.box.sigRangeChanged.connect(self._range_changed)
            panel.box.sigResized.connect(self._resized)
            panel.box.sigRangeChangedManually.connect(self._zoomed)
        self._canvas.setAccessibleName(title)
        self._canvas.installEventFilter(self)
        self._canvas.viewport().installEventFilter(self)
        self._canvas.viewport().setFocusProxy(None)  # pyqtgraph's viewport takes Tab and hands it back, for ever
        self._canvas.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.scene().sigMouseMoved.connect(self._moved)
        self._canvas.scene().sigMouseClicked.connect(self._clicked)
        self._show(self._canvas)

    def add(self, mark: Mark, row: int = 0) -> None:
        """Draw a mark over the plot in `row`, above those added before."""
        self.panels[row].marks.append(mark)
        mark.set_theme(self.theme)
        self.panels[row].attach(mark)

    def add_bar(self, bar: ColorBar, row: int = 0) -> None:
        """Put a colour bar to the right of the plot in `row`."""
        self._bars.append(bar)
        bar.set_theme(self.theme)
        self._canvas.ci.addItem(bar, row=2 * row + 1, col=1)

    def add_legend(self, row: int = 0) -> Legend:
        """Return a legend, empty yet, above the plot in `row`."""
        legend = Legend(LEFT_WIDTH)
        legend.set_theme(self.theme)
        self._legends.append(legend)
        self._canvas.ci.addItem(legend, row=2 * row, col=0)
        return legend

    def set_heights(self, shares: Sequence[int]) -> None:
        """Give the plots these shares of the height."""
        for row, share in enumerate(shares):
            self._canvas.ci.layout.setRowStretchFactor(2 * row + 1, share)

    def set_axis(self, row: int, x: Axis | None = None, y: Axis | None = None) -> None:
        """Name the axes of the plot in `row` anew."""
        panel = self.panels[row]
        panel.x, panel.y = x or panel.x, y or panel.y
        panel.set_theme(self.theme)
        panel.retick()

    def set_range(self, x: Range, y: Range, row: int = 0) -> None:
        """Show these ranges (along the axes' scales) in `row`, and in all rows the same x.

        Where a person has zoomed, the person's range stays until it is reset.
        """
        for index, panel in enumerate(self.panels):
            panel.home = (x, y if index == row else panel.home[1])
            if not panel.zoomed:
                panel.show(*panel.home)

    def reset_range(self) -> None:
        """Show the ranges that were set."""
        for panel in self.panels:
            panel.zoomed = False
        for panel in self.panels:
            panel.show(*panel.home)

    def table(self) -> Table:
        """Return the columns of all marks."""
        return {
            name: column
            for panel in self.panels
            for mark in panel.marks
            if mark.emphasis != "hidden"
            for name, column in mark.columns().items()
        }

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        super().set_theme(theme)
        self._canvas.setBackground(QColor(theme.panel))
        for bar in self._bars:
            bar.set_theme(theme)
        for legend in self._legends:
            legend.set_theme(theme)
        for panel, hover in zip(self.panels, self._hovers, strict=True):
            panel.set_theme(theme)
            hover.set_theme(theme)

    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Lay the plots out for the rectangle's size, draw them, and lay them out for the screen again."""
        scene, layout = self._canvas.scene(), self._canvas.ci
        before, pointer, self._pointer = layout.geometry(), self._pointer, None
        focused = scene.focusItem()
        scene.setFocusItem(None)
        source = QRectF(0, 0, rect.width(), rect.height())
        layout.setGeometry(source)
        layout.layout.activate()
        scene.render(painter, rect, source, Qt.AspectRatioMode.IgnoreAspectRatio)
        layout.setGeometry(before)
        layout.layout.activate()
        self._pointer = pointer
        if focused is not None:
            scene.setFocusItem(focused)

    def viewport(self) -> QWidget:
        """Return the widget that has the mouse over the plots."""
        found = self._canvas.viewport()
        assert isinstance(found, QWidget)
        return found

    def viewport_point(self, x: float, y: float, row: int = 0) -> QPoint:
        """Return where a data point of the plot in `row` lies in `viewport()`."""
        panel = self.panels[row]
        in_scene = panel.box.mapToScene(panel.grid.pixels().point(x, y))
        return QPoint(round(in_scene.x()), round(in_scene.y()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the handles with Tab, and forget the pointer when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() == QEvent.Type.KeyPress and watched is self._canvas and isinstance(event, QKeyEvent):
            step = (event.key() == Qt.Key.Key_Tab) - (event.key() == Qt.Key.Key_Backtab)
            return step != 0 and self._focus_next(step)
        return super().eventFilter(watched, event)

    def _range_changed(self, box: Any, *_: object) -> None:
        x, _y = next(panel for panel in self.panels if panel.box is box).view()
        for panel in self.panels:
            if panel.box is not box:
                panel.show(x, panel.view()[1])
        self._resized()

    def _resized(self, *_: object) -> None:
        for panel in self.panels:
            panel.retick()

    def _zoomed(self, *_: object) -> None:
        for panel in self.panels:
            panel.zoomed = True

    def _focus_next(self, step: int) -> bool:
        handles = [mark for panel in self.panels for mark in panel.marks if isinstance(mark, Handle)]
        handles = [handle for handle in handles if handle.isVisible() and np.isfinite(handle.place).all()]
        now = next((index for index, handle in enumerate(handles) if handle.hasFocus()), -1 if step > 0 else 0)
        if not 0 <= now + step < len(handles):
            self._canvas.scene().setFocusItem(None)
            return self.focusNextPrevChild(step > 0)  # left to itself the scene would go back to its last handle
        handles[now + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _row_at(self, scene_place: QPointF) -> tuple[int, QPointF] | None:
        for row, panel in enumerate(self.panels):
            if panel.box.sceneBoundingRect().contains(scene_place):
                return row, panel.box.mapFromScene(scene_place)
        return None

    def _moved(self, scene_place: QPointF) -> None:
        held = self._canvas.scene().mouseGrabberItem() is not None
        self._point_at(None if held else self._row_at(scene_place))

    def _point_at(self, pointer: tuple[int, QPointF] | None) -> None:
        if pointer != self._pointer:
            self._pointer = pointer
            for hover in self._hovers:
                hover.update()

    def _read(self, row: int, pixels: Pixels) -> Reading | None:
        if self._pointer is None or self._pointer[0] != row:
            return None
        marks = [mark for mark in reversed(self.panels[row].marks) if mark.isVisible()]  # the topmost of equals
        readings = (mark.reading(self._pointer[1], pixels) for mark in marks)
        return min((found for found in readings if found), key=lambda found: found.distance, default=None)

    def _clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self.reset_range()
            return
        pointer = self._row_at(event.scenePos())
        if pointer is not None:
            self._pin(*pointer)

    def _pin(self, row: int, at: QPointF) -> None:
        """Keep the reading at a pixel, or let go of the one that is kept there."""
        panel = self.panels[row]
        self._pointer = (row, at)
        pixels = self._hovers[row].pixels()
        for pin in panel.pins:
            assert pin.shown is not None, "a pin is made with its reading"
            gap = pixels.point(pin.shown.x, pin.shown.y) - at
            if np.hypot(gap.x(), gap.y()) <= REACH:
                panel.pins.remove(pin)
                panel.detach(pin)
                return
        reading = self._read(row, pixels)
        if reading is not None and len(panel.pins) < PINS:
            pin = Callout("pin", pinned=True)
            pin.set(reading)
            pin.set_theme(self.theme)
            panel.pins.append(pin)
            panel.attach(pin)
