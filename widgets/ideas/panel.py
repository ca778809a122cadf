"""What is said of the box, the card or the way of arranging that a person has chosen, with its doors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.widgets.look.caption import broken
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.theme import GRID, Size, Theme
from metascope.widgets.methods.flow import FlowLayout

_SHAPE = 9 / 16  # height of a picture to its width


@dataclass(frozen=True)
class Link:
    """Something that leads on: where to, what it is called, and what is said under the pointer."""

    id: str
    text: str
    tip: str = ""


@dataclass(frozen=True)
class Told:
    """What the panel says, in the person's language."""

    kind: str
    title: str
    says: str
    see: str = ""  # where it is seen; empty: not at all
    named: str = ""  # that it is only named
    picture: Path | None = None  # of the scenario in which it is seen
    facts: tuple[str, ...] = ()
    links_title: str = ""
    links: tuple[Link, ...] = ()  # to boxes or cards
    doors_title: str = ""
    doors: tuple[Link, ...] = ()  # to scenarios


class Panel(QWidget):
    """Shows what it is told. Setters emit nothing.

    Signals:
        see_requested: a person wants to see it.
        link_chosen: a person follows a link to a box or a card: its id.
        door_chosen: a person opens a scenario: its name.
    """

    see_requested = Signal()
    link_chosen = Signal(str)
    door_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: Told | None = None
        self._inside = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._inside)
        outer.addWidget(self._area)
        self.setAccessibleName(self.tr("What is chosen on the map"))

    def show_told(self, told: Told) -> None:
        """Say this."""
        if told == self._told:
            return
        self._told = told
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        if self._told is not None:
            self._fill()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.room(38 * GRID), 40 * GRID)

    def _fill(self) -> None:
        """Make the panel's parts anew."""
        told = self._told
        assert told is not None, "there is something to say"
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._label(told.kind, "small", muted=True))
        column.addWidget(self._label(told.title, "title", bold=True))
        column.addWidget(self._label(told.says, "body"))
        if told.picture is not None:
            column.addWidget(_Preview(told.picture, self.tr("Picture of the scenario")))
        if told.see:
            button = self._button(Link("", self.tr("See it"), told.see), QPushButton(self.tr("See it")))
            button.setDefault(True)
            button.setAccessibleName(self.tr("See it: {title}").format(title=told.title))
            button.clicked.connect(lambda _=False: self.see_requested.emit())
            column.addWidget(button)
            column.addWidget(self._label(told.see, "small", muted=True))
        if told.named:
            column.addWidget(self._label(told.named, "body", bold=True))
        if told.links:
            column.addWidget(self._label(told.links_title, "body", bold=True))
            links = QWidget()
            flow = FlowLayout(links, GRID // 2)
            for link in told.links:
                flow.addWidget(self._flat(link))
            column.addWidget(links)
        if told.doors:
            column.addWidget(self._label(told.doors_title, "body", bold=True))
            for door in told.doors:
                button = self._button(door, _Door(door.text))
                button.clicked.connect(lambda _=False, name=door.id: self.door_chosen.emit(name))
                column.addWidget(button)
        for fact in told.facts:
            column.addWidget(self._label(fact, "small", muted=True))
        column.addStretch(1)
        self._inside = inside
        self._area.setWidget(inside)  # deletes the one before

    def _label(self, text: str, size: Size, *, bold: bool = False, muted: bool = False) -> Label:
        label = Label(text)
        label.setWordWrap(True)
        label.setFont(self._theme.font(size, bold=bold))
        if muted:
            label.setStyleSheet(f"color: {self._theme.muted};")  # a palette would not outlive the program's style sheet
        return label

    def _button(self, link: Link, button: QPushButton) -> QPushButton:
        button.setAccessibleName(link.text)
        button.setToolTip(plain_tip(link.tip))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def _flat(self, link: Link) -> QToolButton:
        button = QToolButton()
        button.setText(link.text.replace("&", "&&"))
        button.setAccessibleName(link.text)
        button.setToolTip(plain_tip(link.tip or link.text))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False, id=link.id: self.link_chosen.emit(id))
        return button


class _Door(QPushButton):
    """A button as wide as there is room, whose text goes on in a second line where it needs one."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines, _ = broken(self._whole, self.font(), self.width() - 3 * GRID, 2)
        text = "\n".join(lines).replace("&", "&&")
        if text != self.text():
            self.setText(text)


class _Preview(QWidget):
    """A scenario's picture, read once it is seen; nothing where there is none."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__()
        self._path = path
        self._picture, self._room = QImage(), QSize()  # as it is drawn, and the device pixels that it was scaled for
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        if not path.is_file():
            self.hide()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * _SHAPE)

    @override
    def sizeHint(self) -> QSize:
        return QSize(32 * GRID, round(32 * GRID * _SHAPE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        if room != self._room:  # scaled once, by the mean of all pixels: a painter takes but the nearest ones
            whole = QImage(str(self._path))
            scaled = whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            self._picture, self._room = scaled, room
        if self._picture.isNull():
            return
        with QPainter(self) as painter:
            left = (self.width() - self._picture.deviceIndependentSize().width()) / 2
            painter.drawImage(QPointF(left, 0), self._picture)
