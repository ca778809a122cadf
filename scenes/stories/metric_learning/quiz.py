"""Asks a person about the query in question, as the methods are asked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from typing_extensions import override

from metascope.scenes.stories.metric_learning.table import EPISODES
from metascope.scenes.stories.metric_learning.words import called
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.widgets.episode.contents import Episode
from metascope.widgets.episode.quiz import QuizView
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.views.view import Table


class TrialView(QuizView):
    """A trial is the episode on the table with one query. It stays after the answer, until the next one is wanted.

    Signals:
        changed(name, value, draft): a person answers, or wants the next trial, and its query is chosen.
        seen_changed(seen): the quiz has come on the screen, or is no longer there.
    """

    changed = Signal(str, object, bool)
    seen_changed = Signal(bool)

    def __init__(self, settings: MetricSettings, theme: Theme) -> None:
        title = translate("TrialView", "You against the methods: {ways} ways, {shots} shots")
        if settings.shots == 1:
            title = translate("TrialView", "You against the methods: {ways} ways, 1 shot")
        super().__init__("quiz", title.format(ways=settings.ways, shots=settings.shots), theme)
        told = translate(
            "TrialView",
            "Trials are held-out episodes of this run, with its ways and shots and one query of each: the settings Ways"
            " and Shots change them",
        )
        self.explain(told)
        self._frame: MetricFrame | None = None
        self._asked: tuple[object, ...] = ()  # what the trial is of
        self._told_run = False  # whether an answer is on its way to the run
        self.answered.connect(self._answer_given)
        self.next_wanted.connect(self._next)

    def draw_frame(self, frame: object, inner: int, method: str) -> None:
        """Show the frame's trial, and what a person answered."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        self._frame = frame
        given = None if frame.quiz.answer < 0 else frame.quiz.answer
        if given is not None:
            self._told_run = False
        if _key(frame) != self._asked or (given != self.answer and not self._told_run):
            self._ask(frame, given)
        self.set_score(self._score_told(frame))

    def begin(self) -> None:
        """Lay an episode on the table that the person has not seen yet."""
        if self._frame is not None:
            self.changed.emit("shown", (self._frame.table.number + 1) % EPISODES, False)
            self._choose_query(self._frame)

    @override
    def table(self) -> Table:
        """Return the class of the query and the one that a person chose, and how the person has done so far."""
        if self._frame is None:
            return super().table()
        quiz = self._frame.quiz
        score = {"right": quiz.right, "asked": quiz.asked, "low": quiz.low, "high": quiz.high}
        return {**super().table(), **{name: np.array([value]) for name, value in score.items()}}

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen_changed.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit(False)

    def _ask(self, frame: MetricFrame, given: int | None) -> None:
        table, query = frame.table, _query(frame)
        self._asked, self._told_run = _key(frame), False
        if table.asked[query] < 0:  # nobody knows its class
            self.clear_trial()
            return
        there, one = ~table.removed, slice(query, query + 1)
        trial = Episode(
            table.supports[there],
            table.labels[there].astype(np.int64),
            table.queries[one],
            table.asked[one].astype(np.int64),
            called(table.names),
        )
        self.set_trial(trial, given)

    def _answer_given(self, way: int) -> None:
        self._told_run = True
        self.changed.emit("answered", {"to": way}, False)
        if self._frame is not None:
            self.set_score(self._score_told(self._frame))

    def _next(self) -> None:
        """Have the next episode laid on the table, asked about the query that is chosen before."""
        if self._frame is not None:
            self._choose_query(self._frame)
            self.changed.emit("next", None, False)

    def _choose_query(self, frame: MetricFrame) -> None:
        """Ask about a query of the next episode whose place tells nothing of its class."""
        drawn = int((frame.table.asked >= 0).sum())
        draws = np.random.default_rng([frame.table.number, frame.quiz.asked])
        self.changed.emit("query", int(draws.integers(drawn)), False)

    def _score_told(self, frame: MetricFrame) -> str:
        """Return how the person has done, and after an answer what the methods said."""
        quiz, said = frame.quiz, "" if self.answer is None else self._others(frame)
        if not quiz.asked:
            return said or self.tr("The methods are asked the same")
        text = self.tr("{right} of {asked} right (95 %: {low} to {high})")
        low, high = (f"{edge:.0%}" for edge in (quiz.low, quiz.high))
        score = text.format(right=quiz.right, asked=quiz.asked, low=low, high=high)
        return f"{score}. {said}" if said else score

    def _others(self, frame: MetricFrame) -> str:
        """Return how many of the methods answer the same query rightly."""
        query = _query(frame)
        said = [int(answer.predicted[query]) for answer in frame.answers.values()]
        if len(said) == 1:
            return self.tr("The method said {letter}").format(letter=CLASS_LETTERS[said[0]])
        right = sum(one == int(frame.table.asked[query]) for one in said)
        return self.tr("{right} of {count} methods were right").format(right=right, count=len(said))


def _query(frame: MetricFrame) -> int:
    """Return the query that a person is asked about, or has answered."""
    return frame.query if frame.quiz.answer < 0 else frame.quiz.query


def _key(frame: MetricFrame) -> tuple[object, ...]:
    """Return what tells a trial from others."""
    table = frame.table
    return table.number, _query(frame), len(table.queries), table.labels.tobytes(), table.removed.tobytes()
