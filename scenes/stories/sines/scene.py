"""Builds the scene of the sine waves: functions adapting to a few points, their errors, and the loss surface."""

from __future__ import annotations

from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.sines.function import FunctionView
from metascope.scenes.stories.sines.layers import LayersView
from metascope.scenes.stories.sines.learning import learning_view
from metascope.scenes.stories.sines.plane import PlaneView
from metascope.scenes.stories.sines.steps import StepsView
from metascope.scenes.stories.sines.words import note, words
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.sines.frame import SinesFrame
from metascope.simulator.stories.sines.names import STORY_METHODS
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, SinesSettings), "the scene needs the settings of its own story"
    return SinesScene(settings, theme)


class SinesScene(LayoutScene):
    """Networks with different starts learn a sine wave from a few points, step by step."""

    def __init__(self, settings: SinesSettings, theme: Theme) -> None:
        methods = (method for method in STORY_METHODS if method.key in settings.methods)
        super().__init__(methods, words=words(settings), note=note)
        self._every = settings.test_every
        function, plane = FunctionView(theme), PlaneView(settings, theme)
        learning, layers = learning_view(settings, theme), LayersView(len(settings.hidden) + 1, theme)
        left = Pages([(self.tr("Function"), function), (self.tr("Loss surface"), plane)])
        below = Pages([(self.tr("Learning"), learning), (self.tr("Layers"), layers)])
        if settings.anil:  # a run that compares which layers move
            below.show_page(1)
        right = column(StepsView(settings, theme), below, sizes=(230, 230))
        self.set_layout(row(left, right, shares=(3, 2), sizes=(570, 390)))

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        assert isinstance(frame, SinesFrame), "the scene needs frames of its own story"
        return None if frame.test is None else (frame.test.step, (frame.step // self._every + 1) * self._every)
