"""What screen readers are told of the widgets that a person uses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
WITHIN = (QComboBox, QAbstractSpinBox, QTabBar, QAbstractItemView)  # whose parts are told as one
LABEL = QAccessible.RelationFlag.Label
PARTS = (QScrollBar, QHeaderView)


def used_widgets(inside: QWidget) -> Iterator[QWidget]:
    """Yield the widgets in another one that a person uses, those on other pages too; not what Qt makes for others."""
    for widget in inside.findChildren(QWidget):
        if not isinstance(widget, USED) or isinstance(widget, PARTS) or widget.isHidden():
            continue
        above, within = widget.parentWidget(), False
        while above is not None and not within:
            within, above = isinstance(above, WITHIN), above.parentWidget()
        if not within:
            yield widget


def told_name(widget: QWidget) -> str:
    """Return the name by which screen readers call a widget: its labels, if it has any.

    The name of a drop-down list is the chosen entry on some systems, so there only its labels count.
    """
    found = QAccessible.queryAccessibleInterface(widget)
    if found is None:
        return ""
    labels = [other.text(QAccessible.Text.Name) for other, kind in found.relations() if kind & LABEL]
    name = found.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox) and name == widget.currentText():
        return ", ".join(labels)
    return ", ".join([*labels, name])


def nameless(inside: QWidget) -> list[str]:
    """Return the used widgets without a name of letters or digits, with the widgets around them."""
    found = []
    for widget in used_widgets(inside):
        if not any(letter.isalnum() for letter in told_name(widget)):
            around = list[str]()
            above: QWidget | None = widget
            while above is not None and above is not inside:
                around.append(type(above).__name__ + (f"#{above.objectName()}" if above.objectName() else ""))
                above = above.parentWidget()
            found.append(" < ".join(around) + f" {told_name(widget)!r}")
    return found
