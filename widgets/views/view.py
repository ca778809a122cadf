"""A titled frame around one picture, which can be exported together with its data."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.widgets.look.caption import broken
from metascope.widgets.look.fonts import unbreakable
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme

Column = NDArray[np.generic]
Table = Mapping[str, Column]  # a view's data: named columns, each one-dimensional, not all of one length
TITLE_HEIGHT = 4 * GRID


class ElidedLabel(Label):
    """One line that is elided where there is no room for all of it; its tooltip has the whole text then.

    A new text is drawn in the present width; only one that does not fit asks for more.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self._told = False  # its tooltip is its own text

    @override
    def text(self) -> str:
        return self._text

    @override
    def setText(self, text: str) -> None:
        """Show another line without laying out the whole window again, as Qt's own way would."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        if self.sizeHint().width() > self.width():
            self.updateGeometry()
        self._tell_whole()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wanted(), self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(6 * GRID, self.fontMetrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def fits(self) -> bool:
        """Return whether all of the text is drawn."""
        return self._wanted() <= self.width()

    def explain(self, text: str) -> None:
        """Say more under the pointer; "" for no more than what is elided."""
        self._told = False
        self.setToolTip(plain_tip(text))
        self.setAccessibleDescription(text)
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Have the tooltip say what is elided, unless it says something else."""
        if self._told or not self.toolTip():
            self._told = not self.fits()
            tip = self._text if self._told else ""
            if plain_tip(tip) != self.toolTip():
                self.setToolTip(plain_tip(tip))

    def _wanted(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._text) + 1


class TitleLabel(ElidedLabel):
    """A view's title: in one line, or in two of smaller type beside controls that leave little room."""

    LINES = 2

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._small = theme.font("small", bold=True)
        self.setMinimumHeight(theme.room(TITLE_HEIGHT))
        self.setFont(theme.font("body", bold=True))

    @override
    def sizeHint(self) -> QSize:
        """Return room for all of the text in two lines: what controls leave is the title's anyway."""
        metrics = QFontMetrics(self._small)
        words = max(map(metrics.horizontalAdvance, unbreakable(self.text())), default=0)
        half = round(0.6 * metrics.horizontalAdvance(self.text()))
        return QSize(min(self._wanted(), max(words, half) + 1), self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(6 * GRID, self.minimumHeight())

    @override
    def fits(self) -> bool:
        return super().fits() or broken(self.text(), self._small, self.width(), self.LINES)[1]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_title(painter, QRectF(self.rect()), self.text(), self.font(), self._small)


def draw_title(painter: QPainter, place: QRectF, text: str, font: QFont, small: QFont) -> None:
    """Draw a title in one line if there is room for it, else in two of smaller type."""
    painter.setFont(font)
    lines = [text]
    if painter.fontMetrics().horizontalAdvance(text) > place.width():
        painter.setFont(small)
        lines = broken(text, small, int(place.width()), TitleLabel.LINES)[0]
    high = painter.fontMetrics().height()
    top = place.center().y() - high * len(lines) / 2
    for index, line in enumerate(lines):
        row = QRectF(place.left(), top + index * high, place.width(), high)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


class View(QWidget):
    """A title, a menu of what can be done with the picture, and the picture below. Abstract.

        view.set_title(tr("Loss after adaptation"))
        view.export_requested.connect(lambda view, format: print(view.name, format))
        view.render_to(painter, QRectF(0, 0, 640, 480))

    It draws itself the same on the screen and, by `render_to`, on paper. The menu opens by its button, by the right
    button anywhere in the view, and by the Menu key.

    Signals:
        export_requested(view, format): a person chose to save; format is `png`, `svg`, `pdf`, `csv` or `copy`.
        control_used: a person used a control in the view's header.
    """

    export_requested = Signal(QWidget, str)
    control_used = Signal()
    interactive = False  # whether it is there to be answered or drawn on, and says little on paper
    leisurely = False  # whether it is read, not watched: where frames are seen for a moment it follows with the texts

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.name = name  # a file's stem, and the same in every language
        self.theme = theme
        self._title = TitleLabel(title, theme)
        self._controls: list[QWidget] = []
        self._header = QHBoxLayout()
        self._menu_button = QToolButton()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def title(self) -> str:
        """What stands above the picture."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Put another title above the picture."""
        if title == self.title:
            return
        self._title.setText(title)
        self.setAccessibleName(title)
        self._menu_button.setAccessibleName(self.tr("Menu of {title}").format(title=title))

    def explain(self, text: str) -> None:
        """Have the title say more under the pointer, where nothing in the picture is read; "" for nothing."""
        self._title.explain(text)

    @property
    def explanation(self) -> str:
        """What the title says under the pointer."""
        return self._title.accessibleDescription()

    def add_control(self, control: QWidget) -> None:
        """Put a control between the title and the menu; a drop-down list may become narrow."""
        if isinstance(control, QComboBox):
            control.setMinimumWidth(12 * GRID)
            control.activated.connect(lambda _: self.control_used.emit())
        elif isinstance(control, QAbstractButton):
            control.clicked.connect(lambda _: self.control_used.emit())
        self._controls.append(control)
        self._header.insertWidget(self._header.count() - 1, control)

    def add_switch(
        self, text: str, name: str, tip: str, switched: Callable[[], object], *, on: bool = False
    ) -> QToolButton:
        """Put a button between the title and the menu that is on or off; `switched` is called when a person clicks.

        `name` is for screen readers, `tip` says what it does.
        """
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setChecked(on)
        button.setProperty("small", True)
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(name)
        button.clicked.connect(lambda _: switched())
        self.add_control(button)
        return button

    def follow(self, other: View) -> None:
        """Choose in the header, as a person would, what is chosen in another view that has the same controls.

        What cannot be chosen here stays as it is.
        """
        for mine, its in zip(self._controls, other._controls, strict=False):
            if isinstance(mine, QComboBox) and isinstance(its, QComboBox):
                place = mine.findText(its.currentText())
                if place not in (-1, mine.currentIndex()):
                    mine.setCurrentIndex(place)
                    mine.activated.emit(place)
                continue
            if not (isinstance(mine, QAbstractButton) and isinstance(its, QAbstractButton)):
                continue
            if mine.isChecked() != its.isChecked():
                mine.click()
        self.try_out(other.tried())

    def tried(self) -> Mapping[str, float]:
        """Return the numbers that a person tries in this view alone, of which no run knows; by default none."""
        return {}

    def try_out(self, numbers: Mapping[str, float]) -> None:
        """Try these numbers, and no others; by default there is nothing to try."""
        return None

    def menu(self) -> QMenu:
        """Return the view's menu, to which a scene may add."""
        menu = self._menu_button.menu()
        assert menu is not None, "the menu is made in the constructor"
        return menu

    def open_menu(self, at: QPoint | None = None) -> None:
        """Open the menu at a place of the screen; below its button where none is given."""
        button = self._menu_button
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height())) if at is None else at)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu, where nothing in the view has taken the event for a menu of its own."""
        self.open_menu(event.globalPos() if event.reason() is QContextMenuEvent.Reason.Mouse else None)
        event.accept()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on, with the styles that the view was made with; nothing else changes.

        An override calls it first, and reads `self.theme` then.
        """
        theme = self.theme = theme.with_styles(self.theme.styles)
        self._title.set_theme(theme)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.panel))
        self.setPalette(palette)

    def render_to(self, painter: QPainter, rect: QRectF) -> None:
        """Draw title and picture into `rect`, one unit per screen pixel, as they are now."""
        painter.fillRect(rect, QColor(self.theme.panel))
        painter.setPen(QColor(self.theme.text))
        top = rect.adjusted(GRID, 0, -GRID, 0)
        top.setHeight(self.theme.room(TITLE_HEIGHT))
        draw_title(painter, top, self.title, self.theme.font("body", bold=True), self.theme.font("small", bold=True))
        self.draw_picture(painter, rect.adjusted(0, self.theme.room(TITLE_HEIGHT), 0, 0))

    @abstractmethod
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the picture without its title into `rect`, laid out for its size; the widget is left as it was."""

    @abstractmethod
    def table(self) -> Table:
        """Return the data that are drawn."""

    @abstractmethod
    def reset_range(self) -> None:
        """Show what was shown before a person zoomed or moved the picture."""

    def _show(self, picture: QWidget) -> None:
        """Put the picture's widget below the title; called once by each subclass."""
        self._column.addWidget(picture, 1)
        self.set_theme(self.theme)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._header.setContentsMargins(GRID, 0, GRID // 2, 0)
        self._header.setSpacing(GRID)
        self._header.addWidget(self._title, 1)
        self._header.addWidget(self._menu_button)
        self._column.addLayout(self._header)
        self._fill_menu()

    def _fill_menu(self) -> None:
        button = self._menu_button
        button.setText("⋯")
        button.setProperty("flat", True)
        button.setFixedSize(QSize(4 * GRID, 3 * GRID))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(
            self.tr("Copy, save or enlarge the picture, save its data, reset its zoom; also: right click")
        )
        button.setAccessibleName(self.tr("Menu of {title}").format(title=self.title))
        menu = QMenu(button)
        copy = menu.addAction(self.tr("Copy picture"))
        copy.setData("copy")
        copy.setShortcut(QKeySequence.StandardKey.Copy)  # shown only: the key is the window's
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.setShortcutVisibleInContextMenu(True)
        menu.addSeparator()
        for text, wanted in (
            (self.tr("Save as PNG…"), "png"),
            (self.tr("Save as SVG…"), "svg"),
            (self.tr("Save as PDF…"), "pdf"),
            (self.tr("Save data as CSV…"), "csv"),
        ):
            menu.addAction(text).setData(wanted)
        menu.addSeparator()
        menu.addAction(self.tr("Reset zoom")).setData("reset")
        menu.triggered.connect(self._chosen)
        button.setMenu(menu)

    def _chosen(self, action: QAction) -> None:
        wanted = action.data()
        if wanted == "reset":
            self.reset_range()
        elif wanted in ("png", "svg", "pdf", "csv", "copy"):  # a scene's own entries have their own slots
            self.export_requested.emit(self, wanted)


def view_around(widget: QWidget | None) -> View | None:
    """Return the view in which a widget stands, None where it stands in none."""
    while widget is not None and not isinstance(widget, View):
        widget = widget.parentWidget()
    return widget
