"""Shows messages of the program: a banner for notices, a dialog for unexpected errors."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets.look.icons import ICON_SIZE, icon
from widgets.look.plain import Label, plain_tip
from widgets.look.theme import GRID, RADIUS, Theme

Level = Literal["info", "warning", "failure"]
_DETAILS_SIZE = (80 * GRID, 48 * GRID)


class Notice(QFrame):
    """A banner in the window, hidden while there is no message. It never blocks.

    Signals:
        acted: a person pressed its button.
        dismissed: a person closed it.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level: Level = "info"
        self.setObjectName("notice")
        self._sign, self._text = Label(), Label()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.clicked.connect(lambda: self.acted.emit())
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(lambda: self._dismiss())
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setVisible(False)

    @property
    def text(self) -> str:
        """The message shown; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, level: Level, text: str, action: str = "", tooltip: str = "") -> None:
        """Show a message, with a button `action` where one is named; it replaces the message before.

        `tooltip` says what the button does; where it is empty, the button's text is used.
        """
        if (level, text, action) == (self._level, self.text, self._action.text()):
            return
        self._level = level
        self._text.setText(text)
        names = {"info": self.tr("Information"), "warning": self.tr("Warning"), "failure": self.tr("Failure")}
        self.setAccessibleName(self.tr("{level}: {text}").format(level=names[level], text=text))
        self._action.setText(action)
        self._action.setToolTip(plain_tip(tooltip or action))
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.set_theme(self._theme)
        self.setVisible(True)

    def clear(self) -> None:
        """Hide the message."""
        self.setVisible(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        ink, back = {
            "info": (theme.info, theme.info_back),
            "warning": (theme.warning, theme.warning_back),
            "failure": (theme.error, theme.error_back),
        }[self._level]
        self.setStyleSheet(
            f"#notice {{ background: {back}; border: 1px solid {ink}; border-radius: {RADIUS}px; }}"
            f" #notice > QLabel {{ color: {ink}; background: transparent; }}"
        )
        self._sign.setPixmap(
            icon(self._level, theme, ink).pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF())
        )
        self._close.setIcon(icon("close", theme, ink))

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()


class ErrorDialog(QDialog):
    """One unexpected error: what happened, and the details to copy. Does not block the window."""

    def __init__(self, message: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = f"{message}\n\n{details}"
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setModal(False)
        said = Label(message)
        said.setWordWrap(True)
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        shown.setAccessibleName(self.tr("Details"))
        shown.setToolTip(self.tr("Where it happened, for a bug report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setToolTip(self.tr("Copy message and details to the clipboard"))
        copy.clicked.connect(lambda: self.copy())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(shown, 1)
        layout.addWidget(buttons)
        self.resize(*_DETAILS_SIZE)

    def copy(self) -> None:
        """Copy message and details to the clipboard."""
        QGuiApplication.clipboard().setText(self._report)


class ErrorReports:
    """Shows unexpected errors, each distinct traceback once: a paint event would raise the same one again and again."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def report(self, message: str, details: str, parent: QWidget | None = None) -> ErrorDialog | None:
        """Show a dialog for an error, or return None if the same `details` (a traceback) were shown before."""
        if details in self._seen:
            return None
        self._seen.add(details)
        dialog = ErrorDialog(message, details, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog
