"""Draws how the embedding's fast weights come about: gradients one by one, and theta+ beside theta."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from metascope.scenes.stories.meta_networks.weights import mosaic
from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import META
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale, Tick
from metascope.widgets.plots.maps.boxes import Box, BoxesItem
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import Strip, StripBar, StripsItem
from metascope.widgets.plots.maps.tiles import Tile, TilesItem
from metascope.widgets.plots.views.plot import Axis, PlotView

LIMIT = 0.5  # of weights: beyond it, colours stay the same
STEEPEST = 1.0  # of gradients
SMALL = Scale("symlog", 0.01)  # of gradients, which have all sizes
TINY = Scale("symlog", 0.02)  # of weights, so that fast ones can be told apart
WEIGHTS, GRADIENTS = 0, 1  # the plots, from the top; the axis of units below is that of the gradients
DOWN = 3  # units of layer 1 above each other

Array = NDArray[np.float64]


class EmbeddingView(PlotView):
    """Above, theta of a layer and theta+ beside it; below, a strip for each gradient that F reads.

    A strip has the gradient of the first layer's weights where a picture has ink, by unit; elsewhere it is 0. The last
    layer has no fast weights: what it makes is not part of the key.

    Signals:
        tick_clicked(tick): a person clicked a gradient: the tick at which it comes.
    """

    tick_clicked = Signal(int)

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        title = translate("MetaNetEmbedding", "Fast weights of the embedding")
        below = translate("MetaNetEmbedding", "gradients of layer 1 at the ink, by unit")
        super().__init__("embedding", title, theme, Axis(below), [Axis(""), Axis("")])
        self._units = settings.units
        self._frame: MetaNetFrame | None = None
        self._strips, self._boxes, self._maps = StripsItem("gradient"), BoxesItem("read"), TilesItem("theta")
        self._scales = StripBar(), StripBar()
        self.add(self._strips, GRADIENTS)
        self.add(self._boxes, GRADIENTS)
        self.add(self._maps, WEIGHTS)
        for row, bar in enumerate(self._scales):
            self.add_bar(bar, row)
        self.panels[WEIGHTS].grid.setVisible(False)
        self.set_heights((1, 1))
        self._steps = self._inner = 0
        self._layer = ComboBox()
        for layer, name in ((1, self.tr("layer 1")), (2, self.tr("layer 2"))):
            self._layer.addItem(name, layer)
        told = self.tr("Whose weights are drawn: those of pixels, a picture for each unit, or those between units")
        self._layer.setToolTip(plain_tip(told))
        self._layer.setAccessibleName(self.tr("Layer of the embedding"))
        self._layer.activated.connect(self._choose)
        self.add_control(self._layer)
        self.clicked.connect(self._tell)

    def draw_frame(self, frame: object, inner: int, method: str) -> None:
        """Show what F has read at an inner tick, and what it has made of it."""
        assert isinstance(frame, MetaNetFrame), "the view needs frames of its own story"
        self._frame, self._inner = frame, inner
        embedding = frame.embedding
        count, read = lens.gradients(frame, inner), lens.swallowed(frame, inner)
        steps, pictures, units = embedding.gradients.shape
        self._arrange(frame)
        values = embedding.gradients.reshape(steps * pictures, units).astype(np.float64)
        values = np.where(np.arange(len(values))[:, None] < count * pictures, values, np.nan)
        heat = Heat(self.tr("gradient"), values, -STEEPEST, STEEPEST, "diverging", SMALL)
        rows = [self._told(frame, step) for step in range(steps) for _ in range(pictures)]
        bottom = 0.5 - len(values)
        self._strips.set([Strip("gradient", heat, rows, self.tr("unit {column}"), 0.5, bottom)])
        edges = 0.5 - pictures * (read - 1), 0.5 - pictures * read
        self._boxes.set([Box("ink", 0.5, units + 0.5, *edges)] if read else [])
        self._draw_weights(frame, read)
        self._scales[GRADIENTS].tell(heat)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw all of it with the emphasis of what uses it."""
        for mark in (self._strips, self._boxes, self._maps):
            mark.set_emphasis(emphasis.get(META, "full"))

    def _draw_weights(self, frame: MetaNetFrame, read: int) -> None:
        wide, quantity, layer = self._units / 2, self.tr("weight"), self._layer.currentText()

        def tile(name: str, label: str, values: Array, x: float, text: str) -> Tile:
            label = f"{label}, {layer}"
            return Tile(name, label, _heat(quantity, values), 0.5 + x * wide, 0.5, wide, 1.0, text, fills=True)

        tiles = [tile("theta_slow", self.tr("θ, slow"), self._slow(frame), 0.5, self.tr("θ, slow"))]
        title = self.tr("θ of {layer} before the first gradient")
        if read:
            text = self.tr("θ⁺ after {read} of {of}").format(read=read, of=len(frame.embedding.fast))
            tiles.append(tile("theta_fast", self.tr("θ⁺, fast"), self._fast(frame, read), 1.5, text))
            title = self.tr("θ and θ⁺ of {layer} after {read} gradients")
        self._maps.set(tiles)
        self._scales[WEIGHTS].tell(tiles[0].heat)
        self.set_title(title.format(layer=layer, read=read))

    def _slow(self, frame: MetaNetFrame) -> Array:
        if self._layer.currentData() == 1:
            return _beside(frame.embedding.slow_pixels.astype(np.float64))
        return frame.embedding.slow.astype(np.float64)

    def _fast(self, frame: MetaNetFrame, read: int) -> Array:
        if self._layer.currentData() == 1:
            return _beside(lens.theta_pixels(frame, read))
        made: Array = frame.embedding.fast[read - 1].astype(np.float64)
        return made

    def _choose(self, _index: int) -> None:
        if self._frame is not None:
            self._draw_weights(self._frame, lens.swallowed(self._frame, self._inner))

    def _arrange(self, frame: MetaNetFrame) -> None:
        steps, pictures = frame.embedding.which.shape
        labels = frame.table.labels
        ticks: list[Tick] = []
        for step, each in enumerate(frame.embedding.which.tolist()):
            letters = "–".join(CLASS_LETTERS[int(labels[support])] for support in each)
            ticks.append((-pictures * step - (pictures - 1) / 2, f"{step + 1} {letters}"))
        if tuple(ticks) != self.panels[GRADIENTS].y.ticks:
            self.set_axis(GRADIENTS, y=Axis("", ticks=tuple(ticks)))
            self.set_axis(WEIGHTS, y=Axis("", ticks=((-9.0, ""),)))
        self.set_range((0.5, self._units + 0.5), (0.5 - steps * pictures, 0.5), GRADIENTS)
        self.set_range((0.5, self._units + 0.5), (0.0, 1.0), WEIGHTS)
        self._steps = pictures

    def _told(self, frame: MetaNetFrame, step: int) -> str:
        loss = f"{float(frame.embedding.losses[step]):.3f}"
        return self.tr("gradient {number}, of a loss of {loss}").format(number=step + 1, loss=loss)

    def _tell(self, row: int, x: float, y: float, name: str) -> None:
        if row == GRADIENTS and self._steps and y < 0.5:
            self.tick_clicked.emit(1 + int((0.5 - y) / self._steps))


def _beside(weights: Array) -> Array:
    """Return the weights of each unit (H, S, S) as pictures beside each other, in a few rows."""
    across = -(-len(weights) // DOWN)
    return mosaic(weights, across, -(-len(weights) // across))


def _heat(quantity: str, values: Array) -> Heat:
    return Heat(quantity, values, -LIMIT, LIMIT, "diverging", TINY)
