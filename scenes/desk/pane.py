"""The picture of a run that trains beside the one on the stage: one view, how far it is, and what happens there."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.stage.enlarge import Enlarger
from metascope.scenes.unseen.guard import Reported, drawn_with_care, not_drawn
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.views.view import ElidedLabel

WIDTH = 24 * GRID  # at least
SHARE = 8  # times as long as a picture took to draw passes until the next one
CURVES_EVERY = 0.5  # seconds between two updates of curves


class Pane(QWidget):
    """A view of a run. It is looked at: who wants to change something there puts the run on the stage.

    Signals:
        chosen: a person wants the run on the stage.
        save_requested: a person wants to save or copy the view: the view and the format, as a view says it.
    """

    chosen = Signal()
    save_requested = Signal(object, str)

    def __init__(self, name: str, run: Run, view: str, theme: Theme) -> None:
        """Show the view with this name, or the main view where there is none."""
        super().__init__()
        self.run, self.name = run, name
        self.scene = build_scene(run.preset.story, run.settings, theme)
        self._method = self.scene.first_method()
        self._drawn: tuple[Frame, int] | None = None
        self._told_of: Frame | None = None  # of which the baseline is told
        self._due = self._curves_due = 0.0
        self._reported = Reported()
        self._title, self._state, self._caption, self._baseline = Label(name), Label(), Label(), ElidedLabel()
        self._button = self._go_button()
        self._lay_out(theme)
        self.view = self.scene.view_named(view)
        Enlarger(self.scene, self.scene.all_views(), offered=False).toggle(self.view)
        self.view.export_requested.connect(lambda view, format: self.save_requested.emit(view, format))
        self.setMinimumWidth(WIDTH)
        self.setToolTip(plain_tip(self.tr("Click to put {run} on the stage").format(run=name)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def head_height(self) -> int:
        """Pixels above the picture."""
        return self._button.sizeHint().height()

    @property
    def state(self) -> str:
        """What is said of the run's progress."""
        return self._state.text()

    @property
    def caption(self) -> str:
        """What is said of the picture."""
        return self._caption.text()

    @property
    def baseline(self) -> str:
        """What is said of a rule that learns nothing, for comparison."""
        return self._baseline.text()

    def look(self, step: int | None, share: float) -> None:
        """Show meta-step `step`, the newest for None, after this share of its inner steps, from 0 to 1."""
        runner = self.run.runner
        self._state.setText(self._told(runner.state))
        now = time.perf_counter()
        if now < self._due or (frame := self._frame(step)) is None:
            return
        inner = round(share * (frame.ticks() - 1))
        if self._drawn is not None and self._drawn[0] is frame and self._drawn[1] == inner:
            return
        self._drawn = (frame, inner)
        runner.rest()  # as both share the interpreter lock
        try:
            with drawn_with_care(self.run.recording, frame.step, self.run.where):
                self._draw(frame, inner, now)
        except UserError:  # reported when that run itself is on the stage
            return
        except Exception as error:  # a view's: the next frame may be drawn, and the other panes are
            self._caption.setText(not_drawn(frame.step, error))
            if self._reported.is_new(error):
                raise
        self._due = now + SHARE * (time.perf_counter() - now)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.scene.set_theme(theme)
        self._dress(theme)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the view's menu."""
        self.view.open_menu(event.globalPos() if event.reason() is QContextMenuEvent.Reason.Mouse else None)
        event.accept()

    def _frame(self, step: int | None) -> Frame | None:
        newest = self.run.runner.newest
        if step is None or newest is None or newest.step <= step:
            return newest
        try:
            return self.run.recording.at(step)
        except (LookupError, UserError):
            return newest

    def _draw(self, frame: Frame, inner: int, now: float) -> None:
        if self._told_of is not frame:
            self._told_of = frame
            tell_baseline(self._baseline, self.run, frame)
        self.scene.draw(frame, inner, self._method)
        if now >= self._curves_due:
            self.scene.draw_curves(self.run.recording.metrics, frame.step)
            self._curves_due = now + CURVES_EVERY
        self._caption.setText(localized(self.run.captions(frame, self._method)[inner]))

    def _told(self, state: RunState) -> str:
        newest, planned = self.run.runner.newest, self.run.runner.planned
        if newest is None or state is RunState.PREPARING:
            return self.tr("Getting ready…")
        if state is RunState.FAILED:
            return self.tr("Stopped: put it on the stage to see why")
        return self.tr("meta-step {step} of {planned}").format(step=f"{newest.step:,}", planned=f"{planned:,}")

    def _go_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("To the stage"))
        button.setProperty("small", True)
        button.setAccessibleName(self.tr("Put {run} on the stage").format(run=self.name))
        button.setToolTip(plain_tip(self.tr("Look at the whole run and change it there; the others stand beside it")))
        button.clicked.connect(lambda _=False: self.chosen.emit())
        return button

    def _lay_out(self, theme: Theme) -> None:
        above = QHBoxLayout()
        above.addWidget(self._title)
        above.addWidget(self._state, 1)
        above.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(above)
        column.addWidget(self.scene, 1)
        column.addWidget(self._caption)
        column.addWidget(self._baseline)
        self._baseline.hide()
        self._caption.setWordWrap(True)
        self.scene.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in self.scene.findChildren(QWidget):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._dress(theme)

    def _dress(self, theme: Theme) -> None:
        self._title.setFont(theme.font("body", bold=True))
        for label in (self._state, self._caption, self._baseline):
            label.setFont(theme.font("small"))
        self._caption.setMinimumHeight(round(2.2 * self._caption.fontMetrics().height()))


def tell_baseline(label: Label, run: Run, frame: Frame) -> None:
    """Say in a label what a rule that learns nothing reaches on what the frame of a run shows, if there is one."""
    told = run.baseline(frame)
    label.setText("" if told is None else localized(told))
    label.setVisible(told is not None)


def pane_around(widget: QWidget | None) -> Pane | None:
    """Return the pane in which a widget stands, None where it stands in none."""
    while widget is not None and not isinstance(widget, Pane):
        widget = widget.parentWidget()
    return widget
