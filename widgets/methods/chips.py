"""Chips with the names, lines and marks of the methods: click to focus on one, Ctrl+click to hide it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from metascope.widgets.look.emphasis import Emphasis, Level
from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.icons import ICON_SIZE, icon_pixmap
from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import DIM, GRID, RADIUS, Theme
from metascope.widgets.methods.flow import FlowLayout
from metascope.widgets.methods.swatch import paint_swatch

_SWATCH, _SHORT = 5 * GRID, 4 * GRID  # px, width of the line; the same where there are many methods
_MANY = 5  # methods with lines of full width, at most


class Chip(QAbstractButton):
    """One method's name with its line and mark.

    Signals:
        clicked: a person wants to focus on it (mouse, Space, Enter).
        hide_toggled: a person wants it hidden or shown (Ctrl+click, H, context menu).
        all_wanted: a person wants all methods back (context menu).
    """

    hide_toggled = Signal()
    all_wanted = Signal()

    def __init__(
        self, key: str, name: str, theme: Theme, parent: QWidget | None = None, *, swatch: int = _SWATCH
    ) -> None:
        """Make a chip whose line is `swatch` pixels wide."""
        super().__init__(parent)
        self._key, self._theme, self._swatch = key, theme, swatch
        self._level: Level = "full"
        self._focused = False
        self._note, self._explained = "", ""
        self._room = 0  # px for notes: it grows with them and does not shrink, so that chips stay where they are
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_level("full", False)

    def show_level(self, level: Level, focused: bool) -> None:
        """Show how the method is drawn, and whether it is the one focused; emits nothing."""
        self._level, self._focused = level, focused
        states = {
            "full": self.tr("in focus") if focused else self.tr("shown"),
            "dim": self.tr("dimmed"),
            "hidden": self.tr("hidden"),
        }
        self.setAccessibleName(self.tr("{method}: {state}").format(method=self.text(), state=states[level]))
        click = self.tr("click: stop dimming the others") if focused else self.tr("click: dim the others")
        hide = self.tr("Ctrl+click or H: show") if level == "hidden" else self.tr("Ctrl+click or H: hide")
        told = (" · ".join((self.accessibleName(), click, hide)), self._explained)
        self.setToolTip(plain_tip("\n".join(filter(None, told))))
        self.update()

    def explain_note(self, text: str) -> None:
        """Have the tooltip say what the text behind the name is; "" for nothing."""
        self._explained = text
        self.show_level(self._level, self._focused)

    def set_note(self, note: str) -> None:
        """Show a short text behind the name, such as the method's numbers; one without a note takes no room for it."""
        if note == self._note and self._room:
            return
        room = max(self._room, self.fontMetrics().horizontalAdvance(note)) if note else 0
        if room != self._room:
            self._room = room
            self.updateGeometry()
        if note != self._note:
            self._note = note
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    @override
    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        if not self._room:
            return least
        beside = self._swatch + self._name_width() + ICON_SIZE + 9 * GRID // 2  # the eye has its place behind the note
        return QSize(beside + self._room, least.height())

    @override
    def minimumSizeHint(self) -> QSize:
        name = self._name_width()
        spare = 4 * GRID if self._swatch == _SWATCH else 2 * GRID
        return QSize(self._swatch + name + ICON_SIZE + spare, 4 * GRID)

    def _name_width(self) -> int:
        """Return the pixels of the name in bold, as it is written in focus: its note stays where it is."""
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(self.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure the room for notes again in another type."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._room = 0
            self.set_note(self._note)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide or show on Ctrl+click and on a click on the eye, else press."""
        on_eye = event.position().x() >= self.width() - ICON_SIZE - GRID
        if event.button() is Qt.MouseButton.LeftButton and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier or on_eye
        ):
            self.hide_toggled.emit()
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Focus on Enter, hide on H, move to a neighbour on the arrow keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_H:
            self.hide_toggled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """Return the menu of what can be done with this method."""
        menu = QMenu(self)
        focus = self.tr("Stop dimming the others") if self._focused else self.tr("Dim the others")
        menu.addAction(focus, lambda: self.click())
        hide = self.tr("Show {method}") if self._level == "hidden" else self.tr("Hide {method}")
        menu.addAction(hide.format(method=self.text()), lambda: self.hide_toggled.emit())
        menu.addAction(self.tr("Show all"), lambda: self.all_wanted.emit())
        return menu

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(painter)
            painter.setOpacity(1.0 if self._level == "full" else DIM * 2)
            paint_swatch(painter, QRectF(GRID, 0, self._swatch, self.height()), theme.style(self._key))
            painter.setOpacity(1.0)
            painter.setPen(QColor(theme.text if self._level == "full" else theme.muted))
            font = self.font()
            font.setBold(self._focused)
            font.setStrikeOut(self._level == "hidden")
            painter.setFont(font)
            left, top = self._swatch + 2 * GRID, (self.height() - ICON_SIZE) // 2
            painter.drawText(
                QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )
            name = self._name_width()
            font.setBold(False)
            font.setStrikeOut(False)
            painter.setFont(font)
            painter.setPen(QColor(theme.muted))
            room = self.width() - left - name - ICON_SIZE - 5 * GRID // 2  # up to the eye
            note = QRectF(left + name + GRID, 0, room, self.height())
            if self.fontMetrics().horizontalAdvance(self._note) <= note.width():  # part of a number is another one
                painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, self._note)
            if self.underMouse() or self.hasFocus() or self._level == "hidden":
                eye = "eye-off" if self._level == "hidden" else "eye"
                side = round(ICON_SIZE * self.devicePixelRatioF())
                pixmap = icon_pixmap(eye, QColor(theme.muted), side)
                pixmap.setDevicePixelRatio(self.devicePixelRatioF())
                painter.drawPixmap(self.width() - ICON_SIZE - GRID, top, pixmap)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(pen(theme.accent, 2.0) if self.hasFocus() or self._focused else pen(theme.border))
        painter.setBrush(QColor(theme.hover if self.underMouse() or self._focused else theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class MethodChips(QWidget):
    """A row of the methods' names, or more where their numbers need them. Setters emit nothing.

    Signals:
        emphasis_changed: a person focused on a method, hid one or showed one: key -> "full", "dim" or "hidden".
    """

    emphasis_changed = Signal(dict)

    def __init__(self, methods: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None) -> None:
        """Make the row of `methods`, as (key, name); the theme has a style for each key."""
        super().__init__(parent)
        self._styles = theme.styles
        self._emphasis = Emphasis(tuple(key for key, _ in methods))
        row = FlowLayout(self, GRID)
        swatch = _SHORT if len(methods) > _MANY else _SWATCH
        self._chips = {key: Chip(key, name, theme, swatch=swatch) for key, name in methods}
        for key, chip in self._chips.items():
            chip.clicked.connect(_call(self.toggle_focus, key))
            chip.hide_toggled.connect(_call(self.toggle_hidden, key))
            chip.all_wanted.connect(self.show_all)
            row.addWidget(chip)
        self._moment = FittingLabel()
        row.addWidget(self._moment)

    def chip(self, key: str) -> Chip | None:
        """Return a method's chip, None where there is no such method."""
        return self._chips.get(key)

    def emphasis(self) -> dict[str, Level]:
        """Return how each method is drawn."""
        return self._emphasis.levels()

    def set_emphasis(self, levels: Mapping[str, Level]) -> None:
        """Show how each method is drawn; one that is absent is in full."""
        self._show(self._emphasis.taken_from(levels))

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Show a short text behind the names of these methods."""
        for key, note in notes.items():
            self._chips[key].set_note(note)

    def explain_notes(self, text: str) -> None:
        """Have the tooltips say what the texts behind the names are; "" for nothing."""
        for chip in self._chips.values():
            chip.explain_note(text)

    @property
    def moment(self) -> str:
        """What stands behind the chips."""
        return self._moment.text()

    def set_moment(self, text: str, short: str = "") -> None:
        """Show behind the chips how and when their notes were measured, `short` in little room; "" for nothing."""
        self._moment.say(text, short)
        self._moment.setToolTip(plain_tip(text))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on, the methods in the styles that the row was made with."""
        for chip in self._chips.values():
            chip.set_theme(theme.with_styles(self._styles))

    def toggle_focus(self, key: str) -> None:
        """Focus on a method and dim the others, or end the focus, as a click on its name does anywhere."""
        self._change(self._emphasis.focus_toggled(key))

    def toggle_hidden(self, key: str) -> None:
        """Hide a method, or show it, as its chip does."""
        self._change(self._emphasis.hidden_toggled(key))

    def show_all(self) -> None:
        """Show all methods in full, as the menu does."""
        self._change(self._emphasis.all_shown())

    def _change(self, emphasis: Emphasis) -> None:
        self._show(emphasis)
        self.emphasis_changed.emit(emphasis.levels())

    def _show(self, emphasis: Emphasis) -> None:
        self._emphasis = emphasis
        for key, level in emphasis.levels().items():
            self._chips[key].show_level(level, key == emphasis.focused)


def _call(method: Callable[[str], None], key: str) -> Callable[[], None]:
    return lambda: method(key)
