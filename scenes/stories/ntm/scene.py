"""Builds the scene of the Neural Turing Machine: the paper's figure, memory, addressing and learning curves."""

from __future__ import annotations

import numpy as np
from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.ntm.addressing import AddressingView
from metascope.scenes.stories.ntm.generalization import GeneralizationView
from metascope.scenes.stories.ntm.learning import learning_view
from metascope.scenes.stories.ntm.memory import moment
from metascope.scenes.stories.ntm.weightings import WeightingsView
from metascope.scenes.stories.ntm.words import note, words
from metascope.scenes.views.memory_matrix import NOTHING, MemoryView
from metascope.scenes.views.memory_rows import Places, used
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.frame import NtmFrame
from metascope.simulator.stories.ntm.names import NTM, STORY_METHODS
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, NtmSettings), "the scene needs the settings of its own story"
    return NtmScene(settings, theme)


class NtmScene(LayoutScene):
    """A machine with a memory at work on a held-out sequence, step by step, next to an LSTM without one."""

    def __init__(self, settings: NtmSettings, theme: Theme) -> None:
        super().__init__(STORY_METHODS, words=words(), note=note)
        self._frame: NtmFrame | None = None
        self._inner = -1
        self._memories: lens.Array = np.empty((0, 0, 0))  # of the frame
        self._moment = NOTHING
        self._places: Places = np.arange(settings.locations)  # those that are drawn
        self._weightings = WeightingsView(settings, theme)
        self._memory = MemoryView(NTM, settings.width, theme)
        self._addressing = AddressingView(settings, theme)
        self._learning = learning_view(settings, theme)
        self._generalization = GeneralizationView(settings, theme)
        self._weightings.used_chosen.connect(lambda _: self._choose_places())
        self._memory.disturbed.connect(lambda value: self.changed.emit("disturb", value, False))
        pages = Pages(
            [
                (self.tr("Addressing"), self._addressing),
                (self.tr("Learning"), self._learning),
                (self.tr("Longer sequences"), self._generalization),
            ]
        )
        room = (242, 238) if settings.learn else (190, 290)  # where nothing is learned, addressing is the matter
        right = column(self._memory, pages, sizes=room)
        self.set_layout(row(self._weightings, right, shares=(7, 5), sizes=(560, 400)))

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, NtmFrame), "the scene needs frames of its own story"
        if frame is not self._frame:
            self._frame, self._memories = frame, lens.memories(frame)
            self._place()
            self._inner = -1
        if self.draws(self._learning):
            self._learning.draw(frame.best_step)
        if self.draws(self._generalization):
            self._generalization.draw(frame.generalization)
        if inner != self._inner:
            self._inner, self._moment = inner, moment(frame, self._memories, inner)
        self._draw_tick()

    def _draw_tick(self) -> None:
        frame = self._frame
        if frame is not None:
            self._weightings.draw(frame, self._inner, self._places)
            self._memory.draw(self._moment, self._places)
            if self.draws(self._addressing):
                self._addressing.draw(frame, self._memories, self._inner, self._places)

    def _place(self) -> None:
        """Find the locations to draw; keep the same object if they have not changed."""
        frame = self._frame
        if frame is None:
            return
        found = used(frame.weighting) if self._weightings.only_used else np.arange(frame.weighting.shape[-1])
        if not np.array_equal(found, self._places):
            self._places = found

    def _choose_places(self) -> None:
        self._place()
        self._draw_tick()
