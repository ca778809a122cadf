"""Draws the episode on the table at an inner tick, and passes on what a person does to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolButton, QToolTip
from typing_extensions import override

from metascope.scenes.stories.meta_networks.words import added, called, short_name
from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame, Table
from metascope.simulator.stories.meta_networks.names import META, METHODS
from metascope.widgets.episode.contents import Answers, Episode
from metascope.widgets.episode.table import EpisodeTable
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.mark import Emphasis

EPISODES = 1000  # that can be chosen


class TableView(EpisodeTable):
    """The episode with the answers of all weights, of fast ones alone, and of slow ones alone.

    Where a person has changed rows of the memory, or the scales, those of all weights without this stand below.

    Signals:
        changed(name, value, draft): a person changes the episode, or chooses another one.
    """

    changed = Signal(str, object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("episode", translate("MetaNetTable", "Episode"), theme)
        self._levels: dict[str, Emphasis] = {}
        self._frame: MetaNetFrame | None = None
        self._laid: Table | None = None  # what the episode is of
        steps = (
            (self.tr("Put back"), self.tr("Put the episode and the memory back"), self._put_back),
            ("‹", self.tr("Previous episode"), lambda: self._go(-1)),
            ("›", self.tr("Next episode"), lambda: self._go(1)),
        )
        self._back, _, _ = (self._hand(*step) for step in steps)
        self._back.setEnabled(False)
        self.support_moved.connect(lambda index, way: self.changed.emit("move", {"support": index, "to": way}, False))
        self.picture_dropped.connect(lambda picture, way: self.changed.emit("add", added(picture, way), False))
        self.refused.connect(lambda reason: QToolTip.showText(QCursor.pos(), plain_tip(reason), self))

    def draw(self, frame: MetaNetFrame, inner: int, query: int) -> None:
        """Show the frame's episode at an inner tick, with `query` in question."""
        self._frame = frame
        table = frame.table
        if self._laid is not table:
            self._laid = table
            labels, asked = table.labels.astype(np.int64), table.asked.astype(np.int64)
            self.set_episode(Episode(table.supports, labels, table.queries, asked, called(table.names)))
            text = self.tr("Episode {number}, as you have changed it") if table.edited else self.tr("Episode {number}")
            self.set_title(text.format(number=table.number))
        self._back.setEnabled(table.edited or bool(frame.memory.touched))
        self.set_chosen(query)
        answers = [self._answers_of(frame, key, inner) for key in METHODS]
        before = lens.untouched(frame, inner)
        if before is not None:
            level = self._levels.get(META, "full")
            answers.append(Answers("untouched", self.tr("Untouched"), before, level))
        self.set_answers(answers)
        self.set_looked_at(lens.looked_at(frame, inner))

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._levels = dict(emphasis)
        super().show_methods(emphasis)

    def _answers_of(self, frame: MetaNetFrame, method: str, inner: int) -> Answers:
        """Return a method's probabilities at a tick, NaN before its answer."""
        found = lens.probabilities(frame, method, inner)
        shares = np.full(frame.reply.probabilities[method].shape, np.nan) if found is None else found
        return Answers(method, short_name(method), shares, self._levels.get(method, "full"))

    def _hand(self, text: str, told: str, pressed: Callable[[], None]) -> QToolButton:
        """Add a button to the title."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(plain_tip(told))
        button.setAccessibleName(told)
        button.setProperty("small", True)
        button.clicked.connect(lambda _=False: pressed())
        self.add_control(button)
        return button

    def _put_back(self) -> None:
        self.changed.emit("reset", None, False)

    def _go(self, by: int) -> None:
        if self._frame is not None:
            self.changed.emit("shown", (self._frame.table.number + by) % EPISODES, False)
