"""Draws the base learner's weights: supports laid over each other by attention, slow and fast ones of each layer."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import FAST, META, SLOW
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import StripBar
from metascope.widgets.plots.maps.tiles import Tile, TilesItem
from metascope.widgets.plots.views.plot import Axis, PlotView

LIMIT = 0.3  # of weights: beyond it, colours stay the same
SMALL = Scale("symlog", 0.005)  # of weights, so that fast ones can be told apart
ACROSS = 11  # tiles of layer 1 side by side, of one unit's width, before the view has a size
SECOND, THIRD = 3.0, 2.0  # widths of the layers that follow
BESIDE = 0.4  # between layers
APART = 0.25  # between slow weights, fast ones and what is above them
BAND = 2.5  # height of the supports
ASIDE = 1 / 3  # of the width, for the query in question and the overlay
MOST = 10  # supports side by side; of more, those of a class are one picture

Array = NDArray[np.float64]
Layers = tuple[Array, Array, Array]  # (H, S, S), (H, H) and (H, N)


class WeightsView(PlotView):
    """Above, the supports with the attention that a query pays to them, and their overlay; below, weights per layer.

    Of layer 1 there is a tile for each unit: of a black and white support, its fast weights are its picture times one
    number, a query's the supports' pictures laid over each other. Of layers 2 and 3 there is one map each, inputs down
    and outputs across. While a row of the memory is written, it is this row's fast weights that are shown.
    """

    _across = 0  # tiles of layer 1 side by side
    _frame: MetaNetFrame | None = None

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        title = translate("MetaNetWeights", "Slow and fast weights of the base learner")
        self._units = settings.units
        super().__init__("weights", title, theme, Axis(""), [Axis("")])
        self._inner = self._query = 0
        self._pictures, self._slow, self._fast = TilesItem("supports"), TilesItem("slow"), TilesItem("fast")
        self._bar = StripBar()
        for item in (self._pictures, self._slow, self._fast):
            self.add(item)
        self.add_bar(self._bar)
        self.panels[0].grid.setVisible(False)
        self._arrange(ACROSS)

    def _arrange(self, across: int) -> None:
        """Put so many tiles of layer 1 side by side."""
        self._across, self._wide = across, width(across)
        self._down = -(-self._units // across)  # rows of tiles
        self._tops = -APART, -2 * APART - self._down  # of slow weights, and of fast ones
        rows = (
            (BAND / 2, self.tr("attention")),
            (self._tops[0] - self._down / 2, self.tr("slow φ")),
            (self._tops[1] - self._down / 2, self.tr("fast φ⁺")),
        )
        layers = (
            (across / 2, self.tr("layer 1, by unit")),
            (across + BESIDE + SECOND / 2, self.tr("layer 2")),
            (self._wide - THIRD / 2, self.tr("layer 3")),
        )
        self.set_axis(0, Axis("", ticks=layers), Axis("", ticks=rows))
        self.set_range((0.0, self._wide), (self._tops[1] - self._down, BAND))

    @override
    def _resized(self, *_: object) -> None:
        super()._resized()
        box = self.panels[0].box
        across = best_across(self._units, box.width(), box.height())
        if self._across and across != self._across:
            self._arrange(across)
            if self._frame is not None:
                self.draw(self._frame, self._inner, self._query)

    def draw(self, frame: MetaNetFrame, inner: int, query: int) -> None:
        """Show the frame's weights at an inner tick, for `query`."""
        self._frame, self._inner, self._query = frame, inner, query
        at = lens.moment(frame, inner)
        self._draw_supports(frame, inner, query)
        first, second, third = (part.astype(np.float64) for part in (frame.slow, frame.slow_second, frame.slow_third))
        self._slow.set(self._tiles((first, second, third), "slow", self.tr("slow weight"), self._tops[0]))
        found = self._fast_now(frame, at, query)
        self._fast.set([] if found is None else self._tiles(found, "fast", self.tr("fast weight"), self._tops[1]))
        self._bar.tell(Heat(self.tr("weight"), np.zeros((1, 1)), -LIMIT, LIMIT, "diverging", SMALL))
        self.set_title(self._told(frame, at, query))

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw either kind of weights with the emphasis of what uses it alone, and fully where both are in focus."""
        focused = emphasis.get(META, "full") == "full"
        for tiles, alone in ((self._slow, SLOW), (self._fast, FAST)):
            level = emphasis.get(alone, "full")
            tiles.set_emphasis("full" if focused and level == "dim" else level)

    def _fast_now(self, frame: MetaNetFrame, at: lens.Moment, query: int) -> Layers | None:
        """Return phi+ of the row that is written, or of the query once attention has mixed the rows."""
        if at.phase == "row":
            return lens.row(frame, at.number), *lens.row_units(frame, at.number)
        return (lens.mixed(frame, query), *lens.mixed_units(frame, query)) if at.reached("mixture") else None

    def _draw_supports(self, frame: MetaNetFrame, inner: int, query: int) -> None:
        at, labels = lens.moment(frame, inner), frame.table.labels
        pictures = (frame.memory.ink if at.reached("key") else frame.table.supports).astype(np.float64) / 255
        shares, cosines = lens.attention(frame, query, inner), lens.cosines(frame, query, inner)
        groups = [[index] for index in range(len(labels))]
        if len(labels) > MOST:
            groups = [np.flatnonzero(labels == label).tolist() for label in np.unique(labels)]
        looked, wide, tiles = set(lens.looked_at(frame, inner)), (1 - ASIDE) * self._wide / len(groups), list[Tile]()
        for place, group in enumerate(groups):
            letter = text = short = CLASS_LETTERS[int(labels[group[0]])]
            if shares is not None:
                short = f"{float(shares[group].sum()):.0%}"
            elif cosines is not None:
                short = f"{float(cosines[group].max()):.2f}"
            text = text if text == short else f"{text} {short}"
            told, name = self.tr("Support {number}").format(number=group[0] + 1), f"support_{group[0] + 1}"
            if len(group) > 1:
                told, name = self.tr("Supports of class {letter}").format(letter=letter), f"supports_{letter}"
            heat = Heat(self.tr("ink"), _square(pictures[group]), 0.0, 1.0, "unit")
            role = "ink" if looked.intersection(group) else f"class.{letter}"
            tiles.append(Tile(name, told, heat, (place + 0.5) * wide, BAND / 2, wide, BAND, text, short, role))
        self._pictures.set([*tiles, *self._asked(frame, at, query)])

    def _asked(self, frame: MetaNetFrame, at: lens.Moment, query: int) -> list[Tile]:
        """Return the query in question, and the overlay of all supports by its attention."""
        if not at.reached("key"):
            return []
        left, half = (1 - ASIDE) * self._wide, ASIDE * self._wide / 2
        picture = frame.table.queries[query].astype(np.float64) / 255
        told = self.tr("Query {number}").format(number=query + 1)
        ink = self.tr("ink")
        tiles = [
            Tile(
                "query",
                told,
                Heat(ink, picture, 0.0, 1.0, "unit"),
                left + half / 2,
                BAND / 2,
                half,
                BAND,
                told,
                self.tr("query"),
                "ink",
            )
        ]
        if at.reached("mixture"):
            told = self.tr("Overlay")
            heat = Heat(ink, lens.overlay(frame, query), 0.0, 1.0, "unit")
            tiles.append(Tile("overlay", told, heat, left + 1.5 * half, BAND / 2, half, BAND, told, self.tr("mix")))
        return tiles

    def _tiles(self, layers: Layers, name: str, quantity: str, top: float) -> list[Tile]:
        """Return the weights of each layer as tiles from `top` down."""

        def heat(values: Array) -> Heat:
            return Heat(quantity, values, -LIMIT, LIMIT, "diverging", SMALL)

        first, second, third = layers
        tiles, told = [], self.tr("Layer 1, unit {number}")
        for unit, values in enumerate(first):
            row, column = divmod(unit, self._across)
            place = column + 0.5, top - row - 0.5
            tiles.append(Tile(f"{name}_{unit + 1}", told.format(number=unit + 1), heat(values), *place))
        high = float(self._down)
        inputs = self.tr("Layer {layer}, inputs down and outputs across")
        for layer, values, x, wide in (
            (2, second, self._across + BESIDE + SECOND / 2, SECOND),
            (3, third, self._wide - THIRD / 2, THIRD),
        ):
            label = inputs.format(layer=layer)
            tiles.append(Tile(f"{name}_layer_{layer}", label, heat(values), x, top - high / 2, wide, high, fills=True))
        return tiles

    def _told(self, frame: MetaNetFrame, at: lens.Moment, query: int) -> str:
        if at.phase == "row":
            text = self.tr("Row {row} of M: the fast weights of support {row}")
            return text.format(row=at.number + 1)
        if not at.reached("mixture"):
            return self.tr("Slow weights of the base learner")
        return self.tr("Slow weights, and the fast ones of query {query}").format(query=query + 1)


def width(across: int) -> float:
    """Return the width of all layers where so many tiles of layer 1 are side by side."""
    return across + BESIDE + SECOND + BESIDE + THIRD


def best_across(units: int, wide: float, high: float) -> int:
    """Return how many tiles of all side by side make them largest in a picture of this size, the fewest of equals."""

    def size(across: int) -> float:
        return min(wide / width(across), high / (BAND + 2 * APART + 2 * -(-units // across)))

    return max(range(1, units + 1), key=size)


def mosaic(pictures: Array, across: int, down: int) -> Array:
    """Return pictures (n, S, S) as one, row by row with an empty line between them; the last places may be empty."""
    side = pictures.shape[-1]
    found: Array = np.full((down * (side + 1) - 1, across * (side + 1) - 1), np.nan)
    for index, picture in enumerate(pictures):
        top, left = (place * (side + 1) for place in divmod(index, across))
        found[top : top + side, left : left + side] = picture
    return found


def _square(pictures: Array) -> Array:
    """Return pictures as a square mosaic."""
    edge = math.isqrt(len(pictures) - 1) + 1
    return mosaic(pictures, edge, edge)
