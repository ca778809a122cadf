"""Asks a person about the query in question, as the methods are asked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from typing_extensions import override

from scenes.stories.metric_learning.words import called
from simulator.stories.metric_learning.frame import MetricFrame
from widgets.episode.contents import Episode
from widgets.episode.quiz import QuizView
from widgets.look.theme import CLASS_LETTERS, Theme
from widgets.look.translation import translate
from widgets.views.view import Table


class TrialView(QuizView):
    """A trial is the episode on the table with one query. After an answer the next episode is laid on the table.

    Signals:
        changed(name, value, draft): a person answers; the query of the next trial is chosen.
        seen_changed(seen): the quiz has come on the screen, or is no longer there.
    """

    changed = Signal(str, object, bool)
    seen_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("quiz", translate("TrialView", "You against the methods"), theme)
        self._frame: MetricFrame | None = None
        self._asked: tuple[object, ...] = ()  # what the trial is of
        self._wanted = False  # whether the next trial comes as soon as it is there
        self._said = ""  # what the methods said to the trial that was answered
        self.answered.connect(self._answer_given)
        self.next_wanted.connect(self._next)

    def draw_frame(self, frame: object, inner: int, method: str) -> None:
        """Show the frame's trial, unless the last one was just answered."""
        assert isinstance(frame, MetricFrame), "the view needs frames of its own story"
        self._frame = frame
        if (self.answer is None or self._wanted) and _key(frame) != self._asked:
            self._ask(frame)
        self.set_score(self._score_told(frame))

    def begin(self) -> None:
        """Lay an episode on the table that the person has not seen yet."""
        if self._frame is not None:
            self.changed.emit("shown", (self._frame.table.number + 1) % 1000, False)
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

    def _ask(self, frame: MetricFrame) -> None:
        table, query = frame.table, frame.query
        self._wanted, self._asked, self._said = False, _key(frame), ""
        if table.asked[query] < 0:  # nobody knows its class
            self.clear_trial()
            return
        there, one = ~table.removed, slice(query, query + 1)
        self.set_trial(
            Episode(
                table.supports[there],
                table.labels[there].astype(np.int64),
                table.queries[one],
                table.asked[one].astype(np.int64),
                called(table.names),
            )
        )

    def _answer_given(self, way: int) -> None:
        frame = self._frame
        if frame is None:
            return
        self._said = self._others(frame)
        self.set_score(self._score_told(frame))
        self.changed.emit("answered", {"to": way}, False)
        self._choose_query(frame)

    def _choose_query(self, frame: MetricFrame) -> None:
        """Ask about a query of the next episode whose place tells nothing of its class."""
        drawn = int((frame.table.asked >= 0).sum())
        draws = np.random.default_rng([frame.table.number, frame.quiz.asked])
        self.changed.emit("query", int(draws.integers(drawn)), False)

    def _next(self) -> None:
        self._wanted = True
        if self._frame is not None and _key(self._frame) != self._asked:
            self._ask(self._frame)
            self.set_score(self._score_told(self._frame))

    def _score_told(self, frame: MetricFrame) -> str:
        """Return how the person has done, and after an answer what the methods said."""
        quiz = frame.quiz
        if not quiz.asked:
            return self._said or self.tr("The methods are asked the same")
        text = self.tr("{right} of {asked} right (95 %: {low} to {high})")
        low, high = (f"{edge:.0%}" for edge in (quiz.low, quiz.high))
        score = text.format(right=quiz.right, asked=quiz.asked, low=low, high=high)
        return f"{score}. {self._said}" if self._said else score

    def _others(self, frame: MetricFrame) -> str:
        """Return how many of the methods answered the same query rightly."""
        said = [int(answer.predicted[frame.query]) for answer in frame.answers.values()]
        if len(said) == 1:
            return self.tr("The method said {letter}").format(letter=CLASS_LETTERS[said[0]])
        right = sum(one == int(frame.table.asked[frame.query]) for one in said)
        return self.tr("{right} of {count} methods were right").format(right=right, count=len(said))


def _key(frame: MetricFrame) -> tuple[object, ...]:
    """Return what tells a trial from others."""
    table = frame.table
    return table.number, frame.query, len(table.queries), table.labels.tobytes(), table.removed.tobytes()
