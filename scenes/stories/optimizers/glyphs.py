"""Draws the pictures of the shown problem: what updates see, and what the network makes of unseen ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from typing_extensions import override

from metascope.scenes.stories.optimizers.words import accuracy_text, method_name, short_name
from metascope.simulator.stories.optimizers.frame import Accuracy, Classified, OptimizersFrame
from metascope.simulator.stories.optimizers.names import LEARNED, METHODS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.maps.thumbnails import ThumbnailsItem, Verdict, VerdictsItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Table

COLUMNS = 15  # unseen pictures drawn of a class, at most
APART = 1.5  # columns from the picture that updates see to the first unseen one


class GlyphsView(PlotView):
    """Pictures in rows by class: one that updates see, then unseen ones, each with the class that the network answers.

    The title counts the right answers after the update of the inner clock; the legend has each method's accuracy after
    the last update, over all held-out problems.

    Signals:
        method_clicked: a person clicked a method's name: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        rows = tuple((-float(label), letter(label)) for label in range(settings.ways))
        axis = Axis(translate("GlyphsView", "class"), ticks=rows)
        super().__init__("glyphs", translate("GlyphsView", "Unseen drawings"), theme, Axis(""), [axis])
        self._variant, self._ways = settings.variant, settings.ways
        self._frame: OptimizersFrame | None = None
        self._drawn: Classified | None = None
        self._update = 0
        self._kept: NDArray[np.intp] = np.empty(0, np.intp)  # the unseen pictures that are drawn
        self._pictures: NDArray[np.uint8] = np.empty((0, 1, 1), np.uint8)
        self._places = np.empty((0, 2))  # of the examples, then of the unseen pictures
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend()
        self._legend.clicked.connect(self.method_clicked)
        self._thumbnails, self._verdicts = ThumbnailsItem("pictures", self._tell), VerdictsItem("verdicts")
        self.add(self._thumbnails)
        self.add(self._verdicts)
        self.panels[0].grid.setVisible(False)

    def draw(self, frame: OptimizersFrame, inner: int) -> None:
        """Show the answers after the update of this inner step."""
        if frame.classified is None or frame.guesses is None:
            return
        update = min(inner, len(frame.guesses) - 1)
        if frame.classified is not self._drawn:
            self._place(frame.classified)
        elif frame is self._frame and update == self._update:
            return
        self._frame, self._update = frame, update
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the answers with the emphasis of the learned optimizer."""
        self._shown = dict(emphasis)
        self._redraw()

    @override
    def table(self) -> Table:
        """Return each unseen picture's class and the answer, and the accuracy after each update."""
        frame = self._frame
        if frame is None or frame.classified is None or frame.guesses is None:
            return {}
        labels = frame.classified.labels
        found: Table = {
            "picture": np.arange(1, len(labels) + 1),
            "class": np.array([letter(label) for label in labels.tolist()]),
            "learned.answer": np.array([letter(guess) for guess in frame.guesses[self._update].tolist()]),
            "learned.right": (frame.guesses[self._update] == labels).astype(np.int64),
            "update": np.arange(len(frame.guesses)),
            "learned.accuracy": (frame.guesses == labels).mean(axis=1),
        }
        return {**found, **super().table()}

    def _place(self, classified: Classified) -> None:
        """Lay the pictures out: a row for each class."""
        self._drawn = classified
        of_class = [np.flatnonzero(classified.labels == label)[:COLUMNS] for label in range(self._ways)]
        self._kept = np.concatenate(of_class)
        self._pictures = np.concatenate([classified.examples, classified.pictures[self._kept]])
        seen = [(0.0, -float(label)) for label in range(self._ways)]
        unseen = [(APART + n, -float(label)) for label, found in enumerate(of_class) for n in range(len(found))]
        self._places = np.array(seen + unseen)
        columns = max(map(len, of_class))
        middle = APART + (columns - 1) / 2
        unseen_told = self.tr("unseen drawings; filled: right")
        if len(self._kept) < len(classified.labels):
            unseen_told = self.tr("{count} of {all} unseen drawings; filled: right")
        told = unseen_told.format(count=len(self._kept), all=len(classified.labels))
        ticks = ((0.0, self.tr("seen")), (middle, told))
        self.set_axis(0, x=Axis("", ticks=ticks))
        self.set_range((-0.6, APART + columns - 0.4), (0.5 - self._ways, 0.5))

    def _redraw(self) -> None:
        frame = self._frame
        if frame is None or frame.classified is None or frame.guesses is None:
            return
        guesses, labels = frame.guesses[self._update], frame.classified.labels
        right, level = guesses == labels, self._shown.get(LEARNED, "full")
        told = self.tr("Unseen drawings after update {t}: {right} of {all} right")
        self.set_title(told.format(t=self._update, right=int(right.sum()), all=len(labels)))
        answers = [letter(guess) for guess in guesses[self._kept].tolist()]
        texts = ("",) * (self._ways + len(answers)) if level == "hidden" else ("",) * self._ways + tuple(answers)
        self._thumbnails.set(self._pictures, self._places, texts)
        verdicts = [] if level == "hidden" else [Verdict(LEARNED, right[self._kept], level=level)]
        self._verdicts.set(self._places[self._ways :], verdicts)
        self._legend.set(list(self._entries(frame)))

    def _entries(self, frame: OptimizersFrame) -> Iterator[Entry]:
        tested = (frame.tested, *(rival.tested for rival in frame.rivals))
        for name, found in zip(METHODS, tested, strict=True):
            fixed = name == LEARNED and self._variant == "gradient-descent"
            text = method_name(name, self._variant) if fixed else short_name(name)
            if found is not None and found.accuracy is not None:
                text = self._with(text, found.accuracy)
            if name == LEARNED or found is not None:
                yield Entry(name, name, text, self._shown.get(name, "full"))

    def _with(self, name: str, accuracy: Accuracy) -> str:
        return self.tr("{method} {share}").format(method=name, share=accuracy_text(accuracy))

    def _tell(self, index: int) -> str:
        """Return the tooltip of a picture."""
        frame = self._frame
        if frame is None or frame.classified is None or frame.guesses is None:
            return ""
        if index < self._ways:
            return self.tr("Class {letter}: a drawing that the updates see").format(letter=letter(index))
        picture = int(self._kept[index - self._ways])
        text = self.tr("Class {letter}, unseen; answer after update {t}: {answer}")
        label, guess = int(frame.classified.labels[picture]), int(frame.guesses[self._update, picture])
        return text.format(letter=letter(label), t=self._update, answer=letter(guess))


def letter(label: int) -> str:
    """Return the letter of a class, from A on."""
    return chr(ord("A") + label)
