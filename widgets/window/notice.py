"""Shows messages of the program: a banner for notices, a dialog for unexpected errors."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
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
from typing_extensions import override

from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, RADIUS, Theme

Level = Literal["info", "warning", "failure"]
_MOST_LINES = 5
_LEAST_PLACE = 50 * GRID  # px: over less, a message would have too many lines
_LEAST_WIDTH = 60  # px: before it is laid out, a label has no width to speak of
_DETAILS_SIZE = (80 * GRID, 48 * GRID)


class _Text(Label):
    """A text of at most `_MOST_LINES` lines: of a longer one the first, and how many more there are."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = ""
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_text(self, text: str) -> None:
        self.whole = text
        self._fit()

    @property
    def shortened(self) -> bool:
        """Whether there is more than is shown."""
        return self.text() != self.whole

    @override
    def heightForWidth(self, width: int) -> int:
        return self._height(self._fitting(width), width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        text = self._fitting(self.width())
        if text != self.text():
            self.setText(text)

    def _fitting(self, width: int) -> str:
        """Return as much of the text as has room at this width."""
        width = max(width, _LEAST_WIDTH)
        lines = self.whole.split("\n")
        if self._fits(self.whole, width):
            return self.whole
        for kept in range(min(len(lines), _MOST_LINES) - 1, 0, -1):
            if self._fits(text := "\n".join([*lines[:kept], self._more(len(lines) - kept)]), width):
                return text
        more = [self._more(len(lines) - 1)] if len(lines) > 1 else []
        letters = range(len(lines[0]) + 1)
        long = bisect_left(letters, True, key=lambda n: not self._fits("\n".join([lines[0][:n] + "…", *more]), width))
        return "\n".join([lines[0][: max(long - 1, 0)] + "…", *more])

    def _more(self, count: int) -> str:
        return self.tr("and {count:,} more").format(count=count)

    def _fits(self, text: str, width: int) -> bool:
        return self._height(text, width) < (_MOST_LINES + 0.5) * self.fontMetrics().lineSpacing()  # which is rounded

    def _height(self, text: str, width: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 1 << 20), Qt.TextFlag.TextWordWrap, text).height()


class Notice(QFrame):
    """A banner in the window, hidden while there is no message. It never blocks.

    It has at most `_MOST_LINES` lines; of a longer message a button copies the whole.

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
        self._place: QWidget | None = None
        self.setObjectName("notice")
        self._sign, self._text = Label(), _Text()
        self._action = QPushButton()
        self._action.hide()  # until it has a text
        self._action.clicked.connect(lambda: self.acted.emit())
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.setAccessibleName(self.tr("Copy details"))
        self._copy.setToolTip(self.tr("Copy the whole message to the clipboard"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.whole))
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(lambda: self.dismiss())
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self.setVisible(False)

    @property
    def text(self) -> str:
        """The whole message; empty while it is hidden."""
        return "" if self.isHidden() else self._text.whole

    def tell(self, level: Level, text: str, action: str = "", tooltip: str = "") -> None:
        """Show a message, with a button `action` where one is named; it replaces the message before.

        `tooltip` says what the button does; where it is empty, the button's text is used.
        """
        if (level, text, action) == (self._level, self.text, self._action.text()):
            return
        self._level = level
        self._text.show_text(text)
        names = {"info": self.tr("Information"), "warning": self.tr("Warning"), "failure": self.tr("Failure")}
        self.setAccessibleName(self.tr("{level}: {text}").format(level=names[level], text=text))
        self._action.setText(action)
        self._action.setToolTip(plain_tip(tooltip or action))
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.set_theme(self._theme)
        self._offer_copy()
        self.setVisible(True)

    def lie_over(self, place: QWidget) -> None:
        """Lie in the middle at the top of a widget of its window, as high as the message needs, wherever that moves."""
        if self._place is None:
            self._place = place
            place.installEventFilter(self)
        self._lie()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what it lies over."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._lie()
        return False

    def _lie(self) -> None:
        parent, place = self.parentWidget(), self._place
        if parent is None or place is None:
            return
        left, across = 0, parent.width()
        corner = place.mapTo(parent, QPoint(0, 0))
        if place.isVisible() and place.width() >= _LEAST_PLACE:
            left, across = corner.x(), place.width()
        width = min(across - 4 * GRID, 100 * GRID)
        self.setGeometry(left + (across - width) // 2, corner.y() + GRID, width, self.heightForWidth(width))

    def clear(self) -> None:
        """Hide the message."""
        self.setVisible(False)

    def clear_information(self) -> None:
        """Hide the message unless it is of something wrong, which stays until a person has read it."""
        if self._level == "info":
            self.clear()

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

    def dismiss(self) -> bool:
        """Close the message as its button does, and tell whether there was one."""
        if self.isHidden():
            return False
        self.clear()
        self.dismissed.emit()
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_copy()

    def _offer_copy(self) -> None:
        self._copy.setVisible(self._text.shortened)


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
