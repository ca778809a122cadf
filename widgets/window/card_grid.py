"""The grid of the gallery's cards: sections with headings, in as many columns as fit, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.window.cards import ARROWS, LEAST_WIDTH, MARGIN, MOST_WIDTH, Card


class SectionHeading(QWidget):
    """The title of a section and one sentence below it; either may be empty."""

    def __init__(self, title: str, about: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about = Label(title), Label(about)
        self._about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(title)
        self.set_theme(theme)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._title.setFont(theme.font("title", bold=True))
        self._about.setFont(theme.font())
        self._about.setStyleSheet(f"color: {theme.muted};")


@dataclass(frozen=True, eq=False)
class Section:
    """Cards under a heading, which stands over nothing where there are none."""

    cards: Sequence[Card]
    heading: SectionHeading | None = None


class CardGrid(QScrollArea):
    """Cards in sections, in as many columns as fit. All cards are given once; `show_sections` says which are shown.

    Signals:
        opened: a person opened a card: its name.
        left: a person went up from the first row of cards.
    """

    opened = Signal(str)
    left = Signal()

    def __init__(
        self,
        cards: Sequence[Card],
        headings: Sequence[SectionHeading] = (),
        top: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a grid that shows all `cards`, without headings, until it is told which sections it has.

        Above all sections stands `top`, as high as its width asks for, where it is not hidden.
        """
        super().__init__(parent)
        self._all, self._headings, self._top = tuple(cards), tuple(headings), top
        self._sections: tuple[Section, ...] = (Section(self._all),)
        self._rows: list[list[Card]] = []
        self._visible: set[QWidget] = set(self._all)
        self._inside = QWidget()
        if top is not None:
            hidden = top.isHidden()
            top.setParent(self._inside)
            top.setVisible(not hidden)
        for card in self._all:
            card.setParent(self._inside)
            card.clicked.connect(lambda _checked=False, name=card.name: self.opened.emit(name))
        for heading in self._headings:
            heading.setParent(self._inside)
            heading.hide()
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place()

    def cards(self) -> tuple[Card, ...]:
        """Return the cards that are shown, in their order."""
        return tuple(card for section in self._sections for card in section.cards)

    def columns(self) -> int:
        """Return how many columns fit the present width, at least 1."""
        return max(1, (self.viewport().width() - GRID) // (LEAST_WIDTH + MARGIN))

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these cards under these headings, and no others."""
        before = self.cards()
        self._sections = tuple(section for section in sections if section.cards)
        cards = self.cards()
        seen: set[QWidget] = {*cards, *(it.heading for it in self._sections if it.heading is not None)}
        self._inside.setUpdatesEnabled(False)
        for part in seen ^ self._visible:
            part.setVisible(part in seen)
        self._visible = seen
        self._place()
        self._inside.setUpdatesEnabled(True)
        if cards != before:
            for card, after in pairwise(cards):
                QWidget.setTabOrder(card, after)

    def refresh(self) -> None:
        """Lay the cards out again after their texts have changed."""
        self._place()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for card in self._all:
            card.set_theme(theme)
        for heading in self._headings:
            heading.set_theme(theme)
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((card for row in self._rows for card in row if card.hasFocus()), None)
        key = Qt.Key(event.key())
        if focused is None or key not in (*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            return
        target = self._towards(focused, key)
        if target is not None:
            self.go_to(target)
        elif key == Qt.Key.Key_Up:
            self.left.emit()

    def go_to(self, card: Card) -> None:
        """Give a card the keyboard and bring it into view, its section's heading too where it is the first one."""
        card.setFocus(Qt.FocusReason.TabFocusReason)
        for section in self._sections:
            if section.heading is not None and section.cards[0] is card:
                self.ensureWidgetVisible(section.heading)
        self.ensureWidgetVisible(card)

    def _towards(self, card: Card, key: Qt.Key) -> Card | None:
        """Return the card to which a key leads from another one, None where there is none."""
        cards = self.cards()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return cards[0 if key == Qt.Key.Key_Home else -1]
        right, down = ARROWS[key]
        if right:
            place = cards.index(card) + right
            return cards[place] if 0 <= place < len(cards) else None
        at = next(number for number, row in enumerate(self._rows) if card in row)
        if not 0 <= at + down < len(self._rows):
            return None
        column, row = self._rows[at].index(card), self._rows[at + down]
        return row[min(column, len(row) - 1)]

    def _place(self) -> None:
        """Lay the cards out in rows, each as high as its highest card."""
        columns, across = self.columns(), self.viewport().width()
        width = min((across - (columns + 1) * MARGIN) // columns, MOST_WIDTH)
        self._rows = []
        top = MARGIN
        if self._top is not None and not self._top.isHidden():
            top = _put(self._top, top, across)
        for section in self._sections:
            if section.heading is not None:
                top = _put(section.heading, top, across)
            for start in range(0, len(section.cards), columns):
                row = list(section.cards[start : start + columns])
                height = max(card.heightForWidth(width) for card in row)
                for column, card in enumerate(row):
                    card.setGeometry(MARGIN + column * (width + MARGIN), top, width, height)
                self._rows.append(row)
                top += height + MARGIN
        self._inside.resize(across, top)


def _put(part: QWidget, top: int, across: int) -> int:
    """Let a widget fill the width at `top`, as high as it wants to be, and return where the next one begins."""
    wide, layout = across - 2 * MARGIN, part.layout()
    high = layout.heightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else -1
    high = high if high >= 0 else part.sizeHint().height()
    part.setGeometry(QRect(MARGIN, top, wide, high))
    return top + high + MARGIN
