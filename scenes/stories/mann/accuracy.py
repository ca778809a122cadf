"""Draws the accuracy by instance: how often the first, second, ... image of a class is labelled correctly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.stories.mann.words import short_name
from metascope.simulator.stories.mann.frame import Accuracy
from metascope.simulator.stories.mann.names import LSTM, MANN, METHODS, PAPER
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis, PlotView

PAPER_CLASSES, PAPER_IMAGES = 5, 10  # per episode, in the paper's table
ROOM = 260  # pixels of height from which there is a legend above the plot
CHANCE, CEILING = "chance", "ceiling"


class AccuracyView(PlotView):
    """Accuracy of both methods by instance, next to chance, a perfect memory and the paper's results.

    Signals:
        method_clicked: a person clicked a method's name or marks: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: MannSettings, theme: Theme) -> None:
        count = settings.images
        ticks = tuple((float(n), str(n)) for n in range(1, count + 1) if n == 1 or n % max(1, count // 10) == 0)
        x, y = (
            Axis(translate("AccuracyView", "instance of the class"), ticks=ticks),
            Axis(translate("AccuracyView", "accuracy")),
        )
        super().__init__("accuracy", translate("AccuracyView", "Accuracy by instance"), theme, x, [y])
        self._settings = settings
        self._drawn: Accuracy | None = None
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend(from_height=ROOM)
        self._lines, self._empty, self._intervals = LinesItem("instance"), Placeholder("empty"), BandsItem("intervals")
        self._marks = {method: SymbolsItem(f"{method}.marks", method, short_name(method)) for method in METHODS}
        told = translate("AccuracyView", "{method}, Santoro et al. 2016, Omniglot")
        names = {method: told.format(method=short_name(method)) for method in METHODS}
        self._paper = {m: SymbolsItem(f"{m}.santoro_2016", m, names[m], hollow=True) for m in METHODS}
        for mark in (self._empty, self._intervals, self._lines, *self._marks.values(), *self._paper.values()):
            self.add(mark)
        if self.compares:
            self.set_title(translate("AccuracyView", "Accuracy (hollow: paper, Omniglot)"))
        self.set_range((0.5, count + 0.5), (0.0, 1.04))
        text = translate("AccuracyView", "Accuracy on held-out episodes is measured every {steps} meta-steps")
        self._empty.say(text.format(steps=settings.test_every))
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(lambda _row, _x, _y, name: self._tell_method(name))

    @property
    def compares(self) -> bool:
        """Whether the episodes are like those in the paper's table."""
        return self._settings.classes == PAPER_CLASSES and self._settings.images >= PAPER_IMAGES

    def draw(self, found: Accuracy | None) -> None:
        """Show the latest measurement."""
        if found is not self._drawn:
            self._drawn = found
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        for method in METHODS:
            for mark in (self._marks[method], self._paper[method]):
                mark.set_emphasis(emphasis.get(method, "full"))
        self._redraw()

    def _redraw(self) -> None:
        found = self._drawn
        self._empty.setVisible(found is None)
        if found is None:
            self._lines.set([])
            self._intervals.set([])
            return
        lines = list(self._curves(found))
        shown = [line for line in lines if line.emphasis != "hidden"]
        self._lines.set(shown)
        halves = {MANN: found.mann_half, LSTM: found.lstm_half}
        self._intervals.set([_interval(line, half) for line in shown if (half := halves.get(line.name)) is not None])
        for line in lines:
            if line.role in METHODS:
                self._marks[line.role].set(np.stack([line.x, line.y], axis=1))
        if self.compares:
            for method, mark in self._paper.items():
                mark.set(paper(method))
        text = self.tr("instance ({episodes} {characters} episodes, meta-step {step})")
        characters = self.tr("test") if found.judged_on == "test" else self.tr("validation")
        named = text.format(episodes=found.episodes, characters=characters, step=found.step)
        self.set_axis(0, x=Axis(named, ticks=self.panels[0].x.ticks))
        self._legend.set(list(self._entries()))

    def _curves(self, found: Accuracy) -> Iterator[Line]:
        """Yield the curves of chance, the ceiling and the methods, the network's on top."""
        at = np.arange(1, len(found.mann) + 1, dtype=np.float64)
        names = self._names()
        yield Line(CHANCE, "chance", names[CHANCE], at, np.full(len(at), 1 / self._settings.classes), width=1.25)
        best = np.where(at == 1, found.ceiling, 1.0)
        yield Line(CEILING, "optimum", names[CEILING], at, best, width=1.25)
        for method, shares in ((LSTM, found.lstm), (MANN, found.mann)):
            level = self._shown.get(method, "full")
            yield Line(method, method, short_name(method), at, shares.astype(np.float64), emphasis=level)

    def _entries(self) -> Iterator[Entry]:
        for method in METHODS:
            yield Entry(method, method, short_name(method), self._shown.get(method, "full"))
        names = self._names()
        yield Entry(CEILING, "optimum", names[CEILING])
        yield Entry(CHANCE, "chance", names[CHANCE])
        if self.compares:
            yield Entry("paper", "muted", self.tr("hollow: Santoro et al. 2016, Omniglot"))

    def _names(self) -> dict[str, str]:
        return {CHANCE: self.tr("chance"), CEILING: self.tr("perfect memory")}

    def _tell_method(self, name: str) -> None:
        method = name.partition(".")[0]
        if method in METHODS:
            self.method_clicked.emit(method)


def _interval(line: Line, half: NDArray[np.float32]) -> Band:
    """Return the 95 % interval of a curve, within 0 and 1."""
    edges = np.clip(line.y + np.stack([-half, np.zeros(len(half)), half]), 0.0, 1.0)
    return Band(f"{line.name}.interval", line.role, line.label, line.x, edges, line.emphasis, line=False)


def paper(method: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return a method's accuracy in the paper's table as points (instance, accuracy); (6, 2)."""
    places: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    places = np.array([(x, percent / 100) for x, percent in zip(PAPER["instances"], PAPER[method], strict=True)])
    return places
