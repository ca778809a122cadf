"""A row of small cards: the runs of the window that was closed last, with their last state, and recent files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from metascope.scenes.files.last_look import LastRun
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.methods.flow import FlowLayout
from metascope.widgets.window.picture_loader import PictureLoader
from metascope.widgets.window.small_card import SmallCard

MOST_RUNS, MOST_FILES = 4, 3  # cards of each: one row of a usual window, or two


class Reopening(QWidget):
    """What can be opened again, as cards; invisible where there is nothing.

    Signals:
        run_chosen(key): a person wants to see this run of the window that was closed last; all of its runs come back.
        file_chosen(path): a person wants to open this file.
        changed: it has other cards.
    """

    run_chosen = Signal(int)
    file_chosen = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._loader = theme, loader
        self._cards: list[SmallCard] = []
        self._heading = Label(self.tr("Reopen"))
        self._row = QWidget()
        self._flow = FlowLayout(self._row, GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._heading)
        column.addWidget(self._row)
        self.set_theme(theme)
        self.hide()

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    def cards(self) -> tuple[SmallCard, ...]:
        """Return the cards in their order."""
        return tuple(self._cards)

    def show_what_there_is(self, runs: Sequence[LastRun], files: Sequence[Path]) -> None:
        """Offer these runs and these files, the first few of each."""
        for card in self._cards:
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._run_card(run) for run in runs[:MOST_RUNS]]
        self._cards += [self._file_card(path) for path in files[:MOST_FILES]]
        for card in self._cards:
            self._flow.addWidget(card)
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self._heading.setFont(theme.font("title", bold=True))
        for card in self._cards:
            card.set_theme(theme)

    def _run_card(self, run: LastRun) -> SmallCard:
        state = self.tr("meta-step {step}").format(step=f"{run.step:,}")
        if run.number:
            state = self.tr("{step} · {number}").format(step=state, number=run.number)
        tip = self.tr("Reopen the runs of the last window, this one on the stage: {state}").format(state=state)
        card = SmallCard(run.name, state, tip, self._theme, self._loader, run.picture)
        card.clicked.connect(lambda _=False, key=run.key: self.run_chosen.emit(key))
        return card

    def _file_card(self, path: Path) -> SmallCard:
        kinds = {
            ".json": self.tr("Scenario or lesson"),
            ".metascope": self.tr("Session"),
            ".safetensors": self.tr("Weights"),
        }
        kind = kinds.get(path.suffix.lower(), self.tr("File"))
        state = self.tr("{kind} in {folder}").format(kind=kind, folder=path.parent.name or path.parent)
        card = SmallCard(path.stem, state, str(path), self._theme, self._loader)
        card.clicked.connect(partial(self._choose_file, path))
        return card

    def _choose_file(self, path: Path, _checked: bool = False) -> None:
        self.file_chosen.emit(path)
