"""Enlarges one view to the whole scene, and back; works for any scene."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.widgets.views.view import TITLE_HEIGHT, View


class Enlarger(QObject):
    """Enlarges a view by hiding everything else in the scene.

    Views are enlarged by their menu and by a double click on the title. Widgets that were hidden before stay hidden
    afterwards.
    """

    def __init__(self, scene: QWidget, views: Sequence[View], *, offered: bool = True) -> None:
        """Enlarge these views of a scene; where that is not `offered`, their menus have no entry for it."""
        super().__init__(scene)
        self._scene = scene
        self._enlarged: View | None = None
        self._hidden: list[QWidget] = []
        self._entries = {view: self._entry(view) for view in views} if offered else {}

    @property
    def enlarged(self) -> View | None:
        """The view that fills the scene."""
        return self._enlarged

    def toggle(self, view: View) -> None:
        """Enlarge a view, or show all views again if it is enlarged already."""
        was = self._enlarged
        self.shrink()
        if was is not view:
            self._enlarge(view)

    def shrink(self) -> bool:
        """Show all views again; return whether one was enlarged."""
        was, self._enlarged = self._enlarged, None
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        self._tell()
        return was is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.MouseButtonDblClick
            and isinstance(event, QMouseEvent)
            and isinstance(watched, View)
            and event.button() is Qt.MouseButton.LeftButton
            and event.position().y() <= watched.theme.room(TITLE_HEIGHT)
        ):
            self.toggle(watched)
            return True
        return False

    def _enlarge(self, view: View) -> None:
        child: QWidget = view
        while child is not self._scene and (parent := child.parentWidget()) is not None:
            beside = (one for one in parent.children() if isinstance(one, QWidget) and one is not child)
            self._hidden += [one for one in beside if not one.isHidden() and not one.isWindow() and _stands(one)]
            child = parent
        for widget in self._hidden:
            widget.hide()
        self._enlarged = view
        self._tell()

    def _entry(self, view: View) -> QAction:
        """Insert the entry at the top of the view's menu."""
        menu = view.menu()
        entry = QAction(menu)
        first = menu.actions()[0]  # every view has something to save
        menu.insertAction(first, entry)
        menu.insertSeparator(first)
        entry.triggered.connect(lambda: self.toggle(view))
        view.installEventFilter(self)
        entry.setText(self.tr("Enlarge"))
        return entry

    def _tell(self) -> None:
        for view, entry in self._entries.items():
            entry.setText(self.tr("Show all views") if view is self._enlarged else self.tr("Enlarge"))


def _stands(widget: QWidget) -> bool:
    """Return whether a widget is laid out next to others; a splitter's handles follow their widgets by themselves."""
    return widget.objectName() != "qt_splithandle_" and not widget.objectName().startswith("qt_")
