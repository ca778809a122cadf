"""Builds the scene of the memory-augmented network: episode, weights, memory, accuracy and learning curves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from scenes.scene import Scene, Words
from scenes.stories.mann.accuracy import AccuracyView
from scenes.stories.mann.episode import EpisodeView
from scenes.stories.mann.learning import learning_view
from scenes.stories.mann.memory import moment
from scenes.stories.mann.weights import WeightsView, written
from scenes.stories.mann.words import note, words
from scenes.views.memory_matrix import NOTHING, MemoryStep, MemoryView
from scenes.views.memory_rows import Places
from simulator.engine.frame import Frame
from simulator.engine.history.metrics import Metrics
from simulator.engine.settings import Settings
from simulator.engine.text import Message
from simulator.stories.mann import lens
from simulator.stories.mann.frame import MannFrame
from simulator.stories.mann.names import MANN, METHOD_NAMES, METHODS
from simulator.stories.mann.settings import MannSettings
from widgets.look.theme import Theme
from widgets.look.translation import method_text
from widgets.plots.canvas.mark import Emphasis
from widgets.views.pages import Pages
from widgets.views.splitters import split
from widgets.views.view import View


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, MannSettings), "the scene needs the settings of its own story"
    return MannScene(settings, theme)


class MannScene(Scene):
    """A network with a memory at work on a held-out episode, image by image, next to an LSTM without one."""

    def __init__(self, settings: MannSettings, theme: Theme) -> None:
        super().__init__()
        self._frame: MannFrame | None = None
        self._inner = -1
        self._moment: MemoryStep = NOTHING
        self._places: Places = np.arange(settings.locations)  # those that are drawn
        self._memories: lens.Array = np.empty((0, 0, 0))  # of the frame
        self._sources: lens.Array = np.empty((0, 0, 0))
        self._episode = EpisodeView(settings, theme)
        self._weights = WeightsView(settings, theme)
        self._memory = MemoryView(MANN, settings.width, theme)
        self._accuracy = AccuracyView(settings, theme)
        self._learning = learning_view(settings, theme)
        self._connect()
        self._lay_out()

    @override
    def words(self) -> Words:
        return words()

    @override
    def methods(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, method_text(METHOD_NAMES[key])) for key in METHODS)

    @override
    def views(self) -> tuple[View, ...]:
        return (self._episode, self._weights, self._memory, self._accuracy, self._learning)

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, MannFrame), "the scene needs frames of its own story"
        if frame is self._frame and inner == self._inner:
            return
        if frame is not self._frame:
            self._frame, self._memories, self._sources = frame, lens.memories(frame), lens.sources(frame)
            self._place()
            self._learning.draw(frame.best_step)
            self._accuracy.draw(frame.accuracy)
        self._inner, self._moment = inner, moment(frame, self._memories, inner)
        self._draw_tick()

    @override
    def draw_curves(self, metrics: Metrics, step: int) -> None:
        """Show accuracy and cost over the training."""
        self._learning.draw_metrics(metrics, step)

    @override
    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        levels = cast("Mapping[str, Emphasis]", emphasis)
        for view in (self._episode, self._weights, self._memory, self._accuracy):
            view.set_emphasis(levels)
        self._learning.show_methods(levels)

    @override
    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return how many answers of each method to the shown episode are correct."""
        assert isinstance(frame, MannFrame), "the scene needs frames of its own story"
        return {method: note(frame, method) for method in METHODS}

    @override
    def notices(self, frame: Frame) -> tuple[Message, ...]:
        assert isinstance(frame, MannFrame), "the scene needs frames of its own story"
        return frame.notices

    def _draw_tick(self) -> None:
        frame = self._frame
        if frame is not None:
            self._episode.draw(frame, self._sources, self._inner)
            self._weights.draw(frame, self._inner, self._places)
            self._memory.draw(self._moment, self._places)

    def _place(self) -> None:
        """Find the locations to draw; keep the same object if they have not changed."""
        frame = self._frame
        if frame is None:
            return
        found = written(frame) if self._weights.only_written else np.arange(frame.heads.usage.shape[1])
        if not np.array_equal(found, self._places):
            self._places = found

    def _choose_places(self) -> None:
        self._place()
        self._draw_tick()

    def _connect(self) -> None:
        for view in (self._episode, self._weights):
            view.method_clicked.connect(self.method_chosen)
            view.time_clicked.connect(self.tick_chosen)
        self._weights.written_chosen.connect(lambda _: self._choose_places())
        self._memory.disturbed.connect(lambda value: self.changed.emit("disturb", value, False))
        self._accuracy.method_clicked.connect(self.method_chosen)
        self._learning.series_clicked.connect(lambda name: self.method_chosen.emit(name.partition(".")[0]))

    def _lay_out(self) -> None:
        inside = Pages([(self.tr("Weights"), self._weights), (self.tr("Memory"), self._memory)])
        outside = Pages([(self.tr("Accuracy"), self._accuracy), (self.tr("Learning"), self._learning)])
        right = split(Qt.Orientation.Vertical, inside, outside)
        right.setSizes([280, 200])
        whole = split(Qt.Orientation.Horizontal, self._episode, right)
        whole.setSizes([560, 400])
        whole.setStretchFactor(0, 7)
        whole.setStretchFactor(1, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
