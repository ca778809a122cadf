"""A setting's row in the form: title, symbol, control, unit and problem."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from metascope.simulator.engine.settings import Declaration
from metascope.widgets.form.controls import ChoiceControl, FlagControl, control_for
from metascope.widgets.form.number_control import NumberControl
from metascope.widgets.look.numbers import written
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import localized_declaration

_CHOICE_SHARE = 128  # px of a row for a drop-down list, and
_CHOICE_MOST = 160  # where its texts are long; one with longer texts stands below its title


class ProblemLine(Label):
    """A line in the theme's error colour; takes no room while there is no problem."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        self.set_theme(theme)
        self.say("")

    def say(self, text: str) -> None:
        """Show what is wrong; an empty text hides the line."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.setStyleSheet(f"color: {theme.error}; background: {theme.error_back}; border-radius: {GRID // 2}px;")


class SettingRow(QWidget):
    """One setting of a form, `declared` in the person's language. `control` is what a person edits."""

    def __init__(self, declared: Declaration, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared = localized_declaration(declared)
        self.control = control_for(declared)
        self.control.refused.connect(self.show_problem)
        self._title = Label(parent=self)
        self._title.setWordWrap(True)  # beside a wide list there may be little room
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._unit = Label(declared.unit, self)
        self._problem = ProblemLine(theme)
        self._waiting = False
        self._lay_out(theme)
        self._name_inputs()
        self.mark_waiting(False)
        self.set_theme(theme)

    def show_value(self, value: object) -> None:
        """Show a value; emits nothing."""
        self.control.set_value(value)

    def show_problem(self, text: str) -> None:
        """Show what is wrong with the value; an empty text hides the line."""
        self._problem.say(text)

    def mark_waiting(self, waiting: bool) -> None:
        """Mark that the value shown waits for a new run."""
        self._waiting = waiting
        title = f"{self.declared.title} {self.declared.symbol}".strip()
        self._title.setText(self.tr("{title} •").format(title=title) if waiting else title)
        font = self._title.font()
        font.setBold(waiting)
        self._title.setFont(font)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._problem.set_theme(theme)
        self.control.mark_wrong(theme.error)
        self._unit.setStyleSheet(f"color: {theme.muted};")  # a palette would not outlive the program's style sheet
        self._unit.setFont(theme.font("small"))

    def help_text(self) -> str:
        """Return the tooltip: help, symbol, unit, range, and when a change takes effect."""
        declared = self.declared
        parts = [declared.help]
        if declared.symbol:
            parts.append(self.tr("symbol {symbol}").format(symbol=declared.symbol))
        if declared.unit:
            parts.append(self.tr("in {unit}").format(unit=declared.unit))
        if declared.low is not None and declared.high is not None:
            low, high = written(declared.low), written(declared.high)
            parts.append(self.tr("range {low} to {high}").format(low=low, high=high))
        parts.append(self.tr("takes effect at once") if declared.live else self.tr("needs a new run"))
        return " · ".join(parts)

    def _name_inputs(self) -> None:
        name = self.declared.title
        if self.declared.symbol:
            name = self.tr("{title}, {symbol}").format(title=name, symbol=self.declared.symbol)
        self.control.set_names(name, self.declared.unit)
        for part in self.control.inputs():
            part.setToolTip(plain_tip(self.help_text()))
        self.setToolTip(plain_tip(self.help_text()))

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        column.addLayout(line)
        if isinstance(self.control, FlagControl):
            line.addWidget(self.control)  # it holds its title itself
            self._title.hide()
            self._unit.hide()
        else:
            line.addWidget(self._title, 1)
            line.addWidget(self._unit)
            (line if self._fits_beside(theme) else column).addWidget(self.control)
        column.addWidget(self._problem)

    def _fits_beside(self, theme: Theme) -> bool:
        """Return whether the control stands next to its title rather than below it."""
        if isinstance(self.control, ChoiceControl):
            if (widest := self.control.widest(theme)) > _CHOICE_MOST:
                return False
            self.control.setFixedWidth(max(_CHOICE_SHARE, widest))
            return True
        return isinstance(self.control, NumberControl) and not self.control.has_slider


def grouped(rows: Iterable[SettingRow]) -> list[tuple[str, list[SettingRow]]]:
    """Return rows by the group of their settings, groups in the order of their first row."""
    found: dict[str, list[SettingRow]] = {}
    for row in rows:
        found.setdefault(row.declared.group, []).append(row)
    return list(found.items())


def boxed(title: str, rows: Iterable[SettingRow]) -> QGroupBox:
    """Return a box with a title around rows."""
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    column.setSpacing(GRID)
    for row in rows:
        column.addWidget(row)
    return box
