"""Builds the scene of the memory-augmented network: episode, weights, memory, accuracy and learning curves."""

from __future__ import annotations

import numpy as np
from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.mann.accuracy import AccuracyView
from metascope.scenes.stories.mann.episode import EpisodeView
from metascope.scenes.stories.mann.learning import learning_view
from metascope.scenes.stories.mann.memory import moment
from metascope.scenes.stories.mann.weights import WeightsView, written
from metascope.scenes.stories.mann.words import note, words
from metascope.scenes.views.memory_matrix import NOTHING, MemoryStep, MemoryView
from metascope.scenes.views.memory_rows import Places
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.mann import lens
from metascope.simulator.stories.mann.frame import MannFrame
from metascope.simulator.stories.mann.names import MANN, STORY_METHODS
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, MannSettings), "the scene needs the settings of its own story"
    return MannScene(settings, theme)


class MannScene(LayoutScene):
    """A network with a memory at work on a held-out episode, image by image, next to an LSTM without one."""

    def __init__(self, settings: MannSettings, theme: Theme) -> None:
        super().__init__(STORY_METHODS, words=words(), note=note)
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
        self._weights.written_chosen.connect(lambda _: self._choose_places())
        self._memory.disturbed.connect(lambda value: self.changed.emit("disturb", value, False))
        inside = Pages([(self.tr("Weights"), self._weights), (self.tr("Memory"), self._memory)])
        outside = Pages([(self.tr("Accuracy"), self._accuracy), (self.tr("Learning"), self._learning)])
        right = column(inside, outside, sizes=(280, 200))
        self.set_layout(row(self._episode, right, shares=(7, 5), sizes=(560, 400)))

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, MannFrame), "the scene needs frames of its own story"
        same = frame is self._frame
        if not same:
            self._frame, self._memories, self._sources = frame, lens.memories(frame), lens.sources(frame)
            self._place()
        if not same or inner != self._inner:
            self._inner, self._moment = inner, moment(frame, self._memories, inner)
        if self.draws(self._learning):
            self._learning.draw(frame.best_step)
        if self.draws(self._accuracy):
            self._accuracy.draw(frame.accuracy)
        self._draw_tick()

    def _draw_tick(self) -> None:
        frame = self._frame
        if frame is not None:
            self._episode.draw(frame, self._sources, self._inner)
            if self.draws(self._weights):
                self._weights.draw(frame, self._inner, self._places)
            if self.draws(self._memory):
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
