"""One or more plots over a common axis, with fixed ranges, readings under the pointer and the same look on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from weakref import WeakMethod

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.plots.canvas.axes import Axes
from metascope.widgets.plots.canvas.drawing import Canvas
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.labels import Callout, Remark
from metascope.widgets.plots.canvas.legend import Legend
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading
from metascope.widgets.plots.canvas.panel import LEFT_WIDTH, Panel
from metascope.widgets.plots.canvas.panel import Axis as Axis
from metascope.widgets.plots.canvas.panel import Range as Range
from metascope.widgets.plots.canvas.shared import joined, owner
from metascope.widgets.plots.canvas.spots import TOGETHER
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.maps.surface import ColorBar
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.views.view import Table, View

PINS = 12  # readings pinned at most


class Hover(Callout):
    """The reading under the pointer, read again whenever it is drawn, so that it is never out of date.

    It does not hold its view: Python would then destroy the view's parts in any order, which ends the program.
    """

    looks_around = True

    def __init__(self, row: int, read: WeakMethod[Callable[[int, Pixels], Reading | None]]) -> None:
        super().__init__("hover")
        self._row, self._read = row, read

    @override
    def blank(self, pixels: Pixels) -> bool:
        read = self._read()
        self._reading = read(self._row, pixels) if read is not None else None
        return super().blank(pixels)


class PlotView(View):
    """A view of plots above each other over one x axis.

        view = PlotView("line", tr("A line"), LIGHT, Axis("x"), [Axis("y")])
        view.add(PointItem("start", "now"))
        view.set_range((0.0, 1.0), (-1.0, 1.0))

    Ranges are set, never computed from the data at each frame. The wheel zooms, dragging pans, a double click resets;
    a mark under the pointer shows its value, a click pins it, another click unpins it. Tab cycles through the handles.

    Signals:
        clicked(row, x, y, name): a person clicked in the plot in `row` at this place (along the axes' scales), on the
            mark of this name or on none.
    """

    clicked = Signal(int, float, float, str)

    def __init__(
        self, name: str, title: str, theme: Theme, x: Axis, ys: Sequence[Axis], *, equal: bool = False
    ) -> None:
        """Make one plot for each axis in `ys`, the first on top; `equal`: one unit is as long on both axes."""
        super().__init__(name, title, theme)
        self._canvas = Canvas()
        self._canvas.ci.layout.setContentsMargins(GRID // 2, 0, 0, 0)
        self._canvas.ci.layout.setSpacing(0)
        self._pointer: tuple[int, QPointF] | None = None  # row, and pixels in its plot
        self.panels = [
            Panel(self._add_axes(2 * row + 1), x, y, row == len(ys) - 1)  # between rows: legends
            for row, y in enumerate(ys)
        ]
        self._hovers = [Hover(row, WeakMethod(self._read)) for row in range(len(ys))]
        self._remarks: dict[int, Remark] = {}
        self._bars: list[ColorBar] = []
        self._legends: list[Legend] = []
        self._giving_way: list[tuple[Legend, int]] = []  # legends, and the height from which they are visible
        self._ghosts: tuple[tuple[str, PlotView], ...] = ()
        self._areas: list[QRectF] = []
        for panel, hover in zip(self.panels, self._hovers, strict=True):
            self._canvas.take(panel.drawing)
            panel.drawing.add(hover)
            panel.box.setAspectLocked(equal)
            panel.outside.equal = equal
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

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        self._canvas.setAccessibleName(title)

    def add(self, mark: Mark, row: int = 0) -> None:
        """Draw a mark over the plot in `row`, above those added before."""
        mark.set_theme(self.theme)
        self.panels[row].take(mark)

    def add_bar(self, bar: ColorBar, row: int = 0) -> None:
        """Put a colour bar to the right of the plot in `row`."""
        self._bars.append(bar)
        bar.set_theme(self.theme)
        self._canvas.ci.addItem(bar, row=2 * row + 1, col=1)

    def add_legend(self, row: int = 0, *, from_height: int = 0) -> Legend:
        """Return a legend, empty yet, above the plot in `row`.

        On the screen it is hidden where the view is less than `from_height` pixels high; on paper it is always shown.
        """
        legend = Legend(LEFT_WIDTH)
        legend.set_theme(self.theme)
        legend.setVisible(not from_height)
        self._legends.append(legend)
        if from_height:
            self._giving_way.append((legend, from_height))
        self._canvas.ci.addItem(legend, row=2 * row, col=0)
        return legend

    def draw_cursor_on_paper(self, wanted: bool) -> None:
        """Draw the line where a clock stands on paper, too, or, as from the beginning, on the screen only."""
        for panel in self.panels:
            for mark in panel.marks:
                if isinstance(mark, CursorItem):
                    mark.on_paper = wanted

    def unnamed(self, methods: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Return the methods, as (role, name), where the view's own legends name none of them; else none."""
        labels = [entry.label for legend in self._legends for entry in legend.entries]
        return () if any(name in label for _, name in methods for label in labels) else tuple(methods)

    def set_ghosts(self, ghosts: Sequence[tuple[str, PlotView]]) -> None:
        """Draw the marks of other runs' plots dimmed behind these: each run's name and its view, which shows the same.

        A plot whose axes have other scales is left out for as long as they differ. Whoever deletes one of the views
        removes it here first.
        """
        self._ghosts = tuple(ghosts)
        self.ghosts_changed()

    def ghosts_changed(self) -> None:
        """Draw the ghosts again: their views have drawn something else."""
        self._place_ghosts()

    def _add_axes(self, row: int) -> Axes:
        axes = Axes()
        self._canvas.ci.addItem(axes, row=row, col=0)
        return axes

    def _place_ghosts(self) -> None:
        for row, panel in enumerate(self.panels):
            found = [(label, view.panels[row]) for label, view in self._ghosts if row < len(view.panels)]
            panel.ghosts.set([(label, its.marks) for label, its in found if panel.fits(its)])

    def set_remark(self, text: str, row: int = 0) -> None:
        """Show a sentence at the upper edge, such as why a curve has no value; "" for none."""
        if row not in self._remarks:
            if not text:
                return
            self._remarks[row] = Remark("remark")
            self.add(self._remarks[row], row)
        self._remarks[row].say(text)

    def shown_remark(self, row: int = 0) -> str:
        """Return the sentence at the upper edge."""
        return self._remarks[row].text if row in self._remarks else ""

    def set_heights(self, shares: Sequence[int]) -> None:
        """Give the plots these shares of the height."""
        for row, share in enumerate(shares):
            self._canvas.ci.layout.setRowStretchFactor(2 * row + 1, share)

    def set_axis(self, row: int, x: Axis | None = None, y: Axis | None = None) -> None:
        """Replace the axes of the plot in `row`."""
        panel = self.panels[row]
        panel.set_axes(x or panel.x, y or panel.y)
        self._place_ghosts()

    def set_range(self, x: Range, y: Range, row: int = 0) -> None:
        """Show these ranges (along the axes' scales) in `row`, and the same x in all rows.

        Where a person has zoomed, the person's range stays until it is reset.
        """
        for index, panel in enumerate(self.panels):
            panel.home = (x, y if index == row else panel.home[1])
            if not panel.zoomed:
                panel.show(*panel.home)

    @override
    def reset_range(self) -> None:
        for panel in self.panels:
            panel.zoomed = False
        for panel in self.panels:
            panel.show(*panel.home)

    @override
    def table(self) -> Table:
        """Return the columns of all marks, then those of the ghosts."""
        return {
            name: column
            for panel in self.panels
            for mark in (*panel.marks, panel.ghosts)
            if mark.emphasis != "hidden"
            for name, column in mark.columns().items()
        }

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        theme = self.theme
        self._canvas.setBackground(QColor(theme.panel))
        for bar in self._bars:
            bar.set_theme(theme)
        for legend in self._legends:
            legend.set_theme(theme)
        for panel, hover in zip(self.panels, self._hovers, strict=True):
            panel.set_theme(theme)
            hover.set_theme(theme)

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Lay the plots out for the rectangle's size, draw them, and lay them out for the screen again."""
        scene, layout = self._canvas.scene(), self._canvas.ci
        before, pointer, self._pointer = layout.geometry(), self._pointer, None
        focused = scene.focusItem()
        scene.setFocusItem(None)
        for legend, _ in self._giving_way:
            legend.setVisible(True)
        source = QRectF(0, 0, rect.width(), rect.height())
        layout.setGeometry(source)
        layout.layout.activate()
        self._areas = [panel.box.sceneBoundingRect() for panel in self.panels]
        scene.render(painter, rect, source, Qt.AspectRatioMode.IgnoreAspectRatio)
        self._make_room()
        layout.setGeometry(before)
        layout.layout.activate()
        self._pointer = pointer
        if focused is not None:
            scene.setFocusItem(focused)

    def area_on_paper(self, row: int = 0) -> QRectF:
        """Return where the plot in `row` lay in the picture that was drawn last, from the picture's upper left."""
        return self._areas[row]

    def viewport(self) -> QWidget:
        """Return the widget that receives the mouse over the plots."""
        found = self._canvas.viewport()
        assert isinstance(found, QWidget)
        return found

    def viewport_point(self, x: float, y: float, row: int = 0) -> QPoint:
        """Return where a data point of the plot in `row` lies in `viewport()`."""
        panel = self.panels[row]
        in_scene = panel.box.mapToScene(panel.grid.pixels().point(x, y))
        return QPoint(round(in_scene.x()), round(in_scene.y()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the handles with Tab, and forget the pointer when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        elif isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Mouse:
            return True  # a click opens the menu: the right button that is held zooms
        elif event.type() == QEvent.Type.KeyPress and watched is self._canvas and isinstance(event, QKeyEvent):
            step = (event.key() == Qt.Key.Key_Tab) - (event.key() == Qt.Key.Key_Backtab)
            return step != 0 and self._focus_next(step)
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for legend, height in self._giving_way:
            legend.setVisible(self.height() >= self.theme.room(height))

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
        found = self._nearest(row, self._pointer[1], pixels)
        return found[1] if found else None

    def _nearest(self, row: int, at: QPointF, pixels: Pixels) -> tuple[Mark, Reading] | None:
        """Return the reading at a pixel, of all methods that lie together, and the topmost mark that has it."""
        panel = self.panels[row]
        marks = (panel.outside, *reversed(panel.marks), panel.ghosts)  # the topmost of equals
        told = [(mark, found) for mark in marks if mark.isVisible() and (found := mark.reading(at, pixels))]
        if not told:
            return None
        mark, reading = min(told, key=lambda pair: pair[1].distance)
        return mark, joined(mark, reading, told, pixels)

    def _clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.open_menu(event.screenPos().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self.reset_range()
            return
        pointer = self._row_at(event.scenePos())
        if pointer is not None:
            self._pin(*pointer)
            self._tell_click(*pointer)

    def _tell_click(self, row: int, at: QPointF) -> None:
        pixels = self._hovers[row].pixels()
        found = self._nearest(row, at, pixels)
        x, y = ((np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale).tolist()
        name = found[0].name if found else ""
        if found and found[0].role in self.theme.styles:
            marks, place = self.panels[row].marks, pixels.point(found[1].x, found[1].y)
            if owner(place, marks, pixels, self.theme, TOGETHER) is not None:  # not a mark beside it
                mine = owner(at, marks, pixels, self.theme)
                name = mine.name if mine is not None else name
        self.clicked.emit(row, x, y, name)

    def _pin(self, row: int, at: QPointF) -> None:
        """Pin the reading at a pixel, or unpin the one that is there."""
        panel = self.panels[row]
        self._pointer = (row, at)
        pixels = self._hovers[row].pixels()
        for pin in panel.pins:
            assert pin.shown is not None, "a pin is made with its reading"
            gap = pixels.point(pin.shown.x, pin.shown.y) - at
            if np.hypot(gap.x(), gap.y()) <= REACH:
                panel.pins.remove(pin)
                panel.drawing.remove(pin)
                return
        found = self._nearest(row, at, pixels)
        if found is not None and found[0].pinnable and len(panel.pins) < PINS:
            pin = Callout("pin", pinned=True)
            pin.set(found[1])
            pin.set_theme(self.theme)
            panel.pins.append(pin)
            panel.drawing.add(pin)
