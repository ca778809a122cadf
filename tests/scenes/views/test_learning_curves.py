"""Curves of learning are drawn where there is something new, and only there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.stories.metric_learning.curves import accuracy_view
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.canvas.mark import glancing
from metascope.widgets.plots.views.curves import Series

NAME = "prototypes.accuracy"


def test_curves_are_drawn_again_once_a_row_is_another(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = accuracy_view(MetricSettings(), LIGHT)
    qtbot.addWidget(view)
    drawn = list[int]()
    set_many = view.set_many

    def count(series: list[Series]) -> None:
        drawn.append(len(series))
        set_many(series)

    monkeypatch.setattr(view, "set_many", count)
    metrics = Metrics()
    metrics.append(0, {NAME: 0.5})
    for _ in range(3):
        view.draw_metrics(metrics, 0)
    assert len(drawn) == 1
    metrics.append(0, {NAME: 0.6})
    view.draw_metrics(metrics, 0)
    assert len(drawn) == 2
    metrics.append(1, {NAME: 0.6})
    with glancing():
        view.draw_metrics(metrics, 1)
    view.draw_metrics(metrics, 1)  # with what was left out
    assert len(drawn) == 4
    view.draw_metrics(Metrics(), 1)
    assert len(drawn) == 5
