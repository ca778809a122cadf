"""Shows the gallery: the scenarios by story, found by a search and filters, and what can be reopened above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.catalog import picture_of
from metascope.scenes.start.choosing import Listed, chosen, listed, taught, title_of
from metascope.scenes.start.durations import duration_text, span
from metascope.scenes.start.filter_row import FilterRow, level_text
from metascope.scenes.start.reopening import Reopening
from metascope.simulator.engine.cli.calibrating import Speed
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import missing_data
from metascope.simulator.engine.story import all_stories
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import preset_text, story_text
from metascope.widgets.window.card_grid import CardGrid, Section, SectionHeading
from metascope.widgets.window.cards import Card
from metascope.widgets.window.picture_loader import PictureLoader

_SENTENCE_END = re.compile(r"(?<=[.!?]) |(?<=[。！？])")


class Gallery(QWidget):
    """The scenarios as cards, those of a story together; typing and filters choose among them.

    Signals:
        opened: a person chose a scenario: its name.
    """

    opened = Signal(str)

    def __init__(
        self, presets: Sequence[Preset], theme: Theme, speed: Speed | None = None, parent: QWidget | None = None
    ) -> None:
        """Make a gallery of scenarios on a computer of this speed, where that is known."""
        super().__init__(parent)
        self._theme, self._speed = theme, speed
        self._recent: Sequence[str] = ()
        names = taught()
        self._scenarios = tuple(listed(preset, names) for preset in presets)
        self.loader = PictureLoader(self)
        self._cards = {one.preset.name: self._card(one.preset) for one in self._scenarios}
        stories = [all_stories()[name] for name in dict.fromkeys(preset.story for preset in presets)]
        self._headings = {it.name: SectionHeading(title_of(it), story_text(it.about), theme) for it in stories}
        self._found = SectionHeading("", "", theme)
        self.row = FilterRow([(story.name, title_of(story)) for story in stories], theme)
        self.row.offer(lessons=any(one.has_lesson for one in self._scenarios), recent=False)
        self.reopening = Reopening(theme, self.loader)
        self._grid = CardGrid(list(self._cards.values()), [*self._headings.values(), self._found], self.reopening)
        self._empty, self._empty_text = QWidget(), Label()
        self._shown: list[Listed] = []
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._choose()

    def shown(self) -> tuple[str, ...]:
        """Return the names of the scenarios that are shown, in their order."""
        return tuple(one.preset.name for one in self._shown)

    def set_theme(self, theme: Theme) -> None:
        """Show the cards and their pictures in this theme."""
        self._theme = theme
        for one in self._scenarios:
            self._cards[one.preset.name].set_picture(picture_of(one.preset, theme.name))
        self.row.set_theme(theme)
        self.reopening.set_theme(theme)
        self._grid.set_theme(theme)

    def set_speed(self, speed: Speed | None) -> None:
        """Tell the times of a computer of this speed."""
        self._speed = speed
        for one in self._scenarios:
            self._cards[one.preset.name].set_note(self._note(one.preset))
        self._explain_times()
        self._choose()

    def set_recent(self, names: Sequence[str]) -> None:
        """Take these scenarios for those opened lately, the last one first."""
        self._recent = tuple(name for name in names if name in self._cards)
        self.row.offer(lessons=any(one.has_lesson for one in self._scenarios), recent=bool(self._recent))
        self._choose()

    def focus_first(self) -> None:
        """Give the keyboard to the first card that is shown, or to the search where there is none."""
        if self._shown:
            self._cards[self._shown[0].preset.name].setFocus()
        else:
            self.focus_search()

    def focus_search(self) -> None:
        """Give the keyboard to the search field, whose text is selected."""
        self.row.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.row.search.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search on "/", wherever in the gallery the keyboard is."""
        if event.text() == "/":
            self.focus_search()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        choice = self.row.choice()
        query, recent = choice.filters.query.strip(), choice.filters.used
        self._shown = chosen(self._scenarios, choice, self._most_seconds, self._recent)
        self.row.show_count(len(self._shown), len(self._scenarios))
        self.loader.ask_again()
        if query or recent:
            self._found.set_title(self.tr("Found") if query else self.tr("Recently used"))
            sections = [Section([self._cards[one.preset.name] for one in self._shown], self._found)]
        else:
            sections = [
                Section([self._cards[it.preset.name] for it in self._shown if it.preset.story == name], heading)
                for name, heading in self._headings.items()
            ]
        self.reopening.setVisible(bool(self.reopening.count) and not choice.on)
        self._grid.show_sections(sections)
        self._grid.verticalScrollBar().setValue(0)
        self._tell_empty(query)

    def _tell_empty(self, query: str) -> None:
        self._empty.setVisible(not self._shown)
        self._grid.setVisible(bool(self._shown))
        if query:
            text = self.tr("No scenario has “{query}” in its title, text, story or methods, with these filters.")
            self._empty_text.setText(text.format(query=query if len(query) <= 40 else f"{query[:39]}…"))
        else:
            self._empty_text.setText(self.tr("No scenario passes these filters."))

    def _most_seconds(self, preset: Preset) -> float:
        return span(preset, self._speed)[1]

    def _open_first(self) -> None:
        if self._shown:
            self.opened.emit(self._shown[0].preset.name)

    def _explain_times(self) -> None:
        if self._speed is None:
            text = self.tr("Times are those of another computer: how fast this one is has not been measured yet")
        else:
            text = self.tr(
                "Measured once here: what takes 10 s where these times were measured takes about {seconds} s"
            )
            text = text.format(seconds=f"{10 * self._speed.factor:.2g}")
        self.row.explain_times(text)

    def _card(self, preset: Preset) -> Card:
        unseen = ""
        if missing_data(preset.settings) is not None:
            unseen = self.tr("No preview: open it and choose your data")
        sentence = _first_sentence(preset_text(preset.description))
        title = preset_text(preset.title)
        return Card(preset.name, title, sentence, self._note(preset), self._theme, self.loader, unseen=unseen)

    def _note(self, preset: Preset) -> str:
        time = duration_text(preset, self._speed)
        if preset.level is None:
            return time
        return self.tr("{level} · {time}").format(level=level_text(preset.level), time=time)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        above = QVBoxLayout()
        above.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        above.setSpacing(GRID)
        above.addWidget(self.row)
        layout.addLayout(above)
        layout.addWidget(self._grid, 1)
        layout.addWidget(self._empty, 1)
        within = QVBoxLayout(self._empty)
        again = QPushButton(self.tr("Clear the search and all filters"))
        again.clicked.connect(self._clear)
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        within.addStretch(1)
        within.addWidget(self._empty_text)
        within.addWidget(again, 0, Qt.AlignmentFlag.AlignCenter)
        within.addStretch(2)

    def _clear(self) -> None:
        self.row.clear()
        self.focus_search()

    def _connect(self) -> None:
        self._grid.opened.connect(self.opened)
        self._grid.left.connect(self.focus_search)
        self.row.changed.connect(self._choose)
        self.row.search.left.connect(self.focus_first)
        self.row.search.entered.connect(self._open_first)
        self.reopening.changed.connect(self._choose)
        self._explain_times()


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]
