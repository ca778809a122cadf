"""Quantiles over a group of runs as bands: whatever curves a scene draws of metrics, it draws of quantiles, too."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from scenes.catalog import build_scene
from scenes.runs.run import Run
from simulator.engine.history.metrics import Metrics
from simulator.engine.history.quantiles import quantile_metrics
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.canvas.ink import Array
from widgets.plots.series.bands import Band
from widgets.plots.series.lines import Line
from widgets.plots.views.curves import CurvesView, Group

EVERY = 1.0  # seconds between two looks at the group's runs, at least
SHARE = 0.05  # of the time that these looks may take
ROWS = 400  # steps of a band; more would be thinned to their extremes by a scene, each quantile at steps of its own


class Bands:
    """The median and the quantiles of a group of runs that differ by their seeds, for every view of curves.

    The curves are taken from a scene of its own in which the quantiles' metrics are drawn, one after the other.
    """

    def __init__(self, label: str, runs: Sequence[Run], quantiles: Sequence[float], theme: Theme) -> None:
        self._label, self._runs, self._quantiles = label, tuple(runs), tuple(quantiles)
        self.first = runs[0]
        self.scene = build_scene(self.first.preset.story, self.first.settings, theme)
        self.views = {view.name: view for view in self.scene.views() if isinstance(view, CurvesView)}
        self._rows: list[int] = []
        self._due = 0.0
        self._metrics: tuple[Metrics, ...] = ()
        self._curves: dict[str, list[dict[str, Line]]] = {}  # view -> for each quantile its lines

    def set_group(self, label: str, runs: Sequence[Run], quantiles: Sequence[float]) -> None:
        """Show these runs from now on, of the same kind as those before."""
        if tuple(runs) != self._runs or tuple(quantiles) != self._quantiles:
            self._rows, self._due = [], 0.0
        self._label, self._runs, self._quantiles = label, tuple(runs), tuple(quantiles)

    def refresh(self) -> bool:
        """Compute the quantiles anew if the runs have learned something and it is time; tell whether."""
        now = time.perf_counter()
        rows = [len(run.recording.metrics) for run in self._runs]
        if rows == self._rows or now < self._due:
            return False
        self._rows = rows
        self._metrics = quantile_metrics([run.recording.metrics for run in self._runs], self._quantiles, ROWS)
        self._draw()
        took = time.perf_counter() - now
        self._due = now + max(EVERY, took / SHARE)
        return True

    def forget(self) -> None:
        """Draw the quantiles anew: the views show another quantity."""
        self._draw()

    def of(self, view: CurvesView) -> Group | None:
        """Return what to draw in a view, None where the scene has no such view."""
        if view.name not in self.views:
            return None
        quantiles = self._curves.get(view.name, [])
        names = quantiles[len(quantiles) // 2] if quantiles else {}
        scale = self.views[view.name].panels[0].y.scale
        bands = []
        for name, line in names.items():
            x, edges = _aligned([lines[name] for lines in quantiles if name in lines])
            label = translate("SeedBands", "{group} · {series}").format(group=self._label, series=line.label)
            bands.append(Band(name, line.role, label, x, edges, line.emphasis, scale.unbend(edges)))
        return Group(self._told(), tuple(bands))

    def close(self) -> None:
        """Let go of the scene."""
        self.scene.deleteLater()

    def _draw(self) -> None:
        self._curves = {name: [] for name in self.views}
        for metrics in self._metrics:
            self.scene.draw_curves(metrics, max(metrics.last_step, 0))
            for name, view in self.views.items():
                self._curves[name].append({line.name: line for line in view.shown()})

    def _told(self) -> str:
        low, high = (f"{100 * q:.0f}" for q in (self._quantiles[0], self._quantiles[-1]))
        return translate("SeedBands", "{group}: median and {low}–{high} % of {n} seeds").format(
            group=self._label, low=low, high=high, n=len(self._runs)
        )


def _aligned(lines: Sequence[Line]) -> tuple[Array, Array]:
    """Return common places along x (n,) and each line's height there (q, n)."""
    x = np.unique(np.concatenate([line.x for line in lines]))
    return x, np.stack([np.interp(x, line.x, line.y, left=np.nan, right=np.nan) for line in lines])
