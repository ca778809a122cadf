"""Lays out what a recorded run holds: paths, heat maps, gates, and metrics over the meta-steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene, Words
from metascope.scenes.stories.own.maps import LINES, GateMapView, GateView, HeatView
from metascope.scenes.stories.own.paths import PathView
from metascope.scenes.views.learning_curves import LearningView, Quantity, series_of
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.names import RUN, looks_of, methods_of
from metascope.simulator.stories.own.settings import OwnSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene of a run with these contents."""
    assert isinstance(settings, OwnSettings), "the scene needs the settings of its own story"
    contents, methods = settings.contents, settings.methods
    theme = theme.with_styles(looks_of(methods))
    paths: list[PlotView] = [PathView(place, part, methods, theme) for place, part in enumerate(contents.paths)]
    maps: list[PlotView] = [HeatView(place, part, methods, theme) for place, part in enumerate(contents.heatmaps)]
    gates: list[PlotView] = [
        (GateView if part.count <= LINES else GateMapView)(place, part, methods, theme)
        for place, part in enumerate(contents.gates)
    ]
    parts = [_paged(paths), _paged(maps), _paged(gates), _learning(settings, theme)]
    found = [part for part in parts if part is not None]
    return LayoutScene(methods_of(methods), _laid_out(found), words=_words(), note=partial(_note, settings))


def _paged(views: Sequence[PlotView]) -> QWidget | None:
    """Return views on pages, one by itself, none for none."""
    if len(views) < 2:
        return views[0] if views else None
    return Pages([(view.title, view) for view in views])


def _laid_out(parts: Sequence[QWidget]) -> QWidget:
    """Return the first part large on the left, and the others above each other beside it."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) < 4:
        return row(parts[0], column(*parts[1:], shares=[1] * (len(parts) - 1)), shares=(6, 5), sizes=(560, 440))
    left, right = column(*parts[:2], shares=(1, 1)), column(*parts[2:], shares=(1, 1))
    return row(left, right, shares=(6, 5), sizes=(560, 440))


def _learning(settings: OwnSettings, theme: Theme) -> LearningView | None:
    """Return the curves of the metrics; an empty view where the run holds nothing at all."""
    contents, methods = settings.contents, methods_of(settings.methods)
    names = contents.metrics
    if not names and (contents.paths or contents.heatmaps or contents.gates):
        return None
    quantities = {name: _quantity(name, settings) for name in names or ("",)}
    view = LearningView(quantities, settings.steps, "", theme, told=translate("OwnScene", "The metric that is drawn"))
    view.set_empty_text(translate("OwnScene", "Nothing was recorded yet"))
    assert methods, "a run has a method"
    return view


def _quantity(name: str, settings: OwnSettings) -> Quantity:
    series = series_of(name, methods_of(settings.methods))
    if RUN not in settings.methods:
        series = ((f"{RUN}.{name}", RUN, translate("OwnScene", "all methods")), *series)
    return Quantity(name or translate("OwnScene", "Metrics"), Axis(name), series, reach=None)


def _note(settings: OwnSettings, frame: OwnFrame, method: str) -> str:
    """Return the first metric of a method."""
    key = next((f"{method}.{name}" for name in settings.contents.metrics if f"{method}.{name}" in frame.metrics), "")
    return number(frame.metrics[key]) if key else ""


def _words() -> Words:
    return Words(
        title=translate("OwnScene", "A run of your own"),
        formulas=(),
        gestures=(
            (
                translate("OwnScene", "Play the inner clock"),
                translate("OwnScene", "Follow paths, heat maps and gates through the inner steps"),
            ),
            (
                translate("OwnScene", "Drag the outer clock"),
                translate("OwnScene", "Look back at any meta-step that was kept"),
            ),
            (translate("OwnScene", "Click a gate's curve or map"), translate("OwnScene", "Go to that inner step")),
            (
                translate("OwnScene", "Wheel, drag the plot, double click"),
                translate("OwnScene", "Zoom, pan, reset the range"),
            ),
        ),
    )
