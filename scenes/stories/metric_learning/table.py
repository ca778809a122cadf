"""Draws the episode on the table at an inner tick, and passes on what a person does to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolButton, QToolTip
from typing_extensions import override

from scenes.stories.metric_learning.words import called, short_name
from simulator.stories.metric_learning import lens
from simulator.stories.metric_learning.frame import MetricFrame, Table
from simulator.stories.metric_learning.names import CONTEXT, FINETUNING, NEIGHBOURS, QUERY
from widgets.draw.pictures import Ink
from widgets.episode.contents import Answers, Episode
from widgets.episode.table import EpisodeTable
from widgets.look.plain import plain_tip
from widgets.look.theme import Theme
from widgets.look.translation import translate
from widgets.plots.canvas.mark import Emphasis

EPISODES = 1000  # that can be chosen


class TableView(EpisodeTable):
    """The episode, with the answers that have come about at the inner tick.

    Signals:
        changed(name, value, draft): a person changes the episode, or chooses another one.
    """

    changed = Signal(str, object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("episode", translate("TableView", "Episode"), theme)
        self._levels: dict[str, Emphasis] = {}
        self._frame: MetricFrame | None = None
        self._laid: tuple[Table, bool] | None = None  # what the episode is of, and whether queries are hidden
        self._places = np.empty(0, np.int64)  # of the supports that are drawn, among all of the frame
        self._add_buttons()
        self.support_moved.connect(
            lambda index, way: self._tell_change("move", {"support": self._of(index), "to": way})
        )
        self.support_removed.connect(lambda index: self._tell_change("remove", {"support": self._of(index)}))
        self.picture_dropped.connect(lambda picture, way: self.changed.emit("add", added(picture, way), False))
        self.refused.connect(lambda reason: QToolTip.showText(QCursor.pos(), plain_tip(reason), self))

    def draw(self, frame: MetricFrame, inner: int, method: str, query: int, *, hidden: bool = False) -> None:
        """Show the frame's episode at an inner tick of a method, with `query` in question.

        Args:
            hidden: show no queries and no answers, as while a person is to answer.
        """
        self._frame = frame
        if self._laid is None or self._laid[0] is not frame.table or self._laid[1] != hidden:
            self._lay(frame.table, hidden)
        self.set_chosen(query)
        self.set_answers([self._answers_of(frame, key, inner, hidden) for key in frame.answers])
        self.set_looked_at(self._looked_at_now(frame, inner, method, query))

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._levels = dict(emphasis)
        super().show_methods(emphasis)

    def _lay(self, table: Table, hidden: bool) -> None:
        self._laid = table, hidden
        self._places = np.flatnonzero(~table.removed)
        asked = 0 if hidden else len(table.queries)
        episode = Episode(
            table.supports[self._places],
            table.labels[self._places].astype(np.int64),
            table.queries[:asked],
            table.asked[:asked].astype(np.int64),
            called(table.names),
        )
        self.set_episode(episode)
        text = self.tr("Episode {number}")
        if hidden:
            text = self.tr("Episode {number}: its queries are hidden during the quiz")
        elif table.edited:
            text = self.tr("Episode {number}, as you have changed it")
        self.set_title(text.format(number=table.number))
        self._back.setEnabled(table.edited)

    def _answers_of(self, frame: MetricFrame, method: str, inner: int, hidden: bool) -> Answers:
        """Return a method's probabilities at a tick, NaN before its answer."""
        found = lens.probabilities(frame, method, inner)
        shape = frame.answers[method].probabilities.shape
        shares = np.full(shape, np.nan) if found is None else found
        level = self._levels.get(method, "full")
        return Answers(method, short_name(method), shares[:0] if hidden else shares, level)

    def _looked_at_now(self, frame: MetricFrame, inner: int, method: str, query: int) -> list[int]:
        """Return the places of the supports that a method looks at now."""
        found = np.array(looked_at(frame, inner, method, query), np.int64)
        return np.flatnonzero(np.isin(self._places, found)).tolist()

    def _of(self, index: int) -> int:
        """Return the number in the frame of a support that is drawn."""
        return int(self._places[index])

    def _tell_change(self, name: str, value: dict[str, object]) -> None:
        self.changed.emit(name, value, False)

    def _add_buttons(self) -> None:
        self._back = self._button(
            self.tr("Put back"),
            self.tr("Put all supports and queries back"),
            lambda: self.changed.emit("reset", None, False),
        )
        self._back.setEnabled(False)
        self._button("‹", self.tr("Previous episode"), lambda: self._go(-1))
        self._button("›", self.tr("Next episode"), lambda: self._go(1))

    def _button(self, text: str, told: str, pressed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("small", True)
        button.setToolTip(plain_tip(told))
        button.setAccessibleName(told)
        button.clicked.connect(lambda _=False: pressed())
        self.add_control(button)
        return button

    def _go(self, by: int) -> None:
        if self._frame is not None:
            self.changed.emit("shown", (self._frame.table.number + by) % EPISODES, False)


def looked_at(frame: MetricFrame, inner: int, method: str, query: int) -> list[int]:
    """Return the numbers of the supports that a method looks at in a tick: fine-tuning always learns from all."""
    phase, number = lens.moment(frame, inner)
    if method == FINETUNING:
        return []
    if phase == "support":
        return [] if frame.table.removed[number] else [number]
    if phase == "context" and method == CONTEXT:
        return [int(frame.answers[method].reads[number, query].argmax())]
    if phase in ("scores", "answer") and method == NEIGHBOURS:
        found: list[int] = frame.answers[method].neighbours[query].tolist()
        return found
    return []


def added(picture: Ink, way: int) -> dict[str, object]:
    """Return a picture (S, S), ink 255, as the simulation takes it: a support of class `way`, or with -1 a query."""
    return {"picture": np.ascontiguousarray(picture, np.uint8).tobytes().hex(), "to": QUERY if way < 0 else way}
