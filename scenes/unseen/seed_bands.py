"""Computes the quantiles over a group of runs, and draws them as bands in every view of curves."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.unseen.counterparts import counterpart, named
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.quantiles import grouped_metrics
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.ink import Array
from metascope.widgets.plots.series.bands import Band
from metascope.widgets.plots.series.lines import Line
from metascope.widgets.plots.views.curves import CurvesView, Group

EVERY = 1.0  # seconds between two updates of a group, at least
SHARE = 0.05  # of the time that updates may take
ROWS = 400  # points of a band; a scene thins more to their extremes, which differ between quantiles


class Bands:
    """The median and the quantiles of a group of runs that differ by their seeds, for every view of curves.

    The curves come from a hidden scene in which the metrics of each quantile are drawn, one after the other.
    """

    def __init__(
        self, label: str, runs: Sequence[Run], quantiles: Sequence[float], theme: Theme, *, foreign: bool = False
    ) -> None:
        """Compute the quantiles of runs, which are `foreign` to the views if of another story than these."""
        self.foreign = foreign
        self._label, self._runs, self._quantiles = label, tuple(runs), tuple(quantiles)
        self.first = runs[0]
        self.scene = build_scene(self.first.preset.story, self.first.settings, theme)
        self.views = {view.name: view for view in self.scene.views() if isinstance(view, CurvesView)}
        self._rows: list[int] = []
        self._due = 0.0
        self._metrics: tuple[Metrics, ...] = ()
        self._counts = Metrics()  # of how many runs each quantile is
        self._curves: dict[str, list[dict[str, Line]]] = {}  # view -> the lines of each quantile

    def set_group(self, label: str, runs: Sequence[Run], quantiles: Sequence[float]) -> None:
        """Show these runs of the same story from now on."""
        if tuple(runs) != self._runs or tuple(quantiles) != self._quantiles:
            self._rows, self._due = [], 0.0
        self._label, self._runs, self._quantiles = label, tuple(runs), tuple(quantiles)

    def refresh(self) -> bool:
        """Compute the quantiles again if there are new metrics and it is time; return whether that was done."""
        now = time.perf_counter()
        rows = [len(run.recording.metrics) for run in self._runs]
        if rows == self._rows or now < self._due:
            return False
        self._rows = rows
        members = [run.recording.metrics for run in self._runs]
        self._metrics, self._counts = grouped_metrics(members, self._quantiles, ROWS)
        self._draw()
        took = time.perf_counter() - now
        self._due = now + max(EVERY, took / SHARE)
        return True

    def forget(self) -> None:
        """Draw the quantiles again, because the views show another quantity."""
        self._draw()

    def of(self, view: CurvesView) -> Group | None:
        """Return what to draw in a view, None if the hidden scene has no such view."""
        its = counterpart(view, self.views.values(), foreign=self.foreign)
        if not isinstance(its, CurvesView) or (self.foreign and not view.panels[0].fits(its.panels[0])):
            return None
        quantiles = self._curves.get(its.name, [])
        names = quantiles[len(quantiles) // 2] if quantiles else {}
        scale, styles = its.panels[0].y.scale, its.theme.styles if self.foreign else None
        label_of_all = named(self._label, view, its) if self.foreign else self._label
        bands = []
        for name, line in names.items():
            x, edges = _aligned([lines[name] for lines in quantiles if name in lines])
            label = translate("SeedBands", "{group} · {series}").format(group=label_of_all, series=line.label)
            counts, all_runs = self._counts_at(name, x / its.per_step), len(self._runs)
            told = scale.unbend(edges)
            band = Band(name, line.role, label, x, edges, line.emphasis, told, counts=counts, members=all_runs)
            bands.append(replace(band, styles=styles))
        return Group(self._told(label_of_all), tuple(bands))

    def close(self) -> None:
        """Delete the scene."""
        self.scene.deleteLater()

    def _draw(self) -> None:
        self._curves = {name: [] for name in self.views}
        for metrics in self._metrics:
            self.scene.draw_curves(metrics, max(metrics.last_step, 0))
            for name, view in self.views.items():
                self._curves[name].append({line.name: line for line in view.shown()})

    def _counts_at(self, name: str, x: Array) -> Array:
        """Return of how many runs the quantiles of a series are at each x (n,); none where the series is no metric."""
        if name not in self._counts.names:
            return np.empty(0)
        steps, counts = self._counts.series(name)
        return counts[np.minimum(np.searchsorted(steps, x), len(steps) - 1)] if len(steps) else np.empty(0)

    def _told(self, label: str) -> str:
        """Return what the bands are, and how many runs are left at the last step that at least two have."""
        low, high = (f"{100 * q:.0f}" for q in (self._quantiles[0], self._quantiles[-1]))
        text = translate("SeedBands", "{group}: median and percentiles {low}–{high} of {n} seeds").format(
            group=label, low=low, high=high, n=len(self._runs)
        )
        ends = sorted(run.recording.metrics.last_step for run in self._runs)
        if len(ends) < 2 or ends[0] == ends[-2]:
            return text
        left = sum(end >= ends[-2] for end in ends)
        more = translate("SeedBands", "{text}; {left} at meta-step {step}, those that ended before are left out")
        return more.format(text=text, left=left, step=ends[-2])


def _aligned(lines: Sequence[Line]) -> tuple[Array, Array]:
    """Return common x positions (n,) and the value of each line there (q, n)."""
    x = np.unique(np.concatenate([line.x for line in lines]))
    return x, np.stack([_at(x, line) for line in lines])


def _at(x: Array, line: Line) -> Array:
    """Return a line's values at x (n,), between its points linearly, NaN in its gaps and beyond its ends."""
    found = np.interp(x, line.x, line.y, left=np.nan, right=np.nan)
    found[np.searchsorted(x, line.x)] = line.y  # next to a gap `interp` gives NaN for the point itself
    return found
