"""The board of the map: the picture, and the cards in groups, which glide to their places when they are rearranged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from metascope.widgets.ideas.card import HEIGHT, IdeaCard, Standing
from metascope.widgets.ideas.groups import Laid, laid_out
from metascope.widgets.ideas.heading import Heading
from metascope.widgets.ideas.picture import Picture
from metascope.widgets.ideas.walking import ARROWS, next_place
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme

GLIDE = 320  # ms
_LEAST = 21 * GRID  # px, width of a card at a scale of 1


@dataclass(frozen=True)
class Placed:
    """A group of an arrangement: its heading, and the keys of its cards; without a title there is no heading."""

    cards: tuple[str, ...]
    title: str = ""
    says: str = ""
    seen: str = ""  # where it is seen
    named: str = ""  # that it is only named


class Board(QScrollArea):
    """Cards in groups, under the picture where that is shown. Setters emit nothing.

    A card may stand in several groups. Off the screen, cards are at once where they belong.

    Signals:
        card_chosen: a person clicked a card: its key; empty where it was chosen before.
        card_opened: a person double-clicked a card: its key.
        see_requested: a person wants to see what a group says: its index.
    """

    card_chosen = Signal(str)
    card_opened = Signal(str)
    see_requested = Signal(int)

    def __init__(
        self, picture: Picture, make: Callable[[str, QWidget], IdeaCard], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Make an empty board; `make` returns a new card with a key, on a parent."""
        super().__init__(parent)
        self._picture, self._make, self._theme = picture, make, theme
        self._inside = QWidget()
        self._nothing = Label()
        self._groups: tuple[Placed, ...] = ()
        self._heads: list[Heading] = []
        self._cards: dict[tuple[str, int], IdeaCard] = {}  # by key, and which of several with it
        self._chosen = ""
        self._standing: Mapping[str, Standing] = {}
        self._way: dict[IdeaCard, tuple[QRect, QRect]] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._move)
        for part in (picture, self._nothing):
            part.setParent(self._inside)
        self._nothing.setWordWrap(True)
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for area in (self.viewport(), self._inside):
            area.setAutoFillBackground(False)

    @property
    def gliding(self) -> bool:
        """Whether cards are on their way."""
        return self._glide.state() is QVariantAnimation.State.Running

    @property
    def surface(self) -> QWidget:
        """The widget on which everything stands, in view or not."""
        return self._inside

    def cards(self) -> tuple[IdeaCard, ...]:
        """Return the cards that are shown, in the order in which they stand."""
        return tuple(card for card in self._cards.values() if not card.isHidden())

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings of the groups."""
        return tuple(self._heads)

    def arrange(self, groups: Sequence[Placed], *, picture: bool, nothing: str = "") -> None:
        """Let cards glide to these groups; `nothing` is said where there is no card."""
        self._groups = tuple(groups)
        self._picture.setVisible(picture)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not any(group.cards for group in groups) and bool(nothing))
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = [self._heading(index, group) for index, group in enumerate(groups)]
        before, self._cards = self._cards, {}
        for group in groups:
            for key in group.cards:
                place = sum(1 for known, _ in self._cards if known == key)
                card = before.pop((key, place)) if (key, place) in before else self._new(key)
                self._cards[key, place] = card
        for card in before.values():
            card.hide()
            card.deleteLater()
        self._dress()
        self._place(glide=self.isVisible())
        self._order_tabs()

    def set_chosen(self, key: str) -> None:
        """Show which card is chosen; empty: none."""
        self._chosen = key
        self._dress()

    def set_standing(self, standing: Mapping[str, Standing]) -> None:
        """Let cards stand out or recede; those that are not named are plain."""
        self._standing = standing
        self._dress()

    def set_details(self, details: Mapping[str, str]) -> None:
        """Say this below the titles of the cards, by their keys."""
        for (key, _), card in self._cards.items():
            card.set_detail(details[key])

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self._picture.set_theme(theme)
        for head in self._heads:
            head.set_theme(theme)
        for card in self._cards.values():
            card.set_theme(theme)
        self._nothing.setFont(theme.font())
        self._place(glide=False)

    def focus_card(self, key: str) -> None:
        """Give the keyboard focus to a card."""
        card = self._cards.get((key, 0))
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(glide=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from card to card, and from box to box, by the arrow keys."""
        steps = [*(self._picture.boxes() if self._picture.isVisible() else ()), *self.cards()]
        key = Qt.Key(event.key())
        at = next((index for index, one in enumerate(steps) if one.hasFocus()), None)
        if at is None or key not in ARROWS:
            super().keyPressEvent(event)
            return
        places = [QRectF(QRect(one.mapTo(self._inside, one.rect().topLeft()), one.size())) for one in steps]
        wanted = steps[next_place(places, at, key)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(wanted)

    def _new(self, key: str) -> IdeaCard:
        card = self._make(key, self._inside)
        card.clicked.connect(lambda _=False: self._choose(card))
        card.opened.connect(lambda: self.card_opened.emit(key))
        card.show()
        return card

    def _heading(self, index: int, group: Placed) -> Heading:
        head = Heading(group.title, group.says, group.seen, group.named, self._theme, self._inside)
        head.see_requested.connect(lambda: self.see_requested.emit(index))
        head.setVisible(bool(group.title))
        return head

    def _choose(self, card: IdeaCard) -> None:
        chosen = card.key if card.isChecked() else ""
        self.set_chosen(chosen)
        self.card_chosen.emit(chosen)

    def _dress(self) -> None:
        for (key, _), card in self._cards.items():
            card.setChecked(key == self._chosen)
            card.set_standing(self._standing.get(key, "plain"))

    def _place(self, *, glide: bool) -> None:
        """Lay everything out in the present width; cards glide there, or are there at once."""
        shown = not self._picture.isHidden()
        width = max(self.viewport().width(), self._picture.least_width() if shown else self._theme.room(_LEAST))
        top = 0
        if shown:
            high = self._picture.sizeHint().height()
            self._picture.setGeometry(0, 0, width, high)
            top = high + GRID
        if not self._nothing.isHidden():
            self._nothing.setGeometry(0, top + GRID, width, 6 * GRID)
        laid = self._laid(width, top)
        self._inside.resize(width, max(laid.height, top))
        for head, place in zip(self._heads, laid.heads, strict=True):
            head.setGeometry(place)
        wanted = {}
        used: dict[str, int] = {}
        for group, places in zip(self._groups, laid.cards, strict=True):
            for key, place in zip(group.cards, places, strict=True):
                number = used[key] = used.get(key, -1) + 1
                wanted[self._cards[key, number]] = place
        self._glide.stop()
        if not glide:
            for card, place in wanted.items():
                card.setGeometry(place)
            return
        self._way = {card: (card.geometry() if card.width() > 1 else place, place) for card, place in wanted.items()}
        self._glide.start()

    def _laid(self, width: int, top: int) -> Laid:
        def head_height(index: int, across: int) -> int:
            return self._heads[index].needed(across) if self._groups[index].title else 0

        counts = [len(group.cards) for group in self._groups]
        card = self._theme.room(_LEAST), self._theme.room(HEIGHT)
        return laid_out(counts, width, top, *card, head_height)

    def _move(self, share: float) -> None:
        for card, (start, end) in self._way.items():
            left = start.x() + share * (end.x() - start.x())
            top = start.y() + share * (end.y() - start.y())
            wide = start.width() + share * (end.width() - start.width())
            high = start.height() + share * (end.height() - start.height())
            card.setGeometry(round(left), round(top), round(wide), round(high))

    def _order_tabs(self) -> None:
        """Let the Tab key go as the eye does: boxes, then each heading with its cards."""
        cards = iter(self._cards.values())
        order: list[QWidget] = [*self._picture.boxes()]
        for head, group in zip(self._heads, self._groups, strict=True):
            order += [head.button, *(next(cards) for _ in group.cards)]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
