"""The settings of a run as a form: those that change while it runs, and those that wait for a new run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from metascope.simulator.engine.errors import Problem
from metascope.simulator.engine.settings import Settings, declarations
from metascope.widgets.form.rows import ProblemLine, SettingRow, grouped
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.text import enumerated, localized
from metascope.widgets.look.theme import GRID, Theme

FORM_WIDTH = 280  # px: the smallest width at which every row reads well


@dataclass(frozen=True)
class Edits:
    """What a person has put into a form and no run has: values that wait for a new run, texts that cannot be read."""

    values: Mapping[str, object] = field(default_factory=dict)  # by the setting's name
    texts: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.values or self.texts)


class Section(QWidget):
    """A group of settings under a heading that collapses them."""

    def __init__(self, title: str, rows: Iterable[SettingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.rows = tuple(rows)
        self._head = QToolButton()
        self._head.setText(title)
        self._head.setProperty("flat", True)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(GRID, 0, 0, GRID)
        body.setSpacing(GRID)
        for row in self.rows:
            body.addWidget(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._head)
        layout.addWidget(self._body)
        self._head.clicked.connect(lambda: self.set_open(self._body.isHidden()))
        self.set_open(True)

    def set_open(self, is_open: bool) -> None:
        """Expand or collapse the rows."""
        self._body.setVisible(is_open)
        self._head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        tooltip = self.tr("Collapse: {title}") if is_open else self.tr("Expand: {title}")
        self._head.setToolTip(plain_tip(tooltip.format(title=self._title)))
        state = self.tr("{title}, expanded") if is_open else self.tr("{title}, collapsed")
        self._head.setAccessibleName(state.format(title=self._title))


class SettingsForm(QWidget):
    """A form made from the declarations of a settings class.

        form = SettingsForm(LandscapesSettings, LIGHT)
        form.set_values({"inner_rate": 0.05})
        form.live_changed.connect(lambda name, value, draft: print(name, value))

    It knows the run's present values and shows what a person changes. Setters emit nothing.

    Signals:
        live_changed: a person changed a setting that may change while running: its name, its value as JSON holds it,
            and whether the gesture or the typing goes on.
        waiting_edited: a person changed a setting that waits for a new run: its name, the values before and after.
        restart_requested: a person wants a new run with the values shown: all of them, by name.
        reset_requested: a person wants the preset's values back.
    """

    live_changed = Signal(str, object, bool)
    waiting_edited = Signal(str, object, object)
    restart_requested = Signal(dict)
    reset_requested = Signal()

    def __init__(self, settings: type[Settings], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {declared.name: SettingRow(declared, theme) for declared in declarations(settings)}
        self._running = self.values()
        self._edited_to = dict(self._running)  # the values after the last finished edit
        self._shown_only: frozenset[str] | None = None
        for row in self._rows.values():
            row.control.edited.connect(lambda draft, row=row: self._edited(row, draft))
            row.control.typed.connect(lambda row=row: self._typed(row))
        self._others = ProblemLine(theme)
        self._apply = QPushButton(self.tr("Apply and restart"))
        self._apply.clicked.connect(lambda: self.restart_requested.emit(self.values()))
        self._reset = QPushButton(self.tr("Reset"))
        self._reset.setToolTip(self.tr("Restore the settings of the scenario"))
        self._reset.setAccessibleName(self.tr("Reset settings"))
        self._reset.clicked.connect(lambda: self.reset_requested.emit())
        self._scroll = self._scrolled()
        self._lay_out()
        self._mark_waiting()
        self._show_what_matters()
        self.setMinimumWidth(FORM_WIDTH)

    def values(self) -> dict[str, object]:
        """Return what the form shows, by name, as JSON holds it."""
        return {name: row.control.value() for name, row in self._rows.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Take the run's present values, and show those that are new.

        Where the run's value is as before, what a person has put in its place stays: an edit that waits for a new
        run, text that is still being typed or that cannot be read.

        Raises:
            KeyError: a name is not a setting of this form.
        """
        for name, value in values.items():
            if value == self._running[name]:
                continue
            self._running[name] = self._edited_to[name] = value
            row = self._rows[name]
            if not row.control.readable or not row.control.shows(value):
                row.show_value(value)
                row.show_problem("")
        self._mark_waiting()
        self._show_what_matters()

    def pending(self) -> dict[str, object]:
        """Return the edits that wait for a new run, by name."""
        return {
            name: row.control.value()
            for name, row in self._rows.items()
            if not row.declared.live and row.control.value() != self._running[name]
        }

    def unreadable(self) -> tuple[str, ...]:
        """Return the titles of the settings whose text cannot be read."""
        return tuple(row.declared.title for row in self._rows.values() if not row.control.readable)

    def edits(self) -> Edits:
        """Return what a person has put in, and waits for a new run or to be corrected."""
        texts = {name: row.control.unread() for name, row in self._rows.items()}
        return Edits(self.pending(), {name: text for name, text in texts.items() if text is not None})

    def show_edits(self, edits: Edits) -> None:
        """Show what a person had put in, as `edits` returned it.

        Raises:
            KeyError: there is no such setting.
        """
        for name, value in edits.values.items():
            self.show_edit(name, value)
        for name, text in edits.texts.items():
            self._rows[name].control.retype(text)

    def show_edit(self, name: str, value: object) -> None:
        """Show a value as if a person had put it there, to wait for a new run.

        Raises:
            KeyError: there is no such setting.
        """
        self._rows[name].show_value(value)
        self._rows[name].show_problem("")
        self._edited_to[name] = value
        self._mark_waiting()
        self._show_what_matters()

    def show_only(self, names: Collection[str] | None) -> None:
        """Show only these settings; for None all that matter, given the values of the others."""
        self._shown_only = None if names is None else frozenset(names)
        self._show_what_matters()

    def withhold_live(self, reason: str) -> None:
        """Let nobody change what would change in the present run, for this reason; what waits for a new one stays."""
        for row in self._rows.values():
            if row.declared.live:
                row.control.setEnabled(False)
                row.setToolTip(plain_tip(reason))

    def shows(self, name: str) -> bool:
        """Return whether a setting is among those that are shown."""
        if name not in self._rows or (self._shown_only is not None and name not in self._shown_only):
            return False
        return self._rows[name].declared.matters(self.values())

    def focus_setting(self, name: str) -> None:
        """Focus a setting's control, with its section expanded and scrolled into view.

        Raises:
            KeyError: there is no such setting.
        """
        self.show_setting(name).control.inputs()[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_setting(self, name: str) -> SettingRow:
        """Return a setting's row, with its section expanded and scrolled into view.

        Raises:
            KeyError: there is no such setting.
        """
        row = self._rows[name]
        next(section for section in self._sections if row in section.rows).set_open(True)
        self._scroll.ensureWidgetVisible(row)
        return row

    @property
    def restart_button(self) -> QWidget:
        """The button that applies what waits."""
        return self._apply

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem next to its setting, others at the bottom, in place of those shown before."""
        said: dict[str, list[str]] = {}
        for problem in problems:
            name = problem.where.partition(".")[0]
            text = localized(problem.message)
            if not self.shows(name):
                text = f"{problem.where}: {text}" if problem.where else text
                name = ""
            said.setdefault(name, []).append(text)
        for name, row in self._rows.items():
            row.show_problem("\n".join(said.get(name, ())))
        self._others.say("\n".join(said.get("", ())))
        first = next((name for name in self._rows if name in said), None)
        if first is not None:
            self._scroll.ensureWidgetVisible(self._rows[first])

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._others.set_theme(theme)
        for row in self._rows.values():
            row.set_theme(theme)

    def _edited(self, row: SettingRow, draft: bool) -> None:
        row.show_problem("")
        name, live = row.declared.name, row.declared.live
        if live:
            self._running[name] = row.control.value()
            self.live_changed.emit(name, row.control.value(), draft)
        if not draft:
            self._show_what_matters()
        if not live and not draft:
            before, self._edited_to[name] = self._edited_to[name], row.control.value()
            if before != self._edited_to[name]:
                self.waiting_edited.emit(name, before, self._edited_to[name])
        self._mark_waiting()

    def _typed(self, row: SettingRow) -> None:
        if row.control.readable:
            row.show_problem("")
        self._mark_waiting()

    def _show_what_matters(self) -> None:
        values = self.values()
        for section in self._sections:
            wanted = [row for row in section.rows if self._shown_only is None or row.declared.name in self._shown_only]
            for row in section.rows:
                row.setVisible(row in wanted and row.declared.matters(values))
            section.setVisible(any(not row.isHidden() for row in section.rows))

    def _mark_waiting(self) -> None:
        """Mark the settings that differ from the run and wait for a new one; unreadable text keeps them waiting."""
        pending, unreadable = self.pending(), self.unreadable()
        for name, row in self._rows.items():
            row.mark_waiting(name in pending)
        possible = bool(pending) and not unreadable
        self._apply.setEnabled(possible)
        self._apply.setDefault(possible)
        if unreadable:
            tooltip = self.tr("Correct first: {settings}").format(settings=enumerated(unreadable))
        elif pending:
            tooltip = self.tr("Start a new run with the pending changes ({count})").format(count=len(pending))
        else:
            tooltip = self.tr("No pending changes")
        self._apply.setToolTip(plain_tip(tooltip))
        self._apply.setAccessibleName(self.tr("Apply and restart: {state}").format(state=tooltip))

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        self._sections = [Section(title, rows) for title, rows in grouped(self._rows.values())]
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        return scrolled(inside)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, 0, GRID, 0)
        buttons.setSpacing(GRID)
        buttons.addWidget(self._apply, 1)
        buttons.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._others)
        layout.addLayout(buttons)
