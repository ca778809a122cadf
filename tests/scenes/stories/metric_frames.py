"""Frames of the metric learning story from small runs of it, and what its scene's tests do with them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TypeVar

import numpy as np
from PySide6.QtWidgets import QApplication

from metascope.scenes.scene import Scene
from metascope.scenes.stories.metric_learning import build
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT
from tests.simulator.stories.metric_learning import EVERY, INK, SMALL, metric

ALL = MetricSettings.parse({**SMALL, **EVERY, "shots": 2})
FIVE = MetricSettings.parse({**SMALL, "ways": 5, "neighbours": True})
ONE = MetricSettings.parse(SMALL)
V = TypeVar("V")


@cache
def frame(settings: MetricSettings) -> MetricFrame:
    """Return a frame after two meta-steps."""
    made = metric(**settings.model_dump())
    made.step()
    return made.step()


@cache
def changed_frame() -> MetricFrame:
    """Return a frame of all methods in which class C has no support, and a person has added a support and a query."""
    made = metric(**ALL.model_dump())
    made.step()
    for support in (4, 5):
        made.change("remove", {"support": support})
    made.change("move", {"support": 0, "to": 1})
    for to in (1, "query"):
        made.change("add", {"picture": INK, "to": to})
    return made.look()


@cache
def answered_frame(settings: MetricSettings = ONE) -> MetricFrame:
    """Return a frame after a person has answered a query of class A rightly."""
    made = metric(**settings.model_dump())
    made.change("answered", {"to": 0})
    return made.look()


def on_screen(settings: MetricSettings) -> AbstractContextManager[Scene]:
    """Show the scene of these settings, and delete it afterwards."""
    return shown(build(settings, LIGHT))


def draw(scene: Scene, frame: MetricFrame, inner: int = -1, method: str = "prototypes") -> None:
    """Draw a frame at a tick, the last one where none is named."""
    scene.draw(frame, frame.ticks() - 1 if inner < 0 else inner, method)
    QApplication.processEvents()


def close(found: object, wanted: object) -> None:
    """Check that two arrays hold nearly the same numbers; NaN is like NaN."""
    one, other = (np.asarray(values, np.float64) for values in (found, wanted))
    np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


def view_of(scene: Scene, kind: type[V]) -> V:
    return next(view for view in scene.views() if isinstance(view, kind))
