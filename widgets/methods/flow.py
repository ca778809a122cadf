"""A row of widgets that goes on in another row below where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

MOST_ROWS = 3  # that widgets may take to be as wide as they want to be


class FlowLayout(QLayout):
    """Lays widgets out from left to right, each as wide as it wants to be, in as many rows as that takes.

    A widget that wants no width takes no room. Where they take more than three rows, all are as narrow as they can be.
    Qt has layouts for one row and for a grid only.
    """

    def __init__(self, parent: QWidget, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:  # None: no more
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._rows(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of all in one row."""
        hints = [hint for item in self._items if (hint := item.sizeHint()).width()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._items if item.sizeHint().width()]
        return QSize(max((it.width() for it in least), default=0), max((it.height() for it in least), default=0))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._rows(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _rows(self, width: int) -> list[QRect]:
        """Return each item's place in a box of this width; where that takes too many rows, items yield."""
        places, rows = self._placed(width, [item.sizeHint().width() for item in self._items])
        if rows > MOST_ROWS:
            least = [min(it.sizeHint().width(), it.minimumSize().width()) for it in self._items]
            places, _ = self._placed(width, least)
        return places

    def _placed(self, width: int, wanted: list[int]) -> tuple[list[QRect], int]:
        """Return each item's place and the number of rows, with the widths that the items want."""
        places: list[QRect] = []
        at, row, rows = QPoint(0, 0), 0, 1
        for item, want in zip(self._items, wanted, strict=True):
            hint = item.sizeHint()
            if not hint.width():
                places.append(QRect(at, QSize(0, 0)))
                continue
            wide = min(want, max(width, item.minimumSize().width()))
            if at.x() and at.x() + wide > width:
                at, row, rows = QPoint(0, at.y() + row + self.spacing()), 0, rows + 1
            row = max(row, hint.height())
            places.append(QRect(at, QSize(wide, row)))
            at += QPoint(wide + self.spacing(), 0)
        return places, rows
