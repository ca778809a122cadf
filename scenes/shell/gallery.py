"""Shows the gallery: a card per scenario with its picture, one sentence and its duration."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from scenes.catalog import picture_of
from simulator.engine.files.presets import Preset
from simulator.engine.settings import missing_data
from widgets.look.plain import Label
from widgets.look.theme import GRID, Theme
from widgets.look.translation import preset_text, setting_text
from widgets.window.cards import Card, CardGrid

_SENTENCE_END = re.compile(r"(?<=[.!?]) |(?<=[。！？])")


class Gallery(QWidget):
    """The program's start page.

    Signals:
        opened: a person chose a scenario: its name.
        back_requested: a person wants to return to the open runs.
    """

    opened = Signal(str)
    back_requested = Signal()

    def __init__(self, presets: Sequence[Preset], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = {preset: self._card(preset, theme) for preset in presets}
        self._heading = Label(self.tr("Metascope"))
        self._lead = Label(
            self.tr("Watch learning to learn. Everything is computed live: open a scenario and press Space.")
        )
        self._lead.setWordWrap(True)
        self._back = QPushButton(self.tr("Back to the runs"))
        self._back.setToolTip(self.tr("Return to the open runs, which are paused"))
        self._back.clicked.connect(self.back_requested)
        self.offer_back(False)
        grid = CardGrid(list(self._cards.values()))
        grid.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.setSpacing(GRID)
        above = QHBoxLayout()
        above.addWidget(self._heading, 1)
        above.addWidget(self._back)
        layout.addLayout(above)
        layout.addWidget(self._lead)
        layout.addWidget(grid, 1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the cards and their pictures in this theme."""
        self._heading.setFont(theme.font("title", bold=True))
        self._lead.setFont(theme.font())
        for preset, card in self._cards.items():
            card.set_theme(theme)
            card.set_picture(picture_of(preset, theme.name))

    def offer_back(self, offered: bool) -> None:
        """Show or hide the button that returns to the open runs."""
        self._back.setVisible(offered)

    def focus_first(self) -> None:
        """Give the keyboard focus to the first card."""
        next(iter(self._cards.values())).setFocus()

    def _card(self, preset: Preset, theme: Theme) -> Card:
        time = self.tr("about {seconds:g} s").format(seconds=preset.expected_seconds)
        unseen = ""
        if (missing := missing_data(preset.settings)) is not None:
            time = self.tr("{time}; needs data of yours: {title}").format(time=time, title=setting_text(missing.title))
            unseen = self.tr("No preview: open it and choose your data")
        if preset.beside:
            time = self.tr("{time}; {count} runs side by side").format(time=time, count=1 + len(preset.beside))
        sentence = _first_sentence(preset_text(preset.description))
        return Card(preset.name, preset_text(preset.title), sentence, time, theme, unseen=unseen)


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]
