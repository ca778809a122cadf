"""Draws recorded paths: two of their coordinates, or the plane in which they vary most and what it keeps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.own.contents import PathPart
from metascope.simulator.stories.own.frame import Array, OwnFrame
from metascope.simulator.stories.own.lens import Plane, Trail, path, principal, trail
from metascope.simulator.stories.own.names import TRAILED, methods_of
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.views.plot import Axis, PlotView, Range

MARGIN = 0.08  # of the points' span, left free around them
NOWHERE = Trail(np.empty(0, np.int64), np.empty((0, TRAILED)))


class PathView(PlotView):
    """Where a path is: its inner steps at the frame shown, and where it began at every meta-step before."""

    method_clicked = Signal(str)

    def __init__(self, place: int, part: PathPart, methods: tuple[str, ...], theme: Theme) -> None:
        super().__init__(f"path{place}", part.name, theme, Axis(""), [Axis("")], equal=True)
        self._part, self._drawn = part, methods_of(methods)
        self._frame: OwnFrame | None = None
        self._inner = 0
        self._trails = {one.key: NOWHERE for one in self._drawn}
        self._known: object = None  # the mark of the metrics that the trails are of
        self._range: tuple[Range, Range] | None = None
        named = [(one.key, method_text(one.name)) for one in reversed(self._drawn)]
        self._starts = {key: TrailItem(f"{key}.start", key, name) for key, name in named}
        self._fans = {key: FanItem(f"{key}.{part.name}", key, name) for key, name in named}
        self._choice = self._make_choice()
        for mark in (*self._starts.values(), *self._fans.values()):
            self.add(mark)
        self.clicked.connect(self._tell_method)

    def draw_frame(self, frame: OwnFrame, inner: int, method: str) -> None:
        """Show every method's path up to an inner step."""
        self._frame, self._inner = frame, inner
        self._redraw()

    def draw_metrics(self, metrics: Metrics, step: int) -> None:
        """Take over where the paths began at every meta-step so far."""
        mark = metrics.mark
        if mark != self._known:
            self._known = mark
            self._trails = {one.key: trail(metrics, self._part, one.key) for one in self._drawn}
            self._range = None
            self._redraw()

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each method fully, dimmed or not at all."""
        for key, level in levels.items():
            if key in self._fans:
                self._starts[key].set_emphasis(level)
                self._fans[key].set_emphasis(level)

    @property
    def in_plane(self) -> bool:
        """Whether the plane of largest variance is shown."""
        return bool(self._choice.currentData() == "plane")

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        points = path(frame, self._part).astype(float)  # (M, K, kept)
        plane = self._plane(points) if self.in_plane else None
        self._name_axes(plane)
        seen = [np.empty((0, 2))]
        for index, one in enumerate(self._drawn):
            inner, known = self._placed(points[index], plane), self._trails[one.key]
            whole = self._placed(known.points, plane) if self._is_trailed(plane) else inner[:1]
            past = whole[: len(known.until(frame.step))] if self._is_trailed(plane) else whole
            own = inner if self._part.inner else np.empty((0, 2))
            self._starts[one.key].set(past[:, None])
            self._fans[one.key].set(own[:, None], self._inner)
            seen += [whole, inner]
        self._show_all(np.concatenate(seen))
        self.set_remark(self._remark(plane))

    def _plane(self, points: Array) -> Plane | None:
        """Return the plane of the paths at this meta-step and, where all coordinates are kept, of the whole run."""
        parts = [points]
        if self._part.kept <= TRAILED:
            parts += [known.points for known in self._trails.values() if len(known.points)]
        return principal(parts)

    def _is_trailed(self, plane: Plane | None) -> bool:
        """Return whether the path over the meta-steps has a place in the picture."""
        return plane is None or self._part.kept <= TRAILED

    def _placed(self, points: Array, plane: Plane | None) -> Array:
        """Return points (n, kept) of the picture, (n, 2)."""
        if plane is not None:
            return plane.project(points)
        if points.shape[-1] == 1:
            return np.concatenate([points, np.zeros_like(points)], axis=1)
        return points[:, :2]

    def _name_axes(self, plane: Plane | None) -> None:
        if plane is not None:
            shares = (number(100 * float(kept)) for kept in plane.kept)
            names = [
                self.tr("axis {place}, keeps {share} % of the variance").format(place=place, share=share)
                for place, share in zip((1, 2), shares, strict=True)
            ]
        else:
            text = self.tr("{path}, coordinate {place}")
            if self._part.how == "mixed":
                text = self.tr("{path}, mixed coordinate {place}")
            names = [text.format(path=self._part.name, place=place) for place in (1, 2)]
            if self._part.kept == 1:
                names[1] = ""
        if names != [self.panels[0].x.name, self.panels[0].y.name]:
            self.set_axis(0, Axis(names[0]), Axis(names[1]))

    def _remark(self, plane: Plane | None) -> str:
        """Return what is not seen of the path."""
        return " · ".join(self._left_out(plane))

    def _left_out(self, plane: Plane | None) -> Iterator[str]:
        part = self._part
        if plane is not None:
            share = number(100 * float(plane.kept.sum()))
            yield self.tr("Plane keeps {share} % of the variance").format(share=share)
        elif part.kept > 2 and not self.in_plane:
            yield self.tr("2 of {count} coordinates").format(count=f"{part.kept:,}")
        if part.how == "mixed":
            text = self.tr("{size} numbers mixed into {kept}: squared distances are right to about {error} %")
            error = number(100 * math.sqrt(2 / part.kept), 2)
            yield text.format(size=f"{part.size:,}", kept=part.kept, error=error)
        if part.how == "chosen":
            text = self.tr("{kept} coordinates of {size}, chosen by the program that recorded")
            yield text.format(kept=part.kept, size=f"{part.size:,}")

    def _show_all(self, points: Array) -> None:
        """Let all points be in sight; the range grows and stays, so that it does not move with the clock."""
        known = points[np.isfinite(points).all(axis=1)]
        if not len(known):
            return
        low, high = known.min(axis=0), known.max(axis=0)
        if self._range is not None:
            (left, right), (bottom, top) = self._range
            if left <= low[0] and high[0] <= right and bottom <= low[1] and high[1] <= top:
                return
            low, high = np.minimum(low, (left, bottom)), np.maximum(high, (right, top))
        room = MARGIN * max(float((high - low).max()), 1e-9)
        (left, bottom), (right, top) = (low - room).tolist(), (high + room).tolist()
        self._range = (left, right), (bottom, top)
        self.set_range(*self._range)

    def _make_choice(self) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("First two coordinates"), "first")
        if self._part.kept > 2:
            box.addItem(self.tr("Plane of largest variance"), "plane")
            box.setCurrentIndex(int(self._part.how == "mixed"))  # of which no coordinate means anything by itself
        else:
            box.hide()
        box.setToolTip(self.tr("Which two directions are drawn"))
        box.setAccessibleName(self.tr("Directions shown"))
        box.activated.connect(self._choose)
        self.add_control(box)
        return box

    def _choose(self) -> None:
        self._range = None
        self._redraw()

    def show_plane(self, wanted: bool) -> None:
        """Show the plane of largest variance, or the first two coordinates."""
        self._choice.setCurrentIndex(1 if wanted and self._choice.count() > 1 else 0)
        self._choose()

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        key = next((key for key in self._fans if name.startswith(f"{key}.")), "")
        if key:
            self.method_clicked.emit(key)
