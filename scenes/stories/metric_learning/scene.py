"""Builds the scene of the metric learning story: an episode on a table, its embedding, and pages beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.metric_learning.costs import AnswerCostsView
from metascope.scenes.stories.metric_learning.curves import accuracy_view, losses_view
from metascope.scenes.stories.metric_learning.forgetting import ForgettingView
from metascope.scenes.stories.metric_learning.pair import PairView
from metascope.scenes.stories.metric_learning.plane import PlaneView
from metascope.scenes.stories.metric_learning.quiz import TrialView
from metascope.scenes.stories.metric_learning.table import TableView, added
from metascope.scenes.stories.metric_learning.times import AnswerTimesView
from metascope.scenes.stories.metric_learning.words import note, words
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import (
    CONTEXT,
    CONTEXT_COSINE,
    COSINE,
    FINETUNING,
    IMAGINED,
    MATCHING,
    NEIGHBOURS,
    PROTOTYPES,
    SIAMESE,
    STORY_METHODS,
)
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.draw.pad import DrawingPad
from metascope.widgets.draw.pictures import Ink
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row
from metascope.widgets.views.view import View

# pairs of methods, the second of which adds to the first
ADDING = ((MATCHING, CONTEXT), (COSINE, CONTEXT_COSINE), (PROTOTYPES, IMAGINED))


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, MetricSettings), "the scene needs the settings of its own story"
    return MetricScene(settings, theme)


class MetricScene(LayoutScene):
    """One episode, and what every method makes of it; a person changes it, draws, and answers too."""

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        methods = (method for method in STORY_METHODS if method.key in settings.methods)
        super().__init__(methods, words=words(settings), note=note)
        self._frame: MetricFrame | None = None
        self._every = settings.test_every
        self._at = (0, "")  # inner tick, method
        self._query = 0
        self._quizzed = False  # whether the quiz is on the screen
        self._hidden = False  # whether queries are: a person is to answer
        self._shown = -1  # the last episode whose queries a person has seen
        self._names: tuple[str, ...] = ()  # of the classes that the pad offers
        self._table, self._plane = TableView(theme), PlaneView(settings, theme)
        self._quiz, self._pad = TrialView(settings, theme), DrawingPad(settings.side, theme)
        accuracy, costs = accuracy_view(settings, theme), AnswerCostsView(theme)
        losses, times = losses_view(settings, theme), AnswerTimesView(settings, theme)
        pages: list[tuple[str, QWidget]] = [(self.tr("Accuracy"), accuracy)]
        views: list[View] = [self._table, self._plane, accuracy]
        if FINETUNING in settings.methods:
            views.append(ForgettingView(settings, theme))
            pages.append((self.tr("Forgetting"), views[-1]))
        self._pair = PairView(settings, theme) if SIAMESE in settings.methods else None
        if self._pair is not None:
            views.append(self._pair)
            pages.append((self.tr("Pair"), self._pair))
        pages += [(self.tr("Cost"), row(costs, times, shares=(4, 3))), (self.tr("Draw"), self._pad)]
        pages += [(self.tr("Quiz"), self._quiz), (self.tr("Loss"), losses)]
        below = Pages(pages)
        if not {*settings.methods} - {NEIGHBOURS, FINETUNING} and FINETUNING in settings.methods:
            below.show_page(1)  # what is learned without meta-learning is forgotten: that is the matter
        if settings.methods == (SIAMESE,):
            below.show_page(1)  # what a pair is judged by
        right = column(self._plane, below, sizes=(330, 200))
        layout = row(self._table, right, shares=(1, 1), sizes=(490, 470))
        self.set_layout(layout, [*views, costs, times, self._quiz, losses])
        self._table.query_chosen.connect(self._choose_query)
        self._plane.query_chosen.connect(self._choose_query)
        self._pad.drawn.connect(self._add)
        self._quiz.seen_changed.connect(self._see_quiz)
        self._quiz.answered.connect(lambda _: self._tell_answers())
        self._quiz.next_wanted.connect(lambda: self.tick_chosen.emit(0))

    @override
    def first_method(self) -> str:
        """Return the method that a pair is about: one that adds something to the other, which is listed before."""
        pair = tuple(key for key, _ in self.methods())
        return pair[1] if pair in ADDING else super().first_method()

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
        self._hidden = self._quizzed and self._quiz.answer is None
        self._draw_table()

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        assert isinstance(frame, MetricFrame), "the scene needs frames of its own story"
        measured = next((one.accuracy for one in frame.answers.values()), None)
        return None if measured is None else (measured.step, (frame.step // self._every + 1) * self._every)

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._pad.set_theme(self._table.theme)

    def _draw_table(self) -> None:
        frame = self._frame
        if frame is None:
            return
        if self.draws(self._table):
            self._table.draw(frame, *self._at, self._query, hidden=self._hidden)
            if not self._hidden and self._table.isVisible():
                self._shown = frame.table.number
        if self.draws(self._plane):
            self._plane.draw(frame, *self._at, self._query, hidden=self._hidden, named=self.draws_texts())
        if self._pair is not None and self.draws(self._pair):
            self._pair.draw(frame, self._at[0], self._query, hidden=self._hidden)

    def _choose_query(self, query: int) -> None:
        """Show at once how the query is answered, and have the run know."""
        self._query = query
        self._draw_table()
        self.changed.emit("query", query, False)

    def _add(self, picture: Ink, way: int) -> None:
        self.changed.emit("add", added(picture, way), False)
        if way < 0 and self._frame is not None:
            self.changed.emit("query", len(self._frame.table.queries), False)

    def _see_quiz(self, seen: bool) -> None:
        """Hide the queries while the quiz is on the screen and asks; what was seen is not asked."""
        if not self.isVisible() or seen == self._quizzed:
            return
        self._quizzed = seen
        if not seen or self._quiz.answer is not None:
            self._tell_answers()
            return
        self._hidden = True
        self._quiz.canvas().setFocus()  # a letter answers
        if self._frame is not None:
            self.tick_chosen.emit(0)  # the caption of the last one tells the answer
            if self._frame.table.number == self._shown:
                self._quiz.begin()
        self._draw_table()

    def _tell_answers(self) -> None:
        """Show the queries, and what the methods answer."""
        self._hidden = False
        if self._frame is not None:
            self.tick_chosen.emit(self._frame.ticks() - 1)
        self._draw_table()
