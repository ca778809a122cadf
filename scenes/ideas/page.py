"""The map of ideas: the lecture's picture with its red boxes, the methods that learn them, and other arrangements."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.ideas.arranging import described, groups_of, undated
from metascope.scenes.ideas.telling import Teller
from metascope.scenes.start.filter_row import FilterRow, RowTexts
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.ideas.content import Arrangement, Group, Ideas, Statement
from metascope.simulator.engine.ideas.parsing import shipped_with
from metascope.simulator.engine.method import Style
from metascope.simulator.engine.story import all_stories
from metascope.widgets.form.control import WheelGuard
from metascope.widgets.ideas.board import Board, Placed
from metascope.widgets.ideas.card import IdeaCard, Standing
from metascope.widgets.ideas.panel import Panel
from metascope.widgets.ideas.picture import BoxLook, Picture
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import idea_text
from metascope.widgets.methods.flow import FlowLayout
from metascope.widgets.window.filtering import Described, kept

_NARROW = 120 * GRID  # px: width below which the panel stands below the board
_PANEL = 38 * GRID  # px, its width beside the board at a scale of 1
_BELOW = 22 * GRID  # px, its height below it
_LEAST, _LOW = 46 * GRID, 78 * GRID  # px, height of all with the panel beside the board and below it: less scrolls


class IdeasPage(QWidget):
    """The map, which needs no training. A click chooses a box or a card; its doors open scenarios and moments.

    Signals:
        opened: a person opened a scenario: its name.
        moment_requested: a person wants to see a moment of a scenario: the `Moment`.
    """

    opened = Signal(str)
    moment_requested = Signal(object)

    def __init__(
        self,
        presets: Sequence[Preset],
        theme: Theme,
        parent: QWidget | None = None,
        ideas: Ideas | None = None,
        *,
        lessons: Collection[str] = (),
        recent: Sequence[str] = (),
    ) -> None:
        """Make the map of the scenarios there are.

        Args:
            presets: the scenarios.
            theme: the theme.
            parent: the parent widget.
            ideas: what the map says; None: what comes with the program.
            lessons: the scenarios that lessons are about.
            recent: the scenarios opened lately, the last one first.
        """
        super().__init__(parent)
        self._ideas = ideas or shipped_with(presets)
        self._presets = {preset.name: preset for preset in presets}
        self._styles = _styles(self._ideas)
        self._theme = theme.with_styles(self._styles)
        self._tell = Teller(self._ideas, self._presets)
        self._lessons, self._used = lessons, recent
        self._arrangement: Arrangement | None = None  # None: the lecture's picture
        self._box = self._card = ""  # what is chosen
        self._shown: tuple[Group, ...] = ()
        self.asked = ""  # what the map says of the moment that was requested last
        self._things: Sequence[Described] = ()
        self._buttons = QButtonGroup(self)
        self._picture = Picture(self._looks(), self._theme)
        self._board = Board(self._picture, self._new_card, self._theme)
        self._panel = Panel(self._theme)
        self.row = FilterRow((), self._theme, texts=self._row_texts())
        self._lay_out()
        self._connect()
        self._know()
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme.with_styles(self._styles)
        for part in (self._board, self._panel, self.row):
            part.set_theme(self._theme)
        self._fit()
        self._say()

    def set_recent(self, names: Sequence[str]) -> None:
        """Let a person look for what was opened lately: these scenarios, the last one first."""
        self._used = names
        self._know()

    def arrange(self, key: str) -> None:
        """Arrange the cards in another way, by the key of an arrangement; empty: under the lecture's picture."""
        self._arrange(["", *(one.key for one in self._ideas.arrangements)].index(key))

    def choose_box(self, key: str) -> None:
        """Choose a red box of the lecture's picture, which is shown then."""
        if self._arrangement is not None:
            self.arrange("")
        self._box, self._card = key, ""
        self._refill()
        self._say()

    def choose_card(self, key: str) -> None:
        """Choose a card."""
        self._card = key
        if key and self._box and key not in self._ideas.box(self._box).cards:
            self._box = ""
            self._refill()
        self._say()

    def focus_first(self) -> None:
        """Give the keyboard focus to the first way of arranging."""
        first = self._buttons.button(self._list.currentIndex()) if self._list.isHidden() else self._list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Give the keyboard to the search field, whose text is selected."""
        self.row.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.row.search.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search on "/", wherever on the map the keyboard is."""
        if event.text() == "/":
            self.focus_search()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _know(self) -> None:
        self._things = described(self._ideas, self._presets, self._lessons, self._used)
        self.row.offer(lessons=bool(self._lessons), recent=bool(self._used))
        self._refill()

    def _arrange(self, index: int) -> None:
        self._buttons.button(index).setChecked(True)
        self._list.setCurrentIndex(index)
        self._arrangement = None if index == 0 else self._ideas.arrangements[index - 1]
        self._box = ""
        self._refill()
        self._say()

    def _refill(self) -> None:
        """Put the cards that a person looks for where the arrangement has them."""
        filters = self.row.choice().filters
        fitting = kept(filters, self._things)
        ranks = {key: place for place, key in enumerate(fitting)}
        if self._arrangement is None:
            learning = self._ideas.box(self._box).cards if self._box else ()
            fitting.sort(key=lambda key: key not in learning)  # those that light up come first
            self._shown = (Group("", "", None, tuple(fitting)),)
        else:
            groups = groups_of(self._ideas, self._arrangement)
            if self._arrangement.by == "year":
                groups = (*groups, Group(self.tr("No single paper"), "", None, undated(self._ideas)))
            found = (_only(group, ranks) for group in groups)
            self._shown = tuple(group for group in found if group.cards or not filters.on)
        self.row.show_count(len(fitting), len(self._things))
        nothing = self.tr("No method matches what you look for.")
        dated = self._arrangement is not None and self._arrangement.by == "year"
        self._board.arrange(
            [self._placed(group, dated=dated) for group in self._shown],
            picture=self._arrangement is None,
            nothing=nothing,
        )
        costs = self._arrangement is not None and self._arrangement.key == "cost"
        tell = self._tell.cost if costs else self._tell.detail
        self._board.set_details({card.key: tell(card) for card in self._ideas.cards})

    def _placed(self, group: Group, *, dated: bool) -> Placed:
        """Return a group as the board shows it; a year says nothing that could be seen."""
        stated = bool(group.title) and not dated
        return Placed(
            cards=group.cards,
            title=idea_text(group.title),
            says=idea_text(group.says),
            seen=self._tell.seen(group.see) if stated else "",
            named=self._tell.named(group) if stated else "",
        )

    def _say(self) -> None:
        """Show what is chosen: lit cards and boxes, and what the panel says of it."""
        lit: Sequence[str] = ()
        if self._box:
            lit = self._ideas.box(self._box).cards
        standing: dict[str, Standing] = {}
        if lit:
            standing = {card.key: "lit" if card.key in lit else "dim" for card in self._ideas.cards}
        self._board.set_standing(standing)
        self._board.set_chosen(self._card)
        self._picture.set_chosen(self._box)
        self._picture.set_lit([box.key for box in self._ideas.learned_by(self._card)] if self._card else ())
        name = self._theme.name
        if self._card:
            told = self._tell.card(self._ideas.card(self._card), name)
        elif self._box:
            told = self._tell.box(self._ideas.box(self._box), name)
        else:
            told = self._tell.arrangement(self._arrangement, name)
        self._panel.show_told(told)

    def _chosen(self) -> Statement | None:
        if self._card:
            return self._ideas.card(self._card)
        return self._ideas.box(self._box) if self._box else None

    def _see(self, statement: Statement | None) -> None:
        if statement is not None and statement.see is not None:
            self.asked = self.tr("{title}: {says}").format(
                title=idea_text(statement.title), says=idea_text(statement.says)
            )
            self.moment_requested.emit(statement.see)

    def _follow(self, link: str) -> None:
        kind, _, key = link.partition(" ")
        if kind == "box":
            self.choose_box(key)
        else:
            self.choose_card(key)
            self._board.focus_card(key)

    def _open(self, key: str) -> None:
        """Open the first scenario of a card."""
        if doors := self._ideas.card(key).scenarios:
            self.opened.emit(doors[0])

    def _leave_search(self) -> None:
        """Give the keyboard to the best match, or to the first way of arranging where there is none."""
        if cards := self._board.cards():
            self._board.focus_card(cards[0].key)
        else:
            self.focus_first()

    def _connect(self) -> None:
        self._buttons.idClicked.connect(self._arrange)
        self._list.activated.connect(self._arrange)
        self._picture.box_chosen.connect(self.choose_box)
        self._board.card_chosen.connect(self.choose_card)
        self._board.card_opened.connect(self._open)
        self._board.see_requested.connect(lambda index: self._see(self._shown[index]))
        self._panel.see_requested.connect(lambda: self._see(self._chosen()))
        self._panel.link_chosen.connect(self._follow)
        self._panel.door_chosen.connect(self.opened)
        self.row.changed.connect(self._refill)
        self.row.search.left.connect(self._leave_search)
        self.row.search.entered.connect(self._leave_search)

    def _lay_out(self) -> None:
        self._ways, self._list = QWidget(), ComboBox()
        flow = FlowLayout(self._ways, GRID // 2)
        titles = [(self.tr("The lecture's picture"), self.tr("What people design in a learning algorithm"))]
        titles += [(idea_text(one.title), idea_text(one.says)) for one in self._ideas.arrangements]
        for index, (title, says) in enumerate(titles):
            flow.addWidget(self._way(index, title, says))
            self._list.addItem(title)
        self._buttons.button(0).setChecked(True)
        self._list.setAccessibleName(self.tr("Arrangement"))
        self._list.setToolTip(self.tr("How the cards are arranged"))
        self._list.installEventFilter(WheelGuard(self))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(GRID)
        self._parts.addWidget(self._board, 1)
        self._parts.addWidget(self._panel)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._ways)
        column.addWidget(self._list, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.row)
        column.addLayout(self._parts, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._inside))
        self._fit()

    def _way(self, index: int, title: str, says: str) -> QToolButton:
        button = QToolButton()
        button.setText(title.replace("&", "&&"))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("Arrange: {way}").format(way=title))
        button.setToolTip(plain_tip(says))
        self._buttons.addButton(button, index)
        return button

    def _fit(self) -> None:
        """Put the panel beside the board, or below where there is no room for both."""
        narrow = self.width() < self._theme.room(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)
        self._ways.setVisible(not narrow)
        self._list.setVisible(narrow)
        self._inside.setMinimumHeight(self._theme.room(_LOW if narrow else _LEAST))
        if narrow:
            self._panel.setFixedHeight(self._theme.room(_BELOW))
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(1 << 20)
        else:
            self._panel.setFixedWidth(self._theme.room(_PANEL))
            self._panel.setMinimumHeight(0)
            self._panel.setMaximumHeight(1 << 20)

    def _new_card(self, key: str, parent: QWidget) -> IdeaCard:
        card = self._ideas.card(key)
        role = key if card.scenarios else ""
        detail, about = self._tell.detail(card), idea_text(card.says)
        return IdeaCard(key, idea_text(card.title), detail, about, role, self._theme, parent)

    def _looks(self) -> list[BoxLook]:
        return [
            BoxLook(box.key, idea_text(box.title), self._tell.count(box), idea_text(box.says))
            for box in self._ideas.boxes
        ]

    def _row_texts(self) -> RowTexts:
        return RowTexts(
            self.tr("Find a method, a scenario, an author or a year"),
            self.tr("Find a method"),
            self.tr("{count} methods"),
            self.tr("{shown} of {count} methods"),
        )


def _styles(ideas: Ideas) -> dict[str, Style]:
    """Return the style of each card: that of its first method."""
    stories = all_stories()
    return {card.key: stories[story].looks[key] for card in ideas.cards for story, key in card.methods[:1]}


def _only(group: Group, ranks: dict[str, int]) -> Group:
    """Return a group with those of its cards that have a rank."""
    return Group(group.title, group.says, group.see, tuple(key for key in group.cards if key in ranks))
