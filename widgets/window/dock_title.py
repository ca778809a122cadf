"""A dock's title bar, drawn in the theme: its name, and buttons to float and to close it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from metascope.widgets.look.icons import ICON_SIZE, icon
from metascope.widgets.look.plain import Label, plain_tip
from metascope.widgets.look.theme import GRID, Theme


class DockTitle(QWidget):
    """The title bar by which a dock is dragged. Qt moves the dock when a person drags between the buttons."""

    def __init__(self, dock: QDockWidget, theme: Theme) -> None:
        super().__init__(dock)
        self.dock = dock
        self._name = Label(dock.windowTitle())
        self._float, self._close = self._button("float"), self._button("close")
        self._float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self._close.clicked.connect(lambda: dock.close())
        dock.topLevelChanged.connect(lambda floating: self._tell(floating))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self._name, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        self.setAutoFillBackground(True)
        self._tell(dock.isFloating())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._name.setFont(theme.font("body", bold=True))
        self._float.setIcon(icon("float", theme))
        self._close.setIcon(icon("close", theme))
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.hover))
        self.setPalette(palette)

    def _tell(self, floating: bool) -> None:
        name = self.dock.windowTitle()
        text = self.tr("Put {name} back into the window") if floating else self.tr("Float {name} outside the window")
        for button, said in (
            (self._float, text.format(name=name)),
            (self._close, self.tr("Close {name}; reopen it from the View menu").format(name=name)),
        ):
            button.setToolTip(plain_tip(said))
            button.setAccessibleName(said)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("flat", True)
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
