"""Which texts on the screen have too little room: clipped, over each other, or too small to be read.

What wraps, scrolls, or is elided with its whole text in the tooltip has room enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QAbstractListModel, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocumentFragment, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QGraphicsItem,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.plots.canvas.axes import KeptAxis
from metascope.widgets.plots.canvas.mark import Mark
from metascope.widgets.views.view import ElidedLabel, View
from tests.scenes.painted import LEAST, Written, axis_texts, path_of, spied

SPARE = 1.5  # pixels by which a text may be larger than its room: metrics are rounded
FRAME = 4  # pixels: of a button, or between its icon and its text


def short_of_room(window: QWidget) -> list[str]:
    """Return what is wrong with the texts of a window that is on the screen; empty if nothing."""
    with spied() as written:
        for item in items(window):
            if isinstance(item, Mark):
                item.changed()
            elif isinstance(item, KeptAxis):
                item.picture = None
        window.grab()
    found = [*cramped(window), *covered(window), *_badly_written(written)]
    for canvas in shown(window, pg.GraphicsView):
        found += _crossing(canvas, [one for one in written if one.widget is canvas.viewport() and not one.of_mark])
    return sorted(set(found))


def shown(inside: QWidget, kind: type[Any] = QWidget) -> list[Any]:
    """Return the widgets of a kind that a person sees."""
    return [widget for widget in (inside, *inside.findChildren(kind)) if isinstance(widget, kind) and _is_seen(widget)]


def items(window: QWidget) -> list[QGraphicsItem]:
    """Return what is drawn on all visible canvases."""
    return [item for canvas in shown(window, pg.GraphicsView) for item in canvas.scene().items()]


# Widgets


def cramped(window: QWidget) -> Iterator[str]:
    """Return the widgets whose text is larger than they are, or that go beyond what they stand in."""
    for widget in shown(window):
        for text, needed, room in (*_needs(widget), *_high(widget)):
            if needed > room + SPARE and text not in _tip(widget):
                yield f"{path_of(widget)} {text!r} needs {needed:.0f} px and has {room:.0f}"
        if _text(widget) and (beyond := _beyond(widget)):
            yield f"{path_of(widget)} {_text(widget)!r} goes {beyond:.0f} px beyond what it stands in"


def covered(window: QWidget) -> Iterator[str]:
    """Return the widgets beside each other that lie over each other; a window's notices and tabs lie over it."""
    for parent in shown(window):
        if isinstance(parent, QMainWindow | QAbstractScrollArea):
            continue
        parts = [child for child in parent.children() if isinstance(child, QWidget) and _is_seen(child)]
        for one, other in combinations(parts, 2):
            if not one.isWindow() and not other.isWindow() and one.geometry().intersects(other.geometry()):
                yield f"{path_of(one)} lies over {path_of(other)}"


def _needs(widget: QWidget) -> Iterator[tuple[str, float, float]]:
    """Return the texts of a widget with the width that each needs and has."""
    metrics = QFontMetricsF(widget.font())
    if isinstance(widget, FittingLabel):
        drawn = widget.shown_text()
        yield widget.text(), (0.0 if drawn in (widget.text(), widget._short) else widget.sizeHint().width()), 0.0
    elif isinstance(widget, ElidedLabel):
        yield widget.text(), (0.0 if widget.fits() else widget.sizeHint().width()), 0.0
    elif isinstance(widget, QLabel):
        if widget.wordWrap():
            inside = widget.contentsRect().width()
            yield widget.text(), _wrapped(widget.text(), widget.font(), inside), inside
        else:
            yield widget.text(), widget.sizeHint().width(), widget.width()
    elif isinstance(widget, QAbstractButton):
        style = widget.toolButtonStyle() if isinstance(widget, QToolButton) else None
        if widget.text() and style is not Qt.ToolButtonStyle.ToolButtonIconOnly:
            beside = 0.0 if widget.icon().isNull() else widget.iconSize().width() + FRAME
            if isinstance(widget, QCheckBox | QRadioButton):
                beside = widget.sizeHint().width() - metrics.horizontalAdvance(widget.text()) - FRAME
            yield widget.text(), metrics.horizontalAdvance(_unmarked(widget.text())) + beside + FRAME, widget.width()
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, widget)
        yield widget.currentText(), metrics.horizontalAdvance(widget.currentText()), room.width()
    elif isinstance(widget, QAbstractSpinBox):
        edit = widget.lineEdit()
        yield widget.text(), metrics.horizontalAdvance(widget.text()), edit.contentsRect().width()
    elif isinstance(widget, QLineEdit):
        if not widget.text():
            text = widget.placeholderText()
            yield text, metrics.horizontalAdvance(text), widget.contentsRect().width()
    elif isinstance(widget, QGroupBox):
        yield widget.title(), metrics.horizontalAdvance(widget.title()), widget.width()
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            yield widget.tabText(tab), metrics.horizontalAdvance(widget.tabText(tab)), widget.tabRect(tab).width()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _items(widget)


def _wrapped(text: str, font: QFont, width: float) -> float:
    """Return the width of the widest of the lines into which a text is broken for this width."""
    layout, widest = QTextLayout(text, font), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return widest


def _items(view: QAbstractItemView) -> Iterator[tuple[str, float, float]]:
    model = view.model()
    for row in range(model.rowCount(view.rootIndex())):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(view.rootIndex())):
            index = model.index(row, column, view.rootIndex())
            text = index.data(Qt.ItemDataRole.DisplayRole)
            if isinstance(text, str) and text and text not in str(index.data(Qt.ItemDataRole.ToolTipRole)):
                room = view.visualRect(index).width()
                if room > 0 and view.horizontalScrollBar().maximum() == 0:
                    yield text, view.sizeHintForIndex(index).width(), room


def _high(widget: QWidget) -> Iterator[tuple[str, float, float]]:
    """Return the text of a widget with the height that it needs and has."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        yield widget.text(), widget.heightForWidth(widget.width()), widget.height()
    elif _text(widget):
        yield _text(widget), QFontMetricsF(widget.font()).height(), widget.height()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox):
        return str(widget.text())
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _unmarked(text: str) -> str:
    """Return the text of a button without the marks of its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _tip(widget: QWidget) -> str:
    tip = widget.toolTip()
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if tip.startswith("<") else tip


def _beyond(widget: QWidget) -> float:
    """Return by how many pixels a widget goes beyond what it stands in, scrolled directions apart."""
    most, across, along = 0.0, True, True
    at: QWidget = widget
    while (parent := at.parentWidget()) is not None and not at.isWindow():
        rect = QRectF(widget.rect()).translated(QPointF(widget.mapTo(parent, widget.rect().topLeft())))
        holder = parent.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent:
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            across = across and holder.horizontalScrollBarPolicy() == off
            along = along and holder.verticalScrollBarPolicy() == off
        inside = QRectF(parent.rect())
        if across:
            most = max(most, rect.right() - inside.right(), inside.left() - rect.left())
        if along:
            most = max(most, rect.bottom() - inside.bottom(), inside.top() - rect.top())
        at = parent
    return most if most > SPARE else 0.0


def _is_seen(widget: QWidget) -> bool:
    """Return whether a widget is on the screen: docks behind a tab lie somewhere outside of the window."""
    window = widget.window()
    at: QWidget | None = widget
    while at is not None and at is not window:
        if isinstance(at, QDockWidget) and not at.geometry().intersects(window.rect()):
            return False
        at = at.parentWidget()
    return widget.isVisible() and widget.width() > 0 and widget.height() > 0


# Painted texts


def _badly_written(written: Sequence[Written]) -> Iterator[str]:
    for one in written:
        if one.pixels < LEAST:
            yield f"{one.told()} is {one.pixels:.1f} px high"
        if one.room is not None and not _within(one.place, one.room):
            yield f"{one.told()} needs {_size(one.place)} and has {_size(one.room)}"
        if one.widget is not None and not one.of_mark and not _within(one.place, QRectF(one.widget.rect())):
            yield f"{one.told()} goes beyond {path_of(one.widget)}"
    for one, other in combinations([one for one in written if one.widget is not None and not one.of_mark], 2):
        if one.widget is other.widget and (one.text, one.place) != (other.text, other.place) and _cross(one, other):
            yield f"{one.told()} lies over {other.told()}"


def _crossing(canvas: pg.GraphicsView, written: Sequence[Written]) -> Iterator[str]:
    """Return the texts of axes that lie over each other or over other texts, and those that go out of the picture."""
    axes = [item for item in canvas.scene().items() if isinstance(item, KeptAxis) and item.isVisible()]
    texts = [(f"{path_of(_view_of(canvas))} {text!r}", place) for axis in axes for text, place in axis_texts(axis)]
    for told, place in texts:
        if not _within(place, QRectF(canvas.viewport().rect())):
            yield f"{told} goes beyond the picture"
    texts += [(one.told(), one.place) for one in written]
    for (told, place), (other, its) in combinations(texts[: len(texts)], 2):
        if place.adjusted(SPARE, SPARE, -SPARE, -SPARE).intersects(its):
            yield f"{told} lies over {other}"


def _view_of(widget: QWidget) -> QWidget:
    at: QWidget | None = widget
    while at is not None and not isinstance(at, View):
        at = at.parentWidget()
    return at or widget


def _within(place: QRectF, room: QRectF) -> bool:
    return room.adjusted(-SPARE, -SPARE, SPARE, SPARE).contains(place)


def _cross(one: Written, other: Written) -> bool:
    return one.place.adjusted(SPARE, SPARE, -SPARE, -SPARE).intersects(other.place)


def _size(rect: QRectF) -> str:
    return f"{rect.width():.0f}x{rect.height():.0f}"
