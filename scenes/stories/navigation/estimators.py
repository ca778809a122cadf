"""Draws how far estimates of the meta-gradient are from the exact one: their direction, length and spread."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulator.engine.frame import Frame
from simulator.stories.navigation.frame import Comparison, NavigationFrame
from simulator.stories.navigation.names import ESTIMATES
from widgets.look.text import number
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.canvas.labels import Placeholder
from widgets.plots.series.lines import Line, LinesItem
from widgets.plots.views.facts import Fact, FactsView
from widgets.plots.views.plot import Axis

LEVELS = 12  # powers of two along the axis, at most
FEWEST = 4  # of them that are in sight
EXACT = ESTIMATES.index("exact")


class EstimatorsView(FactsView):
    """The angle between the mean of some estimates and the exact gradient, against how many estimates are averaged.

    What is unbiased goes down for ever, as does the exact gradient's own noise; what is biased stops at an angle. Below
    are the angle of the mean of all, what noise alone would make it, and length and spread relative to the truth.
    """

    def __init__(self, theme: Theme) -> None:
        ticks = tuple((float(level), f"{2**level:,}") for level in range(LEVELS + 1))
        x = Axis(translate("NavigationEstimators", "estimates averaged"), ticks=ticks)
        y = Axis(translate("NavigationEstimators", "angle to exact"), "", "°")
        super().__init__("estimators", translate("NavigationEstimators", "Estimators"), theme, x, [y])
        self._comparison: Comparison | None = None
        self._lines, self._empty = LinesItem("estimates", ends_matter=True), Placeholder("empty")
        self.add(self._empty)
        self.add(self._lines)
        self._empty.say(translate("NavigationEstimators", "Estimates appear with the first meta-step"))
        self.set_range((0.0, float(FEWEST)), (0.0, 90.0))

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the estimates so far."""
        assert isinstance(frame, NavigationFrame), "the view needs frames of its own story"
        found = frame.comparison
        if found is self._comparison and found is not None:
            return
        self._comparison = found
        self._empty.setVisible(found is None)
        self._lines.set([] if found is None else list(_lines(found)))
        if found is None:
            self.facts.set(Fact(""), [])
            return
        highest = max(90.0, float(np.nanmax(found.angles)))
        self.set_range((0.0, max(float(FEWEST), len(found.counts) - 1.0)), (0.0, 30.0 * float(np.ceil(highest / 30))))
        self._tell(found)

    def _tell(self, found: Comparison) -> None:
        text = self.tr("{draws} estimates by each of the start at meta-step {step}; the truth: mean of the exact ones")
        rows = list(zip(*self._columns(found), strict=True))
        self.facts.set(Fact(text.format(draws=found.draws, step=found.step)), rows)

    def _columns(self, found: Comparison) -> Iterator[list[Fact]]:
        heads = ["", self.tr("angle"), self.tr("by noise"), self.tr("length"), self.tr("spread")]
        yield [Fact(text, "muted") for text in heads]
        for place, name in enumerate(ESTIMATES):
            yield [
                Fact(estimate_name(name), role=name),
                Fact("–" if place == EXACT else f"{float(found.angle[place]):.1f}°"),
                Fact(f"{float(found.noise[place]):.1f}°"),
                Fact(number(float(found.length[place]), 3)),
                Fact(number(float(found.spread[place]), 3)),
            ]


def _lines(found: Comparison) -> Iterator[Line]:
    """Yield each estimator's angles, the exact one's on top; its last is 0 by definition and left out."""
    x = np.log2(found.counts.astype(np.float64))
    for place, name in enumerate(ESTIMATES):
        angles = found.angles[:, place].astype(np.float64)
        shown = found.counts < found.draws if place == EXACT else np.ones(len(x), dtype=bool)
        yield Line(f"{name}.angle", name, estimate_name(name), x[shown], angles[shown])


def estimate_name(estimator: str) -> str:
    """Return how an estimator is called."""
    return {
        "first-order": translate("NavigationEstimators", "First order"),
        "surrogate": translate("NavigationEstimators", "Surrogate"),
        "e-maml": translate("NavigationEstimators", "E-MAML"),
        "dice": translate("NavigationEstimators", "DiCE"),
        "exact": translate("NavigationEstimators", "Exact"),
    }[estimator]
