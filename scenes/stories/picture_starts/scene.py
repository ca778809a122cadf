"""Builds the scene of good starts for pictures: an episode on a table, its adaptation, and what the layers do."""

from __future__ import annotations

import numpy as np
from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.picture_starts.decision import DecisionView
from metascope.scenes.stories.picture_starts.layers import FreezingView, LayersView
from metascope.scenes.stories.picture_starts.steps import StepsView
from metascope.scenes.stories.picture_starts.surface import SurfaceView
from metascope.scenes.stories.picture_starts.words import explained, measured, note, words
from metascope.scenes.views.accuracy import Beside, EpisodeAccuracyView, Measured, episode_kind, normalized_word
from metascope.scenes.views.episode import EpisodeView, added
from metascope.scenes.views.learning_curves import LearningView, Quantity, series_of
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.simulator.stories.picture_starts.names import METHOD_NAMES, STORY_METHODS
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.widgets.draw.pad import DrawingPad
from metascope.widgets.draw.pictures import Ink
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row

MANY = 4  # methods, with which layers are one matter among others


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, StartsSettings), "the scene needs the settings of its own story"
    return StartsScene(settings, theme)


class StartsScene(LayoutScene):
    """One episode, and how every start adapts to it; a person changes it and draws, and chooses what is asked."""

    def __init__(self, settings: StartsSettings, theme: Theme) -> None:
        methods = [method for method in STORY_METHODS if method.key in settings.methods]
        super().__init__(methods, words=words(settings), note=note)
        self._every = settings.test_every
        self._frame: StartsFrame | None = None
        self._at = (0, "")  # inner tick, method
        self._query = 0
        self._names: tuple[str, ...] = ()  # of the classes that the pad offers
        self._table, self._decision = EpisodeView(theme), DecisionView(settings, theme)
        self._table.setToolTip(plain_tip(explained(settings)))
        self._pad = DrawingPad(settings.side, theme)
        steps, surface = StepsView(settings, theme), SurfaceView(settings, theme)
        accuracy, losses = _accuracy_view(settings, theme), _losses_view(settings, theme)
        layers, freezing = LayersView(settings, theme), FreezingView(settings, theme)
        left = Pages([(self.tr("Episode"), self._table), (self.tr("Loss surface"), surface)])
        above = Pages([(self.tr("Inner steps"), steps), (self.tr("Decision"), self._decision)])
        below = Pages(
            [
                (self.tr("Accuracy"), accuracy),
                (self.tr("Layers"), layers),
                (self.tr("Freezing"), freezing),
                (self.tr("Draw"), self._pad),
                (self.tr("Loss"), losses),
            ]
        )
        if settings.anil and len(methods) < MANY:  # which layers move is the matter
            below.show_page(1)
        layout = row(left, column(above, below, sizes=(260, 260)), shares=(7, 6), sizes=(520, 440))
        views = (self._table, steps, self._decision, surface, accuracy, layers, freezing, losses)
        self.set_layout(layout, views)
        self._table.query_chosen.connect(self._choose_query)
        self._pad.drawn.connect(self._add)

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, StartsFrame), "the scene needs frames of its own story"
        if frame is not self._frame:
            self._frame, self._query = frame, frame.query
            if frame.table.names != self._names:
                self._names = frame.table.names
                self._pad.set_classes(self._names)
        self._at = inner, method
        super().draw(frame, inner, method)
        self._draw_table()

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._pad.set_theme(self._table.theme)

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        assert isinstance(frame, StartsFrame), "the scene needs frames of its own story"
        return frame.test.step, (frame.step // self._every + 1) * self._every

    def _draw_table(self) -> None:
        frame = self._frame
        if frame is None:
            return
        inner, method = self._at
        if self.draws(self._table):
            shares = frame.course.probabilities[min(inner, frame.ticks() - 1)].astype(np.float64)  # (M, Q, N)
            answers = {key: (method_text(METHOD_NAMES[key]), shares[index]) for index, key in enumerate(frame.methods)}
            self._table.lay(frame.table, answers, self._query, told=normalized_word(frame.transductive))
        if self.draws(self._decision):
            self._decision.draw(frame, inner, method, self._query)

    def _choose_query(self, query: int) -> None:
        """Show at once how the query is answered, and have the run know."""
        self._query = query
        self._draw_table()
        self.changed.emit("query", query, False)

    def _add(self, picture: Ink, way: int) -> None:
        self.changed.emit("add", added(picture, way), False)
        if way < 0 and self._frame is not None:
            self.changed.emit("query", len(self._frame.table.queries), False)


def _accuracy_view(settings: StartsSettings, theme: Theme) -> EpisodeAccuracyView:
    """Return the accuracy of all methods after adaptation."""
    names = {key: method_text(METHOD_NAMES[key]) for key in settings.methods}
    told, episodes = normalized_word(settings.statistics == "batch"), settings.updates * settings.tasks
    kind = episode_kind(settings, settings.ways, settings.shots, told)
    run = Measured(names, settings.steps, settings.test_every, settings.ways, episodes, kind, measured(settings), told)
    view = EpisodeAccuracyView(run, _beside, theme)
    view.setToolTip(plain_tip(explained(settings)))
    return view


def _beside(frame: StartsFrame) -> Beside:
    """Return what the methods stand beside."""
    return Beside(frame.pixels.mean, frame.published)


def _losses_view(settings: StartsSettings, theme: Theme) -> LearningView:
    """Return the training losses: of the queries after adapting; Reptile's is of its last minibatches."""
    axis = Axis(translate("StartsScene", "training loss"))
    methods = [method for method in STORY_METHODS if method.key in settings.methods]
    quantity = Quantity(translate("StartsScene", "Training loss"), axis, series_of("loss", methods))
    title = translate("StartsScene", "Training loss ({how})").format(
        how=normalized_word(settings.statistics == "batch")
    )
    named = ("learning", title, Axis(translate("StartsScene", "meta-step")))
    view = LearningView({"loss": quantity}, settings.steps, "", theme, named=named)
    view.setToolTip(plain_tip(explained(settings)))
    view.set_empty_text(translate("StartsScene", "Losses appear with the first meta-step"))
    return view
