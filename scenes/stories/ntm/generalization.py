"""Draws the errors on sequences longer than those of the training: percentage of wrong bits by size."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Signal
from typing_extensions import override

from metascope.scenes.stories.ntm.words import short_name
from metascope.simulator.stories.ntm.frame import Generalization
from metascope.simulator.stories.ntm.names import LSTM, METHOD_NAMES, METHODS, NTM
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import LINEAR
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.strips import NumbersItem, Strip, StripBar, StripsItem
from metascope.widgets.plots.series.points import UprightItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Table

CHANCE = 50.0  # percent of wrong bits when guessing
GAP = 0.25  # of a strip's height, between two


class GeneralizationView(PlotView):
    """A strip per method with a labelled cell per size; the largest size of the training is marked.

    Signals:
        method_clicked: a person clicked a method's strip: its key.
    """

    method_clicked = Signal(str)

    def __init__(self, settings: NtmSettings, theme: Theme) -> None:
        axis, title = (
            Axis(translate("GeneralizationView", "size of the sequences")),
            translate("GeneralizationView", "Longer sequences"),
        )
        super().__init__("generalization", title, theme, axis, [Axis("")])
        self._settings = settings
        self._drawn: Generalization | None = None
        self._shown: dict[str, Emphasis] = {}
        self._strips, self._numbers = StripsItem("wrong"), NumbersItem("numbers")
        self._border = UprightItem("trained", "ink", self.tr("beyond training"), onward=True)
        self._empty, self._bar = Placeholder("empty"), StripBar()
        for mark in (self._empty, self._strips, self._numbers, self._border):
            self.add(mark)
        self.add_bar(self._bar)
        self._bar.setVisible(False)
        text = self.tr("Longer sequences are tested every {steps} meta-steps")
        self._empty.say(text.format(steps=settings.test_every))
        self.clicked.connect(self._tell_method)

    def draw(self, found: Generalization | None) -> None:
        """Show the latest measurement."""
        if found is not self._drawn:
            self._drawn = found
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._redraw()

    @override
    def table(self) -> Table:
        """Return the sizes, whether they are beyond training, and each method's percentages."""
        found = self._drawn
        if found is None:
            return super().table()
        return {"size": np.array(found.sizes, dtype=np.str_), "beyond": found.beyond, **super().table()}

    def _redraw(self) -> None:
        found = self._drawn
        self._empty.setVisible(found is None)
        self._bar.setVisible(found is not None)
        if found is None:
            self._strips.set([])
            self._numbers.set([])
            self._border.set(np.nan)
            return
        strips = [self._strip(found, index, method) for index, method in enumerate(METHODS)]
        self._strips.set(strips)
        self._numbers.set(strips)
        self._bar.tell(strips[0].heat)
        ticks = tuple((float(index + 1), size) for index, size in enumerate(found.sizes))
        named = tuple((strip.top - 0.5, short) for strip, short in zip(strips, map(short_name, METHODS), strict=True))
        if ticks != self.panels[0].x.ticks or named != self.panels[0].y.ticks:
            self.set_axis(0, Axis(self.tr("size of the sequences"), ticks=ticks), Axis("", ticks=named))
        self.set_range((0.5, len(found.sizes) + 0.5), (strips[-1].bottom - GAP, 2 * GAP))
        far = np.flatnonzero(found.beyond)
        self._border.set(float(far[0]) + 0.5 if len(far) else np.nan)

    def _strip(self, found: Generalization, index: int, method: str) -> Strip:
        values = {NTM: found.ntm, LSTM: found.lstm}[method][None].astype(np.float64)  # (1, S)
        heat = Heat(self.tr("wrong bits (%)"), values, 0.0, CHANCE, "unit", LINEAR)
        top, level = -index * (1 + GAP), self._shown.get(method, "full")
        across = self.tr("size no. {column}")
        return Strip(f"{method}.wrong_percent", heat, (method_text(METHOD_NAMES[method]),), across, top, top - 1, level)

    def _tell_method(self, row: int, x: float, y: float, name: str) -> None:
        found = self._strips.at(x, y)
        if found is not None:
            self.method_clicked.emit(found[0].name.partition(".")[0])
