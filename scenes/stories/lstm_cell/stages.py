"""Draws one of the five cells in detail, and all of them in a chain."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from metascope.scenes.stories.lstm_cell.pictures import cell_picture
from metascope.simulator.stories.lstm_cell.course import tick
from metascope.simulator.stories.lstm_cell.frame import CellFrame
from metascope.widgets.cell.view import CellView
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate


class StagesView(CellView):
    """The cell of the method that is looked at, at an inner step.

    Signals:
        method_clicked: a person clicked a stage of the chain: its cell.
    """

    method_clicked = Signal(str)
    leisurely = True

    def __init__(self, theme: Theme) -> None:
        super().__init__("cell", translate("CellScene", "The cell, step by step"), theme)
        self._levels: Mapping[str, Level] = {}
        self._drawn: tuple[CellFrame, int, str] | None = None
        self.stage_clicked.connect(self.method_clicked)

    def draw_frame(self, frame: CellFrame, inner: int, method: str) -> None:
        """Show a cell's numbers at this inner step."""
        self._drawn = (frame, inner, method)
        self.set_picture(cell_picture(frame, tick(inner), method, self._levels))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each cell of the chain fully, dimmed or not at all."""
        self._levels = dict(levels)
        if self._drawn is not None:
            self.draw_frame(*self._drawn)
