"""Manages the window's docks: settings, runs, compare, log and timeline; their layout is kept between starts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QLayout, QMainWindow, QWidget

from metascope.scenes.kept import store
from metascope.scenes.shell.dock_state import is_whole
from metascope.scenes.stage.host import DockName
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.window.dock_title import DockTitle

VERSION = 1  # of the layout; other versions are not restored
Mode = Literal["nothing", "everything", "timeline"]
CLOSABLE: tuple[DockName, ...] = ("settings", "runs", "compare", "log")
NARROW = 98 * GRID  # px: a window that is less wide has no room for docks beside the picture
_KEY = "window/layout"
_SIDE, _BOTTOM = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True)
class Layout:
    """The geometry of the window and the state of its docks, as Qt encodes them."""

    geometry: QByteArray
    docks: QByteArray


class Docks(QObject):
    """Owns the docks; their widgets are put in and taken out.

    An empty dock is neither shown nor listed. The person's layout is kept while the docks are hidden, as in the
    gallery or in presentation mode. In a narrow window docks at the sides are folded away, until it is wide again or
    the person opens them.
    """

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        titles: dict[DockName, str] = {
            "settings": self.tr("Settings"),
            "runs": self.tr("Runs"),
            "compare": self.tr("Compare"),
            "log": self.tr("Log"),
            "timeline": self.tr("Timeline"),
        }
        self._docks: dict[DockName, QDockWidget] = {name: self._dock(name, title) for name, title in titles.items()}
        self._titles = [DockTitle(self._docks[name], theme) for name in CLOSABLE]
        for title in self._titles:
            title.dock.setTitleBarWidget(title)
        self._freeing = QTimer(self, singleShot=True, interval=0)  # after Qt has finished the drop
        self._freeing.timeout.connect(self._free_timeline)
        for name in CLOSABLE:
            self._docks[name].dockLocationChanged.connect(lambda _: self._freeing.start())
        self._withheld: frozenset[DockName] = frozenset()
        self._suppressed: dict[DockName, bool] = {}  # docks withheld or empty -> whether the person wants them visible
        self._narrow = False
        self._folded: set[DockName] = set()  # docks that would be visible in a wider window
        self._mode: Mode = "nothing"
        self._first = True  # the docks have not been laid out yet
        window.setDockNestingEnabled(True)
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, _BOTTOM)
        self._fix_timeline()
        self.arrange()
        self._arranged = window.saveState(VERSION)
        self.show("nothing")

    def __getitem__(self, name: DockName) -> QDockWidget:
        """Return a dock."""
        return self._docks[name]

    @property
    def mode(self) -> Mode:
        """Which docks are shown."""
        return self._mode

    def put(self, name: DockName, widget: QWidget) -> None:
        """Put a widget into a dock, from which the previous one must have been taken."""
        self._docks[name].setWidget(widget)
        widget.show()
        if name in self._suppressed:
            self.show(self._mode)

    def take(self, name: DockName, owner: QWidget) -> None:
        """Take the widget out of a dock, hide it and give it to `owner`."""
        widget = self._docks[name].widget()
        if widget is not None:
            widget.hide()
            widget.setParent(owner)

    def withhold(self, names: Collection[DockName]) -> None:
        """Hide these docks, whatever the layout says, until the next call without them."""
        if self._withheld != frozenset(names):
            self._keep()
            self._withheld = frozenset(names)
            self.show(self._mode)

    def can_show(self, name: DockName) -> bool:
        """Return whether a person may show this dock now."""
        return self._mode == "everything" and name not in self._suppressed

    def show(self, mode: Mode) -> None:
        """Show all docks as the person arranged them, only the timeline, or none."""
        self._keep()
        before, wanted = self._mode, self._suppressed
        self._mode = mode
        self._suppressed = {name: False for name, dock in self._docks.items() if self._is_suppressed(name, dock)}
        with self._as_wide_as_it_is():
            if mode == "everything":
                self._show_arranged(before, wanted)
            for name, dock in self._docks.items():
                if name in self._suppressed or mode == "nothing" or (mode == "timeline" and name != "timeline"):
                    dock.hide()
                elif name == "timeline":
                    dock.show()

    def _show_arranged(self, before: Mode, wanted: dict[DockName, bool]) -> None:
        """Show docks as the person arranged them; what is suppressed is hidden next."""
        if before != "everything":
            self._window.restoreState(self._arranged, VERSION)
            wanted, self._folded = {name: True for name in CLOSABLE if not self._docks[name].isHidden()}, set()
        for name, visible in wanted.items():  # restored again, docks get new tabs, and the old ones stay
            self._docks[name].setVisible(visible)
            if visible and self._narrow:
                self._fold(name)
        self._leave_room()
        self._suppressed = {name: not self._docks[name].isHidden() for name in self._suppressed}

    def arrange(self) -> None:
        """Put every dock in its default place."""
        window, docks = self._window, self._docks
        for name in CLOSABLE:
            docks[name].setFloating(False)
            docks[name].hide()  # Qt gives docks that are seen a tab bar, and leaves it there when they are hidden
        window.addDockWidget(_SIDE, docks["settings"])
        window.tabifyDockWidget(docks["settings"], docks["runs"])
        window.addDockWidget(_BOTTOM, docks["log"])
        window.addDockWidget(_BOTTOM, docks["timeline"])
        # Split before the tabs exist: next to tabs, Qt would make the timeline one of them.
        window.splitDockWidget(docks["log"], docks["timeline"], Qt.Orientation.Vertical)
        window.tabifyDockWidget(docks["log"], docks["compare"])
        for name in CLOSABLE:
            docks[name].setVisible(name in ("settings", "runs"))
        docks["timeline"].show()
        docks["settings"].raise_()

    def reset(self) -> None:
        """Reset the layout to the default."""
        mode = self._mode
        self._mode = "nothing"
        self.arrange()
        self._arranged = self._window.saveState(VERSION)
        self._first = True
        self.show(mode)

    def layout_kept(self) -> Layout:
        """Return the person's layout with the geometry of the window."""
        self._keep()
        return Layout(self._window.saveGeometry(), self._arranged)

    def restore(self, layout: Layout) -> None:
        """Restore a layout.

        Raises:
            UserError: Qt rejects it, or cannot have written it; the default layout is used instead.
        """
        mode, self._mode = self._mode, "nothing"
        self._window.restoreGeometry(layout.geometry)
        whole = is_whole(bytes(layout.docks.data()), VERSION, [dock.objectName() for dock in self._docks.values()])
        taken = whole and self._window.restoreState(layout.docks, VERSION)
        if not taken:
            self.arrange()
        self._first = not taken
        self._arranged = self._window.saveState(VERSION)
        self.show(mode)
        if not taken:
            raise refuse(_KEY, say("is of another version; the default layout is used"))

    def make_room(self) -> None:
        """Fold the docks at the sides away where the window has become narrow; unfold them where it is wide."""
        narrow = self._window.width() < self._theme.room(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if self._mode != "everything":
            return
        if narrow:
            for name in CLOSABLE:
                self._fold(name)
            return
        folded, self._folded = self._folded, set()
        for name in folded:
            self._docks[name].setVisible(True)
        self._leave_room()

    def _fold(self, name: DockName) -> None:
        dock = self._docks[name]
        beside = self._window.dockWidgetArea(dock) in (_SIDE, Qt.DockWidgetArea.LeftDockWidgetArea)
        if beside and not dock.isHidden() and not dock.isFloating():
            self._folded.add(name)
            dock.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.make_room()
        for title in self._titles:
            title.set_theme(theme)

    def _keep(self) -> None:
        """Remember the person's layout if it is shown now; suppressed docks do not count as closed."""
        if self._mode != "everything":
            return
        apart = {**self._suppressed, **dict.fromkeys(self._folded, True)}
        hidden = [name for name in apart if self._docks[name].isHidden()]
        with self._as_wide_as_it_is():
            for name, wanted in apart.items():
                self._docks[name].setVisible(wanted)
            self._arranged = self._window.saveState(VERSION)
            for name in hidden:
                self._docks[name].hide()

    @contextmanager
    def _as_wide_as_it_is(self) -> Iterator[None]:
        """Keep docks that are shown for a moment only from widening the window for good."""
        layout = self._window.layout()
        assert layout is not None, "a main window has one"
        bound = layout.sizeConstraint()
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        try:
            yield
        finally:
            layout.setSizeConstraint(bound)

    def _is_suppressed(self, name: DockName, dock: QDockWidget) -> bool:
        return dock.widget() is None or name in self._withheld

    def _dock(self, name: DockName, title: str) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"dock.{name}")
        dock.setAccessibleName(title)
        return dock

    def _leave_room(self) -> None:
        """Make the docks at the side as narrow as possible, once: Qt would give them half of the window."""
        if self._first and not self._folded and self._window.isVisible():
            self._first = False
            self._window.resizeDocks([self._docks["settings"]], [1], Qt.Orientation.Horizontal)

    def _free_timeline(self) -> None:
        """Move docks dropped onto the timeline above it: as tabs they would hide it."""
        timeline = self._docks["timeline"]
        for dock in self._window.tabifiedDockWidgets(timeline):
            self._window.addDockWidget(_BOTTOM, dock)
            self._window.splitDockWidget(dock, timeline, Qt.Orientation.Vertical)

    def _fix_timeline(self) -> None:
        dock = self._docks["timeline"]
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setAllowedAreas(_BOTTOM)
        dock.setTitleBarWidget(QWidget())


def read_layout(kept_in: QSettings | None) -> Layout | None:
    """Return the layout in the store, None if there is none.

    Raises:
        UserError: it is invalid or was changed: as Qt trusts what it reads, a layout is stored with its SHA-256.
    """
    value = store.read(kept_in, _KEY)
    if value is None:
        return None
    problem = UserError([Problem(_KEY, say("is not a valid window layout"))])
    if not isinstance(value, dict) or set(value) != {"geometry", "docks", "sha256"}:
        raise problem
    if not all(isinstance(part, str) and part.isascii() for part in value.values()):
        raise problem
    if value["sha256"] != _seal(value["geometry"], value["docks"]):
        raise problem
    try:
        parts = [QByteArray(base64.b64decode(value[name], validate=True)) for name in ("geometry", "docks")]
    except ValueError:
        raise problem from None
    return Layout(*parts)


def restore_layout(docks: Docks, kept_in: QSettings | None) -> tuple[Problem, ...]:
    """Lay docks out as the store has it, and return why that could not be done."""
    try:
        layout = read_layout(kept_in)
        if layout is not None:
            docks.restore(layout)
    except UserError as error:
        return error.problems
    return ()


def write_layout(kept_in: QSettings | None, layout: Layout | None) -> None:
    """Store a layout; None removes it."""
    if layout is None:
        store.write(kept_in, _KEY, None)
        return
    geometry, docks = (base64.b64encode(part.data()).decode() for part in (layout.geometry, layout.docks))
    store.write(kept_in, _KEY, {"geometry": geometry, "docks": docks, "sha256": _seal(geometry, docks)})


def _seal(geometry: str, docks: str) -> str:
    return hashlib.sha256(f"{VERSION} {geometry} {docks}".encode()).hexdigest()
