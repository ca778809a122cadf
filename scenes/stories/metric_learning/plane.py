"""Draws what a method compares on a plane: embedded pictures, prototypes, attention, imagined examples, regions."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from typing_extensions import override

from metascope.scenes.stories.metric_learning.span import SpanChoice
from metascope.scenes.stories.metric_learning.table import looked_at
from metascope.scenes.stories.metric_learning.words import letters, short_name
from metascope.simulator.episodes.frame import Table
from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.frame import Answered, MetricFrame, Plane
from metascope.simulator.stories.metric_learning.geometry import widened
from metascope.simulator.stories.metric_learning.names import FINETUNING, IMAGINED, PROTOTYPES, RELATION
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.canvas.mark import Emphasis, Texts
from metascope.widgets.plots.views.embedding_map import EmbeddingMap
from metascope.widgets.plots.views.plot import Axis

BY_MEANS = (PROTOTYPES, IMAGINED, RELATION)  # methods that compare with one thing for each class
PICTURED = 15  # supports at most that are drawn as pictures
LEAST = 0.01  # of the attention: thinner lines are left out
CLOSER = 0.95  # of the extent: nearly all of its margin holds halves of pictures
SIZES = 20  # of the plane that is shown, in every decade


class PlaneView(EmbeddingMap):
    """The plane of the method whose inner clock is seen.

    Signals:
        changed(name, value, draft): a person moves an embedded support, or chooses which classes span the plane.
    """

    changed = Signal(str, object, bool)
    _span: SpanChoice | None = None

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        title = translate("PlaneView", "Embedding")
        super().__init__("plane", title, theme, Axis(""), Axis(""))  # places mean nothing by themselves
        self._frame: MetricFrame | None = None
        self._method = ""
        self._asked = 0
        self._levels: dict[str, Emphasis] = {}
        self._pictures: tuple[Table, list[NDArray[np.uint8]]] | None = None
        self._raster: tuple[Plane, Array, Array, Array] | None = None
        self._span = self._add_choice(settings.ways) if settings.ways > 3 else None
        self.point_moved.connect(self._move)

    def draw(
        self, frame: MetricFrame, inner: int, method: str, query: int, *, hidden: bool = False, named: bool = True
    ) -> None:
        """Show the method's plane at an inner tick, with `query` in question; without queries where they are hidden.

        Where it is not `named` the sentence below it waits for the next time.
        """
        if method != self._method:
            if self._method:
                self.forget(self._method)
            self._method = method
            self.set_title(self.tr("Embedding: {method}").format(method=short_name(method)))
            self.set_movable(method != FINETUNING)
        self._frame, self._asked = frame, query
        answer = frame.answers[method]
        self._draw_points(frame, inner, hidden)
        self.set_chosen(-1 if hidden else query)
        self._draw_regions(frame, inner, answer)
        self._draw_method(frame, inner, answer, hidden)
        self.set_looked_at(looked_at(frame, inner, method, query))
        self.frame(*_framed(answer.plane.extent.astype(np.float64)))
        if named and (told := self._told(frame, inner, answer)) != self.panels[0].x.name:
            self.set_axis(0, x=Axis(told))
        if self._span is not None:
            self._span.show_span(answer.plane.spanning.tolist())

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._span is not None:
            self._span.set_theme(self.theme)

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw what belongs to each method fully, dimmed or not at all; regions of a hidden one are not drawn."""
        self._levels = dict(emphasis)
        super().show_methods(emphasis)
        if self._levels.get(self._method) == "hidden":
            self.clear_regions()

    def _draw_points(self, frame: MetricFrame, inner: int, hidden: bool) -> None:
        table = frame.table
        if self._pictures is None or self._pictures[0] is not table:
            self._pictures = table, [*table.supports]
        pictures = self._pictures[1] if len(table.labels) <= PICTURED else None
        supports, queries = lens.places(frame, self._method, inner)
        moved = frame.answers[self._method].plane.moved
        texts = self._texts_of_moving(table) if self._method == FINETUNING else ()
        self.set_supports(supports, table.labels.astype(np.int64), pictures, texts, held=moved)
        if hidden:
            self.set_queries(np.empty((0, 2)), np.empty(0, np.int64), np.empty(0, np.bool_))
            return
        shares, asked = lens.probabilities(frame, self._method, inner), table.asked.astype(np.int64)
        wrong = np.zeros(len(asked), np.bool_) if shares is None else (shares.argmax(1) != asked) & (asked >= 0)
        self.set_queries(queries, asked, wrong, self._texts_of(asked, shares))

    def _texts_of_moving(self, table: Table) -> list[str]:
        """Return the readings of supports that fine-tuning moves, and a person cannot."""
        text = self.tr("Support {number} of class {letter}\nmoved by fine-tuning, not by hand")
        classes = enumerate(table.labels.tolist(), 1)
        return [text.format(number=number, letter=CLASS_LETTERS[way]) for number, way in classes]

    def _texts_of(self, asked: NDArray[np.int64], shares: Array | None) -> Texts:
        """Return the reading of each query: what it is, and what it is taken for."""

        def tell(index: int) -> str:
            way = int(asked[index])
            values = {"number": index + 1, "letter": CLASS_LETTERS[way] if way >= 0 else "?"}
            if shares is None:
                return self.tr("Query {number} of class {letter}").format(**values)
            best = int(shares[index].argmax())
            told = self.tr("Query {number} of class {letter}, taken for {answer} with {share}")
            share = number(float(shares[index, best]), 2)
            return told.format(answer=CLASS_LETTERS[best], share=share, **values)

        return Texts(len(asked), tell)

    def _draw_regions(self, frame: MetricFrame, inner: int, answer: Answered) -> None:
        """Show which class each place would be answered with, where the plane tells and the method is that far."""
        plane, late = answer.plane, lens.scores(frame, self._method, inner) is not None
        if answer.tuned is not None:
            late = lens.update(frame, inner) == len(answer.tuned.losses) - 1
        if not plane.regions.size or not late or self._levels.get(self._method) == "hidden":
            self.clear_regions()
            return
        if self._raster is None or self._raster[0] is not plane:
            shares = np.zeros((*plane.regions.shape[:2], len(frame.table.names)))
            shares[..., plane.spanning] = plane.regions
            high, wide = plane.regions.shape[:2]
            (left, right), (bottom, top) = widened(plane.extent.astype(np.float64)).tolist()
            x, y = np.linspace(left, right, wide), np.linspace(bottom, top, high)
            self._raster = plane, x, y, shares
        self.set_regions(*self._raster[1:])

    def _draw_method(self, frame: MetricFrame, inner: int, answer: Answered, hidden: bool) -> None:
        """Show what the method makes of the points: means, imagined examples, and lines from the query."""
        method, label, plane = self._method, short_name(self._method), answer.plane
        if method in BY_MEANS:
            means, alone = lens.prototypes(frame, method, inner), _alone(frame, method, inner)
            self.set_prototypes(method, label, means, alone)
        if method == IMAGINED:
            there, new = lens.imagined(frame, method, inner), lens.newest(frame, method, inner)
            ways = np.nonzero(there)[0].astype(np.int64)
            origins = plane.supports[plane.seeds[there]].astype(np.float64).reshape(-1, 2)
            self.set_imagined(method, label, plane.imagined[there].astype(np.float64), origins, ways, new[there])
        if method == FINETUNING:
            head = lens.head(frame, inner)
            self.set_head(method, label, head.lines, head.before, self._texts_of_head(head.pairs))
        ends, weights, texts = self._lines(frame, inner, answer)
        if hidden:
            ends, weights, texts = np.empty((0, 2)), np.empty(0), Texts()
        self.set_links(method, label, ends, weights, texts)

    def _texts_of_head(self, pairs: NDArray[np.int64]) -> list[str]:
        text = self.tr("here {letter} and {other} are equally probable")
        return [text.format(letter=CLASS_LETTERS[one], other=CLASS_LETTERS[other]) for one, other in pairs.tolist()]

    def _lines(self, frame: MetricFrame, inner: int, answer: Answered) -> tuple[Array, Array, Texts]:
        """Return where lines from the query end, their weights and readings."""
        method, query, plane = self._method, self._asked, answer.plane
        scores = lens.scores(frame, method, inner)
        if method in BY_MEANS and scores is not None:
            there = np.flatnonzero(np.isfinite(plane.prototypes).all(1))
            means, ratings = answer.probabilities[query].astype(np.float64), scores[query]

            def tell_mean(place: int) -> str:
                text = (
                    self.tr("relation score with class {letter}: {score}")
                    if method == RELATION
                    else self.tr("squared distance from {letter}: {score}, probability {share}")
                )
                way = int(there[place])
                score, share = number(float(ratings[way]), 3), number(float(means[way]), 2)
                return text.format(letter=CLASS_LETTERS[way], score=score, share=share)

            weights = ratings if method == RELATION else means
            return plane.prototypes[there].astype(np.float64), weights[there], Texts(len(there), tell_mean)
        shares = lens.attention(frame, method, inner)
        if not shares.shape[1]:
            return np.empty((0, 2)), np.empty(0), Texts()
        there, labels = np.flatnonzero(shares[query] >= LEAST), frame.table.labels

        def tell_support(place: int) -> str:
            index = int(there[place])
            share, letter = number(float(shares[query, index]), 2), CLASS_LETTERS[int(labels[index])]
            text = self.tr("{share} of support {support}, of class {letter}")
            return text.format(share=share, support=index + 1, letter=letter)

        return plane.supports[there].astype(np.float64), shares[query, there], Texts(len(there), tell_support)

    def _told(self, frame: MetricFrame, inner: int, answer: Answered) -> str:
        """Return how far the plane tells what decides."""
        plane, kept = answer.plane, f"{lens.kept(frame, self._method, inner):.0%}"
        if answer.tuned is not None and lens.update(frame, inner) < len(answer.tuned.losses) - 1:
            return self.tr("the plane of the last update, which gives {kept} of the answers").format(kept=kept)
        if plane.exact and plane.kept == 1 and len(plane.spanning) >= 2:
            text = self.tr("exact: the means of {letters} span this plane")
            if len(plane.spanning) == 2:
                text = self.tr("exact: the means of {letters} lie in this plane")
            return text.format(letters=letters(plane.spanning.tolist()))
        if plane.exact:
            text = self.tr("exact among {letters}; it gives {kept} of all answers")
            return text.format(letters=letters(plane.spanning.tolist()), kept=kept)
        return self.tr("nearness in this plane gives {kept} of the answers").format(kept=kept)

    def _move(self, index: int, x: float, y: float, draft: bool) -> None:
        self.changed.emit("point", {"method": self._method, "support": index, "to": [x, y]}, draft)

    def _add_choice(self, ways: int) -> SpanChoice:
        """Let a person choose three classes, whose means the plane goes through."""
        choice = SpanChoice(ways, self.theme)
        choice.best_wanted.connect(lambda: self.changed.emit("span", None, False))
        choice.likeliest_wanted.connect(self._span_likeliest)
        choice.span_chosen.connect(lambda classes: self.changed.emit("span", classes, False))
        self.add_control(choice)
        return choice

    def _span_likeliest(self) -> None:
        if self._frame is not None:
            shares = self._frame.answers[self._method].probabilities[self._asked]
            three = sorted(np.argsort(-shares, kind="stable")[:3].tolist())
            self.changed.emit("span", three, False)


def _alone(frame: MetricFrame, method: str, inner: int) -> NDArray[np.bool_]:
    """Return which classes' means are of one support so far, and of nothing imagined, (N,)."""
    seen = frame.table.labels[lens.seen(frame, inner)]
    found: NDArray[np.bool_] = np.bincount(seen, minlength=len(frame.table.names)) == 1
    return found & ~lens.imagined(frame, method, inner).any(1)


def _framed(extent: Array) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ranges of x and y around an extent (2, 2), which seldom change while points move a little."""
    half = CLOSER * float((extent[:, 1] - extent[:, 0]).max()) / 2
    half = 10.0 ** (np.ceil(SIZES * np.log10(max(half, 1e-12))) / SIZES)
    middle = np.round(extent.mean(1) / (0.1 * half)) * 0.1 * half
    (left, bottom), (right, top) = (middle - half).tolist(), (middle + half).tolist()
    return (left, right), (bottom, top)
