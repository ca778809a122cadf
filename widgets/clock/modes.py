"""Buttons for the three ways to look at a run: live, back, and in a loop."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from metascope.widgets.clock.cursor import Looking
from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, Theme

_ICONS: dict[Looking, str] = {"live": "live", "back": "look-back", "loop": "loop"}


class LookingButtons(QWidget):
    """Three buttons, one of which is down: the present way of looking. The setter emits nothing.

    Signals:
        chosen(way): a person pressed "live", "back" or "loop", even if that button was down already.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looking: Looking = "live"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 4)
        live = self.tr("Live"), self.tr("Follow the newest meta-step (End)")
        back = self.tr("Back"), self.tr("Look back: stay at this meta-step while training goes on")
        loop = self.tr("Loop"), self.tr("Loop over the marked range of the recording, or over the whole run (L)")
        self._buttons: dict[Looking, QToolButton] = {
            "live": self._button("live", *live),
            "back": self._button("back", *back),
            "loop": self._button("loop", *loop),
        }
        for button in self._buttons.values():
            row.addWidget(button)
        self.set_theme(theme)
        self.set_looking("live")

    def buttons(self) -> tuple[QToolButton, ...]:
        """Return the three buttons."""
        return tuple(self._buttons.values())

    def set_looking(self, looking: Looking) -> None:
        """Show the present way of looking."""
        self._looking = looking
        for way, button in self._buttons.items():
            button.setChecked(way == looking)

    def set_brief(self, brief: bool) -> None:
        """Show icons only, or icons with words."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if brief else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for way, button in self._buttons.items():
            button.setIcon(icon(_ICONS[way], theme))

    def _button(self, way: Looking, text: str, tooltip: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setText(text)
        button.setToolTip(plain_tip(tooltip))
        button.setAccessibleName(self.tr("{text}: {what}").format(text=text, what=tooltip))
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(way))
        return button

    def _choose(self, way: Looking) -> None:
        self.set_looking(self._looking)  # the owner decides which button is down
        self.chosen.emit(way)
