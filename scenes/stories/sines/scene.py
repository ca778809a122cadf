"""Builds the scene of the sine waves: functions adapting to a few points, their errors, and the loss surface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from scenes.scene import Scene, Words
from scenes.stories.sines.function import FunctionView
from scenes.stories.sines.layers import LayersView
from scenes.stories.sines.learning import learning_view
from scenes.stories.sines.plane import PlaneView
from scenes.stories.sines.steps import StepsView
from scenes.stories.sines.words import note, words
from simulator.engine.frame import Frame
from simulator.engine.history.metrics import Metrics
from simulator.engine.settings import Settings
from simulator.engine.text import Message
from simulator.stories.sines.frame import SinesFrame
from simulator.stories.sines.names import METHOD_NAMES
from simulator.stories.sines.settings import SinesSettings
from widgets.look.theme import Theme
from widgets.look.translation import method_text
from widgets.plots.canvas.mark import Emphasis
from widgets.views.pages import Pages
from widgets.views.splitters import split
from widgets.views.view import View


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, SinesSettings), "the scene needs the settings of its own story"
    return SinesScene(settings, theme)


class SinesScene(Scene):
    """Networks with different starts learn a sine wave from a few points, step by step."""

    def __init__(self, settings: SinesSettings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._function = FunctionView(theme)
        self._plane = PlaneView(settings, theme)
        self._steps = StepsView(settings, theme)
        self._learning = learning_view(settings, theme)
        self._layers = LayersView(len(settings.hidden) + 1, theme)
        self._connect()
        self._lay_out()

    @override
    def words(self) -> Words:
        return words(self._settings)

    @override
    def methods(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, method_text(METHOD_NAMES[key])) for key in self._settings.methods)

    @override
    def views(self) -> tuple[View, ...]:
        return (self._function, self._plane, self._steps, self._learning, self._layers)

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, SinesFrame), "the scene needs frames of its own story"
        for view in (self._function, self._plane, self._steps, self._layers):
            view.draw(frame, inner)

    @override
    def draw_curves(self, metrics: Metrics, step: int) -> None:
        self._learning.draw_metrics(metrics, step)

    @override
    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        levels = cast("Mapping[str, Emphasis]", emphasis)
        for view in (self._function, self._plane, self._steps, self._layers):
            view.set_emphasis(levels)
        self._learning.show_methods(levels)

    @override
    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return each method's error on the held-out waves, before and after adaptation if there is room."""
        assert isinstance(frame, SinesFrame), "the scene needs frames of its own story"
        return {key: note(frame, key) for key in frame.methods}

    @override
    def notices(self, frame: Frame) -> tuple[Message, ...]:
        assert isinstance(frame, SinesFrame), "the scene needs frames of its own story"
        return frame.notices

    def _connect(self) -> None:
        self._function.changed.connect(self.changed)
        self._steps.step_clicked.connect(self.tick_chosen)
        for view in (self._plane, self._steps, self._layers):
            view.method_clicked.connect(self.method_chosen)
        self._learning.series_clicked.connect(lambda name: self.method_chosen.emit(name.partition(".")[0]))

    def _lay_out(self) -> None:
        left = Pages([(self.tr("Function"), self._function), (self.tr("Loss surface"), self._plane)])
        below = Pages([(self.tr("Learning"), self._learning), (self.tr("Layers"), self._layers)])
        if self._settings.anil:  # then the run compares how far the layers move
            below.show_page(1)
        right = split(Qt.Orientation.Vertical, self._steps, below)
        right.setSizes([230, 230])
        whole = split(Qt.Orientation.Horizontal, left, right)
        whole.setSizes([570, 390])
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
