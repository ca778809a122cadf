"""Embedded pictures on a plane: supports that can be dragged, queries, and how methods compare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from typing_extensions import override

from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.plots.canvas.ink import Array, shaped
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.mark import Emphasis, Mark
from metascope.widgets.plots.canvas.panel import Range
from metascope.widgets.plots.handles.picture_handle import PictureHandle
from metascope.widgets.plots.maps.embedded import Flags, HeadItem, ImaginedItem, Labels, PrototypesItem, QueriesItem
from metascope.widgets.plots.maps.embedded_key import KeyItem, Kind
from metascope.widgets.plots.maps.links import LinksItem
from metascope.widgets.plots.maps.regions import RegionsItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Table

MarkOfMethod = TypeVar("MarkOfMethod", PrototypesItem, LinksItem, ImaginedItem, HeadItem)
NAMES: Mapping[type[Mark], str] = {
    PrototypesItem: "prototypes",
    LinksItem: "links",
    ImaginedItem: "imagined",
    HeadItem: "head",
}  # of columns
TOLD: Mapping[str, Kind] = {
    "prototypes": "prototypes",
    "imagined": "imagined",
    "head": "head",
    "links": "links",
}  # by the key
Pictures = NDArray[np.uint8] | Sequence[NDArray[np.uint8]]  # (M, S, S), or M of (S, S)
MARGIN = 0.12  # of the span of all points, left free around them


class EmbeddingMap(PlotView):
    """A plane of embedded pictures; one unit is as long on both axes.

        view = EmbeddingMap("map", tr("Embedding"), theme, Axis(tr("first direction")), Axis(tr("second direction")))
        view.set_supports(points, labels, pictures)
        view.set_queries(queries, truths, wrong)
        view.fit()
        view.point_moved.connect(lambda index, x, y, draft: print(index, x, y))

    What a method does with the points has the method's role: `show_methods` dims and hides it.

    Signals:
        point_moved(index, x, y, draft): a person drags a support; `draft` while the gesture goes on.
        query_chosen(index): a person clicked a query. The owner calls `set_chosen`.
    """

    point_moved = Signal(int, float, float, bool)
    query_chosen = Signal(int)
    _framed: tuple[Range, Range] | None = None
    _cleared: tuple[tuple[Range, Range], float] | None = None  # what is shown, and how far to the right

    def __init__(self, name: str, title: str, theme: Theme, x: Axis, y: Axis) -> None:
        super().__init__(name, title, theme, x, [y], equal=True)
        self._points = np.empty((0, 2))
        self._labels: Labels = np.empty(0, np.int64)
        self._texts: Sequence[str] = ()
        self._handles: list[PictureHandle] = []
        self._of_methods: dict[tuple[str, str], Mark] = {}  # by kind and role
        self._emphasis: Mapping[str, Emphasis] = {}
        self._query = -1
        self._movable, self._held = True, False
        self._key = KeyItem("key")
        self._regions = RegionsItem("regions")
        self._queries = QueriesItem("queries", self._tell)
        self._empty = Placeholder("empty")
        for mark in (self._regions, self._key, self._empty, self._queries):
            self.add(mark)
        self._empty.say(self.tr("The embedded pictures appear with the first meta-step"))
        self._keyed = self.add_switch(
            self.tr("key"), self.tr("Key"), self.tr("What the signs on the map are"), self._switch_key, on=True
        )
        self.clicked.connect(self._choose)

    def set_supports(
        self,
        points: Array,
        labels: Labels,
        pictures: Pictures | None = None,
        texts: Sequence[str] = (),
        held: Flags | None = None,
    ) -> None:
        """Show supports at `points` (M, 2) of the classes `labels` (M,), as pictures (M, S, S) or as letters.

        The one that a person drags stays under the pointer; those that a person `held` (M,) in place are framed so.
        """
        if len(shaped(points, 2)) != len(labels) or (pictures is not None and len(pictures) != len(points)):
            raise ValueError(f"{len(points)} supports need as many classes and pictures")
        self._points, self._labels = points, labels
        while len(self._handles) < len(points):
            self._handles.append(self._new_handle(len(self._handles)))
        places, ways = points.tolist(), labels.tolist()
        for index, handle in enumerate(self._handles):
            if index >= len(points):
                handle.set_position(float("nan"), float("nan"))
                continue
            picture = None if pictures is None else pictures[index]
            handle.show_support(ways[index], picture, texts[index] if texts else self._told_support(index))
            handle.set_position(*places[index])
            handle.set_held(held is not None and bool(held[index]))
        self._held = held is not None and bool(held.any())
        self._tell_key()
        self._empty.setVisible(not len(points))

    def set_movable(self, movable: bool) -> None:
        """Let a person move supports, as from the beginning, or not."""
        self._movable = movable
        for handle in self._handles:
            handle.set_movable(movable)

    def set_queries(self, points: Array, truths: Labels, wrong: Flags, texts: Sequence[str] = ()) -> None:
        """Show queries at `points` (Q, 2) of the classes `truths` (Q,), -1 where unknown; `wrong` (Q,) are outlined."""
        self._texts = texts
        self._queries.set(points, truths, wrong)
        self._queries.set_chosen(self._query)

    def set_chosen(self, query: int) -> None:
        """Mark the query in question: lines begin at it. `set_links` follows."""
        self._query = query
        self._queries.set_chosen(query)

    def set_regions(self, x: Array, y: Array, probabilities: NDArray[np.floating]) -> None:
        """Show class probabilities (ny, nx, N) over the plane; only where they are exact."""
        self._regions.set(x, y, probabilities)

    def clear_regions(self) -> None:
        """Show no regions, as where a plane does not tell all of an embedding."""
        self._regions.clear()

    def set_prototypes(self, role: str, label: str, points: Array, covering: Flags | None = None) -> None:
        """Show a method's prototypes (N, 2), in order of the classes, NaN where a class has none.

        Those that would cover the one picture that they are the mean of, `covering` (N,), are not drawn.
        """
        self._mark(PrototypesItem, role, label).set(points, covering)

    def set_links(self, role: str, label: str, ends: Array, weights: Array, texts: Sequence[str]) -> None:
        """Draw a method's lines from the query in question to `ends` (m, 2), as wide as `weights` (m,), 0 to 1."""
        points = self._queries.points
        start = points[self._query].tolist() if 0 <= self._query < len(points) else (np.nan, np.nan)
        self._mark(LinksItem, role, label).set((start[0], start[1]), ends, weights, texts)

    def set_imagined(
        self, role: str, label: str, points: Array, origins: Array, labels: Labels, new: Flags | None = None
    ) -> None:
        """Show imagined examples (m, 2) of the classes `labels` (m,), each joined with its original (m, 2).

        Those that are `new` (m,) stand out.
        """
        self._mark(ImaginedItem, role, label).set(points, origins, labels, new)

    def set_head(self, role: str, label: str, lines: Array, before: Array, texts: Sequence[str]) -> None:
        """Draw a classifier's lines (m, 2 ends, 2) between classes, and faintly where they were before (n, 2, 2)."""
        self._mark(HeadItem, role, label).set(lines, before, texts)

    def forget(self, role: str) -> None:
        """Draw nothing of a method any more; what is set later is drawn again."""
        panel = self.panels[0]
        for key in [key for key in self._of_methods if key[1] == role]:
            mark = self._of_methods.pop(key)
            panel.marks.remove(mark)
            panel.drawing.remove(mark)
        self._tell_key()

    def set_looked_at(self, supports: Sequence[int]) -> None:
        """Highlight the supports that a method looks at now."""
        for index, handle in enumerate(self._handles):
            handle.set_looked_at(index in supports)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw what belongs to each method, by its role, fully, dimmed or not at all."""
        self._emphasis = dict(emphasis)
        for (_, role), mark in self._of_methods.items():
            mark.set_emphasis(self._emphasis.get(role, "full"))

    def frame(self, x: Range, y: Range) -> None:
        """Show these ranges, where the plot is wide enough to the right of the key."""
        self._framed = x, y
        self._clear_key()

    def fit(self) -> None:
        """Show all supports and queries."""
        points = np.concatenate([self._points, self._queries.points])
        points = points[np.isfinite(points).all(axis=1)]
        if len(points):
            low, high = points.min(axis=0), points.max(axis=0)
            margin = MARGIN * max(float((high - low).max()), 1e-6)
            (left, bottom), (right, top) = (low - margin).tolist(), (high + margin).tolist()
            self.frame((left, right), (bottom, top))

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._clear_key()

    @override
    def _resized(self, *_: object) -> None:
        super()._resized()
        self._clear_key()

    @override
    def _point_at(self, pointer: tuple[int, QPointF] | None) -> None:
        super()._point_at(pointer)
        areas = self._key.areas(self.panels[0].box.rect())
        self._key.fade(pointer is not None and any(area.contains(pointer[1]) for area in areas))

    def _clear_key(self) -> None:
        """Move the picture to the right by half of what the key covers, as far as it has room there."""
        if self._framed is None:
            return
        (left, right), (bottom, top) = self._framed
        rect = self.panels[0].box.rect()
        areas = [area for area in self._key.areas(rect) if area.left() < rect.center().x()]
        covered = max((area.right() - rect.left() for area in areas), default=0.0)
        spare = (rect.width() - rect.height() * (right - left) / (top - bottom)) / 2
        wanted = (self._framed, max(min(covered / 2, spare), 0.0) / max(rect.height(), 1.0))
        if wanted != self._cleared:
            self._cleared = wanted
            aside = wanted[1] * (top - bottom)
            self.set_range((left - aside, right - aside), (bottom, top))

    @override
    def table(self) -> Table:
        """Return the supports with their classes, then what else is drawn."""
        return {
            "support.x": self._points[:, 0],
            "support.y": self._points[:, 1],
            "support.class": np.array([*CLASS_LETTERS])[self._labels],
            **super().table(),
        }

    def _new_handle(self, index: int) -> PictureHandle:
        handle = PictureHandle(f"support {index + 1}")
        handle.dragged.connect(lambda x, y, draft, _: self._drag(index, x, y, draft))
        handle.set_movable(self._movable)
        self.add(handle)
        return handle

    def _drag(self, index: int, x: float, y: float, draft: bool) -> None:
        self.point_moved.emit(index, x, y, draft)

    def _mark(self, kind: type[MarkOfMethod], role: str, label: str) -> MarkOfMethod:
        """Return a method's mark of a kind, made where there is none yet."""
        key = (kind.__name__, role)
        mark = self._of_methods.get(key)
        if mark is None:
            mark = self._of_methods[key] = kind(f"{role}.{NAMES[kind]}", role, label)
            self.add(mark)
            self._tell_key()
        assert isinstance(mark, kind)
        level = self._emphasis.get(role, "full")
        if mark.emphasis != level:
            mark.set_emphasis(level)
        return mark

    def _tell_key(self) -> None:
        """Say what the signs are that there are, or may be."""
        kinds: dict[Kind, str] = {"support": "", "query": "", "asked": "", "wrong": ""}
        for kind, name in NAMES.items():
            role = next((role for key, role in self._of_methods if key == kind.__name__), "")
            if role and name in TOLD:
                kinds[TOLD[name]] = role
        if self._held:
            kinds["held"] = ""
        self._key.set(kinds)
        self._clear_key()

    def _told_support(self, index: int) -> str:
        text = self.tr("Support {number} of class {letter}")
        return text.format(number=index + 1, letter=CLASS_LETTERS[int(self._labels[index])])

    def _switch_key(self) -> None:
        self._key.want(self._keyed.isChecked())
        self._clear_key()

    def _tell(self, index: int) -> str:
        """Return the reading of a query."""
        if index < len(self._texts):
            return self._texts[index]
        return self.tr("Query {number}").format(number=index + 1)

    def _choose(self, row: int, x: float, y: float, name: str) -> None:
        found = self._queries.at(x, y)
        if name == self._queries.name and found is not None:
            self.query_chosen.emit(found)
