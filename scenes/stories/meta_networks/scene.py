"""Builds the scene of the Meta Networks story: an episode, fast weights, the memory and curves."""

from __future__ import annotations

from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.meta_networks.curves import accuracy_view, loss_view
from metascope.scenes.stories.meta_networks.embedding import EmbeddingView
from metascope.scenes.stories.meta_networks.memory import RowsView
from metascope.scenes.stories.meta_networks.rule import RuleView
from metascope.scenes.stories.meta_networks.table import TableView
from metascope.scenes.stories.meta_networks.weights import WeightsView
from metascope.scenes.stories.meta_networks.words import added, note, words
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import STORY_METHODS
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.widgets.draw.pad import DrawingPad
from metascope.widgets.draw.pictures import Ink
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, MetaNetSettings), "the scene needs the settings of its own story"
    return MetaNetScene(settings, theme)


class MetaNetScene(LayoutScene):
    """Fast weights as pictures, how they come about, and what is answered with them; a person changes all of it."""

    def __init__(self, settings: MetaNetSettings, theme: Theme) -> None:
        super().__init__(STORY_METHODS, words=words(settings), note=note)
        self._frame: MetaNetFrame | None = None
        self._inner = self._query = 0
        self._names: tuple[str, ...] = ()  # of the classes that the pad offers
        self._every = settings.test_every
        self._weights, self._table = WeightsView(settings, theme), TableView(theme)
        self._memory, self._pad = RowsView(settings, theme), DrawingPad(settings.side, theme)
        embedding, rule = EmbeddingView(settings, theme), RuleView(settings, theme)
        accuracy, loss = accuracy_view(settings, theme), loss_view(settings, theme)
        inside = Pages(
            [
                (self.tr("Memory"), self._memory),
                (self.tr("Embedding"), embedding),
                (self.tr("G"), rule),
            ]
        )
        outside = Pages([(self.tr("Accuracy"), accuracy), (self.tr("Draw"), self._pad), (self.tr("Loss"), loss)])
        left = column(self._weights, inside, sizes=(282, 258))
        right = column(self._table, outside, sizes=(330, 210))
        views = [self._weights, self._table, self._memory, embedding, rule, accuracy, loss]
        self.set_layout(row(left, right, shares=(1, 1), sizes=(490, 470)), views)
        self._table.query_chosen.connect(self._choose_query)
        self._memory.disturbed.connect(lambda value: self.changed.emit("disturb", value, False))
        self._pad.drawn.connect(self._add)

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int]:
        assert isinstance(frame, MetaNetFrame), "the scene needs frames of its own story"
        return frame.accuracy.step, (frame.step // self._every + 1) * self._every

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, MetaNetFrame), "the scene needs frames of its own story"
        if frame is not self._frame:
            self._frame, self._query = frame, frame.query
            if frame.table.names != self._names:
                self._names = frame.table.names
                self._pad.set_classes(self._names)
        self._inner = inner
        super().draw(frame, inner, method)
        self._draw_query()

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._pad.set_theme(self._table.theme)

    def _draw_query(self) -> None:
        if self._frame is None:
            return
        if self.draws(self._memory):
            self._memory.draw_rows(self._frame, self._inner, self._query)
        for view in (self._table, self._weights):
            if self.draws(view):
                view.draw(self._frame, self._inner, self._query)

    def _choose_query(self, query: int) -> None:
        """Show at once what is made for the query, and have the run know."""
        self._query = query
        self._draw_query()
        self.changed.emit("query", query, False)

    def _add(self, picture: Ink, way: int) -> None:
        self.changed.emit("add", added(picture, way), False)
        if way < 0 and self._frame is not None:
            self.changed.emit("query", len(self._frame.table.queries), False)
