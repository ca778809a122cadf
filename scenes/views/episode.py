"""Shows the episode that lies on a story's table, and passes on what a person does to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolButton, QToolTip
from typing_extensions import override

from metascope.simulator.episodes.frame import Table
from metascope.simulator.episodes.names import QUERY
from metascope.widgets.draw.pictures import Ink
from metascope.widgets.episode.contents import Answers, Episode
from metascope.widgets.episode.table import EpisodeTable
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis

EPISODES = 1000  # that can be chosen


class EpisodeView(EpisodeTable):
    """The episode as a person has left it, with the answers of a run's methods.

    Signals:
        changed(name, value, draft): a person changes the episode, or chooses another one.
    """

    changed = Signal(str, object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("episode", translate("EpisodeView", "Episode"), theme)
        self._levels: dict[str, Emphasis] = {}
        self._laid: tuple[Table, bool] | None = None  # what the episode is of, and whether queries are hidden
        self._places = np.empty(0, np.int64)  # of the supports that are drawn, among all of the table
        self._add_buttons()
        self.support_moved.connect(
            lambda index, way: self._tell_change("move", {"support": self._of(index), "to": way})
        )
        self.support_removed.connect(lambda index: self._tell_change("remove", {"support": self._of(index)}))
        self.picture_dropped.connect(lambda picture, way: self.changed.emit("add", added(picture, way), False))
        self.refused.connect(lambda reason: QToolTip.showText(QCursor.pos(), plain_tip(reason), self))

    def lay(
        self,
        table: Table,
        answers: Mapping[str, tuple[str, NDArray[np.floating]]],
        query: int,
        looked_at: Sequence[int] = (),
        *,
        told: str = "",
        hidden: bool = False,
    ) -> None:
        """Show an episode.

        Args:
            table: what lies there.
            answers: by method its short name and its probabilities (Q, N), NaN before its answer.
            query: in question.
            looked_at: the supports that a method looks at now, by their numbers on the table.
            told: stands behind its number.
            hidden: show no queries and no answers, as while a person is to answer.
        """
        if self._laid is None or self._laid[0] is not table or self._laid[1] != hidden:
            self._lay(table, hidden, told)
        self.set_chosen(query)
        self.set_answers(
            [
                Answers(key, name, shares[:0] if hidden else shares, self._levels.get(key, "full"))
                for key, (name, shares) in answers.items()
            ]
        )
        self.set_looked_at(np.flatnonzero(np.isin(self._places, np.array(looked_at, np.int64))).tolist())

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._levels = dict(emphasis)
        super().show_methods(emphasis)

    def _lay(self, table: Table, hidden: bool, told: str) -> None:
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
        title = text.format(number=table.number)
        self.set_title(self.tr("{episode} ({told})").format(episode=title, told=told) if told else title)
        self._back.setEnabled(table.edited)

    def _of(self, index: int) -> int:
        """Return the number on the table of a support that is drawn."""
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
        if self._laid is not None:
            self.changed.emit("shown", (self._laid[0].number + by) % EPISODES, False)


def added(picture: Ink, way: int) -> dict[str, object]:
    """Return a picture (S, S), ink 255, as simulations take it: a support of class `way`, or with -1 a query."""
    return {"picture": np.ascontiguousarray(picture, np.uint8).tobytes().hex(), "to": QUERY if way < 0 else way}


def called(classes: Sequence[str]) -> tuple[str, ...]:
    """Return how classes are called: characters that the program draws have numbers only."""
    numbered = translate("EpisodeView", "no. {number}")
    return tuple(numbered.format(number=name) if name.isdecimal() else name for name in classes)
