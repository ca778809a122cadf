"""The gallery's cards: a picture, a title, a sentence and the expected time of each scenario."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget
from typing_extensions import override

from widgets.look.plain import plain_tip
from widgets.look.theme import GRID, RADIUS, Theme, pen

_MARGIN = 2 * GRID
_SHAPE = 9 / 16  # height of a picture to its width
_LEAST_WIDTH = 36 * GRID
_MOST_WIDTH = 52 * GRID
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class Card(QAbstractButton):
    """One scenario; a click, Enter or Space opens it.

    A card without a picture says so: it never shows curves that nobody computed.
    """

    def __init__(
        self,
        name: str,
        title: str,
        sentence: str,
        time: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        unseen: str = "",
    ) -> None:
        """Make a card of what `name` opens.

        Args:
            name: of the scenario.
            title: its title.
            sentence: what it shows.
            time: the expected time, in words.
            theme: the theme.
            parent: the parent widget.
            unseen: what stands where the picture would be if there is none; empty: that it can be opened.
        """
        super().__init__(parent)
        self.name = name
        self._unseen = unseen or self.tr("No preview yet: open it to see")
        self._title, self._sentence, self._time, self._theme = title, sentence, time, theme
        self._picture: QPixmap | None = None
        self._picture_file: Path | None = None
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{sentence} {time}")
        self.setToolTip(plain_tip(self.tr("Open: {title}").format(title=title)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_picture(self, file: Path) -> None:
        """Show a picture, taken from the program, which is read once it is seen; without one the card says so."""
        if file != self._picture_file:
            self._picture, self._picture_file = None, file
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the smallest size at which the texts read well."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height that picture and texts take, in pixels."""
        return self._text_places(width)[-1].bottom() + 1 + _MARGIN

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter too; leave the arrow keys to the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            shape = QPainterPath()
            shape.addRoundedRect(frame, 2 * RADIUS, 2 * RADIUS)
            painter.fillPath(shape, QColor(theme.hover if self.underMouse() else theme.panel))
            painter.setClipPath(shape)
            self._paint_picture(painter, QRect(0, 0, self.width(), round(self.width() * _SHAPE)))
            painter.setClipping(False)
            title, sentence, time = self._text_places(self.width())
            for place, text, font, colour in (
                (title, self._title, theme.font("title", bold=True), theme.text),
                (sentence, self._sentence, theme.font(), theme.text),
                (time, self._time, theme.font("small"), theme.muted),
            ):
                painter.setFont(font)
                painter.setPen(QColor(colour))
                painter.drawText(place, _WRAPPED, text)
            painter.setPen(pen(theme.accent, 2.0) if self.hasFocus() else pen(theme.border))
            painter.drawPath(shape)

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        picture = self._shown_picture()
        if picture.isNull():
            painter.fillRect(place, QColor(self._theme.grid))
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(self._theme.muted))
            within = place.adjusted(_MARGIN, 0, -_MARGIN, 0)
            painter.drawText(within, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._unseen)
            return
        size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRect(place.topLeft(), size)
        target.moveCenter(place.center())
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(target, picture)
        painter.restore()

    def _shown_picture(self) -> QPixmap:
        if self._picture is None:
            self._picture = QPixmap(str(self._picture_file)) if self._picture_file else QPixmap()
        return self._picture

    def _text_places(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return the places of title, sentence and time in a card of `width` pixels."""
        left, across = _MARGIN, width - 2 * _MARGIN
        top = round(width * _SHAPE) + _MARGIN
        places: list[QRect] = []
        for text, font in (
            (self._title, self._theme.font("title", bold=True)),
            (self._sentence, self._theme.font()),
            (self._time, self._theme.font("small")),
        ):
            height = QFontMetrics(font).boundingRect(QRect(0, 0, across, 10_000), _WRAPPED, text).height()
            places.append(QRect(left, top, across, height))
            top += height + GRID
        return places[0], places[1], places[2]


class CardGrid(QScrollArea):
    """Cards in as many columns as fit, navigated with the arrow keys.

    Signals:
        opened: a person opened a card: its name.
    """

    opened = Signal(str)

    def __init__(self, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = list(cards)
        self._inside = QWidget()
        for card in self._cards:
            card.setParent(self._inside)
            card.clicked.connect(lambda _checked=False, name=card.name: self.opened.emit(name))
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place()

    def cards(self) -> tuple[Card, ...]:
        """Return the cards in their order."""
        return tuple(self._cards)

    def columns(self) -> int:
        """Return how many columns fit the present width, at least 1."""
        return max(1, (self.viewport().width() - GRID) // (_LEAST_WIDTH + _MARGIN))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for card in self._cards:
            card.set_theme(theme)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = [index for index, card in enumerate(self._cards) if card.hasFocus()]
        key = Qt.Key(event.key())
        if not focused or key not in _ARROWS:
            super().keyPressEvent(event)
            return
        right, down = _ARROWS[key]
        target = focused[0] + right + down * self.columns()
        if 0 <= target < len(self._cards):
            self._cards[target].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._cards[target])

    def _place(self) -> None:
        """Lay the cards out in rows, each as high as its highest card."""
        columns, across = self.columns(), self.viewport().width()
        width = min((across - (columns + 1) * _MARGIN) // columns, _MOST_WIDTH)
        top = _MARGIN
        for start in range(0, len(self._cards), columns):
            row = self._cards[start : start + columns]
            height = max(card.heightForWidth(width) for card in row)
            for column, card in enumerate(row):
                card.setGeometry(_MARGIN + column * (width + _MARGIN), top, width, height)
            top += height + _MARGIN
        self._inside.resize(across, top)
