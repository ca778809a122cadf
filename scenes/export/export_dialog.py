"""What the dialogs of figures, animations and web pages have alike: named rows, and what is told below them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from metascope.simulator.engine.errors import UserError
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.text import localized, located
from metascope.widgets.look.theme import GRID
from metascope.widgets.methods.chips import MethodChips
from metascope.widgets.views.view import View

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

WIDEST = 60 * GRID  # width of the dialog's sentences
LIST = 16 * GRID  # height of a list of views


class ExportDialog(QDialog):
    """Asks what to make of a run. Training continues meanwhile. Abstract.

    A subclass fills its controls, names each with `describe`, puts them into `rows`, and says with `tell_whether` how
    large that becomes, or why it cannot be made.
    """

    def __init__(self, stage: Stage, window: Host) -> None:
        super().__init__(window)
        self._stage, self._window = stage, window
        self._rows, self._said, self._buttons = QFormLayout(), Label(), QDialogButtonBox()
        self._said.setWordWrap(True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @abstractmethod
    def _boxes(self) -> tuple[NumberBox, ...]:
        """Return the fields of numbers."""

    def _offer_save(self, role: QDialogButtonBox.ButtonRole, other: QDialogButtonBox.StandardButton) -> None:
        """Offer to save, or to close the dialog by the `other` button."""
        self._save = self._buttons.addButton(self.tr("Save…"), role)
        self._buttons.addButton(other)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_below_each_other(self) -> None:
        """Put the rows, what is told and the buttons below each other."""
        self._said.setMinimumWidth(WIDEST)
        self._offer_save(QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.addLayout(self._rows)
        column.addWidget(self._said)
        column.addWidget(self._buttons)

    def _hear(self, act: Callable[..., object]) -> None:
        """Do this whenever a number is another one, or is being typed."""
        for box in self._boxes():
            box.wrong = QColor(self._window.theme.error)
            for signal in (box.valueChanged, box.typing, box.beyond):
                signal.connect(act)

    def _wrong(self) -> str:
        """Return what is wrong with the numbers that are asked for now, empty where nothing is."""
        boxes = [box for box in self._boxes() if box.isVisibleTo(self)]
        wrong = [(box.accessibleName(), box.problem) for box in boxes if box.problem is not None]
        return "\n".join(located(name, localized(problem)) for name, problem in wrong)

    def _tell_whether(self, text: str, possible: bool) -> None:
        """Tell what comes of the choice, and let it be saved if that is possible."""
        self._said.setText(text)
        self._save.setEnabled(possible)


def ask(dialog: ExportDialog, window: Host, save: Callable[[], object]) -> None:
    """Show a dialog; where it is accepted, `save` asks where to, and begins. The window tells what is wrong with it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: window.attempt(save))
    dialog.open()


def describe(*parts: tuple[QWidget, str, str]) -> None:
    """Give each control its accessible name and its tooltip; a check box has the name as its text."""
    for control, name, tip in parts:
        control.setAccessibleName(name)
        control.setToolTip(plain_tip(tip))
        if isinstance(control, QCheckBox):
            control.setText(name)


def fill_views(into: QListWidget, views: Iterable[View], proposed: Iterable[View]) -> None:
    """List views by their titles, those that are proposed checked."""
    checked = list(proposed)
    for view in views:
        item = QListWidgetItem(view.title, into)
        item.setData(Qt.ItemDataRole.UserRole, view.name)
        item.setCheckState(Qt.CheckState.Checked if view in checked else Qt.CheckState.Unchecked)
    into.setFixedHeight(LIST)


def checked_views(of: QListWidget) -> tuple[str, ...]:
    """Return the names of the checked views, in the order of the list."""
    items = [of.item(row) for row in range(of.count())]
    checked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
    return tuple(item.data(Qt.ItemDataRole.UserRole) for item in checked)


def beside(*controls: QWidget) -> QWidget:
    """Return controls in a row."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for control in controls:
        row.addWidget(control)
    row.addStretch(1)
    return whole


def emphasis_of(stage: Stage) -> dict[str, str]:
    """Return how a person has the methods stand out, by their keys."""
    chips = stage.findChild(MethodChips)
    return dict(chips.emphasis()) if isinstance(chips, MethodChips) else {}


def told(error: UserError) -> str:
    """Return what is wrong, one problem on a line."""
    return "\n".join(located(problem.where, localized(problem.message)) for problem in error.problems)
