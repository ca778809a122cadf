"""The start page: tabs with what a person can begin with; the one looked at last comes first at the next start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.files.last_look import LastRun
from metascope.scenes.kept import store
from metascope.scenes.start.gallery import Gallery
from metascope.simulator.engine.cli.calibrating import Speed
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.look.plain import Label
from metascope.widgets.look.text import localized, located
from metascope.widgets.look.theme import GRID, Theme

SCENARIOS = "scenarios"  # the name of the gallery's tab
_KEY = "start/tab"


class Tab(Protocol):
    """What the start page asks of the widget in a tab."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""

    def focus_first(self) -> None:
        """Give the keyboard to what a person begins with."""


@runtime_checkable
class TakesRecent(Protocol):
    """A tab that a person can search for what was opened lately."""

    def set_recent(self, names: Sequence[str]) -> None:
        """Take these scenarios for those opened lately, the last one first."""


@runtime_checkable
class Searched(Protocol):
    """A tab with a search field."""

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Where the gallery's contents come from; each is asked when the gallery is shown."""

    presets: Callable[[], Sequence[Preset]]
    recent: Callable[[], Sequence[str]]  # names of scenarios opened lately, the last one first
    last_runs: Callable[[], Sequence[LastRun]]
    files: Callable[[], Sequence[Path]]  # opened or saved lately
    speed: Callable[[], Speed | None]  # of this computer


class _Unmade(Label):
    """Says in a tab why its widget cannot be made."""

    def __init__(self, error: UserError, theme: Theme) -> None:
        super().__init__("\n".join(located(it.where, localized(it.message)) for it in error.problems))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMargin(2 * GRID)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.setFont(theme.font())

    def focus_first(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class StartPage(QWidget):
    """The program's first page. A tab's widget is made when it is first seen, so that no start waits for the others.

    A tab whose widget cannot be made, as a file that it needs is damaged, says why.

    Signals:
        opened: a person chose a scenario: its name.
        back_requested: a person wants to return to the open runs.
        run_chosen(key): a person wants the runs of the last window back, and this one on the stage.
        file_chosen(path): a person wants to open this file.
    """

    opened = Signal(str)
    back_requested = Signal()
    run_chosen = Signal(int)
    file_chosen = Signal(object)

    def __init__(
        self, sources: Sources, theme: Theme, kept_in: QSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sources, self._theme, self._store = sources, theme, kept_in
        self._names: list[str] = []
        self._makers: dict[str, Callable[[], QWidget]] = {}  # of the tabs that have not been seen yet
        self._tabs, self._pages = QTabBar(), QStackedWidget()
        self._heading = Label(self.tr("Metascope"))
        self._lead = Label(
            self.tr("Watch learning to learn. Everything is computed live: open a scenario and press Space.")
        )
        self._back = QPushButton(self.tr("Back to the runs"))
        self._lay_out()
        self.offer_back(False)
        self.add_tab(SCENARIOS, self.tr("Scenarios"), self._make_gallery)
        self._tabs.currentChanged.connect(self._show)
        self._tabs.tabBarClicked.connect(self._keep)
        self.set_theme(theme)

    def add_tab(self, name: str, title: str, make: Callable[[], QWidget], place: int = -1) -> None:
        """Add a tab whose widget, a `Tab`, `make` returns when it is first seen; the first one by default.

        Args:
            name: what it is kept by between two starts.
            title: what stands on it.
            make: makes its widget.
            place: among the tabs there are; -1 is the last.
        """
        current = self.current
        at = len(self._names) if place < 0 else place
        self._names.insert(at, name)
        self._makers[name] = make
        self._pages.insertWidget(at, QWidget())
        self._tabs.blockSignals(True)
        self._tabs.insertTab(at, title)
        kept = self._kept()
        self._tabs.setCurrentIndex(self._names.index(kept) if kept in self._names else 0)
        self._tabs.blockSignals(False)
        self._tabs.setVisible(len(self._names) > 1)
        self._pages.setCurrentIndex(self._tabs.currentIndex())
        if self.isVisible() and self.current != current:
            self._show(self._tabs.currentIndex())

    @property
    def current(self) -> str:
        """The name of the tab that is shown."""
        return self._names[self._tabs.currentIndex()] if self._names else ""

    @property
    def gallery(self) -> Gallery | None:
        """The gallery, once it has been seen."""
        found = self._pages.widget(self._names.index(SCENARIOS))
        return found if isinstance(found, Gallery) else None

    def choose(self, name: str) -> None:
        """Show a tab."""
        self._tabs.setCurrentIndex(self._names.index(name))
        self._keep(self._tabs.currentIndex())

    def refresh(self) -> None:
        """Show what is there now: scenarios opened lately, runs and files that can be reopened."""
        for place, name in enumerate(self._names):
            page = self._pages.widget(place)
            if name not in self._makers and isinstance(page, TakesRecent):
                page.set_recent(self._sources.recent())
        gallery = self.gallery
        if gallery is not None:
            gallery.reopening.show_what_there_is(self._sources.last_runs(), self._sources.files())

    def set_speed(self, speed: Speed | None) -> None:
        """Tell the times of a computer of this speed."""
        if self.gallery is not None:
            self.gallery.set_speed(speed)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in this theme."""
        self._theme = theme
        self._heading.setFont(theme.font("title", bold=True))
        self._lead.setFont(theme.font())
        for place, name in enumerate(self._names):
            if name not in self._makers:
                cast(Tab, self._pages.widget(place)).set_theme(theme)

    def offer_back(self, offered: bool) -> None:
        """Show or hide the button that returns to the open runs."""
        self._back.setVisible(offered)

    def focus_first(self) -> None:
        """Give the keyboard to what a person begins with in the tab that is shown."""
        self._see(self._tabs.currentIndex())
        cast(Tab, self._pages.currentWidget()).focus_first()

    def focus_search(self) -> None:
        """Give the keyboard to the search of the tab that is shown, or to that for scenarios where it has none."""
        page = self._pages.currentWidget()
        if isinstance(page, Searched):
            page.focus_search()
            return
        self.choose(SCENARIOS)
        self._see(self._tabs.currentIndex())
        assert self.gallery is not None, "it is seen"
        self.gallery.focus_search()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._see(self._tabs.currentIndex())
        super().showEvent(event)

    def _show(self, place: int) -> None:
        """Show a tab, and give it the keyboard unless a person walks along the tabs with it."""
        self._see(place)
        self._pages.setCurrentIndex(place)
        if self.isVisible() and not self._tabs.hasFocus():
            self.focus_first()

    def _see(self, place: int) -> None:
        """Make the widget of a tab, unless it has been seen before."""
        make = self._makers.pop(self._names[place], None)
        if make is None:
            return
        stand_in = self._pages.widget(place)
        assert stand_in is not None, "there is one for each tab"
        try:
            page = make()
        except UserError as error:
            page = _Unmade(error, self._theme)
        self._pages.insertWidget(place, page)
        self._pages.removeWidget(stand_in)
        stand_in.deleteLater()
        self._pages.setCurrentIndex(self._tabs.currentIndex())

    def _make_gallery(self) -> QWidget:
        gallery = Gallery(self._sources.presets(), self._theme, self._sources.speed())
        gallery.opened.connect(self.opened)
        gallery.reopening.run_chosen.connect(self.run_chosen)
        gallery.reopening.file_chosen.connect(self.file_chosen)
        gallery.set_recent(self._sources.recent())
        gallery.reopening.show_what_there_is(self._sources.last_runs(), self._sources.files())
        return gallery

    def _kept(self) -> str:
        """Return the name of the tab that was looked at last."""
        try:
            value = store.read(self._store, _KEY)
        except UserError:
            return ""
        return value if isinstance(value, str) else ""

    def _keep(self, place: int) -> None:
        if 0 <= place < len(self._names):
            store.write(self._store, _KEY, self._names[place])

    def _lay_out(self) -> None:
        self._lead.setWordWrap(True)
        self._back.setToolTip(self.tr("Return to the open runs, which are paused"))
        self._back.clicked.connect(self.back_requested)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("What to begin with"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 2 * GRID, GRID, 0)
        layout.setSpacing(GRID)
        above = QHBoxLayout()
        above.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        above.addWidget(self._heading)
        above.addWidget(self._lead, 1)
        above.addWidget(self._back)
        layout.addLayout(above)
        layout.addWidget(self._tabs)
        layout.addWidget(self._pages, 1)
