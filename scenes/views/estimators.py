"""Draws how far estimates of a meta-gradient are from the exact one, against how many of them are averaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.views.facts import Fact, FactsView
from metascope.widgets.plots.views.plot import Axis

Array = NDArray[np.float64]
LEVELS = 14  # powers of two along the axis, at most
FEWEST = 4  # of them that are in sight
EXACT = "exact"
LOG = Scale("log")
LOWEST, HIGHEST = 0.01, 10.0  # relative errors that are always in sight


class Compared(Protocol):
    """What a story says of its estimates: N numbers of estimates averaged, E estimators."""

    @property
    def step(self) -> int: ...  # noqa: D102  meta-step whose start it is
    @property
    def draws(self) -> int: ...  # noqa: D102  estimates by each so far
    @property
    def counts(self) -> NDArray[np.int32]: ...  # noqa: D102  (N,)
    @property
    def angles(self) -> Single: ...  # noqa: D102  (N, E) degrees
    @property
    def angle(self) -> Single: ...  # noqa: D102  (E,) of the mean of all
    @property
    def noise(self) -> Single: ...  # noqa: D102  (E,) degrees by noise alone
    @property
    def length(self) -> Single: ...  # noqa: D102  (E,) relative to the truth
    @property
    def spread(self) -> Single: ...  # noqa: D102  (E,) of one estimate, relative to the truth
    @property
    def errors(self) -> Single | None: ...  # noqa: D102  (N, E) relative to the truth
    @property
    def error(self) -> Single | None: ...  # noqa: D102  (E,) of the mean of all
    @property
    def bias(self) -> Single | None: ...  # noqa: D102  (E,) of the expectation, where it is known


class ComparesEstimates(Protocol):
    """A frame with a comparison of estimates, once there are any."""

    @property
    def comparison(self) -> Compared | None: ...  # noqa: D102


class EstimatorsView(FactsView):
    """The angle, or the relative error, between the mean of some estimates and the exact gradient.

    What is unbiased goes down for ever, as does the exact gradient's own noise; what is biased stops somewhere: where
    that is known, a dotted line says where. Below are the numbers of the mean of all, what noise alone would make of
    them, and length and spread relative to the truth. A gradient of one number has an error, but no angle.
    """

    def __init__(self, estimators: Sequence[str], theme: Theme, measure: Literal["angle", "error"] = "angle") -> None:
        """Make the view.

        Args:
            estimators: their keys, in the order of comparisons; each is the role of its curve.
            theme: what it wears.
            measure: what is drawn; the error on a logarithmic axis.
        """
        ticks = tuple((float(level), f"{2**level:,}") for level in range(LEVELS + 1))
        x = Axis(translate("Estimators", "estimates averaged"), ticks=ticks)
        angle = Axis(translate("Estimators", "angle to exact"), "", "°")
        y = angle if measure == "angle" else Axis(translate("Estimators", "error / exact"), scale=LOG)
        super().__init__("estimators", translate("Estimators", "Estimators"), theme, x, [y])
        self._estimators, self._measure = tuple(estimators), measure
        self._comparison: Compared | None = None
        self._levels: Mapping[str, Level] = {}
        self._lines, self._empty = LinesItem("estimates", ends_matter=True), Placeholder("empty")
        self.add(self._empty)
        self.add(self._lines)
        self._empty.say(translate("Estimators", "Estimates appear with the first meta-step"))
        self._fit(None)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the estimates so far."""
        found = cast("ComparesEstimates", frame).comparison
        if found is self._comparison and found is not None:
            return
        self._comparison = found
        self._empty.setVisible(found is None)
        self._redraw()
        self._fit(found)
        if found is None:
            self.facts.set(Fact(""), [])
        else:
            self._tell(found)

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw estimators that are methods, too, fully, dimmed or not at all."""
        self._levels = dict(levels)
        self._redraw()

    def _redraw(self) -> None:
        drawn = [] if self._comparison is None else self._drawn(self._comparison)
        self._lines.set([line for line in drawn if line.emphasis != "hidden"])

    def _fit(self, found: Compared | None) -> None:
        x = (0.0, FEWEST if found is None else max(float(FEWEST), len(found.counts) - 1.0))
        if self._measure == "angle":
            highest = 90.0 if found is None else max(90.0, float(np.nanmax(found.angles)))
            self.set_range(x, (0.0, 30.0 * float(np.ceil(highest / 30))))
            return
        highest = HIGHEST if found is None or found.errors is None else max(HIGHEST, float(np.nanmax(found.errors)))
        low, high = LOG.bend(np.array([LOWEST, 1.2 * highest])).tolist()
        self.set_range(x, (low, high))

    def _tell(self, found: Compared) -> None:
        text = self.tr("{draws} estimates each at meta-step {step}; truth: mean of exact ones")
        if found.bias is not None:
            text = self.tr("{draws} estimates each, from meta-step {step}; bias by counting")
        rows = list(zip(*self._columns(found), strict=True))
        self.facts.set(Fact(text.format(draws=found.draws, step=found.step)), rows)

    def _columns(self, found: Compared) -> Iterator[list[Fact]]:
        known = found.bias is not None and found.error is not None
        heads = ["", self.tr("angle"), self.tr("by noise"), self.tr("length"), self.tr("spread")]
        if known:
            heads = ["", self.tr("bias"), self.tr("error"), self.tr("by noise"), self.tr("spread")]
        yield [Fact(text, "muted") for text in heads]
        for place, name in enumerate(self._estimators):
            spread = float(found.spread[place])
            if known:
                assert found.bias is not None, "it is known"
                assert found.error is not None, "it is known"
                error, alone = float(found.error[place]), spread / found.draws**0.5
                bias = float(found.bias[place])
                told = [_share(bias), _share(error), _share(alone)]
            else:
                angle = "–" if name == EXACT else f"{float(found.angle[place]):.1f}°"
                told = [angle, f"{float(found.noise[place]):.1f}°", number(float(found.length[place]), 3)]
            yield [Fact(estimate_name(name), role=name), *map(Fact, told), Fact(number(spread, 3))]

    def _drawn(self, found: Compared) -> Iterator[Line]:
        """Yield each estimator's curve, the exact one's on top; what is 0 by definition is left out."""
        x = np.log2(found.counts.astype(np.float64))
        for place, name in enumerate(self._estimators):
            level, label = self._levels.get(name, "full"), estimate_name(name)
            if self._measure == "angle":
                shown = found.counts < found.draws if name == EXACT else np.ones(len(x), dtype=bool)
                yield Line(
                    f"{name}.angle", name, label, x[shown], found.angles[shown, place].astype(np.float64), "", level
                )
            elif found.errors is not None and name != EXACT:
                yield _on_log(f"{name}.error", name, label, x, found.errors[:, place].astype(np.float64), level)
                if found.bias is not None and found.bias[place] >= LOWEST:
                    text = translate("Estimators", "{estimator}: bias").format(estimator=label)
                    ends = np.array([0.0, max(float(FEWEST), x[-1])])
                    line = _on_log(f"{name}.bias", name, text, ends, np.full(2, float(found.bias[place])), level)
                    yield line


def _on_log(name: str, role: str, label: str, x: Array, y: Array, level: Level) -> Line:
    """Return a line along the logarithmic axis; a bias is fine and dotted."""
    still = name.endswith(".bias")
    bent = LOG.bend(np.maximum(y, 1e-9))
    return Line(
        name,
        role,
        label,
        x,
        bent,
        "",
        level,
        width=1.0 if still else None,
        told=y,
        dash="dotted" if still else None,
    )


def _share(value: float) -> str:
    """Return a relative error as a percentage."""
    return f"{100 * value:.1f} %"


def estimate_name(estimator: str) -> str:
    """Return how an estimator is called."""
    return {
        "first-order": translate("Estimators", "First order"),
        "surrogate": translate("Estimators", "Surrogate"),
        "e-maml": translate("Estimators", "E-MAML"),
        "dice": translate("Estimators", "DiCE"),
        "exact": translate("Estimators", "Exact"),
    }[estimator]
