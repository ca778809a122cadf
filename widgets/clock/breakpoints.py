"""The breakpoints of a run: a popup in which they are edited, and the button with their count that opens it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.running.breakpoints import Breakpoint, parse
from metascope.widgets.form.fields import LineEdit
from metascope.widgets.form.rows import ProblemLine
from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID, Theme

_WIDTH = 50 * GRID  # px: the examples fit
_BADGE = 7  # px, radius
_EXAMPLES = ("in 500 steps", "at 1000")


class BreakpointsPopup(QFrame):
    """The list of breakpoints, each with a check box, and a field to add one. Setters emit nothing.

    Signals:
        changed(breakpoints): a person added, removed or switched one; the argument is the tuple of those that are on.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._breakpoints: dict[Breakpoint, bool] = {}  # in the order of the list; whether each is on
        self._names: tuple[str, ...] = ()
        self._step = 0
        self._corner = QPoint()  # the point of the screen at which the lower right corner lies
        self._field = LineEdit()
        self._model = QStringListModel(self)
        self._add = QPushButton(self.tr("Add"))
        self._problem = ProblemLine(theme)
        self._empty = Label(self.tr("No breakpoints yet. Training pauses when a condition becomes true."))
        self._rows = QVBoxLayout()
        self._make_field()
        self._lay_out()
        self.set_theme(theme)
        self._show_rows()

    @property
    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """The breakpoints that are on."""
        return tuple(one for one, on in self._breakpoints.items() if on)

    def set_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Switch these on, and all others off; those that are off stay in the list."""
        wanted = tuple(breakpoints)
        if wanted != self.breakpoints:
            off = {one: False for one, on in self._breakpoints.items() if not on and one not in wanted}
            self._breakpoints = {**dict.fromkeys(wanted, True), **off}
            self._show_rows()

    def set_names(self, names: Sequence[str]) -> None:
        """Suggest and accept these metrics; without any, every name is accepted."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._model.setStringList([*(f"{name} < " for name in self._names), *_EXAMPLES])

    def set_step(self, step: int) -> None:
        """Count breakpoints such as "in 500 steps" from this meta-step."""
        self._step = step

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.setMinimumWidth(theme.room(_WIDTH))
        self.setStyleSheet(f"#breakpoints {{ background: {theme.panel}; border: 1px solid {theme.border}; }}")
        self._problem.set_theme(theme)
        self._empty.setStyleSheet(f"color: {theme.muted};")
        self._show_rows()

    def add(self) -> None:
        """Add the breakpoint that is typed, as the button does, or show what is wrong with it."""
        try:
            made = parse(self._field.text(), self._names, self._step)
        except UserError as error:
            self._say("\n".join(localized(problem.message) for problem in error.problems))
            return
        self._field.clear()
        self._say("")
        self._switch(made, True)

    def remove(self, breakpoint: Breakpoint) -> None:
        """Remove one, as its button does."""
        del self._breakpoints[breakpoint]
        self._changed()

    def open_at(self, button: QWidget) -> None:
        """Open above a button, its right edge on the button's, within the screen."""
        self._corner = button.mapToGlobal(QPoint(button.width(), -GRID // 2))
        self.adjustSize()
        self._place()
        self.show()
        self._field.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        screen = self.screen().availableGeometry()
        x = min(max(self._corner.x() - self.width(), screen.left()), screen.right() - self.width())
        self.move(x, max(self._corner.y() - self.height(), screen.top()))

    def _switch(self, breakpoint: Breakpoint, on: bool) -> None:
        self._breakpoints[breakpoint] = on
        self._changed()

    def _changed(self) -> None:
        self._show_rows()
        self.changed.emit(self.breakpoints)

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for breakpoint, on in self._breakpoints.items():
            self._rows.addWidget(self._row(breakpoint, on))
        self._empty.setVisible(not self._breakpoints)
        self.adjustSize()

    def _say(self, problem: str) -> None:
        if problem != self._problem.text():
            self._problem.say(problem)
            self.adjustSize()

    def _row(self, breakpoint: Breakpoint, on: bool) -> QWidget:
        text = localized(breakpoint.text)
        row = QWidget(self)
        box = QCheckBox(text)
        box.setChecked(on)
        box.setAccessibleName(text)
        box.setToolTip(self.tr("Pause when this condition becomes true"))
        box.clicked.connect(lambda checked: self._switch(breakpoint, checked))
        away = QToolButton()
        away.setProperty("flat", True)
        away.setIcon(icon("close", self._theme))
        away.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        away.setToolTip(self.tr("Remove this breakpoint"))
        away.setAccessibleName(self.tr("Remove {breakpoint}").format(breakpoint=text))
        away.clicked.connect(lambda: self.remove(breakpoint))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(box, 1)
        line.addWidget(away)
        return row

    def _make_field(self) -> None:
        self._field.setPlaceholderText(self.tr("maml.loss_after < 0, in 500 steps, at 1000"))
        self._field.setToolTip(self.tr("A metric and a value to compare it with, or a meta-step"))
        self._field.setAccessibleName(self.tr("New breakpoint"))
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field.setCompleter(completer)
        self._field.returnPressed.connect(self.add)
        self._field.textEdited.connect(lambda: self._say(""))
        self._add.setToolTip(self.tr("Add this breakpoint (Enter)"))
        self._add.setAccessibleName(self.tr("Add this breakpoint"))
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.add)

    def _lay_out(self) -> None:
        self.setObjectName("breakpoints")
        self.setMinimumWidth(_WIDTH)
        title = Label(self.tr("Pause training when"))
        title.setFont(self._theme.font(bold=True))
        self._empty.setWordWrap(True)
        writing = QHBoxLayout()
        writing.setSpacing(GRID)
        writing.addWidget(self._field, 1)
        writing.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(self._empty)
        column.addLayout(self._rows)
        column.addLayout(writing)
        column.addWidget(self._problem)


class BreakpointsButton(QToolButton):
    """A button that opens the breakpoints; it shows how many are on, and names the one at which the run paused."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.popup = BreakpointsPopup(theme, self)
        self._theme = theme
        self._count = 0
        self._hit: Breakpoint | None = None
        self._withheld = ""
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.popup.open_at(self))
        self.popup.changed.connect(lambda _: self.refresh())
        self.set_theme(theme)

    def set_hit(self, breakpoint: Breakpoint | None) -> None:
        """Show that the run paused at this breakpoint, or at none."""
        if breakpoint != self._hit:
            self._hit = breakpoint
            self.refresh()

    def withhold(self, reason: str) -> None:
        """Open no more, for this reason."""
        self._withheld = reason
        self.setEnabled(False)
        self.refresh()

    def set_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Show that these are on."""
        self.popup.set_breakpoints(breakpoints)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.popup.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show how many are on."""
        self._count = len(self.popup.breakpoints)
        self.setIcon(icon("breakpoint", self._theme, self._theme.warning if self._hit else ""))
        if self._hit is not None:
            text = self.tr("Paused at breakpoint: {condition}").format(condition=localized(self._hit.text))
        elif self._count:
            text = self.tr("Breakpoints: {n} on").format(n=self._count)
        else:
            text = self.tr("Breakpoints: pause training when a condition becomes true")
        self.setToolTip(plain_tip(self._withheld or text))
        self.setAccessibleName(text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the number of breakpoints on its corner."""
        super().paintEvent(event)
        if not self._count:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            across = 2 * self._theme.room(_BADGE)
            rect = self.rect().adjusted(self.width() - across, 0, 0, across - self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(rect)
            font = self._theme.font("small", bold=True)
            painter.setFont(font)
            painter.setPen(pen(self._theme.on_accent))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._count) if self._count < 10 else "+")
