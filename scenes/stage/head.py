"""Tells what a scenario is about, with the scene's formulas beside it, as there is room above the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.views.formula import FormulaLabel

FORMULA_SIZE = 13.0  # px
ROOM = 58 * GRID  # minimum height of the stage that shows it
SHARE = 0.3  # of that height for it at most: formulas that make it higher give way


class StageHead(QWidget):
    """The description and the formulas; `fit` hides what there is no room for.

    Args:
        formulas: the arguments of their labels.
        theme: the theme.
    """

    def __init__(self, formulas: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self._formulas = [FormulaLabel(*line, theme, FORMULA_SIZE) for line in formulas]
        self._description = Label()
        self._description.setWordWrap(True)
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._beside = QWidget()  # the formulas
        self._room = theme.room(ROOM)
        lines = QVBoxLayout(self._beside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for line in self._formulas:
            lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * GRID)
        across.addWidget(self._description, 1)
        across.addWidget(self._beside)

    def tell(self, description: str) -> None:
        """Show a description."""
        self._description.setText(description)

    def show_parts(self, *, description: bool, formulas: bool) -> None:
        """Show these parts, where there is room."""
        self._description.setVisible(description)
        for line in self._formulas:
            line.setVisible(formulas)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme."""
        self._room = theme.room(ROOM)
        for line in self._formulas:
            line.set_theme(theme)

    def fit(self, width: int, height: int) -> None:
        """Show the description with the formulas beside it, without them, or not at all.

        Args:
            width: of the stage, in pixels.
            height: of the stage.
        """
        wide, most = width - 2 * GRID, height * SHARE
        formulas = self._beside.sizeHint()
        column = wide - formulas.width() - 2 * GRID
        beside = max(formulas.height(), self._described(column))
        self._beside.setVisible(column > 0 and beside <= most)
        self.setVisible(height >= self._room and min(beside, self._described(wide)) <= most)

    def _described(self, width: int) -> int:
        """Return the height of the description at a width."""
        return 0 if self._description.isHidden() else self._description.heightForWidth(max(width, 1))
