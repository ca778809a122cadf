"""The panel of a lesson: where one is in it, the text with the run's numbers, what to do, and the ways on and back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.widgets.lessons.choices import Choices
from metascope.widgets.lessons.prose import Prose, announce
from metascope.widgets.lessons.step_text import StepText
from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.theme import GRID, RADIUS, Theme
from metascope.widgets.views.formula import FormulaLabel

WIDTH = 40 * GRID  # px: as wide as a line reads well beside a picture
LEAST = 22 * GRID
FORMULA = 15.0  # px


class ProgressLine(QWidget):
    """How far one is, as a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done, self._count = 0, 1
        self.setFixedHeight(GRID // 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, count: int) -> None:
        """Show that `done` of `count` steps are done."""
        if (done, count) != (self._done, self._count):
            self._done, self._count = done, max(count, 1)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.border))
            painter.drawRoundedRect(whole, 2, 2)
            painter.setBrush(QColor(self._theme.accent))
            whole.setWidth(whole.width() * min(self._done / self._count, 1.0))
            painter.drawRoundedRect(whole, 2, 2)


class LessonPanel(QFrame):
    """A lesson beside the picture. It shows what it is told; what a person wants is emitted.

    Signals:
        on_wanted: to go on, where the step is done.
        back_wanted: to go back a step.
        skip_wanted: to go on without doing the step.
        leave_wanted: to leave the lesson, asked and confirmed.
        return_wanted: to have the lesson's picture back.
        answered: a choice: its index.
    """

    on_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()
    leave_wanted = Signal()
    return_wanted = Signal()
    answered = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: StepText | None = None
        self.setObjectName("lesson")
        self._make_parts()
        self._lay_out()
        self.set_theme(theme)

    @property
    def shown(self) -> StepText | None:
        """What is shown of the present step."""
        return self._shown

    @property
    def asking(self) -> bool:
        """Whether the panel asks whether to leave."""
        return not self._leaving.isHidden()

    def show_lesson(self, title: str) -> None:
        """Begin a lesson."""
        self._title.setText(title)
        self.setAccessibleName(self.tr("Lesson: {title}").format(title=title))
        self._shown = None
        self.ask_leave(False)

    def show_step(self, step: StepText) -> None:
        """Show a step as it is now; only what has changed is shown anew, and said to a screen reader."""
        before, self._shown = self._shown, step
        if step == before:
            return
        fresh = before is None or (before.number, before.ends, before.title) != (step.number, step.ends, step.title)
        self._show_head(step)
        self._text.tell(step.text)
        self._show_formula(step.formula, step.formula_says or self.tr("Formula"))
        self._show_task(step)
        self._choices.show_choices(step.choices, step.states)
        self._choices.setEnabled(not step.waiting)
        self._question.setText(step.question)
        self._question.setVisible(bool(step.question))
        self._feedback.tell(step.feedback)
        self._told.tell(step.told if step.done else "")
        self._box.setVisible(bool(step.waiting or step.task or step.question or step.feedback))
        self._problems.setText("\n".join(step.problems))
        self._problems.setAccessibleName(self._problems.text())
        self._problems.setVisible(bool(step.problems))
        self._return.setVisible(step.away)
        self._show_ways(step)
        if fresh:
            self.ask_leave(False)
            self._area.verticalScrollBar().setValue(0)
            announce(self, "\n".join(filter(None, (self._step.text(), step.title, self._text.text(), step.task,
                                                   step.question))))  # fmt: skip
        else:
            self._tell_news(before, step)

    def ask_leave(self, asked: bool) -> None:
        """Ask whether to leave the lesson, or ask no more."""
        self._leaving.setVisible(asked)
        self._footer.setVisible(not asked)
        if asked:
            self._leave.setFocus(Qt.FocusReason.ShortcutFocusReason)
            announce(self, self._leaving_text.text())

    def leave_asked(self) -> None:
        """Confirm, as the button does, that the lesson is left."""
        if self.asking:
            self.leave_wanted.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.setStyleSheet(
            f"#lesson {{ background: {theme.panel}; border: 1px solid {theme.border}; }}"
            f" #lesson-task {{ background: {theme.info_back}; border: 1px solid {theme.border};"
            f" border-radius: {RADIUS}px; }}"
        )
        self._title.setStyleSheet(f"color: {theme.muted};")
        self._title.setFont(theme.font("body", bold=True))
        self._step.setStyleSheet(f"color: {theme.muted};")
        self._step.setFont(theme.font("small"))
        self._head.setFont(theme.font("title", bold=True))
        self._question.setFont(theme.font("body", bold=True))
        self._task.setFont(theme.font("body", bold=True))
        self._problems.setStyleSheet(
            f"color: {theme.error}; background: {theme.error_back}; border-radius: {RADIUS}px; padding: {GRID // 2}px;"
        )
        self._close.setIcon(icon("close", theme))
        self._progress.set_theme(theme)
        self._choices.set_theme(theme)
        self._formula.set_theme(theme)
        self.updateGeometry()
        self._show_sign()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.room(WIDTH), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons, none of which may be cut off."""
        return super().minimumSizeHint().expandedTo(QSize(self._theme.room(LEAST), 0))

    def _show_head(self, step: StepText) -> None:
        self._step.setText(self.tr("Step {n} of {count}").format(n=step.number, count=step.count))
        self._progress.show_progress(step.number - (0 if step.done else 1), step.count)
        self._head.setText(step.title)
        self._head.setVisible(bool(step.title))

    def _show_formula(self, latex: str, says: str) -> None:
        self._formula.setVisible(bool(latex))
        if latex:
            self._formula.set_formula(latex, says)

    def _show_task(self, step: StepText) -> None:
        text = step.waiting or step.task
        self._task.setText(text)
        self._sign.setVisible(bool(text))
        self._task.setVisible(bool(text))
        state = self.tr("Done: {task}") if step.done else self.tr("To do: {task}")
        self._task.setAccessibleName(text if step.waiting else state.format(task=text))
        self._show_sign()

    def _show_sign(self) -> None:
        step = self._shown
        if step is None:
            return
        name = "waiting" if step.waiting else "finished" if step.done else "continue"
        colour = self._theme.success if step.done and not step.waiting else self._theme.info
        side = QSize(ICON_SIZE, ICON_SIZE)
        self._sign.setPixmap(icon(name, self._theme, colour).pixmap(side, self.devicePixelRatioF()))

    def _show_ways(self, step: StepText) -> None:
        last = step.number == step.count
        on = self.tr("Next lesson") if step.ends else self.tr("Finish") if last else self.tr("Continue")
        self._on.setText(on)
        self._on.setAccessibleName(on)
        ready = step.done and not step.waiting and not step.away
        self._on.setEnabled(ready)
        self._on.setDefault(ready)
        self._on.setToolTip(self.tr("Go on (Enter or Page Down)"))
        self._skip.setVisible(not step.done)
        self._back.setVisible(not step.ends)
        self._back.setEnabled(step.number > 1)
        self._not_now.setVisible(step.ends)

    def _tell_news(self, before: StepText | None, step: StepText) -> None:
        """Say what is new within a step."""
        if before is None:
            return
        if step.feedback != before.feedback:
            announce(self, self._feedback.text())
            self._see(self._feedback)
        if step.done and not before.done:
            announce(self, "\n".join(filter(None, (self.tr("Done"), self._told.text()))))
            self._see(self._told if step.told else self._box)
        if step.problems and step.problems != before.problems:
            announce(self, self._problems.text())

    def _see(self, part: QWidget) -> None:
        """Scroll to what has come up, once it is laid out."""
        inside = self._area.widget()
        if inside is not None and (column := inside.layout()) is not None:
            column.activate()
        self._area.ensureWidgetVisible(part, 0, GRID)

    def _make_parts(self) -> None:
        theme = self._theme
        self._title, self._step, self._head = Label(), Label(), Label()
        self._progress = ProgressLine(theme)
        self._text, self._feedback, self._told = Prose(), Prose(), Prose()
        self._formula = FormulaLabel(r"\phi", "", theme, FORMULA)
        self._formula.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._formula.setMinimumWidth(1)  # a long one is made smaller
        self._formula.hide()
        self._sign, self._task, self._question, self._problems = Label(), Label(), Label(), Label()
        for label in (self._title, self._head, self._task, self._question, self._problems):
            label.setWordWrap(True)
        self._problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choices = Choices(theme)
        self._choices.chosen.connect(self.answered)
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._close.setToolTip(self.tr("Leave the lesson (Esc); your place is kept"))
        self._close.setAccessibleName(self.tr("Leave the lesson"))
        self._close.clicked.connect(self._close_or_ask)
        self._back = self._button(self.tr("Back"), self.tr("Back a step (Page Up)"))
        self._skip = self._button(self.tr("Skip"), self.tr("Go on without doing this step"))
        self._on = self._button(self.tr("Continue"), "")
        self._not_now = self._button(self.tr("Not now"), self.tr("Close the lessons (Esc)"))
        self._return = self._button(self.tr("Back to the lesson's picture"), self.tr("Open the scenario of this step"))
        self._leave = self._button(self.tr("Leave"), self.tr("Leave the lesson; your place is kept"))
        self._stay = self._button(self.tr("Stay"), self.tr("Go on with the lesson"))
        for button, signal in (
            (self._back, self.back_wanted),
            (self._skip, self.skip_wanted),
            (self._on, self.on_wanted),
            (self._return, self.return_wanted),
            (self._leave, self.leave_wanted),
            (self._not_now, self.leave_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
        self._stay.clicked.connect(lambda: self.ask_leave(False))
        self._return.hide()
        self._not_now.hide()

    def _close_or_ask(self) -> None:
        """Ask whether to leave; where the lesson is finished there is nothing to ask."""
        if self._shown is not None and self._shown.ends:
            self.leave_wanted.emit()
        else:
            self.ask_leave(True)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)  # Enter presses it, too
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(text)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._title, 1)
        top.addWidget(self._step)
        top.addWidget(self._close)
        column.addLayout(top)
        column.addWidget(self._progress)
        column.addWidget(self._reading(), 1)
        column.addWidget(self._ways())
        column.addWidget(self._question_of_leaving())

    def _reading(self) -> QScrollArea:
        """Return what is read, which scrolls where there is little room."""
        self._box = QFrame()
        self._box.setObjectName("lesson-task")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(GRID, GRID, GRID, GRID)
        inside.setSpacing(GRID)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._task, 1)
        inside.addLayout(line)
        for asked in (self._question, self._choices, self._feedback):
            inside.addWidget(asked)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GRID // 2, 0)
        column.setSpacing(3 * GRID // 2)
        for part in (self._problems, self._head, self._text):
            column.addWidget(part)
        column.addWidget(self._formula, 0, Qt.AlignmentFlag.AlignLeft)
        for below in (self._box, self._told, self._return):
            column.addWidget(below)
        column.addStretch(1)
        self._area = scrolled(page)
        page.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        return self._area

    def _ways(self) -> QWidget:
        self._footer = QWidget()
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._back)
        row.addWidget(self._not_now)
        row.addStretch(1)
        row.addWidget(self._skip)
        row.addWidget(self._on)
        return self._footer

    def _question_of_leaving(self) -> QWidget:
        self._leaving = QWidget()
        self._leaving_text = Label(self.tr("Leave the lesson? It goes on at this step when you come back."))
        self._leaving_text.setWordWrap(True)
        column = QVBoxLayout(self._leaving)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._leaving_text)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._stay)
        row.addWidget(self._leave)
        column.addLayout(row)
        self._leaving.hide()
        return self._leaving
