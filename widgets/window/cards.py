"""The gallery's cards: a picture, a title, a sentence, and what is noted of each scenario."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, RADIUS, Theme
from metascope.widgets.window.picture_loader import PictureLoader

MARGIN = 2 * GRID
LEAST_WIDTH = 36 * GRID
MOST_WIDTH = 52 * GRID
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_SHAPE = 9 / 16  # height of a picture to its width
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
        note: str,
        theme: Theme,
        loader: PictureLoader,
        parent: QWidget | None = None,
        *,
        unseen: str = "",
    ) -> None:
        """Make a card of what `name` opens.

        Args:
            name: of the scenario.
            title: its title.
            sentence: what it shows.
            note: for whom it is and how long it takes, in words.
            theme: the theme.
            loader: reads its picture.
            parent: the parent widget.
            unseen: what stands where the picture would be if there is none; empty: that it can be opened.
        """
        super().__init__(parent)
        self.name = name
        self._unseen = unseen or self.tr("No preview yet: open it to see")
        self._title, self._sentence, self._note, self._theme = title, sentence, note, theme
        self._loader = loader
        self._picture_file: Path | None = None
        self._places: tuple[int, tuple[QRect, QRect, QRect]] | None = None  # of the texts, for a width
        self.setText(title)
        self.setAccessibleName(title)
        self._tell()
        self.setToolTip(plain_tip(self.tr("Open: {title}").format(title=title)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def note(self) -> str:
        """For whom it is and how long it takes, in words."""
        return self._note

    def set_note(self, note: str) -> None:
        """Say in other words for whom it is and how long it takes."""
        if note != self._note:
            self._note, self._places = note, None
            self._tell()
            self.update()

    def set_picture(self, file: Path) -> None:
        """Show a picture, taken from the program, which is read once it is seen; without one the card says so."""
        if file != self._picture_file:
            self._picture_file = file
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme, self._places = theme, None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the smallest size at which the texts read well."""
        return QSize(LEAST_WIDTH, self.heightForWidth(LEAST_WIDTH))

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height that picture and texts take, in pixels."""
        return self._text_places(width)[-1].bottom() + 1 + MARGIN

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter too; leave the arrow keys to the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2 * RADIUS, 2 * RADIUS)
            painter.fillPath(shape, QColor(theme.hover if self.underMouse() else theme.panel))
            painter.setClipPath(shape)
            self._paint_picture(painter, QRect(0, 0, self.width(), round(self.width() * _SHAPE)))
            painter.setClipping(False)
            title, sentence, note = self._text_places(self.width())
            for place, text, font, colour in (
                (title, self._title, theme.font("title", bold=True), theme.text),
                (sentence, self._sentence, theme.font(), theme.text),
                (note, self._note, theme.font("small"), theme.muted),
            ):
                painter.setFont(font)
                painter.setPen(QColor(colour))
                painter.drawText(place, _WRAPPED, text)
            painter.setPen(pen(theme.accent, 2.0) if self.hasFocus() else pen(theme.border))
            painter.drawPath(shape)

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        picture = QPixmap()
        if self._picture_file is not None:
            found = self._loader.picture(self._picture_file, place.size(), self)
            if found is None:
                painter.fillRect(place, QColor(self._theme.grid))
                return
            picture = found
        if picture.isNull():
            painter.fillRect(place, QColor(self._theme.grid))
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(self._theme.muted))
            within = place.adjusted(MARGIN, 0, -MARGIN, 0)
            painter.drawText(within, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._unseen)
            return
        draw_filling(painter, place, picture)

    def _tell(self) -> None:
        self.setAccessibleDescription(f"{self._sentence} {self._note}")

    def _text_places(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return the places of title, sentence and note in a card of `width` pixels."""
        if self._places is None or self._places[0] != width:
            self._places = width, self._laid_out(width)
        return self._places[1]

    def _laid_out(self, width: int) -> tuple[QRect, QRect, QRect]:
        left, across = MARGIN, width - 2 * MARGIN
        top = round(width * _SHAPE) + MARGIN
        places: list[QRect] = []
        for text, font in (
            (self._title, self._theme.font("title", bold=True)),
            (self._sentence, self._theme.font()),
            (self._note, self._theme.font("small")),
        ):
            height = QFontMetrics(font).boundingRect(QRect(0, 0, across, 10_000), _WRAPPED, text).height()
            places.append(QRect(left, top, across, height))
            top += height + GRID
        return places[0], places[1], places[2]


def draw_filling(painter: QPainter, place: QRect, picture: QPixmap) -> None:
    """Draw a picture so that it fills `place`; what is too much of it is cut off."""
    size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    target = QRect(place.topLeft(), size)
    target.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(target, picture)
    painter.restore()
