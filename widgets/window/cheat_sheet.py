"""The cheat sheet: every key and every gesture on one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.window.actions import ActionRow

_SIZE = (72 * GRID, 68 * GRID)
_KEYS_WIDTH = 22 * GRID


class CheatSheet(QDialog):
    """A page of keys by category, and of what the mouse can do in the scene. Does not block the window."""

    def __init__(
        self,
        rows: Sequence[ActionRow],
        gestures: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page of the registry's `rows` and the scene's `gestures`, as (gesture, what it does)."""
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keys and gestures"))
        self.setModal(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(2 * GRID)
        for title, lines in self._sections(rows, gestures):
            column.addWidget(self._section(title, lines))
        column.addStretch(1)
        self._lay_out(page)
        self.resize(*_SIZE)

    def _sections(
        self, rows: Sequence[ActionRow], gestures: Sequence[tuple[str, str]]
    ) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return (heading, lines of (keys, text)), categories in the order of their first row."""
        order = list(dict.fromkeys(row.category for row in rows))
        sorted_rows = sorted(rows, key=lambda row: order.index(row.category))
        found = [
            (category, [(row.keys, row.text) for row in group])
            for category, group in groupby(sorted_rows, key=lambda row: row.category)
        ]
        return [*found, (self.tr("Mouse"), list(gestures))] if gestures else found

    def _section(self, title: str, lines: Sequence[tuple[str, str]]) -> QWidget:
        section = QWidget()
        grid = QGridLayout(section)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
        grid.setColumnStretch(1, 1)
        heading = self._label(title)
        heading.setFont(self._theme.font("body", bold=True))
        grid.addWidget(heading, 0, 0, 1, 2)
        for index, (keys, text) in enumerate(lines, start=1):
            shown = self._label(keys)
            shown.setStyleSheet(f"color: {self._theme.muted};")
            grid.addWidget(shown, index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(text), index, 1)
        return section

    def _label(self, text: str) -> Label:
        label = Label(text)
        label.setWordWrap(True)
        return label

    def _lay_out(self, page: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(scroll)
        layout.addWidget(buttons)
