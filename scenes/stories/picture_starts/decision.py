"""Draws how the decision about one query comes about over the inner steps of a method."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal

from metascope.scenes.stories.picture_starts.words import explained
from metascope.scenes.views.accuracy import normalized_word
from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.simulator.stories.picture_starts.names import METHOD_NAMES
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem
from metascope.widgets.plots.views.plot import Axis, PlotView

BOLD = 3.0  # pixels: width of the line of the class that is right


class DecisionView(PlotView):
    """The probability of each class for the query in question, before the first inner step and after each.

    Signals:
        tick_clicked: a person clicked an inner step: its number, from 0.
    """

    tick_clicked = Signal(int)

    def __init__(self, settings: StartsSettings, theme: Theme) -> None:
        x, y = Axis(translate("StartsDecision", "inner step j")), Axis(translate("StartsDecision", "probability"))
        super().__init__("decision", translate("StartsDecision", "Decision about a query"), theme, x, [y])
        self.setToolTip(plain_tip(explained(settings)))
        self._steps = settings.test_steps
        self._lines, self._cursor = LinesItem("step"), CursorItem("cursor")
        self.add(self._lines)
        self.add(self._cursor)
        self.set_range((0.0, 1.06 * settings.test_steps), (0.0, 1.04))
        self.clicked.connect(self._tell_step)

    def draw(self, frame: StartsFrame, inner: int, method: str, query: int) -> None:
        """Show the decision about a query by a method, with the cursor at the inner step."""
        self._cursor.set(inner)
        if method not in frame.methods:
            method = frame.methods[0]
        shares = frame.course.probabilities[:, frame.methods.index(method), query].astype(np.float64)  # (J + 1, N)
        truth, x = int(frame.table.asked[query]), np.arange(float(len(shares)))
        self._lines.set(
            [
                Line(
                    f"{CLASS_LETTERS[way]}.probability",
                    f"class.{CLASS_LETTERS[way]}",
                    self.tr("class {letter}").format(letter=CLASS_LETTERS[way]),
                    x,
                    shares[:, way],
                    CLASS_LETTERS[way],
                    width=BOLD if way == truth else None,
                )
                for way in range(shares.shape[1])
            ]
        )
        text = self.tr("{method} about query {query}, a drawing of {letter} ({how})")
        if truth < 0:
            text = self.tr("{method} about query {query}, yours ({how})")
        letter = CLASS_LETTERS[truth] if truth >= 0 else ""
        name = method_text(METHOD_NAMES[method])
        self.set_title(
            text.format(method=name, query=query + 1, letter=letter, how=normalized_word(frame.transductive))
        )

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the decision about the query that the frame has in question."""
        assert isinstance(frame, StartsFrame), "the view needs frames of its own story"
        self.draw(frame, inner, method, frame.query)

    def _tell_step(self, row: int, x: float, y: float, name: str) -> None:
        if 0 <= round(x) <= self._steps:
            self.tick_clicked.emit(round(x))
