"""Builds the scene of the metric learning story: an episode on a table, its embedding, and pages beside it."""

from __future__ import annotations

from typing_extensions import override

from scenes.layout_scene import LayoutScene
from scenes.scene import Scene
from scenes.stories.metric_learning.costs import AnswerCostsView
from scenes.stories.metric_learning.curves import accuracy_view, losses_view
from scenes.stories.metric_learning.forgetting import ForgettingView
from scenes.stories.metric_learning.plane import PlaneView
from scenes.stories.metric_learning.quiz import TrialView
from scenes.stories.metric_learning.table import TableView, added
from scenes.stories.metric_learning.words import note, words
from simulator.engine.frame import Frame
from simulator.engine.settings import Settings
from simulator.stories.metric_learning.frame import MetricFrame
from simulator.stories.metric_learning.names import FINETUNING, NEIGHBOURS, STORY_METHODS
from simulator.stories.metric_learning.settings import MetricSettings
from widgets.draw.pad import DrawingPad
from widgets.draw.pictures import Ink
from widgets.look.theme import Theme
from widgets.views.pages import Pages
from widgets.views.splitters import column, row
from widgets.views.view import View


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, MetricSettings), "the scene needs the settings of its own story"
    return MetricScene(settings, theme)


class MetricScene(LayoutScene):
    """One episode, and what every method makes of it; a person changes it, draws, and answers too."""

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        methods = (method for method in STORY_METHODS if method.key in settings.methods)
        super().__init__(methods, words=words(settings.methods), note=note)
        self._frame: MetricFrame | None = None
        self._at = (0, "")  # inner tick, method
        self._query = 0
        self._hidden = False  # whether queries are: a person answers in the quiz
        self._shown = -1  # the last episode whose queries a person has seen
        self._names: tuple[str, ...] = ()  # of the classes that the pad offers
        self._table, self._plane = TableView(theme), PlaneView(settings, theme)
        self._quiz, self._pad = TrialView(theme), DrawingPad(settings.side, theme)
        accuracy, costs, losses = accuracy_view(settings, theme), AnswerCostsView(theme), losses_view(settings, theme)
        pages: list[tuple[str, View]] = [(self.tr("Accuracy"), accuracy)]
        if FINETUNING in settings.methods:
            pages.append((self.tr("Forgetting"), ForgettingView(settings, theme)))
        pages += [(self.tr("Cost"), costs), (self.tr("Quiz"), self._quiz), (self.tr("Loss"), losses)]
        below = Pages([*pages[:-2], (self.tr("Draw"), self._pad), *pages[-2:]])
        if not {*settings.methods} - {NEIGHBOURS, FINETUNING} and FINETUNING in settings.methods:
            below.show_page(1)  # what is learned without meta-learning is forgotten: that is the matter
        right = column(self._plane, below, sizes=(300, 220))
        layout = row(self._table, right, shares=(7, 5), sizes=(560, 400))
        self.set_layout(layout, [self._table, self._plane, *(page for _, page in pages)])
        self._table.query_chosen.connect(self._choose_query)
        self._plane.query_chosen.connect(self._choose_query)
        self._pad.drawn.connect(self._add)
        self._quiz.seen_changed.connect(self._hide)

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, MetricFrame), "the scene needs frames of its own story"
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

    def _draw_table(self) -> None:
        frame = self._frame
        if frame is None:
            return
        for view in (self._table, self._plane):
            view.draw(frame, *self._at, self._query, hidden=self._hidden)
        if not self._hidden and self._table.isVisible():
            self._shown = frame.table.number

    def _choose_query(self, query: int) -> None:
        """Show at once how the query is answered, and have the run know."""
        self._query = query
        self._draw_table()
        self.changed.emit("query", query, False)

    def _add(self, picture: Ink, way: int) -> None:
        self.changed.emit("add", added(picture, way), False)
        if way < 0 and self._frame is not None:
            self.changed.emit("query", len(self._frame.table.queries), False)

    def _hide(self, hidden: bool) -> None:
        """Hide the queries while the quiz is on the screen; what was seen is not asked."""
        if not self.isVisible() or hidden == self._hidden:
            return
        self._hidden = hidden
        if self._frame is not None:
            self.tick_chosen.emit(0 if hidden else self._frame.ticks() - 1)
        if hidden and self._frame is not None and self._frame.table.number == self._shown:
            self._quiz.begin()
        self._draw_table()
