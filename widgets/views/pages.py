"""Pages in one place, one of them visible, chosen with the buttons above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID
from metascope.widgets.views.view import View


class Pages(QWidget):
    """A stack of widgets. One that is not visible can still be drawn on paper: it is laid out for that by itself.

    A page may be withdrawn for a while; where only one is left there are no buttons.
    """

    def __init__(self, pages: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        """Show the first of these pages, each under its name."""
        super().__init__(parent)
        self._stack = QStackedLayout()
        self._group = QButtonGroup(self)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(GRID, GRID // 2, GRID, 0)
        row.setSpacing(GRID // 2)
        for index, (name, page) in enumerate(pages):
            row.addWidget(self._button(index, name))
            page.setParent(self)  # the stack shows the first one, which would be a window of its own else
            self._stack.addWidget(page)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._stack, 1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._stack.setCurrentIndex)

    def pages(self) -> tuple[QWidget, ...]:
        """Return the pages, in the order of their buttons."""
        found = (self._stack.widget(index) for index in range(self._stack.count()))
        return tuple(page for page in found if page is not None)

    @property
    def current(self) -> int:
        """The index of the visible page."""
        return self._stack.currentIndex()

    def show_page(self, index: int) -> None:
        """Show a page."""
        self._group.button(index).setChecked(True)
        self._stack.setCurrentIndex(index)

    def named(self) -> Mapping[str, int]:
        """Return the indices of the pages by the names of what is on them: each view's, or that of the page itself."""
        found = dict[str, int]()
        for index, page in enumerate(self.pages()):
            views = [page, *(one for one in page.findChildren(QWidget) if isinstance(one, View))]
            found |= {view.objectName(): index for view in views if view.objectName()}
        return found

    def offer(self, index: int, offered: bool) -> None:
        """Offer a page, or withdraw it; where it was visible, the first of the others is shown."""
        self._group.button(index).setVisible(offered)
        left = [place for place, button in enumerate(self._group.buttons()) if not button.isHidden()]
        self._head.setVisible(len(left) > 1)
        if self.current not in left and left:
            self.show_page(left[0])

    def _button(self, index: int, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setCheckable(True)
        button.setProperty("small", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = self.tr("Show {page}").format(page=name)
        button.setAccessibleName(told)
        button.setToolTip(plain_tip(told))
        self._group.addButton(button, index)
        return button
