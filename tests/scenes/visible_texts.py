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

from metascope.scenes.scene import Scene
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.story import Telling
from metascope.widgets.look.text import localized
from metascope.widgets.paper import export
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import View

Found = tuple[str, str]  # where, text
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
KEYS = r"\b(?:Ctrl|Shift|Alt|Esc|Space|Enter|Return|Del|Tab|Home|End|PgUp|PgDown|Left|Right|Up|Down|F\d+)\b"
METRICS = r"\b[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+\b"  # as breakpoints and CSV files name them
PATHS = r"(?:/[\w.+-]+)+"
VERSIONS = r"\b\d+\.\d+[.\w+]*"
LATEX = r"\\[A-Za-z]+"
FORMATS = r"\b(?:GIF|MP4)\b"
DEVICES = r"\b(?:cpu|cuda)\b"  # as torch and the command line name them
FUNCTIONS = r"\btanh\b"  # drawn as in the formulas
LANGUAGES = r"\bEnglish\b"  # each named in itself
AUTHORS = r"[A-Z]\w+(?= éť áľ)"  # of a paper
KEPT = re.compile(
    "|".join((KEYS, METRICS, PATHS, VERSIONS, LATEX, FORMATS, DEVICES, FUNCTIONS, LANGUAGES, AUTHORS))
)  # in every language
_WORD = re.compile(r"[A-Za-z]{2,}")


def untranslated(found: Iterable[Found], kept: Iterable[str] = ()) -> list[str]:
    """Return the texts that have words without accents, each with where it is; `kept` are words that may stay."""
    told = set()
    for where, text in found:
        words = [word for word in _WORD.findall(KEPT.sub("", text)) if word not in kept]
        if words:
            told.add(f"{where}: {re.sub('[0-9.]+', '1', text)!r} has {words}")  # one of many that differ in a number
    return sorted(told)


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


def scene_texts(scene: Scene, captions: Telling, frame: Frame, method: str) -> Iterator[Found]:
    """Return the texts that a scene and a frame give to what is around the scene."""
    words = scene.words()
    yield "title", words.title
    yield from (("formula", said) for _, said in words.formulas)
    yield from (("gesture", text) for row in words.gestures for text in row)
    yield from (("method", name) for _, name in scene.methods())
    yield from (("note", note) for note in scene.notes(frame).values())
    yield from (("notice", localized(notice)) for notice in scene.notices(frame))
    yield from (("caption", localized(caption)) for caption in captions(frame, method))


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
                    yield "header", text
    for row in range(model.rowCount(at)):
        for column in range(columns):
            index = model.index(row, column, at)
            for role in ROLES:
                text = index.data(role)
                if isinstance(text, str):
                    yield "item", text
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
