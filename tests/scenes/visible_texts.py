"""Every text that a person can see, hear or hover over, and what of it is not translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPointF, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from scenes.scene import Scene
from widgets.paper import export
from widgets.plots.views.plot import PlotView
from widgets.views.view import View

Found = tuple[str, str]  # where, text
ROLES = tuple(
    Qt.ItemDataRole(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.StatusTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
)
KEPT = (  # what is the same in every language
    (
        re.compile(
            r"\b(?:Ctrl|Shift|Alt|Meta|Esc|Space|Enter|Return|Del|Tab|Home|End|Left|Right|Up|Down|PgUp|PgDown|F\d+)\b"
        ),
        "keys",
    ),
    (re.compile(r"\b[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+\b"), "names of metrics, as breakpoints and CSV files have them"),
    (re.compile(r"(?:/[\w.+-]+)+"), "paths"),
    (re.compile(r"\b\d+\.\d+\.\d+(?:\.\w+)*(?:\+\w+)*"), "versions"),
    (re.compile(r"\\[A-Za-z]+"), "LaTeX"),
)
_WORD = re.compile(r"[A-Za-z]{2,}")


def untranslated(found: Iterable[Found], kept: Iterable[str] = ()) -> list[str]:
    """Return the texts that have words without accents, each with where it is; `kept` are words that may stay."""
    told = []
    for where, text in found:
        rest = text
        for pattern, _ in KEPT:
            rest = pattern.sub("", rest)
        words = [word for word in _WORD.findall(rest) if word not in kept]
        if words:
            told.append(f"{where}: {re.sub('[0-9.]+', '1', text)!r} has {words}")
    return sorted(set(told))


def widget_texts(inside: QWidget) -> Iterator[Found]:
    """Return the texts of a widget and of all widgets, actions and models in it."""
    for widget in (inside, *inside.findChildren(QWidget)):
        path = _path(widget, inside)
        for name, text in (*_common(widget), *_own(widget)):
            if text:
                yield f"{path}.{name}", text


def view_texts(view: View) -> Iterator[Found]:
    """Return what a view draws, as its SVG has it, its columns apart, and what its marks tell under the pointer."""
    svg = ElementTree.fromstring(export.picture(view, "svg", QSize(700, 500)))
    for element in svg.iter("{http://www.w3.org/2000/svg}text"):
        yield f"{view.name}.drawn", "".join(element.itertext())
    if isinstance(view, PlotView):
        yield from _readings(view)


def scene_texts(scene: Scene) -> Iterator[Found]:
    """Return the texts that a scene gives to what is around it."""
    words = scene.words()
    yield "words.title", words.title
    for _, told in words.formulas:
        yield "words.formulas", told
    for gesture, does in words.gestures:
        yield "words.gestures", gesture
        yield "words.gestures", does
    for key, name in scene.methods():
        yield f"methods.{key}", name
    for view in scene.views():
        yield from view_texts(view)


def _readings(view: PlotView) -> Iterator[Found]:
    for row, panel in enumerate(view.panels):
        for mark in panel.marks:
            pixels = mark.pixels()
            rect = pixels.rect
            for x in np.linspace(rect.left(), rect.right(), 24).tolist():
                for y in np.linspace(rect.top(), rect.bottom(), 16).tolist():
                    reading = mark.reading(QPointF(x, y), pixels)
                    if reading is not None:
                        yield f"{view.name}.{row}.{mark.name}.reading", reading.text


def _common(widget: QWidget) -> Iterator[Found]:
    yield "toolTip", widget.toolTip()
    yield "statusTip", widget.statusTip()
    yield "whatsThis", widget.whatsThis()
    yield "accessibleName", widget.accessibleName()
    yield "accessibleDescription", widget.accessibleDescription()
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield "windowTitle", widget.windowTitle()
    for action in widget.actions():
        yield "action.text", action.text()
        yield "action.toolTip", action.toolTip()
        yield "action.statusTip", action.statusTip()


def _own(widget: QWidget) -> Iterator[Found]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    elif isinstance(widget, QGroupBox | QMenu):
        yield "title", widget.title()
    elif isinstance(widget, QMessageBox):
        yield "text", widget.text()
        yield "informativeText", widget.informativeText()
        yield "detailedText", widget.detailedText()
    elif isinstance(widget, QLineEdit):
        yield "placeholderText", widget.placeholderText()
        if widget.isReadOnly():
            yield "text", widget.text()
    elif isinstance(widget, QAbstractSpinBox):
        yield "specialValueText", widget.specialValueText()
        yield "text", widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield "text", widget.toPlainText()
        yield "placeholderText", widget.placeholderText()
    elif isinstance(widget, QTextEdit):
        yield "text", widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from _items(widget.model())
    elif isinstance(widget, QTabWidget | QTabBar):
        for at in range(widget.count()):
            yield "tabText", widget.tabText(at)
            yield "tabToolTip", widget.tabToolTip(at)
    elif isinstance(widget, QAbstractItemView):
        yield from _items(widget.model())
    elif type(widget).__name__ in ("Caption", "ElidedLabel", "FittingLabel"):
        yield "text", widget.text()


def _items(model: QAbstractItemModel | None, parent: QModelIndex | None = None) -> Iterator[Found]:
    if model is None:
        return
    at = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(at)
    if parent is None:
        for section in range(columns):
            for role in ROLES:
                text = model.headerData(section, Qt.Orientation.Horizontal, role)
                if isinstance(text, str):
                    yield f"header.{role.name}", text
    for row in range(model.rowCount(at)):
        for column in range(columns):
            index = model.index(row, column, at)
            for role in ROLES:
                text = index.data(role)
                if isinstance(text, str):
                    yield f"item.{role.name}", text
            if column == 0:
                yield from _items(model, index)


def _path(widget: QWidget, inside: QWidget) -> str:
    parts = []
    at: QWidget | None = widget
    while at is not None:
        parts.append(type(at).__name__)
        if at is inside:
            break
        at = at.parentWidget()
    return "/".join(reversed(parts[:4]))
